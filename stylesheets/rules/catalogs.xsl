<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about the catalogues that isms.yaml names: superseded ones, and sets that sit on another edition. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m r t">

  <i:rule code="catalog-superseded" level="warning" basis="practice"/>
  <i:rule code="base-edition" level="info" basis="practice"/>

  <!-- A finding about the catalogue that the context belongs to, where isms.yaml names it: {a} is what it is called, {b} and {c} are given. -->
  <xsl:template name="t:catalog-finding">
    <xsl:param name="code"/>
    <xsl:param name="text" select="concat('finding.', $code)"/>
    <xsl:param name="level" select="''"/>
    <xsl:param name="calendar" select="''"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:variable name="catalog" select="ancestor-or-self::i:catalog"/>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="$code"/>
      <xsl:with-param name="level" select="$level"/>
      <xsl:with-param name="calendar" select="$calendar"/>
      <xsl:with-param name="src" select="($catalog/@named-at | $catalog/@i:src[not($catalog/@named-at)])[1]"/>
      <xsl:with-param name="text" select="t:text($text, t:edition($catalog), $b, $c)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Once its last day has passed, and nothing has taken its place, only a calendar's turn away from a note. -->
  <xsl:template match="i:prop" mode="r:catalog-superseded">
    <xsl:variable name="successor" select="$dossier/i:catalogs/i:catalog[@name = current()/@value]"/>
    <xsl:variable name="until" select="../i:prop[@name = 'valid-until'][@ns = 'urn:ismsdoc:catalog']/@value"/>
    <xsl:variable name="past" select="t:is-date($until) and translate($until, '-', '') &lt; $t:now"/>
    <xsl:call-template name="t:catalog-finding">
      <xsl:with-param name="code" select="'catalog-superseded'"/>
      <xsl:with-param name="text" select="concat('finding.catalog-superseded', substring('-until', 1 div $past))"/>
      <xsl:with-param name="level" select="concat(substring('warning', 1 div ($past and not($successor))), substring('info', 1 div not($past and not($successor))))"/>
      <xsl:with-param name="calendar" select="$past"/>
      <xsl:with-param name="b" select="concat(t:edition($successor), substring(@value, 1 div not($successor)))"/>
      <xsl:with-param name="c" select="string($until)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Its controls continue the numbering of another edition than the one that is compared against. -->
  <xsl:template match="i:prop" mode="r:base-edition">
    <xsl:variable name="annex" select="$dossier/i:catalogs/i:catalog[@use = 'annex-a']"/>
    <xsl:if test="$annex and not($dossier/i:catalogs/i:catalog[@name = current()/@value])">
      <xsl:call-template name="t:catalog-finding">
        <xsl:with-param name="code" select="'base-edition'"/>
        <xsl:with-param name="b" select="string(@value)"/>
        <xsl:with-param name="c" select="t:edition($annex[1])"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
