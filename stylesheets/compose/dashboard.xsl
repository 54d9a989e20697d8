<?xml version="1.0" encoding="UTF-8"?>
<!-- The overview that a reader lands on: figures, what is due next, the documents by type, findings by code. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl set m t">

  <xsl:template match="i:document[@id = 'dashboard']" mode="m:page">
    <xsl:attribute name="i:html">index.html</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'dashboard']" mode="m:lede">
    <xsl:variable name="latest" select="t:latest($dossier/i:answers/i:answer/@reviewed-on)"/>
    <xsl:choose>
      <xsl:when test="$latest"><xsl:value-of select="t:text('dashboard.lede', $dossier/i:organisation/@name, t:date($latest))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('dashboard.lede-not-reviewed', $dossier/i:organisation/@name)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:document[@id = 'dashboard']" mode="m:content">
    <xsl:call-template name="t:dashboard-controls"/>
    <xsl:call-template name="t:dashboard-requirements"/>
    <xsl:call-template name="t:dashboard-risks"/>
    <xsl:call-template name="t:dashboard-due"/>
    <xsl:call-template name="t:dashboard-documents"/>
    <xsl:call-template name="t:dashboard-sheets"/>
    <xsl:if test="not($t:is-view)">
      <xsl:call-template name="t:dashboard-findings"/>
    </xsl:if>
    <xsl:call-template name="t:user-dashboard"/>
  </xsl:template>

  <!-- Hook: more sections of the overview. -->
  <xsl:template name="t:user-dashboard"/>

  <xsl:template name="t:dashboard-section">
    <xsl:param name="name"/>
    <xsl:param name="title" select="t:text(concat('dashboard.', $name))"/>
    <xsl:param name="content"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('dashboard.', $name)"/></xsl:attribute>
      <title><xsl:value-of select="$title"/></title>
      <xsl:copy-of select="$content"/>
    </section>
  </xsl:template>

  <!-- Controls: those of the Statement of Applicability, then those of each peer catalogue. -->
  <xsl:template name="t:dashboard-controls">
    <xsl:if test="$t:soa-catalogs">
      <xsl:call-template name="t:dashboard-section">
        <xsl:with-param name="name" select="'controls'"/>
        <xsl:with-param name="content">
          <xsl:call-template name="t:figures">
            <xsl:with-param name="controls" select="$t:tally[@name = $t:soa-catalogs/@name]/i:group/i:control"/>
            <xsl:with-param name="href" select="'statement-of-applicability.xml'"/>
          </xsl:call-template>
          <xsl:for-each select="$dossier">
            <xsl:apply-templates select="key('document', 'control-attributes')" mode="m:dashboard-attributes"/>
          </xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$t:peers">
      <xsl:call-template name="t:dashboard-section">
        <xsl:with-param name="name" select="concat('peer.', @name)"/>
        <xsl:with-param name="title" select="t:edition(.)"/>
        <xsl:with-param name="content">
          <xsl:call-template name="t:figures">
            <xsl:with-param name="controls" select="$t:tally[@name = current()/@name]/i:group/i:control"/>
            <xsl:with-param name="href" select="concat('statement-', @name, '.xml')"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="i:document" mode="m:dashboard-attributes">
    <para role="note"><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="text" select="t:text('dashboard.attributes')"/></xsl:apply-templates></para>
  </xsl:template>

  <xsl:template name="t:dashboard-requirements">
    <xsl:variable name="requirements" select="$t:tally[@name = $t:requirements/@name]/i:group/i:control"/>
    <xsl:if test="$requirements">
      <xsl:call-template name="t:dashboard-section">
        <xsl:with-param name="name" select="'requirements'"/>
        <xsl:with-param name="content">
          <itemizedlist role="figures">
            <xsl:call-template name="t:figure">
              <xsl:with-param name="count" select="count($requirements)"/>
              <xsl:with-param name="key" select="'figure.requirements'"/>
              <xsl:with-param name="href" select="'clause-index.xml'"/>
            </xsl:call-template>
            <xsl:call-template name="t:state-figures">
              <xsl:with-param name="states" select="$requirements/@state"/>
              <xsl:with-param name="href" select="'clause-index.xml'"/>
              <xsl:with-param name="names" select="'conforms gap undecided '"/>
              <xsl:with-param name="always" select="' conforms gap undecided '"/>
            </xsl:call-template>
          </itemizedlist>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Risks by level, where the risk assessment is among the documents. -->
  <xsl:template name="t:dashboard-risks">
    <xsl:if test="$t:risk-rows and key('document', 'risk-assessment')">
      <xsl:variable name="late" select="count($t:actions[t:action-state(.) = 'overdue'])"/>
      <xsl:call-template name="t:dashboard-section">
        <xsl:with-param name="name" select="'risks'"/>
        <xsl:with-param name="content">
          <xsl:call-template name="t:risk-figures">
            <xsl:with-param name="href" select="'risk-assessment.xml'"/>
          </xsl:call-template>
          <para>
            <xsl:if test="$t:risk-accept = $t:risk-accept"><xsl:value-of select="concat(t:count('risk.above', count($t:risks[@above])), ' ')"/></xsl:if>
            <xsl:if test="$late"><xsl:value-of select="concat(t:count('risk.late', $late), ' ')"/></xsl:if>
            <xsl:value-of select="concat(t:text('risk.see'), ' ')"/>
            <xsl:apply-templates select="key('document', 'risk-assessment')" mode="m:link"/>
            <xsl:if test="key('document', 'risk-treatment-plan')">
              <xsl:text>, </xsl:text>
              <xsl:apply-templates select="key('document', 'risk-treatment-plan')" mode="m:link"/>
            </xsl:if>
            <xsl:text>.</xsl:text>
          </para>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What is due next: everything that has a date, of which the earliest are shown. -->
  <xsl:template name="t:dashboard-due">
    <xsl:variable name="due">
      <xsl:apply-templates select="$dossier/i:answers/i:answer[@decided = 'true']" mode="m:due-items"/>
      <xsl:apply-templates select="$dossier/i:documents/i:document[@state = 'approved']" mode="m:due-items"/>
      <xsl:call-template name="t:user-due"/>
    </xsl:variable>
    <xsl:if test="exsl:node-set($due)/*">
      <xsl:call-template name="t:dashboard-section">
        <xsl:with-param name="name" select="'due'"/>
        <xsl:with-param name="content">
          <informaltable role="due">
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="t:text('dashboard.due-date')"/></th>
                <th scope="col"><xsl:value-of select="t:text('dashboard.due-what')"/></th>
                <th scope="col"><xsl:value-of select="t:text('dashboard.due-who')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="exsl:node-set($due)/i:due" mode="m:due-row">
                <xsl:sort select="@date"/>
              </xsl:apply-templates>
            </tbody>
          </informaltable>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Hook: more i:due, with @date, @kind (due.KIND in gentext), @control or @document, @owner. -->
  <xsl:template name="t:user-due"/>

  <!-- m:due-items: an i:due per date of an answer or a document. -->
  <xsl:template match="i:answer" mode="m:due-items">
    <xsl:variable name="review" select="t:answer-review(.)"/>
    <xsl:apply-templates select="@due[not(../@status = 'implemented' or ../@status = 'conforms')]" mode="m:due-items"/>
    <xsl:apply-templates select="@reassess-by[../@applicable = 'false']" mode="m:due-items"/>
    <xsl:apply-templates select="i:site-part[@status != 'implemented']/@due" mode="m:due-items"/>
    <xsl:if test="$review">
      <i:due date="{$review}" kind="review" control="{@control}" owner="{@owner}"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@due | @reassess-by" mode="m:due-items">
    <i:due date="{.}" kind="{name()}{substring('-gap', 1 div (../@status = 'gap'))}" control="{ancestor::i:answer/@control}" owner="{(ancestor::*/@owner)[last()]}"/>
  </xsl:template>
  <xsl:template match="i:document" mode="m:due-items">
    <xsl:variable name="date" select="t:next-review(.)"/>
    <xsl:if test="$date">
      <i:due date="{$date}" kind="document-review" document="{@id}" owner="{@owner}"/>
    </xsl:if>
  </xsl:template>

  <!-- A row of what is due; the first $due-items of them are kept. -->
  <xsl:template match="i:due" mode="m:due-row">
    <xsl:if test="position() &lt;= $due-items">
      <xsl:variable name="due" select="."/>
      <tr>
        <th scope="row" i:sort="{@date}">
          <xsl:value-of select="t:short-date(@date)"/>
          <xsl:if test="translate(@date, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
        </th>
        <td>
          <xsl:for-each select="$dossier">
            <xsl:variable name="control" select="key('control', $due/@control)"/>
            <xsl:variable name="title"><xsl:apply-templates select="$control" mode="m:title"/></xsl:variable>
            <xsl:apply-templates select="$control" mode="m:link"><xsl:with-param name="text" select="string($title)"/></xsl:apply-templates>
            <xsl:apply-templates select="key('document', $due/@document)" mode="m:link"/>
          </xsl:for-each>
          <xsl:value-of select="concat(': ', t:text(concat('due.', @kind)))"/>
        </td>
        <td><xsl:value-of select="t:role-title(@owner)"/></td>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- The documents: figures, then all by type. -->
  <xsl:template name="t:dashboard-documents">
    <xsl:variable name="documents" select="$dossier/i:documents/i:document[@id != 'dashboard']"/>
    <xsl:variable name="controlled" select="$documents[@approver or @origin != 'derived']"/>
    <xsl:call-template name="t:dashboard-section">
      <xsl:with-param name="name" select="'documents'"/>
      <xsl:with-param name="content">
        <itemizedlist role="figures">
          <xsl:call-template name="t:figure">
            <xsl:with-param name="count" select="count($controlled[@state = 'approved'])"/>
            <xsl:with-param name="key" select="'figure.approved'"/>
            <xsl:with-param name="status" select="'approved'"/>
            <xsl:with-param name="href" select="'document-register.xml'"/>
          </xsl:call-template>
          <xsl:call-template name="t:figure">
            <xsl:with-param name="count" select="count($controlled[not(@state = 'approved')])"/>
            <xsl:with-param name="key" select="'figure.draft'"/>
            <xsl:with-param name="status" select="'draft'"/>
            <xsl:with-param name="href" select="'document-register.xml'"/>
          </xsl:call-template>
        </itemizedlist>
        <xsl:for-each select="set:distinct($documents/@type)">
          <bridgehead role="type"><xsl:value-of select="t:word('types', .)"/></bridgehead>
          <itemizedlist role="documents">
            <xsl:apply-templates select="$documents[@type = current()]" mode="m:dashboard-document"/>
            <xsl:if test=". = 'statement'">
              <xsl:apply-templates select="$t:peers" mode="m:dashboard-document"/>
            </xsl:if>
          </itemizedlist>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="m:dashboard-document">
    <xsl:variable name="state"><xsl:apply-templates select="." mode="m:document-state"/></xsl:variable>
    <xsl:variable name="status"><xsl:apply-templates select="." mode="m:document-status"/></xsl:variable>
    <listitem>
      <para>
        <xsl:apply-templates select="." mode="m:link"/>
        <xsl:if test="$state != 'derived'">
          <xsl:text> </xsl:text>
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="string($status)"/>
            <xsl:with-param name="text" select="normalize-space(concat(t:text(concat('status.', $status)), ' ',
                substring(i:version[@current = 'true']/@version, 1 div ($state = 'approved'))))"/>
          </xsl:call-template>
        </xsl:if>
      </para>
    </listitem>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:dashboard-document">
    <listitem>
      <para>
        <xsl:call-template name="t:link">
          <xsl:with-param name="document" select="concat('statement-', @name)"/>
          <xsl:with-param name="text" select="t:text('soa.peer-title', @title)"/>
        </xsl:call-template>
      </para>
    </listitem>
  </xsl:template>

  <!-- Findings: how many of each level, and of each code. A view has none, which does not mean that there are none. -->
  <xsl:template name="t:dashboard-findings">
    <xsl:variable name="findings" select="$dossier/i:findings/i:finding"/>
    <xsl:call-template name="t:dashboard-section">
      <xsl:with-param name="name" select="'findings'"/>
      <xsl:with-param name="content">
        <xsl:choose>
          <xsl:when test="$findings">
            <para>
              <xsl:value-of select="concat(t:count('finding.error', count($findings[@level = 'error'])), ', ',
                  t:count('finding.warning', count($findings[@level = 'warning'])), ', ',
                  t:count('finding.info', count($findings[@level = 'info'])))"/>
            </para>
            <xsl:call-template name="t:findings-table"><xsl:with-param name="findings" select="$findings"/></xsl:call-template>
            <xsl:for-each select="$dossier">
              <xsl:apply-templates select="key('document', 'open-points')" mode="m:dashboard-points"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <para><xsl:value-of select="t:text('dashboard.no-findings')"/></para>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="m:dashboard-points">
    <para role="note"><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="text" select="t:text('dashboard.points')"/></xsl:apply-templates></para>
  </xsl:template>

  <xsl:template name="t:findings-table">
    <xsl:param name="findings"/>
    <informaltable role="findings">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="t:text('dashboard.finding')"/></th>
          <th scope="col"><xsl:value-of select="t:text('dashboard.level')"/></th>
          <th scope="col"><xsl:value-of select="t:text('dashboard.count')"/></th>
          <th scope="col"><xsl:value-of select="t:text('dashboard.first')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="set:distinct($findings/@code)">
          <xsl:sort select="string-length(substring-before('error warning info', ../@level))" data-type="number"/>
          <xsl:sort select="count($findings[@code = current()])" data-type="number" order="descending"/>
          <tr>
            <th scope="row"><xsl:value-of select="."/></th>
            <td><xsl:value-of select="t:word('level', ../@level)"/></td>
            <td role="number"><xsl:value-of select="count($findings[@code = current()])"/></td>
            <td><xsl:value-of select="normalize-space(..)"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </informaltable>
  </xsl:template>

</xsl:stylesheet>
