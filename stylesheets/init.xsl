<?xml version="1.0" encoding="UTF-8"?>
<!-- A dossier in, i:result of text files out: a folder that builds at once, or what one that is there lacks. -->
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
  <xsl:include href="common/further-keys.xsl"/>
  <xsl:include href="common/labels.xsl"/>

  <xsl:include href="init/params.xsl"/>
  <xsl:include href="init/gentext.xsl"/>
  <xsl:include href="init/yaml.xsl"/>
  <xsl:include href="init/templates.xsl"/>
  <xsl:include href="init/settings.xsl"/>
  <xsl:include href="init/variables.xsl"/>
  <xsl:include href="init/answers.xsl"/>
  <xsl:include href="init/registers.xsl"/>
  <xsl:include href="init/readme.xsl"/>
  <xsl:include href="init/layer.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier[not(i:organisation/@i:src)]" mode="m:settings"/>
      <xsl:apply-templates select="i:dossier/i:catalogs/i:catalog" mode="m:answer-files"/>
      <xsl:apply-templates select="i:dossier" mode="m:registers"/>
      <xsl:apply-templates select="i:dossier[not($update)]" mode="m:readme"/>
      <xsl:apply-templates select="i:dossier[not($update)]" mode="m:layer"/>
      <xsl:apply-templates select="i:dossier[$update]" mode="m:lacking"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
