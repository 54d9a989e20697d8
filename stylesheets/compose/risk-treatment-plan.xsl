<?xml version="1.0" encoding="UTF-8"?>
<!-- The risk treatment plan: per risk the option, controls and actions with their state, the level aimed at, and how the owner's
     approval and acceptance stand; then the actions by date. Owners approve risk by risk, so that the plan as a whole has no approver. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m t tp">

  <xsl:variable name="t:actions" select="$dossier/i:registers/i:register[@name = 'treatment']/i:row"/>

  <xsl:template match="i:document[@id = 'risk-treatment-plan']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'risk-treatment-plan']" mode="m:lede">
    <xsl:choose>
      <xsl:when test="$t:risk-rows"><xsl:value-of select="t:text('plan.lede')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('risk.none')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:document[@id = 'risk-treatment-plan']" mode="m:content">
    <xsl:choose>
      <xsl:when test="$t:risk-rows">
        <xsl:call-template name="t:plan-risks"/>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('risk.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="t:plan-actions"/>
  </xsl:template>

  <xsl:template name="t:plan-risks">
    <section>
      <xsl:attribute name="xml:id">risk-treatment-plan.risks</xsl:attribute>
      <title><xsl:value-of select="t:text('risk.risks')"/></title>
      <para role="note"><xsl:value-of select="t:text('plan.note')"/></para>
      <informaltable role="filter">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('risk.risk')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.what')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.owner')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.current')"/></th>
            <th scope="col"><xsl:value-of select="t:text('risk.option')"/></th>
            <th scope="col"><xsl:value-of select="t:text('plan.controls')"/></th>
            <th scope="col"><xsl:value-of select="t:text('plan.actions')"/></th>
            <th scope="col"><xsl:value-of select="$t:risk-target-word"/></th>
            <th scope="col"><xsl:value-of select="t:text('plan.approved')"/></th>
            <th scope="col"><xsl:value-of select="t:text('plan.acceptance')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$t:risk-rows" mode="m:plan-row">
            <xsl:sort select="t:risk-level(., 'current')" data-type="number" order="descending"/>
            <xsl:sort select="t:risk-level(., 'target')" data-type="number" order="descending"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:plan-row: a risk. -->
  <xsl:template match="i:row" mode="m:plan-row">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:variable name="owner" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
    <tr>
      <xsl:call-template name="t:row-anchor"><xsl:with-param name="document" select="'risk-treatment-plan'"/></xsl:call-template>
      <xsl:call-template name="t:risk-filters"><xsl:with-param name="risk" select="$risk"/><xsl:with-param name="owner" select="$owner"/></xsl:call-template>
      <xsl:if test="$risk/@acceptance">
        <xsl:attribute name="i:acceptance"><xsl:value-of select="t:text(concat('acceptance.', $risk/@acceptance))"/></xsl:attribute>
      </xsl:if>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="'risk-treatment-plan'"/></xsl:apply-templates></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></td>
      <td><xsl:value-of select="$owner"/></td>
      <xsl:call-template name="t:level-cell">
        <xsl:with-param name="level" select="$risk/@current-level"/>
        <xsl:with-param name="band" select="$risk/@current-band"/>
        <xsl:with-param name="text" select="$risk/@current-text"/>
        <xsl:with-param name="otherwise" select="$tp:not-rated"/>
      </xsl:call-template>
      <td><xsl:value-of select="t:risk-option(.)"/></td>
      <td role="controls"><xsl:call-template name="t:plan-controls"/></td>
      <td role="actions"><xsl:call-template name="t:plan-actions-of"><xsl:with-param name="actions" select="t:risk-actions(.)"/></xsl:call-template></td>
      <xsl:call-template name="t:level-cell">
        <xsl:with-param name="level" select="$risk/@target-level"/>
        <xsl:with-param name="band" select="$risk/@target-band"/>
        <xsl:with-param name="text" select="$risk/@target-text"/>
      </xsl:call-template>
      <td><xsl:apply-templates select="." mode="m:plan-approval"/></td>
      <td role="acceptance"><xsl:apply-templates select="." mode="m:acceptance"><xsl:with-param name="risk" select="$risk"/></xsl:apply-templates></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- The controls of a risk: those that are there in one paragraph, those that are not in another, each with its state. -->
  <xsl:template name="t:plan-controls">
    <xsl:param name="here" select="'risk-treatment-plan'"/>
    <xsl:variable name="open" select="t:risk-open-controls(.)/@control"/>
    <xsl:variable name="relations" select="key('row-relation', @id)[@register = 'risks']"/>
    <xsl:variable name="there" select="$relations[not(@control = $open)]"/>
    <xsl:variable name="missing" select="$relations[@control = $open]"/>
    <xsl:if test="$there">
      <para>
        <xsl:for-each select="$there">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="key('control', @control)" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
        </xsl:for-each>
      </para>
    </xsl:if>
    <xsl:for-each select="$missing">
      <para>
        <xsl:apply-templates select="key('control', @control)" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="key('control', @control)" mode="m:badge"/>
      </para>
    </xsl:for-each>
  </xsl:template>

  <!-- The actions of a risk: those that are open, each with who and by when; those that are done or cancelled by their ids. -->
  <xsl:template name="t:plan-actions-of">
    <xsl:param name="actions"/>
    <xsl:variable name="open" select="$actions[not(contains(' done cancelled ', concat(' ', t:action-state(.), ' ')))]"/>
    <xsl:variable name="done" select="$actions[t:action-state(.) = 'done']"/>
    <xsl:apply-templates select="$open" mode="m:plan-action">
      <xsl:sort select="i:cell[@name = 'due']"/>
    </xsl:apply-templates>
    <xsl:if test="$done">
      <para role="note">
        <xsl:value-of select="concat(t:text('plan.done'), ' ')"/>
        <xsl:for-each select="$done">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:call-template name="t:action-link"/>
        </xsl:for-each>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- m:plan-action: an open action in the row of its risk. -->
  <xsl:template match="i:row" mode="m:plan-action">
    <xsl:variable name="owner" select="normalize-space(i:cell[@name = 'owner'])"/>
    <para>
      <xsl:value-of select="concat(normalize-space(i:cell[@name = 'action']), ' ')"/>
      <xsl:call-template name="t:action-badge"><xsl:with-param name="state" select="t:action-state(.)"/></xsl:call-template>
    </para>
    <para role="note">
      <xsl:call-template name="t:action-link"/>
      <xsl:if test="$owner"><xsl:value-of select="concat(', ', t:role-title($owner))"/></xsl:if>
      <xsl:if test="i:cell[@name = 'due']"><xsl:value-of select="concat(', ', t:text('plan.due', t:short-date(i:cell[@name = 'due'])))"/></xsl:if>
    </para>
  </xsl:template>

  <!-- An action by its id, which leads to its row below. -->
  <xsl:template name="t:action-link">
    <xsl:choose>
      <xsl:when test="tp:row-name(@id) != ''"><link linkend="risk-treatment-plan.action.row.{@id}"><xsl:value-of select="@id"/></link></xsl:when>
      <xsl:otherwise><xsl:value-of select="@id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The state of an action, in the colours that controls have. -->
  <xsl:template name="t:action-badge">
    <xsl:param name="state"/>
    <xsl:call-template name="t:badge">
      <xsl:with-param name="state" select="substring-before(substring-after(' done=implemented cancelled=excluded overdue=gap in-progress=partial planned=planned ', concat(' ', $state, '=')), ' ')"/>
      <xsl:with-param name="text" select="t:text(concat('action.', $state))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:plan-approval, text: when the owner approved the plan. -->
  <xsl:template match="i:row" mode="m:plan-approval">
    <xsl:variable name="on" select="i:cell[@name = 'plan-approved-on']"/>
    <xsl:choose>
      <xsl:when test="$on">
        <xsl:attribute name="i:sort"><xsl:value-of select="$on"/></xsl:attribute>
        <xsl:value-of select="t:short-date($on)"/>
      </xsl:when>
      <xsl:when test="normalize-space(i:cell[@name = 'option']) = 'retain'"><xsl:value-of select="t:text('plan.no-plan')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('plan.not-approved')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:acceptance, blocks: how acceptance stands, of which level, by whom, until when, and what is wrong with it. -->
  <xsl:template match="i:row" mode="m:acceptance">
    <xsl:param name="risk" select="t:risk(.)"/>
    <xsl:variable name="state" select="string($risk/@acceptance)"/>
    <xsl:if test="$state">
      <para>
        <xsl:choose>
          <xsl:when test="$state = 'within' and $risk/@above"><xsl:value-of select="t:text('acceptance.within-then')"/></xsl:when>
          <xsl:when test="$state = 'within'"><xsl:value-of select="t:text('acceptance.within')"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="t:badge">
              <xsl:with-param name="state" select="substring-before(substring-after(' accepted=approved ahead=planned needed=undecided expired=gap exceeded=gap changed=gap ', concat(' ', $state, '=')), ' ')"/>
              <xsl:with-param name="text" select="t:text(concat('acceptance.', $state))"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </para>
      <xsl:if test="$state != 'within' and $state != 'needed'">
        <para role="note">
          <xsl:value-of select="t:text('acceptance.on', t:short-date(i:cell[@name = 'accepted-on']))"/>
          <xsl:if test="i:cell[@name = 'accepted-level']">
            <xsl:value-of select="concat(', ', t:text('acceptance.level', i:cell[@name = 'accepted-level']))"/>
          </xsl:if>
          <xsl:if test="i:cell[@name = 'accept-until']">
            <xsl:value-of select="concat(', ', t:text('acceptance.until', t:short-date(i:cell[@name = 'accept-until'])))"/>
          </xsl:if>
          <xsl:apply-templates select="i:cell[@name = 'accepted-by']" mode="m:acceptance"/>
        </para>
      </xsl:if>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:cell" mode="m:acceptance">
    <xsl:text>, </xsl:text>
    <xsl:for-each select="t:values(.)">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="t:role-title(normalize-space(.))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- All actions: what is open by date, then what is done. -->
  <xsl:template name="t:plan-actions">
    <xsl:if test="$t:actions">
      <section>
        <xsl:attribute name="xml:id">risk-treatment-plan.actions</xsl:attribute>
        <title><xsl:value-of select="t:text('plan.by-date')"/></title>
        <informaltable role="filter">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('plan.id')"/></th>
              <th scope="col"><xsl:value-of select="t:text('plan.action')"/></th>
              <th scope="col"><xsl:value-of select="t:text('risk.risks')"/></th>
              <th scope="col"><xsl:value-of select="t:text('plan.controls')"/></th>
              <th scope="col"><xsl:value-of select="t:text('risk.owner')"/></th>
              <th scope="col"><xsl:value-of select="t:text('plan.state')"/></th>
              <th scope="col"><xsl:value-of select="t:text('plan.due-date')"/></th>
              <th scope="col"><xsl:value-of select="t:text('plan.done-date')"/></th>
              <th scope="col"><xsl:value-of select="t:text('plan.evidence')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$t:actions" mode="m:action-row">
              <xsl:sort select="contains(' done cancelled ', concat(' ', t:action-state(.), ' '))"/>
              <xsl:sort select="i:cell[@name = 'due']"/>
            </xsl:apply-templates>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- m:action-row: an action. -->
  <xsl:template match="i:row" mode="m:action-row">
    <xsl:variable name="state" select="t:action-state(.)"/>
    <xsl:variable name="owner" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
    <xsl:variable name="due" select="i:cell[@name = 'due']"/>
    <xsl:variable name="done" select="i:cell[@name = 'done-on' or @name = 'done'][1]"/>
    <tr>
      <xsl:call-template name="t:row-anchor"><xsl:with-param name="document" select="'risk-treatment-plan.action'"/></xsl:call-template>
      <xsl:attribute name="i:state"><xsl:value-of select="t:text(concat('action.', $state))"/></xsl:attribute>
      <xsl:attribute name="i:owner"><xsl:value-of select="$owner"/></xsl:attribute>
      <th scope="row"><xsl:value-of select="@id"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'action'])"/></td>
      <td>
        <xsl:for-each select="i:cell[@name = 'risk' or @name = 'risks'][not(i:value)] | i:cell[@name = 'risk' or @name = 'risks']/i:value">
          <xsl:variable name="row" select="key('row-by-id', normalize-space(.))[../@name = 'risks']"/>
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="$row" mode="m:link"><xsl:with-param name="here" select="'risk-treatment-plan'"/></xsl:apply-templates>
          <xsl:if test="not($row)"><xsl:value-of select="normalize-space(.)"/></xsl:if>
        </xsl:for-each>
      </td>
      <td role="controls">
        <xsl:for-each select="i:cell[@name = 'control' or @name = 'controls']/i:value">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:apply-templates select="key('control', @ref)" mode="m:link"/>
          <xsl:if test="not(key('control', @ref))"><xsl:value-of select="."/></xsl:if>
        </xsl:for-each>
      </td>
      <td><xsl:value-of select="$owner"/></td>
      <td><xsl:call-template name="t:action-badge"><xsl:with-param name="state" select="$state"/></xsl:call-template></td>
      <td>
        <xsl:if test="$due">
          <xsl:attribute name="i:sort"><xsl:value-of select="$due"/></xsl:attribute>
          <xsl:value-of select="t:short-date($due)"/>
        </xsl:if>
      </td>
      <td>
        <xsl:if test="$done">
          <xsl:attribute name="i:sort"><xsl:value-of select="$done"/></xsl:attribute>
          <xsl:value-of select="t:short-date($done)"/>
        </xsl:if>
      </td>
      <td role="evidence"><xsl:apply-templates select="i:cell[@name = 'evidence']" mode="m:cell"><xsl:with-param name="here" select="'risk-treatment-plan'"/></xsl:apply-templates></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
