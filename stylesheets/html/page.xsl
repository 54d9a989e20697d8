<?xml version="1.0" encoding="UTF-8"?>
<!-- From i:page to files: which pages there are, and what stands on a page. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d exsl m mp t tp">

  <!-- If an article has elements that may have no template, pages are searched for what is reported of them. -->
  <xsl:variable name="tp:others">
    <xsl:apply-templates select="$article" mode="mp:others"/>
  </xsl:variable>

  <xsl:template match="/" mode="m:result">
    <i:result>
      <xsl:apply-templates select="i:page[$tp:others = '']" mode="mp:files"/>
      <xsl:apply-templates select="i:page[$tp:others != '']" mode="mp:checked-files"/>
    </i:result>
  </xsl:template>

  <!-- These are known to have one; the list spares the search and need not be complete. -->
  <xsl:template match="d:article | d:section | d:title | d:para | d:link | d:phrase | d:emphasis | d:literal | d:informaltable |
                       d:thead | d:tbody | d:tr | d:th | d:td | d:itemizedlist | d:orderedlist | d:listitem | d:sidebar |
                       d:bridgehead | d:programlisting" mode="mp:others">
    <xsl:apply-templates select="*" mode="mp:others"/>
  </xsl:template>

  <xsl:template match="d:info" mode="mp:others"/>

  <xsl:template match="*" mode="mp:others">
    <xsl:value-of select="concat(local-name(), ' ')"/>
  </xsl:template>

  <xsl:template match="i:page" mode="mp:files">
    <xsl:apply-templates select="d:article" mode="m:file"/>
    <xsl:apply-templates select="d:article[@i:chunk]//d:section[@i:page]" mode="m:file"/>
  </xsl:template>

  <!-- Templates report where they stand; that is taken out of the pages and put after them. -->
  <xsl:template match="i:page" mode="mp:checked-files">
    <xsl:variable name="files">
      <xsl:apply-templates select="." mode="mp:files"/>
    </xsl:variable>
    <xsl:apply-templates select="exsl:node-set($files)" mode="mp:without-findings"/>
    <xsl:copy-of select="exsl:node-set($files)//i:finding"/>
  </xsl:template>

  <xsl:template match="@* | node()" mode="mp:without-findings">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" mode="mp:without-findings"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="i:finding" mode="mp:without-findings"/>

  <xsl:variable name="tp:skip" select="t:text('html.skip')"/>

  <!-- One file; the context is the article, or a section that has a page to itself. -->
  <xsl:template match="d:article | d:section" mode="m:file">
    <xsl:variable name="root">
      <xsl:apply-templates select="." mode="m:root"/>
    </xsl:variable>
    <i:file method="html">
      <xsl:attribute name="path">html/<xsl:apply-templates select="." mode="m:path"/></xsl:attribute>
      <html lang="{$article/@xml:lang}" data-root="{$root}">
        <xsl:apply-templates select="." mode="m:head">
          <xsl:with-param name="root" select="string($root)"/>
        </xsl:apply-templates>
        <body class="{normalize-space(concat($article/@i:type, substring(' wide', 1 div ($article/@i:wide = 'true'))))}">
          <a class="skip" href="#main"><xsl:value-of select="$tp:skip"/></a>
          <xsl:apply-templates select="." mode="m:top"/>
          <xsl:call-template name="t:user-header"/>
          <xsl:apply-templates select="." mode="m:columns"/>
          <xsl:apply-templates select="." mode="m:foot"/>
        </body>
      </html>
    </i:file>
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
        <xsl:apply-templates select="self::*[$tp:has-notes]" mode="m:footnotes"/>
        <xsl:apply-templates select="." mode="m:back"/>
      </article>
    </main>
  </xsl:template>

</xsl:stylesheet>
