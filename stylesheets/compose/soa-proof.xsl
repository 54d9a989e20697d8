<?xml version="1.0" encoding="UTF-8"?>
<!-- Cells of a Statement of Applicability that draw on registers: who else has a part, what is still to be done, whether the
     control works, and what has changed since the approved version. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:key name="changed" match="/i:dossier/i:documents/i:document[@id = 'statement-of-applicability']/i:changed" use="@key"/>

  <!-- m:soa-changed: major or minor, where a row is not as it was approved. What is out has neither status nor reasons. -->
  <xsl:template match="i:control" mode="m:soa-changed"/>
  <xsl:template match="i:control[key('changed', @label)]" mode="m:soa-changed">
    <xsl:variable name="changes" select="key('changed', @label)"/>
    <xsl:variable name="weight" select="concat(substring('major', 1 div boolean($changes[@weight = 'major'])), substring('minor', 1 div not($changes[@weight = 'major'])))"/>
    <xsl:text> </xsl:text>
    <xsl:call-template name="t:badge">
      <xsl:with-param name="state" select="concat('changed-', $weight)"/>
      <xsl:with-param name="text" select="t:text(concat('soa.changed-', $weight), $changes/../i:version[@current = 'true']/@version)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:soa-provider: what a provider does of it, by which agreement, and what proves it. -->
  <xsl:template match="@responsibility" mode="m:soa-provider">
    <xsl:variable name="supplier" select="key('row', concat('suppliers ', ../@provider))"/>
    <para role="note">
      <xsl:value-of select="concat(t:word('responsibility', .), substring(': ', 1 div boolean(../@provider)))"/>
      <xsl:apply-templates select="$supplier" mode="m:link"/>
      <xsl:value-of select="concat(substring(' ', 1 div boolean($supplier)), $supplier/i:cell[@name = 'title'], substring(../@provider, 1 div not($supplier)))"/>
      <xsl:apply-templates select="$supplier/i:cell[@name = 'agreement' or @name = 'assurance' or @name = 'covers' or @name = 'valid-until']" mode="m:soa-provider"/>
    </para>
  </xsl:template>
  <xsl:template match="i:cell" mode="m:soa-provider">
    <xsl:value-of select="concat('; ', normalize-space(.))"/>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'covers']" mode="m:soa-provider">
    <xsl:value-of select="concat('; ', t:text('soa.covers', normalize-space(.)))"/>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'valid-until']" mode="m:soa-provider">
    <xsl:value-of select="concat(', ', t:text('soa.until', t:short-date(.)))"/>
    <xsl:if test="translate(., '-', '') &lt; $t:now">
      <xsl:text> </xsl:text>
      <phrase role="overdue"><xsl:value-of select="t:text('soa.expired')"/></phrase>
    </xsl:if>
  </xsl:template>

  <!-- m:soa-actions: by when, from the open actions of the treatment plan, where the answer has no day of its own. -->
  <xsl:template match="i:answer" mode="m:soa-actions">
    <xsl:variable name="open" select="t:open-actions(@control)"/>
    <xsl:variable name="due" select="t:latest($open/i:cell[@name = 'due'])"/>
    <xsl:if test="$due != ''">
      <para role="note">
        <xsl:value-of select="t:text('soa.by', t:short-date($due))"/>
        <xsl:if test="translate($due, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
        <xsl:value-of select="concat(' (', t:join($open/@id), ')')"/>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- m:soa-tested: the latest test and the latest audit, with result and by whom, and the figures of its measures. -->
  <xsl:template match="i:control" mode="m:soa-tested">
    <xsl:variable name="relations" select="key('relation', @ref)"/>
    <xsl:apply-templates select="key('row-by-id', $relations[@register = 'evidence'][@row]/@row)[../@name = 'evidence'][i:cell[@name = 'kind'] = 'test'][i:cell[@name = 'collected-on']]" mode="m:soa-tested">
      <xsl:sort select="i:cell[@name = 'collected-on']" order="descending"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="key('row-by-id', $relations[@register = 'audits']/@row)[../@name = 'audits'][i:cell[@name = 'held-on']]" mode="m:soa-tested">
      <xsl:sort select="i:cell[@name = 'held-on']" order="descending"/>
      <xsl:with-param name="findings" select="key('row-by-id', $relations[@register = 'audit-findings']/@row)[../@name = 'audit-findings']"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="key('row-by-id', $relations[@register = 'measures']/@row)[../@name = 'measures'][i:cell[@name = 'last-value']]" mode="m:soa-tested"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'evidence']/i:row" mode="m:soa-tested">
    <xsl:if test="position() = 1">
      <para>
        <xsl:value-of select="t:text('soa.test', t:short-date(i:cell[@name = 'collected-on']), @id)"/>
        <xsl:apply-templates select="i:cell[@name = 'result']" mode="m:soa-result"/>
        <xsl:apply-templates select="i:cell[@name = 'seen-by']" mode="m:soa-result"/>
      </para>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:register[@name = 'audits']/i:row" mode="m:soa-tested">
    <xsl:param name="findings"/>
    <xsl:if test="position() = 1">
      <para>
        <xsl:value-of select="t:text('soa.audit', t:short-date(i:cell[@name = 'held-on']), @id)"/>
        <xsl:value-of select="concat(', ', t:count('soa.findings', count($findings[i:cell[@name = 'audit'] = current()/@id])))"/>
        <xsl:apply-templates select="i:cell[@name = 'auditor']" mode="m:soa-result"/>
      </para>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:register[@name = 'measures']/i:row" mode="m:soa-tested">
    <para role="note">
      <xsl:value-of select="concat(@id, ': ', i:cell[@name = 'last-value'])"/>
      <xsl:if test="i:cell[@name = 'threshold']"><xsl:value-of select="concat(' (', i:cell[@name = 'threshold'], ')')"/></xsl:if>
      <xsl:if test="i:cell[@name = 'last-on']"><xsl:value-of select="concat(', ', t:short-date(i:cell[@name = 'last-on']))"/></xsl:if>
    </para>
  </xsl:template>

  <xsl:template match="i:cell" mode="m:soa-result">
    <xsl:value-of select="concat(', ', t:role-title(.))"/>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'result']" mode="m:soa-result">
    <xsl:value-of select="concat(', ', t:word('result', .))"/>
  </xsl:template>

</xsl:stylesheet>
