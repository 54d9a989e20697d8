<?xml version="1.0" encoding="UTF-8"?>
<!-- Look-ups in i:page, and where the pages of this run stand: m:root, m:path, m:target. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:str="http://exslt.org/strings"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="d i m str t tp">

  <!-- The attribute, not the element: three times as fast to build. -->
  <xsl:key name="id" match="*/@xml:id" use="."/>
  <!-- Documents of the site map by the file that a link names: x.xml the published one, drafts/x.xml the draft beside it,
       records/x.xml a record, sheets/x.xml an owner sheet. -->
  <xsl:key name="site-document" match="/i:page/i:site/i:document[not(starts-with(@html, 'drafts/'))]" use="concat(@id, '.xml')"/>
  <xsl:key name="site-document" match="/i:page/i:site/i:document[starts-with(@html, 'drafts/')]" use="concat('drafts/', @id, '.xml')"/>

  <xsl:key name="site-document" match="/i:page/i:site/i:document[starts-with(@html, 'records/') or starts-with(@html, 'sheets/')]" use="concat(substring-before(@html, '.html'), '.xml')"/>

  <xsl:variable name="site" select="/i:page/i:site"/>
  <xsl:variable name="article" select="/i:page/d:article"/>
  <xsl:variable name="tp:id" select="string($article/@xml:id)"/>
  <xsl:variable name="t:published" select="$site/i:document[not(starts-with(@html, 'drafts/'))]"/>

  <!-- 'drafts/' for an article under docbook/drafts/ whose own i:html does not say so. -->
  <xsl:variable name="tp:drafts"
                select="substring('drafts/', 1 div (starts-with(/i:page/@path, 'docbook/drafts/')
                                                    and not(starts-with($article/@i:html, 'drafts/'))))"/>

  <!-- The article's page below html/, the folder of its sections' pages, and the ways back up to html/. -->
  <xsl:variable name="tp:path" select="concat($tp:drafts, $article/@i:html)"/>
  <xsl:variable name="tp:folder" select="concat($tp:drafts, $article/@i:chunk, '/')"/>
  <xsl:variable name="tp:root" select="tp:up($tp:path)"/>
  <xsl:variable name="tp:section-root" select="tp:up($tp:folder)"/>

  <func:function name="tp:up">
    <xsl:param name="path"/>
    <func:result select="str:padding(3 * (string-length($path) - string-length(translate($path, '/', ''))), '../')"/>
  </func:function>

  <!-- m:root, text: '' or '../', the way from the page that a node stands on to html/. -->
  <xsl:template match="*" mode="m:root">
    <xsl:choose>
      <xsl:when test="ancestor-or-self::d:section/@i:page">
        <xsl:value-of select="$tp:section-root"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$tp:root"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:path, text: the page below html/ that a node stands on. -->
  <xsl:template match="*" mode="m:path">
    <xsl:apply-templates select="(ancestor::d:article | ancestor::d:section[@i:page])[last()]" mode="m:path"/>
  </xsl:template>

  <xsl:template match="d:article" mode="m:path">
    <xsl:value-of select="$tp:path"/>
  </xsl:template>

  <xsl:template match="d:section[@i:page]" mode="m:path">
    <xsl:value-of select="concat($tp:folder, @i:page, '.html')"/>
  </xsl:template>

  <!-- m:target, text: the page, and the anchor of what has no page to itself. -->
  <xsl:template match="*" mode="m:target">
    <xsl:apply-templates select="." mode="m:path"/>
    <xsl:value-of select="concat('#', @xml:id)"/>
  </xsl:template>

  <xsl:template match="d:article | d:section[@i:page]" mode="m:target">
    <xsl:apply-templates select="." mode="m:path"/>
  </xsl:template>

</xsl:stylesheet>
