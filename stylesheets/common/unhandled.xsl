<?xml version="1.0" encoding="UTF-8"?>
<!-- What no other template handles in prose: reported, shown, and fatal if on-unhandled = 'fail'. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:template match="*" mode="m:prose" priority="-5">
    <xsl:call-template name="t:message">
      <xsl:with-param name="level" select="'error'"/>
      <xsl:with-param name="code" select="'unhandled-element'"/>
      <xsl:with-param name="text" select="concat('no template handles element &quot;', name(), '&quot;')"/>
    </xsl:call-template>
    <xsl:if test="$on-unhandled = 'fail'">
      <xsl:message terminate="yes">stopped at an element that no template handles</xsl:message>
    </xsl:if>
    <remark i:problem="unhandled-element"><xsl:value-of select="concat(name(), ': ', normalize-space(.))"/></remark>
  </xsl:template>

</xsl:stylesheet>
