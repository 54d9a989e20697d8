<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about documents: owner, approver, version, approval, review. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="tp m r t">

  <i:rule code="documented-information-missing" level="warning" basis="clause" clause="7.5.1"/>
  <i:rule code="document-without-owner" level="warning" basis="practice"/>
  <i:rule code="document-without-approver" level="warning" basis="clause" clause="7.5.2"/>
  <i:rule code="document-without-version" level="warning" basis="clause" clause="7.5.2"/>
  <i:rule code="document-not-approved" level="warning" basis="clause" clause="7.5.2"/>
  <i:rule code="approval-pending" level="warning" basis="clause" clause="7.5.3"/>
  <i:rule code="approval-minor" level="info" basis="practice"/>
  <i:rule code="approved-text-missing" level="error" basis="clause" clause="7.5.3"/>
  <i:rule code="approved-text-changed" level="error" basis="clause" clause="7.5.3"/>
  <i:rule code="approved-text-lost" level="warning" basis="practice"/>
  <i:rule code="approved-text-unknown" level="info" basis="practice"/>
  <i:rule code="same-owner-approver" level="warning" basis="practice"/>
  <i:rule code="approved-by-other" level="warning" basis="practice"/>
  <i:rule code="external-check-overdue" level="warning" dates="true" basis="clause" clause="7.5.3"/>
  <i:rule code="document-review-overdue" level="warning" dates="true" basis="practice"/>

  <!-- A finding about the document that is the context: finding.CODE with {a} its title, {b} given. -->
  <xsl:template name="t:document-finding">
    <xsl:param name="code"/>
    <xsl:param name="level" select="''"/>
    <xsl:param name="basis" select="''"/>
    <xsl:param name="calendar" select="''"/>
    <xsl:param name="b"/>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="$code"/>
      <xsl:with-param name="level" select="$level"/>
      <xsl:with-param name="basis" select="$basis"/>
      <xsl:with-param name="calendar" select="$calendar"/>
      <xsl:with-param name="text" select="t:text(concat('finding.', $code), @title, $b, @id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:document-without-owner">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'document-without-owner'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:document-without-approver">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'document-without-approver'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:document-without-version">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'document-without-version'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:document-not-approved">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'document-not-approved'"/>
      <xsl:with-param name="b" select="concat(@approver, substring('ROLE', 1 div not(@approver)))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A changed text beside the version in force; one that is approved for a later day waits for nobody. -->
  <xsl:template match="i:document" mode="r:approval-pending">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'approval-pending'"/>
      <xsl:with-param name="b" select="i:version[@current = 'true']/@version"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:approval-minor">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'approval-minor'"/>
      <xsl:with-param name="b" select="i:version[@current = 'true']/@version"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:approved-text-missing">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'approved-text-missing'"/>
      <xsl:with-param name="b" select="i:version[@current = 'true']/@version"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:approved-text-changed">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'approved-text-changed'"/>
      <xsl:with-param name="b" select="i:version[@current = 'true']/@version"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:approved-text-lost">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'approved-text-lost'"/>
      <xsl:with-param name="b" select="i:version[@current = 'true']/@version"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:approved-text-unknown">
    <xsl:call-template name="t:document-finding">
      <xsl:with-param name="code" select="'approved-text-unknown'"/>
      <xsl:with-param name="b" select="i:version[@current = 'true']/@version"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="r:document-review-overdue">
    <xsl:variable name="review" select="t:next-review(.)"/>
    <xsl:if test="translate($review, '-', '') &lt; $t:now">
      <xsl:call-template name="t:document-finding">
        <xsl:with-param name="code" select="'document-review-overdue'"/>
        <xsl:with-param name="b" select="$review"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- One role, or two that one person holds. -->
  <xsl:template match="i:document" mode="r:same-owner-approver">
    <xsl:variable name="owner" select="key('role', @owner)"/>
    <xsl:variable name="approver" select="key('role', @approver)"/>
    <xsl:if test="@owner = @approver or ($owner/@holder and normalize-space($owner/@holder) = normalize-space($approver/@holder))">
      <xsl:call-template name="t:document-finding">
        <xsl:with-param name="code" select="'same-owner-approver'"/>
        <xsl:with-param name="b" select="string(($owner/@holder | $owner/@title[not($owner/@holder)])[1])"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:version" mode="r:approved-by-other">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'approved-by-other'"/>
      <xsl:with-param name="text" select="t:text('finding.approved-by-other', concat('&quot;', ../@title, '&quot; ', @version), t:role-title(@role), t:role-title(../@approver))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A standard, contract or certificate: is the edition that we keep the one that counts? -->
  <xsl:template match="i:row" mode="r:external-check-overdue">
    <xsl:variable name="due" select="t:external-check(.)"/>
    <xsl:if test="not($due) or translate($due, '-', '') &lt; $t:now">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'external-check-overdue'"/>
        <xsl:with-param name="text" select="t:text(concat('finding.external-check-', substring('overdue', 1 div boolean($due)), substring('never', 1 div not($due))),
                                                   normalize-space(concat(@id, ' ', i:cell[@name = 'title'])), $due)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Documented information that a requirement demands, and that neither a document, a register, a record nor evidence is. -->
  <xsl:template match="i:prop" mode="r:documented-information-missing">
    <xsl:if test="not(key('implements', ../@ref) or key('proves', ../@ref) or key('relation', ../@ref)[@register != 'reviews']
                      or t:documented-rows(.) or (@value = 'Statement of Applicability' and key('document', 'statement-of-applicability')))">
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'documented-information-missing'"/>
        <xsl:with-param name="node" select="(key('answer', ../@ref)[@i:src] | .)[last()]"/>
        <xsl:with-param name="control" select="../@ref"/>
        <xsl:with-param name="text" select="t:text('finding.documented-information-missing', concat(../@label, ' ', ../@title), @value)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
