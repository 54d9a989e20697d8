<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about people and exceptions: training, competence, exceptions. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m r t tp">

  <i:rule code="training-without-proof" level="warning" dates="true" basis="clause" clause="7.2"/>
  <i:rule code="training-overdue" level="warning" dates="true" basis="clause" clause="7.2"/>
  <i:rule code="competence-gap-open" level="warning" basis="clause" clause="7.2"/>
  <i:rule code="exception-expired" level="warning" dates="true" basis="rule"/>
  <i:rule code="exception-without-end" level="warning" basis="rule"/>
  <i:rule code="exception-not-approved" level="warning" basis="rule"/>
  <i:rule code="exception-without-risk" level="warning" basis="rule"/>

  <xsl:template match="i:row" mode="r:training-without-proof">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'training-without-proof'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'given-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:competence-gap-open">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'competence-gap-open'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'gap'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:exception-expired">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'exception-expired'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'ends-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:exception-without-end">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'exception-without-end'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:exception-not-approved">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'exception-not-approved'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:exception-without-risk">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'exception-without-risk'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A training that is repeated, and whose last time is longer ago than that. -->
  <xsl:key name="tp:training" match="/i:dossier/i:registers/i:register[@name = 'training']/i:row" use="i:cell[@name = 'title']"/>
  <xsl:template match="i:row" mode="r:training-overdue">
    <xsl:variable name="last" select="t:latest(key('tp:training', i:cell[@name = 'title'])/i:cell[@name = 'given-on'])"/>
    <xsl:variable name="due" select="t:add-months($last, i:cell[@name = 'repeat-months'])"/>
    <xsl:if test="i:cell[@name = 'given-on'] = $last and translate($due, '-', '') &lt; $t:now">
      <xsl:call-template name="t:row-finding">
        <xsl:with-param name="code" select="'training-overdue'"/>
        <xsl:with-param name="b" select="$due"/>
        <xsl:with-param name="c" select="$last"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
