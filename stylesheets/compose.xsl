<?xml version="1.0" encoding="UTF-8"?>
<!-- Dossier in, i:result out: one DocBook article per document, the book of them, the search index, findings. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/messages.xsl"/>
  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/further-keys.xsl"/>
  <xsl:include href="common/documented.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/catalogs.xsl"/>
  <xsl:include href="common/soa.xsl"/>
  <xsl:include href="common/reviews.xsl"/>
  <xsl:include href="common/actions.xsl"/>
  <xsl:include href="common/risk.xsl"/>
  <xsl:include href="common/owners.xsl"/>
  <xsl:include href="common/unhandled.xsl"/>
  <xsl:include href="common/taken.xsl"/>

  <xsl:include href="compose/declared.xsl"/>
  <xsl:include href="compose/article.xsl"/>
  <xsl:include href="compose/control-block.xsl"/>
  <xsl:include href="compose/changes.xsl"/>
  <xsl:include href="compose/prose.xsl"/>
  <xsl:include href="compose/insert.xsl"/>
  <xsl:include href="compose/findings.xsl"/>
  <xsl:include href="compose/operated.xsl"/>
  <xsl:include href="compose/register.xsl"/>
  <xsl:include href="compose/tally.xsl"/>
  <xsl:include href="compose/soa.xsl"/>
  <xsl:include href="compose/soa-row.xsl"/>
  <xsl:include href="compose/soa-proof.xsl"/>
  <xsl:include href="compose/customer-copy.xsl"/>
  <xsl:include href="compose/handbook.xsl"/>
  <xsl:include href="compose/decision.xsl"/>
  <xsl:include href="compose/parts.xsl"/>
  <xsl:include href="compose/trace.xsl"/>
  <xsl:include href="compose/clause-index.xsl"/>
  <xsl:include href="compose/attributes.xsl"/>
  <xsl:include href="compose/open-points.xsl"/>
  <xsl:include href="compose/audit-coverage.xsl"/>
  <xsl:include href="compose/audit-checklist.xsl"/>
  <xsl:include href="compose/evidence-index.xsl"/>
  <xsl:include href="compose/traceability-matrix.xsl"/>
  <xsl:include href="compose/history.xsl"/>
  <xsl:include href="compose/records.xsl"/>
  <xsl:include href="compose/register-document.xsl"/>
  <xsl:include href="compose/chart.xsl"/>
  <xsl:include href="compose/management-review-input.xsl"/>
  <xsl:include href="compose/incidents-summary.xsl"/>
  <xsl:include href="compose/nonconformities.xsl"/>
  <xsl:include href="compose/objectives-report.xsl"/>
  <xsl:include href="compose/training.xsl"/>
  <xsl:include href="compose/exceptions.xsl"/>
  <xsl:include href="compose/asset-register.xsl"/>
  <xsl:include href="compose/further-registers.xsl"/>
  <xsl:include href="compose/legal-register.xsl"/>
  <xsl:include href="compose/supplier-register.xsl"/>
  <xsl:include href="compose/document-register.xsl"/>
  <xsl:include href="compose/risk.xsl"/>
  <xsl:include href="compose/heat-map.xsl"/>
  <xsl:include href="compose/drawing.xsl"/>
  <xsl:include href="compose/risk-assessment.xsl"/>
  <xsl:include href="compose/risk-treatment-plan.xsl"/>
  <xsl:include href="compose/risk-control-matrix.xsl"/>
  <xsl:include href="compose/dashboard.xsl"/>
  <xsl:include href="compose/start-page.xsl"/>
  <xsl:include href="compose/owner-sheet.xsl"/>
  <xsl:include href="compose/book.xsl"/>
  <xsl:include href="compose/search.xsl"/>

  <xsl:template match="/">
    <i:result>
      <xsl:apply-templates select="i:dossier" mode="m:files"/>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
