<?xml version="1.0" encoding="UTF-8"?>
<!-- What each declared rule (i:rules/i:rule of the dossier) says, what to do, and on what it rests, in words. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- By gentext as rule.CODE and rule.CODE.do; a layer may say it in the declaration itself, as its text and @do. -->
  <xsl:template match="i:rule" mode="m:rule">
    <i:rule code="{@code}" says="{t:text-or(concat('rule.', @code), normalize-space(.))}" do="{t:text-or(concat('rule.', @code, '.do'), string(@do))}">
      <xsl:attribute name="rests-on">
        <xsl:apply-templates select="." mode="m:basis"/>
      </xsl:attribute>
    </i:rule>
  </xsl:template>

  <xsl:template match="i:rule" mode="m:basis">
    <xsl:value-of select="t:text(concat('rule.basis.', @basis))"/>
  </xsl:template>
  <xsl:template match="i:rule[@clause]" mode="m:basis">
    <xsl:value-of select="t:text('rule.basis.clause', @clause)"/>
  </xsl:template>
  <xsl:template match="i:rule[not(@basis = 'clause' or @basis = 'rule' or @basis = 'practice')]" mode="m:basis">
    <xsl:value-of select="@basis"/>
  </xsl:template>

</xsl:stylesheet>
