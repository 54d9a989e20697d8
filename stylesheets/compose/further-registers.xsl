<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers that no other document shows, those that the organisation has added among them: each as it is, with all its columns. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m t tp">

  <!-- What has a document, or a part of one, to itself: the list in the declaration. -->
  <xsl:variable name="tp:shown-elsewhere" select="concat(' ', normalize-space(document('declared.xsl')/*/i:derived[@id = 'further-registers']/@registers), ' ')"/>

  <xsl:template match="i:document[@id = 'further-registers']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'further-registers']" mode="m:lede">
    <xsl:value-of select="t:text('further-registers.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'further-registers']" mode="m:content">
    <xsl:variable name="registers" select="$dossier/i:registers/i:register[i:row][not(contains($tp:shown-elsewhere, concat(' ', @name, ' ')))]"/>
    <xsl:if test="not($registers)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:apply-templates select="$registers" mode="m:further-register"/>
  </xsl:template>

  <!-- m:further-register: a section with the register's table. -->
  <xsl:template match="i:register" mode="m:further-register">
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('further-registers.', @name)"/></xsl:attribute>
      <title><xsl:value-of select="t:word('register', @name)"/></title>
      <xsl:call-template name="t:rows-table">
        <xsl:with-param name="here" select="'further-registers'"/>
        <xsl:with-param name="rows" select="i:row"/>
        <xsl:with-param name="columns" select="i:column[@name = current()/i:row/i:cell/@name]"/>
      </xsl:call-template>
    </section>
  </xsl:template>

</xsl:stylesheet>
