<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossier in, i:result of findings out: what compose.xsl declares and reports, for what composes nothing. A layer's compose.xsl takes
     its place. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                exclude-result-prefixes="m">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/gentext.xsl"/>

  <xsl:include href="compose/declared.xsl"/>
  <xsl:include href="compose/findings.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier" mode="m:findings"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
