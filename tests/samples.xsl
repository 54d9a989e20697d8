<?xml version="1.0" encoding="UTF-8"?>
<!-- What samples.sh compares, from a dossier: a line per reason (J) and per paragraph of an answer (T), each once. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:db="http://docbook.org/ns/docbook">
  <xsl:output method="text"/>
  <xsl:param name="sample"/>

  <xsl:template match="/">
    <xsl:apply-templates select="i:dossier/i:answers/i:answer"/>
  </xsl:template>

  <xsl:template match="i:answer">
    <xsl:apply-templates select="i:justification | i:exclusion" mode="line">
      <xsl:with-param name="kind" select="'J'"/>
    </xsl:apply-templates>
    <xsl:apply-templates select=".//db:para | .//db:td" mode="line"/>
  </xsl:template>

  <xsl:template match="*" mode="line">
    <xsl:param name="kind" select="'T'"/>
    <xsl:value-of select="concat($kind, '&#9;', $sample, '&#9;', ancestor::i:answer/@control, '&#9;')"/>
    <xsl:apply-templates mode="words"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A directive is a word, so that two sentences that differ in it differ. -->
  <xsl:template match="i:insert" mode="words">
    <xsl:value-of select="concat(' ', @name, @ref, ' ')"/>
  </xsl:template>
  <xsl:template match="text()" mode="words">
    <xsl:value-of select="translate(., '&#9;&#10;', '  ')"/>
  </xsl:template>
</xsl:stylesheet>
