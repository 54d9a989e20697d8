<?xml version="1.0" encoding="UTF-8"?>
<!-- Which catalogue plays which part, and the themes that controls belong to. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="str m t">

  <!-- Parts that catalogues play. Where none is Annex A, the first catalogue of controls takes its place.
       The statements of peers are in the views that the Statement of Applicability is in. -->
  <xsl:variable name="t:catalogs" select="$dossier/i:catalogs/i:catalog"/>
  <xsl:variable name="t:requirements" select="$t:catalogs[@use = 'requirements']"/>
  <xsl:variable name="t:own" select="$t:catalogs[@use = 'own']"/>
  <xsl:variable name="t:annex" select="$t:catalogs[@use = 'annex-a']
      | $t:catalogs[not($t:catalogs/@use = 'annex-a')][@use != 'requirements' and @use != 'own'][1]"/>
  <xsl:variable name="t:additional" select="$t:catalogs[@use = 'additional'][not(@name = $t:annex/@name)]"/>
  <xsl:variable name="t:peers" select="$t:catalogs[@use = 'peer'][not(@name = $t:annex/@name)][not($t:is-view) or t:is-made('statement-of-applicability')]"/>
  <xsl:variable name="t:soa-catalogs" select="$t:own | $t:annex | $t:additional"/>

  <!-- m:theme, text: the theme that something belongs to. -->
  <xsl:template match="*" mode="m:theme">
    <xsl:apply-templates select="ancestor::*[self::i:group or self::i:catalog][1]" mode="m:theme"/>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:theme">
    <xsl:value-of select="t:edition(.)"/>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'own']" mode="m:theme">
    <xsl:value-of select="t:text('soa.own-controls')"/>
  </xsl:template>
  <xsl:template match="i:group[parent::i:group]" mode="m:theme">
    <xsl:apply-templates select=".." mode="m:theme"/>
  </xsl:template>
  <xsl:template match="i:group[parent::i:catalog]" mode="m:theme">
    <xsl:if test="../@use = 'own' or ../@name = $t:additional/@name">
      <xsl:apply-templates select=".." mode="m:theme"/>
      <xsl:text>: </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="." mode="m:title"/>
  </xsl:template>

  <!-- A group's label, where it has one that its title does not begin with, and its title. -->
  <xsl:template match="i:group" mode="m:title">
    <xsl:if test="@label and not(starts-with(@title, @label)) and not(contains(@label, @title)) and @label != @id">
      <xsl:value-of select="concat(@label, ' ')"/>
    </xsl:if>
    <xsl:value-of select="@title"/>
  </xsl:template>

  <!-- The attributes of controls, in the order in which they are shown. -->
  <xsl:variable name="t:attributes" select="'control-type property concept capability domain'"/>
  <xsl:variable name="t:attribute-names" select="str:tokenize($t:attributes, ' ')"/>

</xsl:stylesheet>
