<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier"
    xmlns:saxon="http://icl.com/saxon" extension-element-prefixes="saxon">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <xsl:template match="/">
    <i:result><saxon:output href="/tmp/ismsdoc-was-here"><x/></saxon:output></i:result>
  </xsl:template>
</xsl:stylesheet>
