<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables of a build, in their order, and the pieces that they are made of. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- m:tables: everything. A view's dossier holds what it may read, so that nothing has to be asked here. -->
  <xsl:template match="i:dossier" mode="m:tables">
    <xsl:apply-templates select="." mode="m:statements"/>
    <xsl:apply-templates select="i:registers/i:register" mode="m:table"/>
    <xsl:call-template name="t:user-tables"/>
  </xsl:template>

  <!-- Hook: more i:table, called with the dossier as context. -->
  <xsl:template name="t:user-tables"/>

  <!-- A column. The type is text, date, number or status; a status has its words in $values, with "|" between. -->
  <xsl:template name="t:column">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="type" select="'text'"/>
    <xsl:param name="width"/>
    <xsl:param name="values"/>
    <i:column name="{$name}" title="{$title}" type="{$type}">
      <xsl:if test="$width"><xsl:attribute name="width"><xsl:value-of select="$width"/></xsl:attribute></xsl:if>
      <xsl:if test="$values"><xsl:attribute name="values"><xsl:value-of select="$values"/></xsl:attribute></xsl:if>
    </i:column>
  </xsl:template>

</xsl:stylesheet>
