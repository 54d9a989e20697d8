<?xml version="1.0" encoding="UTF-8"?>
<!-- What was decided about a control, why, and what proves it: the middle of a control's section in the handbook. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m t tp">

  <!-- The heads of the rows, made once. -->
  <xsl:variable name="tp:head-state"><th scope="row"><xsl:value-of select="t:text('decision.state')"/></th></xsl:variable>
  <xsl:variable name="tp:head-due"><th scope="row"><xsl:value-of select="t:text('decision.due')"/></th></xsl:variable>
  <xsl:variable name="tp:head-reassess-by"><th scope="row"><xsl:value-of select="t:text('decision.reassess-by')"/></th></xsl:variable>
  <xsl:variable name="tp:head-exclusion"><th scope="row"><xsl:value-of select="t:text('decision.exclusion')"/></th></xsl:variable>
  <xsl:variable name="tp:head-risks"><th scope="row"><xsl:value-of select="t:text('decision.risks')"/></th></xsl:variable>
  <xsl:variable name="tp:head-legal"><th scope="row"><xsl:value-of select="t:text('decision.legal')"/></th></xsl:variable>
  <xsl:variable name="tp:head-parties"><th scope="row"><xsl:value-of select="t:text('decision.parties')"/></th></xsl:variable>
  <xsl:variable name="tp:head-because"><th scope="row"><xsl:value-of select="t:text('decision.because')"/></th></xsl:variable>
  <xsl:variable name="tp:head-justification"><th scope="row"><xsl:value-of select="t:text('decision.justification')"/></th></xsl:variable>
  <xsl:variable name="tp:head-owner"><th scope="row"><xsl:value-of select="t:text('decision.owner')"/></th></xsl:variable>
  <xsl:variable name="tp:head-responsibility"><th scope="row"><xsl:value-of select="t:text('decision.responsibility')"/></th></xsl:variable>
  <xsl:variable name="tp:head-role"><th scope="row"><xsl:value-of select="t:text('decision.role')"/></th></xsl:variable>
  <xsl:variable name="tp:head-reviewed-on"><th scope="row"><xsl:value-of select="t:text('decision.reviewed-on')"/></th></xsl:variable>

  <xsl:template match="i:control" mode="m:decision">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <section role="decision">
      <xsl:copy-of select="$tp:title-decision"/>
      <informaltable role="decision">
        <tbody>
          <tr>
            <xsl:copy-of select="$tp:head-state"/>
            <td><xsl:apply-templates select="." mode="m:decision-state"/></td>
          </tr>
          <xsl:apply-templates select="$answer[@decided = 'true']/@due[not(../@status = 'implemented' or ../@status = 'conforms')]" mode="m:decision-row"/>
          <xsl:apply-templates select="$answer[@applicable = 'true'][not(@due or @status = 'implemented' or i:site-part/@due)]" mode="m:decision-actions"/>
          <xsl:apply-templates select="$answer/i:exclusion" mode="m:decision-row"/>
          <xsl:apply-templates select="$answer[@decided = 'true']/@reassess-by" mode="m:decision-row"/>
          <xsl:apply-templates select="." mode="m:reason-rows"/>
          <xsl:apply-templates select="$answer/i:justification" mode="m:decision-row"/>
          <xsl:apply-templates select="$answer/@owner" mode="m:decision-row"/>
          <xsl:apply-templates select="$answer/@responsibility[. != 'own']" mode="m:decision-row"/>
          <xsl:apply-templates select="$answer/@role" mode="m:decision-row"/>
          <xsl:apply-templates select="$answer/@reviewed-on" mode="m:decision-row"/>
        </tbody>
      </informaltable>
      <xsl:apply-templates select="." mode="m:measures"/>
      <xsl:apply-templates select="." mode="m:see-audit"/>
    </section>
  </xsl:template>

  <!-- m:decision-state, text: necessary or not; of a requirement, which nobody can exclude, whether it is met. -->
  <xsl:template match="i:control" mode="m:decision-state">
    <xsl:variable name="state" select="t:state(key('answer', @ref))"/>
    <xsl:choose>
      <xsl:when test="$state = 'undecided' or $state = 'excluded'"><xsl:value-of select="t:text(concat('status.', $state))"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(t:text('decision.necessary'), ', ', t:level-or(key('answer', @ref), t:text(concat('decision.', $state))))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'requirements']//i:control" mode="m:decision-state">
    <xsl:value-of select="t:text(concat('status.', t:state(key('answer', @ref))))"/>
  </xsl:template>

  <!-- m:decision-row: a row from something that the answer says. -->
  <xsl:template match="@*" mode="m:decision-row"/>
  <xsl:template match="@due" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-due"/>
      <td><xsl:call-template name="t:deadline"/></td>
    </tr>
  </xsl:template>
  <!-- m:decision-actions: the day from the open actions of the treatment plan. -->
  <xsl:template match="i:answer" mode="m:decision-actions">
    <xsl:variable name="open" select="t:open-actions(@control)"/>
    <xsl:variable name="due" select="t:latest($open/i:cell[@name = 'due'])"/>
    <xsl:if test="$due != ''">
      <tr>
        <xsl:copy-of select="$tp:head-due"/>
        <td>
          <xsl:value-of select="concat(t:date($due), ' (', t:join($open/@id), ')')"/>
          <xsl:if test="translate($due, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@reassess-by" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-reassess-by"/>
      <td><xsl:call-template name="t:deadline"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="i:exclusion" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-exclusion"/>
      <td><xsl:value-of select="normalize-space(.)"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="i:justification" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-justification"/>
      <td><xsl:value-of select="normalize-space(.)"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="@owner" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-owner"/>
      <td><xsl:call-template name="t:role-and-holder"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="@responsibility" mode="m:decision-row">
    <xsl:variable name="provider" select="../@provider"/>
    <xsl:variable name="supplier" select="key('row', concat('suppliers ', $provider))"/>
    <tr>
      <xsl:copy-of select="$tp:head-responsibility"/>
      <td>
        <xsl:value-of select="t:word('responsibility', .)"/>
        <xsl:if test="$provider">: </xsl:if>
        <xsl:apply-templates select="$provider" mode="m:provider"/>
        <xsl:apply-templates select="$supplier/i:cell[@name = 'agreement' or @name = 'assurance' or @name = 'covers' or @name = 'valid-until']" mode="m:soa-provider"/>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="@role" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-role"/>
      <td><xsl:value-of select="t:capital(t:as(.))"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="@reviewed-on" mode="m:decision-row">
    <tr>
      <xsl:copy-of select="$tp:head-reviewed-on"/>
      <td><xsl:value-of select="t:text('decision.reviewed-by', t:date(.), t:role-title(../@reviewed-by))"/></td>
    </tr>
  </xsl:template>

  <!-- A date by which something should have happened; the context is the date. -->
  <xsl:template name="t:deadline">
    <xsl:value-of select="t:date(.)"/>
    <xsl:if test="translate(., '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
  </xsl:template>

  <!-- Why in, as the registers and decisions have it: risks, laws and contracts, decisions. -->
  <xsl:template match="i:control" mode="m:reason-rows">
    <xsl:variable name="relations" select="key('relation', @ref)"/>
    <xsl:call-template name="t:reason-row">
      <xsl:with-param name="head" select="$tp:head-risks"/>
      <xsl:with-param name="reasons" select="$relations[@register = 'risks']"/>
    </xsl:call-template>
    <xsl:call-template name="t:reason-row">
      <xsl:with-param name="head" select="$tp:head-legal"/>
      <xsl:with-param name="reasons" select="$relations[@register = 'legal']"/>
    </xsl:call-template>
    <xsl:call-template name="t:reason-row">
      <xsl:with-param name="head" select="$tp:head-parties"/>
      <xsl:with-param name="reasons" select="$relations[@register = 'interested-parties']"/>
    </xsl:call-template>
    <xsl:call-template name="t:reason-row">
      <xsl:with-param name="head" select="$tp:head-because"/>
      <xsl:with-param name="reasons" select="key('answer', @ref)/i:because"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:reason-row">
    <xsl:param name="head"/>
    <xsl:param name="reasons"/>
    <xsl:if test="$reasons">
      <tr>
        <xsl:copy-of select="$head"/>
        <td><xsl:apply-templates select="$reasons" mode="m:reason"/></td>
      </tr>
    </xsl:if>
  </xsl:template>

  <!-- m:measures: figures that show whether the control works. -->
  <xsl:template match="i:control" mode="m:measures">
    <xsl:variable name="measures" select="key('relation', @ref)[@register = 'measures']"/>
    <xsl:if test="$measures">
      <informaltable role="measures">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('decision.measure')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.threshold')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.last-value')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.last-on')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$measures">
            <xsl:variable name="row" select="key('row', concat('measures ', @row))"/>
            <tr>
              <th scope="row"><xsl:apply-templates select="$row" mode="m:title"/></th>
              <td><xsl:value-of select="$row/i:cell[@name = 'threshold']"/></td>
              <td><xsl:value-of select="$row/i:cell[@name = 'last-value']"/></td>
              <td><xsl:apply-templates select="$row/i:cell[@name = 'last-on']" mode="m:cell"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </informaltable>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="tp:evidence-head">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="t:text('decision.evidence')"/></th>
        <th scope="col"><xsl:value-of select="t:text('column.kind')"/></th>
        <th scope="col"><xsl:value-of select="t:text('column.where')"/></th>
        <th scope="col"><xsl:value-of select="t:text('decision.date')"/></th>
        <th scope="col"><xsl:value-of select="t:text('column.owner')"/></th>
      </tr>
    </thead>
  </xsl:variable>

  <!-- Evidence: each piece with what it is, where it is and what it covers; or why there is none. -->
  <xsl:template match="i:control" mode="m:handbook-evidence">
    <xsl:variable name="evidence" select="key('relation', @ref)[@register = 'evidence']"/>
    <xsl:variable name="none" select="key('answer', @ref)/i:none-because"/>
    <xsl:if test="$evidence or $none">
      <section role="evidence">
        <xsl:copy-of select="$tp:title-evidence"/>
        <xsl:if test="$none">
          <para role="note"><xsl:value-of select="t:text('soa.none-because', normalize-space($none))"/></para>
        </xsl:if>
        <xsl:if test="$evidence">
          <informaltable role="evidence">
            <xsl:copy-of select="$tp:evidence-head"/>
            <tbody>
              <xsl:apply-templates select="$evidence" mode="m:handbook-evidence"/>
            </tbody>
          </informaltable>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:relation" mode="m:handbook-evidence">
    <xsl:variable name="row" select="key('row', concat('evidence ', @row))"/>
    <tr>
      <th scope="row">
        <xsl:apply-templates select="$row" mode="m:link"/>
        <xsl:value-of select="concat(' ', $row/i:cell[@name = 'title'])"/>
      </th>
      <td><xsl:apply-templates select="$row/i:cell[@name = 'kind']" mode="m:cell"/></td>
      <td><xsl:apply-templates select="$row/i:cell[@name = 'where']" mode="m:where"/></td>
      <td><xsl:call-template name="t:evidence-dates"><xsl:with-param name="row" select="$row"/></xsl:call-template></td>
      <td><xsl:apply-templates select="$row/i:cell[@name = 'owner']" mode="m:cell"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="i:relation[not(@row)]" mode="m:handbook-evidence">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="m:file-link"/></th>
      <td/>
      <td><xsl:apply-templates select="@sha256" mode="m:where"/></td>
      <td/>
      <td/>
    </tr>
  </xsl:template>

  <!-- m:where: a place, and the digest of a file, so that a reader can tell whether it is the same one. -->
  <xsl:template match="i:cell" mode="m:where">
    <para><xsl:value-of select="."/></para>
    <xsl:apply-templates select="@sha256" mode="m:where"/>
  </xsl:template>
  <xsl:template match="@sha256" mode="m:where">
    <para role="note"><xsl:value-of select="concat('SHA-256 ', .)"/></para>
  </xsl:template>

  <!-- When a piece of evidence was collected, and what time it covers. -->
  <xsl:template name="t:evidence-dates">
    <xsl:param name="row"/>
    <xsl:variable name="collected" select="$row/i:cell[@name = 'collected-on']"/>
    <xsl:variable name="from" select="$row/i:cell[@name = 'covers-from']"/>
    <xsl:variable name="to" select="$row/i:cell[@name = 'covers-to']"/>
    <xsl:if test="$collected"><xsl:value-of select="t:short-date($collected)"/></xsl:if>
    <xsl:if test="$collected and ($from or $to)">; </xsl:if>
    <xsl:choose>
      <xsl:when test="$from and $to"><xsl:value-of select="t:text('decision.covers', t:short-date($from), t:short-date($to))"/></xsl:when>
      <xsl:when test="$to"><xsl:value-of select="t:text('decision.covers-to', t:short-date($to))"/></xsl:when>
      <xsl:when test="$from"><xsl:value-of select="t:text('decision.covers-from', t:short-date($from))"/></xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
