<?xml version="1.0" encoding="UTF-8"?>
<!-- What a management review has to consider, point by point, from the registers; what is new since the last review is marked.
     Each point has its section, even where nothing is registered: a review that leaves one out is incomplete. -->
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

  <!-- The day of the last review; empty if there was none. -->
  <func:function name="t:last-review">
    <func:result select="t:latest($dossier/i:registers/i:register[@name = 'management-reviews']/i:row/i:cell[@name = 'held-on'][translate(., '-', '') &lt;= $t:now])"/>
  </func:function>

  <xsl:template match="i:document[@id = 'management-review-input']" mode="m:content">
    <xsl:variable name="last" select="t:last-review()"/>
    <para>
      <xsl:choose>
        <xsl:when test="$last != ''"><xsl:value-of select="t:text('review.last', t:date($last))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="t:text('review.none')"/></xsl:otherwise>
      </xsl:choose>
    </para>
    <xsl:call-template name="tp:review-earlier"><xsl:with-param name="last" select="$last"/></xsl:call-template>
    <xsl:call-template name="t:review-section">
      <xsl:with-param name="name" select="'issues'"/>
      <xsl:with-param name="rows" select="key('register', 'issues')/i:row"/>
      <xsl:with-param name="last" select="$last"/>
    </xsl:call-template>
    <xsl:call-template name="t:review-section">
      <xsl:with-param name="name" select="'parties'"/>
      <xsl:with-param name="rows" select="key('register', 'interested-parties')/i:row"/>
      <xsl:with-param name="last" select="$last"/>
    </xsl:call-template>
    <section>
      <xsl:attribute name="xml:id">management-review-input.performance</xsl:attribute>
      <title><xsl:value-of select="t:text('review.performance')"/></title>
      <xsl:call-template name="t:review-section">
        <xsl:with-param name="name" select="'nonconformities'"/>
        <xsl:with-param name="words" select="'nonconformities.count'"/>
        <xsl:with-param name="fine" select="'effective'"/>
        <xsl:with-param name="rows" select="key('register', 'nonconformities')/i:row"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="document" select="'nonconformities'"/>
      </xsl:call-template>
      <xsl:call-template name="t:review-section">
        <xsl:with-param name="name" select="'results'"/>
        <xsl:with-param name="words" select="'objectives.measures-count'"/>
        <xsl:with-param name="fine" select="'target-met'"/>
        <xsl:with-param name="rows" select="key('register', 'measures')/i:row"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="document" select="'objectives-report'"/>
      </xsl:call-template>
      <xsl:call-template name="t:review-section">
        <xsl:with-param name="name" select="'audits'"/>
        <xsl:with-param name="rows" select="key('register', 'audits')/i:row | key('register', 'audit-findings')/i:row"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="document" select="'nonconformities'"/>
      </xsl:call-template>
      <xsl:call-template name="t:review-section">
        <xsl:with-param name="name" select="'objectives'"/>
        <xsl:with-param name="words" select="'objectives.count'"/>
        <xsl:with-param name="fine" select="'met'"/>
        <xsl:with-param name="rows" select="key('register', 'objectives')/i:row"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="document" select="'objectives-report'"/>
      </xsl:call-template>
      <xsl:call-template name="t:review-section">
        <xsl:with-param name="name" select="'incidents'"/>
        <xsl:with-param name="rows" select="key('register', 'incidents')/i:row | key('register', 'exceptions')/i:row"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="document" select="'incidents-summary'"/>
      </xsl:call-template>
    </section>
    <xsl:call-template name="tp:review-feedback"/>
    <xsl:call-template name="tp:review-risks"><xsl:with-param name="last" select="$last"/></xsl:call-template>
    <xsl:call-template name="t:review-section">
      <xsl:with-param name="name" select="'opportunities'"/>
      <xsl:with-param name="rows" select="key('register', 'opportunities')/i:row | key('register', 'audit-findings')/i:row[i:cell[@name = 'grade'] = 'opportunity']"/>
      <xsl:with-param name="last" select="$last"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A section with rows of registers as a table; with $words (of t:count) and $fine, in figures first; with $document, a link to where the whole of it stands. What is settled, and was
       before the last review, is counted and not listed, unless this document is where the rows live. -->
  <xsl:template name="t:review-section">
    <xsl:param name="name"/>
    <xsl:param name="words"/>
    <xsl:param name="fine"/>
    <xsl:param name="rows"/>
    <xsl:param name="last"/>
    <xsl:param name="document"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('management-review-input.', $name)"/></xsl:attribute>
      <title><xsl:value-of select="t:text(concat('review.', $name))"/></title>
      <xsl:if test="$words and $rows">
        <xsl:call-template name="t:row-figures">
          <xsl:with-param name="rows" select="$rows"/>
          <xsl:with-param name="words" select="t:count($words, count($rows))"/>
          <xsl:with-param name="fine" select="$fine"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="tp:review-rows">
        <xsl:with-param name="rows" select="$rows"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="document" select="$document"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="tp:review-rows">
    <xsl:param name="rows"/>
    <xsl:param name="last"/>
    <xsl:param name="document"/>
    <xsl:variable name="shown" select="$rows[not($document) or $last = '' or tp:review-open(.) or tp:is-new(., $last)]"/>
    <xsl:if test="not($rows)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$rows and not($shown)"><para role="empty"><xsl:value-of select="t:text('review.nothing-new')"/></para></xsl:if>
    <xsl:if test="$document and $rows and (count($shown) &lt; count($rows) or key('document', $document))">
      <para role="note">
        <xsl:if test="count($shown) &lt; count($rows)"><xsl:value-of select="concat(t:count('review.settled', count($rows) - count($shown)), ' ')"/></xsl:if>
        <xsl:if test="key('document', $document)">
          <xsl:value-of select="concat(t:text('review.see'), ' ')"/>
          <xsl:apply-templates select="key('document', $document)" mode="m:link"/>
        </xsl:if>
      </para>
    </xsl:if>
    <xsl:if test="$shown">
      <informaltable role="review">
        <thead>
          <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id what state day owner'"/></xsl:call-template></tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$shown" mode="m:review-row">
            <xsl:sort select="tp:is-new(., $last)" order="descending"/>
            <xsl:sort select="tp:review-day(.)" order="descending"/>
            <xsl:with-param name="last" select="$last"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
    </xsl:if>
  </xsl:template>

  <!-- Of a row the day on which it came in or last changed. -->
  <func:function name="tp:review-day">
    <xsl:param name="row"/>
    <xsl:for-each select="$row">
      <xsl:variable name="own"><xsl:apply-templates select="." mode="m:review-day"/></xsl:variable>
      <func:result select="string($own)"/>
    </xsl:for-each>
  </func:function>
  <func:function name="tp:is-new">
    <xsl:param name="row"/>
    <xsl:param name="last"/>
    <xsl:variable name="day" select="tp:review-day($row)"/>
    <func:result select="$last != '' and t:is-date($day) and translate($day, '-', '') &gt; translate($last, '-', '')"/>
  </func:function>
  <func:function name="tp:review-open">
    <xsl:param name="row"/>
    <xsl:variable name="tree"><xsl:apply-templates select="$row" mode="m:row-states"/></xsl:variable>
    <func:result select="boolean(exsl:node-set($tree)/i:is[@tone != 'excluded'])"/>
  </func:function>

  <!-- m:review-day, text: the latest of the days of a row that are of the past: what is planned or due is no news. -->
  <xsl:template match="i:row" mode="m:review-day">
    <xsl:value-of select="t:latest(i:cell[contains(' found-on closed-on effect-checked-on noticed-on held-on evaluated-on reviewed-on done-on approved-on accepted-on plan-approved-on ', concat(' ', @name, ' '))])"/>
  </xsl:template>
  <xsl:template match="i:register[@name = 'measures']/i:row" mode="m:review-day">
    <xsl:variable name="tree"><xsl:call-template name="t:measure-latest"/></xsl:variable>
    <xsl:value-of select="exsl:node-set($tree)/i:latest/@on"/>
  </xsl:template>
  <!-- A finding is as new as its audit, or as what was done about it. -->
  <xsl:template match="i:register[@name = 'audit-findings']/i:row" mode="m:review-day">
    <xsl:value-of select="t:latest(i:cell[@name = 'closed-on' or @name = 'effect-checked-on'] | key('row', concat('audits ', t:values(i:cell[@name = 'audit'])[1]))/i:cell[@name = 'held-on'])"/>
  </xsl:template>

  <!-- m:review-what, paragraphs: what a row is about. -->
  <xsl:template match="i:row" mode="m:review-what">
    <xsl:param name="names" select="' relevance requirement how-met action learned decisions result target evaluation reason '"/>
    <xsl:if test="i:cell[@name = 'title']"><para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para></xsl:if>
    <xsl:for-each select="i:cell[contains($names, concat(' ', @name, ' '))]">
      <xsl:variable name="name" select="@name"/>
      <xsl:for-each select="..">
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="$name"/><xsl:with-param name="here" select="'management-review-input'"/></xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="i:register[@name = 'measures']/i:row" mode="m:review-what">
    <xsl:variable name="tree"><xsl:call-template name="t:measure-latest"/></xsl:variable>
    <xsl:variable name="latest" select="exsl:node-set($tree)/i:latest"/>
    <xsl:variable name="threshold" select="normalize-space(i:cell[@name = 'threshold'])"/>
    <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
    <xsl:if test="$latest or $threshold != ''">
      <para role="note">
        <xsl:value-of select="t:text('review.result', $latest/@value, $threshold)"/>
        <xsl:for-each select="key('result', @id)[i:cell[@name = 'measured-on'] != $latest/@on]">
          <xsl:sort select="i:cell[@name = 'measured-on']" order="descending"/>
          <xsl:if test="position() = 1">
            <xsl:value-of select="concat(' ', t:text('review.before', normalize-space(i:cell[@name = 'value']), t:short-date(i:cell[@name = 'measured-on'])))"/>
          </xsl:if>
        </xsl:for-each>
      </para>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:register[@name = 'audit-findings']/i:row" mode="m:review-what">
    <xsl:variable name="grade" select="normalize-space(i:cell[@name = 'grade'])"/>
    <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
    <para role="note"><xsl:value-of select="concat(t:text-or(concat('row.', $grade), $grade), ', ', t:join(t:values(i:cell[@name = 'audit'])))"/></para>
    <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'action'"/><xsl:with-param name="here" select="'management-review-input'"/></xsl:call-template>
  </xsl:template>
  <!-- An issue with what it has to do with climate change, which the standard asks for. -->
  <xsl:template match="i:register[@name = 'issues']/i:row" mode="m:review-what">
    <xsl:variable name="kind" select="normalize-space(i:cell[@name = 'kind'])"/>
    <para>
      <xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/>
      <xsl:if test="$kind"><xsl:value-of select="concat(' (', t:word('kind', $kind), ')')"/></xsl:if>
    </para>
    <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'relevance'"/><xsl:with-param name="here" select="'management-review-input'"/></xsl:call-template>
    <xsl:if test="i:cell[@name = 'climate'] = 'yes'">
      <para role="note"><xsl:value-of select="normalize-space(concat(t:text('review.climate'), ' ', i:cell[@name = 'climate-reason']))"/></para>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:register[@name = 'incidents']/i:row" mode="m:review-what">
    <xsl:variable name="severity" select="normalize-space(i:cell[@name = 'severity'])"/>
    <para>
      <xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/>
      <xsl:if test="$severity"><xsl:value-of select="concat(' (', t:word('severity', $severity), ')')"/></xsl:if>
    </para>
    <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'learned'"/><xsl:with-param name="here" select="'management-review-input'"/></xsl:call-template>
  </xsl:template>

  <!-- m:review-fine, text: what is said of a row that has no state to speak of. -->
  <xsl:template match="i:row" mode="m:review-fine">fine</xsl:template>
  <xsl:template match="i:register[@name = 'nonconformities' or @name = 'audit-findings']/i:row" mode="m:review-fine">effective</xsl:template>
  <xsl:template match="i:register[@name = 'incidents']/i:row" mode="m:review-fine">closed</xsl:template>
  <xsl:template match="i:register[@name = 'exceptions']/i:row" mode="m:review-fine">open</xsl:template>
  <xsl:template match="i:register[@name = 'measures']/i:row" mode="m:review-fine">target-met</xsl:template>
  <xsl:template match="i:register[@name = 'objectives']/i:row" mode="m:review-fine">met</xsl:template>
  <xsl:template match="i:register[@name = 'audits' or @name = 'management-reviews']/i:row" mode="m:review-fine">held</xsl:template>
  <xsl:template match="i:register[@name = 'opportunities' or @name = 'treatment' or @name = 'changes']/i:row" mode="m:review-fine">done</xsl:template>

  <!-- States of rows that have no other document. -->
  <xsl:template match="i:register[@name = 'issues']/i:row" mode="m:row-states"><xsl:call-template name="t:review-states"/></xsl:template>
  <xsl:template match="i:register[@name = 'interested-parties']/i:row" mode="m:row-states">
    <xsl:choose>
      <xsl:when test="i:cell[@name = 'addressed'] = 'no'"><i:is name="not-addressed" tone="excluded"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'how-met'])"><i:is name="not-met" tone="gap"/></xsl:when>
    </xsl:choose>
    <xsl:call-template name="t:review-states"/>
  </xsl:template>
  <xsl:template match="i:register[@name = 'audits']/i:row" mode="m:row-states">
    <xsl:choose>
      <xsl:when test="i:cell[@name = 'held-on']"/>
      <xsl:when test="t:past(i:cell[@name = 'planned-for'])"><i:is name="overdue" tone="gap"/></xsl:when>
      <xsl:otherwise><i:is name="planned" tone="planned"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:register[@name = 'management-reviews']/i:row" mode="m:row-states">
    <xsl:choose>
      <xsl:when test="i:cell[@name = 'held-on'][t:is-date(.)][translate(., '-', '') &gt; $t:now]"><i:is name="planned" tone="planned"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'minutes'])"><i:is name="no-minutes" tone="gap"/></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:register[@name = 'opportunities' or @name = 'changes']/i:row" mode="m:row-states">
    <xsl:choose>
      <xsl:when test="i:cell[@name = 'done-on']"/>
      <xsl:when test="t:past(i:cell[@name = 'due' or @name = 'planned-for'])"><i:is name="overdue" tone="gap"/></xsl:when>
      <xsl:otherwise><i:is name="planned" tone="planned"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:register[@name = 'treatment']/i:row" mode="m:row-states">
    <xsl:variable name="state" select="t:action-state(.)"/>
    <xsl:choose>
      <xsl:when test="$state = 'overdue'"><i:is name="overdue" tone="gap"/></xsl:when>
      <xsl:when test="$state = 'in-progress'"><i:is name="in-progress" tone="partial"/></xsl:when>
      <xsl:when test="$state = 'planned'"><i:is name="planned" tone="planned"/></xsl:when>
      <xsl:when test="$state = 'cancelled'"><i:is name="cancelled" tone="excluded"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- m:review-row: a row of whatever register. -->
  <xsl:template match="i:row" mode="m:review-row">
    <xsl:param name="last"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="fine"><xsl:apply-templates select="." mode="m:review-fine"/></xsl:variable>
    <xsl:variable name="home" select="starts-with(t:row-home(../@name), 'management-review-input')"/>
    <xsl:variable name="owner" select="normalize-space(i:cell[contains(' owner chaired-by by auditor approved-by ', concat(' ', @name, ' '))][1])"/>
    <tr>
      <xsl:if test="$home"><xsl:call-template name="t:home-anchor"/></xsl:if>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="string($fine)"/></xsl:call-template>
      <th scope="row">
        <xsl:if test="$home"><xsl:value-of select="@id"/></xsl:if>
        <xsl:if test="not($home)"><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="'management-review-input'"/></xsl:apply-templates></xsl:if>
      </th>
      <td role="story"><xsl:apply-templates select="." mode="m:review-what"/></td>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="string($fine)"/></xsl:call-template>
      <xsl:call-template name="tp:review-days"><xsl:with-param name="new" select="tp:is-new(., $last)"/></xsl:call-template>
      <td role="who"><xsl:value-of select="t:role-title($owner)"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- When it came in or changed, whether that is news, and by when it is due. -->
  <xsl:template name="tp:review-days">
    <xsl:param name="new"/>
    <xsl:variable name="day" select="tp:review-day(.)"/>
    <xsl:variable name="due" select="i:cell[@name = 'due' or @name = 'planned-for' or @name = 'ends-on'][1]"/>
    <td i:sort="{$day}">
      <xsl:if test="$day != ''"><para><xsl:value-of select="t:short-date($day)"/></para></xsl:if>
      <xsl:if test="$new">
        <para><xsl:call-template name="t:badge"><xsl:with-param name="state" select="'changed-minor'"/><xsl:with-param name="text" select="t:text(concat('review.', substring('new', 1 div not(i:cell[@name = 'reviewed-on'])), substring('looked-at', 1 div boolean(i:cell[@name = 'reviewed-on']))))"/></xsl:call-template></para>
      </xsl:if>
      <xsl:if test="$due and not(i:cell[@name = 'done-on' or @name = 'closed-on' or @name = 'held-on'])">
        <para role="note"><xsl:value-of select="t:text('review.due', t:short-date($due))"/></para>
      </xsl:if>
    </td>
  </xsl:template>

  <!-- a) Earlier reviews with what they decided, and every action, change or opportunity that names the last of them. -->
  <xsl:template name="tp:review-earlier">
    <xsl:param name="last"/>
    <xsl:variable name="reviews" select="key('register', 'management-reviews')/i:row"/>
    <xsl:variable name="latest" select="$reviews[i:cell[@name = 'held-on'] = $last]/@id"/>
    <xsl:variable name="traced" select="$dossier/i:registers/i:register[contains(' treatment nonconformities opportunities changes objectives ', concat(' ', @name, ' '))]/i:row[tp:names(., $latest)]"/>
    <section>
      <xsl:attribute name="xml:id">management-review-input.earlier</xsl:attribute>
      <title><xsl:value-of select="t:text('review.earlier')"/></title>
      <xsl:call-template name="tp:review-rows"><xsl:with-param name="rows" select="$reviews"/></xsl:call-template>
      <xsl:if test="$reviews">
        <bridgehead><xsl:value-of select="t:text('review.actions')"/></bridgehead>
        <xsl:if test="not($traced)"><para role="empty"><xsl:value-of select="t:text('review.no-actions')"/></para></xsl:if>
        <xsl:if test="$traced"><xsl:call-template name="tp:review-rows"><xsl:with-param name="rows" select="$traced"/></xsl:call-template></xsl:if>
      </xsl:if>
    </section>
  </xsl:template>
  <func:function name="tp:names">
    <xsl:param name="row"/>
    <xsl:param name="ids"/>
    <xsl:variable name="id" select="string($ids[1])"/>
    <func:result select="$id != '' and boolean($row/i:cell[contains(concat(' ', translate(., '.,;:()', '      '), ' '), concat(' ', $id, ' '))])"/>
  </func:function>

  <!-- e) What interested parties have said: the organisation's own register "feedback", or such a column of theirs. -->
  <xsl:template name="tp:review-feedback">
    <xsl:variable name="own" select="key('register', 'feedback')[i:row]"/>
    <xsl:variable name="parties" select="key('register', 'interested-parties')/i:row[i:cell[@name = 'feedback']]"/>
    <section>
      <xsl:attribute name="xml:id">management-review-input.feedback</xsl:attribute>
      <title><xsl:value-of select="t:text('review.feedback')"/></title>
      <xsl:if test="not($own | $parties)"><xsl:call-template name="t:nothing"/></xsl:if>
      <xsl:if test="$own">
        <xsl:call-template name="t:rows-table">
          <xsl:with-param name="here" select="'management-review-input'"/>
          <xsl:with-param name="rows" select="$own/i:row"/>
          <xsl:with-param name="columns" select="$own/i:column[@name = $own/i:row/i:cell/@name]"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$parties">
        <informaltable role="totals">
          <thead><tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'party feedback'"/></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="$parties">
              <tr>
                <th scope="row">
                  <xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="'management-review-input'"/></xsl:apply-templates>
                  <xsl:value-of select="concat(' ', normalize-space(i:cell[@name = 'title']))"/>
                </th>
                <xsl:call-template name="t:words"><xsl:with-param name="name" select="'feedback'"/><xsl:with-param name="here" select="'management-review-input'"/></xsl:call-template>
              </tr>
            </xsl:for-each>
          </tbody>
        </informaltable>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- f) Where the risks stand, those above what is accepted, and the actions of the plan that are open or new. -->
  <xsl:template name="tp:review-risks">
    <xsl:param name="last"/>
    <xsl:variable name="above" select="$t:risks[@above]"/>
    <section>
      <xsl:attribute name="xml:id">management-review-input.risks</xsl:attribute>
      <title><xsl:value-of select="t:text('review.risks')"/></title>
      <xsl:if test="not($t:risk-rows)"><xsl:call-template name="t:nothing"/></xsl:if>
      <xsl:if test="$t:risk-rows">
        <xsl:call-template name="t:risk-figures"/>
        <xsl:if test="$t:risk-accept = $t:risk-accept"><para><xsl:value-of select="t:count('risk.above', count($above))"/></para></xsl:if>
        <xsl:if test="key('document', 'risk-assessment')">
          <para role="note">
            <xsl:value-of select="concat(t:text('review.see'), ' ')"/>
            <xsl:apply-templates select="key('document', 'risk-assessment')" mode="m:link"/>
          </para>
        </xsl:if>
        <xsl:call-template name="tp:review-above"><xsl:with-param name="above" select="$above"/></xsl:call-template>
      </xsl:if>
      <section>
        <xsl:attribute name="xml:id">management-review-input.treatment</xsl:attribute>
        <title><xsl:value-of select="t:text('review.treatment')"/></title>
        <xsl:call-template name="tp:review-rows">
          <xsl:with-param name="rows" select="$t:actions"/>
          <xsl:with-param name="last" select="$last"/>
          <xsl:with-param name="document" select="'risk-treatment-plan'"/>
        </xsl:call-template>
      </section>
    </section>
  </xsl:template>

  <!-- The highest risks above the line; the rest of many is in the risk assessment. -->
  <xsl:template name="tp:review-above">
    <xsl:param name="above"/>
    <xsl:if test="$above">
      <informaltable role="totals">
        <thead><tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'risk what level acceptance'"/></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="$above">
            <xsl:sort select="@current-level" data-type="number" order="descending"/>
            <xsl:if test="position() &lt;= 20">
              <xsl:variable name="risk" select="."/>
              <xsl:for-each select="$dossier">
                <xsl:variable name="row" select="key('row-by-id', string($risk/@id))[../@name = 'risks'][1]"/>
                <tr>
                  <th scope="row"><xsl:apply-templates select="$row" mode="m:link"/></th>
                  <td role="title"><xsl:value-of select="normalize-space($row/i:cell[@name = 'title'])"/></td>
                  <xsl:call-template name="t:level-cell">
                    <xsl:with-param name="level" select="$risk/@current-level"/>
                    <xsl:with-param name="band" select="$risk/@current-band"/>
                    <xsl:with-param name="text" select="$risk/@current-text"/>
                  </xsl:call-template>
                  <td role="acceptance"><xsl:apply-templates select="$row" mode="m:acceptance"><xsl:with-param name="risk" select="$risk"/></xsl:apply-templates></td>
                </tr>
              </xsl:for-each>
            </xsl:if>
          </xsl:for-each>
        </tbody>
      </informaltable>
      <xsl:if test="count($above) &gt; 20"><para role="note"><xsl:value-of select="t:text('risk.more', count($above) - 20)"/></para></xsl:if>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
