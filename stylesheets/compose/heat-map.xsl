<?xml version="1.0" encoding="UTF-8"?>
<!-- Heat maps: how many risks stand where, as SVG and as a table that says the same. Pages show the drawing as a part of
     themselves, in their own colours; DocBook refers to a file of it. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl m t tp">

  <!-- Is there a plane to put risks on? Of levels that are given, likelihood and impact need not be known. -->
  <xsl:variable name="t:has-heat-map" select="boolean($t:places-current or $t:places-target)"/>

  <!-- i:place with @likelihood, @impact, @level, @count and the first i:id of each pair that has risks, the highest level first. -->
  <xsl:variable name="tp:places-now">
    <xsl:if test="$t:makes-first">
      <xsl:call-template name="tp:places">
        <xsl:with-param name="likelihoods" select="$t:risks/@current-likelihood"/>
        <xsl:with-param name="name" select="'current-impact'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="tp:places-then">
    <xsl:if test="$t:makes-first">
      <xsl:call-template name="tp:places">
        <xsl:with-param name="likelihoods" select="$t:risks/@target-likelihood"/>
        <xsl:with-param name="name" select="'target-impact'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="t:places-current" select="exsl:node-set($tp:places-now)/i:place"/>
  <xsl:variable name="t:places-target" select="exsl:node-set($tp:places-then)/i:place"/>

  <!-- The risks are parted by likelihood first, so that each is looked at as often as a scale has levels and no oftener. -->
  <xsl:template name="tp:places">
    <xsl:param name="likelihoods"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$tp:likelihoods">
      <xsl:variable name="likelihood" select="@value"/>
      <xsl:variable name="impacts" select="$likelihoods[. = $likelihood]/../@*[name() = $name]"/>
      <xsl:for-each select="$tp:impacts">
        <xsl:variable name="found" select="$impacts[. = current()/@value]/.."/>
        <xsl:if test="$found">
          <i:place likelihood="{$likelihood}" impact="{@value}" level="{t:risk-outcome(number($likelihood), number(@value))}" count="{count($found)}">
            <xsl:for-each select="$found[@id != ''][position() &lt;= $tp:most-ids]"><i:id><xsl:value-of select="@id"/></i:id></xsl:for-each>
          </i:place>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:variable name="tp:most-ids" select="20"/>

  <!-- A picture in an article: the drawing for pages, its file for DocBook. $name is current or target. -->
  <xsl:template name="t:heat-map">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="places"/>
    <xsl:variable name="words">
      <xsl:call-template name="tp:map-words"><xsl:with-param name="places" select="$places"/></xsl:call-template>
    </xsl:variable>
    <mediaobject role="drawing">
      <imageobject><imagedata fileref="media/risk-{$name}.svg" format="SVG"/></imageobject>
      <textobject><phrase><xsl:value-of select="concat($title, ': ', $words)"/></phrase></textobject>
      <i:drawing>
        <xsl:call-template name="tp:drawing">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="words" select="string($words)"/>
          <xsl:with-param name="places" select="$places"/>
        </xsl:call-template>
      </i:drawing>
    </mediaobject>
  </xsl:template>

  <!-- The file, with colours of its own. -->
  <xsl:template name="t:heat-map-file">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="places"/>
    <xsl:variable name="words">
      <xsl:call-template name="tp:map-words"><xsl:with-param name="places" select="$places"/></xsl:call-template>
    </xsl:variable>
    <i:file path="docbook/media/risk-{$name}.svg" method="xml">
      <xsl:call-template name="tp:drawing">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="words" select="string($words)"/>
        <xsl:with-param name="places" select="$places"/>
        <xsl:with-param name="alone" select="true()"/>
      </xsl:call-template>
    </i:file>
  </xsl:template>

  <!-- What the drawing shows, in a sentence. -->
  <xsl:template name="tp:map-words">
    <xsl:param name="places"/>
    <xsl:for-each select="$places">
      <xsl:sort select="@level" data-type="number" order="descending"/>
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:value-of select="t:text('heat.place', t:risk-rating-words(@likelihood, 'likelihood'), t:risk-rating-words(@impact, 'impact'), t:count('risk.count', number(@count)))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The same as a table: each pair that has risks, with those. -->
  <xsl:template name="t:heat-table">
    <xsl:param name="places"/>
    <xsl:param name="here"/>
    <informaltable role="heat-table">
      <thead>
        <tr>
          <xsl:if test="$t:risk-method/@method != 'given'"><th scope="col"><xsl:value-of select="t:text('risk.level')"/></th></xsl:if>
          <th scope="col"><xsl:value-of select="t:text('risk.likelihood')"/></th>
          <th scope="col"><xsl:value-of select="t:text('risk.impact')"/></th>
          <th scope="col"><xsl:value-of select="t:text('risk.number')"/></th>
          <th scope="col"><xsl:value-of select="t:text('risk.risks')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$places">
          <xsl:sort select="@level" data-type="number" order="descending"/>
          <tr>
            <xsl:if test="$t:risk-method/@method != 'given'">
              <th scope="row"><xsl:call-template name="t:level-badge"><xsl:with-param name="level" select="number(@level)"/></xsl:call-template></th>
            </xsl:if>
            <xsl:choose>
              <xsl:when test="$t:risk-method/@method = 'given'">
                <th scope="row"><xsl:value-of select="t:risk-rating-words(@likelihood, 'likelihood')"/></th>
              </xsl:when>
              <xsl:otherwise>
                <td><xsl:value-of select="t:risk-rating-words(@likelihood, 'likelihood')"/></td>
              </xsl:otherwise>
            </xsl:choose>
            <td><xsl:value-of select="t:risk-rating-words(@impact, 'impact')"/></td>
            <td role="number"><xsl:value-of select="@count"/></td>
            <td>
              <xsl:for-each select="i:id">
                <xsl:variable name="id" select="string()"/>
                <xsl:if test="position() &gt; 1">, </xsl:if>
                <xsl:for-each select="$dossier">
                  <xsl:apply-templates select="key('row-by-id', $id)[../@name = 'risks']" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
                </xsl:for-each>
              </xsl:for-each>
              <xsl:if test="@count &gt; $tp:most-ids"><xsl:value-of select="concat(' ', t:text('risk.more', @count - $tp:most-ids))"/></xsl:if>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </informaltable>
  </xsl:template>

</xsl:stylesheet>
