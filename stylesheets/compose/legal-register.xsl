<?xml version="1.0" encoding="UTF-8"?>
<!-- The legal register: laws, contracts and other obligations, who watches over each, and the controls that meet it. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl m t">

  <xsl:template match="i:document[@id = 'legal-register']" mode="m:content">
    <xsl:variable name="register" select="key('register', 'legal')"/>
    <xsl:variable name="further" select="t:further-columns($register, 'id title kind obligation owner controls control reviewed-on')"/>
    <xsl:if test="not($register/i:row)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$register/i:row">
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="$register/i:row"/>
        <xsl:with-param name="words" select="t:count('legal-register.count', count($register/i:row))"/>
      </xsl:call-template>
      <para role="note"><xsl:value-of select="t:text('legal-register.note')"/></para>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id duty kind state obligation controls owner reviewed'"/></xsl:call-template>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$register/i:row" mode="m:legal-row"><xsl:with-param name="further" select="$further"/></xsl:apply-templates>
        </tbody>
      </informaltable>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:register[@name = 'legal']/i:row" mode="m:row-states">
    <xsl:if test="not(i:cell[@name = 'owner'])"><i:is name="no-owner" tone="gap"/></xsl:if>
    <xsl:if test="not(i:cell[@name = 'controls' or @name = 'control'])"><i:is name="no-control" tone="gap"/></xsl:if>
    <xsl:call-template name="t:review-states"/>
  </xsl:template>

  <!-- m:legal-row: an obligation. -->
  <xsl:template match="i:row" mode="m:legal-row">
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
      <td role="story"><xsl:value-of select="normalize-space(i:cell[@name = 'obligation'])"/></td>
      <td role="controls"><xsl:call-template name="t:control-links"><xsl:with-param name="states" select="true()"/></xsl:call-template></td>
      <xsl:call-template name="t:who"/>
      <xsl:call-template name="t:day">
        <xsl:with-param name="date" select="i:cell[@name = 'reviewed-on']"/>
        <xsl:with-param name="late" select="t:past(t:row-review(.))"/>
      </xsl:call-template>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
