<?xml version="1.0" encoding="UTF-8"?>
<!-- A catalogue, profile or mapping of ours as lines of cells for lint.awk: what stands where, a paragraph a line. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:o="http://csrc.nist.gov/ns/oscal/1.0">

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="t" select="'&#9;'"/>

  <xsl:template match="/">
    <xsl:value-of select="concat('root', $t, name(*), '&#10;')"/>
    <xsl:apply-templates select="*/o:metadata/o:prop" mode="prop"/>
    <xsl:apply-templates select="//*[@id]" mode="id"/>
    <xsl:apply-templates select="//o:group | //o:control | //o:alter"/>
  </xsl:template>

  <xsl:template match="o:prop" mode="prop">
    <xsl:value-of select="concat('meta', $t, @name, $t, @ns, $t, @value, $t, @class, '&#10;')"/>
  </xsl:template>

  <xsl:template match="*" mode="id">
    <xsl:value-of select="concat('id', $t, @id, '&#10;')"/>
  </xsl:template>

  <!-- control, id, number of labels, label, number of sort-ids, sort-id, title, is it withdrawn, is a document demanded -->
  <xsl:template match="o:control">
    <xsl:value-of select="concat('control', $t, @id, $t, count(o:prop[@name = 'label']), $t, o:prop[@name = 'label']/@value, $t,
        count(o:prop[@name = 'sort-id']), $t, o:prop[@name = 'sort-id']/@value, $t, normalize-space(o:title), $t,
        boolean(o:prop[@name = 'status'][@value = 'withdrawn']), $t,
        boolean(o:prop[@name = 'documented-information'][@class = 'required']), '&#10;')"/>
    <xsl:apply-templates select="o:prop[@ns = 'urn:ismsdoc:catalog']"/>
    <xsl:apply-templates select="o:link[@rel = 'related']"/>
    <xsl:apply-templates select="o:part"/>
  </xsl:template>

  <xsl:template match="o:group | o:alter">
    <xsl:value-of select="concat('group', $t, @id, @control-id, $t, normalize-space(o:title), '&#10;')"/>
    <xsl:apply-templates select="o:part | o:add/o:part"/>
  </xsl:template>

  <xsl:template match="o:prop">
    <xsl:value-of select="concat('prop', $t, ../@id, $t, @name, $t, @value, $t, @class, '&#10;')"/>
  </xsl:template>

  <xsl:template match="o:link">
    <xsl:value-of select="concat('link', $t, ../@id, $t, substring-after(@href, '#'), '&#10;')"/>
  </xsl:template>

  <!-- part, whose, name, id, is it ours, number of paragraphs; then text, whose, name, words -->
  <xsl:template match="o:part">
    <xsl:variable name="of" select="(ancestor::o:control | ancestor::o:group | ancestor::o:alter)[last()]"/>
    <xsl:value-of select="concat('part', $t, $of/@id, $of/@control-id, $t, @name, $t, @id, $t,
        boolean(@ns = 'urn:ismsdoc:catalog'), $t, count(o:p), '&#10;')"/>
    <xsl:for-each select="o:p">
      <xsl:value-of select="concat('text', $t, $of/@id, $of/@control-id, $t, ../@name, $t, normalize-space(.), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
