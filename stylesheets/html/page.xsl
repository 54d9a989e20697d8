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

  <!-- Elements that always have a template. An article of these alone has nothing to report and goes out directly. -->
  <xsl:variable name="tp:known" select="' article info title subtitle author org orgname date edition releaseinfo revhistory
      revision revnumber revremark personname legalnotice bibliomisc section sidebar bridgehead para emphasis phrase link literal
      itemizedlist orderedlist listitem informaltable table caption thead tbody tr td th programlisting blockquote '"/>

  <xsl:variable name="tp:others" select="$article//*[not(contains($tp:known, concat(' ', local-name(), ' ')))]"/>

  <xsl:template match="/" mode="m:result">
    <i:result>
      <xsl:apply-templates select="i:page[not($tp:others)]" mode="mp:files"/>
      <xsl:apply-templates select="i:page[$tp:others]" mode="mp:checked-files"/>
    </i:result>
  </xsl:template>

  <xsl:template match="i:page" mode="mp:files">
    <xsl:apply-templates select="d:article" mode="m:file"/>
    <xsl:apply-templates select="d:article[@i:chunk]//d:section[@i:page]" mode="m:file"/>
  </xsl:template>

  <!-- Else templates report where they stand, and what they report is taken out of the pages and put after them. -->
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
        <body class="{$article/@i:type}">
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
        <xsl:apply-templates>
          <xsl:with-param name="level" select="1"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="self::*[$tp:has-notes]" mode="m:footnotes"/>
        <xsl:apply-templates select="." mode="m:back"/>
      </article>
    </main>
  </xsl:template>

</xsl:stylesheet>
