<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossier in, i:result of i:table out: the Statement of Applicability and the registers as rows of typed cells. A layer imports this file. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                exclude-result-prefixes="m">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/further-keys.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/catalogs.xsl"/>
  <xsl:include href="common/soa.xsl"/>
  <xsl:include href="common/actions.xsl"/>

  <xsl:include href="export/tables.xsl"/>
  <xsl:include href="export/soa.xsl"/>
  <xsl:include href="export/registers.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier" mode="m:tables"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
