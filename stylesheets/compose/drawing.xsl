<?xml version="1.0" encoding="UTF-8"?>
<!-- The drawing of a heat map as SVG: a cell per likelihood and impact with its level in a corner and the number of risks in it. -->
<xsl:stylesheet version="1.0"
                xmlns="http://www.w3.org/2000/svg"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="i t tp">

  <!-- Sizes: of a cell, smaller where there are many; of the words left of the cells, above and below them. -->
  <xsl:variable name="tp:cell-width" select="92 - 32 * (count($tp:impacts) &gt; 6) - 20 * (count($tp:impacts) &gt; 12)"/>
  <xsl:variable name="tp:cell-height" select="54 - 18 * (count($tp:likelihoods) &gt; 8)"/>
  <xsl:variable name="tp:map-left" select="136"/>
  <xsl:variable name="tp:map-top" select="26"/>
  <xsl:variable name="tp:map-width" select="$tp:map-left + $tp:cell-width * count($tp:impacts) + 2"/>
  <xsl:variable name="tp:legend-top" select="$tp:map-top + $tp:cell-height * count($tp:likelihoods) + 52"/>
  <xsl:variable name="tp:legend-columns" select="floor($tp:map-width div 140) + ($tp:map-width &lt; 140)"/>

  <xsl:variable name="tp:drawing-style">
    <style>svg { background: #fff; font: 13px sans-serif; }
text { fill: #1d1f23; } .soft { fill: #565b63; } .corner { font-size: 11px; fill: #3c4046; } .count { font-size: 22px; font-weight: 600; }
rect { fill: #ebe9e5; stroke: #fff; stroke-width: 2px; }
.level-1 { fill: #cfe9d8; } .level-2 { fill: #e4eeba; } .level-3 { fill: #fbe6ad; } .level-4 { fill: #f9cba4; } .level-5 { fill: #f2aea8; }</style>
  </xsl:variable>

  <!-- $places are i:place, see heat-map.xsl; one that stands alone ($alone) brings its colours along. -->
  <xsl:template name="tp:drawing">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="words"/>
    <xsl:param name="places"/>
    <xsl:param name="alone"/>
    <xsl:variable name="bottom" select="$tp:map-top + $tp:cell-height * count($tp:likelihoods)"/>
    <xsl:variable name="bands" select="$t:risk-bands[not($t:risk-method/@method = 'given')]"/>
    <xsl:variable name="height" select="$tp:legend-top + 26 * ceiling(count($bands) div $tp:legend-columns)"/>
    <svg class="heat-map" role="img" viewBox="0 0 {$tp:map-width} {$height}" width="{$tp:map-width}" height="{$height}" aria-labelledby="heat-{$name}-title heat-{$name}-desc">
      <title id="heat-{$name}-title"><xsl:value-of select="$title"/></title>
      <desc id="heat-{$name}-desc"><xsl:value-of select="$words"/></desc>
      <xsl:if test="$alone"><xsl:copy-of select="$tp:drawing-style"/></xsl:if>
      <text class="soft" x="{$tp:map-left - 10}" y="16" text-anchor="end"><xsl:value-of select="t:text('risk.likelihood')"/></text>
      <xsl:for-each select="$tp:likelihoods">
        <xsl:sort select="@value" data-type="number" order="descending"/>
        <xsl:call-template name="tp:drawing-row">
          <xsl:with-param name="y" select="$tp:map-top + (position() - 1) * $tp:cell-height"/>
          <xsl:with-param name="places" select="$places"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="$tp:impacts">
        <text x="{$tp:map-left + (position() - .5) * $tp:cell-width}" y="{$bottom + 18}" text-anchor="middle">
          <xsl:call-template name="tp:tick"><xsl:with-param name="room" select="$tp:cell-width"/></xsl:call-template>
        </text>
      </xsl:for-each>
      <text class="soft" x="{$tp:map-width - 2}" y="{$bottom + 38}" text-anchor="end"><xsl:value-of select="t:text('risk.impact')"/></text>
      <xsl:for-each select="$bands">
        <xsl:variable name="x" select="((position() - 1) mod $tp:legend-columns) * 140"/>
        <xsl:variable name="y" select="$tp:legend-top + 26 * floor((position() - 1) div $tp:legend-columns)"/>
        <rect class="level-{@tone}" x="{$x + 1}" y="{$y}" width="22" height="18"/>
        <text x="{$x + 32}" y="{$y + 14}"><xsl:value-of select="@name"/></text>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <!-- A likelihood and its cells; the context is the level of the scale. -->
  <xsl:template name="tp:drawing-row">
    <xsl:param name="y"/>
    <xsl:param name="places"/>
    <xsl:variable name="likelihood" select="@value"/>
    <text x="{$tp:map-left - 10}" y="{$y + $tp:cell-height div 2 + 5}" text-anchor="end">
      <xsl:call-template name="tp:tick"><xsl:with-param name="room" select="$tp:map-left"/></xsl:call-template>
    </text>
    <xsl:for-each select="$tp:impacts">
      <xsl:variable name="x" select="$tp:map-left + (position() - 1) * $tp:cell-width"/>
      <xsl:variable name="level" select="t:risk-outcome(number($likelihood), number(@value))"/>
      <xsl:variable name="place" select="$places[@likelihood = $likelihood][@impact = current()/@value]"/>
      <rect x="{$x}" y="{$y}" width="{$tp:cell-width}" height="{$tp:cell-height}">
        <xsl:if test="t:risk-band($level)">
          <xsl:attribute name="class"><xsl:value-of select="concat('level-', t:risk-band($level)/@tone)"/></xsl:attribute>
        </xsl:if>
      </rect>
      <xsl:if test="$level = $level">
        <text class="corner" x="{$x + 6}" y="{$y + 15}">
          <xsl:choose>
            <xsl:when test="$t:risk-method/@levels = 'words'"><xsl:value-of select="t:risk-band($level)/@name"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$level"/></xsl:otherwise>
          </xsl:choose>
        </text>
      </xsl:if>
      <xsl:if test="$place">
        <text class="count" x="{$x + $tp:cell-width div 2}" y="{$y + $tp:cell-height div 2 + 11}" text-anchor="middle"><xsl:value-of select="$place/@count"/></text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The name of a level at the edge: its word where there is room, else its value, for the table has the word. -->
  <xsl:template name="tp:tick">
    <xsl:param name="room"/>
    <xsl:variable name="words" select="normalize-space(concat(@value, ' ', .))"/>
    <xsl:choose>
      <xsl:when test="string-length($words) * 7 &lt; $room"><xsl:value-of select="$words"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@value"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
