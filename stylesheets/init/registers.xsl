<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers with their header rows. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:template match="i:dossier" mode="m:registers">
    <i:file path="registers/risks.csv" method="text">id,title,scenario,owner,current-likelihood,current-impact,option,target-likelihood,target-impact,controls<xsl:text>&#10;</xsl:text></i:file>
    <i:file path="registers/legal.csv" method="text">id,title,kind,obligation,owner,controls<xsl:text>&#10;</xsl:text></i:file>
    <i:file path="registers/evidence.csv" method="text">id,title,kind,where,owner,collected-on,covers-from,covers-to,controls<xsl:text>&#10;</xsl:text></i:file>
    <i:file path="registers/reviews.csv" method="text">id,controls,documents,reviewed-on,by,result<xsl:text>&#10;</xsl:text></i:file>
    <i:file path="registers/approvals.csv" method="text">document,version,sha256,change,summary,role,person,approved-on,effective-on,method,reference<xsl:text>&#10;</xsl:text></i:file>
    <i:file path="registers/suppliers.csv" method="text">id,title,service,reaches,owner,agreement,assurance,valid-until<xsl:text>&#10;</xsl:text></i:file>
    <i:file path="registers/measures.csv" method="text">id,title,method,when,by,threshold,last-value,last-on,controls<xsl:text>&#10;</xsl:text></i:file>
    <xsl:call-template name="t:user-registers"/>
  </xsl:template>

  <!-- Hook: more files in a new folder. -->
  <xsl:template name="t:user-registers"/>

</xsl:stylesheet>
