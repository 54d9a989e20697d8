<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <xsl:variable name="a" select="$b"/>
  <xsl:variable name="b" select="$a"/>
  <xsl:template match="/">
    <i:result><xsl:value-of select="$a"/></i:result>
  </xsl:template>
</xsl:stylesheet>
