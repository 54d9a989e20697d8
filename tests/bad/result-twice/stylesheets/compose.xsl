<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <xsl:template match="/">
    <i:result><i:file path="html/a.txt" method="text">a</i:file><i:file path="html/a.txt" method="text">b</i:file></i:result>
  </xsl:template>
</xsl:stylesheet>
