<?xml version="1.0" encoding="UTF-8"?>
<!-- A dossier of catalogues without answers in, i:result of text files out: a folder that builds at once. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                exclude-result-prefixes="m">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/labels.xsl"/>

  <xsl:include href="init/params.xsl"/>
  <xsl:include href="init/yaml.xsl"/>
  <xsl:include href="init/settings.xsl"/>
  <xsl:include href="init/answers.xsl"/>
  <xsl:include href="init/registers.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier" mode="m:settings"/>
      <xsl:apply-templates select="i:dossier/i:catalogs//i:control[not(@withdrawn = 'true')]" mode="m:answer-file"/>
      <xsl:apply-templates select="i:dossier" mode="m:registers"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
