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

  <!-- m:cell: what a cell shows. A role by its title, a date in words, controls and documents as links, else the text. -->
  <xsl:template match="i:cell" mode="m:cell">
    <xsl:value-of select="t:short-date(.)"/>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'owner' or @name = 'by' or @name = 'role']" mode="m:cell">
    <xsl:value-of select="t:role-title(.)"/>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'option' or @name = 'kind' or @name = 'change']" mode="m:cell">
    <xsl:value-of select="t:word(@name, .)"/>
  </xsl:template>
  <xsl:template match="i:cell[i:value]" mode="m:cell" priority="1">
    <xsl:param name="here"/>
    <xsl:apply-templates select="i:value" mode="m:cell">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:value" mode="m:cell">
    <xsl:param name="here"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:choose>
      <xsl:when test="key('control', @ref)">
        <xsl:apply-templates select="key('control', @ref)" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="key('document', @ref)">
        <xsl:apply-templates select="key('document', @ref)" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="../@name = 'evidence' and key('row', concat('evidence ', @ref))">
        <xsl:apply-templates select="key('row', concat('evidence ', @ref))" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="(../@name = 'risks' or ../@name = 'risk') and key('risk-row', @ref)">
        <xsl:apply-templates select="key('risk-row', @ref)" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
