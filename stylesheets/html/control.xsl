<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections with a page to themselves (the controls of the handbook): entries that list them, ways between them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp t tp">

  <!-- Words that a thousand pages share. -->
  <xsl:variable name="tp:crumbs" select="t:text('html.crumbs')"/>
  <xsl:variable name="tp:pager" select="t:text('html.pager')"/>
  <xsl:variable name="tp:prev" select="t:text('html.pager.prev')"/>
  <xsl:variable name="tp:next" select="t:text('html.pager.next')"/>

  <!-- Overview and document: the same on all pages. -->
  <xsl:variable name="tp:first-crumbs">
    <xsl:if test="$article/@i:chunk">
      <xsl:apply-templates select="$t:published[@type = 'dashboard'][1]" mode="m:nav">
        <xsl:with-param name="root" select="$tp:section-root"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="$article" mode="mp:crumb"/>
    </xsl:if>
  </xsl:variable>

  <!-- Where the section stands: overview, document, sections around it; and the row that sums it up. -->
  <xsl:template match="d:section" mode="m:crumbs">
    <nav class="crumbs" aria-label="{$tp:crumbs}">
      <ol>
        <xsl:copy-of select="$tp:first-crumbs"/>
        <xsl:apply-templates select="ancestor::d:section" mode="mp:crumb"/>
      </ol>
      <xsl:apply-templates select="@i:row" mode="m:crumbs"/>
    </nav>
  </xsl:template>

  <xsl:template match="*" mode="mp:crumb">
    <li>
      <a>
        <xsl:attribute name="href">
          <xsl:value-of select="$tp:section-root"/>
          <xsl:choose>
            <xsl:when test="@i:page">
              <xsl:value-of select="concat($tp:folder, @i:page, '.html')"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="." mode="m:target"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:apply-templates select="." mode="m:title"/>
      </a>
    </li>
  </xsl:template>

  <!-- A row in the Statement of Applicability, or of an index. -->
  <xsl:template match="@i:row" mode="m:crumbs">
    <a>
      <xsl:attribute name="href">
        <xsl:apply-templates select="." mode="m:href"/>
      </xsl:attribute>
      <xsl:value-of select="t:text('html.row', key('site-document', substring-before(., '#'))/@title)"/>
    </a>
  </xsl:template>

  <!-- After the text: the page before (the last one in what precedes, else the page above) and the page after. -->
  <xsl:template match="*" mode="m:back"/>

  <xsl:template match="d:section" mode="m:back">
    <nav class="pager" aria-label="{$tp:pager}">
      <xsl:apply-templates select="." mode="mp:before"/>
      <xsl:apply-templates select="." mode="mp:after"/>
    </nav>
  </xsl:template>

  <!-- Mostly a neighbour without pages below it. -->
  <xsl:template match="d:section" mode="mp:before">
    <xsl:variable name="neighbour" select="preceding-sibling::*[1][@i:page][not(d:section/@i:page)]"/>
    <xsl:if test="$neighbour">
      <xsl:apply-templates select="$neighbour" mode="mp:pager">
        <xsl:with-param name="rel" select="'prev'"/>
        <xsl:with-param name="words" select="$tp:prev"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:if test="not($neighbour)">
      <xsl:variable name="before" select="ancestor-or-self::d:section[preceding-sibling::*[1][self::d:section]][1]/preceding-sibling::*[1]"/>
      <xsl:apply-templates select="(ancestor::d:section[@i:page] | $before/descendant-or-self::d:section[@i:page])[last()]" mode="mp:pager">
        <xsl:with-param name="rel" select="'prev'"/>
        <xsl:with-param name="words" select="$tp:prev"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:section" mode="mp:after">
    <xsl:variable name="neighbour" select="(d:section[@i:page] | following-sibling::*[1][@i:page])[1]"/>
    <xsl:if test="$neighbour">
      <xsl:apply-templates select="$neighbour" mode="mp:pager">
        <xsl:with-param name="rel" select="'next'"/>
        <xsl:with-param name="words" select="$tp:next"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:if test="not($neighbour)">
      <xsl:variable name="after" select="ancestor-or-self::d:section[following-sibling::*][1]/following-sibling::*[1]"/>
      <xsl:apply-templates select="($after/descendant-or-self::d:section[@i:page])[1]" mode="mp:pager">
        <xsl:with-param name="rel" select="'next'"/>
        <xsl:with-param name="words" select="$tp:next"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:section" mode="mp:pager">
    <xsl:param name="rel"/>
    <xsl:param name="words"/>
    <a class="{$rel}" rel="{$rel}" href="{@i:page}.html">
      <span><xsl:value-of select="$words"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="d:title" mode="m:plain"/>
    </a>
  </xsl:template>

  <!-- m:entries: in place of the first of such sections, the list of them; on a page of its own under a heading. -->
  <xsl:template match="d:section" mode="m:entries">
    <xsl:apply-templates select=".." mode="mp:entries">
      <xsl:with-param name="root" select="$tp:root"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="d:section[@i:page]/d:section" mode="m:entries">
    <section>
      <h2><xsl:value-of select="t:text('html.entries')"/></h2>
      <xsl:apply-templates select=".." mode="mp:entries">
        <xsl:with-param name="root" select="$tp:section-root"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

  <xsl:template match="*" mode="mp:entries">
    <xsl:param name="root"/>
    <ul class="entries">
      <xsl:apply-templates select="d:section[@i:page]" mode="m:entry">
        <xsl:with-param name="root" select="$root"/>
      </xsl:apply-templates>
    </ul>
  </xsl:template>

  <xsl:template match="d:section" mode="m:entry">
    <xsl:param name="root"/>
    <li>
      <a href="{$root}{$tp:folder}{@i:page}.html"><xsl:apply-templates select="d:title" mode="m:plain"/></a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="(d:title | d:para[@role = 'state'])/d:phrase[@role = 'status']"/>
      <xsl:apply-templates select="self::*[d:section/@i:page]" mode="mp:entries">
        <xsl:with-param name="root" select="$root"/>
      </xsl:apply-templates>
    </li>
  </xsl:template>

</xsl:stylesheet>
