<?xml version="1.0" encoding="UTF-8"?>
<!-- HTML pages from one article and the site map: i:page in, i:result of i:file out. A layer imports this file. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:m="urn:ismsdoc:mode"
                extension-element-prefixes="func"
                exclude-result-prefixes="m">

  <xsl:import href="common/params.xsl"/>
  <xsl:import href="common/messages.xsl"/>
  <xsl:import href="common/gentext.xsl"/>
  <xsl:import href="common/dates.xsl"/>
  <xsl:import href="common/taken.xsl"/>

  <xsl:include href="html/params.xsl"/>
  <xsl:include href="html/gentext.xsl"/>
  <xsl:include href="html/keys.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/head.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/front.xsl"/>
  <xsl:include href="html/toc.xsl"/>
  <xsl:include href="html/control.xsl"/>
  <xsl:include href="html/attribute.xsl"/>
  <xsl:include href="html/prose.xsl"/>
  <xsl:include href="html/list.xsl"/>
  <xsl:include href="html/inline.xsl"/>
  <xsl:include href="html/link.xsl"/>
  <xsl:include href="html/table.xsl"/>
  <xsl:include href="html/filter.xsl"/>
  <xsl:include href="html/summary.xsl"/>
  <xsl:include href="html/hooks.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:apply-templates select="." mode="m:result"/>
  </xsl:template>

</xsl:stylesheet>
