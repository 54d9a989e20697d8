<?xml version="1.0" encoding="UTF-8"?>
<!-- Variables as nested YAML: each with its question, and its default as the value. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl m mp t">

  <!-- "variables:" with these below; where there are none, an example as a comment. -->
  <xsl:template name="t:variables">
    <xsl:param name="variables"/>
    <xsl:variable name="sorted">
      <xsl:for-each select="$variables">
        <xsl:sort select="@name"/>
        <xsl:copy-of select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$variables">variables:&#10;</xsl:when>
      <xsl:otherwise>#variables: { backup: { critical-hours: 24 } }&#10;</xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="exsl:node-set($sorted)/i:variable" mode="mp:variable"/>
  </xsl:template>

  <xsl:template match="i:variable[@name = preceding-sibling::i:variable[1]/@name]" mode="mp:variable"/>
  <xsl:template match="i:variable" mode="mp:variable">
    <xsl:param name="rest" select="@name"/>
    <xsl:param name="above" select="''"/>
    <xsl:param name="indent" select="'  '"/>
    <xsl:variable name="part" select="concat($above, substring-before($rest, '.'), '.')"/>
    <xsl:choose>
      <xsl:when test="contains($rest, '.')">
        <xsl:if test="not(starts-with(preceding-sibling::i:variable[1]/@name, $part))">
          <xsl:value-of select="concat($indent, substring-before($rest, '.'), ':&#10;')"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="mp:variable">
          <xsl:with-param name="rest" select="substring-after($rest, '.')"/>
          <xsl:with-param name="above" select="$part"/>
          <xsl:with-param name="indent" select="concat($indent, '  ')"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:comment">
          <xsl:with-param name="text" select="concat(@ask, ' ', t:init-text('init.default', @default))"/>
          <xsl:with-param name="first" select="concat($indent, '# ')"/>
        </xsl:call-template>
        <xsl:value-of select="concat($indent, $rest, ': ', t:yaml-word(@default), '&#10;')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What isms.yaml lacks since a newer release: said, not written. -->
  <xsl:template match="i:dossier" mode="m:lacking">
    <xsl:variable name="variables" select="$t:variables[not(@set = 'true')]"/>
    <xsl:variable name="roles" select="$t:roles[not(@declared = 'true')]"/>
    <xsl:if test="$roles">
      <i:say>
        <xsl:value-of select="concat(t:init-text('init.lacking-roles'), '&#10;roles:&#10;')"/>
        <xsl:apply-templates select="$roles" mode="m:settings"/>
      </i:say>
    </xsl:if>
    <xsl:if test="$variables">
      <i:say>
        <xsl:value-of select="concat(t:init-text('init.lacking-variables'), '&#10;')"/>
        <xsl:call-template name="t:variables"><xsl:with-param name="variables" select="$variables"/></xsl:call-template>
      </i:say>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
