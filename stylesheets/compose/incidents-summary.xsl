<?xml version="1.0" encoding="UTF-8"?>
<!-- Incidents: how many of which severity and when, how long until they were closed, and what was learned. Who noticed one, or whom
     it was reported to, is not needed for that and is left to the register. -->
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

  <xsl:template match="i:document[@id = 'incidents-summary']" mode="m:file">
    <xsl:call-template name="t:article-file"/>
    <xsl:call-template name="tp:incident-chart"><xsl:with-param name="file" select="true()"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document[@id = 'incidents-summary']" mode="m:content">
    <xsl:variable name="register" select="key('register', 'incidents')"/>
    <xsl:variable name="tree"><xsl:call-template name="tp:incidents"/></xsl:variable>
    <xsl:variable name="incidents" select="exsl:node-set($tree)/i:incident"/>
    <xsl:if test="not($register/i:row)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$register/i:row">
      <section>
        <xsl:attribute name="xml:id">incidents-summary.position</xsl:attribute>
        <title><xsl:value-of select="t:text('incidents.position')"/></title>
        <xsl:call-template name="t:row-figures">
          <xsl:with-param name="rows" select="$register/i:row"/>
          <xsl:with-param name="words" select="t:count('incidents.count', count($register/i:row))"/>
          <xsl:with-param name="fine" select="'closed'"/>
        </xsl:call-template>
        <xsl:call-template name="tp:incidents-by-severity"><xsl:with-param name="incidents" select="$incidents"/></xsl:call-template>
      </section>
      <xsl:call-template name="tp:incidents-by-period"><xsl:with-param name="incidents" select="$incidents"/></xsl:call-template>
      <section>
        <xsl:attribute name="xml:id">incidents-summary.list</xsl:attribute>
        <title><xsl:value-of select="t:text('incidents.list')"/></title>
        <informaltable role="filter">
          <thead>
            <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id incident severity state noticed closed learned controls'"/></xsl:call-template></tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$register/i:row" mode="m:incident-row">
              <xsl:sort select="i:cell[@name = 'noticed-on']" order="descending"/>
            </xsl:apply-templates>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- An incident that has been open for a quarter of a year is late. -->
  <xsl:template match="i:register[@name = 'incidents']/i:row" mode="m:row-states">
    <xsl:variable name="noticed" select="i:cell[@name = 'noticed-on'][t:is-date(.)]"/>
    <xsl:choose>
      <xsl:when test="not(i:cell[@name = 'closed-on']) and $noticed and t:past(t:add-months($noticed, 3))"><i:is name="open-long" tone="gap"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'closed-on'])"><i:is name="open" tone="partial"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'learned'])"><i:is name="nothing-learned" tone="undecided"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- i:incident per row: @severity (a word of $tp:severities or of the organisation's own), @year and @quarter of the day it was noticed,
       @days until it was closed. -->
  <xsl:template name="tp:incidents">
    <xsl:for-each select="$dossier/i:registers/i:register[@name = 'incidents']/i:row">
      <xsl:variable name="noticed" select="i:cell[@name = 'noticed-on'][t:is-date(.)]"/>
      <xsl:variable name="closed" select="i:cell[@name = 'closed-on'][t:is-date(.)]"/>
      <i:incident severity="{normalize-space(i:cell[@name = 'severity'])}">
        <xsl:if test="$noticed">
          <xsl:attribute name="year"><xsl:value-of select="substring($noticed, 1, 4)"/></xsl:attribute>
          <xsl:attribute name="quarter"><xsl:value-of select="4 * substring($noticed, 1, 4) + ceiling(substring($noticed, 6, 2) div 3) - 1"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="$noticed and $closed"><xsl:attribute name="days"><xsl:value-of select="t:days($closed) - t:days($noticed)"/></xsl:attribute></xsl:if>
        <xsl:if test="i:cell[@name = 'closed-on']"><xsl:attribute name="closed">true</xsl:attribute></xsl:if>
      </i:incident>
    </xsl:for-each>
  </xsl:template>

  <!-- Severities, the gravest first; those that stand in the register and not here come after them. -->
  <xsl:variable name="tp:severities" select="' critical high medium low '"/>
  <func:function name="tp:severity-tone">
    <xsl:param name="severity"/>
    <func:result select="concat('level', substring-before(substring-after(' critical=-5 high=-4 medium=-3 low=-1 ', concat(' ', $severity, '=')), ' '))"/>
  </func:function>
  <func:function name="tp:severity-word">
    <xsl:param name="severity"/>
    <xsl:choose>
      <xsl:when test="$severity = ''"><func:result select="t:text('incidents.not-rated')"/></xsl:when>
      <xsl:otherwise><func:result select="t:word('severity', string($severity))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>
  <xsl:template name="tp:severity-badge">
    <xsl:param name="severity"/>
    <xsl:call-template name="t:badge">
      <xsl:with-param name="state" select="tp:severity-tone($severity)"/>
      <xsl:with-param name="text" select="tp:severity-word($severity)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How many of each severity, and how long they took: the days that half of them did not exceed, and the longest. -->
  <xsl:template name="tp:incidents-by-severity">
    <xsl:param name="incidents"/>
    <informaltable role="totals">
      <thead>
        <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'severity incidents open half-in longest'"/></xsl:call-template></tr>
      </thead>
      <tbody>
        <xsl:for-each select="set:distinct($incidents/@severity)">
          <xsl:sort select="string-length(substring-before(concat($tp:severities, '- '), concat(' ', ., ' '))) + 99 * not(contains($tp:severities, concat(' ', ., ' ')))" data-type="number"/>
          <xsl:sort select="."/>
          <tr>
            <th scope="row"><xsl:call-template name="tp:severity-badge"><xsl:with-param name="severity" select="string(.)"/></xsl:call-template></th>
            <xsl:call-template name="tp:incident-times"><xsl:with-param name="incidents" select="$incidents[@severity = current()]"/></xsl:call-template>
          </tr>
        </xsl:for-each>
        <tr role="sum">
          <th scope="row"><xsl:value-of select="t:text('incidents.all')"/></th>
          <xsl:call-template name="tp:incident-times"><xsl:with-param name="incidents" select="$incidents"/></xsl:call-template>
        </tr>
      </tbody>
    </informaltable>
  </xsl:template>
  <xsl:template name="tp:incident-times">
    <xsl:param name="incidents"/>
    <xsl:variable name="half" select="ceiling(count($incidents/@days) div 2)"/>
    <td role="number"><xsl:value-of select="count($incidents)"/></td>
    <td role="number"><xsl:value-of select="count($incidents[not(@closed)])"/></td>
    <td role="number">
      <xsl:for-each select="$incidents/@days">
        <xsl:sort select="." data-type="number"/>
        <xsl:if test="position() = $half"><xsl:value-of select="tp:days-words(number(.))"/></xsl:if>
      </xsl:for-each>
    </td>
    <td role="number">
      <xsl:if test="$incidents/@days"><xsl:value-of select="tp:days-words(math:max($incidents/@days))"/></xsl:if>
    </td>
  </xsl:template>

  <func:function name="tp:days-words">
    <xsl:param name="days"/>
    <xsl:choose>
      <xsl:when test="$days = 0"><func:result select="t:text('incidents.same-day')"/></xsl:when>
      <xsl:otherwise><func:result select="t:count('incidents.days', $days)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- i:period per quarter, or per year where quarters would be more than twelve, with an i:part per severity, the mildest first. -->
  <xsl:template name="tp:periods">
    <xsl:param name="incidents"/>
    <xsl:variable name="first" select="math:min($incidents/@quarter)"/>
    <xsl:variable name="last" select="math:max($incidents/@quarter)"/>
    <xsl:variable name="by-year" select="$last - $first &gt;= 12"/>
    <xsl:variable name="severities" select="set:distinct($incidents/@severity)"/>
    <xsl:if test="$first = $first">
      <xsl:call-template name="tp:period">
        <xsl:with-param name="incidents" select="$incidents"/>
        <xsl:with-param name="severities" select="$severities"/>
        <xsl:with-param name="by-year" select="$by-year"/>
        <xsl:with-param name="at" select="$first * not($by-year) + floor($first div 4) * $by-year"/>
        <xsl:with-param name="last" select="$last * not($by-year) + floor($last div 4) * $by-year"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- Of many years the first are left out: a hundred columns say nothing. -->
  <xsl:template name="tp:period">
    <xsl:param name="incidents"/>
    <xsl:param name="severities"/>
    <xsl:param name="by-year"/>
    <xsl:param name="last"/>
    <xsl:param name="at"/>
    <xsl:param name="first" select="true()"/>
    <xsl:variable name="now" select="$at + ($last - 11 - $at) * ($last - $at &gt; 11)"/>
    <xsl:variable name="these" select="$incidents[($by-year and @year = $now) or (not($by-year) and @quarter = $now)]"/>
    <i:period count="{count($these)}">
      <xsl:choose>
        <xsl:when test="$by-year">
          <xsl:attribute name="short"><xsl:value-of select="$now"/></xsl:attribute>
          <xsl:attribute name="long"><xsl:value-of select="$now"/></xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="short"><xsl:value-of select="t:text('incidents.quarter', $now mod 4 + 1)"/></xsl:attribute>
          <xsl:attribute name="long"><xsl:value-of select="t:text('incidents.quarter-of', floor($now div 4), $now mod 4 + 1)"/></xsl:attribute>
          <xsl:if test="$first or $now mod 4 = 0"><xsl:attribute name="year"><xsl:value-of select="floor($now div 4)"/></xsl:attribute></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="$severities">
        <xsl:sort select="string-length(substring-before(concat($tp:severities, '- '), concat(' ', ., ' '))) + 99 * not(contains($tp:severities, concat(' ', ., ' ')))" data-type="number" order="descending"/>
        <xsl:sort select="."/>
        <i:part count="{count($these[@severity = current()])}" tone="{tp:severity-tone(string(.))}" word="{tp:severity-word(string(.))}"/>
      </xsl:for-each>
    </i:period>
    <xsl:if test="$now &lt; $last">
      <xsl:call-template name="tp:period">
        <xsl:with-param name="incidents" select="$incidents"/>
        <xsl:with-param name="severities" select="$severities"/>
        <xsl:with-param name="by-year" select="$by-year"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="at" select="$now + 1"/>
        <xsl:with-param name="first" select="false()"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The chart in the article, or its file: nothing where no day is known. -->
  <xsl:template name="tp:incident-chart">
    <xsl:param name="file"/>
    <xsl:variable name="tree"><xsl:call-template name="tp:incidents"/></xsl:variable>
    <xsl:variable name="period-tree"><xsl:call-template name="tp:periods"><xsl:with-param name="incidents" select="exsl:node-set($tree)/i:incident"/></xsl:call-template></xsl:variable>
    <xsl:variable name="periods" select="exsl:node-set($period-tree)/i:period"/>
    <xsl:variable name="words">
      <xsl:for-each select="$periods">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:value-of select="concat(@long, ': ', @count)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="svg">
      <xsl:if test="$periods">
        <xsl:call-template name="t:column-drawing">
          <xsl:with-param name="periods" select="$periods"/>
          <xsl:with-param name="legend" select="$periods[1]/i:part[position() &lt;= 4]"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($periods)"/>
      <xsl:when test="$file">
        <xsl:call-template name="t:chart-file">
          <xsl:with-param name="name" select="'incidents'"/>
          <xsl:with-param name="title" select="t:text('incidents.by-period')"/>
          <xsl:with-param name="words" select="string($words)"/>
          <xsl:with-param name="svg" select="$svg"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:chart">
          <xsl:with-param name="name" select="'incidents'"/>
          <xsl:with-param name="title" select="t:text('incidents.by-period')"/>
          <xsl:with-param name="words" select="string($words)"/>
          <xsl:with-param name="svg" select="$svg"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:incidents-by-period">
    <xsl:param name="incidents"/>
    <xsl:variable name="tree"><xsl:call-template name="tp:periods"><xsl:with-param name="incidents" select="$incidents"/></xsl:call-template></xsl:variable>
    <xsl:variable name="periods" select="exsl:node-set($tree)/i:period"/>
    <xsl:if test="$periods">
      <section>
        <xsl:attribute name="xml:id">incidents-summary.by-period</xsl:attribute>
        <title><xsl:value-of select="t:text('incidents.by-period')"/></title>
        <xsl:call-template name="tp:incident-chart"/>
        <informaltable role="totals">
          <thead>
            <tr>
              <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'noticed'"/></xsl:call-template>
              <xsl:for-each select="$periods[1]/i:part">
                <xsl:sort select="position()" data-type="number" order="descending"/>
                <th scope="col"><xsl:value-of select="@word"/></th>
              </xsl:for-each>
              <th scope="col"><xsl:value-of select="t:text('incidents.all')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$periods">
              <tr>
                <th scope="row"><xsl:value-of select="@long"/></th>
                <xsl:for-each select="i:part">
                  <xsl:sort select="position()" data-type="number" order="descending"/>
                  <td role="number"><xsl:value-of select="@count"/></td>
                </xsl:for-each>
                <td role="number"><xsl:value-of select="@count"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- m:incident-row: an incident. -->
  <xsl:template match="i:row" mode="m:incident-row">
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="noticed" select="i:cell[@name = 'noticed-on'][t:is-date(.)]"/>
    <xsl:variable name="closed" select="i:cell[@name = 'closed-on'][t:is-date(.)]"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'closed'"/></xsl:call-template>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <td role="title">
        <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'what-happened'"/><xsl:with-param name="here" select="'incidents-summary'"/></xsl:call-template>
      </td>
      <td><xsl:call-template name="tp:severity-badge"><xsl:with-param name="severity" select="normalize-space(i:cell[@name = 'severity'])"/></xsl:call-template></td>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'closed'"/></xsl:call-template>
      <xsl:call-template name="t:day"><xsl:with-param name="date" select="i:cell[@name = 'noticed-on']"/></xsl:call-template>
      <td i:sort="{i:cell[@name = 'closed-on']}">
        <xsl:if test="i:cell[@name = 'closed-on']">
          <para><xsl:value-of select="t:short-date(i:cell[@name = 'closed-on'])"/></para>
          <xsl:if test="$noticed and $closed"><para role="note"><xsl:value-of select="tp:days-words(t:days($closed) - t:days($noticed))"/></para></xsl:if>
        </xsl:if>
      </td>
      <td role="words">
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'learned'"/><xsl:with-param name="role" select="''"/><xsl:with-param name="here" select="'incidents-summary'"/></xsl:call-template>
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'cause'"/><xsl:with-param name="label" select="t:text('incidents.cause')"/><xsl:with-param name="here" select="'incidents-summary'"/></xsl:call-template>
      </td>
      <td role="controls"><xsl:call-template name="t:control-links"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
