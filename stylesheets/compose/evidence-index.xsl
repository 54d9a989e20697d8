<?xml version="1.0" encoding="UTF-8"?>
<!-- The evidence index: every row of evidence and every file that answers cite, where it is, which time it covers, who has seen it, what
     it proves, and whether it still counts. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl m t tp">

  <xsl:key name="file-relation" match="/i:dossier/i:relations/i:relation[@register = 'evidence'][@file]" use="@file"/>

  <!-- Every piece once: the rows, then the files that no row names as its place. -->
  <xsl:variable name="tp:evidence-rows" select="$dossier/i:registers/i:register[@name = 'evidence']/i:row"/>
  <xsl:variable name="tp:evidence-files" select="$dossier/i:relations/i:relation[@register = 'evidence'][@file][not(key('evidence-at', @file))][count(key('file-relation', @file)[1] | .) = 1]"/>

  <xsl:template match="i:document[@id = 'evidence-index']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'evidence-index']" mode="m:lede">
    <xsl:value-of select="t:text('evidence.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'evidence-index']" mode="m:content">
    <xsl:choose>
      <xsl:when test="$tp:evidence-rows | $tp:evidence-files">
        <xsl:variable name="months" select="$dossier/i:settings/@answer-review-months"/>
        <xsl:call-template name="tp:evidence-figures"/>
        <para role="note">
          <xsl:value-of select="t:text('evidence.note')"/>
          <xsl:if test="$months"><xsl:value-of select="concat(' ', t:text('evidence.stale-after', t:count('records.months', $months)))"/></xsl:if>
        </para>
        <informaltable role="filter">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('decision.evidence')"/></th>
              <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
              <th scope="col"><xsl:value-of select="t:text('evidence.state')"/></th>
              <th scope="col"><xsl:value-of select="t:text('column.kind')"/></th>
              <th scope="col"><xsl:value-of select="t:text('evidence.place')"/></th>
              <th scope="col"><xsl:value-of select="t:text('evidence.period')"/></th>
              <th scope="col"><xsl:value-of select="t:text('evidence.collected')"/></th>
              <th scope="col"><xsl:value-of select="t:text('evidence.seen')"/></th>
              <th scope="col"><xsl:value-of select="t:text('column.owner')"/></th>
              <th scope="col"><xsl:value-of select="t:text('evidence.proves')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$tp:evidence-rows" mode="m:evidence-row"/>
            <xsl:apply-templates select="$tp:evidence-files" mode="m:evidence-row"/>
          </tbody>
        </informaltable>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('evidence.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How many of each state. -->
  <xsl:template name="tp:evidence-figures">
    <xsl:variable name="states">
      <xsl:for-each select="$tp:evidence-rows"><i:state><xsl:value-of select="t:evidence-state(.)"/></i:state></xsl:for-each>
      <xsl:for-each select="$tp:evidence-files"><i:state><xsl:value-of select="tp:file-state(.)"/></i:state></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" select="exsl:node-set($states)/i:state"/>
    <para>
      <xsl:value-of select="concat(t:count('evidence.pieces', count($all)), ': ',
          t:text('evidence.count', t:text('evidence.is-current'), count($all[. = 'current'])), ', ',
          t:text('evidence.count', t:text('evidence.is-stale'), count($all[. = 'stale'])), ', ',
          t:text('evidence.count', t:text('evidence.is-undated'), count($all[. = 'undated'])), ', ',
          t:text('evidence.count', t:text('evidence.is-missing'), count($all[. = 'missing'])), '.')"/>
    </para>
  </xsl:template>

  <!-- A file that an answer cites has no dates. -->
  <func:function name="tp:file-state">
    <xsl:param name="relation"/>
    <func:result select="concat(substring('undated', 1 div boolean($relation[@sha256 or contains(@file, '://')])),
                                substring('missing', 1 div not($relation[@sha256 or contains(@file, '://')])))"/>
  </func:function>

  <!-- m:evidence-row: a piece of evidence. -->
  <xsl:template match="i:row" mode="m:evidence-row">
    <xsl:variable name="state" select="t:evidence-state(.)"/>
    <xsl:variable name="owner" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
    <xsl:variable name="collected" select="i:cell[@name = 'collected-on']"/>
    <xsl:variable name="where" select="i:cell[@name = 'where']"/>
    <xsl:variable name="place" select="tp:place($where, $where/@size)"/>
    <xsl:variable name="relations" select="key('row-relation', @id)[@register = 'evidence'][current()/@id]
                                           | key('file-relation', $where[@sha256])"/>
    <tr>
      <xsl:call-template name="t:row-anchor"><xsl:with-param name="document" select="'evidence-index'"/></xsl:call-template>
      <xsl:attribute name="i:kind"><xsl:value-of select="normalize-space(i:cell[@name = 'kind'])"/></xsl:attribute>
      <xsl:attribute name="i:state"><xsl:value-of select="t:text(concat('evidence.is-', $state))"/></xsl:attribute>
      <xsl:attribute name="i:owner"><xsl:value-of select="$owner"/></xsl:attribute>
      <th scope="row"><xsl:value-of select="@id"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></td>
      <td>
        <xsl:call-template name="tp:evidence-badge">
          <xsl:with-param name="state" select="$state"/>
          <xsl:with-param name="until" select="t:evidence-until(.)"/>
        </xsl:call-template>
      </td>
      <td>
        <para><xsl:apply-templates select="i:cell[@name = 'kind']" mode="m:cell"/></para>
        <xsl:if test="i:cell[@name = 'result']"><para role="note"><xsl:value-of select="t:word('result', i:cell[@name = 'result'])"/></para></xsl:if>
      </td>
      <td role="evidence">
        <para><xsl:value-of select="normalize-space($where)"/><xsl:if test="not($where)"><xsl:value-of select="t:text('evidence.nowhere')"/></xsl:if></para>
        <xsl:if test="$where"><para role="note"><xsl:value-of select="$place"/></para></xsl:if>
        <xsl:apply-templates select="$where/@sha256" mode="m:where"/>
      </td>
      <td><xsl:call-template name="tp:evidence-period"/></td>
      <td>
        <xsl:if test="$collected">
          <xsl:attribute name="i:sort"><xsl:value-of select="$collected"/></xsl:attribute>
          <xsl:value-of select="t:short-date($collected)"/>
        </xsl:if>
      </td>
      <td>
        <para><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'seen-by']))"/></para>
        <xsl:if test="i:cell[@name = 'seen-on']"><para role="note"><xsl:value-of select="t:short-date(i:cell[@name = 'seen-on'])"/></para></xsl:if>
      </td>
      <td><xsl:value-of select="$owner"/></td>
      <td role="controls">
        <xsl:call-template name="tp:evidence-proves"><xsl:with-param name="relations" select="$relations"/></xsl:call-template>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="i:relation" mode="m:evidence-row">
    <xsl:variable name="name" select="tp:file-anchor(@file)"/>
    <xsl:variable name="state" select="tp:file-state(.)"/>
    <tr>
      <xsl:if test="$name != ''"><xsl:attribute name="xml:id"><xsl:value-of select="concat('evidence-index.file.', $name)"/></xsl:attribute></xsl:if>
      <xsl:attribute name="i:state"><xsl:value-of select="t:text(concat('evidence.is-', $state))"/></xsl:attribute>
      <th scope="row"><xsl:value-of select="t:text('evidence.file')"/></th>
      <td role="title"><xsl:value-of select="t:text('evidence.cited')"/></td>
      <td><xsl:call-template name="tp:evidence-badge"><xsl:with-param name="state" select="$state"/></xsl:call-template></td>
      <td/>
      <td role="evidence">
        <para><xsl:value-of select="@file"/></para>
        <para role="note"><xsl:value-of select="tp:place(@file, @size)"/></para>
        <xsl:apply-templates select="@sha256" mode="m:where"/>
      </td>
      <td/>
      <td/>
      <td/>
      <td/>
      <td role="controls">
        <xsl:call-template name="tp:evidence-proves"><xsl:with-param name="relations" select="key('file-relation', @file)"/></xsl:call-template>
      </td>
    </tr>
  </xsl:template>

  <!-- The state in a word, and since when. -->
  <xsl:template name="tp:evidence-badge">
    <xsl:param name="state"/>
    <xsl:param name="until"/>
    <para>
      <xsl:call-template name="t:badge">
        <xsl:with-param name="state" select="substring-before(substring-after(' current=conforms stale=gap missing=gap undated=undecided ', concat(' ', $state, '=')), ' ')"/>
        <xsl:with-param name="text" select="t:text(concat('evidence.is-', $state))"/>
      </xsl:call-template>
    </para>
    <xsl:if test="$state = 'stale' or $state = 'current'">
      <para role="note"><xsl:value-of select="t:text(concat('evidence.since-', $state), t:short-date($until))"/></para>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:evidence-period">
    <xsl:variable name="from" select="i:cell[@name = 'covers-from']"/>
    <xsl:variable name="to" select="i:cell[@name = 'covers-to']"/>
    <xsl:if test="$to"><xsl:attribute name="i:sort"><xsl:value-of select="$to"/></xsl:attribute></xsl:if>
    <xsl:choose>
      <xsl:when test="$from and $to">
        <para><xsl:value-of select="concat(t:short-date($from), ' –')"/></para>
        <para><xsl:value-of select="t:short-date($to)"/></para>
      </xsl:when>
      <xsl:when test="$to"><xsl:value-of select="t:text('evidence.to', t:short-date($to))"/></xsl:when>
      <xsl:when test="$from"><xsl:value-of select="t:text('evidence.from', t:short-date($from))"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The clauses and controls that it proves, each with its state where that is not what evidence is for. -->
  <xsl:template name="tp:evidence-proves">
    <xsl:param name="relations"/>
    <xsl:apply-templates select="key('control', $relations/@control)" mode="m:matrix-label"/>
    <xsl:if test="not($relations)"><xsl:value-of select="t:text('evidence.proves-nothing')"/></xsl:if>
  </xsl:template>

  <!-- What a place is: a file that is there, with its size as people say it, one that is not, an address, or a place in words. -->
  <func:function name="tp:place">
    <xsl:param name="where"/>
    <xsl:param name="size"/>
    <xsl:choose>
      <xsl:when test="$size &gt;= 1048576"><func:result select="t:text('evidence.there', t:text('evidence.megabytes', format-number($size div 1048576, '#,##0.0')))"/></xsl:when>
      <xsl:when test="$size &gt;= 1024"><func:result select="t:text('evidence.there', t:text('evidence.kilobytes', format-number($size div 1024, '#,##0.0')))"/></xsl:when>
      <xsl:when test="$size"><func:result select="t:text('evidence.there', t:count('evidence.bytes', string($size)))"/></xsl:when>
      <xsl:when test="starts-with($where, 'evidence/')"><func:result select="t:text('evidence.is-missing')"/></xsl:when>
      <xsl:when test="contains($where, '://')"><func:result select="t:text('evidence.address')"/></xsl:when>
      <xsl:otherwise><func:result select="t:text('evidence.named')"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
