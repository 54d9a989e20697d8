<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossier in, i:result of tables out: how far the answers and the documents are. What a control counts as is compose's. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                exclude-result-prefixes="m">

  <!-- Imported, so that status/coverage.xsl can count more of each control. -->
  <xsl:import href="compose/tally.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/further-keys.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/catalogs.xsl"/>
  <xsl:include href="common/reviews.xsl"/>

  <xsl:include href="status/table.xsl"/>
  <xsl:include href="status/coverage.xsl"/>
  <xsl:include href="status/documents.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier" mode="m:coverage"/>
      <xsl:apply-templates select="i:dossier" mode="m:documents"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
