<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about records: signed off in time, unchanged since, deleted when their time is over. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m r t">

  <i:rule code="record-changed" level="error" basis="clause" clause="7.5.3"/>
  <i:rule code="record-not-signed" level="warning" basis="practice"/>
  <i:rule code="record-without-digest" level="info" basis="practice"/>
  <i:rule code="record-overdue-deletion" level="warning" dates="true" basis="practice"/>

  <xsl:template match="i:record" mode="m:rules">
    <xsl:apply-templates select="self::*[@state = 'changed']" mode="r:record-changed"/>
    <xsl:apply-templates select="self::*[@state = 'open']" mode="r:record-not-signed"/>
    <xsl:apply-templates select="self::*[@state = 'unknown']" mode="r:record-without-digest"/>
    <xsl:apply-templates select="@retention-months" mode="r:record-overdue-deletion"/>
  </xsl:template>

  <xsl:template match="i:record" mode="r:record-changed">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'record-changed'"/>
      <xsl:with-param name="text" select="t:text('finding.record-changed', @title, @signed-off, @id)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- For some time it is only noted; then it is the calendar that makes it wrong. -->
  <xsl:template match="i:record" mode="r:record-not-signed">
    <xsl:variable name="days" select="t:days($today) - t:days(@date)"/>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'record-not-signed'"/>
      <xsl:with-param name="level" select="concat(substring('warning', 1 div ($days &gt; $sign-off-days)), substring('info', 1 div ($days &lt;= $sign-off-days)))"/>
      <xsl:with-param name="calendar" select="$days &gt; $sign-off-days"/>
      <xsl:with-param name="text" select="t:text('finding.record-not-signed', @title, @date, @id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:record" mode="r:record-without-digest">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'record-without-digest'"/>
      <xsl:with-param name="text" select="t:text('finding.record-without-digest', @title, @signed-off, @id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="@retention-months" mode="r:record-overdue-deletion">
    <xsl:variable name="until" select="t:add-months(../@date, number(.))"/>
    <xsl:if test="translate($until, '-', '') &lt; $t:now">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'record-overdue-deletion'"/>
        <xsl:with-param name="node" select=".."/>
        <xsl:with-param name="text" select="t:text('finding.record-overdue-deletion', ../@title, $until)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
