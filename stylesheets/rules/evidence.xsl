<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about what proves an answer, what is being done about it, and who else has a part in it. Needs answers.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m r t tp">

  <i:rule code="conforms-without-evidence" level="warning" basis="practice"/>
  <i:rule code="evidence-of-design-only" level="warning" basis="practice"/>
  <i:rule code="evidence-out-of-period" level="warning" dates="true" basis="practice"/>
  <i:rule code="evidence-stale" level="warning" dates="true" basis="practice"/>
  <i:rule code="evidence-without-date" level="warning" basis="practice"/>
  <i:rule code="evidence-without-control" level="info" basis="practice"/>
  <i:rule code="period-reversed" level="error" basis="practice"/>
  <i:rule code="date-in-future" level="warning" dates="true" basis="practice"/>
  <i:rule code="unimplemented-without-action" level="warning" basis="clause" clause="6.1.3 e"/>
  <i:rule code="implemented-but-action-open" level="warning" basis="practice"/>
  <i:rule code="actions-done-not-implemented" level="info" basis="practice"/>
  <i:rule code="treatment-without-evidence" level="info" basis="practice"/>
  <i:rule code="provider-without-agreement" level="warning" basis="clause" clause="A.5.20"/>
  <i:rule code="inherited-without-assurance" level="warning" basis="clause" clause="A.5.22"/>
  <i:rule code="inherited-assurance-expired" level="warning" dates="true" basis="clause" clause="A.5.22"/>
  <i:rule code="inherited-without-text" level="warning" basis="practice"/>
  <i:rule code="answer-without-text" level="warning" basis="practice"/>

  <!-- What other registers name as evidence. -->
  <xsl:key name="tp:cited" match="/i:dossier/i:registers/i:register[i:row/i:cell/@name = 'evidence']/i:row/i:cell[@name = 'evidence']/i:value" use="."/>

  <!-- An answer and the rows of evidence, actions and its provider: each looked up once. -->
  <xsl:template match="i:answer" mode="m:rules-proof">
    <xsl:variable name="relations" select="key('relation', @control)"/>
    <xsl:variable name="shown" select="$relations[@register = 'evidence'] | key('proves', @control)"/>
    <xsl:variable name="rows" select="key('row-by-id', $relations[@register = 'evidence'][not(@file)]/@row)[../@name = 'evidence']"/>
    <xsl:variable name="actions" select="key('row-by-id', $relations[@register = 'treatment']/@row)[../@name = 'treatment']"/>
    <xsl:variable name="open" select="t:open-actions(@control)"/>
    <xsl:choose>
      <xsl:when test="@status = 'conforms'">
        <xsl:apply-templates select="self::*[not($shown) and not(i:none-because) and not(key('implements', @control))]" mode="r:conforms-without-evidence"/>
      </xsl:when>
      <xsl:when test="@status = 'implemented'">
        <xsl:apply-templates select="self::*[$rows and count($rows) = count($shown)][not($rows/i:cell[@name = 'kind'][. = 'operation' or . = 'test'])]" mode="r:evidence-of-design-only"/>
        <xsl:apply-templates select="self::*[$rows and count($rows) = count($shown)]
            [$rows/i:cell[@name = 'kind'][. = 'operation' or . = 'test']]
            [not($rows[i:cell[@name = 'kind'][. = 'operation' or . = 'test']][t:evidence-state(.) != 'stale'])]" mode="r:evidence-out-of-period"/>
        <xsl:apply-templates select="self::*[not(i:site-part)][$open]" mode="r:implemented-but-action-open">
          <xsl:with-param name="rows" select="$open"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="self::*[not(normalize-space(i:summary)) and not(i:details) and not(i:site-part)]" mode="r:answer-without-text"/>
      </xsl:when>
      <xsl:when test="@status and @status != 'gap' and @applicable = 'true'">
        <xsl:apply-templates select="self::*[not($actions)]" mode="r:unimplemented-without-action"/>
        <xsl:apply-templates select="self::*[$actions and not($open)]" mode="r:actions-done-not-implemented">
          <xsl:with-param name="rows" select="$actions"/>
        </xsl:apply-templates>
      </xsl:when>
    </xsl:choose>
    <xsl:apply-templates select="self::*[@provider][@applicable = 'true'][@responsibility = 'shared' or @responsibility = 'inherited']" mode="m:rules-provider"/>
  </xsl:template>


  <xsl:template match="i:answer" mode="m:rules-provider">
    <xsl:variable name="supplier" select="key('row-by-id', @provider)[../@name = 'suppliers']"/>
    <xsl:apply-templates select="self::*[$supplier][not($supplier/i:cell[@name = 'agreement'])]" mode="r:provider-without-agreement"/>
    <xsl:if test="@responsibility = 'inherited'">
      <xsl:apply-templates select="self::*[$supplier][not($supplier/i:cell[@name = 'assurance'])]" mode="r:inherited-without-assurance"/>
      <xsl:apply-templates select="self::*[$supplier/i:cell[@name = 'valid-until'][translate(., '-', '') &lt; $t:now]]" mode="r:inherited-assurance-expired">
        <xsl:with-param name="date" select="string($supplier/i:cell[@name = 'valid-until'])"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="self::*[not(normalize-space(i:summary))]" mode="r:inherited-without-text"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:conforms-without-evidence">
    <xsl:call-template name="t:control-finding"><xsl:with-param name="code" select="'conforms-without-evidence'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:evidence-of-design-only">
    <xsl:call-template name="t:control-finding"><xsl:with-param name="code" select="'evidence-of-design-only'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:evidence-out-of-period">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'evidence-out-of-period'"/>
      <xsl:with-param name="b" select="$dossier/i:settings/@answer-review-months"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:implemented-but-action-open">
    <xsl:param name="rows"/>
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'implemented-but-action-open'"/>
      <xsl:with-param name="b" select="t:join($rows/@id)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:answer-without-text">
    <xsl:call-template name="t:control-finding"><xsl:with-param name="code" select="'answer-without-text'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:unimplemented-without-action">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'unimplemented-without-action'"/>
      <xsl:with-param name="b" select="t:text(concat('status.', @status))"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:actions-done-not-implemented">
    <xsl:param name="rows"/>
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'actions-done-not-implemented'"/>
      <xsl:with-param name="b" select="t:join($rows/@id)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:provider-without-agreement">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'provider-without-agreement'"/>
      <xsl:with-param name="b" select="@provider"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:inherited-without-assurance">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'inherited-without-assurance'"/>
      <xsl:with-param name="b" select="@provider"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:inherited-assurance-expired">
    <xsl:param name="date"/>
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'inherited-assurance-expired'"/>
      <xsl:with-param name="b" select="@provider"/>
      <xsl:with-param name="c" select="$date"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:answer" mode="r:inherited-without-text">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'inherited-without-text'"/>
      <xsl:with-param name="b" select="@provider"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Rows of evidence. -->
  <xsl:template match="i:register[@name = 'evidence']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'kind'][. = 'operation' or . = 'test']][not(i:cell[@name = 'covers-to' or @name = 'collected-on'])]" mode="r:evidence-without-date"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'kind'][. = 'operation' or . = 'test']][t:evidence-state(.) = 'stale']" mode="r:evidence-stale"/>
    <xsl:apply-templates select="self::*[not(key('row-relation', @id)[@register = 'evidence'] or key('tp:cited', @id))]" mode="r:evidence-without-control"/>
    <xsl:apply-templates select="self::*[translate(i:cell[@name = 'covers-from'], '-', '') &gt; translate(i:cell[@name = 'covers-to'], '-', '')]" mode="r:period-reversed"/>
  </xsl:template>

  <xsl:template match="i:row" mode="r:evidence-without-date">
    <xsl:call-template name="t:row-finding"><xsl:with-param name="code" select="'evidence-without-date'"/></xsl:call-template>
  </xsl:template>
  <!-- Evidence that has had its time, of a control that is still said to be implemented: unless there is newer evidence under the same
       title, or all of the control's is as old, which is another finding. -->
  <xsl:key name="tp:evidence-title" match="/i:dossier/i:registers/i:register[@name = 'evidence']/i:row" use="normalize-space(i:cell[@name = 'title'])"/>
  <xsl:template match="i:row" mode="r:evidence-stale">
    <xsl:variable name="controls" select="key('row-relation', @id)[@register = 'evidence']/@control"/>
    <xsl:variable name="others" select="key('row-by-id', key('relation', key('answer', $controls)[@status = 'implemented']/@control)[@register = 'evidence']/@row)[../@name = 'evidence']"/>
    <xsl:if test="$others[i:cell[@name = 'kind'][. = 'operation' or . = 'test']][t:evidence-state(.) != 'stale']
                  and not(key('tp:evidence-title', normalize-space(i:cell[@name = 'title']))[t:evidence-state(.) != 'stale'])">
      <xsl:call-template name="t:row-finding">
        <xsl:with-param name="code" select="'evidence-stale'"/>
        <xsl:with-param name="b" select="t:latest(i:cell[@name = 'covers-to' or @name = 'collected-on'])"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:row" mode="r:evidence-without-control">
    <xsl:call-template name="t:row-finding"><xsl:with-param name="code" select="'evidence-without-control'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:row" mode="r:period-reversed">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'period-reversed'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'covers-from'])"/>
      <xsl:with-param name="c" select="string(i:cell[@name = 'covers-to'])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An action that is done, without anything to show for it. -->
  <xsl:template match="i:row" mode="r:treatment-without-evidence">
    <xsl:call-template name="t:row-finding"><xsl:with-param name="code" select="'treatment-without-evidence'"/></xsl:call-template>
  </xsl:template>

  <!-- A day on which something has happened, and which has not come yet. -->
  <xsl:template match="i:cell" mode="r:date-in-future">
    <xsl:variable name="date" select="string(.)"/>
    <xsl:variable name="column" select="@name"/>
    <xsl:for-each select="..">
      <xsl:call-template name="t:row-finding">
        <xsl:with-param name="code" select="'date-in-future'"/>
        <xsl:with-param name="node" select="i:cell[@name = $column]"/>
        <xsl:with-param name="b" select="$column"/>
        <xsl:with-param name="c" select="$date"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
