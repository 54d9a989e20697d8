<?xml version="1.0" encoding="UTF-8"?>
<!-- Words of the files that init writes, by key. Needs common/gentext.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="str t tp">

  <xsl:variable name="tp:init-gentext" select="document(concat('gentext/', $tp:gentext-language, '.xml'))"/>

  <!-- The text of a key, with {a} filled in. Any other brace is YAML's and stays. -->
  <func:function name="t:init-text">
    <xsl:param name="key"/>
    <xsl:param name="a"/>
    <xsl:for-each select="$tp:init-gentext">
      <func:result select="str:replace(tp:find-text($key, string(key('tp:text', $key))), '{a}', string($a))"/>
    </xsl:for-each>
  </func:function>

</xsl:stylesheet>
