<?xml version="1.0" encoding="UTF-8"?>
<!-- Documents that somebody approves, by type: approved, changed since, never approved, reviewed in time, late. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="set m t">

  <xsl:template match="i:dossier" mode="m:documents">
    <xsl:variable name="documents" select="i:documents/i:document[@origin != 'derived' or @approver]"/>
    <i:table name="documents" title="{t:text('coverage.documents')}">
      <i:column name="type" type="key"/>
      <i:column name="title" type="text" title="{t:text('coverage.type')}"/>
      <i:column name="bar" type="bar"/>
      <xsl:call-template name="t:number-columns">
        <xsl:with-param name="names" select="'built approved changed draft reviewed overdue '"/>
      </xsl:call-template>
      <xsl:for-each select="set:distinct($documents/@type)">
        <xsl:sort select="."/>
        <xsl:call-template name="t:documents-row">
          <xsl:with-param name="type" select="."/>
          <xsl:with-param name="title" select="t:word('type', .)"/>
          <xsl:with-param name="documents" select="$documents[@type = current()]"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="t:documents-row">
        <xsl:with-param name="role" select="'total'"/>
        <xsl:with-param name="title" select="t:text('coverage.total')"/>
        <xsl:with-param name="documents" select="$documents"/>
      </xsl:call-template>
    </i:table>
  </xsl:template>

  <!-- A text that is approved and has a changed one beside it is approved all the same: that is the one in force. -->
  <xsl:template name="t:documents-row">
    <xsl:param name="role"/>
    <xsl:param name="type"/>
    <xsl:param name="title"/>
    <xsl:param name="documents"/>
    <xsl:variable name="in-force" select="$documents[i:version[@current = 'true']]"/>
    <xsl:variable name="changed" select="count($in-force[@changed = 'major' or not(@state = 'approved') or @id = $dossier/i:drafts/i:document/@id])"/>
    <xsl:variable name="late" select="count($in-force[t:next-review(.) != ''][t:is-past(t:next-review(.))])"/>
    <i:row>
      <xsl:if test="$role"><xsl:attribute name="role"><xsl:value-of select="$role"/></xsl:attribute></xsl:if>
      <i:cell><xsl:value-of select="$type"/></i:cell>
      <i:cell><xsl:value-of select="$title"/></i:cell>
      <i:cell>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'approved'"/><xsl:with-param name="count" select="count($in-force) - $changed"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'changed'"/><xsl:with-param name="count" select="$changed"/></xsl:call-template>
        <xsl:call-template name="t:bar-part"><xsl:with-param name="name" select="'draft'"/><xsl:with-param name="count" select="count($documents) - count($in-force)"/></xsl:call-template>
      </i:cell>
      <i:cell><xsl:value-of select="count($documents)"/></i:cell>
      <i:cell><xsl:value-of select="count($in-force)"/></i:cell>
      <i:cell><xsl:value-of select="$changed"/></i:cell>
      <i:cell><xsl:value-of select="count($documents) - count($in-force)"/></i:cell>
      <i:cell><xsl:value-of select="count($in-force[t:next-review(.) != '']) - $late"/></i:cell>
      <i:cell><xsl:value-of select="$late"/></i:cell>
    </i:row>
  </xsl:template>

</xsl:stylesheet>
