<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of an i:table: columns, and cells with a number or a bar. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="t">

  <!-- Columns of numbers by their names, each with a blank after it; the title is coverage.NAME. -->
  <xsl:template name="t:number-columns">
    <xsl:param name="names"/>
    <xsl:variable name="name" select="substring-before($names, ' ')"/>
    <xsl:if test="$name">
      <i:column name="{$name}" type="number" title="{t:text(concat('coverage.', $name))}"/>
      <xsl:call-template name="t:number-columns">
        <xsl:with-param name="names" select="substring-after($names, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A part of a bar. What it is called stands in the legend, and decides how it is drawn. -->
  <xsl:template name="t:bar-part">
    <xsl:param name="name"/>
    <xsl:param name="count"/>
    <i:part name="{$name}" count="{$count}" title="{t:text(concat('coverage.', $name))}"/>
  </xsl:template>

</xsl:stylesheet>
