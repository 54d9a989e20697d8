<?xml version="1.0" encoding="UTF-8"?>
<!-- Controls by attribute: for each value of an attribute how many controls have it and how far they are, so that an imbalance is seen. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:math="http://exslt.org/math"
                xmlns:set="http://exslt.org/sets"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl math set str m t tp">

  <!-- Of what has an order of its own the values, others as they come. -->
  <xsl:variable name="tp:value-order" select="' preventive detective corrective confidentiality integrity availability identify protect detect respond recover '"/>

  <!-- m:attribute-states: i:value with @name, @value and @state, one for each attribute of a control. -->
  <xsl:template match="i:control" mode="m:attribute-states">
    <xsl:variable name="props" select="i:prop[@ns = 'urn:ismsdoc:catalog'][contains(concat(' ', $t:attributes, ' '), concat(' ', @name, ' '))]"/>
    <xsl:if test="$props">
      <xsl:variable name="state" select="t:state(key('answer', @ref))"/>
      <i:control>
        <xsl:for-each select="$props">
          <i:value name="{@name}" value="{@value}" state="{$state}"/>
        </xsl:for-each>
      </i:control>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:document[@id = 'control-attributes']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'control-attributes']" mode="m:lede">
    <xsl:value-of select="t:text('attributes.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'control-attributes']" mode="m:content">
    <xsl:variable name="states">
      <xsl:apply-templates select="$t:soa-catalogs/descendant::i:control[not(@withdrawn = 'true')]" mode="m:attribute-states"/>
    </xsl:variable>
    <xsl:variable name="controls" select="exsl:node-set($states)/i:control"/>
    <para>
      <xsl:value-of select="concat(t:count('attributes.controls', count($controls)), ' ', t:text('attributes.several'))"/>
    </para>
    <xsl:apply-templates select="str:tokenize($t:attributes, ' ')" mode="m:attribute-section">
      <xsl:with-param name="values" select="$controls/i:value"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:attribute-section: a table for one attribute, if a control has it. -->
  <xsl:template match="*" mode="m:attribute-section">
    <xsl:param name="values"/>
    <xsl:variable name="name" select="string()"/>
    <xsl:variable name="same" select="$values[@name = $name]"/>
    <xsl:if test="$same">
      <section>
        <xsl:attribute name="xml:id"><xsl:value-of select="concat('control-attributes.', $name)"/></xsl:attribute>
        <title><xsl:value-of select="t:word('prop', $name)"/></title>
        <informaltable role="coverage">
          <xsl:call-template name="t:totals-head">
            <xsl:with-param name="first" select="t:text('attributes.value')"/>
          </xsl:call-template>
          <tbody>
            <xsl:call-template name="tp:attribute-rows">
              <xsl:with-param name="name" select="$name"/>
              <xsl:with-param name="values" select="$same"/>
            </xsl:call-template>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A row per value; its bar is as long as it has controls, beside the value that has most. -->
  <xsl:template name="tp:attribute-rows">
    <xsl:param name="name"/>
    <xsl:param name="values"/>
    <xsl:variable name="counted">
      <xsl:for-each select="set:distinct($values/@value)">
        <xsl:sort select="number(not(contains($tp:value-order, concat(' ', ., ' '))))" data-type="number"/>
        <xsl:sort select="string-length(substring-before($tp:value-order, concat(' ', ., ' ')))" data-type="number"/>
        <i:value value="{.}" count="{count($values[@value = current()])}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="most" select="math:max(exsl:node-set($counted)/i:value/@count)"/>
    <xsl:for-each select="exsl:node-set($counted)/i:value">
      <xsl:call-template name="t:total-row">
        <xsl:with-param name="title" select="t:word(concat('value.', $name), @value)"/>
        <xsl:with-param name="states" select="$values[@value = current()/@value]/@state"/>
        <xsl:with-param name="most" select="$most"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
