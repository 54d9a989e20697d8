<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of pages: a small file, since each page reads it. All others are found in common/gentext where a layer asks. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tp="urn:ismsdoc:template:private"
                xmlns:func="http://exslt.org/functions"
                extension-element-prefixes="func"
                exclude-result-prefixes="tp">

  <xsl:variable name="tp:gentext" select="document(concat('gentext/', $tp:gentext-language, '.xml'))"/>

  <func:function name="tp:common-text">
    <xsl:param name="key"/>
    <xsl:for-each select="document(concat('../common/gentext/', $tp:gentext-language, '.xml'))">
      <func:result select="key('tp:text', $key)"/>
    </xsl:for-each>
  </func:function>

</xsl:stylesheet>
