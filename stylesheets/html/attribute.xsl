<?xml version="1.0" encoding="UTF-8"?>
<!-- m:attribute: what becomes of an element's attributes. All that is not named here is for programs and left out. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                exclude-result-prefixes="d i m">

  <xsl:template match="@*" mode="m:attribute"/>

  <xsl:template match="@xml:id" mode="m:attribute">
    <xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- Beside an alignment, @align below tells both. -->
  <xsl:template match="@role" mode="m:attribute">
    <xsl:if test="not(../@align)">
      <xsl:attribute name="class"><xsl:value-of select="."/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Sections of a control have no ids; on the control's page the role of one names it: a.8.13.html#evidence. -->
  <xsl:template match="d:section/@role" mode="m:attribute">
    <xsl:if test="not(../@xml:id) and ../../@i:page">
      <xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute>
    </xsl:if>
    <xsl:attribute name="class"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- m:anchor, text: what a link to a section on its page ends in; as the two templates above have it. -->
  <xsl:template match="*" mode="m:anchor">
    <xsl:choose>
      <xsl:when test="@xml:id">
        <xsl:value-of select="@xml:id"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="@role"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Of lists -->
  <xsl:template match="@startingnumber" mode="m:attribute">
    <xsl:attribute name="start"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
  <xsl:template match="@numeration" mode="m:attribute">
    <xsl:variable name="type" select="substring(substring-after('loweralpha=a upperalpha=A lowerroman=i upperroman=I', concat(., '=')), 1, 1)"/>
    <xsl:if test="$type != ''">
      <xsl:attribute name="type"><xsl:value-of select="$type"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Of tables: those that HTML has too, alignment, what a column is sorted by, what a row is filtered by. -->
  <xsl:template match="@colspan | @rowspan | @scope | @headers | @abbr | @span" mode="m:attribute">
    <xsl:copy/>
  </xsl:template>
  <xsl:template match="@align" mode="m:attribute">
    <xsl:attribute name="class">
      <xsl:value-of select="normalize-space(concat(../@role, ' ', .))"/>
    </xsl:attribute>
  </xsl:template>
  <xsl:template match="@i:sort" mode="m:attribute">
    <xsl:attribute name="data-sort"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
  <xsl:template match="d:tr/@i:*" mode="m:attribute">
    <xsl:attribute name="data-{local-name()}"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
  <xsl:template match="@i:src | @i:fact" mode="m:attribute" priority="1"/>

</xsl:stylesheet>
