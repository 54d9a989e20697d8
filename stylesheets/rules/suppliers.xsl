<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about what others owe and demand: suppliers, laws and contracts, interested parties, issues, certificates, contacts. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m r t">

  <i:rule code="supplier-without-agreement" level="warning" basis="clause" clause="A.5.20"/>
  <i:rule code="supplier-assurance-expired" level="warning" dates="true" basis="clause" clause="A.5.22"/>
  <i:rule code="supplier-review-overdue" level="warning" dates="true" basis="clause" clause="A.5.22"/>
  <i:rule code="legal-without-control" level="warning" basis="clause" clause="A.5.31"/>
  <i:rule code="legal-review-overdue" level="warning" dates="true" basis="clause" clause="A.5.31"/>
  <i:rule code="interested-party-undecided" level="warning" basis="clause" clause="4.2"/>
  <i:rule code="interested-party-unmet" level="warning" basis="clause" clause="4.2"/>
  <i:rule code="issue-review-overdue" level="warning" dates="true" basis="clause" clause="4.1"/>
  <i:rule code="climate-without-reason" level="warning" basis="clause" clause="4.1"/>
  <i:rule code="climate-undetermined" level="warning" basis="clause" clause="4.1"/>
  <i:rule code="certificate-soa-version" level="warning" basis="practice"/>
  <i:rule code="certificate-expired" level="warning" dates="true" basis="practice"/>
  <i:rule code="contact-check-overdue" level="warning" dates="true" basis="clause" clause="A.5.5"/>

  <xsl:template match="i:row" mode="r:supplier-without-agreement">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'supplier-without-agreement'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'reaches'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:supplier-assurance-expired">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'supplier-assurance-expired'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'valid-until'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:supplier-review-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'supplier-review-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'reviewed-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:legal-without-control">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'legal-without-control'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:legal-review-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'legal-review-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'reviewed-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:interested-party-undecided">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'interested-party-undecided'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:interested-party-unmet">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'interested-party-unmet'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:issue-review-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'issue-review-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'reviewed-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:climate-without-reason">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'climate-without-reason'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:certificate-expired">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'certificate-expired'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'valid-until'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:contact-check-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'contact-check-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'checked-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Amendment 1:2024 asks whether climate change is a relevant issue: no row of the register says so. -->
  <xsl:template match="i:register" mode="r:climate-undetermined">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'climate-undetermined'"/>
      <xsl:with-param name="text" select="t:text('finding.climate-undetermined')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A certificate that cites another version of the Statement of Applicability than the one in force. -->
  <xsl:template match="i:row" mode="r:certificate-soa-version">
    <xsl:variable name="version" select="key('document', 'statement-of-applicability')/i:version[@current = 'true']/@version"/>
    <xsl:if test="$version and i:cell[@name = 'soa-version'] != $version">
      <xsl:call-template name="t:row-finding">
        <xsl:with-param name="code" select="'certificate-soa-version'"/>
        <xsl:with-param name="b" select="string(i:cell[@name = 'soa-version'])"/>
        <xsl:with-param name="c" select="string($version)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
