<?xml version="1.0" encoding="UTF-8"?>
<!-- Audit coverage: which clauses and controls the audits of three years cover, planned and held, with what result; first what none has
     looked at. Audits of others (kind external or supplier) are shown, and cover nothing: 9.2 wants the organisation's own. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:math="http://exslt.org/math"
                xmlns:set="http://exslt.org/sets"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl math set str m t tp">

  <xsl:key name="tp:finding-of" match="/i:dossier/i:registers/i:register[@name = 'audit-findings']/i:row" use="normalize-space(i:cell[@name = 'audit'])"/>

  <xsl:variable name="t:audits" select="$dossier/i:registers/i:register[@name = 'audits']/i:row"/>

  <!-- The three years: this one and the two before, or up to the last that the register plans for. -->
  <xsl:variable name="tp:audit-days">
    <xsl:for-each select="$t:audits/i:cell[@name = 'planned-for' or @name = 'held-on'][t:is-date(.)]"><i:year><xsl:value-of select="substring(., 1, 4)"/></i:year></xsl:for-each>
  </xsl:variable>
  <xsl:variable name="tp:this-year" select="number(substring($today, 1, 4))"/>
  <xsl:variable name="tp:last-year" select="math:max(exsl:node-set($tp:audit-days)/i:year[. &lt;= $tp:this-year + 2] | exsl:node-set($tp:this-year-tree)/i:year)"/>
  <xsl:variable name="tp:this-year-tree"><i:year><xsl:value-of select="$tp:this-year"/></i:year></xsl:variable>
  <xsl:variable name="tp:year-words" select="concat($tp:last-year - 2, ' ', $tp:last-year - 1, ' ', $tp:last-year)"/>

  <!-- Does an audit cover what it names? -->
  <func:function name="tp:is-own-audit">
    <xsl:param name="audit"/>
    <func:result select="not(contains(' external supplier ', concat(' ', normalize-space($audit/i:cell[@name = 'kind']), ' ')))"/>
  </func:function>

  <!-- The day of an audit: when it was held, else when it is planned for. -->
  <func:function name="tp:audit-day">
    <xsl:param name="audit"/>
    <xsl:variable name="held" select="$audit/i:cell[@name = 'held-on']"/>
    <func:result select="string(($held | $audit/i:cell[@name = 'planned-for'][not($held)])[1])"/>
  </func:function>

  <!-- Has an own audit looked at the control within three years? -->
  <func:function name="tp:is-audited">
    <xsl:param name="audits"/>
    <xsl:variable name="held" select="$audits[tp:is-own-audit(.)]/i:cell[@name = 'held-on'][t:is-date(.)]"/>
    <func:result select="boolean($held[translate(t:add-months(., 36), '-', '') &gt;= $t:now])"/>
  </func:function>

  <xsl:template match="i:document[@id = 'audit-coverage']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'audit-coverage']" mode="m:lede">
    <xsl:value-of select="t:text('audited.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'audit-coverage']" mode="m:content">
    <xsl:choose>
      <xsl:when test="$t:audits">
        <xsl:call-template name="tp:coverage"/>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('audited.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:coverage">
    <!-- A body per group, whose rows say whether they are covered: what none has looked at is taken from them. -->
    <xsl:variable name="bodies">
      <xsl:apply-templates select="$t:catalogs" mode="m:coverage"/>
    </xsl:variable>
    <xsl:variable name="rows" select="exsl:node-set($bodies)/*/*[@i:covered]"/>
    <xsl:variable name="never" select="$rows[@i:covered = 'never']"/>
    <xsl:variable name="planned" select="$rows[@i:covered = 'planned']"/>
    <para>
      <xsl:value-of select="t:text('audited.figures', count($rows[@i:covered = 'yes']), count($rows[@i:covered != 'out']), t:text('audited.open', count($planned), count($never)))"/>
    </para>
    <section>
      <xsl:attribute name="xml:id">audit-coverage.never</xsl:attribute>
      <title><xsl:value-of select="t:text('audited.never')"/></title>
      <xsl:if test="not($never | $planned)"><para><xsl:value-of select="t:text('audited.all')"/></para></xsl:if>
      <xsl:if test="$never | $planned">
        <informaltable role="filter">
          <xsl:call-template name="tp:coverage-head"/>
          <xsl:call-template name="tp:never-body">
            <xsl:with-param name="title" select="t:text('audited.unplanned', count($never))"/>
            <xsl:with-param name="rows" select="$never"/>
          </xsl:call-template>
          <xsl:call-template name="tp:never-body">
            <xsl:with-param name="title" select="t:text('audited.only-planned', count($planned))"/>
            <xsl:with-param name="rows" select="$planned"/>
          </xsl:call-template>
        </informaltable>
      </xsl:if>
    </section>
    <section>
      <xsl:attribute name="xml:id">audit-coverage.years</xsl:attribute>
      <title><xsl:value-of select="t:text('audited.years', $tp:last-year - 2, $tp:last-year)"/></title>
      <para role="note"><xsl:value-of select="t:text('audited.note')"/></para>
      <informaltable role="filter">
        <xsl:call-template name="tp:coverage-head"/>
        <xsl:copy-of select="$bodies"/>
      </informaltable>
    </section>
    <xsl:call-template name="tp:audits"/>
  </xsl:template>

  <xsl:template name="tp:coverage-head">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="t:text('audited.what')"/></th>
        <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
        <th scope="col"><xsl:value-of select="t:text('audited.covered')"/></th>
        <xsl:for-each select="str:tokenize($tp:year-words)"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each>
      </tr>
    </thead>
  </xsl:template>

  <!-- The rows again without their ids, under a head. -->
  <xsl:template name="tp:never-body">
    <xsl:param name="title"/>
    <xsl:param name="rows"/>
    <xsl:if test="$rows">
      <tbody>
        <tr role="group"><th colspan="6" scope="colgroup"><xsl:value-of select="$title"/></th></tr>
        <xsl:for-each select="$rows">
          <tr>
            <xsl:copy-of select="@i:theme | @i:state"/>
            <xsl:copy-of select="*"/>
          </tr>
        </xsl:for-each>
      </tbody>
    </xsl:if>
  </xsl:template>

  <!-- m:coverage: a body per group, a row per clause or control. -->
  <xsl:template match="i:catalog" mode="m:coverage">
    <xsl:apply-templates select="descendant-or-self::*[self::i:catalog or self::i:group][i:control[not(@withdrawn = 'true')]]" mode="m:coverage-group"/>
  </xsl:template>

  <xsl:template match="i:catalog | i:group" mode="m:coverage-group">
    <xsl:variable name="theme"><xsl:apply-templates select="." mode="m:theme"/></xsl:variable>
    <tbody>
      <tr role="group"><th colspan="6" scope="colgroup"><xsl:value-of select="$theme"/></th></tr>
      <xsl:apply-templates select="i:control/descendant-or-self::i:control[not(@withdrawn = 'true')]" mode="m:coverage-row">
        <xsl:with-param name="theme" select="string($theme)"/>
      </xsl:apply-templates>
    </tbody>
  </xsl:template>

  <xsl:template match="i:control" mode="m:coverage-row">
    <xsl:param name="theme"/>
    <xsl:variable name="relations" select="key('relation', @ref)"/>
    <xsl:variable name="audits" select="key('row-by-id', $relations[@register = 'audits']/@row)[../@name = 'audits']"/>
    <xsl:variable name="findings" select="key('row-by-id', $relations[@register = 'audit-findings']/@row)[../@name = 'audit-findings']"/>
    <xsl:variable name="covered" select="tp:covered(., $audits)"/>
    <xsl:variable name="last" select="t:latest($audits[tp:is-own-audit(.)]/i:cell[@name = 'held-on'])"/>
    <tr i:covered="{$covered}">
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('audit-coverage.', substring-after(@anchor, 'control-'))"/></xsl:attribute>
      <xsl:attribute name="i:theme"><xsl:value-of select="$theme"/></xsl:attribute>
      <xsl:attribute name="i:state"><xsl:value-of select="$tp:covered-words/i:word[@id = $covered]"/></xsl:attribute>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="@title"/></td>
      <td>
        <para>
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="substring-before(substring-after(' yes=conforms planned=planned never=gap out=excluded ', concat(' ', $covered, '=')), ' ')"/>
            <xsl:with-param name="text" select="string($tp:covered-words/i:word[@id = $covered])"/>
          </xsl:call-template>
        </para>
        <xsl:if test="$last"><para role="note"><xsl:value-of select="t:text('audited.last', t:short-date($last))"/></para></xsl:if>
      </td>
      <xsl:for-each select="str:tokenize($tp:year-words)">
        <xsl:variable name="year" select="string(.)"/>
        <td>
          <xsl:apply-templates select="$audits[starts-with(tp:audit-day(.), $year)]" mode="m:coverage-audit">
            <xsl:with-param name="findings" select="$findings"/>
          </xsl:apply-templates>
        </td>
      </xsl:for-each>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:variable name="tp:covered-tree">
    <xsl:for-each select="str:tokenize('yes planned never out')"><i:word id="{.}"><xsl:value-of select="t:text(concat('audited.is-', .))"/></i:word></xsl:for-each>
  </xsl:variable>
  <xsl:variable name="tp:covered-words" select="exsl:node-set($tp:covered-tree)"/>

  <!-- yes; planned: none yet, but one is to come; never; out: the control is not necessary. -->
  <func:function name="tp:covered">
    <xsl:param name="control"/>
    <xsl:param name="audits"/>
    <xsl:for-each select="$control">
      <xsl:choose>
        <xsl:when test="tp:is-audited($audits)"><func:result select="'yes'"/></xsl:when>
        <xsl:when test="key('answer', @ref)/@applicable = 'false'"><func:result select="'out'"/></xsl:when>
        <xsl:when test="$audits[tp:is-own-audit(.)][not(i:cell[@name = 'held-on'])][translate(i:cell[@name = 'planned-for'], '-', '') &gt;= $t:now]"><func:result select="'planned'"/></xsl:when>
        <xsl:otherwise><func:result select="'never'"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </func:function>

  <!-- m:coverage-audit, blocks: an audit in the row of a control, with what it found there. -->
  <xsl:template match="i:row" mode="m:coverage-audit">
    <xsl:param name="findings"/>
    <xsl:variable name="these" select="$findings[normalize-space(i:cell[@name = 'audit']) = current()/@id]"/>
    <para>
      <xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="'audit-coverage'"/></xsl:apply-templates>
      <xsl:text> </xsl:text>
      <xsl:call-template name="tp:audit-when"/>
      <xsl:if test="not(tp:is-own-audit(.))"><xsl:value-of select="concat(' (', t:word('kind', normalize-space(i:cell[@name = 'kind'])), ')')"/></xsl:if>
    </para>
    <xsl:if test="i:cell[@name = 'held-on']">
      <para role="note"><xsl:call-template name="tp:grades"><xsl:with-param name="findings" select="$these"/></xsl:call-template></para>
    </xsl:if>
  </xsl:template>

  <!-- Held or planned, and when; overdue where the day has passed. -->
  <xsl:template name="tp:audit-when">
    <xsl:variable name="held" select="i:cell[@name = 'held-on']"/>
    <xsl:variable name="planned" select="i:cell[@name = 'planned-for']"/>
    <xsl:choose>
      <xsl:when test="$held"><xsl:value-of select="t:text('audited.held', t:short-date($held))"/></xsl:when>
      <xsl:when test="$planned">
        <xsl:value-of select="t:text('audited.planned', t:short-date($planned))"/>
        <xsl:if test="translate($planned, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('audited.no-date')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Findings by grade, and how many of them are open: Minor nonconformity: 2, Observation: 1 (1 open). -->
  <xsl:template name="tp:grades">
    <xsl:param name="findings"/>
    <xsl:variable name="grades" select="$findings/i:cell[@name = 'grade' or (@name = 'kind' and not(../i:cell[@name = 'grade']))]"/>
    <xsl:variable name="open" select="$findings[not(i:cell[@name = 'closed-on'])][not(i:cell[@name = 'grade'] = 'strength')]"/>
    <xsl:if test="not($findings)"><xsl:value-of select="t:text('audited.no-finding')"/></xsl:if>
    <xsl:for-each select="set:distinct($grades)">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="t:text('audited.of-grade', t:word('grade', normalize-space(.)), count($grades[. = current()]))"/>
    </xsl:for-each>
    <xsl:if test="$findings and not($grades)"><xsl:value-of select="t:count('audited.findings', count($findings))"/></xsl:if>
    <xsl:if test="$open"><xsl:value-of select="concat(' ', t:text('audited.still-open', count($open)))"/></xsl:if>
  </xsl:template>

  <!-- The audits, the latest first. -->
  <xsl:template name="tp:audits">
    <section>
      <xsl:attribute name="xml:id">audit-coverage.audits</xsl:attribute>
      <title><xsl:value-of select="t:text('audited.audits')"/></title>
      <informaltable role="filter">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('audited.audit')"/></th>
            <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.kind')"/></th>
            <th scope="col"><xsl:value-of select="t:text('audited.scope')"/></th>
            <th scope="col"><xsl:value-of select="t:text('audited.auditor')"/></th>
            <th scope="col"><xsl:value-of select="t:text('audited.when')"/></th>
            <th scope="col"><xsl:value-of select="t:text('audited.result')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.controls')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$t:audits" mode="m:audit-row">
            <xsl:sort select="tp:audit-day(.)" order="descending"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template match="i:row" mode="m:audit-row">
    <xsl:variable name="day" select="tp:audit-day(.)"/>
    <tr>
      <xsl:call-template name="t:row-anchor"><xsl:with-param name="document" select="'audit-coverage'"/></xsl:call-template>
      <xsl:attribute name="i:kind"><xsl:value-of select="normalize-space(i:cell[@name = 'kind'])"/></xsl:attribute>
      <th scope="row"><xsl:value-of select="@id"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></td>
      <td><xsl:apply-templates select="i:cell[@name = 'kind']" mode="m:cell"/></td>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'scope'])"/></td>
      <td><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'auditor']))"/></td>
      <td>
        <xsl:attribute name="i:sort"><xsl:value-of select="$day"/></xsl:attribute>
        <xsl:call-template name="tp:audit-when"/>
      </td>
      <td>
        <xsl:if test="i:cell[@name = 'result']"><para><xsl:value-of select="normalize-space(i:cell[@name = 'result'])"/></para></xsl:if>
        <xsl:if test="i:cell[@name = 'held-on']"><para><xsl:call-template name="tp:grades"><xsl:with-param name="findings" select="key('tp:finding-of', @id)"/></xsl:call-template></para></xsl:if>
        <xsl:if test="i:cell[@name = 'report']"><para role="note"><xsl:value-of select="normalize-space(i:cell[@name = 'report'])"/></para></xsl:if>
      </td>
      <td role="controls"><xsl:apply-templates select="i:cell[@name = 'controls' or @name = 'control']" mode="m:cell"><xsl:with-param name="here" select="'audit-coverage'"/></xsl:apply-templates></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
