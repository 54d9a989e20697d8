<?xml version="1.0" encoding="UTF-8"?>
<!-- What composing declares: the directives that it resolves, and the derived documents in the order in which lists have them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                exclude-result-prefixes="i">

  <i:directive name="role" place="inline"/>
  <i:directive name="control" place="inline"/>
  <i:directive name="document" place="inline"/>
  <i:directive name="rule" place="inline"/>
  <i:directive name="date" place="inline"/>
  <i:directive name="answers" place="block"/>
  <i:directive name="answer" place="block"/>
  <i:directive name="register" place="block"/>
  <i:directive name="versions" place="block"/>
  <i:directive name="scope" place="block"/>
  <i:directive name="risk-scales" place="block"/>

  <i:derived id="start-page" type="dashboard" instead-of="dashboard" owner="ciso" audience="public" title="Overview"/>
  <i:derived id="dashboard" type="dashboard" owner="ciso" audience="management" title="Overview"/>
  <i:derived id="risk-control-matrix" type="matrix" owner="ciso" audience="auditor" title="Risks and controls"/>
  <i:derived id="risk-treatment-plan" type="plan" owner="ciso" audience="management" title="Risk treatment plan"/>
  <i:derived id="risk-assessment" type="assessment" owner="ciso" audience="management" title="Risk assessment"/>
  <i:derived id="document-register" type="register" owner="ciso" audience="staff" title="Document register"/>
  <i:derived id="supplier-register" type="register" owner="ciso" audience="management" registers="suppliers" title="Supplier register"/>
  <i:derived id="legal-register" type="register" owner="ciso" audience="management" registers="legal" title="Legal register"/>
  <i:derived id="further-registers" type="register" owner="ciso" audience="management" title="Further registers"
             registers="! acknowledgements approvals assets audit-findings audits competence evidence exceptions incidents interested-parties issues legal management-reviews measurements measures nonconformities objectives opportunities risks suppliers training treatment"/>
  <i:derived id="asset-register" type="register" owner="ciso" audience="management" registers="assets" title="Asset register"/>
  <i:derived id="exceptions" type="register" owner="ciso" audience="management" registers="exceptions" title="Exceptions"/>
  <i:derived id="training" type="register" owner="ciso" audience="management" registers="training competence acknowledgements" title="Training and competence"/>
  <i:derived id="objectives-report" type="report" owner="ciso" audience="management" registers="objectives measures measurements" title="Objectives and measurement results"/>
  <i:derived id="nonconformities" type="register" owner="ciso" audience="management" registers="nonconformities audit-findings" title="Nonconformities and corrective actions"/>
  <i:derived id="incidents-summary" type="report" owner="ciso" audience="management" registers="incidents" title="Summary of incidents"/>
  <i:derived id="management-review-input" type="report" owner="ciso" audience="management" title="Management review: input"/>
  <i:derived id="record-index" type="register" owner="ciso" audience="auditor" needs="records" title="Record index"/>
  <i:derived id="change-history" type="register" owner="ciso" audience="auditor" needs="history" title="History of changes"/>
  <i:derived id="traceability-matrix" type="audit" owner="ciso" audience="management" title="Traceability matrix"/>
  <i:derived id="evidence-index" type="audit" owner="ciso" audience="management" title="Evidence index"/>
  <i:derived id="audit-checklist" type="audit" owner="ciso" audience="auditor" title="Audit checklist"/>
  <i:derived id="audit-coverage" type="audit" owner="ciso" audience="management" title="Audit coverage"/>
  <i:derived id="open-points" type="audit" owner="ciso" audience="auditor" title="Open points"/>
  <i:derived id="control-attributes" type="analysis" owner="ciso" audience="management" title="Controls by attribute"
             props="control-type property concept capability domain"/>
  <i:derived id="clause-index" type="index" owner="ciso" audience="management" title="Clause index"/>
  <i:derived id="control-handbook" type="handbook" owner="ciso" audience="management" title="Control handbook"/>
  <i:derived id="statement-for-customers" type="extract" owner="ciso" audience="management" title="Statement of Applicability for customers"/>
  <i:derived id="statement-of-applicability" type="statement" owner="ciso" approver="top-management" audience="management" title="Statement of Applicability"/>

</xsl:stylesheet>
