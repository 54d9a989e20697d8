<?xml version="1.0" encoding="UTF-8"?>
<!-- What composing reports: directives that nobody resolves, or that stand where they say nothing. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl db m t">

  <!-- Names that ship, for the nearest one to a mistyped name. -->
  <xsl:variable name="t:directives" select="' role control document rule date answers answer register versions scope risk-scales '"/>

  <!-- m:findings: what composing has to report. Inserts that are not ours are tried, for a layer may know them. -->
  <xsl:template match="*" mode="m:findings"/>
  <xsl:template match="i:dossier" mode="m:findings">
    <xsl:apply-templates select="*[not(self::i:catalogs or self::i:registers or self::i:relations)]/descendant::i:insert[not(contains($t:directives, concat(' ', @name, ' ')))]" mode="m:findings"/>
    <xsl:apply-templates select="i:answers/descendant::i:insert[@name = 'answers' or @name = 'versions']" mode="m:misplaced"/>
    <xsl:call-template name="t:user-findings"/>
  </xsl:template>

  <!-- Hook: more findings of composing. -->
  <xsl:template name="t:user-findings"/>

  <xsl:template match="i:insert" mode="m:findings">
    <xsl:variable name="result">
      <xsl:apply-templates select="." mode="m:prose"/>
    </xsl:variable>
    <xsl:if test="exsl:node-set($result)//@i:problem = 'unknown-directive'">
      <xsl:variable name="nearest">
        <xsl:call-template name="t:nearest-directive"/>
      </xsl:variable>
      <xsl:call-template name="t:finding">
        <xsl:with-param name="level" select="'error'"/>
        <xsl:with-param name="code" select="'unknown-directive'"/>
        <xsl:with-param name="basis" select="'rule'"/>
        <xsl:with-param name="text" select="t:text(concat('finding.unknown-directive', substring('-near', 1 div boolean(string($nearest)))), @name, $nearest)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:insert" mode="m:misplaced">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="level" select="'error'"/>
      <xsl:with-param name="code" select="'misplaced-directive'"/>
      <xsl:with-param name="basis" select="'rule'"/>
      <xsl:with-param name="text" select="t:text('finding.misplaced-directive', @name)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The shipped directive that shares the most first letters with the name; nothing if not even one. -->
  <xsl:template name="t:nearest-directive">
    <xsl:param name="start" select="@name"/>
    <xsl:variable name="rest" select="substring-after($t:directives, concat(' ', $start))"/>
    <xsl:choose>
      <xsl:when test="$start = ''"/>
      <xsl:when test="$rest">
        <xsl:value-of select="concat($start, substring-before($rest, ' '))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:nearest-directive">
          <xsl:with-param name="start" select="substring($start, 1, string-length($start) - 1)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A layer may match its directives in m:prose, or without a mode. -->
  <xsl:template match="i:insert" mode="m:prose" priority="-2">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <!-- A directive that no template resolves: shown here as what was written, reported by m:findings. -->
  <xsl:template match="i:insert" priority="-2">
    <xsl:variable name="written" select="normalize-space(concat('{{', @name, ' ', @args, '}}'))"/>
    <xsl:choose>
      <xsl:when test="parent::i:* or parent::db:section or parent::db:listitem or parent::db:blockquote or parent::db:sidebar">
        <para role="unknown" i:problem="unknown-directive"><xsl:value-of select="$written"/></para>
      </xsl:when>
      <xsl:otherwise>
        <phrase role="unknown" i:problem="unknown-directive"><xsl:value-of select="$written"/></phrase>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
