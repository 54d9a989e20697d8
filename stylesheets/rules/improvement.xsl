<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about measuring, auditing and improving: objectives, measures, audits, findings, reviews, nonconformities, incidents. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:str="http://exslt.org/strings"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m r str t tp">

  <xsl:key name="measurement" match="/i:dossier/i:registers/i:register[@name = 'measurements']/i:row" use="i:cell[@name = 'measure']/i:value | i:cell[@name = 'measure'][not(i:value)]"/>

  <i:rule code="objective-without-measure" level="warning" basis="clause" clause="6.2"/>
  <i:rule code="objective-without-evaluation" level="warning" dates="true" basis="clause" clause="6.2"/>
  <i:rule code="objective-without-means" level="warning" basis="clause" clause="6.2"/>
  <i:rule code="measure-without-method" level="warning" basis="clause" clause="9.1"/>
  <i:rule code="measure-without-value" level="warning" basis="clause" clause="9.1"/>
  <i:rule code="measure-overdue" level="warning" dates="true" basis="clause" clause="9.1"/>
  <i:rule code="audit-none" level="warning" dates="true" basis="clause" clause="9.2.1"/>
  <i:rule code="audit-own-work" level="warning" basis="clause" clause="9.2.2"/>
  <i:rule code="management-review-overdue" level="warning" dates="true" basis="clause" clause="9.3.1"/>
  <i:rule code="audit-overdue" level="warning" dates="true" basis="clause" clause="9.2.2"/>
  <i:rule code="audit-without-report" level="warning" dates="true" basis="clause" clause="9.2.2"/>
  <i:rule code="audit-finding-without-cause" level="warning" basis="clause" clause="10.2"/>
  <i:rule code="audit-finding-overdue" level="warning" dates="true" basis="clause" clause="10.2"/>
  <i:rule code="audit-finding-without-check" level="warning" dates="true" basis="clause" clause="10.2"/>
  <i:rule code="management-review-without-minutes" level="warning" dates="true" basis="clause" clause="9.3.3"/>
  <i:rule code="nonconformity-without-cause" level="warning" basis="clause" clause="10.2"/>
  <i:rule code="nonconformity-cause-late" level="warning" dates="true" basis="clause" clause="10.2"/>
  <i:rule code="nonconformity-overdue" level="warning" dates="true" basis="clause" clause="10.2"/>
  <i:rule code="nonconformity-without-action" level="warning" basis="clause" clause="10.2"/>
  <i:rule code="nonconformity-without-check" level="warning" dates="true" basis="clause" clause="10.2"/>
  <i:rule code="incident-without-lesson" level="warning" basis="clause" clause="A.5.27"/>
  <i:rule code="incident-open" level="warning" dates="true" basis="practice"/>
  <i:rule code="opportunity-overdue" level="warning" dates="true" basis="clause" clause="6.1.1"/>
  <i:rule code="opportunity-without-effectiveness" level="warning" basis="clause" clause="6.1.1"/>
  <i:rule code="change-without-consequences" level="warning" basis="clause" clause="6.3"/>
  <i:rule code="change-overdue" level="warning" dates="true" basis="clause" clause="6.3"/>

  <xsl:template match="i:row" mode="r:objective-without-measure">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'objective-without-measure'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:objective-without-evaluation">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'objective-without-evaluation'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'due'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:objective-without-means">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'objective-without-means'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:measure-without-method">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'measure-without-method'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:measure-without-value">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'measure-without-value'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:audit-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'audit-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'planned-for'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:audit-without-report">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'audit-without-report'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'held-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:audit-finding-without-cause">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'audit-finding-without-cause'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:audit-finding-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'audit-finding-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'due'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:audit-finding-without-check">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'audit-finding-without-check'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'closed-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:management-review-without-minutes">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'management-review-without-minutes'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'held-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:nonconformity-without-cause">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'nonconformity-without-cause'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:nonconformity-cause-late">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'nonconformity-cause-late'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'found-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:nonconformity-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'nonconformity-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'due'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:nonconformity-without-action">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'nonconformity-without-action'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:nonconformity-without-check">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'nonconformity-without-check'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'closed-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:incident-without-lesson">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'incident-without-lesson'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:incident-open">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'incident-open'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'noticed-on'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:opportunity-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'opportunity-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'due'])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:opportunity-without-effectiveness">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'opportunity-without-effectiveness'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:change-without-consequences">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'change-without-consequences'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:row" mode="r:change-overdue">
    <xsl:call-template name="t:row-finding">
      <xsl:with-param name="code" select="'change-overdue'"/>
      <xsl:with-param name="b" select="string(i:cell[@name = 'planned-for'])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- No internal audit, no management review for a year, though a register of them is kept. -->
  <xsl:template match="i:register" mode="r:audit-none">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'audit-none'"/>
      <xsl:with-param name="text" select="t:text('finding.audit-none', t:latest(i:row/i:cell[@name = 'held-on']))"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register" mode="r:management-review-overdue">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'management-review-overdue'"/>
      <xsl:with-param name="text" select="t:text('finding.management-review-overdue', t:latest(i:row/i:cell[@name = 'held-on']))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An auditor who owns an answer that the audit covers, as the same role or as the same person. -->
  <xsl:template match="i:row" mode="r:audit-own-work">
    <xsl:variable name="auditor" select="string(i:cell[@name = 'auditor'])"/>
    <xsl:variable name="person" select="concat(key('role', $auditor)/@holder, substring($auditor, 1 div not(key('role', $auditor))))"/>
    <xsl:variable name="answers" select="key('answer', i:cell[@name = 'controls' or @name = 'control']/i:value/@ref)"/>
    <xsl:variable name="own" select="$answers[@owner = $auditor or ($person != '' and key('role', @owner)/@holder = $person)]"/>
    <xsl:if test="$own">
      <xsl:call-template name="t:row-finding">
        <xsl:with-param name="code" select="'audit-own-work'"/>
        <xsl:with-param name="b" select="t:role-title($auditor)"/>
        <xsl:with-param name="c" select="t:join(key('control', $own/@control)/@label)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A measure that is taken less often than it says; a month of grace. What "when" means in months stands in gentext. -->
  <xsl:variable name="tp:periods" select="str:tokenize(t:text('rules.periods'), '|')"/>
  <xsl:template match="i:row" mode="r:measure-overdue">
    <xsl:variable name="when" select="t:plain(i:cell[@name = 'when'])"/>
    <xsl:variable name="months" select="number(substring-after($tp:periods[substring-before(., '=') = $when], '='))"/>
    <xsl:variable name="last" select="t:latest(i:cell[@name = 'last-on'] | key('measurement', @id)/i:cell[@name = 'measured-on'])"/>
    <xsl:if test="$months &gt; 0 and $last != '' and translate(t:add-months($last, $months + 1), '-', '') &lt; $t:now">
      <xsl:call-template name="t:row-finding">
        <xsl:with-param name="code" select="'measure-overdue'"/>
        <xsl:with-param name="b" select="string(i:cell[@name = 'when'])"/>
        <xsl:with-param name="c" select="$last"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
