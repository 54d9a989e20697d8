<?xml version="1.0" encoding="UTF-8"?>
<!-- Copies DocBook without anything of our own namespace, declarations included. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:tp="urn:ismsdoc:template:private"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="db i t tp">

  <!-- The root declares what links need, so that no link has to. -->
  <xsl:template match="/db:article">
    <article xmlns="http://docbook.org/ns/docbook">
      <xsl:apply-templates select="@* | node()"/>
    </article>
  </xsl:template>

  <!-- A copy: articles declare our namespace at their root, so that none of it comes along. -->
  <xsl:template match="db:*" name="tp:copy">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="db:tr">
    <xsl:call-template name="tp:copy"/>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="@* | text() | processing-instruction()">
    <xsl:copy/>
  </xsl:template>

  <!-- In DocBook's HTML tables the kind of a table, row or cell is its class. -->
  <xsl:template match="@role">
    <xsl:choose>
      <xsl:when test="parent::db:td or parent::db:tr or parent::db:th or parent::db:tbody or parent::db:informaltable">
        <xsl:attribute name="class"><xsl:value-of select="."/></xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Drafts, records and owner sheets lie in folders of their own: from there the others are one level up. -->
  <xsl:variable name="tp:folder" select="substring-before(/db:article/@i:html, '/')"/>
  <xsl:variable name="tp:named" select="$tp:folder = 'records' or $tp:folder = 'sheets'"/>
  <xsl:variable name="tp:below" select="$tp:folder = 'drafts' or $tp:named"/>
  <!-- Where the article lies below docbook/, without .xml; a record and an owner sheet are named as their pages. -->
  <xsl:variable name="tp:path"
                select="concat(substring('drafts/', 1 div ($tp:folder = 'drafts')), substring(/db:article/@xml:id, 1 div not($tp:named)),
                               substring(substring-before(/db:article/@i:html, '.html'), 1 div $tp:named))"/>
  <xsl:template match="db:link/@xlink:href | db:imagedata/@fileref">
    <xsl:variable name="before" select="substring-before(., ':')"/>
    <xsl:choose>
      <xsl:when test="$tp:below and not(starts-with(., '#') or starts-with(., '/') or ($before != '' and not(contains($before, '/'))))">
        <xsl:attribute name="{name()}"><xsl:value-of select="concat('../', .)"/></xsl:attribute>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Ours: what a page shows, not what the document says. -->
  <xsl:template match="@i:*"/>
  <xsl:template match="i:*"/>
  <xsl:template match="comment()"/>

</xsl:stylesheet>
