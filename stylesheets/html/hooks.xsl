<?xml version="1.0" encoding="UTF-8"?>
<!-- Places for a layer to add to every page; empty here. The context is the article or the section that has the page. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="t">

  <!-- at the end of head -->
  <xsl:template name="t:user-head"/>

  <!-- after the top bar -->
  <xsl:template name="t:user-header"/>

  <!-- at the end of the foot -->
  <xsl:template name="t:user-footer"/>

</xsl:stylesheet>
