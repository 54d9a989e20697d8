<?xml version="1.0" encoding="UTF-8"?>
<!-- The asset register: what is worth protecting, whose it is, how it is classified, where it is, and the risks that name it. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl m t">

  <!-- Risks by the assets that they name. -->
  <xsl:key name="risk-of-asset" match="/i:dossier/i:registers/i:register[@name = 'risks']/i:row"
           use="i:cell[@name = 'assets' or @name = 'asset'][not(i:value)] | i:cell[@name = 'assets' or @name = 'asset']/i:value"/>

  <xsl:template match="i:document[@id = 'asset-register']" mode="m:content">
    <xsl:variable name="register" select="key('register', 'assets')"/>
    <xsl:variable name="further" select="t:further-columns($register, 'id title kind owner classification where site supplier reviewed-on')"/>
    <xsl:if test="not($register/i:row)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$register/i:row">
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="$register/i:row"/>
        <xsl:with-param name="words" select="t:count('asset-register.count', count($register/i:row))"/>
      </xsl:call-template>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id asset kind state classification where supplier risks owner'"/></xsl:call-template>
            <xsl:if test="$register/i:column[@name = 'reviewed-on']"><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'reviewed'"/></xsl:call-template></xsl:if>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$register/i:row" mode="m:asset-row"><xsl:with-param name="further" select="$further"/></xsl:apply-templates>
        </tbody>
      </informaltable>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:register[@name = 'assets']/i:row" mode="m:row-states">
    <xsl:if test="not(i:cell[@name = 'owner'])"><i:is name="no-owner" tone="gap"/></xsl:if>
    <xsl:if test="key('column', concat(../@name, ' classification')) and not(i:cell[@name = 'classification'])"><i:is name="not-classified" tone="undecided"/></xsl:if>
    <xsl:call-template name="t:review-states"/>
  </xsl:template>

  <!-- m:asset-row: an asset. -->
  <xsl:template match="i:row" mode="m:asset-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="kind" select="normalize-space(i:cell[@name = 'kind'])"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:attribute name="i:kind"><xsl:value-of select="$kind"/></xsl:attribute>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/></xsl:call-template>
      <xsl:attribute name="i:owner"><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/></xsl:attribute>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <xsl:call-template name="t:title-cell"/>
      <td><xsl:if test="$kind"><xsl:value-of select="t:word('kind', $kind)"/></xsl:if></td>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'classification'"/></xsl:call-template>
      <td role="words">
        <para><xsl:value-of select="normalize-space(i:cell[@name = 'where'])"/></para>
        <xsl:if test="i:cell[@name = 'site']"><para role="note"><xsl:apply-templates select="i:cell[@name = 'site']" mode="m:cell"/></para></xsl:if>
      </td>
      <td><xsl:call-template name="t:row-links"><xsl:with-param name="cell" select="i:cell[@name = 'supplier']"/><xsl:with-param name="register" select="'suppliers'"/></xsl:call-template></td>
      <td><xsl:call-template name="t:risk-links"><xsl:with-param name="rows" select="key('risk-of-asset', @id)"/></xsl:call-template></td>
      <xsl:call-template name="t:who"/>
      <xsl:if test="key('column', concat(../@name, ' reviewed-on'))">
        <xsl:call-template name="t:day">
          <xsl:with-param name="date" select="i:cell[@name = 'reviewed-on']"/>
          <xsl:with-param name="late" select="t:past(t:row-review(.))"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
