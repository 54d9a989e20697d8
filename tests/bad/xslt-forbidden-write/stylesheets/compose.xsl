<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier"
    xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <xsl:template match="/">
    <i:result><exsl:document href="/tmp/ismsdoc-was-here"><x/></exsl:document></i:result>
  </xsl:template>
</xsl:stylesheet>
