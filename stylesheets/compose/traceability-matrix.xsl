<?xml version="1.0" encoding="UTF-8"?>
<!-- The traceability matrix: a row per control of the Statement of Applicability, from the decision to the evidence, and its holes. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl db m t tp">

  <!-- Rules of a document, and those that name a control. They stand in sections, by whose depth they are looked for: a search through
       all text of all documents would take as long as the rest of composing. -->
  <xsl:key name="tp:naming-rule" use="descendant::i:insert[@name = 'control']/@ref"
           match="/i:dossier/i:documents/i:document/i:body/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:section/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:section/db:section/db:para[@role = 'rule']"/>
  <xsl:key name="tp:rule" use="ancestor::i:document/@id"
           match="/i:dossier/i:documents/i:document/i:body/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:section/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:section/db:section/db:para[@role = 'rule']"/>

  <xsl:template match="i:document[@id = 'traceability-matrix']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'traceability-matrix']" mode="m:lede">
    <xsl:value-of select="t:text('trace.lede')"/>
  </xsl:template>

  <!-- The holes are counted in the rows, so that neither can say anything else than the other. -->
  <xsl:template match="i:document[@id = 'traceability-matrix']" mode="m:content">
    <xsl:variable name="bodies">
      <xsl:apply-templates select="$t:own" mode="m:trace"/>
      <xsl:apply-templates select="$t:annex[@use != 'own']" mode="m:trace"/>
      <xsl:apply-templates select="$t:additional" mode="m:trace"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$t:matrix-controls">
        <xsl:call-template name="t:holes">
          <xsl:with-param name="document" select="'traceability-matrix'"/>
          <xsl:with-param name="kinds" select="'undecided status reason exclusion described action evidence stale'"/>
          <xsl:with-param name="content" select="exsl:node-set($bodies)"/>
        </xsl:call-template>
        <section>
          <xsl:attribute name="xml:id">traceability-matrix.controls</xsl:attribute>
          <title><xsl:value-of select="t:text('trace.matrix')"/></title>
          <para role="note"><xsl:value-of select="t:text('trace.note')"/></para>
          <informaltable role="filter">
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="t:text('soa.control')"/></th>
                <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
                <th scope="col"><xsl:value-of select="t:text('trace.decision')"/></th>
                <th scope="col"><xsl:value-of select="t:text('trace.described')"/></th>
                <th scope="col"><xsl:value-of select="t:text('risk.risks')"/></th>
                <th scope="col"><xsl:value-of select="t:text('trace.duties')"/></th>
                <th scope="col"><xsl:value-of select="t:text('trace.actions')"/></th>
                <th scope="col"><xsl:value-of select="t:text('trace.evidence')"/></th>
              </tr>
            </thead>
            <xsl:copy-of select="$bodies"/>
          </informaltable>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('trace.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:trace: a body per group. -->
  <xsl:template match="i:catalog" mode="m:trace">
    <xsl:apply-templates select="descendant-or-self::*[self::i:catalog or self::i:group][i:control]" mode="m:trace-group"/>
  </xsl:template>

  <xsl:template match="i:catalog | i:group" mode="m:trace-group">
    <xsl:variable name="theme"><xsl:apply-templates select="." mode="m:theme"/></xsl:variable>
    <xsl:variable name="controls" select="i:control/descendant-or-self::i:control[not(@withdrawn = 'true')]"/>
    <xsl:if test="$controls">
      <tbody>
        <tr role="group">
          <th colspan="8" scope="colgroup">
            <xsl:value-of select="$theme"/>
            <xsl:for-each select="ancestor-or-self::i:group[parent::i:group]">
              <xsl:text>: </xsl:text>
              <xsl:apply-templates select="." mode="m:title"/>
            </xsl:for-each>
          </th>
        </tr>
        <xsl:apply-templates select="$controls" mode="m:trace-row">
          <xsl:with-param name="theme" select="string($theme)"/>
        </xsl:apply-templates>
      </tbody>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:control" mode="m:trace-row">
    <xsl:param name="theme"/>
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="state" select="t:state($answer)"/>
    <xsl:variable name="needed" select="$state != 'undecided' and $state != 'excluded'"/>
    <xsl:variable name="relations" select="key('relation', @ref)"/>
    <xsl:variable name="risks" select="$relations[@register = 'risks']"/>
    <xsl:variable name="duties" select="$relations[@register = 'legal']"/>
    <tr>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('traceability-matrix.', substring-after(@anchor, 'control-'))"/></xsl:attribute>
      <xsl:attribute name="i:theme"><xsl:value-of select="$theme"/></xsl:attribute>
      <xsl:attribute name="i:status"><xsl:value-of select="$state"/></xsl:attribute>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="@title"/></td>
      <td><xsl:apply-templates select="." mode="m:trace-decision"><xsl:with-param name="answer" select="$answer"/><xsl:with-param name="state" select="$state"/></xsl:apply-templates></td>
      <td role="described">
        <xsl:if test="$needed"><xsl:apply-templates select="." mode="m:trace-described"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates></xsl:if>
      </td>
      <td>
        <xsl:if test="$risks">
          <para>
            <xsl:call-template name="t:risk-links">
              <xsl:with-param name="here" select="'traceability-matrix'"/>
              <xsl:with-param name="rows" select="key('row-by-id', $risks/@row)[../@name = 'risks']"/>
            </xsl:call-template>
          </para>
        </xsl:if>
        <xsl:if test="$needed and not($risks or $duties or $answer/i:because)">
          <para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'reason'"/></xsl:call-template></para>
        </xsl:if>
      </td>
      <td role="title">
        <xsl:for-each select="$duties"><para><xsl:apply-templates select="key('row', concat('legal ', @row))" mode="m:title"/></para></xsl:for-each>
        <xsl:for-each select="$answer/i:because"><para><xsl:apply-templates select="." mode="m:trace-because"/></para></xsl:for-each>
      </td>
      <td>
        <xsl:call-template name="tp:trace-actions">
          <xsl:with-param name="actions" select="key('row-by-id', $relations[@register = 'treatment']/@row)[../@name = 'treatment']"/>
        </xsl:call-template>
        <xsl:if test="$needed and $state != 'implemented' and $state != 'unstated' and not($answer/@due or $answer/i:site-part/@due or $relations[@register = 'treatment'])">
          <para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'action'"/></xsl:call-template></para>
        </xsl:if>
      </td>
      <td role="evidence">
        <xsl:call-template name="t:control-proof">
          <xsl:with-param name="here" select="'traceability-matrix'"/>
          <xsl:with-param name="needed" select="$state = 'implemented'"/>
        </xsl:call-template>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- m:trace-decision, blocks: necessary or not, how far, by when, and why not. -->
  <xsl:template match="i:control" mode="m:trace-decision">
    <xsl:param name="answer"/>
    <xsl:param name="state"/>
    <para>
      <xsl:choose>
        <xsl:when test="$state = 'undecided'"><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'undecided'"/></xsl:call-template></xsl:when>
        <xsl:when test="$state = 'unstated'"><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'status'"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="m:badge"/></xsl:otherwise>
      </xsl:choose>
    </para>
    <xsl:choose>
      <xsl:when test="$state = 'excluded' and normalize-space($answer/i:exclusion)"><para role="note"><xsl:value-of select="normalize-space($answer/i:exclusion)"/></para></xsl:when>
      <xsl:when test="$state = 'excluded'"><para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'exclusion'"/></xsl:call-template></para></xsl:when>
      <xsl:when test="$state != 'implemented'"><xsl:apply-templates select="$answer/@due" mode="m:soa-due"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- m:trace-described, blocks: a paragraph per document that implements the control or has a rule which names it, with its rules; else
       the answer alone. -->
  <xsl:template match="i:control" mode="m:trace-described">
    <xsl:param name="answer"/>
    <xsl:variable name="naming" select="key('tp:naming-rule', @ref)"/>
    <xsl:variable name="documents" select="key('implements', @ref)/.. | $naming/ancestor::i:document"/>
    <xsl:for-each select="$documents">
      <para>
        <xsl:apply-templates select="self::*" mode="m:proof"/>
      </para>
      <xsl:call-template name="tp:trace-rules">
        <xsl:with-param name="naming" select="$naming[ancestor::i:document/@id = current()/@id]"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$documents"/>
      <xsl:when test="$answer/i:summary/* or $answer/i:details/*">
        <para><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="text" select="t:text('trace.handbook')"/></xsl:apply-templates></para>
      </xsl:when>
      <xsl:otherwise>
        <para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'described'"/></xsl:call-template></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The rules of the document that is the context which name the control; where none does, how many rules it has, and the first. -->
  <xsl:template name="tp:trace-rules">
    <xsl:param name="naming"/>
    <xsl:variable name="all" select="key('tp:rule', @id)"/>
    <xsl:if test="$all">
      <para role="note">
        <xsl:choose>
          <xsl:when test="$naming or not($all[3])">
            <xsl:for-each select="$naming | $all[not($naming)]">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:call-template name="tp:rule-link"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="t:link">
              <xsl:with-param name="document" select="string(@id)"/>
              <xsl:with-param name="id" select="string($all[1]/@xml:id)"/>
              <xsl:with-param name="text" select="t:text('trace.rules', count($all), $all[1]/@xml:id)"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </para>
    </xsl:if>
  </xsl:template>
  <xsl:template name="tp:rule-link">
    <xsl:call-template name="t:link">
      <xsl:with-param name="document" select="string(ancestor::i:document/@id)"/>
      <xsl:with-param name="id" select="string(@xml:id)"/>
      <xsl:with-param name="text" select="string(@xml:id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:because" mode="m:trace-because">
    <xsl:value-of select="concat(t:word('because', @kind), ': ', normalize-space(.))"/>
  </xsl:template>

  <!-- Actions: those that are open with state and date, then those that are done by their ids; of very many the first. -->
  <xsl:template name="tp:trace-actions">
    <xsl:param name="actions"/>
    <xsl:variable name="done" select="$actions[t:action-state(.) = 'done']"/>
    <xsl:variable name="open" select="$actions[t:action-state(.) != 'done']"/>
    <xsl:apply-templates select="$open[position() &lt;= 20]" mode="m:trace-action"/>
    <xsl:if test="$open[21]"><para role="note"><xsl:value-of select="t:text('risk.more', count($open) - 20)"/></para></xsl:if>
    <xsl:if test="$done">
      <para role="note">
        <xsl:value-of select="concat(t:text('plan.done'), ' ')"/>
        <xsl:call-template name="t:risk-links">
          <xsl:with-param name="here" select="'traceability-matrix'"/>
          <xsl:with-param name="rows" select="$done"/>
        </xsl:call-template>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- m:trace-action, a block: an open action of the treatment plan with its state and date. -->
  <xsl:template match="i:row" mode="m:trace-action">
    <xsl:variable name="state" select="t:action-state(.)"/>
    <xsl:variable name="due" select="i:cell[@name = 'due']"/>
    <para>
      <xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="'traceability-matrix'"/></xsl:apply-templates>
      <xsl:text> </xsl:text>
      <xsl:call-template name="t:action-badge"><xsl:with-param name="state" select="$state"/></xsl:call-template>
      <xsl:if test="$due"><xsl:value-of select="concat(' ', t:text('trace.due', t:short-date($due)))"/></xsl:if>
    </para>
  </xsl:template>

</xsl:stylesheet>
