<?xml version="1.0" encoding="UTF-8"?>
<!-- README.md: what the folder is, and the next five steps. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:template match="i:dossier" mode="m:readme">
    <i:file path="README.md" method="text" keep="true">
      <xsl:value-of select="concat('# ', t:init-text('init.readme.title', $t:name), '&#10;&#10;')"/>
      <xsl:call-template name="t:comment">
        <xsl:with-param name="text" select="t:init-text('init.readme.about')"/>
        <xsl:with-param name="first" select="''"/>
      </xsl:call-template>
      <xsl:value-of select="concat('&#10;## ', t:init-text('init.readme.steps'), '&#10;')"/>
      <xsl:call-template name="t:step"><xsl:with-param name="number" select="1"/></xsl:call-template>
      <xsl:call-template name="t:step"><xsl:with-param name="number" select="2"/></xsl:call-template>
      <xsl:call-template name="t:step"><xsl:with-param name="number" select="3"/></xsl:call-template>
      <xsl:call-template name="t:step"><xsl:with-param name="number" select="4"/></xsl:call-template>
      <xsl:call-template name="t:step"><xsl:with-param name="number" select="5"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="t:comment">
        <xsl:with-param name="text" select="t:init-text('init.readme.later')"/>
        <xsl:with-param name="first" select="''"/>
      </xsl:call-template>
    </i:file>
  </xsl:template>

  <!-- An item of the numbered list. -->
  <xsl:template name="t:step">
    <xsl:param name="number"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="t:init-text(concat('init.readme.step-', $number))"/>
      <xsl:with-param name="first" select="concat($number, '. ')"/>
      <xsl:with-param name="next" select="'   '"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
