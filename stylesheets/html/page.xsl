<?xml version="1.0" encoding="UTF-8"?>
<!-- From i:page to files: which pages there are, and what stands on a page. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d m t tp">

  <xsl:template match="/" mode="m:result">
    <i:result>
      <xsl:apply-templates select="i:page/d:article" mode="m:file"/>
      <xsl:apply-templates select="i:page/d:article[@i:chunk]/descendant::d:section[@i:page]" mode="m:file"/>
    </i:result>
  </xsl:template>

  <xsl:variable name="tp:skip" select="t:text('html.skip')"/>
  <xsl:variable name="tp:body-class" select="normalize-space(concat($article/@i:type, substring(' wide', 1 div ($article/@i:wide = 'true'))))"/>

  <!-- One file; the context is the article, or a section that has a page to itself. -->
  <xsl:template match="d:article | d:section" mode="m:file">
    <xsl:variable name="root" select="concat(substring($tp:root, 1 div not(@i:page)), substring($tp:section-root, 1 div boolean(@i:page)))"/>
    <i:file method="html">
      <xsl:attribute name="path">html/<xsl:apply-templates select="." mode="m:path"/></xsl:attribute>
      <html lang="{$article/@xml:lang}" data-root="{$root}">
        <xsl:apply-templates select="." mode="m:head">
          <xsl:with-param name="root" select="$root"/>
        </xsl:apply-templates>
        <body class="{$tp:body-class}">
          <a class="skip" href="#main"><xsl:value-of select="$tp:skip"/></a>
          <xsl:apply-templates select="." mode="m:top"/>
          <xsl:call-template name="t:user-header"/>
          <xsl:apply-templates select="." mode="m:columns"/>
          <xsl:apply-templates select="." mode="m:foot"/>
        </body>
      </html>
    </i:file>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- The text, with the list of its sections beside it. -->
  <xsl:template match="*" mode="m:columns">
    <div class="page">
      <xsl:apply-templates select="." mode="m:toc"/>
      <xsl:apply-templates select="." mode="m:main"/>
    </div>
  </xsl:template>

  <!-- A document of wide tables has the whole width. -->
  <xsl:template match="d:article[@i:wide = 'true']" mode="m:columns">
    <div class="page whole">
      <xsl:apply-templates select="." mode="m:main"/>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="m:main">
    <main id="main" tabindex="-1">
      <article>
        <xsl:apply-templates select="." mode="m:front"/>
        <xsl:apply-templates select="node()[not(self::d:title or @i:page)]"/>
        <xsl:apply-templates select="d:section[@i:page][1]" mode="m:entries"/>
        <xsl:if test="$tp:has-notes">
          <xsl:apply-templates select="." mode="m:footnotes"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="m:back"/>
      </article>
    </main>
  </xsl:template>

</xsl:stylesheet>
