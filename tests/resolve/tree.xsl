<!-- A resolved catalogue as lines that are equal where the trees are: without metadata, the root's uuid, comments, blank space. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>

  <xsl:template match="*">
    <xsl:value-of select="concat('&#10;&lt;', local-name(), ' ', namespace-uri())"/>
    <xsl:apply-templates select="@*"><xsl:sort select="name()"/></xsl:apply-templates>
    <xsl:text>&gt;</xsl:text>
    <xsl:apply-templates select="node()"/>
    <xsl:text>&#10;&lt;/&gt;</xsl:text>
  </xsl:template>

  <xsl:template match="/*/*[local-name() = 'metadata'] | /*/@uuid | comment() | processing-instruction()"/>
  <xsl:template match="@*"><xsl:value-of select="concat(' ', name(), '=&quot;', normalize-space(.), '&quot;')"/></xsl:template>
  <xsl:template match="@*[namespace-uri() = 'http://www.w3.org/2001/XMLSchema-instance']"/>
  <xsl:template match="text()[normalize-space(.)]"><xsl:value-of select="concat('&#10;', normalize-space(.))"/></xsl:template>
  <xsl:template match="text()"/>
</xsl:stylesheet>
