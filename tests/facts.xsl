<?xml version="1.0" encoding="UTF-8"?>
<!-- Controls of a catalogue, or pairs of a mapping, a line each, for comparison with lists of facts (suite/catalog.sh):
     label, title (that of ISO/IEC 27002 where it differs), label and title of the group and of the group around it, role,
     base control, five attributes, new, phase, demanded documents; of a mapping source, target, relationship, how verified. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:o="http://csrc.nist.gov/ns/oscal/1.0">

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="t" select="'&#9;'"/>

  <xsl:template match="/">
    <xsl:apply-templates select="//o:control | //o:map"/>
  </xsl:template>

  <xsl:template match="o:control">
    <xsl:variable name="titles" select="o:prop[@name = 'title'][@class = 'iso27002']/@value | o:title[not(../o:prop[@name = 'title'][@class = 'iso27002'])]"/>
    <xsl:value-of select="concat(o:prop[@name = 'label']/@value, $t, normalize-space($titles), $t,
        ../o:prop[@name = 'label']/@value, $t, normalize-space(../o:title), $t,
        ../../o:prop[@name = 'label']/@value, $t, normalize-space(../../self::o:group/o:title))"/>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'role'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'base-control'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'control-type'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'property'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'concept'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'capability'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'domain'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'new'"/></xsl:apply-templates>
    <xsl:apply-templates select="." mode="values"><xsl:with-param name="name" select="'pdca'"/></xsl:apply-templates>
    <xsl:value-of select="concat($t, count(o:prop[@name = 'documented-information'][@class = 'required']), '&#10;')"/>
  </xsl:template>

  <xsl:template match="o:control" mode="values">
    <xsl:param name="name"/>
    <xsl:value-of select="$t"/>
    <xsl:for-each select="o:prop[@name = $name][@ns = 'urn:ismsdoc:catalog']">
      <xsl:if test="position() &gt; 1">;</xsl:if>
      <xsl:value-of select="@value"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="o:map">
    <xsl:value-of select="concat(o:source/@id-ref, $t, o:target/@id-ref, $t, o:relationship, $t, o:prop[@name = 'verified']/@value, '&#10;')"/>
  </xsl:template>

</xsl:stylesheet>
