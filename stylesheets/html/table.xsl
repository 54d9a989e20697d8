<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables in DocBook's HTML model, each in a region that may scroll by itself. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="d i m mp t">

  <xsl:template match="d:informaltable | d:table">
    <div class="scroll">
      <xsl:apply-templates select="." mode="mp:table"/>
    </div>
  </xsl:template>

  <!-- The large ones: filters, and a region that the keyboard reaches. -->
  <xsl:template match="d:informaltable[@role = 'soa' or @role = 'clauses' or @role = 'filter'] | d:table[@role = 'filter']">
    <xsl:apply-templates select="." mode="m:filters"/>
    <div class="scroll large" role="region" tabindex="0">
      <xsl:attribute name="aria-label">
        <xsl:apply-templates select="." mode="m:table-title"/>
      </xsl:attribute>
      <xsl:apply-templates select="." mode="mp:table"/>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="mp:table">
    <table>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates select="." mode="m:caption"/>
      <xsl:apply-templates/>
    </table>
  </xsl:template>

  <!-- m:table-title, text: caption or title, else the title of what the table stands in. -->
  <xsl:template match="*" mode="m:table-title">
    <xsl:apply-templates select="ancestor::*[d:title or d:info/d:title][1]" mode="m:title"/>
  </xsl:template>

  <xsl:template match="*[d:caption or d:title]" mode="m:table-title">
    <xsl:value-of select="normalize-space(d:caption | d:title)"/>
  </xsl:template>

  <!-- m:caption: a table without a caption has the one that its section gives, for who does not see it. -->
  <xsl:template match="*" mode="m:caption">
    <caption class="unseen">
      <xsl:apply-templates select="." mode="m:table-title"/>
    </caption>
  </xsl:template>

  <xsl:template match="*[d:caption or d:title]" mode="m:caption">
    <caption>
      <xsl:apply-templates select="(d:caption | d:title)/node()"/>
    </caption>
  </xsl:template>

  <xsl:template match="d:caption | d:table/d:title"/>

  <xsl:template match="d:thead | d:tbody | d:tfoot | d:colgroup | d:col">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="d:tr">
    <tr>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </tr>
  </xsl:template>

  <xsl:template match="d:td">
    <td>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </td>
  </xsl:template>

  <xsl:template match="d:th">
    <th>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </th>
  </xsl:template>

  <!-- Every head says what it is the head of. -->
  <xsl:template match="d:th[not(@scope)]">
    <th scope="row">
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </th>
  </xsl:template>

  <xsl:template match="d:thead/d:tr/d:th[not(@scope)]" priority="1">
    <th scope="col">
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </th>
  </xsl:template>

  <!-- A head without words is an empty cell. -->
  <xsl:template match="d:th[not(node())]" priority="2">
    <td>
      <xsl:apply-templates select="@*[name() != 'scope']" mode="m:attribute"/>
    </td>
  </xsl:template>

</xsl:stylesheet>
