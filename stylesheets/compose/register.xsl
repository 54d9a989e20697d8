<?xml version="1.0" encoding="UTF-8"?>
<!-- A register as a table: the columns that have values, filtered as the directive asks. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:key name="column" match="/i:dossier/i:registers/i:register/i:column" use="concat(../@name, ' ', @name)"/>
  <xsl:key name="record" match="/i:dossier/i:records/i:record" use="substring-before(@i:src, ':')"/>

  <!-- The table of the register that an insert names; the context is the insert. With $refs, the rows of these controls. -->
  <xsl:template name="t:register-table">
    <xsl:param name="here"/>
    <xsl:param name="refs" select="@where-ref"/>
    <xsl:variable name="insert" select="."/>
    <xsl:variable name="wanted">
      <xsl:for-each select="$refs"><xsl:value-of select="concat(' ', ., ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="register" select="key('register', @ref)"/>
    <xsl:variable name="rows" select="$register/i:row[
        not($insert/@where-column)
        or i:cell[@name = $insert/@where-column][
              (not(i:value) and . = $insert/@where-value)
              or ($insert/@where-ref and i:value[@ref and contains($wanted, concat(' ', @ref, ' '))])
              or (not($insert/@where-ref) and i:value = $insert/@where-value)]]"/>
    <xsl:choose>
      <xsl:when test="$rows">
        <xsl:call-template name="t:rows-table">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="rows" select="$rows"/>
          <xsl:with-param name="columns" select="$register/i:column[@name = $rows/i:cell/@name]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$register">
        <para role="empty"><xsl:value-of select="t:text('register.empty', t:word('register', @ref))"/></para>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('register.missing', concat(@ref, substring(@label, 1 div not(@ref))))"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="t:rows-table">
    <xsl:param name="here"/>
    <xsl:param name="rows"/>
    <xsl:param name="columns"/>
    <informaltable role="register">
      <thead>
        <tr>
          <xsl:apply-templates select="$columns" mode="m:column-head"/>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$rows">
          <xsl:variable name="row" select="."/>
          <tr>
            <xsl:for-each select="$columns">
              <xsl:call-template name="t:cell">
                <xsl:with-param name="here" select="$here"/>
                <xsl:with-param name="cell" select="$row/i:cell[@name = current()/@name]"/>
                <xsl:with-param name="head" select="position() = 1"/>
              </xsl:call-template>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </informaltable>
  </xsl:template>

  <xsl:template match="i:column" mode="m:column-head">
    <th scope="col"><xsl:value-of select="t:word('column', @name)"/></th>
  </xsl:template>

  <xsl:template name="t:cell">
    <xsl:param name="here"/>
    <xsl:param name="cell"/>
    <xsl:param name="head"/>
    <xsl:choose>
      <xsl:when test="$head">
        <th scope="row">
          <xsl:apply-templates select="$cell" mode="m:cell"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
        </th>
      </xsl:when>
      <xsl:otherwise>
        <td>
          <xsl:if test="t:is-date($cell)">
            <xsl:attribute name="i:sort"><xsl:value-of select="$cell"/></xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="$cell" mode="m:cell"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
        </td>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:cell: what a cell shows, by the type of its column; one whose column is not known is text. -->
  <xsl:template match="i:cell" mode="m:cell">
    <xsl:param name="here"/>
    <xsl:variable name="column" select="key('column', concat(../../@name, ' ', @name))"/>
    <xsl:apply-templates select="$column" mode="m:typed-cell">
      <xsl:with-param name="cell" select="."/>
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
    <xsl:if test="not($column)">
      <xsl:value-of select="t:short-date(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- m:typed-cell: what $cell, of the column, shows. A date in words, a role by its title, a choice by its word, references
       as links where there is something to go to; else the text. -->
  <xsl:template match="i:column" mode="m:typed-cell">
    <xsl:param name="cell"/>
    <xsl:value-of select="t:short-date($cell)"/>
  </xsl:template>
  <xsl:template match="i:column[@several]" mode="m:typed-cell" priority="1">
    <xsl:param name="cell"/>
    <xsl:param name="here"/>
    <xsl:variable name="column" select="."/>
    <xsl:for-each select="$cell/i:value">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="$column" mode="m:value">
        <xsl:with-param name="value" select="."/>
        <xsl:with-param name="here" select="$here"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="i:column[contains(' role party site choice yes-no ', concat(' ', @type, ' '))]" mode="m:typed-cell">
    <xsl:param name="cell"/>
    <xsl:apply-templates select="." mode="m:value"><xsl:with-param name="value" select="$cell"/></xsl:apply-templates>
  </xsl:template>
  <!-- A record that has a page; any other place is what was written. -->
  <xsl:template match="i:column[@type = 'place']" mode="m:typed-cell">
    <xsl:param name="cell"/>
    <xsl:param name="here"/>
    <xsl:variable name="record" select="key('record', $cell/@file)[$cell/@file][1]"/>
    <xsl:apply-templates select="$record" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
    <xsl:if test="not($record)">
      <xsl:value-of select="$cell"/>
    </xsl:if>
  </xsl:template>

  <!-- m:value: one value of a cell of the column. -->
  <xsl:template match="i:column" mode="m:value">
    <xsl:param name="value"/>
    <xsl:value-of select="$value"/>
  </xsl:template>
  <xsl:template match="i:column[@type = 'role' or @type = 'party']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:value-of select="t:role-title(string($value))"/>
  </xsl:template>
  <xsl:template match="i:column[@type = 'site']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:value-of select="t:capital(translate($value, '-_', '  '))"/>
  </xsl:template>
  <xsl:template match="i:column[@type = 'choice']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:value-of select="t:word(@name, $value)"/>
  </xsl:template>
  <xsl:template match="i:column[@type = 'yes-no']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:value-of select="t:word('yes-no', $value)"/>
  </xsl:template>
  <xsl:template match="i:column[@type = 'controls']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:param name="here"/>
    <xsl:call-template name="t:value-link">
      <xsl:with-param name="value" select="$value"/>
      <xsl:with-param name="to" select="key('control', $value/@ref)"/>
      <xsl:with-param name="here" select="$here"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:column[@type = 'documents']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:param name="here"/>
    <xsl:call-template name="t:value-link">
      <xsl:with-param name="value" select="$value"/>
      <xsl:with-param name="to" select="key('document', $value/@ref)"/>
      <xsl:with-param name="here" select="$here"/>
    </xsl:call-template>
  </xsl:template>
  <!-- Of rows, those that have a home: see m:link. -->
  <xsl:template match="i:column[@type = 'rows']" mode="m:value">
    <xsl:param name="value"/>
    <xsl:param name="here"/>
    <xsl:call-template name="t:value-link">
      <xsl:with-param name="value" select="$value"/>
      <xsl:with-param name="to" select="key('row', concat(@of, ' ', $value/@ref))"/>
      <xsl:with-param name="here" select="$here"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A link to what a value means, or the value where that is not there or has no place of its own. -->
  <xsl:template name="t:value-link">
    <xsl:param name="value"/>
    <xsl:param name="to"/>
    <xsl:param name="here"/>
    <xsl:variable name="link">
      <xsl:apply-templates select="$to" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
    </xsl:variable>
    <xsl:copy-of select="$link"/>
    <xsl:if test="not(string($link))">
      <xsl:value-of select="$value"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
