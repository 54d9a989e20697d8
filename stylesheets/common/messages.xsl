<?xml version="1.0" encoding="UTF-8"?>
<!-- The one way to say something on standard error (t:message), and the one way to report a finding (t:finding). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="str t">

  <!-- Prints PLACE: LEVEL: TEXT [CODE]; the place is what reading put on the node or on its nearest ancestor. -->
  <xsl:template name="t:message">
    <xsl:param name="level" select="'warning'"/>
    <xsl:param name="code"/>
    <xsl:param name="node" select="."/>
    <xsl:param name="text"/>
    <xsl:variable name="place" select="t:place($node)"/>
    <xsl:message>
      <xsl:value-of select="concat($place, substring(': ', 1, 2 * boolean($place)), $level, ': ', $text, ' [', $code, ']')"/>
    </xsl:message>
  </xsl:template>

  <!-- The place of a node, path:line:column, or that of what it stands in. A row says of its cells where each of them starts. -->
  <func:function name="t:place">
    <xsl:param name="node"/>
    <xsl:variable name="src" select="string(($node/ancestor-or-self::*/@i:src)[last()])"/>
    <xsl:variable name="cell" select="$node/ancestor-or-self::i:cell[not(@i:src)][../@starts]"/>
    <xsl:choose>
      <xsl:when test="$cell">
        <xsl:variable name="line" select="substring-before($cell/../@starts, ' ')"/>
        <xsl:variable name="start" select="str:tokenize($cell/../@starts, ' ')[count($cell/preceding-sibling::i:cell) + 2]"/>
        <xsl:variable name="path" select="substring($src, 1, string-length($src) - string-length($line) - 2)"/>
        <func:result select="concat($path, substring(concat($line, ':'), 1 div not(contains($start, ':'))), $start)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$src"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- One i:finding about a node: what, where, what to do; goes straight into i:result. Level, basis and whether the calendar makes it
       are those of the declaration (i:rule); $level is for a milder case, $calendar for a rule that only sometimes is about dates. -->
  <xsl:template name="t:finding">
    <xsl:param name="code"/>
    <xsl:param name="level" select="''"/>
    <xsl:param name="basis" select="''"/>
    <xsl:param name="calendar" select="''"/>
    <xsl:param name="node" select="."/>
    <xsl:param name="src" select="t:place($node)"/>
    <xsl:param name="control" select="$node/ancestor-or-self::i:answer/@control"/>
    <xsl:param name="document" select="$node/ancestor-or-self::i:document/@id"/>
    <xsl:param name="row" select="$node/ancestor-or-self::i:row/@id"/>
    <xsl:param name="record" select="$node/ancestor-or-self::i:record/@id"/>
    <xsl:param name="text"/>
    <i:finding code="{$code}">
      <xsl:if test="$level">
        <xsl:attribute name="level"><xsl:value-of select="$level"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$basis">
        <xsl:attribute name="basis"><xsl:value-of select="$basis"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$calendar">
        <xsl:attribute name="calendar">true</xsl:attribute>
      </xsl:if>
      <xsl:if test="string($src)">
        <xsl:attribute name="i:src"><xsl:value-of select="$src"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$control">
        <xsl:attribute name="control"><xsl:value-of select="$control"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$document">
        <xsl:attribute name="document"><xsl:value-of select="$document"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$row">
        <xsl:attribute name="row"><xsl:value-of select="$row"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$record">
        <xsl:attribute name="record"><xsl:value-of select="$record"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$text"/>
    </i:finding>
  </xsl:template>

</xsl:stylesheet>
