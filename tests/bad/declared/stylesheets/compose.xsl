<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:compose.xsl"/>
  <i:derived/>
  <i:derived id="Bad Id" title="x"/>
  <i:derived id="handling-policy" title="x"/>
  <i:directive/>
  <i:directive name="1 x"/>
</xsl:stylesheet>
