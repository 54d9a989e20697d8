<?xml version="1.0" encoding="UTF-8"?>
<!-- The supplier register: who does what for the organisation, on which agreement and assurance, and which controls they do. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl m t tp">

  <!-- Answers by the supplier that they name, assets by the one that keeps them. -->
  <xsl:key name="provided" match="/i:dossier/i:answers/i:answer" use="@provider"/>
  <xsl:key name="kept-by" match="/i:dossier/i:registers/i:register[@name = 'assets']/i:row"
           use="i:cell[@name = 'supplier'][not(i:value)] | i:cell[@name = 'supplier']/i:value"/>

  <xsl:template match="i:document[@id = 'supplier-register']" mode="m:content">
    <xsl:variable name="register" select="key('register', 'suppliers')"/>
    <xsl:variable name="further" select="t:further-columns($register, 'id title service reaches owner agreement assurance covers valid-until controls control reviewed-on')"/>
    <xsl:if test="not($register/i:row)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$register/i:row">
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="$register/i:row"/>
        <xsl:with-param name="words" select="t:count('supplier-register.count', count($register/i:row))"/>
      </xsl:call-template>
      <para role="note"><xsl:value-of select="t:text('supplier-register.note')"/></para>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'supplier service state agreement assurance reaches controls assets owner reviewed'"/></xsl:call-template>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$register/i:row" mode="m:supplier-row"><xsl:with-param name="further" select="$further"/></xsl:apply-templates>
        </tbody>
      </informaltable>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:register[@name = 'suppliers']/i:row" mode="m:row-states">
    <xsl:if test="t:past(i:cell[@name = 'valid-until'])"><i:is name="assurance-expired" tone="gap"/></xsl:if>
    <xsl:if test="key('column', concat(../@name, ' agreement')) and not(i:cell[@name = 'agreement'])"><i:is name="no-agreement" tone="gap"/></xsl:if>
    <xsl:if test="key('column', concat(../@name, ' assurance')) and not(i:cell[@name = 'assurance'])"><i:is name="no-assurance" tone="undecided"/></xsl:if>
    <xsl:if test="not(i:cell[@name = 'owner'])"><i:is name="no-owner" tone="gap"/></xsl:if>
    <xsl:call-template name="t:review-states"/>
  </xsl:template>

  <!-- m:supplier-row: a supplier. -->
  <xsl:template match="i:row" mode="m:supplier-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/></xsl:call-template>
      <xsl:attribute name="i:owner"><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/></xsl:attribute>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <xsl:call-template name="t:title-cell"><xsl:with-param name="note" select="i:cell[@name = 'service']"/></xsl:call-template>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'agreement'"/></xsl:call-template>
      <td role="words"><xsl:apply-templates select="i:cell[@name = 'assurance' or @name = 'covers' or @name = 'valid-until']" mode="m:assurance"/></td>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'reaches'"/></xsl:call-template>
      <td role="controls"><xsl:call-template name="tp:supplied"/></td>
      <td><xsl:call-template name="t:links-of-rows"><xsl:with-param name="rows" select="key('kept-by', @id)"/></xsl:call-template></td>
      <xsl:call-template name="t:who"/>
      <xsl:call-template name="t:day">
        <xsl:with-param name="date" select="i:cell[@name = 'reviewed-on']"/>
        <xsl:with-param name="late" select="t:past(t:row-review(.))"/>
      </xsl:call-template>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- m:assurance, a paragraph: what shows that the supplier does as agreed, of what, until when. -->
  <xsl:template match="i:cell" mode="m:assurance">
    <para><xsl:value-of select="normalize-space(.)"/></para>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'covers']" mode="m:assurance">
    <para role="note"><xsl:value-of select="t:text('soa.covers', normalize-space(.))"/></para>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'valid-until']" mode="m:assurance">
    <para role="note">
      <xsl:value-of select="t:text('soa.until', t:short-date(.))"/>
      <xsl:if test="t:past(.)"><xsl:text> </xsl:text><phrase role="overdue"><xsl:value-of select="t:text('soa.expired')"/></phrase></xsl:if>
    </para>
  </xsl:template>

  <!-- The controls that answers name this supplier for, shared and inherited, then those that the register names. -->
  <xsl:template name="tp:supplied">
    <xsl:variable name="answers" select="key('provided', @id)"/>
    <xsl:call-template name="tp:supplied-list">
      <xsl:with-param name="answers" select="$answers[@responsibility = 'inherited']"/>
      <xsl:with-param name="key" select="'supplier-register.inherited'"/>
    </xsl:call-template>
    <xsl:call-template name="tp:supplied-list">
      <xsl:with-param name="answers" select="$answers[@responsibility = 'shared']"/>
      <xsl:with-param name="key" select="'supplier-register.shared'"/>
    </xsl:call-template>
    <xsl:call-template name="tp:supplied-list">
      <xsl:with-param name="answers" select="$answers[not(@responsibility = 'shared' or @responsibility = 'inherited')]"/>
      <xsl:with-param name="key" select="'supplier-register.named'"/>
    </xsl:call-template>
    <xsl:if test="i:cell[@name = 'controls' or @name = 'control']">
      <para><xsl:call-template name="t:control-links"/></para>
    </xsl:if>
  </xsl:template>
  <xsl:template name="tp:supplied-list">
    <xsl:param name="answers"/>
    <xsl:param name="key"/>
    <xsl:if test="$answers">
      <para>
        <xsl:value-of select="concat(t:text($key), ' ')"/>
        <xsl:for-each select="$answers">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="key('control', @control)" mode="m:link"/>
        </xsl:for-each>
      </para>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
