<?xml version="1.0" encoding="UTF-8"?>
<!-- Charts as SVG: a line of results over time, and columns by period. Pages show them in their own colours; DocBook refers to files
     of them. Whatever a chart shows stands in a table beside it. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:math="http://exslt.org/math"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl math t tp">

  <!-- The frame in which the data are drawn: narrow enough for a telephone. -->
  <xsl:variable name="tp:chart-left" select="58"/>
  <xsl:variable name="tp:chart-right" select="424"/>
  <xsl:variable name="tp:chart-top" select="24"/>
  <xsl:variable name="tp:chart-bottom" select="140"/>

  <xsl:variable name="tp:chart-style">
    <style xmlns="http://www.w3.org/2000/svg">svg { background: #fff; font: 13px sans-serif; }
text { fill: #1d1f23; } .soft { fill: #565b63; } .axis { stroke: #85827b; } .limit { stroke: #7a4f00; stroke-dasharray: 6 4; stroke-width: 1.5px; }
.line { fill: none; stroke: #14507a; stroke-width: 2px; } .point { fill: #14507a; } .miss { fill: none; stroke: #9c2222; stroke-width: 2.5px; }
rect { fill: #ebe9e5; stroke: #fff; stroke-width: 1px; }
.level-1 { fill: #cfe9d8; } .level-2 { fill: #e4eeba; } .level-3 { fill: #fbe6ad; } .level-4 { fill: #f9cba4; } .level-5 { fill: #f2aea8; }</style>
  </xsl:variable>

  <!-- A chart in an article. $svg is the drawing; what it shows is said in $words. -->
  <xsl:template name="t:chart">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="words"/>
    <xsl:param name="svg"/>
    <mediaobject role="drawing">
      <imageobject><imagedata fileref="media/{$name}.svg" format="SVG"/></imageobject>
      <textobject><phrase><xsl:value-of select="concat($title, ': ', $words)"/></phrase></textobject>
      <i:drawing>
        <xsl:call-template name="tp:chart-svg">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="svg" select="$svg"/>
        </xsl:call-template>
      </i:drawing>
    </mediaobject>
  </xsl:template>

  <!-- Its file, with colours of its own. -->
  <xsl:template name="t:chart-file">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="words"/>
    <xsl:param name="svg"/>
    <i:file path="docbook/media/{$name}.svg" method="xml">
      <xsl:call-template name="tp:chart-svg">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="words" select="$words"/>
        <xsl:with-param name="svg" select="$svg"/>
        <xsl:with-param name="alone" select="true()"/>
      </xsl:call-template>
    </i:file>
  </xsl:template>

  <xsl:template name="tp:chart-svg">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="words"/>
    <xsl:param name="svg"/>
    <xsl:param name="alone"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 440 194" width="440" height="194" aria-labelledby="{$name}-title {$name}-desc">
      <title id="{$name}-title"><xsl:value-of select="$title"/></title>
      <desc id="{$name}-desc"><xsl:value-of select="$words"/></desc>
      <xsl:if test="$alone"><xsl:copy-of select="$tp:chart-style"/></xsl:if>
      <line class="axis" x1="{$tp:chart-left}" x2="{$tp:chart-right}" y1="{$tp:chart-bottom}" y2="{$tp:chart-bottom}"/>
      <line class="axis" x1="{$tp:chart-left}" x2="{$tp:chart-left}" y1="{$tp:chart-top}" y2="{$tp:chart-bottom}"/>
      <xsl:copy-of select="$svg"/>
    </svg>
  </xsl:template>

  <!-- The drawing of a line: $points are i:point with @x (number of a day), @on, @value, @missed; $limit is a number or none. -->
  <xsl:template name="t:line-drawing">
    <xsl:param name="points"/>
    <xsl:param name="limit"/>
    <xsl:variable name="most" select="math:max($points/@value)"/>
    <xsl:variable name="least" select="math:min($points/@value)"/>
    <xsl:variable name="high-of" select="concat(substring($limit, 1 div ($limit &gt; $most)), substring($most, 1 div not($limit &gt; $most)))"/>
    <xsl:variable name="low-of" select="concat(substring($limit, 1 div ($limit &lt; $least)), substring($least, 1 div not($limit &lt; $least)))"/>
    <!-- From nothing upwards, unless that would press everything into a corner; of results that are all alike too. -->
    <xsl:variable name="low" select="$low-of * not($low-of &gt;= 0 and ($low-of &lt;= .6 * $high-of or $low-of = $high-of))"/>
    <xsl:variable name="high" select="$high-of + ($high-of = $low)"/>
    <xsl:variable name="span" select="$high - $low"/>
    <xsl:variable name="first" select="math:min($points/@x)"/>
    <xsl:variable name="days" select="math:max($points/@x) - $first"/>
    <xsl:variable name="placed">
      <xsl:for-each select="$points">
        <xsl:sort select="@x" data-type="number"/>
        <i:point x="{round($tp:chart-left + 8 + (@x - $first) * ($tp:chart-right - $tp:chart-left - 16) div ($days + ($days = 0)))}"
                 y="{round($tp:chart-bottom - (@value - $low) * ($tp:chart-bottom - $tp:chart-top) div $span)}">
          <xsl:copy-of select="@on | @value | @missed"/>
        </i:point>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="at" select="exsl:node-set($placed)/i:point"/>
    <xsl:call-template name="tp:chart-scale"><xsl:with-param name="high" select="$high"/><xsl:with-param name="low" select="$low"/></xsl:call-template>
    <g xmlns="http://www.w3.org/2000/svg">
      <xsl:if test="$limit = $limit">
        <xsl:variable name="y" select="round($tp:chart-bottom - ($limit - $low) * ($tp:chart-bottom - $tp:chart-top) div $span)"/>
        <line class="limit" x1="{$tp:chart-left}" x2="{$tp:chart-right}" y1="{$y}" y2="{$y}"/>
      </xsl:if>
      <polyline class="line">
        <xsl:attribute name="points">
          <xsl:for-each select="$at"><xsl:value-of select="concat(@x, ',', @y, substring(' ', 1 div (position() != last())))"/></xsl:for-each>
        </xsl:attribute>
      </polyline>
      <xsl:for-each select="$at">
        <xsl:choose>
          <xsl:when test="@missed"><path class="miss" d="M{@x - 5},{@y - 5}l10,10m0,-10l-10,10"/></xsl:when>
          <xsl:otherwise><circle class="point" cx="{@x}" cy="{@y}" r="4"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <text x="{$tp:chart-right}" y="{$at[last()]/@y - 10}" text-anchor="end"><xsl:value-of select="$at[last()]/@value"/></text>
      <text class="soft" x="{$tp:chart-left}" y="158"><xsl:value-of select="t:short-date($at[1]/@on)"/></text>
      <text class="soft" x="{$tp:chart-right}" y="158" text-anchor="end"><xsl:value-of select="t:short-date($at[last()]/@on)"/></text>
      <circle class="point" cx="64" cy="180" r="4"/>
      <text x="74" y="185"><xsl:value-of select="t:text('chart.result')"/></text>
      <xsl:if test="$at/@missed">
        <path class="miss" d="M160,175l10,10m0,-10l-10,10"/>
        <text x="177" y="185"><xsl:value-of select="t:text('chart.missed')"/></text>
      </xsl:if>
      <xsl:if test="$limit = $limit">
        <line class="limit" x1="290" x2="316" y1="180" y2="180"/>
        <text x="322" y="185"><xsl:value-of select="t:text('chart.limit', $limit)"/></text>
      </xsl:if>
    </g>
  </xsl:template>

  <xsl:template name="tp:chart-scale">
    <xsl:param name="high"/>
    <xsl:param name="low"/>
    <text xmlns="http://www.w3.org/2000/svg" class="soft" x="{$tp:chart-left - 6}" y="{$tp:chart-top + 5}" text-anchor="end"><xsl:value-of select="$high"/></text>
    <text xmlns="http://www.w3.org/2000/svg" class="soft" x="{$tp:chart-left - 6}" y="{$tp:chart-bottom}" text-anchor="end"><xsl:value-of select="$low"/></text>
  </xsl:template>

  <!-- The drawing of columns: $periods are i:period with @short and @long and an i:part for each part, the lowest first, with @count, @tone and @word. -->
  <xsl:template name="t:column-drawing">
    <xsl:param name="periods"/>
    <xsl:param name="legend"/>
    <xsl:variable name="most" select="math:max($periods/@count)"/>
    <xsl:variable name="unit" select="($tp:chart-bottom - $tp:chart-top) div ($most + ($most = 0))"/>
    <xsl:variable name="room" select="($tp:chart-right - $tp:chart-left) div count($periods)"/>
    <xsl:call-template name="tp:chart-scale"><xsl:with-param name="high" select="$most"/><xsl:with-param name="low" select="0"/></xsl:call-template>
    <g xmlns="http://www.w3.org/2000/svg">
      <xsl:for-each select="$periods">
        <xsl:variable name="x" select="$tp:chart-left + (position() - 1) * $room"/>
        <xsl:for-each select="i:part[@count &gt; 0]">
          <rect class="{@tone}" x="{round($x + $room * .15)}" width="{round($room * .7)}" height="{round(@count * $unit)}"
                y="{round($tp:chart-bottom - (sum(preceding-sibling::i:part/@count) + @count) * $unit)}"/>
        </xsl:for-each>
        <xsl:if test="@count &gt; 0">
          <text x="{round($x + $room * .5)}" y="{round($tp:chart-bottom - @count * $unit) - 5}" text-anchor="middle"><xsl:value-of select="@count"/></text>
        </xsl:if>
        <text class="soft" x="{round($x + $room * .5)}" y="156" text-anchor="middle"><xsl:value-of select="@short"/></text>
        <xsl:if test="@year"><text class="soft" x="{round($x + $room * .5)}" y="170" text-anchor="middle"><xsl:value-of select="@year"/></text></xsl:if>
      </xsl:for-each>
      <xsl:for-each select="$legend">
        <rect class="{@tone}" x="{2 + (position() - 1) * 108}" y="177" width="18" height="14"/>
        <text x="{26 + (position() - 1) * 108}" y="189"><xsl:value-of select="@word"/></text>
      </xsl:for-each>
    </g>
  </xsl:template>

</xsl:stylesheet>
