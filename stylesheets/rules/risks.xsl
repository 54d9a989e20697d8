<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about risks and their treatment. Levels, bands and acceptance come from common/risk.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="m r t tp">

  <i:rule code="risk-method-missing" level="warning" basis="clause" clause="6.1.2 a"/>
  <i:rule code="risk-without-owner" level="error" basis="clause" clause="6.1.2 c"/>
  <i:rule code="risk-without-level" level="warning" basis="clause" clause="6.1.2 d"/>
  <i:rule code="risk-off-scale" level="error" basis="rule"/>
  <i:rule code="risk-above-acceptance-without-treatment" level="error" basis="clause" clause="6.1.3"/>
  <i:rule code="risk-plan-not-approved" level="warning" basis="clause" clause="6.1.3 f"/>
  <i:rule code="risk-not-accepted" level="warning" basis="clause" clause="6.1.3 f"/>
  <i:rule code="acceptance-lapsed" level="warning" basis="clause" clause="6.1.3 f"/>
  <i:rule code="acceptance-not-by-owner" level="warning" basis="clause" clause="6.1.3 f"/>
  <i:rule code="acceptance-not-countersigned" level="warning" basis="rule"/>
  <i:rule code="target-above-current" level="warning" basis="practice"/>
  <i:rule code="target-relies-on-unimplemented" level="info" basis="practice"/>
  <i:rule code="risk-review-overdue" level="warning" dates="true" basis="clause" clause="8.2"/>
  <i:rule code="treatment-overdue" level="warning" dates="true" basis="clause" clause="6.1.3 e"/>
  <i:rule code="treatment-without-owner" level="warning" basis="clause" clause="6.1.3 e"/>

  <!-- A level for a message: as a number, or as the name of its band; $text is the word that the register has in its place. -->
  <func:function name="tp:say">
    <xsl:param name="level"/>
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="string($text)"><func:result select="string($text)"/></xsl:when>
      <xsl:when test="$t:risk-method/@levels = 'words'"><func:result select="string(t:risk-band(number($level))/@name)"/></xsl:when>
      <xsl:otherwise><func:result select="string($level)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Once, at the first risk: there is no method, or no level up to which risks are accepted. -->
  <xsl:template match="i:row" mode="r:risk-method-missing">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'risk-method-missing'"/>
      <xsl:with-param name="row" select="/.."/>
      <xsl:with-param name="text" select="t:text('finding.risk-method-missing')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:risk-without-owner">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'risk-without-owner'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:risk-without-level">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'risk-without-level'"/>
      <xsl:with-param name="key" select="concat('finding.risk-without-level', substring('-given', 1 div ($t:risk-method/@method = 'given')))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A rating is a value or a word of its scale, or an amount where the scale has limits; a level is a number or the name of a band. -->
  <xsl:template match="i:cell" mode="r:risk-off-scale">
    <xsl:variable name="part" select="substring-after(@name, '-')"/>
    <xsl:variable name="scale" select="concat(substring('likelihood', 1 div ($part = 'likelihood')), substring('impact', 1 div ($part != 'likelihood')))"/>
    <xsl:variable name="levels" select="$t:risk-method/i:level[@scale = $scale]"/>
    <xsl:variable name="value" select="tp:rating(string(.), $levels)"/>
    <xsl:if test="$levels and not($value = $value)">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'risk-off-scale'"/>
        <xsl:with-param name="text" select="t:text('finding.risk-off-scale', ../@id, concat(@name, ' ', .), t:join($levels/@value))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:cell[@name = 'inherent-level' or @name = 'current-level' or @name = 'target-level' or @name = 'accepted-level']" mode="r:risk-off-scale" priority="1">
    <xsl:variable name="value" select="tp:level-number(string(.))"/>
    <xsl:variable name="words" select="$t:risk-method/@levels = 'words'"/>
    <xsl:if test="not($value &gt;= 0)">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'risk-off-scale'"/>
        <xsl:with-param name="text" select="t:text(concat('finding.risk-off-scale-', substring('word', 1 div $words), substring('level', 1 div not($words))), ../@id, concat(@name, ' ', .), t:join($t:risk-bands/@name))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:row" mode="r:risk-above-acceptance-without-treatment">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'risk-above-acceptance-without-treatment'"/>
      <xsl:with-param name="b" select="tp:say($risk/@current-level, $risk/@current-text)"/>
      <xsl:with-param name="c" select="tp:say($t:risk-accept)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:risk-plan-not-approved">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'risk-plan-not-approved'"/>
      <xsl:with-param name="b" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:risk-not-accepted">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'risk-not-accepted'"/>
      <xsl:with-param name="b" select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/>
      <xsl:with-param name="c" select="tp:say(t:risk(.)/@remains)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Only the first of three reasons is one that the calendar makes. -->
  <xsl:template match="i:row" mode="r:acceptance-lapsed">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:variable name="expired" select="$risk/@acceptance = 'expired'"/>
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'acceptance-lapsed'"/>
      <xsl:with-param name="calendar" select="$expired"/>
      <xsl:with-param name="key" select="concat('finding.acceptance-', $risk/@acceptance)"/>
      <xsl:with-param name="b" select="concat(substring(i:cell[@name = 'accept-until'], 1 div $expired), substring(i:cell[@name = 'accepted-on'], 1 div not($expired)))"/>
      <xsl:with-param name="c" select="tp:say($risk/@remains)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The column that names who approved or accepted; the owner must be among them. -->
  <xsl:template match="i:cell" mode="r:acceptance-not-by-owner">
    <xsl:variable name="owner" select="normalize-space(../i:cell[@name = 'owner'])"/>
    <xsl:if test="$owner and not(t:values(.)[normalize-space(.) = $owner])">
      <xsl:variable name="name" select="@name"/>
      <xsl:variable name="said" select="t:join(t:values(.))"/>
      <xsl:for-each select="..">
        <xsl:call-template name="t:row-finding">
          <xsl:with-param name="code" select="'acceptance-not-by-owner'"/>
          <xsl:with-param name="key" select="concat('finding.', substring('plan', 1 div ($name = 'plan-approved-by')), substring('acceptance', 1 div ($name = 'accepted-by')), '-not-by-owner')"/>
          <xsl:with-param name="b" select="$said"/>
          <xsl:with-param name="c" select="$owner"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- An acceptance of a level whose band names a role besides the owner, or nobody. -->
  <xsl:template match="i:row" mode="r:acceptance-not-countersigned">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:variable name="accepted" select="tp:level-number(string(i:cell[@name = 'accepted-level']))"/>
    <xsl:variable name="band" select="t:risk-band($accepted) | t:risk-band(number($risk/@remains))[not($accepted = $accepted)]"/>
    <xsl:variable name="role" select="string($band/@accept)"/>
    <xsl:choose>
      <xsl:when test="not($band) or $band/@unstated or not($t:risk-bands/@accept) or $role = 'risk-owner' or $role = normalize-space(i:cell[@name = 'owner'])
                      or t:values(i:cell[@name = 'accepted-by'])[normalize-space(.) = $role]"/>
      <xsl:otherwise>
        <xsl:call-template name="t:row-finding">
          <xsl:with-param name="code" select="'acceptance-not-countersigned'"/>
          <xsl:with-param name="key" select="concat('finding.acceptance-not-', substring('countersigned', 1 div boolean($role)), substring('allowed', 1 div not($role)))"/>
          <xsl:with-param name="b" select="$band/@name"/>
          <xsl:with-param name="c" select="$role"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:row" mode="r:target-above-current">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'target-above-current'"/>
      <xsl:with-param name="b" select="tp:say($risk/@target-level, $risk/@target-text)"/>
      <xsl:with-param name="c" select="tp:say($risk/@current-level, $risk/@current-text)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:target-relies-on-unimplemented">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:variable name="things" select="key('control', t:risk-open-controls(.)/@control)/@label | t:risk-open-actions(.)/@id"/>
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'target-relies-on-unimplemented'"/>
      <xsl:with-param name="key" select="concat('finding.target-relies-on-', substring('unimplemented', 1 div boolean($things)), substring('nothing', 1 div not($things)))"/>
      <xsl:with-param name="b" select="tp:say($risk/@target-level, $risk/@target-text)"/>
      <xsl:with-param name="c" select="t:join($things)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:treatment-overdue">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'treatment-overdue'"/>
      <xsl:with-param name="text" select="t:text('finding.treatment-overdue', normalize-space(concat(@id, ' ', i:cell[@name = 'action'])), i:cell[@name = 'due'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:treatment-without-owner">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'treatment-without-owner'"/>
      <xsl:with-param name="text" select="t:text('finding.treatment-without-owner', normalize-space(concat(@id, ' ', i:cell[@name = 'action'])))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The latest day on which anybody looked at a risk. -->
  <xsl:template match="i:row" mode="r:risk-review-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'risk-review-overdue'"/>
      <xsl:with-param name="b" select="t:latest(i:cell[@name = 'reviewed-on' or @name = 'accepted-on' or @name = 'plan-approved-on'])"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
