<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about roles. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m r t">

  <i:rule code="role-without-holder" level="warning" basis="clause" clause="5.3"/>

  <!-- Only roles that something names; one finding each, however often it is named. -->
  <xsl:template match="i:role" mode="r:role-without-holder">
    <xsl:variable name="answers" select="count($dossier/i:answers/i:answer[@owner = current()/@id] | $dossier/i:answers/i:answer/i:site-part[@owner = current()/@id])"/>
    <xsl:variable name="documents" select="count($dossier/i:documents/i:document[@owner = current()/@id or @approver = current()/@id])"/>
    <xsl:if test="$answers + $documents &gt; 0">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'role-without-holder'"/>
        <xsl:with-param name="text" select="t:text('finding.role-without-holder', @id, $answers, $documents)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
