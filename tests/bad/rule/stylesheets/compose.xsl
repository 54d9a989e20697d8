<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <xsl:template match="/">
    <i:result><i:finding level="error" code="house-rule" i:src="isms.yaml:2:1">the mill must stand still</i:finding><i:finding level="error">no code, no place</i:finding></i:result>
  </xsl:template>
</xsl:stylesheet>
