<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:html.xsl"/>
  <xsl:template match="/">
    <i:result><xsl:value-of select="frobnicate(1)"/></i:result>
  </xsl:template>
</xsl:stylesheet>
