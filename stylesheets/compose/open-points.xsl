<?xml version="1.0" encoding="UTF-8"?>
<!-- Open points: everything that the rules, reading and composing found, by who has to see to it and by when; and the rules that are
     switched off, with the reasons. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl set m t tp">

  <!-- By where something was read from, for findings of reading, which know no more: a row by its line, the rest by the file. -->
  <xsl:key name="tp:row-at" match="/i:dossier/i:registers/i:register/i:row" use="concat(substring-before(@i:src, ':'), ':', substring-before(substring-after(@i:src, ':'), ':'))"/>
  <xsl:key name="tp:answer-in" match="/i:dossier/i:answers/i:answer" use="substring-before(@i:src, ':')"/>
  <xsl:key name="tp:document-in" match="/i:dossier/i:documents/i:document" use="substring-before(@i:src, ':')"/>
  <xsl:key name="tp:record" match="/i:dossier/i:records/i:record" use="@id"/>

  <!-- What composing has to report: found once, for the list here and for the messages. -->
  <xsl:variable name="t:composed-findings">
    <xsl:if test="$share != 'first'"><xsl:apply-templates select="$dossier" mode="m:findings"/></xsl:if>
  </xsl:variable>

  <xsl:template match="i:document[@id = 'open-points']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'open-points']" mode="m:lede">
    <xsl:value-of select="t:text('points.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'open-points']" mode="m:content">
    <xsl:variable name="points">
      <xsl:apply-templates select="$dossier/i:findings/i:finding" mode="m:point"/>
      <xsl:for-each select="$dossier">
        <xsl:apply-templates select="exsl:node-set($t:composed-findings)/i:finding" mode="m:point"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" select="exsl:node-set($points)/i:point"/>
    <xsl:choose>
      <xsl:when test="$all">
        <para>
          <xsl:value-of select="concat(t:count('finding.error', count($all[@level = 'error'])), ', ',
              t:count('finding.warning', count($all[@level = 'warning'])), ', ',
              t:count('finding.info', count($all[@level = 'info'])))"/>
        </para>
        <informaltable role="filter">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('points.due')"/></th>
              <th scope="col"><xsl:value-of select="t:text('points.of')"/></th>
              <th scope="col"><xsl:value-of select="t:text('points.what')"/></th>
              <th scope="col"><xsl:value-of select="t:text('dashboard.level')"/></th>
              <th scope="col"><xsl:value-of select="t:text('dashboard.finding')"/></th>
              <th scope="col"><xsl:value-of select="t:text('points.place')"/></th>
            </tr>
          </thead>
          <!-- Owners by title; what nobody owns first. -->
          <xsl:for-each select="set:distinct($all/@owner)">
            <xsl:sort select="."/>
            <xsl:variable name="these" select="$all[@owner = current()]"/>
            <tbody>
              <tr role="group">
                <th colspan="6" scope="colgroup">
                  <xsl:value-of select="concat(., substring(t:text('points.nobody'), 1 div (. = '')), ' (', count($these), ')')"/>
                </th>
              </tr>
              <xsl:apply-templates select="$these" mode="m:point-row">
                <xsl:sort select="@due = ''"/>
                <xsl:sort select="@due"/>
                <xsl:sort select="string-length(substring-before('error warning info', @level))" data-type="number"/>
              </xsl:apply-templates>
            </tbody>
          </xsl:for-each>
        </informaltable>
      </xsl:when>
      <xsl:otherwise>
        <para><xsl:value-of select="t:text('points.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="tp:switched-off"/>
  </xsl:template>

  <!-- The row that a finding names, or where nothing else says what it is about, the one in whose line it is. -->
  <func:function name="tp:row-of">
    <xsl:param name="finding"/>
    <xsl:param name="alone"/>
    <xsl:variable name="file" select="substring-before($finding/@i:src, ':')"/>
    <xsl:choose>
      <xsl:when test="$finding/@row">
        <func:result select="key('row', concat(substring-before(substring-after($file, 'registers/'), '.csv'), ' ', $finding/@row))"/>
      </xsl:when>
      <xsl:when test="$alone">
        <func:result select="key('tp:row-at', concat($file, ':', substring-before(substring-after($finding/@i:src, ':'), ':')))"/>
      </xsl:when>
      <xsl:otherwise><func:result select="/.."/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- m:point: an i:point per finding, with @owner (the title of the role), @due, @level, @code and @src, what it is about as i:of. -->
  <xsl:template match="i:finding" mode="m:point">
    <xsl:variable name="finding" select="."/>
    <xsl:variable name="file" select="substring-before(@i:src, ':')"/>
    <xsl:variable name="alone" select="$file and not(@control or @document or @row or @record)"/>
    <!-- A finding of composing stands in a tree of its own, where no key looks. -->
    <xsl:for-each select="$dossier">
      <xsl:variable name="answer" select="key('answer', $finding/@control) | key('tp:answer-in', $file)[$alone][1]"/>
      <xsl:variable name="document" select="key('document', $finding/@document) | key('tp:document-in', $file)[$alone][1]"/>
      <xsl:variable name="row" select="tp:row-of($finding, $alone)"/>
      <xsl:variable name="record" select="key('tp:record', $finding/@record)"/>
      <xsl:variable name="owner" select="string(($row/i:cell[@name = 'owner'] | $row[not(i:cell[@name = 'owner'])]/i:cell[@name = 'auditor' or @name = 'by' or @name = 'chaired-by'] | $answer/@owner | $document/@owner | $record/@held-by)[1])"/>
      <i:point level="{$finding/@level}" code="{$finding/@code}" owner="{t:role-title(normalize-space($owner))}" src="{$finding/@i:src}">
        <xsl:attribute name="due">
          <xsl:choose>
            <xsl:when test="$finding/@code = 'acceptance-lapsed'"><xsl:value-of select="$row/i:cell[@name = 'accept-until']"/></xsl:when>
            <xsl:when test="$row"><xsl:value-of select="$row/i:cell[@name = 'due'][not(../i:cell[@name = 'done-on' or @name = 'closed-on'])]"/></xsl:when>
            <xsl:when test="$finding/@code = 'answer-review-overdue'"><xsl:value-of select="t:answer-review($answer)"/></xsl:when>
            <xsl:when test="$finding/@code = 'document-review-overdue'"><xsl:value-of select="t:next-review($document)"/></xsl:when>
            <xsl:when test="$finding/@code = 'exclusion-stale'"><xsl:value-of select="$answer/@reassess-by"/></xsl:when>
            <xsl:when test="$answer[not(@status = 'implemented' or @status = 'conforms')]"><xsl:value-of select="$answer/@due"/></xsl:when>
          </xsl:choose>
        </xsl:attribute>
        <i:of>
          <xsl:choose>
            <xsl:when test="$row"><xsl:apply-templates select="$row" mode="m:link"/></xsl:when>
            <xsl:when test="$answer"><xsl:apply-templates select="key('control', $answer/@control)" mode="m:link"/></xsl:when>
            <xsl:when test="$document"><xsl:apply-templates select="$document" mode="m:link"/></xsl:when>
            <xsl:when test="$record"><xsl:apply-templates select="$record" mode="m:link"/></xsl:when>
          </xsl:choose>
        </i:of>
        <i:text><xsl:value-of select="normalize-space($finding)"/></i:text>
      </i:point>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="i:point" mode="m:point-row">
    <tr>
      <xsl:attribute name="i:kind"><xsl:value-of select="@code"/></xsl:attribute>
      <xsl:attribute name="i:state"><xsl:value-of select="t:word('level', @level)"/></xsl:attribute>
      <xsl:attribute name="i:owner"><xsl:value-of select="@owner"/></xsl:attribute>
      <th scope="row">
        <xsl:if test="@due != ''">
          <xsl:attribute name="i:sort"><xsl:value-of select="@due"/></xsl:attribute>
          <xsl:value-of select="t:short-date(@due)"/>
          <xsl:if test="translate(@due, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
        </xsl:if>
        <xsl:if test="@due = ''"><xsl:value-of select="t:text('points.no-date')"/></xsl:if>
      </th>
      <td><xsl:copy-of select="i:of/node()"/></td>
      <td role="story"><xsl:value-of select="i:text"/></td>
      <td><xsl:value-of select="t:word('level', @level)"/></td>
      <td><xsl:value-of select="@code"/></td>
      <td role="evidence">
        <xsl:choose>
          <xsl:when test="starts-with(@src, 'ismsdoc:')"><xsl:value-of select="t:text('points.shipped', substring-after(@src, ':'))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@src"/></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Rules that the settings switch off or give another level, with the reasons; those that are off first. -->
  <xsl:template name="tp:switched-off">
    <xsl:variable name="settings" select="$dossier/i:rules/i:rule[@set]"/>
    <xsl:if test="$settings">
      <section>
        <xsl:attribute name="xml:id">open-points.switched-off</xsl:attribute>
        <title><xsl:value-of select="t:text('points.switched-off')"/></title>
        <informaltable>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('points.rule')"/></th>
              <th scope="col"><xsl:value-of select="t:text('points.says')"/></th>
              <th scope="col"><xsl:value-of select="t:text('dashboard.level')"/></th>
              <th scope="col"><xsl:value-of select="t:text('documents.reason')"/></th>
              <th scope="col"><xsl:value-of select="t:text('points.place')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$settings" mode="m:rule-setting">
              <xsl:sort select="@set != 'off'"/>
            </xsl:apply-templates>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- m:rule-setting: a row. -->
  <xsl:template match="i:rule" mode="m:rule-setting">
    <tr>
      <th scope="row"><xsl:value-of select="@code"/></th>
      <td><xsl:value-of select="@says"/></td>
      <td>
        <xsl:value-of select="t:word('level', @set)"/>
        <xsl:if test="@default and @default != @set"><xsl:value-of select="concat(' ', t:text('points.else', t:word('level', @default)))"/></xsl:if>
      </td>
      <td>
        <xsl:value-of select="normalize-space(@reason)"/>
        <xsl:if test="not(normalize-space(@reason))"><phrase role="hole"><xsl:value-of select="t:text('points.no-reason')"/></phrase></xsl:if>
      </td>
      <td><xsl:value-of select="@i:src"/></td>
    </tr>
  </xsl:template>

</xsl:stylesheet>
