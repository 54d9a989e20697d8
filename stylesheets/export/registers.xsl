<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers as tables: every column, known or not, with the cells as the files have them, so that they can be taken back. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl m t tp">

  <!-- A register that has the name of a statement gives way to it. -->
  <xsl:template match="i:register" mode="m:table">
    <xsl:variable name="taken" select="@name = 'statement-of-applicability' or boolean($t:peers[concat('statement-', @name) = current()/@name])"/>
    <i:table name="{substring('register-', 1 div $taken)}{@name}" title="{t:word('register', @name)}" workbook="registers">
      <xsl:apply-templates select="i:column" mode="m:table-column"/>
      <xsl:apply-templates select="i:row" mode="m:table-row">
        <xsl:with-param name="columns" select="i:column"/>
        <xsl:with-param name="count" select="count(i:column)"/>
      </xsl:apply-templates>
    </i:table>
  </xsl:template>

  <!-- Columns whose values are a choice. -->
  <xsl:variable name="tp:choice-tree">
    <i:choice register="risks" column="option" values="reduce|avoid|share|retain"/>
    <i:choice register="risks" column="accepted-option" values="reduce|avoid|share|retain"/>
    <i:choice register="evidence" column="kind" values="design|operation|test"/>
    <i:choice register="legal" column="kind" values="law|contract|obligation|standard"/>
    <i:choice register="approvals" column="change" values="major|minor|editorial"/>
  </xsl:variable>
  <xsl:variable name="tp:choices" select="exsl:node-set($tp:choice-tree)/i:choice"/>

  <xsl:template match="i:column" mode="m:table-column">
    <xsl:variable name="choice" select="$tp:choices[@register = current()/../@name][@column = current()/@name]/@values"/>
    <xsl:call-template name="t:column">
      <xsl:with-param name="name" select="@name"/>
      <xsl:with-param name="title" select="t:word('column', @name)"/>
      <xsl:with-param name="values" select="string($choice)"/>
      <xsl:with-param name="type">
        <xsl:choose>
          <xsl:when test="$choice">status</xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="m:column-type"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- m:column-type, text: dates and numbers where all its cells are such, and only the first is looked at where that is neither.
       An id or a version is none, whatever it looks like. -->
  <xsl:template match="i:column" mode="m:column-type">
    <xsl:variable name="cells" select="../i:row/i:cell[@name = current()/@name]"/>
    <xsl:variable name="first" select="string($cells[1][not(i:value)])"/>
    <xsl:choose>
      <xsl:when test="$first = ''">text</xsl:when>
      <xsl:when test="t:is-date($first) and not($cells[translate(., '0123456789', '9999999999') != '9999-99-99'])">date</xsl:when>
      <xsl:when test="string(number($first)) = $first and not($cells[i:value or string(number(.)) != string(.) or . = 'NaN'])">number</xsl:when>
      <xsl:otherwise>text</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:column[@name = 'id' or @name = 'version' or @name = 'edition']" mode="m:column-type">text</xsl:template>

  <!-- A row without an empty cell has its cells in the order of the columns, so that none has to be looked for. -->
  <xsl:template match="i:row" mode="m:table-row">
    <xsl:param name="columns"/>
    <xsl:param name="count"/>
    <xsl:variable name="row" select="."/>
    <i:row>
      <xsl:choose>
        <xsl:when test="count(i:cell) = $count">
          <xsl:for-each select="i:cell">
            <i:cell><xsl:apply-templates select="." mode="m:table-cell"/></i:cell>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$columns">
            <i:cell><xsl:apply-templates select="$row/i:cell[@name = current()/@name]" mode="m:table-cell"/></i:cell>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </i:row>
  </xsl:template>

  <!-- m:table-cell, text: what the file says; several values with "; " between. -->
  <xsl:template match="i:cell" mode="m:table-cell">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="i:cell[i:value]" mode="m:table-cell">
    <xsl:for-each select="i:value">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
