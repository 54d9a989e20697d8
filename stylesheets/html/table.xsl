<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables in DocBook's HTML model, each in a region that may scroll by itself. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp t tp">

  <!-- By role: facts (front.xsl), large, or as it is. One template, for a test costs less than a pattern with a predicate. -->
  <xsl:template match="d:informaltable">
    <xsl:choose>
      <xsl:when test="not(@role)">
        <xsl:call-template name="tp:scroll"/>
      </xsl:when>
      <xsl:when test="@role = 'document-control' or @role = 'attributes'">
        <xsl:call-template name="tp:facts"/>
      </xsl:when>
      <xsl:when test="@role = 'soa' or @role = 'clauses' or @role = 'filter'">
        <xsl:call-template name="tp:large"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:scroll"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:table">
    <xsl:choose>
      <xsl:when test="@role = 'filter'">
        <xsl:call-template name="tp:large"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:scroll"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:scroll">
    <div class="scroll">
      <xsl:apply-templates select="." mode="mp:table"/>
    </div>
  </xsl:template>

  <!-- The large ones: filters, and a region that the keyboard reaches. -->
  <xsl:template name="tp:large">
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
    <xsl:choose>
      <xsl:when test="d:caption or d:title">
        <xsl:value-of select="normalize-space(d:caption | d:title)"/>
      </xsl:when>
      <xsl:when test="../d:title">
        <xsl:apply-templates select=".." mode="m:title"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="ancestor::*[d:title or d:info/d:title][1]" mode="m:title"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:caption: a table without a caption has the one that its section gives, for who does not see it. -->
  <xsl:template match="*" mode="m:caption">
    <caption>
      <xsl:choose>
        <xsl:when test="d:caption or d:title">
          <xsl:apply-templates select="(d:caption | d:title)/node()"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="class">unseen</xsl:attribute>
          <xsl:apply-templates select="." mode="m:table-title"/>
        </xsl:otherwise>
      </xsl:choose>
    </caption>
  </xsl:template>

  <xsl:template match="d:caption | d:table/d:title"/>

  <xsl:template match="d:thead">
    <thead>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </thead>
  </xsl:template>

  <xsl:template match="d:tbody">
    <tbody>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </tbody>
  </xsl:template>

  <xsl:template match="d:tfoot | d:colgroup | d:col">
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
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="d:td">
    <td>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </td>
  </xsl:template>

  <!-- Every head says what it is the head of. One without words is an empty cell. -->
  <xsl:template match="d:th">
    <xsl:choose>
      <xsl:when test="@scope and node()">
        <th>
          <xsl:apply-templates select="@*" mode="m:attribute"/>
          <xsl:apply-templates/>
          <xsl:apply-templates select="@i:bar" mode="m:bar"/>
        </th>
      </xsl:when>
      <xsl:when test="not(node())">
        <td>
          <xsl:apply-templates select="@*[name() != 'scope']" mode="m:attribute"/>
        </td>
      </xsl:when>
      <xsl:otherwise>
        <th>
          <xsl:attribute name="scope">
            <xsl:value-of select="substring('rowcol', 1 + 3 * boolean(../parent::d:thead), 3)"/>
          </xsl:attribute>
          <xsl:apply-templates select="@*" mode="m:attribute"/>
          <xsl:apply-templates/>
        </th>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
