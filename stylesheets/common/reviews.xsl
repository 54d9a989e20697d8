<?xml version="1.0" encoding="UTF-8"?>
<!-- When documents and answers are due for review, and until when evidence counts. Needs dates.xsl and keys.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="i t">

  <!-- When a document is due for review: so many months after it took effect or was last reviewed; empty for a draft. -->
  <func:function name="t:next-review">
    <xsl:param name="document"/>
    <xsl:variable name="from" select="t:latest($document/i:version[@current = 'true']/@effective-on | $document/i:reviewed/@on)"/>
    <xsl:variable name="own" select="$document/@review-months"/>
    <xsl:variable name="default" select="$dossier/i:settings/@document-review-months"/>
    <xsl:variable name="months" select="($own | $default[not($own)])[1]"/>
    <xsl:choose>
      <xsl:when test="$document/@state = 'approved' and $from and $months">
        <func:result select="t:add-months($from, number($months))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- When an answer is due for review; empty if it never was reviewed. -->
  <func:function name="t:answer-review">
    <xsl:param name="answer"/>
    <xsl:variable name="months" select="$dossier/i:settings/@answer-review-months"/>
    <xsl:choose>
      <xsl:when test="$answer/@reviewed-on and $months">
        <func:result select="t:add-months($answer/@reviewed-on, number($months))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- When an external document is due to be looked at, as often as documents are reviewed; empty if it is replaced or never was. -->
  <func:function name="t:external-check">
    <xsl:param name="row"/>
    <xsl:variable name="checked" select="$row[not(i:cell[@name = 'replaced-by'])]/i:cell[@name = 'checked-on']"/>
    <xsl:variable name="months" select="$dossier/i:settings/@document-review-months"/>
    <xsl:choose>
      <xsl:when test="$checked and $months">
        <func:result select="t:add-months($checked, number($months))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Until when a row of evidence counts: as many months as answers may wait for review after the end of what it covers or the day it
       was collected, whichever is later; empty where it has neither date. -->
  <func:function name="t:evidence-until">
    <xsl:param name="row"/>
    <xsl:variable name="from" select="t:latest($row/i:cell[@name = 'covers-to' or @name = 'collected-on'])"/>
    <xsl:variable name="months" select="$dossier/i:settings/@answer-review-months"/>
    <xsl:choose>
      <xsl:when test="$from and $months">
        <func:result select="t:add-months($from, number($months))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- How a row of evidence stands: missing (it names a file that is not there), stale, undated, current. -->
  <func:function name="t:evidence-state">
    <xsl:param name="row"/>
    <xsl:variable name="until" select="t:evidence-until($row)"/>
    <xsl:choose>
      <xsl:when test="$row/i:cell[@name = 'where'][starts-with(., 'evidence/')][not(@sha256)]"><func:result select="'missing'"/></xsl:when>
      <xsl:when test="not($until)"><func:result select="'undated'"/></xsl:when>
      <xsl:when test="translate($until, '-', '') &lt; $t:now"><func:result select="'stale'"/></xsl:when>
      <xsl:otherwise><func:result select="'current'"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
