<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <xsl:template match="/">
    <xsl:message>compilation error: file x line 3 element y</xsl:message>
    <xsl:apply-imports/>
  </xsl:template>
</xsl:stylesheet>
