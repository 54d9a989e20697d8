<?xml version="1.0" encoding="UTF-8"?>
<!-- An element that no other template knows: reported, shown, and fatal if on-unhandled = 'fail'. The report stands in the
     page, where the element is; the program lifts it out. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="t">

  <xsl:template match="*" priority="-5">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'unhandled-element'"/>
      <xsl:with-param name="document" select="$article/@xml:id"/>
      <xsl:with-param name="text" select="concat('no template makes HTML of element &quot;', name(), '&quot;: its content is shown plainly')"/>
    </xsl:call-template>
    <xsl:if test="$on-unhandled = 'fail'">
      <xsl:message terminate="yes">stopped at an element that no template handles</xsl:message>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
