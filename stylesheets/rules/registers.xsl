<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about roles, and what rules about rows of registers share. -->
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

  <!-- A finding about the row that is the context: finding.CODE with {a} its id and title, {b} and {c} given. -->
  <xsl:template name="t:row-finding">
    <xsl:param name="code"/>
    <xsl:param name="level" select="''"/>
    <xsl:param name="basis" select="''"/>
    <xsl:param name="calendar" select="''"/>
    <xsl:param name="node" select="."/>
    <xsl:param name="key" select="concat('finding.', $code)"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="$code"/>
      <xsl:with-param name="level" select="$level"/>
      <xsl:with-param name="basis" select="$basis"/>
      <xsl:with-param name="calendar" select="$calendar"/>
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="text" select="t:text($key, normalize-space(concat(@id, ' ', (i:cell[@name = 'title'] | i:cell[@name = 'action'])[1])), $b, $c)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Days that lie so far back, as numbers: a date is older if translate(DATE, '-', '') is less. -->
  <xsl:variable name="t:month-ago" select="number(translate(t:add-months($today, -1), '-', ''))"/>
  <xsl:variable name="t:quarter-ago" select="number(translate(t:add-months($today, -3), '-', ''))"/>
  <xsl:variable name="t:year-ago" select="number(translate(t:add-months($today, -12), '-', ''))"/>

  <!-- By column, which is quicker than to look at each cell's name in the list. -->
  <xsl:template match="i:column" mode="m:rules">
    <xsl:variable name="name" select="string(@name)"/>
    <xsl:apply-templates select="../i:row/i:cell[@name = $name][translate(., '-', '') &gt; $t:now]" mode="r:date-in-future"/>
  </xsl:template>

</xsl:stylesheet>
