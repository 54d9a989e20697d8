<?xml version="1.0" encoding="UTF-8"?>
<!-- Risks against controls: per risk its controls by theme, per control its risks, and the holes on either side. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="m t tp">

  <xsl:template match="i:document[@id = 'risk-control-matrix']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'risk-control-matrix']" mode="m:lede">
    <xsl:value-of select="t:text('matrix.lede')"/>
  </xsl:template>

  <!-- Controls of the Statement of Applicability that count. -->
  <xsl:variable name="t:matrix-controls" select="$t:soa-catalogs/descendant::i:control[not(@withdrawn = 'true')]"/>

  <xsl:template match="i:document[@id = 'risk-control-matrix']" mode="m:content">
    <xsl:if test="not($t:risk-rows)">
      <para role="empty"><xsl:value-of select="t:text('risk.none')"/></para>
    </xsl:if>
    <xsl:if test="$t:risk-rows">
      <xsl:call-template name="t:matrix-holes"/>
      <xsl:call-template name="t:matrix-risks"/>
    </xsl:if>
    <xsl:if test="$t:risk-rows and $t:matrix-controls">
      <xsl:call-template name="t:matrix-controls"/>
    </xsl:if>
  </xsl:template>

  <!-- What an auditor looks for: risks without a control, risks that lean on one that is out, necessary controls that no risk names. -->
  <xsl:template name="t:matrix-holes">
    <xsl:variable name="bare" select="$t:risk-rows[not(key('row-relation', @id)[@register = 'risks'])]"/>
    <xsl:variable name="out" select="$t:risk-rows[key('answer', key('row-relation', @id)[@register = 'risks']/@control)[@applicable = 'false']]"/>
    <xsl:variable name="idle" select="$t:matrix-controls[key('answer', @ref)[@decided = 'true'][not(@applicable = 'false')]][not(key('relation', @ref)[@register = 'risks'])]"/>
    <section>
      <xsl:attribute name="xml:id">risk-control-matrix.holes</xsl:attribute>
      <title><xsl:value-of select="t:text('matrix.holes')"/></title>
      <informaltable role="holes">
        <tbody>
          <tr>
            <th scope="row"><xsl:value-of select="t:text('matrix.bare')"/></th>
            <td>
              <xsl:call-template name="t:risk-links">
                <xsl:with-param name="here" select="'risk-control-matrix'"/>
                <xsl:with-param name="rows" select="$bare"/>
                <xsl:with-param name="most" select="200"/>
              </xsl:call-template>
              <xsl:if test="not($bare)"><xsl:value-of select="t:text('matrix.no-hole')"/></xsl:if>
            </td>
          </tr>
          <tr>
            <th scope="row"><xsl:value-of select="t:text('matrix.out')"/></th>
            <td>
              <xsl:call-template name="t:risk-links">
                <xsl:with-param name="here" select="'risk-control-matrix'"/>
                <xsl:with-param name="rows" select="$out"/>
                <xsl:with-param name="most" select="200"/>
              </xsl:call-template>
              <xsl:if test="not($out)"><xsl:value-of select="t:text('matrix.no-hole')"/></xsl:if>
            </td>
          </tr>
          <tr>
            <th scope="row"><xsl:value-of select="t:text('matrix.idle')"/></th>
            <td>
              <xsl:apply-templates select="$idle" mode="m:matrix-label"/>
              <xsl:if test="not($idle)"><xsl:value-of select="t:text('matrix.no-hole')"/></xsl:if>
            </td>
          </tr>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:matrix-label, inlines: a control by its label, after a comma if it is not the first; one that is not in place says so. -->
  <xsl:template match="i:control" mode="m:matrix-label">
    <xsl:variable name="state" select="t:state(key('answer', @ref))"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="." mode="m:link"/>
    <xsl:if test="$state != 'implemented' and $state != 'conforms'">
      <xsl:text> </xsl:text>
      <phrase role="soft"><xsl:value-of select="t:text('matrix.state', t:text(concat('matrix.', $state)))"/></phrase>
    </xsl:if>
  </xsl:template>

  <!-- Risks down, themes across; an empty cell is a hole. Of many themes one column is made. -->
  <xsl:variable name="t:matrix-themes" select="$t:soa-catalogs[i:control] | $t:soa-catalogs/i:group[.//i:control]"/>
  <xsl:variable name="t:matrix-by-theme" select="count($t:matrix-themes) &lt;= 8"/>

  <xsl:template name="t:matrix-risks">
    <xsl:variable name="other" select="boolean(tp:elsewhere($dossier/i:relations/i:relation[@register = 'risks']))"/>
    <section>
      <xsl:attribute name="xml:id">risk-control-matrix.risks</xsl:attribute>
      <title><xsl:value-of select="t:text('matrix.by-risk')"/></title>
      <informaltable role="filter">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('risk.risk')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.what')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.current')"/></th>
            <xsl:for-each select="$t:matrix-themes[$t:matrix-by-theme]">
              <th scope="col"><xsl:apply-templates select="." mode="m:theme"/></th>
            </xsl:for-each>
            <xsl:if test="not($t:matrix-by-theme)"><th scope="col"><xsl:value-of select="t:text('plan.controls')"/></th></xsl:if>
            <xsl:if test="$other"><th scope="col"><xsl:value-of select="t:text('matrix.other')"/></th></xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$t:risk-rows" mode="m:matrix-row"><xsl:with-param name="other" select="$other"/></xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- The controls that relations name outside the Statement of Applicability: requirements, peers. -->
  <func:function name="tp:elsewhere">
    <xsl:param name="relations"/>
    <xsl:for-each select="$dossier">
      <func:result select="key('control', $relations[not(substring-before(@control, ':') = $t:soa-catalogs/@name)]/@control)"/>
    </xsl:for-each>
  </func:function>

  <xsl:template match="i:row" mode="m:matrix-row">
    <xsl:param name="other"/>
    <xsl:variable name="relations" select="key('row-relation', @id)[@register = 'risks']"/>
    <xsl:variable name="controls" select="key('control', $relations[substring-before(@control, ':') = $t:soa-catalogs/@name]/@control)"/>
    <xsl:variable name="risk" select="t:risk(.)"/>
    <tr>
      <xsl:call-template name="t:risk-filters">
        <xsl:with-param name="risk" select="$risk"/>
        <xsl:with-param name="owner" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
      </xsl:call-template>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="'risk-control-matrix'"/></xsl:apply-templates></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></td>
      <xsl:call-template name="t:level-cell">
        <xsl:with-param name="level" select="$risk/@current-level"/>
        <xsl:with-param name="band" select="$risk/@current-band"/>
        <xsl:with-param name="text" select="$risk/@current-text"/>
        <xsl:with-param name="otherwise" select="$tp:not-rated"/>
      </xsl:call-template>
      <xsl:for-each select="$t:matrix-themes[$t:matrix-by-theme]">
        <xsl:variable name="theme" select="."/>
        <td><xsl:apply-templates select="$controls[count(tp:theme(.) | $theme) = 1]" mode="m:matrix-label"/></td>
      </xsl:for-each>
      <xsl:if test="not($t:matrix-by-theme)"><td><xsl:apply-templates select="$controls" mode="m:matrix-label"/></td></xsl:if>
      <xsl:if test="$other"><td><xsl:apply-templates select="tp:elsewhere($relations)" mode="m:matrix-label"/></td></xsl:if>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- The outermost group of a control, or its catalogue. -->
  <func:function name="tp:theme">
    <xsl:param name="control"/>
    <func:result select="$control/ancestor::*[parent::i:catalog or self::i:catalog][self::i:group or not($control/ancestor::i:group)][1]"/>
  </func:function>

  <!-- Controls down, by theme. -->
  <xsl:template name="t:matrix-controls">
    <section>
      <xsl:attribute name="xml:id">risk-control-matrix.controls</xsl:attribute>
      <title><xsl:value-of select="t:text('matrix.by-control')"/></title>
      <informaltable role="filter">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('soa.control')"/></th>
            <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
            <th scope="col"><xsl:value-of select="t:text('fact.status')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.number')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.risks')"/></th>
            <th scope="col"><xsl:value-of select="t:text('matrix.otherwise')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$t:matrix-controls" mode="m:matrix-row"/>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template match="i:control" mode="m:matrix-row">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="relations" select="key('relation', @ref)"/>
    <xsl:variable name="risks" select="$relations[@register = 'risks']"/>
    <xsl:variable name="reasons" select="$relations[@register = 'legal']/@row | $answer/i:because/@kind"/>
    <tr>
      <xsl:attribute name="i:theme"><xsl:apply-templates select="." mode="m:theme"/></xsl:attribute>
      <xsl:attribute name="i:status"><xsl:value-of select="t:state($answer)"/></xsl:attribute>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="@title"/></td>
      <td><xsl:apply-templates select="." mode="m:badge"/></td>
      <td role="number" i:sort="{count($risks)}"><xsl:value-of select="count($risks)"/></td>
      <td>
        <xsl:call-template name="t:risk-links">
          <xsl:with-param name="here" select="'risk-control-matrix'"/>
          <xsl:with-param name="rows" select="key('row-by-id', $risks/@row)[../@name = 'risks']"/>
        </xsl:call-template>
      </td>
      <td><xsl:value-of select="t:join($reasons)"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
