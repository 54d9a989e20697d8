<?xml version="1.0" encoding="UTF-8"?>
<!-- Exceptions: from which rule, why, who allowed it and until when; what has run out first, then by document and rule. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl set m t tp">

  <xsl:template match="i:document[@id = 'exceptions']" mode="m:content">
    <xsl:variable name="register" select="key('register', 'exceptions')"/>
    <xsl:variable name="further" select="t:further-columns($register, 'id title reason rule risks risk approved-by approved-on ends-on instead controls control')"/>
    <xsl:if test="not($register/i:row)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$register/i:row">
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="$register/i:row"/>
        <xsl:with-param name="words" select="t:count('exceptions.count', count($register/i:row))"/>
        <xsl:with-param name="fine" select="'open'"/>
      </xsl:call-template>
      <section>
        <xsl:attribute name="xml:id">exceptions.list</xsl:attribute>
        <title><xsl:value-of select="t:text('exceptions.list')"/></title>
        <para role="note"><xsl:value-of select="t:text('exceptions.note')"/></para>
        <informaltable role="filter">
          <thead>
            <tr>
              <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id exception state rule ends instead risks controls approved'"/></xsl:call-template>
              <xsl:apply-templates select="$further" mode="m:column-head"/>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$register/i:row" mode="m:exception-row">
              <xsl:sort select="concat(i:cell[@name = 'ends-on'], substring('9999', 1 div not(i:cell[@name = 'ends-on'])))"/>
              <xsl:with-param name="further" select="$further"/>
            </xsl:apply-templates>
          </tbody>
        </informaltable>
      </section>
      <xsl:call-template name="tp:exceptions-by-rule"><xsl:with-param name="rows" select="$register/i:row"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:register[@name = 'exceptions']/i:row" mode="m:row-states">
    <xsl:variable name="on" select="i:cell[@name = 'approved-on']"/>
    <xsl:if test="t:past(i:cell[@name = 'ends-on'])"><i:is name="expired" tone="gap"/></xsl:if>
    <xsl:if test="not($on) or (t:is-date($on) and translate($on, '-', '') &gt; $t:now)"><i:is name="not-approved" tone="gap"/></xsl:if>
    <xsl:if test="not(i:cell[@name = 'ends-on'])"><i:is name="no-end" tone="undecided"/></xsl:if>
  </xsl:template>

  <!-- m:exception-row: an exception. -->
  <xsl:template match="i:row" mode="m:exception-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="by" select="normalize-space(i:cell[@name = 'approved-by'])"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'open'"/></xsl:call-template>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <xsl:call-template name="t:title-cell"><xsl:with-param name="note" select="i:cell[@name = 'reason']"/></xsl:call-template>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'open'"/></xsl:call-template>
      <td><xsl:call-template name="t:rule-links"><xsl:with-param name="cell" select="i:cell[@name = 'rule']"/></xsl:call-template></td>
      <xsl:call-template name="t:day"><xsl:with-param name="date" select="i:cell[@name = 'ends-on']"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'instead'"/></xsl:call-template>
      <td><xsl:call-template name="t:row-links"><xsl:with-param name="cell" select="i:cell[@name = 'risks' or @name = 'risk']"/><xsl:with-param name="register" select="'risks'"/></xsl:call-template></td>
      <td role="controls"><xsl:call-template name="t:control-links"/></td>
      <td i:sort="{i:cell[@name = 'approved-on']}">
        <xsl:if test="i:cell[@name = 'approved-on']">
          <xsl:value-of select="t:short-date(i:cell[@name = 'approved-on'])"/>
          <xsl:if test="$by">, </xsl:if>
        </xsl:if>
        <xsl:value-of select="t:role-title($by)"/>
      </td>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- How many exceptions each rule has: a rule that many need to break may be the wrong rule. The i:hit of a rule and a row have @rule, @document, @state. -->
  <xsl:template name="tp:exceptions-by-rule">
    <xsl:param name="rows"/>
    <xsl:variable name="tree"><xsl:apply-templates select="$rows" mode="m:exception-hit"/></xsl:variable>
    <xsl:variable name="hits" select="exsl:node-set($tree)/i:hit"/>
    <xsl:if test="$hits">
      <section>
        <xsl:attribute name="xml:id">exceptions.by-rule</xsl:attribute>
        <title><xsl:value-of select="t:text('exceptions.by-rule')"/></title>
        <informaltable role="totals">
          <thead>
            <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'rule document open expired'"/></xsl:call-template></tr>
          </thead>
          <tbody>
            <xsl:for-each select="set:distinct($hits/@rule)">
              <xsl:sort select="."/>
              <xsl:variable name="rule" select="string(.)"/>
              <xsl:variable name="same" select="$hits[@rule = $rule]"/>
              <tr>
                <th scope="row"><xsl:call-template name="t:rule-links"><xsl:with-param name="cell" select=".."/></xsl:call-template></th>
                <td>
                  <xsl:for-each select="$dossier">
                    <xsl:variable name="document" select="key('document', string($same[1]/@document))"/>
                    <xsl:apply-templates select="$document" mode="m:link"/>
                    <xsl:if test="not($document)"><xsl:value-of select="t:text('exceptions.no-document')"/></xsl:if>
                  </xsl:for-each>
                </td>
                <td role="number"><xsl:value-of select="count($same[@state = 'open'])"/></td>
                <td role="number"><xsl:value-of select="count($same[@state = 'expired'])"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- m:exception-hit: an i:hit per rule that an exception is from; its text is the rule. -->
  <xsl:template match="i:row" mode="m:exception-hit">
    <xsl:variable name="state" select="concat(substring('expired', 1 div t:past(i:cell[@name = 'ends-on'])), substring('open', 1 div not(t:past(i:cell[@name = 'ends-on']))))"/>
    <xsl:for-each select="t:values(i:cell[@name = 'rule'])[normalize-space(.) != '']">
      <xsl:variable name="rule" select="normalize-space(.)"/>
      <xsl:for-each select="$dossier">
        <i:hit rule="{$rule}" document="{key('rule', $rule)[1]/ancestor::i:document/@id}" state="{$state}"><xsl:value-of select="$rule"/></i:hit>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
