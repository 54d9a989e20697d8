<?xml version="1.0" encoding="UTF-8"?>
<!-- Documented information that registers are: which of them, and from which row on. Needs further-keys.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="i t">

  <!-- The rows that are what an i:prop "documented-information" names, or nothing: what is only planned is no result. -->
  <func:function name="t:documented-rows">
    <xsl:param name="prop"/>
    <xsl:variable name="what" select="string($prop/@value)"/>
    <xsl:for-each select="$prop">
      <xsl:choose>
        <xsl:when test="$what = 'Risk assessment results' or $what = 'Risk treatment plan'">
          <func:result select="key('register', 'risks')/i:row"/>
        </xsl:when>
        <xsl:when test="$what = 'Risk treatment results'">
          <func:result select="key('register', 'treatment')/i:row[i:cell[@name = 'done-on' or @name = 'done']]"/>
        </xsl:when>
        <xsl:when test="$what = 'Monitoring and measurement results'">
          <func:result select="key('register', 'measures')/i:row[i:cell[@name = 'last-on' or @name = 'last-value']] | key('register', 'measurements')/i:row"/>
        </xsl:when>
        <xsl:when test="$what = 'Audit programme and audit results'">
          <func:result select="key('register', 'audits')/i:row"/>
        </xsl:when>
        <xsl:when test="$what = 'Management review results'">
          <func:result select="key('register', 'management-reviews')/i:row[i:cell[@name = 'held-on']]"/>
        </xsl:when>
        <xsl:when test="$what = 'Nonconformity and corrective action records'">
          <func:result select="key('register', 'nonconformities')/i:row"/>
        </xsl:when>
        <xsl:when test="$what = 'Information security objectives'">
          <func:result select="key('register', 'objectives')/i:row"/>
        </xsl:when>
        <xsl:when test="$what = 'Competence records'">
          <func:result select="key('register', 'competence')/i:row"/>
        </xsl:when>
        <xsl:otherwise><func:result select="/.."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </func:function>

</xsl:stylesheet>
