<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of a control as the catalogue has them: ours by name, those of any other OSCAL catalogue generically. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:set="http://exslt.org/sets"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl set db m t tp">

  <!-- What the kinds of parts are called, looked up once. -->
  <xsl:variable name="tp:part-titles">
    <xsl:for-each select="set:distinct($dossier/i:catalogs//i:part/@name)">
      <title name="{.}"><xsl:value-of select="t:word('part', .)"/></title>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="tp:part-title" select="exsl:node-set($tp:part-titles)/db:title"/>

  <!-- A section per name of part, in the order of first appearance; the statement stands before them. -->
  <xsl:template match="i:control" mode="m:handbook-parts">
    <xsl:variable name="parts" select="i:part[@name != 'statement' and (db:* or .//db:*)]"/>
    <xsl:for-each select="set:distinct($parts/@name)">
      <xsl:variable name="name" select="string()"/>
      <xsl:variable name="same" select="$parts[@name = $name]"/>
      <section role="part-{$name}">
        <title><xsl:value-of select="$tp:part-title[@name = $name]"/></title>
        <xsl:choose>
          <xsl:when test="$same[2]">
            <xsl:call-template name="t:parts-list"><xsl:with-param name="parts" select="$same"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="$same" mode="m:part-content"/>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- m:part-content, blocks: a part's title or label, its text, then the parts within it as a list. -->
  <xsl:template match="i:part" mode="m:part-content">
    <xsl:param name="here" select="'control-handbook'"/>
    <xsl:if test="@title or i:prop[@name = 'label' or @name = 'method']">
      <bridgehead role="part"><xsl:apply-templates select="." mode="m:label"/></bridgehead>
    </xsl:if>
    <xsl:call-template name="t:part-blocks"><xsl:with-param name="here" select="$here"/></xsl:call-template>
  </xsl:template>

  <!-- The text of a part, then the parts within it. Plain text is copied at once: large catalogues have little else. -->
  <xsl:template name="t:part-blocks">
    <xsl:param name="here" select="'control-handbook'"/>
    <xsl:param name="blocks" select="db:*"/>
    <xsl:choose>
      <xsl:when test="$blocks/*">
        <xsl:apply-templates select="$blocks" mode="m:prose">
          <xsl:with-param name="here" select="$here"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy-of select="$blocks"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="i:part">
      <xsl:call-template name="t:parts-list"><xsl:with-param name="parts" select="i:part[db:* or .//db:*]"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What the catalogue calls a part: its title, label or method; mostly nothing. -->
  <xsl:template match="i:part" mode="m:label">
    <xsl:value-of select="(@title | i:prop[@name = 'label' or @name = 'method'][1]/@value)[1]"/>
  </xsl:template>

  <!-- Items without labels are a plain list; with labels, the catalogue's own stand in place of our bullets. -->
  <xsl:template name="t:parts-list">
    <xsl:param name="here" select="'control-handbook'"/>
    <xsl:param name="parts"/>
    <xsl:if test="$parts">
      <itemizedlist>
        <xsl:if test="$parts[1][@title or i:prop[@name = 'label' or @name = 'method']]">
          <xsl:attribute name="role">parts</xsl:attribute>
          <xsl:attribute name="mark">none</xsl:attribute>
        </xsl:if>
        <xsl:apply-templates select="$parts" mode="m:part-item"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
      </itemizedlist>
    </xsl:if>
  </xsl:template>

  <!-- m:part-item: a list item; a label goes into the first paragraph. Most items are one plain paragraph. -->
  <xsl:template match="i:part" mode="m:part-item">
    <xsl:param name="here" select="'control-handbook'"/>
    <listitem>
      <xsl:choose>
        <xsl:when test="*[2] or */*">
          <xsl:call-template name="t:part-blocks"><xsl:with-param name="here" select="$here"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="*"/>
        </xsl:otherwise>
      </xsl:choose>
    </listitem>
  </xsl:template>
  <!-- The most common item: a label and a plain sentence. -->
  <xsl:template match="i:part[count(*) = 2 and i:prop[@name = 'label'] and db:para[not(*)]]" mode="m:part-item" priority="1">
    <listitem>
      <para>
        <phrase role="label"><xsl:value-of select="i:prop/@value"/></phrase>
        <xsl:value-of select="concat(' ', db:para)"/>
      </para>
    </listitem>
  </xsl:template>
  <xsl:template match="i:part[@title or i:prop[@name = 'label' or @name = 'method']]" mode="m:part-item">
    <xsl:param name="here" select="'control-handbook'"/>
    <xsl:variable name="first" select="db:*[1][self::db:para]"/>
    <listitem>
      <para>
        <phrase role="label"><xsl:apply-templates select="." mode="m:label"/></phrase>
        <xsl:if test="$first">
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="$first/node()" mode="m:prose">
            <xsl:with-param name="here" select="$here"/>
          </xsl:apply-templates>
        </xsl:if>
      </para>
      <xsl:call-template name="t:part-blocks">
        <xsl:with-param name="here" select="$here"/>
        <xsl:with-param name="blocks" select="db:*[position() &gt; 1 or not($first)]"/>
      </xsl:call-template>
    </listitem>
  </xsl:template>

</xsl:stylesheet>
