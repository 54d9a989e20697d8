<?xml version="1.0" encoding="UTF-8"?>
<!-- Links: where they lead from the page that they stand on (m:href), and the element. What may not be a link is its text. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                exclude-result-prefixes="d i m mp t tp xlink">

  <xsl:template match="d:link">
    <xsl:variable name="href">
      <xsl:apply-templates select="@linkend | @xlink:href" mode="m:href"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$href = ''">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$href}">
          <xsl:apply-templates/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:href, text: the address to print, or nothing if there is no such place or the scheme is none of ours. -->
  <xsl:template match="@*" mode="m:href"/>

  <xsl:template match="@linkend" mode="m:href">
    <xsl:apply-templates select="key('id', .)/.." mode="mp:href">
      <xsl:with-param name="from" select=".."/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- A document of the site first. A scheme is what stands before the first colon, unless a path, a query or a fragment began before it. -->
  <xsl:template match="@xlink:href | @i:href | @i:row" mode="m:href">
    <xsl:variable name="document" select="key('site-document', substring-before(concat(., '#'), '#'))"/>
    <xsl:choose>
      <xsl:when test="$document">
        <xsl:apply-templates select="$document" mode="mp:href">
          <xsl:with-param name="from" select=".."/>
          <xsl:with-param name="fragment" select="substring-after(., '#')"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="mp:other-href"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="mp:other-href">
    <xsl:variable name="before" select="substring-before(., ':')"/>
    <xsl:variable name="scheme" select="translate($before, 'HTPSMAILO', 'htpsmailo')"/>
    <xsl:choose>
      <xsl:when test="starts-with(., '#') or contains(' http https mailto ', concat(' ', $scheme, ' '))">
        <xsl:value-of select="."/>
      </xsl:when>
      <xsl:when test="starts-with(., '/') or starts-with(., '\') or ($before != '' and $before = translate($before, '/\?#', ''))"/>
      <xsl:when test="contains(., '.xml#') or substring(., string-length() - 3) = '.xml'"/>
      <xsl:otherwise>
        <xsl:apply-templates select=".." mode="m:root"/>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An element of this article: by its anchor alone if it stands on the same page. -->
  <xsl:template match="d:*" mode="mp:href">
    <xsl:param name="from"/>
    <xsl:variable name="from-page" select="string($from/ancestor::d:section[@i:page][1]/@i:page)"/>
    <xsl:choose>
      <xsl:when test="@i:page and @i:page != $from-page">
        <xsl:value-of select="concat(substring($tp:section-root, 1 div ($from-page != '')), substring($tp:root, 1 div ($from-page = '')),
                                     $tp:folder, @i:page, '.html')"/>
      </xsl:when>
      <xsl:when test="@i:page">#main</xsl:when>
      <xsl:when test="string(ancestor::d:section[@i:page][1]/@i:page) != $from-page">
        <xsl:apply-templates select="$from" mode="m:root"/>
        <xsl:apply-templates select="." mode="m:target"/>
      </xsl:when>
      <xsl:when test="self::d:article">#main</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('#', @xml:id)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A document of the site. -->
  <xsl:template match="i:document" mode="mp:href">
    <xsl:param name="from"/>
    <xsl:param name="fragment"/>
    <xsl:apply-templates select="$from" mode="m:root"/>
    <xsl:value-of select="@html"/>
    <xsl:if test="$fragment != ''">
      <xsl:value-of select="concat('#', $fragment)"/>
    </xsl:if>
  </xsl:template>

  <!-- A section of a document in pages: handbook.xml#handbook.a.5.15 is controls/a.5.15.html. -->
  <xsl:template match="i:document[@chunk]" mode="mp:href">
    <xsl:param name="from"/>
    <xsl:param name="fragment"/>
    <xsl:variable name="page" select="substring-after($fragment, concat(@id, '.'))"/>
    <xsl:apply-templates select="$from" mode="m:root"/>
    <xsl:if test="$page = ''">
      <xsl:value-of select="@html"/>
    </xsl:if>
    <xsl:if test="$page != ''">
      <xsl:value-of select="concat(@chunk, '/', $page, '.html')"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
