<?xml version="1.0" encoding="UTF-8"?>
<!-- YAML as text: quoted scalars, wrapped comments. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="str t tp">

  <!-- Any text as a double-quoted scalar on one line. -->
  <func:function name="t:yaml">
    <xsl:param name="text"/>
    <xsl:variable name="escaped" select="str:replace(str:replace(str:replace(str:replace(str:replace(
        string($text), '\', '\\'), '&quot;', '\&quot;'), '&#9;', '\t'), '&#10;', '\n'), '&#13;', '\r')"/>
    <xsl:variable name="breaks" select="str:replace(str:replace(str:replace(str:replace(
        string($escaped), '&#x85;', '\N'), '&#x2028;', '\L'), '&#x2029;', '\P'), '&#xFEFF;', '\uFEFF')"/>
    <func:result select="concat('&quot;', translate($breaks, '&#x7F;', ''), '&quot;')"/>
  </func:function>

  <!-- The same, but a word, label or number as it is. -->
  <func:function name="t:yaml-word">
    <xsl:param name="text"/>
    <xsl:variable name="odd" select="translate($text, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.()-', '')"/>
    <xsl:choose>
      <xsl:when test="$text != '' and $odd = '' and translate(substring($text, 1, 1), '.()-', '') != ''"><func:result select="string($text)"/></xsl:when>
      <xsl:otherwise><func:result select="t:yaml($text)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A paragraph as comment lines, each beginning with $first, then $next, up to $comment-width columns. -->
  <xsl:template name="t:comment">
    <xsl:param name="text"/>
    <xsl:param name="first" select="'# '"/>
    <xsl:param name="next" select="$first"/>
    <xsl:call-template name="tp:comment-lines">
      <xsl:with-param name="rest" select="concat(normalize-space($text), ' ')"/>
      <xsl:with-param name="start" select="$first"/>
      <xsl:with-param name="next" select="$next"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One line, then the lines after it. -->
  <xsl:template name="tp:comment-lines">
    <xsl:param name="rest"/>
    <xsl:param name="start"/>
    <xsl:param name="next"/>
    <xsl:if test="$rest">
      <xsl:variable name="length" select="tp:fitting($rest, $comment-width - string-length($start), 0)"/>
      <xsl:value-of select="concat($start, substring($rest, 1, $length - 1), '&#10;')"/>
      <xsl:call-template name="tp:comment-lines">
        <xsl:with-param name="rest" select="substring($rest, $length + 1)"/>
        <xsl:with-param name="start" select="$next"/>
        <xsl:with-param name="next" select="$next"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- How many characters of the text make up the words that fit, with the space after them; at least one word. -->
  <func:function name="tp:fitting">
    <xsl:param name="text"/>
    <xsl:param name="width"/>
    <xsl:param name="taken"/>
    <xsl:variable name="word" select="string-length(substring-before(substring($text, $taken + 1), ' '))"/>
    <xsl:choose>
      <xsl:when test="$taken &gt;= string-length($text) or ($taken &gt; 0 and $taken + $word &gt; $width)">
        <func:result select="$taken"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="tp:fitting($text, $width, $taken + $word + 1)"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
