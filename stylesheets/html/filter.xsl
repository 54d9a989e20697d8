<?xml version="1.0" encoding="UTF-8"?>
<!-- Filters of a table, with their words, in a template element: nothing until the script takes it out. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:set="http://exslt.org/sets"
                xmlns:str="http://exslt.org/strings"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp set str t tp">

  <!-- Values that have an order of their own; others stand as they come. -->
  <xsl:variable name="tp:order"
                select="' yes no implemented conforms partial planned not-implemented gap excluded undecided approved in-review draft derived '"/>

  <xsl:template match="*" mode="m:filters">
    <template class="filters">
      <form class="filters">
        <xsl:attribute name="aria-label">
          <xsl:apply-templates select="." mode="mp:filter-label"/>
        </xsl:attribute>
        <xsl:apply-templates select="str:tokenize($filter-by)" mode="mp:filter">
          <xsl:with-param name="rows" select="d:tbody/d:tr"/>
        </xsl:apply-templates>
        <label>
          <xsl:value-of select="concat(t:text('html.filter.words'), ' ')"/>
          <input type="search" name="words" autocomplete="off"/>
        </label>
        <button type="reset"><xsl:value-of select="t:text('html.filter.reset')"/></button>
        <output data-text="{t:text('html.filter.count', '{shown}', '{all}')}"/>
      </form>
    </template>
  </xsl:template>

  <xsl:template match="*" mode="mp:filter-label">
    <xsl:variable name="title">
      <xsl:apply-templates select="." mode="m:table-title"/>
    </xsl:variable>
    <xsl:value-of select="t:text('html.filter', string($title))"/>
  </xsl:template>

  <!-- Of these a row may have several, with blanks between; of all others one, which may hold blanks. -->
  <xsl:variable name="tp:lists" select="' reason control-type '"/>

  <!-- One filter, if the rows have at least two values of it; the context is a token of $filter-by. -->
  <xsl:template match="token" mode="mp:filter">
    <xsl:param name="rows"/>
    <xsl:variable name="name" select="string(.)"/>
    <xsl:variable name="several" select="contains($tp:lists, concat(' ', $name, ' '))"/>
    <xsl:variable name="found" select="$rows/@i:*[local-name() = $name][. != '']"/>
    <xsl:variable name="words">
      <xsl:apply-templates select="$found[$several]" mode="mp:word"/>
    </xsl:variable>
    <xsl:variable name="values" select="set:distinct($found[not($several)] | str:tokenize($words))"/>
    <xsl:if test="count($values) &gt; 1">
      <label>
        <xsl:value-of select="concat(t:text(concat('html.filter.', $name)), ' ')"/>
        <select name="{$name}">
          <option value=""><xsl:value-of select="t:text('html.filter.any')"/></option>
          <xsl:apply-templates select="$values" mode="mp:option">
            <xsl:sort select="string-length(substring-before($tp:order, concat(' ', ., ' ')))" data-type="number"/>
            <xsl:with-param name="name" select="$name"/>
          </xsl:apply-templates>
        </select>
      </label>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="mp:word">
    <xsl:value-of select="concat(., ' ')"/>
  </xsl:template>

  <!-- An option: a word of one of our lists, of a list that other outputs have too, or the value itself. -->
  <xsl:template match="token | @*" mode="mp:option">
    <xsl:param name="name"/>
    <option value="{.}">
      <xsl:choose>
        <xsl:when test="contains(' necessary reason control-type ', concat(' ', $name, ' '))">
          <xsl:value-of select="t:word(concat('html.', $name), string(.))"/>
        </xsl:when>
        <xsl:when test="contains(' status kind type option ', concat(' ', $name, ' '))">
          <xsl:value-of select="t:word($name, string(.))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </option>
  </xsl:template>

</xsl:stylesheet>
