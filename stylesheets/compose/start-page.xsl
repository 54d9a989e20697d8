<?xml version="1.0" encoding="UTF-8"?>
<!-- The page that readers land on where the view has no overview: the documents by type. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="set m t">

  <xsl:template match="i:document[@id = 'start-page']" mode="m:page">
    <xsl:attribute name="i:html">index.html</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'start-page']" mode="m:document-title">
    <xsl:value-of select="t:text('view.title', $dossier/i:organisation/@name)"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'start-page']" mode="m:lede">
    <xsl:value-of select="t:text(concat('view.lede.', $dossier/@view))"/>
  </xsl:template>

  <!-- Nobody keeps it, so it has nothing to control, and it is as open as what it lists. -->
  <xsl:template match="i:document[@id = 'start-page']/@classification" mode="m:legal-notice"/>
  <xsl:template match="i:document[@id = 'start-page']" mode="m:document-control"/>

  <xsl:template match="i:document[@id = 'start-page']" mode="m:content">
    <xsl:variable name="documents" select="$dossier/i:documents/i:document[@id != 'start-page']"/>
    <xsl:for-each select="set:distinct($documents/@type)">
      <bridgehead role="type"><xsl:value-of select="t:word('types', .)"/></bridgehead>
      <itemizedlist role="documents">
        <xsl:apply-templates select="$documents[@type = current()]" mode="m:dashboard-document"/>
      </itemizedlist>
    </xsl:for-each>
    <xsl:if test="not($documents)">
      <para role="empty"><xsl:value-of select="t:text('view.empty')"/></para>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
