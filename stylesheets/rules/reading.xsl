<?xml version="1.0" encoding="UTF-8"?>
<!-- What reading warns of (the warnings of src/diag.h), declared as rules, so that isms.yaml can change their levels too. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier">

  <i:rule code="heading-level" level="warning" basis="practice"/>
  <i:rule code="raw-html" level="warning" basis="practice"/>
  <i:rule code="link-scheme" level="warning" basis="practice"/>
  <i:rule code="link-target" level="warning" basis="practice"/>
  <i:rule code="not-built" level="warning" basis="practice"/>
  <i:rule code="approver" level="warning" basis="practice"/>
  <i:rule code="supersession" level="warning" basis="practice"/>
  <i:rule code="retired-cited" level="warning" basis="clause" clause="7.5.3"/>
  <i:rule code="template-changed" level="warning" basis="practice"/>
  <i:rule code="evidence-missing" level="warning" basis="practice"/>
  <i:rule code="evidence-changed" level="warning" basis="practice"/>
  <i:rule code="column-unknown" level="warning" basis="practice"/>
  <i:rule code="variable-unused" level="warning" basis="practice"/>
  <i:rule code="answer-unused" level="warning" basis="practice"/>
  <i:rule code="history" level="warning" basis="practice"/>
  <i:rule code="oscal-schema" level="warning" basis="practice"/>
  <i:rule code="oscal-duplicate" level="warning" basis="practice"/>
  <i:rule code="oscal-param" level="warning" basis="practice"/>
  <i:rule code="profile-twice" level="warning" basis="practice"/>
  <i:rule code="profile-idle" level="warning" basis="practice"/>
  <i:rule code="profile-overlap" level="warning" basis="practice"/>

</xsl:stylesheet>
