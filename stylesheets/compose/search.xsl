<?xml version="1.0" encoding="UTF-8"?>
<!-- The search index as a script, for pages opened from disk: documents, sections, rules, controls. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="db m str t">

  <!-- m:search-index -->
  <xsl:template match="i:dossier" mode="m:search-index">
    <i:file path="html/search-index.js" method="text">
      <xsl:text>window.ismsdocIndex = [&#10;</xsl:text>
      <xsl:call-template name="t:search-entry">
        <xsl:with-param name="first" select="true()"/>
        <xsl:with-param name="title" select="concat(i:documents/i:document[@type = 'dashboard'][1]/@title, ' ', i:organisation/@short)"/>
        <xsl:with-param name="url" select="'index.html'"/>
        <xsl:with-param name="kind" select="'document'"/>
      </xsl:call-template>
      <xsl:apply-templates select="i:documents/i:document[@type != 'dashboard']" mode="m:search"/>
      <xsl:apply-templates select="i:records/i:record" mode="m:search"/>
      <xsl:apply-templates select="$t:peers" mode="m:search"/>
      <xsl:apply-templates select="$t:catalogs[not($t:no-handbook)]//i:control" mode="m:search"/>
      <xsl:text>];&#10;</xsl:text>
    </i:file>
  </xsl:template>

  <!-- m:search: entries, one a line. -->
  <xsl:template match="*" mode="m:search"/>
  <xsl:template match="i:document" mode="m:search">
    <xsl:variable name="text">
      <xsl:apply-templates select="." mode="m:lede"/>
      <xsl:apply-templates select="(i:body/db:para | i:body/db:section/db:para)[1]" mode="m:prose"/>
    </xsl:variable>
    <xsl:call-template name="t:search-entry">
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="url" select="concat(@id, '.html')"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="text" select="string($text)"/>
    </xsl:call-template>
    <xsl:apply-templates select="i:body/descendant::db:section[@xml:id] | i:body/descendant::db:para[@role = 'rule'][@xml:id]" mode="m:search"/>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:search">
    <xsl:call-template name="t:search-entry">
      <xsl:with-param name="title" select="t:text('soa.peer-title', @title)"/>
      <xsl:with-param name="url" select="concat('statement-', @name, '.html')"/>
      <xsl:with-param name="kind" select="'document'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="db:section" mode="m:search">
    <xsl:variable name="text">
      <xsl:apply-templates select="db:para[1][not(@role = 'rule')]" mode="m:prose"/>
    </xsl:variable>
    <xsl:variable name="title">
      <xsl:apply-templates select="db:title/node()" mode="m:prose"/>
    </xsl:variable>
    <xsl:variable name="document" select="ancestor::i:document"/>
    <xsl:call-template name="t:search-entry">
      <xsl:with-param name="title" select="concat($document/@title, ': ', $title)"/>
      <xsl:with-param name="url" select="concat($document/@id, '.html#', @xml:id)"/>
      <xsl:with-param name="kind" select="'section'"/>
      <xsl:with-param name="text" select="string($text)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="db:para" mode="m:search">
    <xsl:variable name="text">
      <xsl:apply-templates select="node()" mode="m:prose"/>
    </xsl:variable>
    <xsl:call-template name="t:search-entry">
      <xsl:with-param name="title" select="@xml:id"/>
      <xsl:with-param name="url" select="concat(ancestor::i:document/@id, '.html#', @xml:id)"/>
      <xsl:with-param name="kind" select="'rule'"/>
      <xsl:with-param name="text" select="normalize-space(substring-after($text, @xml:id))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:control" mode="m:search">
    <xsl:variable name="title">
      <xsl:apply-templates select="." mode="m:title"/>
    </xsl:variable>
    <xsl:call-template name="t:search-entry">
      <xsl:with-param name="title" select="string($title)"/>
      <xsl:with-param name="url" select="concat('controls/', substring-after(@anchor, 'control-'), '.html')"/>
      <xsl:with-param name="kind" select="'control'"/>
      <xsl:with-param name="text" select="string(i:part[@name = 'statement'])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Most texts have nothing to escape: then the entry costs no call. Each is an element of its own, for libxslt moves a text as often
       as something is added to it; the file is the text of all. -->
  <xsl:template name="t:search-entry">
    <xsl:param name="first" select="false()"/>
    <xsl:param name="title"/>
    <xsl:param name="url"/>
    <xsl:param name="kind"/>
    <xsl:param name="text"/>
    <xsl:variable name="plain" select="normalize-space($text)"/>
    <xsl:variable name="beginning">
      <xsl:choose>
        <xsl:when test="string-length($plain) &lt;= $search-words">
          <xsl:value-of select="$plain"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="substring($plain, 1, $search-words)"/>
          <xsl:value-of select="concat(substring-before(concat(substring($plain, $search-words + 1), ' '), ' '), ' …')"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="all" select="concat($title, $url, $beginning)"/>
    <i:line>
      <xsl:if test="not($first)">,</xsl:if>
      <xsl:choose>
        <xsl:when test="not(contains($all, '&quot;') or contains($all, '&lt;') or contains($all, '\') or
                            contains($all, '&#x2028;') or contains($all, '&#x2029;'))">
          <xsl:value-of select="concat('{&quot;t&quot;:&quot;', normalize-space($title), '&quot;,&quot;u&quot;:&quot;', $url,
              '&quot;,&quot;k&quot;:&quot;', $kind, '&quot;,&quot;x&quot;:&quot;', $beginning, '&quot;}&#10;')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('{&quot;t&quot;:&quot;', t:json(normalize-space($title)), '&quot;,&quot;u&quot;:&quot;', t:json($url),
              '&quot;,&quot;k&quot;:&quot;', $kind, '&quot;,&quot;x&quot;:&quot;', t:json($beginning), '&quot;}&#10;')"/>
        </xsl:otherwise>
      </xsl:choose>
    </i:line>
  </xsl:template>

  <!-- The inside of a JSON string that may also stand in a script element. Blank space must be plain. -->
  <func:function name="t:json">
    <xsl:param name="text"/>
    <xsl:choose>
      <!-- Most texts have nothing to escape, and replacing is slow. -->
      <xsl:when test="translate($text, '\&quot;&lt;&#x2028;&#x2029;', '') = $text">
        <func:result select="string($text)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="string(str:replace(str:replace(str:replace(str:replace(str:replace(string($text), '\', '\\'),
            '&quot;', '\&quot;'), '&lt;', '\u003c'), '&#x2028;', '\u2028'), '&#x2029;', '\u2029'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
