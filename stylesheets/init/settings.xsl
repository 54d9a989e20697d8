<?xml version="1.0" encoding="UTF-8"?>
<!-- isms.yaml: what is known is set, everything else stands there as a comment. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="str m t">

  <xsl:template match="i:dossier" mode="m:settings">
    <i:file path="isms.yaml" method="text">
      <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:init-text('init.file')"/></xsl:call-template>
      <xsl:value-of select="concat('organisation: { name: ', t:yaml(concat($name, substring(t:init-text('init.name'), 1 div not($name)))), ' }&#10;')"/>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.scope'"/></xsl:call-template>
      <xsl:text>scope:&#10;</xsl:text>
      <xsl:value-of select="concat('  #statement: ', t:yaml(t:init-text('init.scope-statement')), '&#10;')"/>
      <xsl:text>  includes: []&#10;  excludes: []&#10;  interfaces: []&#10;</xsl:text>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.sites'"/></xsl:call-template>
      <xsl:value-of select="concat('#sites: { hamburg: { address: ', t:yaml(t:init-text('init.site-address')), ', activities: ', t:yaml(t:init-text('init.site-activities')), ' } }&#10;')"/>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.catalogs'"/></xsl:call-template>
      <xsl:text>catalogs:&#10;</xsl:text>
      <xsl:apply-templates select="str:tokenize($catalogs, ' ') | i:catalogs/i:catalog[not($catalogs)]/@name" mode="m:settings-catalog"/>
      <xsl:value-of select="concat('language: ', $language, '&#10;')"/>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.roles'"/></xsl:call-template>
      <xsl:text>roles:&#10;</xsl:text>
      <xsl:apply-templates select="$t:roles" mode="m:settings"/>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.defaults'"/></xsl:call-template>
      <xsl:value-of select="concat('defaults:&#10;', $t:default-owners, '  &quot;*&quot;: { owner: ciso }&#10;')"/>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.documents'"/></xsl:call-template>
      <xsl:value-of select="concat('documents: { set: ', i:settings/@set, ', classification: Internal, review-months: 12 }&#10;')"/>
      <xsl:text>answers: { review-months: 12 }&#10;</xsl:text>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.risk'"/></xsl:call-template>
      <xsl:text>risk: { method: product, likelihood: 5, impact: 5, accept-up-to: 8 }&#10;</xsl:text>

      <xsl:call-template name="t:setting-head"><xsl:with-param name="key" select="'init.variables'"/></xsl:call-template>
      <xsl:call-template name="t:variables"><xsl:with-param name="variables" select="$t:variables"/></xsl:call-template>
    </i:file>
  </xsl:template>

  <!-- An empty line, then what the next setting is for. -->
  <xsl:template name="t:setting-head">
    <xsl:param name="key"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:init-text($key)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="* | @*" mode="m:settings-catalog">
    <xsl:variable name="plain" select="translate(., 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-', '') = '' and not(starts-with(., '-'))"/>
    <xsl:text>  - </xsl:text>
    <xsl:if test="$plain"><xsl:value-of select="."/></xsl:if>
    <xsl:if test="not($plain)"><xsl:value-of select="t:yaml(.)"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="i:role" mode="m:settings">
    <xsl:value-of select="concat('  ', @id, ':&#10;    title: ', t:yaml(@title), '&#10;')"/>
    <xsl:choose>
      <xsl:when test="@holder"><xsl:value-of select="concat('    holder: ', t:yaml(@holder), '&#10;')"/></xsl:when>
      <xsl:otherwise><xsl:text>    #holder:&#10;</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
