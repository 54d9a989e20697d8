<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:i="urn:ismsdoc:dossier" xmlns:t="urn:ismsdoc:template" exclude-result-prefixes="t">
  <xsl:import href="ismsdoc:rules.xsl"/>
  <i:rule code="mill-wheel" level="error" basis="rule" do="turn it">the wheel turns</i:rule>
  <i:rule code="mill-day" level="warning" basis="practice" dates="true" do="wait">it is a good day</i:rule>
  <xsl:template name="t:user-rules">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'mill-wheel'"/>
      <xsl:with-param name="node" select="i:organisation"/>
      <xsl:with-param name="text" select="'the wheel stands still'"/>
    </xsl:call-template>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'mill-day'"/>
      <xsl:with-param name="text" select="'it is no good day'"/>
    </xsl:call-template>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'mill-other'"/>
      <xsl:with-param name="text" select="'declared by nobody'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
