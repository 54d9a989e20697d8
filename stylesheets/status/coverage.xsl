<?xml version="1.0" encoding="UTF-8"?>
<!-- Coverage: per catalogue and group, how many controls are answered, implemented, proven, reviewed, and late. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- A control of the tally also says what is proven, reviewed in time, and late. -->
  <xsl:template match="i:control" mode="m:tally">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <i:control state="{t:state($answer)}">
      <xsl:apply-templates select="$answer" mode="m:tally"/>
    </i:control>
  </xsl:template>

  <xsl:template match="i:answer" mode="m:tally">
    <xsl:variable name="review" select="number(translate(t:answer-review(.), '-', ''))"/>
    <xsl:if test="not(@applicable = 'false') and (key('relation', @control)[@register = 'evidence'] or key('proves', @control))">
      <xsl:attribute name="evidence">true</xsl:attribute>
    </xsl:if>
    <xsl:if test="$review &gt;= $t:now">
      <xsl:attribute name="reviewed">true</xsl:attribute>
    </xsl:if>
    <xsl:if test="$review &lt; $t:now or @reassess-by[t:is-past(.)]
        or @due[not(../@status = 'implemented' or ../@status = 'conforms')][t:is-past(.)] or i:site-part[not(@status = 'implemented')]/@due[t:is-past(.)]">
      <xsl:attribute name="overdue">true</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <func:function name="t:is-past" xmlns:func="http://exslt.org/functions">
    <xsl:param name="date"/>
    <func:result select="translate($date, '-', '') &lt; $t:now"/>
  </func:function>

  <xsl:template match="i:dossier" mode="m:coverage">
    <i:table name="coverage" title="{t:text('coverage.title', i:organisation/@name)}">
      <i:column name="catalog" type="key"/>
      <i:column name="group" type="text" title="{t:text('coverage.group')}"/>
      <i:column name="bar" type="bar"/>
      <xsl:call-template name="t:number-columns">
        <xsl:with-param name="names" select="'asked answered applicable implemented partial planned open evidence reviewed overdue '"/>
      </xsl:call-template>
      <xsl:apply-templates select="$t:tally[i:group/i:control]" mode="m:coverage"/>
      <xsl:apply-templates select="$t:tally[1]" mode="m:coverage-row">
        <xsl:with-param name="role" select="'total'"/>
        <xsl:with-param name="title" select="t:text('coverage.total')"/>
        <xsl:with-param name="controls" select="$t:tally/i:group/i:control"/>
      </xsl:apply-templates>
    </i:table>
  </xsl:template>

  <xsl:template match="i:catalog" mode="m:coverage">
    <xsl:apply-templates select="." mode="m:coverage-row">
      <xsl:with-param name="role" select="'head'"/>
      <xsl:with-param name="catalog" select="@name"/>
      <xsl:with-param name="title" select="t:catalog-title(@name)"/>
      <xsl:with-param name="controls" select="i:group/i:control"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="i:group[i:control][count(../i:group) &gt; 1 or @title != t:catalog-title(../@name)]" mode="m:coverage-row"/>
  </xsl:template>

  <func:function name="t:catalog-title" xmlns:func="http://exslt.org/functions">
    <xsl:param name="name"/>
    <xsl:variable name="title">
      <xsl:apply-templates select="$t:catalogs[@name = $name]" mode="m:theme"/>
    </xsl:variable>
    <func:result select="string($title)"/>
  </func:function>

  <xsl:template match="i:catalog | i:group" mode="m:coverage-row">
    <xsl:param name="role"/>
    <xsl:param name="catalog" select="../@name"/>
    <xsl:param name="title" select="@title"/>
    <xsl:param name="controls" select="i:control"/>
    <xsl:variable name="out" select="count($controls[@state = 'excluded'])"/>
    <xsl:variable name="undecided" select="count($controls[@state = 'undecided'])"/>
    <xsl:variable name="done" select="count($controls[@state = 'implemented' or @state = 'conforms'])"/>
    <xsl:variable name="partial" select="count($controls[@state = 'partial'])"/>
    <xsl:variable name="planned" select="count($controls[@state = 'planned'])"/>
    <xsl:variable name="open" select="count($controls) - $out - $undecided - $done - $partial - $planned"/>
    <i:row>
      <xsl:if test="$role"><xsl:attribute name="role"><xsl:value-of select="$role"/></xsl:attribute></xsl:if>
      <i:cell><xsl:value-of select="$catalog"/></i:cell>
      <i:cell><xsl:value-of select="$title"/></i:cell>
      <i:cell>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'implemented'"/><xsl:with-param name="count" select="$done"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'partial'"/><xsl:with-param name="count" select="$partial"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'planned'"/><xsl:with-param name="count" select="$planned"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'open'"/><xsl:with-param name="count" select="$open"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'undecided'"/><xsl:with-param name="count" select="$undecided"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'excluded'"/><xsl:with-param name="count" select="$out"/></xsl:call-template>
      </i:cell>
      <i:cell><xsl:value-of select="count($controls)"/></i:cell>
      <i:cell><xsl:value-of select="count($controls) - $undecided"/></i:cell>
      <i:cell><xsl:value-of select="count($controls) - $undecided - $out"/></i:cell>
      <i:cell><xsl:value-of select="$done"/></i:cell>
      <i:cell><xsl:value-of select="$partial"/></i:cell>
      <i:cell><xsl:value-of select="$planned"/></i:cell>
      <i:cell><xsl:value-of select="$open"/></i:cell>
      <i:cell><xsl:value-of select="count($controls[@evidence])"/></i:cell>
      <i:cell><xsl:value-of select="count($controls[@reviewed])"/></i:cell>
      <i:cell><xsl:value-of select="count($controls[@overdue])"/></i:cell>
    </i:row>
  </xsl:template>

</xsl:stylesheet>
