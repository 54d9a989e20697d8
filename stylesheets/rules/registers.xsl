<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about roles and registers. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m r t">

  <i:rule code="role-without-holder" level="warning" basis="clause" clause="5.3">every role that owns or approves something has a holder</i:rule>
  <i:rule code="risk-off-scale" level="error" basis="rule">likelihood and impact are on the scale that isms.yaml declares</i:rule>

  <!-- Only roles that something names; one finding each, however often it is named. -->
  <xsl:template match="i:role" mode="r:role-without-holder">
    <xsl:variable name="answers" select="count($dossier/i:answers/i:answer[@owner = current()/@id] | $dossier/i:answers/i:answer/i:site-part[@owner = current()/@id])"/>
    <xsl:variable name="documents" select="count($dossier/i:documents/i:document[@owner = current()/@id or @approver = current()/@id])"/>
    <xsl:if test="$answers + $documents &gt; 0">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'role-without-holder'"/>
        <xsl:with-param name="basis" select="'clause'"/>
        <xsl:with-param name="text" select="t:text('finding.role-without-holder', @id, $answers, $documents)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A value is a number from 1 to the end of its scale, or the name of one of its levels. -->
  <xsl:template match="i:cell" mode="r:risk-off-scale">
    <xsl:variable name="scale" select="concat(substring('likelihood', 1 div contains(@name, 'likelihood')), substring('impact', 1 div contains(@name, 'impact')))"/>
    <xsl:variable name="method" select="$dossier/i:risk-method"/>
    <xsl:variable name="end" select="$method/@*[name() = $scale]"/>
    <xsl:if test="$end and not(. &gt;= 1 and . &lt;= $end and . = floor(.)) and not($method/i:level[@scale = $scale] = .)">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'risk-off-scale'"/>
        <xsl:with-param name="level" select="'error'"/>
        <xsl:with-param name="basis" select="'rule'"/>
        <xsl:with-param name="text" select="t:text('finding.risk-off-scale', ../@id, concat(@name, ' ', .), $end)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
