<?xml version="1.0" encoding="UTF-8"?>
<!-- A layer to begin with: a line at the foot of every page, and a style sheet. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="str m t tp">

  <xsl:template match="i:dossier" mode="m:layer">
    <i:file path="stylesheets/html.xsl" method="text" keep="true">
      <xsl:value-of select="concat('&lt;!-- ', t:init-text('init.layer-html'), ' -->&#10;')"/>
      <xsl:text>&lt;xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:t="urn:ismsdoc:template" exclude-result-prefixes="t">
  &lt;xsl:import href="ismsdoc:html.xsl"/>
  &lt;xsl:template name="t:user-footer">
    &lt;p></xsl:text>
      <xsl:value-of select="tp:escaped(t:init-text('init.layer-footer', $t:name))"/>
      <xsl:text>&lt;/p>
  &lt;/xsl:template>
&lt;/xsl:stylesheet>
</xsl:text>
    </i:file>
    <i:file path="stylesheets/house.css" method="text" keep="true">
      <xsl:value-of select="concat('/* ', t:init-text('init.layer-css'), '&#10;:root { --accent: #7a1f5c; }&#10;*/&#10;')"/>
    </i:file>
    <i:file path=".gitignore" method="text" keep="true">
      <xsl:text>/out/&#10;/out-*/&#10;.out*.lock&#10;*~&#10;</xsl:text>
    </i:file>
  </xsl:template>

  <!-- The organisation's name, as it was given or as isms.yaml has it. -->
  <xsl:variable name="t:name" select="concat($name, substring($dossier/i:organisation/@name, 1 div not($name)))"/>

  <!-- Text as it stands in an XML file. -->
  <func:function name="tp:escaped">
    <xsl:param name="text"/>
    <func:result select="str:replace(str:replace(str:replace(string($text), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;')"/>
  </func:function>

</xsl:stylesheet>
