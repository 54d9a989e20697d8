<?xml version="1.0" encoding="UTF-8"?>
<!-- How a page begins: banner of a draft, title, lede, document control; for a section with a page, where it belongs. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp t tp">

  <xsl:template match="d:article" mode="m:front">
    <xsl:apply-templates select="@i:state" mode="m:banner"/>
    <h1><xsl:apply-templates select="d:info/d:title/node() | d:title/node()"/></h1>
    <xsl:apply-templates select="d:info/d:subtitle | d:subtitle" mode="m:lede"/>
    <xsl:apply-templates select="self::*[@i:wide = 'true']" mode="m:toc"/>
  </xsl:template>

  <xsl:template match="d:section" mode="m:front">
    <xsl:apply-templates select="." mode="m:crumbs"/>
    <xsl:copy-of select="$tp:section-banner"/>
    <h1><xsl:apply-templates select="d:title/node()"/></h1>
  </xsl:template>

  <!-- Made once for the pages of all sections. -->
  <xsl:variable name="tp:section-banner">
    <xsl:if test="$article/@i:chunk">
      <xsl:apply-templates select="$article/@i:state" mode="m:banner">
        <xsl:with-param name="root" select="$tp:section-root"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:variable>

  <xsl:template match="d:subtitle" mode="m:lede">
    <p class="lede"><xsl:apply-templates/></p>
  </xsl:template>

  <!-- Only a draft has a banner; what compose says of the draft stands in it. -->
  <xsl:template match="@i:state" mode="m:banner">
    <xsl:param name="root" select="$tp:root"/>
    <xsl:if test=". = 'draft'">
      <div class="banner">
        <p><strong><xsl:value-of select="t:text('html.draft')"/></strong></p>
        <xsl:apply-templates select="$article/d:para[@role = 'draft'][1]" mode="mp:banner"/>
        <xsl:apply-templates select="$t:published[@id = $article/@xml:id][@html != $tp:path]" mode="m:banner">
          <xsl:with-param name="root" select="$root"/>
        </xsl:apply-templates>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:para" mode="mp:banner">
    <p><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="d:article/d:para">
    <xsl:if test="not(@role = 'draft') or preceding-sibling::d:para[@role = 'draft']">
      <xsl:call-template name="tp:para"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:document" mode="m:banner">
    <xsl:param name="root"/>
    <p>
      <a href="{$root}{@html}"><xsl:value-of select="t:text('html.draft.approved-version')"/></a>
    </p>
  </xsl:template>

  <!-- Tables of facts become lists of names and values: document control, the attributes of a control. -->
  <xsl:template name="tp:facts">
    <dl class="facts">
      <xsl:apply-templates select="d:tbody/d:tr" mode="mp:fact"/>
    </dl>
  </xsl:template>

  <xsl:template match="d:tr" mode="mp:fact">
    <div>
      <xsl:if test="@i:fact">
        <xsl:attribute name="class"><xsl:value-of select="concat('fact-', @i:fact)"/></xsl:attribute>
      </xsl:if>
      <dt><xsl:apply-templates select="d:th/node()"/></dt>
      <dd><xsl:apply-templates select="d:td/node()"/></dd>
    </div>
  </xsl:template>

  <!-- What info says is for programs, or stands in the front already. -->
  <xsl:template match="d:info | d:article/d:title | d:article/d:subtitle | d:section/d:subtitle"/>

</xsl:stylesheet>
