<?xml version="1.0" encoding="UTF-8"?>
<!-- Objectives with how far they are, measures with their latest results, and results over time as charts and tables. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl m t tp">

  <!-- Results and objectives by the measure that they are of. -->
  <xsl:key name="result" match="/i:dossier/i:registers/i:register[@name = 'measurements']/i:row"
           use="i:cell[@name = 'measure'][not(i:value)] | i:cell[@name = 'measure']/i:value"/>
  <xsl:key name="objective-of" match="/i:dossier/i:registers/i:register[@name = 'objectives']/i:row"
           use="i:cell[@name = 'measure' or @name = 'measures'][not(i:value)] | i:cell[@name = 'measure' or @name = 'measures']/i:value"/>

  <xsl:template match="i:document[@id = 'objectives-report']" mode="m:file">
    <xsl:call-template name="t:article-file"/>
    <xsl:apply-templates select="key('register', 'measures')/i:row[key('result', @id)[2]]" mode="m:measure-chart">
      <xsl:with-param name="file" select="true()"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="i:document[@id = 'objectives-report']" mode="m:content">
    <xsl:variable name="objectives" select="key('register', 'objectives')[i:row]"/>
    <xsl:variable name="measures" select="key('register', 'measures')[i:row]"/>
    <xsl:variable name="results" select="key('register', 'measurements')/i:row"/>
    <xsl:variable name="lost" select="$results[not(key('row', concat('measures ', t:values(i:cell[@name = 'measure'])[1])))]"/>
    <xsl:if test="not($objectives | $measures | $results)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:apply-templates select="$objectives" mode="m:objectives"/>
    <xsl:apply-templates select="$measures" mode="m:measures"/>
    <xsl:if test="$measures/i:row[key('result', @id)]">
      <section>
        <xsl:attribute name="xml:id">objectives-report.results</xsl:attribute>
        <title><xsl:value-of select="t:text('objectives.results')"/></title>
        <para role="note"><xsl:value-of select="t:text('objectives.results-note')"/></para>
        <xsl:apply-templates select="$measures/i:row[key('result', @id)]" mode="m:measure-results"/>
      </section>
    </xsl:if>
    <xsl:if test="$lost">
      <section>
        <xsl:attribute name="xml:id">objectives-report.other-results</xsl:attribute>
        <title><xsl:value-of select="t:text('objectives.other-results')"/></title>
        <xsl:call-template name="tp:results-table"><xsl:with-param name="results" select="$lost"/><xsl:with-param name="measure" select="true()"/></xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What an objective says of itself, unless its day has passed. -->
  <xsl:template match="i:register[@name = 'objectives']/i:row" mode="m:row-states">
    <xsl:variable name="status" select="normalize-space(i:cell[@name = 'status'])"/>
    <xsl:choose>
      <xsl:when test="$status = 'met'"/>
      <xsl:when test="$status = 'missed'"><i:is name="missed" tone="gap"/></xsl:when>
      <xsl:when test="t:past(i:cell[@name = 'due'])"><i:is name="overdue" tone="gap"/></xsl:when>
      <xsl:when test="$status = 'at-risk'"><i:is name="at-risk" tone="partial"/></xsl:when>
      <xsl:when test="$status = 'on-track'"><i:is name="on-track" tone="planned"/></xsl:when>
      <xsl:otherwise><i:is name="open" tone="undecided"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:objectives: the register as a section. -->
  <xsl:template match="i:register" mode="m:objectives">
    <xsl:variable name="further" select="t:further-columns(., 'id title measure measures target actions owner resources due evaluation evaluated-on status')"/>
    <section>
      <xsl:attribute name="xml:id">objectives-report.objectives</xsl:attribute>
      <title><xsl:value-of select="t:text('objectives.objectives')"/></title>
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="i:row"/>
        <xsl:with-param name="words" select="t:count('objectives.count', count(i:row))"/>
        <xsl:with-param name="fine" select="'met'"/>
      </xsl:call-template>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id objective state target measure evaluation due actions resources owner'"/></xsl:call-template>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:row" mode="m:objective-row">
            <xsl:sort select="i:cell[@name = 'status'] = 'met'"/>
            <xsl:sort select="i:cell[@name = 'due']"/>
            <xsl:with-param name="further" select="$further"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:objective-row: an objective. -->
  <xsl:template match="i:row" mode="m:objective-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'met'"/></xsl:call-template>
      <xsl:attribute name="i:owner"><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/></xsl:attribute>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <xsl:call-template name="t:title-cell"/>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'met'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'target'"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
      <td>
        <xsl:call-template name="t:row-links">
          <xsl:with-param name="cell" select="i:cell[@name = 'measure' or @name = 'measures']"/>
          <xsl:with-param name="register" select="'measures'"/>
          <xsl:with-param name="here" select="'objectives-report'"/>
        </xsl:call-template>
      </td>
      <td role="words">
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'evaluation'"/><xsl:with-param name="role" select="''"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
        <xsl:if test="i:cell[@name = 'evaluated-on']"><para role="note"><xsl:value-of select="t:text('objectives.on', t:short-date(i:cell[@name = 'evaluated-on']))"/></para></xsl:if>
      </td>
      <xsl:call-template name="t:day"><xsl:with-param name="date" select="i:cell[@name = 'due']"/><xsl:with-param name="late" select="$states/@name = 'overdue'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'actions'"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'resources'"/></xsl:call-template>
      <xsl:call-template name="t:who"/>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- The latest result of a measure as i:latest with @value, @on and @met: of its results, or what the measure says itself. -->
  <xsl:template name="t:measure-latest">
    <xsl:variable name="own" select="i:cell[@name = 'last-on']"/>
    <xsl:variable name="results" select="key('result', @id)"/>
    <xsl:variable name="on" select="t:latest($results/i:cell[@name = 'measured-on'])"/>
    <xsl:variable name="result" select="$results[i:cell[@name = 'measured-on'] = $on][last()]"/>
    <xsl:choose>
      <xsl:when test="$result and not(translate($own, '-', '') &gt; translate($on, '-', ''))">
        <i:latest value="{normalize-space($result/i:cell[@name = 'value'])}" on="{$on}" met="{normalize-space($result/i:cell[@name = 'met'])}"/>
      </xsl:when>
      <xsl:when test="i:cell[@name = 'last-value']">
        <i:latest value="{normalize-space(i:cell[@name = 'last-value'])}" on="{$own}" met=""/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Whether a target was met is what those who measured said: no threshold is read. -->
  <xsl:template match="i:register[@name = 'measures']/i:row" mode="m:row-states">
    <xsl:variable name="tree"><xsl:call-template name="t:measure-latest"/></xsl:variable>
    <xsl:variable name="latest" select="exsl:node-set($tree)/i:latest"/>
    <xsl:choose>
      <xsl:when test="not($latest)"><i:is name="not-measured" tone="gap"/></xsl:when>
      <xsl:when test="$latest/@met = 'no'"><i:is name="target-missed" tone="gap"/></xsl:when>
      <xsl:when test="$latest/@met = 'yes'"/>
      <xsl:otherwise><i:is name="measured" tone="excluded"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:measures: the register as a section. -->
  <xsl:template match="i:register" mode="m:measures">
    <xsl:variable name="further" select="t:further-columns(., 'id title method when by evaluated-by threshold unit last-value last-on controls control')"/>
    <section>
      <xsl:attribute name="xml:id">objectives-report.measures</xsl:attribute>
      <title><xsl:value-of select="t:text('objectives.measures')"/></title>
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="i:row"/>
        <xsl:with-param name="words" select="t:count('objectives.measures-count', count(i:row))"/>
        <xsl:with-param name="fine" select="'target-met'"/>
      </xsl:call-template>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id measure state result threshold when measured-by objectives controls'"/></xsl:call-template>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:row" mode="m:measure-row"><xsl:with-param name="further" select="$further"/></xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:measure-row: a measure. -->
  <xsl:template match="i:row" mode="m:measure-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="latest-tree"><xsl:call-template name="t:measure-latest"/></xsl:variable>
    <xsl:variable name="latest" select="exsl:node-set($latest-tree)/i:latest"/>
    <xsl:variable name="by" select="normalize-space(i:cell[@name = 'by'])"/>
    <xsl:variable name="evaluated-by" select="normalize-space(i:cell[@name = 'evaluated-by'])"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'target-met'"/></xsl:call-template>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <td role="title">
        <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'method'"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
        <xsl:if test="key('result', @id) and tp:row-name(@id) != ''">
          <para role="note"><link linkend="objectives-report.results.{@id}"><xsl:value-of select="t:count('objectives.results-count', count(key('result', @id)))"/></link></para>
        </xsl:if>
      </td>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'target-met'"/></xsl:call-template>
      <td role="words">
        <xsl:if test="$latest">
          <para><xsl:value-of select="$latest/@value"/></para>
          <xsl:if test="$latest/@on != ''"><para role="note"><xsl:value-of select="t:text('objectives.on', t:short-date($latest/@on))"/></para></xsl:if>
        </xsl:if>
      </td>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'threshold'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'when'"/></xsl:call-template>
      <td role="who">
        <xsl:if test="$by"><para><xsl:value-of select="t:role-title($by)"/></para></xsl:if>
        <xsl:if test="$evaluated-by"><para role="note"><xsl:value-of select="t:text('objectives.evaluated-by', t:role-title($evaluated-by))"/></para></xsl:if>
      </td>
      <td><xsl:call-template name="t:links-of-rows"><xsl:with-param name="rows" select="key('objective-of', @id)"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template></td>
      <td role="controls"><xsl:call-template name="t:control-links"/></td>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- m:measure-results: a section with the results of a measure. -->
  <xsl:template match="i:row" mode="m:measure-results">
    <section>
      <xsl:if test="tp:row-name(@id) != ''"><xsl:attribute name="xml:id"><xsl:value-of select="concat('objectives-report.results.', @id)"/></xsl:attribute></xsl:if>
      <title><xsl:value-of select="normalize-space(concat(@id, ' ', i:cell[@name = 'title']))"/></title>
      <xsl:if test="i:cell[@name = 'threshold']"><para><xsl:value-of select="t:text('objectives.threshold', normalize-space(i:cell[@name = 'threshold']))"/></para></xsl:if>
      <xsl:apply-templates select="." mode="m:measure-chart"/>
      <xsl:call-template name="tp:results-table"><xsl:with-param name="results" select="key('result', @id)"/></xsl:call-template>
    </section>
  </xsl:template>

  <!-- A value as a number: 14; of a measure that declares its unit, 14 with that unit too. Anything else is not a number. -->
  <func:function name="t:measured">
    <xsl:param name="value"/>
    <xsl:param name="unit"/>
    <xsl:variable name="plain" select="normalize-space($value)"/>
    <xsl:choose>
      <xsl:when test="$unit != '' and substring($plain, string-length($plain) - string-length($unit) + 1) = $unit">
        <func:result select="number(substring($plain, 1, string-length($plain) - string-length($unit)))"/>
      </xsl:when>
      <xsl:otherwise><func:result select="number($plain)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- m:measure-chart: the results of a measure as a line, in the article or as a file, where two or more of them are numbers with a day. -->
  <xsl:template match="i:row" mode="m:measure-chart">
    <xsl:param name="file"/>
    <xsl:variable name="unit" select="normalize-space(i:cell[@name = 'unit'])"/>
    <xsl:variable name="limit" select="t:measured(i:cell[@name = 'threshold'], $unit)"/>
    <xsl:variable name="tree">
      <xsl:for-each select="key('result', @id)[i:cell[@name = 'measured-on'][t:is-date(.)]]">
        <xsl:variable name="value" select="t:measured(i:cell[@name = 'value'], $unit)"/>
        <xsl:if test="$value = $value">
          <i:point x="{t:days(i:cell[@name = 'measured-on'])}" on="{i:cell[@name = 'measured-on']}" value="{$value}">
            <xsl:if test="i:cell[@name = 'met'] = 'no'"><xsl:attribute name="missed">true</xsl:attribute></xsl:if>
          </i:point>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="points" select="exsl:node-set($tree)/i:point"/>
    <xsl:if test="$points[2] and tp:row-name(@id) != ''">
      <xsl:variable name="title" select="normalize-space(concat(i:cell[@name = 'title'], substring(concat(' (', $unit, ')'), 1 div ($unit != ''))))"/>
      <xsl:variable name="words">
        <xsl:for-each select="$points">
          <xsl:sort select="@x" data-type="number"/>
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:value-of select="concat(t:short-date(@on), ' ', @value, substring(concat(' (', t:text('chart.missed'), ')'), 1 div boolean(@missed)))"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="svg">
        <xsl:call-template name="t:line-drawing"><xsl:with-param name="points" select="$points"/><xsl:with-param name="limit" select="$limit"/></xsl:call-template>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$file">
          <xsl:call-template name="t:chart-file">
            <xsl:with-param name="name" select="concat('measure-', @id)"/>
            <xsl:with-param name="title" select="$title"/>
            <xsl:with-param name="words" select="string($words)"/>
            <xsl:with-param name="svg" select="$svg"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="t:chart">
            <xsl:with-param name="name" select="concat('measure-', @id)"/>
            <xsl:with-param name="title" select="$title"/>
            <xsl:with-param name="words" select="string($words)"/>
            <xsl:with-param name="svg" select="$svg"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- Results, the latest first; with $measure, of what. -->
  <xsl:template name="tp:results-table">
    <xsl:param name="results"/>
    <xsl:param name="measure"/>
    <informaltable role="totals">
      <thead>
        <tr>
          <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'measured'"/></xsl:call-template>
          <xsl:if test="$measure"><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'measure'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'value met measured-by comment'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$results">
          <xsl:sort select="i:cell[@name = 'measured-on']" order="descending"/>
          <xsl:variable name="met" select="normalize-space(i:cell[@name = 'met'])"/>
          <tr>
            <th scope="row" i:sort="{i:cell[@name = 'measured-on']}"><xsl:value-of select="t:short-date(i:cell[@name = 'measured-on'])"/></th>
            <xsl:if test="$measure"><td><xsl:value-of select="t:join(t:values(i:cell[@name = 'measure']))"/></td></xsl:if>
            <td><xsl:value-of select="normalize-space(i:cell[@name = 'value'])"/></td>
            <td>
              <xsl:if test="$met = 'yes' or $met = 'no'">
                <xsl:call-template name="t:badge">
                  <xsl:with-param name="state" select="concat(substring('implemented', 1 div ($met = 'yes')), substring('gap', 1 div ($met = 'no')))"/>
                  <xsl:with-param name="text" select="t:text(concat('objectives.met-', $met))"/>
                </xsl:call-template>
              </xsl:if>
            </td>
            <xsl:call-template name="t:who"><xsl:with-param name="name" select="'by'"/></xsl:call-template>
            <xsl:call-template name="t:words"><xsl:with-param name="name" select="'comment'"/><xsl:with-param name="here" select="'objectives-report'"/></xsl:call-template>
          </tr>
        </xsl:for-each>
      </tbody>
    </informaltable>
  </xsl:template>

</xsl:stylesheet>
