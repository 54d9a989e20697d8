<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:docbook.xsl"/>
  <xsl:template match="/">
    <xsl:if test="*/@xml:id = 'handling-policy'">
      <i:result/>
    </xsl:if>
    <xsl:if test="not(*/@xml:id = 'handling-policy')">
      <xsl:apply-imports/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
