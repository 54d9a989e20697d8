<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures: tiles of numbers, and a bar of those that are parts of one whole. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp tp">

  <xsl:template match="d:itemizedlist[@role = 'figures']">
    <xsl:variable name="parts" select="d:listitem[@i:status][@i:count &gt; 0]"/>
    <ul class="figures">
      <xsl:apply-templates select="d:listitem" mode="m:figure"/>
    </ul>
    <xsl:if test="$parts">
      <svg class="bar" role="img" viewBox="0 0 {sum($parts/@i:count)} 1" preserveAspectRatio="none">
        <xsl:attribute name="aria-label">
          <xsl:apply-templates select="$parts" mode="mp:words"/>
        </xsl:attribute>
        <xsl:apply-templates select="$parts" mode="m:bar"/>
      </svg>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:listitem" mode="m:figure">
    <li>
      <xsl:if test="@i:status">
        <xsl:attribute name="class"><xsl:value-of select="@i:status"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="d:para/node()"/>
    </li>
  </xsl:template>

  <!-- A figure that leads somewhere is a link as a whole. -->
  <xsl:template match="d:listitem[@i:href]" mode="m:figure">
    <xsl:variable name="href">
      <xsl:apply-templates select="@i:href" mode="m:href"/>
    </xsl:variable>
    <li class="{@i:status}">
      <a href="{$href}"><xsl:apply-templates select="d:para/node()"/></a>
    </li>
  </xsl:template>

  <!-- A part of the bar begins where those before it end. -->
  <xsl:template match="d:listitem" mode="m:bar">
    <rect class="{@i:status}" x="{sum(preceding-sibling::d:listitem[@i:status]/@i:count)}" width="{@i:count}" height="1"
          vector-effect="non-scaling-stroke"/>
  </xsl:template>

  <!-- A bar in the head of a row whose cells say the numbers: "state=count " for each part, of the @i:most that fill it. -->
  <xsl:template match="@i:bar" mode="m:bar">
    <svg class="bar" aria-hidden="true" viewBox="0 0 {../@i:most} 1" preserveAspectRatio="none">
      <xsl:call-template name="tp:bar-parts">
        <xsl:with-param name="parts" select="string(.)"/>
      </xsl:call-template>
    </svg>
  </xsl:template>

  <xsl:template name="tp:bar-parts">
    <xsl:param name="parts"/>
    <xsl:param name="x" select="0"/>
    <xsl:variable name="count" select="substring-before(substring-after($parts, '='), ' ')"/>
    <xsl:if test="$count &gt; 0">
      <rect class="{substring-before($parts, '=')}" x="{$x}" width="{$count}" height="1" vector-effect="non-scaling-stroke"/>
    </xsl:if>
    <xsl:if test="$count != ''">
      <xsl:call-template name="tp:bar-parts">
        <xsl:with-param name="parts" select="substring-after($parts, ' ')"/>
        <xsl:with-param name="x" select="$x + $count"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:listitem" mode="mp:words">
    <xsl:value-of select="normalize-space(.)"/>
    <xsl:if test="position() != last()">, </xsl:if>
  </xsl:template>

</xsl:stylesheet>
