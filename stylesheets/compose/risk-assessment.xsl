<?xml version="1.0" encoding="UTF-8"?>
<!-- The risk assessment: where the risks stand, today and as expected, each of them by level, and the method behind it. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m t tp">

  <xsl:template match="i:document[@id = 'risk-assessment']" mode="m:file">
    <xsl:call-template name="t:article-file"/>
    <xsl:if test="$t:places-current">
      <xsl:call-template name="t:heat-map-file">
        <xsl:with-param name="name" select="'current'"/>
        <xsl:with-param name="title" select="t:text('risk.map-current')"/>
        <xsl:with-param name="places" select="$t:places-current"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$t:places-target">
      <xsl:call-template name="t:heat-map-file">
        <xsl:with-param name="name" select="'target'"/>
        <xsl:with-param name="title" select="$t:risk-target-title"/>
        <xsl:with-param name="places" select="$t:places-target"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What is aimed at is called residual only once all of it is reached. -->
  <xsl:variable name="t:risk-target-title" select="t:text(concat('risk.map-', substring('residual', 1 div $t:risks-residual), substring('expected', 1 div not($t:risks-residual))))"/>
  <xsl:variable name="t:risk-target-word" select="t:text(concat('risk.', substring('residual', 1 div $t:risks-residual), substring('expected', 1 div not($t:risks-residual))))"/>

  <xsl:template match="i:document[@id = 'risk-assessment']" mode="m:lede">
    <xsl:choose>
      <xsl:when test="$t:risk-rows"><xsl:value-of select="t:text('risk.lede', t:count('risk.count', count($t:risk-rows)))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('risk.none')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:document[@id = 'risk-assessment']" mode="m:content">
    <xsl:if test="not($t:risk-rows)">
      <para role="empty"><xsl:value-of select="t:text('risk.none')"/></para>
    </xsl:if>
    <xsl:if test="$t:risk-rows">
      <xsl:call-template name="t:risk-position"/>
      <xsl:call-template name="t:risk-map">
        <xsl:with-param name="name" select="'current'"/>
        <xsl:with-param name="title" select="t:text('risk.map-current')"/>
        <xsl:with-param name="note" select="t:text('risk.map-current-note')"/>
        <xsl:with-param name="places" select="$t:places-current"/>
      </xsl:call-template>
      <xsl:call-template name="t:risk-map">
        <xsl:with-param name="name" select="'target'"/>
        <xsl:with-param name="title" select="$t:risk-target-title"/>
        <xsl:with-param name="note" select="t:text(concat('risk.map-', substring('residual', 1 div $t:risks-residual), substring('expected', 1 div not($t:risks-residual)), '-note'))"/>
        <xsl:with-param name="places" select="$t:places-target"/>
      </xsl:call-template>
      <xsl:call-template name="t:risk-ranking"/>
    </xsl:if>
    <section>
      <xsl:attribute name="xml:id">risk-assessment.method</xsl:attribute>
      <title><xsl:value-of select="t:text('risk.method')"/></title>
      <xsl:if test="key('document', 'risk-method')">
        <para>
          <xsl:value-of select="concat(t:text('risk.method-in'), ' ')"/>
          <xsl:apply-templates select="key('document', 'risk-method')" mode="m:link"/>
          <xsl:text>.</xsl:text>
        </para>
      </xsl:if>
      <xsl:call-template name="t:risk-scales"/>
    </section>
  </xsl:template>

  <!-- In figures: how many risks are in each band, today and as expected; how many are above what is accepted, and what of those. -->
  <xsl:template name="t:risk-position">
    <xsl:variable name="above" select="$t:risks[@above]"/>
    <section>
      <xsl:attribute name="xml:id">risk-assessment.position</xsl:attribute>
      <title><xsl:value-of select="t:text('risk.position')"/></title>
      <xsl:call-template name="t:risk-figures"/>
      <xsl:if test="$t:risk-accept = $t:risk-accept">
        <para>
          <xsl:value-of select="t:count('risk.above', count($above))"/>
          <xsl:if test="$above">
            <xsl:value-of select="concat(' ', t:text('risk.above-of-those', count($above[@acceptance = 'ahead' or @acceptance = 'within']),
                count($above[@acceptance = 'accepted']), count($above[@acceptance != 'ahead' and @acceptance != 'within' and @acceptance != 'accepted'])))"/>
          </xsl:if>
        </para>
      </xsl:if>
      <xsl:if test="$t:risk-bands">
        <informaltable role="distribution">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('risk.level')"/></th>
              <xsl:if test="$t:risks/@inherent-level"><th scope="col"><xsl:value-of select="t:text('risk.inherent')"/></th></xsl:if>
              <th scope="col"><xsl:value-of select="t:text('risk.current')"/></th>
              <th scope="col"><xsl:value-of select="$t:risk-target-word"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$t:risk-bands">
              <xsl:variable name="n" select="@n"/>
              <tr>
                <th scope="row"><phrase role="status" i:status="level-{@tone}"><xsl:value-of select="@name"/></phrase></th>
                <xsl:if test="$t:risks/@inherent-level"><td role="number"><xsl:value-of select="count($t:risks[@inherent-band = $n])"/></td></xsl:if>
                <td role="number"><xsl:value-of select="count($t:risks[@current-band = $n])"/></td>
                <td role="number"><xsl:value-of select="count($t:risks[@target-band = $n])"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </informaltable>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- Tiles: all risks, those of each band today, those without a level. -->
  <xsl:template name="t:risk-figures">
    <xsl:param name="href"/>
    <itemizedlist role="figures">
      <xsl:call-template name="t:risk-figure">
        <xsl:with-param name="count" select="count($t:risk-rows)"/>
        <xsl:with-param name="words" select="t:count('figure.risks', count($t:risk-rows))"/>
        <xsl:with-param name="href" select="$href"/>
      </xsl:call-template>
      <xsl:for-each select="$t:risk-bands">
        <xsl:sort select="@n" data-type="number" order="descending"/>
        <xsl:variable name="n" select="@n"/>
        <xsl:call-template name="t:risk-figure">
          <xsl:with-param name="count" select="count($t:risks[@current-band = $n])"/>
          <xsl:with-param name="words" select="@name"/>
          <xsl:with-param name="status" select="concat('level-', @tone)"/>
          <xsl:with-param name="href" select="$href"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="count($t:risks/@current-level) &lt; count($t:risk-rows)">
        <xsl:call-template name="t:risk-figure">
          <xsl:with-param name="count" select="count($t:risk-rows) - count($t:risks/@current-level)"/>
          <xsl:with-param name="words" select="t:text('risk.not-rated')"/>
          <xsl:with-param name="status" select="'undecided'"/>
          <xsl:with-param name="href" select="$href"/>
        </xsl:call-template>
      </xsl:if>
    </itemizedlist>
  </xsl:template>

  <xsl:template name="t:risk-figure">
    <xsl:param name="count"/>
    <xsl:param name="words"/>
    <xsl:param name="status"/>
    <xsl:param name="href"/>
    <listitem i:count="{$count}">
      <xsl:if test="$status"><xsl:attribute name="i:status"><xsl:value-of select="$status"/></xsl:attribute></xsl:if>
      <xsl:if test="$href"><xsl:attribute name="i:href"><xsl:value-of select="$href"/></xsl:attribute></xsl:if>
      <para><emphasis role="strong"><xsl:value-of select="$count"/></emphasis><xsl:value-of select="concat(' ', $words)"/></para>
    </listitem>
  </xsl:template>

  <!-- A heat map with its table. -->
  <xsl:template name="t:risk-map">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="note"/>
    <xsl:param name="places"/>
    <xsl:if test="$places">
      <section role="map">
        <xsl:attribute name="xml:id"><xsl:value-of select="concat('risk-assessment.map-', $name)"/></xsl:attribute>
        <title><xsl:value-of select="$title"/></title>
        <para role="note"><xsl:value-of select="$note"/></para>
        <xsl:call-template name="t:heat-map">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="places" select="$places"/>
        </xsl:call-template>
        <xsl:call-template name="t:heat-table">
          <xsl:with-param name="places" select="$places"/>
          <xsl:with-param name="here" select="'risk-assessment'"/>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Every risk, the highest first. -->
  <xsl:template name="t:risk-ranking">
    <xsl:variable name="inherent" select="boolean($t:risks/@inherent-level)"/>
    <section>
      <xsl:attribute name="xml:id">risk-assessment.risks</xsl:attribute>
      <title><xsl:value-of select="t:text('risk.ranking')"/></title>
      <informaltable role="filter">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('risk.risk')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.what')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.owner')"/></th>
            <xsl:if test="$inherent"><th scope="col"><xsl:value-of select="t:text('risk.inherent')"/></th></xsl:if>
            <th scope="col"><xsl:value-of select="t:text('risk.current')"/></th>
            <th scope="col"><xsl:value-of select="$t:risk-target-word"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.option')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$t:risk-rows" mode="m:risk-row">
            <xsl:sort select="t:risk-level(., 'current')" data-type="number" order="descending"/>
            <xsl:sort select="t:risk-level(., 'target')" data-type="number" order="descending"/>
            <xsl:with-param name="inherent" select="$inherent"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:risk-row: a row of the ranking. -->
  <xsl:template match="i:row" mode="m:risk-row">
    <xsl:param name="inherent"/>
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:variable name="owner" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
    <tr>
      <xsl:call-template name="t:row-anchor"><xsl:with-param name="document" select="'risk-assessment'"/></xsl:call-template>
      <xsl:call-template name="t:risk-filters"><xsl:with-param name="risk" select="$risk"/><xsl:with-param name="owner" select="$owner"/></xsl:call-template>
      <th scope="row">
        <xsl:apply-templates select="." mode="m:link">
          <xsl:with-param name="here" select="'risk-assessment'"/>
          <xsl:with-param name="to" select="'risk-treatment-plan'"/>
        </xsl:apply-templates>
      </th>
      <td role="story"><xsl:apply-templates select="." mode="m:risk-story"/></td>
      <td><xsl:value-of select="$owner"/></td>
      <xsl:if test="$inherent">
        <xsl:call-template name="t:level-cell">
          <xsl:with-param name="level" select="$risk/@inherent-level"/>
          <xsl:with-param name="band" select="$risk/@inherent-band"/>
          <xsl:with-param name="text" select="$risk/@inherent-text"/>
          <xsl:with-param name="likelihood" select="$risk/@inherent-likelihood"/>
          <xsl:with-param name="impact" select="$risk/@inherent-impact"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="t:level-cell">
        <xsl:with-param name="level" select="$risk/@current-level"/>
        <xsl:with-param name="band" select="$risk/@current-band"/>
        <xsl:with-param name="text" select="$risk/@current-text"/>
        <xsl:with-param name="likelihood" select="$risk/@current-likelihood"/>
        <xsl:with-param name="impact" select="$risk/@current-impact"/>
        <xsl:with-param name="otherwise" select="$tp:not-rated"/>
      </xsl:call-template>
      <xsl:call-template name="t:level-cell">
        <xsl:with-param name="level" select="$risk/@target-level"/>
        <xsl:with-param name="band" select="$risk/@target-band"/>
        <xsl:with-param name="text" select="$risk/@target-text"/>
        <xsl:with-param name="likelihood" select="$risk/@target-likelihood"/>
        <xsl:with-param name="impact" select="$risk/@target-impact"/>
      </xsl:call-template>
      <td><xsl:value-of select="t:risk-option(.)"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- m:risk-story, blocks: the title, then the scenario or whatever else tells what may happen. -->
  <xsl:template match="i:row" mode="m:risk-story">
    <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
    <xsl:if test="i:cell[@name = 'scenario']">
      <para role="note"><xsl:value-of select="normalize-space(i:cell[@name = 'scenario'])"/></para>
    </xsl:if>
    <xsl:variable name="told" select="i:cell[contains(' source event consequence affects asset assets threat vulnerability ', concat(' ', @name, ' '))]"/>
    <xsl:if test="$told">
      <para role="note">
        <xsl:for-each select="$told">
          <xsl:if test="position() &gt; 1"><xsl:text>; </xsl:text></xsl:if>
          <xsl:value-of select="concat(t:word('column', @name), ': ')"/>
          <xsl:apply-templates select="." mode="m:cell"/>
        </xsl:for-each>
      </para>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
