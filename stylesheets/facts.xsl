<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossier in, i:facts out: of each document that is made from data and approved by somebody, the facts that its approval covers. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                exclude-result-prefixes="m">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="facts/soa.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier/i:documents/i:document[@origin = 'derived'][@approver]" mode="m:approved-facts"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
