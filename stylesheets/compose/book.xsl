<?xml version="1.0" encoding="UTF-8"?>
<!-- The book of all articles, by XInclude. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xi="http://www.w3.org/2001/XInclude"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- m:book -->
  <xsl:template match="i:dossier" mode="m:book">
    <i:file path="docbook/isms.xml" method="xml">
      <book version="5.0">
        <xsl:attribute name="xml:id">isms</xsl:attribute>
        <xsl:attribute name="xml:lang"><xsl:value-of select="$language"/></xsl:attribute>
        <info>
          <title><xsl:value-of select="t:text('book.title', i:organisation/@name)"/></title>
          <author><orgname><xsl:value-of select="i:organisation/@name"/></orgname></author>
          <date><xsl:value-of select="$today"/></date>
          <releaseinfo><xsl:value-of select="$generator"/></releaseinfo>
        </info>
        <xsl:apply-templates select="i:documents/i:document" mode="m:book"/>
        <xsl:apply-templates select="$t:peers" mode="m:book"/>
      </book>
    </i:file>
  </xsl:template>

  <xsl:template match="i:document | i:catalog" mode="m:book">
    <xsl:variable name="id">
      <xsl:apply-templates select="." mode="m:id"/>
    </xsl:variable>
    <xi:include href="{$id}.xml"/>
  </xsl:template>

</xsl:stylesheet>
