<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of the sections of a page, beside its text. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m t tp">

  <xsl:variable name="tp:toc" select="t:text('html.toc')"/>

  <!-- Sections with a page of their own are listed in the text; those without a name to link to are left out. -->
  <xsl:template match="*" mode="m:toc">
    <xsl:variable name="sections" select="d:section[not(@i:page)][@xml:id or @role]"/>
    <xsl:if test="count($sections) &gt;= $toc-from">
      <nav class="toc" aria-label="{$tp:toc}">
        <ol>
          <xsl:apply-templates select="$sections" mode="m:toc-entry">
            <xsl:with-param name="nested" select="count($sections) &lt;= $toc-nested-up-to"/>
          </xsl:apply-templates>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:section" mode="m:toc-entry">
    <xsl:param name="nested" select="false()"/>
    <li>
      <a>
        <xsl:attribute name="href">#<xsl:apply-templates select="." mode="m:anchor"/></xsl:attribute>
        <xsl:apply-templates select="d:title" mode="m:plain"/>
      </a>
      <xsl:if test="$nested and d:section[@xml:id][not(@i:page)]">
        <ol>
          <xsl:apply-templates select="d:section[@xml:id][not(@i:page)]" mode="m:toc-entry"/>
        </ol>
      </xsl:if>
    </li>
  </xsl:template>

</xsl:stylesheet>
