<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of a Statement of Applicability: a body per group, a row per control. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="m t">

  <!-- How many controls of some catalogues are considered: all but the withdrawn. -->
  <func:function name="t:soa-count">
    <xsl:param name="catalogs"/>
    <func:result select="count($t:tally[@name = $catalogs/@name]/i:group/i:control)"/>
  </func:function>

  <!-- Whether sites differ, and how many columns that makes. -->
  <xsl:variable name="t:soa-sites" select="boolean($dossier/i:answers/i:answer/i:site-part/@at)"/>
  <xsl:variable name="t:soa-columns" select="10 + $t:soa-sites"/>

  <xsl:template name="t:soa-table">
    <xsl:param name="catalogs"/>
    <informaltable role="soa">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="t:text('soa.control')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.necessary')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.why')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.implemented')"/></th>
          <xsl:if test="$t:soa-sites">
            <th scope="col"><xsl:value-of select="t:text('soa.sites')"/></th>
          </xsl:if>
          <th scope="col"><xsl:value-of select="t:text('soa.owner')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.described')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.evidence')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.tested')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.reviewed')"/></th>
        </tr>
      </thead>
      <xsl:call-template name="t:soa-rows"><xsl:with-param name="catalogs" select="$catalogs"/></xsl:call-template>
    </informaltable>
  </xsl:template>

  <!-- A body: the group's head, then its controls and the controls within them. -->
  <xsl:template match="i:catalog | i:group" mode="m:soa-group">
    <xsl:variable name="theme">
      <xsl:apply-templates select="." mode="m:theme"/>
    </xsl:variable>
    <tbody>
      <tr role="group">
        <th colspan="{$t:soa-columns}" scope="colgroup">
          <xsl:value-of select="$theme"/>
          <xsl:for-each select="ancestor-or-self::i:group[parent::i:group]">
            <xsl:text>: </xsl:text>
            <xsl:apply-templates select="." mode="m:title"/>
          </xsl:for-each>
        </th>
      </tr>
      <xsl:call-template name="t:soa-controls"><xsl:with-param name="theme" select="string($theme)"/></xsl:call-template>
    </tbody>
  </xsl:template>

  <xsl:template match="i:control" mode="m:soa-row">
    <xsl:param name="theme"/>
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="state" select="t:state($answer)"/>
    <tr>
      <xsl:attribute name="xml:id"><xsl:value-of select="@anchor"/></xsl:attribute>
      <xsl:call-template name="t:soa-row-attributes">
        <xsl:with-param name="theme" select="$theme"/>
        <xsl:with-param name="answer" select="$answer"/>
        <xsl:with-param name="state" select="$state"/>
      </xsl:call-template>
      <th scope="row">
        <xsl:apply-templates select="." mode="m:link"/>
        <xsl:apply-templates select="." mode="m:soa-changed"/>
      </th>
      <td role="title"><xsl:value-of select="@title"/></td>
      <td role="necessary">
        <xsl:apply-templates select="." mode="m:soa-necessary">
          <xsl:with-param name="state" select="$state"/>
          <xsl:with-param name="role" select="$answer/@role"/>
        </xsl:apply-templates>
      </td>
      <td role="why"><xsl:apply-templates select="." mode="m:soa-why"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates></td>
      <td role="implemented"><xsl:apply-templates select="$answer[@decided = 'true']" mode="m:soa-implemented"/></td>
      <xsl:if test="$t:soa-sites">
        <td role="sites"><xsl:apply-templates select="$answer/i:site-part[@at]" mode="m:soa-implemented"/></td>
      </xsl:if>
      <td role="owner">
        <xsl:choose>
          <xsl:when test="$answer[@applicable = 'true'][@responsibility != 'own']">
            <para><xsl:value-of select="t:role-title($answer/@owner)"/></para>
            <xsl:apply-templates select="$answer/@responsibility" mode="m:soa-provider"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="t:role-title($answer/@owner)"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td role="described">
        <xsl:apply-templates select="key('implements', @ref)[not($answer/@applicable = 'false')]" mode="m:described"/>
      </td>
      <td role="evidence"><xsl:apply-templates select="." mode="m:soa-evidence"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates></td>
      <td role="tested"><xsl:apply-templates select="self::*[$answer/@applicable = 'true']" mode="m:soa-tested"/></td>
      <td role="reviewed">
        <xsl:if test="$answer/@reviewed-on">
          <xsl:attribute name="i:sort"><xsl:value-of select="$answer/@reviewed-on"/></xsl:attribute>
          <xsl:value-of select="t:short-date($answer/@reviewed-on)"/>
        </xsl:if>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- What a reader can filter by. -->
  <xsl:template name="t:soa-row-attributes">
    <xsl:param name="theme"/>
    <xsl:param name="answer"/>
    <xsl:param name="state"/>
    <xsl:variable name="relations" select="key('relation', @ref)"/>
    <xsl:variable name="legal">
      <xsl:apply-templates select="$relations[@register = 'legal']" mode="m:reason-kind"/>
      <xsl:for-each select="$answer/i:because"><xsl:value-of select="concat(@kind, ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:attribute name="i:theme"><xsl:value-of select="$theme"/></xsl:attribute>
    <xsl:attribute name="i:status">
      <xsl:value-of select="concat(substring($state, 1 div ($state != 'unstated')), substring('undecided', 1 div ($state = 'unstated')))"/>
    </xsl:attribute>
    <xsl:attribute name="i:necessary"><xsl:value-of select="t:necessary($state)"/></xsl:attribute>
    <xsl:attribute name="i:reason">
      <xsl:value-of select="normalize-space(concat(
          substring('risk ', 1 div boolean($relations[@register = 'risks'])), substring('law ', 1 div contains($legal, 'law ')),
          substring('contract ', 1 div contains($legal, 'contract ')), substring('party ', 1 div boolean($relations[@register = 'interested-parties'])),
          substring('decision', 1 div contains($legal, 'decision '))))"/>
    </xsl:attribute>
    <xsl:variable name="props" select="i:prop[@ns = 'urn:ismsdoc:catalog']"/>
    <xsl:for-each select="$t:attribute-names[. = $props/@name]">
      <xsl:attribute name="i:{.}">
        <xsl:for-each select="$props[@name = current()]">
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:value-of select="@value"/>
        </xsl:for-each>
      </xsl:attribute>
    </xsl:for-each>
  </xsl:template>

  <!-- m:soa-necessary: yes, no, or not answered; and in which role, where the control depends on it. -->
  <xsl:template match="i:control" mode="m:soa-necessary">
    <xsl:param name="state"/>
    <xsl:param name="role"/>
    <xsl:choose>
      <xsl:when test="$state = 'undecided'">
        <xsl:call-template name="t:badge"><xsl:with-param name="state" select="'undecided'"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$state = 'excluded'"><xsl:value-of select="t:text('soa.no')"/></xsl:when>
      <xsl:when test="$role">
        <para><xsl:value-of select="t:text('soa.yes')"/></para>
        <para role="note"><xsl:value-of select="t:text('soa.as', t:as($role))"/></para>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('soa.yes')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:soa-why: the reasons that registers and decisions give, then the justification; or why the control is out. -->
  <xsl:template match="i:control" mode="m:soa-why">
    <xsl:param name="answer"/>
    <xsl:variable name="named" select="t:reasons(@ref)"/>
    <xsl:variable name="reasons" select="$named | $answer/i:because"/>
    <xsl:choose>
      <xsl:when test="$answer/@applicable = 'false'">
        <xsl:apply-templates select="$answer/i:exclusion" mode="m:soa-note"/>
        <xsl:apply-templates select="$answer[not(i:exclusion)]" mode="m:soa-no-reason"/>
        <xsl:apply-templates select="$answer/@reassess-by" mode="m:soa-note"/>
        <xsl:if test="$named">
          <para role="note">
            <xsl:value-of select="concat(t:text('soa.named-by'), ' ')"/>
            <xsl:apply-templates select="$named" mode="m:reason"/>
          </para>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$reasons">
          <para role="reasons">
            <xsl:apply-templates select="$named" mode="m:reason"/>
            <xsl:if test="$named and $answer/i:because">; </xsl:if>
            <xsl:apply-templates select="$answer/i:because" mode="m:reason"/>
          </para>
        </xsl:if>
        <xsl:apply-templates select="$answer/i:justification" mode="m:soa-note"/>
        <xsl:apply-templates select="$answer[@decided = 'true'][not($reasons) and not(i:justification)]" mode="m:soa-no-reason"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:justification | i:exclusion" mode="m:soa-note">
    <para role="note"><xsl:value-of select="normalize-space(.)"/></para>
  </xsl:template>
  <xsl:template match="@reassess-by" mode="m:soa-note">
    <para role="note">
      <xsl:value-of select="t:text('soa.reassess', t:short-date(.))"/>
      <xsl:if test="translate(., '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
    </para>
  </xsl:template>
  <xsl:template match="i:answer" mode="m:soa-no-reason">
    <para role="not-answered"><xsl:value-of select="t:text('soa.no-reason')"/></para>
  </xsl:template>

  <!-- m:reason-kind, text: law or contract, as the register says. -->
  <xsl:template match="i:relation" mode="m:reason-kind">
    <xsl:value-of select="concat(key('row', concat('legal ', @row))/i:cell[@name = 'kind'], ' ')"/>
  </xsl:template>

  <!-- m:reason: the row's id, as a link where it has a place, and title; or the decision's words. -->
  <xsl:template match="i:because" mode="m:reason">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <phrase role="reason"><xsl:apply-templates select="." mode="m:reason-text"/></phrase>
  </xsl:template>
  <xsl:template match="i:relation" mode="m:reason">
    <xsl:variable name="row" select="key('row', concat(@register, ' ', @row))"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <phrase role="reason">
      <xsl:apply-templates select="$row" mode="m:link"/>
      <xsl:value-of select="concat(substring(@row, 1 div not($row)), ' ', $row/i:cell[@name = 'title'])"/>
    </phrase>
  </xsl:template>

  <!-- m:soa-implemented: yes, partly or no, by when, and the parts that differ. -->
  <xsl:template match="i:answer" mode="m:soa-implemented">
    <xsl:variable name="state" select="t:state(.)"/>
    <para>
      <xsl:call-template name="t:badge">
        <xsl:with-param name="state" select="$state"/>
        <xsl:with-param name="text" select="t:level-or(., t:text(concat('soa.is-', $state)))"/>
      </xsl:call-template>
    </para>
    <xsl:apply-templates select="self::*[$state != 'implemented']/@due" mode="m:soa-due"/>
    <xsl:apply-templates select="self::*[$state != 'implemented'][not(@due)][not(i:site-part/@due)]" mode="m:soa-actions"/>
    <xsl:apply-templates select="i:site-part[not(@at)]" mode="m:soa-implemented"/>
  </xsl:template>
  <xsl:template match="i:answer[@applicable = 'false']" mode="m:soa-implemented"/>
  <xsl:template match="@due" mode="m:soa-due">
    <para role="note">
      <xsl:value-of select="t:text('soa.by', t:short-date(.))"/>
      <xsl:if test="translate(., '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
    </para>
  </xsl:template>
  <xsl:template match="i:site-part" mode="m:soa-implemented">
    <para role="note"><xsl:apply-templates select="." mode="m:part-text"/></para>
  </xsl:template>

  <!-- m:described: links to the documents that implement a control. -->
  <xsl:template match="i:implements" mode="m:described">
    <xsl:param name="here"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select=".." mode="m:link">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:soa-evidence: each piece with the day it was collected, else the end of what it covers; or why there is none. -->
  <xsl:template match="i:control" mode="m:soa-evidence">
    <xsl:param name="answer"/>
    <xsl:apply-templates select="key('relation', @ref)[@register = 'evidence']" mode="m:soa-evidence"/>
    <xsl:apply-templates select="key('proves', @ref)/.." mode="m:soa-evidence"/>
    <xsl:if test="$answer/i:none-because">
      <para role="note"><xsl:value-of select="t:text('soa.none-because', normalize-space($answer/i:none-because))"/></para>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:relation" mode="m:soa-evidence">
    <xsl:variable name="row" select="key('row', concat('evidence ', @row))"/>
    <xsl:variable name="collected" select="$row/i:cell[@name = 'collected-on']"/>
    <para>
      <xsl:apply-templates select="$row" mode="m:link"/>
      <xsl:if test="@file"><xsl:apply-templates select="." mode="m:file-link"/></xsl:if>
      <xsl:if test="$row"><xsl:value-of select="concat(' ', $row/i:cell[@name = 'title'])"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$collected"><xsl:value-of select="concat(', ', t:short-date($collected))"/></xsl:when>
        <xsl:when test="$row/i:cell[@name = 'covers-to']"><xsl:value-of select="concat(', ', t:short-date($row/i:cell[@name = 'covers-to']))"/></xsl:when>
      </xsl:choose>
    </para>
  </xsl:template>

</xsl:stylesheet>
