<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossier in, i:result of findings out, and what each declared rule says. A rule is declared by an i:rule beside it. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/further-keys.xsl"/>
  <xsl:include href="common/documented.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/reviews.xsl"/>
  <xsl:include href="common/actions.xsl"/>
  <xsl:include href="common/risk.xsl"/>

  <xsl:include href="rules/all.xsl"/>
  <xsl:include href="rules/answers.xsl"/>
  <xsl:include href="rules/soa.xsl"/>
  <xsl:include href="rules/documents.xsl"/>
  <xsl:include href="rules/records.xsl"/>
  <xsl:include href="rules/registers.xsl"/>
  <xsl:include href="rules/catalogs.xsl"/>
  <xsl:include href="rules/risks.xsl"/>
  <xsl:include href="rules/evidence.xsl"/>
  <xsl:include href="rules/improvement.xsl"/>
  <xsl:include href="rules/suppliers.xsl"/>
  <xsl:include href="rules/people.xsl"/>
  <xsl:include href="rules/texts.xsl"/>
  <xsl:include href="rules/names.xsl"/>
  <xsl:include href="rules/reading.xsl"/>
  <xsl:include href="rules/declared.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier" mode="m:rules"/>
      <xsl:apply-templates select="i:dossier[$share != 'registers']/i:rules/i:rule" mode="m:rule"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
