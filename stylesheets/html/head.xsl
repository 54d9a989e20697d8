<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of a page: character set first, what may be loaded, title, style, script. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m t tp">

  <!-- The same on all pages. -->
  <xsl:variable name="tp:meta">
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="{$content-security-policy}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="{$generator}"/>
  </xsl:variable>

  <xsl:template match="*" mode="m:head">
    <xsl:param name="root"/>
    <head>
      <xsl:copy-of select="$tp:meta"/>
      <title><xsl:apply-templates select="." mode="m:window-title"/></title>
      <link rel="stylesheet" href="{$root}{$css}"/>
      <xsl:apply-templates select="$site/i:css" mode="m:head">
        <xsl:with-param name="root" select="$root"/>
      </xsl:apply-templates>
      <xsl:if test="$script != ''">
        <script defer="defer" src="{$root}{$script}"/>
      </xsl:if>
      <xsl:call-template name="t:user-head"/>
    </head>
  </xsl:template>

  <xsl:template match="i:css" mode="m:head">
    <xsl:param name="root"/>
    <link rel="stylesheet" href="{$root}assets/{@href}"/>
  </xsl:template>

  <!-- Backup policy · Northwind -->
  <xsl:template match="*" mode="m:window-title">
    <xsl:apply-templates select="." mode="m:title"/>
    <xsl:value-of select="concat(' · ', $site/@short)"/>
  </xsl:template>

  <!-- A.8.13 Information backup · Control handbook · Northwind -->
  <xsl:template match="d:section" mode="m:window-title">
    <xsl:apply-templates select="." mode="m:title"/>
    <xsl:value-of select="$tp:window-title"/>
  </xsl:template>

  <!-- What follows the title of a section: the same on all pages. -->
  <xsl:variable name="tp:window-title">
    <xsl:text> · </xsl:text>
    <xsl:apply-templates select="$article" mode="m:title"/>
    <xsl:value-of select="concat(' · ', $site/@short)"/>
  </xsl:variable>

  <!-- The title of a document or section as plain words, without badges and notes. -->
  <xsl:template match="*" mode="m:title">
    <xsl:apply-templates select="d:title" mode="m:plain"/>
  </xsl:template>

  <xsl:template match="d:article" mode="m:title">
    <xsl:apply-templates select="d:info/d:title | d:title" mode="m:plain"/>
  </xsl:template>

  <xsl:template match="*" mode="m:plain">
    <xsl:apply-templates mode="m:plain"/>
  </xsl:template>

  <xsl:template match="d:title" mode="m:plain">
    <xsl:choose>
      <xsl:when test="*">
        <xsl:variable name="words">
          <xsl:apply-templates mode="m:plain"/>
        </xsl:variable>
        <xsl:value-of select="normalize-space($words)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="normalize-space(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:phrase[@role = 'status'] | d:footnote" mode="m:plain"/>

</xsl:stylesheet>
