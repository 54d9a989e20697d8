<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier">
  <xsl:import href="ismsdoc:html.xsl"/>
  <xsl:template match="/">
    <i:result>
      <xsl:if test="*/@path = 'docbook/handling-policy.xml'">
        <i:file path="html/a.html" method="html"><html><p id="a"/><p id="a"/></html></i:file>
      </xsl:if>
    </i:result>
  </xsl:template>
</xsl:stylesheet>
