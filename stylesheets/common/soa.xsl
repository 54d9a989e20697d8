<?xml version="1.0" encoding="UTF-8"?>
<!-- Statements of Applicability, whatever they are written as: which rows, in which order, and the words of their cells. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="m t">

  <xsl:key name="row" match="/i:dossier/i:registers/i:register/i:row" use="concat(../@name, ' ', @id)"/>

  <!-- Own controls first, then Annex A, then additional ones. -->
  <xsl:template name="t:soa-rows">
    <xsl:param name="catalogs"/>
    <xsl:apply-templates select="$catalogs[@use = 'own']" mode="m:soa"/>
    <xsl:apply-templates select="$catalogs[@use != 'own'][@name = $t:annex/@name]" mode="m:soa"/>
    <xsl:apply-templates select="$catalogs[@use != 'own'][not(@name = $t:annex/@name)]" mode="m:soa"/>
  </xsl:template>

  <!-- m:soa: the groups of a catalogue that hold controls; each in m:soa-group. -->
  <xsl:template match="i:catalog" mode="m:soa">
    <xsl:apply-templates select="descendant-or-self::*[self::i:catalog or self::i:group][i:control]" mode="m:soa-group"/>
  </xsl:template>

  <!-- The controls of a group and the controls within them, but for the withdrawn; each in m:soa-row. -->
  <xsl:template name="t:soa-controls">
    <xsl:param name="theme"/>
    <xsl:apply-templates select="i:control/descendant-or-self::i:control[not(@withdrawn = 'true')]" mode="m:soa-row">
      <xsl:with-param name="theme" select="$theme"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Is a control in that state (t:state) necessary: yes, no, undecided. -->
  <func:function name="t:necessary">
    <xsl:param name="state"/>
    <xsl:choose>
      <xsl:when test="$state = 'undecided'"><func:result select="'undecided'"/></xsl:when>
      <xsl:when test="$state = 'excluded'"><func:result select="'no'"/></xsl:when>
      <xsl:otherwise><func:result select="'yes'"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- m:reason-text: the row's id and title, or the decision's words. -->
  <xsl:template match="i:relation" mode="m:reason-text">
    <xsl:value-of select="concat(@row, ' ', key('row', concat(@register, ' ', @row))/i:cell[@name = 'title'])"/>
  </xsl:template>
  <xsl:template match="i:because" mode="m:reason-text">
    <xsl:value-of select="concat(t:word('because', @kind), ': ', normalize-space(.))"/>
  </xsl:template>

  <!-- m:evidence-text: a piece of evidence with the day it was collected, else the end of what it covers. -->
  <xsl:template match="i:relation" mode="m:evidence-text">
    <xsl:variable name="row" select="key('row', concat('evidence ', @row))"/>
    <xsl:variable name="collected" select="$row/i:cell[@name = 'collected-on']"/>
    <xsl:value-of select="concat(@row, @file)"/>
    <xsl:if test="$row"><xsl:value-of select="concat(' ', $row/i:cell[@name = 'title'])"/></xsl:if>
    <xsl:choose>
      <xsl:when test="$collected"><xsl:value-of select="concat(', ', t:short-date($collected))"/></xsl:when>
      <xsl:when test="$row/i:cell[@name = 'covers-to']"><xsl:value-of select="concat(', ', t:short-date($row/i:cell[@name = 'covers-to']))"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The same of a record, where it is not shown as a link. -->
  <xsl:template match="i:record" mode="m:evidence-text">
    <xsl:value-of select="@title"/>
    <xsl:apply-templates select="." mode="m:record-date"/>
  </xsl:template>

  <!-- m:record-date, text: what follows the title of a record. -->
  <xsl:template match="i:record" mode="m:record-date">
    <xsl:value-of select="concat(', ', t:short-date(@date))"/>
    <xsl:if test="@state = 'open' or @state = 'changed'">
      <xsl:value-of select="concat(' ', t:text(concat('records.mention.', @state)))"/>
    </xsl:if>
  </xsl:template>

  <!-- m:provider, text: the supplier's id and title, or the words that stand there. -->
  <xsl:template match="@provider" mode="m:provider">
    <xsl:variable name="supplier" select="key('row', concat('suppliers ', .))"/>
    <xsl:apply-templates select="$supplier" mode="m:title"/>
    <xsl:if test="not($supplier)"><xsl:value-of select="."/></xsl:if>
  </xsl:template>

  <!-- m:part-name, text: what the part is called and where it is. -->
  <xsl:template match="i:site-part" mode="m:part-name">
    <xsl:variable name="site">
      <xsl:apply-templates select="@at" mode="m:site-name"/>
    </xsl:variable>
    <xsl:value-of select="@name[. != $site and . != string(../@at)]"/>
    <xsl:if test="@name[. != $site and . != string(../@at)] and string($site)">, </xsl:if>
    <xsl:value-of select="$site"/>
  </xsl:template>

  <!-- m:site-name, text: a site by its id. -->
  <xsl:template match="@*" mode="m:site-name">
    <xsl:value-of select="t:capital(string(.))"/>
  </xsl:template>

  <!-- m:part-text: a part that differs, how far it is, by when and by whom. -->
  <xsl:template match="i:site-part" mode="m:part-text">
    <xsl:apply-templates select="." mode="m:part-name"/>
    <xsl:value-of select="concat(': ', t:level-or(., t:text(concat('soa.is-', @status, substring('unstated', 1 div not(@status))))))"/>
    <xsl:if test="@due and @status != 'implemented'">
      <xsl:value-of select="concat(', ', t:text('soa.by', t:short-date(@due)))"/>
    </xsl:if>
    <xsl:if test="@owner">
      <xsl:value-of select="concat(', ', t:role-title(@owner))"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
