<?xml version="1.0" encoding="UTF-8"?>
<!-- Visible words by key: t:text(key, a, b, c) as a function and as a named template. Needs params.xsl and messages.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:g="urn:ismsdoc:gentext"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="str g t tp">

  <!-- By the whole path: anything else is looked for in every node of dossier and article. -->
  <xsl:key name="tp:text" match="/g:gentext/g:text" use="@key"/>

  <!-- Languages that ship. Another one comes from a layer, through $user-gentext. -->
  <xsl:variable name="tp:languages" select="' en '"/>

  <xsl:variable name="tp:gentext-language">
    <xsl:choose>
      <xsl:when test="contains($tp:languages, concat(' ', $language, ' '))">
        <xsl:value-of select="$language"/>
      </xsl:when>
      <xsl:when test="contains($tp:languages, concat(' ', substring-before($language, '-'), ' ')) and contains($language, '-')">
        <xsl:value-of select="substring-before($language, '-')"/>
      </xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- html.xsl has another, of the few words that pages need. -->
  <xsl:variable name="tp:gentext" select="document(concat('gentext/', $tp:gentext-language, '.xml'))"/>

  <!-- A word of a list that can grow (a kind, a column, a value): by gentext as LIST.WORD, else as it is, hyphens as spaces. -->
  <func:function name="t:word">
    <xsl:param name="list"/>
    <xsl:param name="word"/>
    <xsl:variable name="key" select="concat($list, '.', $word)"/>
    <xsl:variable name="text" select="tp:its-text($key)"/>
    <xsl:choose>
      <xsl:when test="$text">
        <func:result select="string($text)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="concat(translate(substring($word, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
            translate(substring($word, 2), '-_', '  '))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The g:text of a key: a layer's before ours; nothing where there is none. -->
  <func:function name="tp:its-text">
    <xsl:param name="key"/>
    <xsl:variable name="theirs" select="$user-gentext/descendant::g:text[@key = $key]"/>
    <xsl:for-each select="$tp:gentext">
      <xsl:variable name="ours" select="key('tp:text', $key)"/>
      <xsl:choose>
        <xsl:when test="$theirs"><func:result select="$theirs"/></xsl:when>
        <xsl:when test="$ours"><func:result select="$ours"/></xsl:when>
        <xsl:otherwise><func:result select="tp:common-text($key)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </func:function>

  <!-- The text of a key, or $otherwise where there is none. -->
  <func:function name="t:text-or">
    <xsl:param name="key"/>
    <xsl:param name="otherwise"/>
    <xsl:variable name="text" select="tp:its-text($key)"/>
    <func:result select="concat($text, substring($otherwise, 1 div not($text)))"/>
  </func:function>

  <!-- The text of a key, with {a}, {b} and {c} filled in. A missing key is reported and shows as [key]. -->
  <func:function name="t:text">
    <xsl:param name="key"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:for-each select="$tp:gentext">
      <xsl:variable name="text" select="string(key('tp:text', $key))"/>
      <xsl:choose>
        <xsl:when test="$text and not($user-gentext) and not(contains($text, '{'))">
          <func:result select="$text"/>
        </xsl:when>
        <xsl:when test="$text and not($user-gentext) and not(contains(concat($a, $b), '{'))">
          <func:result select="str:replace(str:replace(str:replace($text, '{a}', string($a)), '{b}', string($b)), '{c}', string($c))"/>
        </xsl:when>
        <xsl:otherwise>
          <func:result select="tp:fill(tp:find-text($key, $text), string($a), string($b), string($c))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </func:function>

  <!-- The same as a template, for layers that prefer one. -->
  <xsl:template name="t:text">
    <xsl:param name="key"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:value-of select="t:text($key, $a, $b, $c)"/>
  </xsl:template>

  <!-- 'KEY.one' for 1, 'KEY.other' for any other number; {a} is the number. -->
  <func:function name="t:count">
    <xsl:param name="key"/>
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n = 1">
        <func:result select="t:text(concat($key, '.one'), $n)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="t:text(concat($key, '.other'), $n)"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A layer's text before ours; a key that neither has is reported. -->
  <func:function name="tp:find-text">
    <xsl:param name="key"/>
    <xsl:param name="ours"/>
    <xsl:variable name="theirs" select="$user-gentext/descendant::g:text[@key = $key]"/>
    <xsl:choose>
      <xsl:when test="$theirs">
        <func:result select="string($theirs)"/>
      </xsl:when>
      <xsl:when test="key('tp:text', $key)">
        <func:result select="$ours"/>
      </xsl:when>
      <xsl:when test="tp:common-text($key)">
        <func:result select="string(tp:common-text($key))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:message">
          <xsl:with-param name="level" select="'error'"/>
          <xsl:with-param name="code" select="'no-gentext'"/>
          <xsl:with-param name="text" select="concat('no text for &quot;', $key, '&quot; in language &quot;', $tp:gentext-language, '&quot;')"/>
        </xsl:call-template>
        <func:result select="concat('[', $key, ']')"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The g:text of the common words: html.xsl has words of its own, and a layer on it may ask for others. -->
  <func:function name="tp:common-text">
    <xsl:param name="key"/>
    <xsl:for-each select="$tp:gentext">
      <func:result select="key('tp:text', $key)"/>
    </xsl:for-each>
  </func:function>

  <!-- Fills placeholders from left to right, so that a value that looks like one stays as it is. -->
  <func:function name="tp:fill">
    <xsl:param name="text"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:variable name="rest" select="substring-after($text, '{')"/>
    <xsl:variable name="name" select="substring-before($rest, '}')"/>
    <xsl:choose>
      <xsl:when test="contains($text, '{')">
        <func:result select="concat(substring-before($text, '{'),
                                    substring($a, 1 div ($name = 'a')),
                                    substring($b, 1 div ($name = 'b')),
                                    substring($c, 1 div ($name = 'c')),
                                    tp:fill(substring-after($rest, '}'), $a, $b, $c))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
