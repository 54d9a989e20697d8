<?xml version="1.0" encoding="UTF-8"?>
<!-- What has changed in a document that is made from data since it was approved: a section with a row per fact. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- m:changes: the section, or nothing. What is out has neither status nor reasons: that they went is no news. -->
  <xsl:template match="*" mode="m:changes"/>
  <xsl:template match="i:document[i:changed]" mode="m:changes">
    <xsl:variable name="version" select="i:version[@current = 'true']"/>
    <xsl:variable name="decided" select="i:changed[@aspect = 'decision']/@key"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat(@id, '.changes')"/></xsl:attribute>
      <title><xsl:value-of select="t:text('changes.title', $version/@version)"/></title>
      <para><xsl:value-of select="t:text(concat('changes.', @changed), $version/@version, t:date($version/@approved-on))"/></para>
      <informaltable role="changes">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('changes.what')"/></th>
            <th scope="col"><xsl:value-of select="t:text('changes.was')"/></th>
            <th scope="col"><xsl:value-of select="t:text('changes.now')"/></th>
            <th scope="col"><xsl:value-of select="t:text('changes.weight')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:changed[@weight = 'major'] | i:changed[@weight != 'major'][not(@key = $decided)]" mode="m:changes"/>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template match="i:changed" mode="m:changes">
    <tr>
      <th scope="row"><xsl:value-of select="normalize-space(concat(@key, ' ', t:word('aspect', @aspect)))"/></th>
      <td><xsl:apply-templates select="@was" mode="m:changes"/></td>
      <td><xsl:apply-templates select="@now" mode="m:changes"/></td>
      <td><xsl:value-of select="t:word('change', @weight)"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="@*" mode="m:changes">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="i:changed[@aspect = 'status']/@*" mode="m:changes">
    <xsl:value-of select="t:text(concat('status.', .))"/>
  </xsl:template>
  <xsl:template match="i:changed/@*[. = '']" mode="m:changes" priority="1">
    <xsl:text>–</xsl:text>
  </xsl:template>

</xsl:stylesheet>
