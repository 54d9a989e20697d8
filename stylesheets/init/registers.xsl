<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers with their header rows, and README.md beside them: CSV has no comments, so each is explained there with an example. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl m t">

  <!-- The registers that are known; those with core are in every folder, the others where a template prints them. -->
  <xsl:variable name="t:registers">
    <i:register name="risks" core="true" columns="id,title,scenario,owner,current-likelihood,current-impact,option,target-likelihood,target-impact,controls"/>
    <i:register name="treatment" columns="id,risks,action,owner,due,done-on,controls"/>
    <i:register name="legal" core="true" columns="id,title,kind,obligation,owner,controls"/>
    <i:register name="suppliers" core="true" columns="id,title,service,reaches,owner,agreement,assurance,valid-until"/>
    <i:register name="evidence" core="true" columns="id,title,kind,where,owner,collected-on,covers-from,covers-to,controls"/>
    <i:register name="assets" core="true" columns="id,title,kind,owner,classification,where"/>
    <i:register name="incidents" core="true" columns="id,title,noticed-on,noticed-by,severity,what-happened,closed-on,learned,controls"/>
    <i:register name="nonconformities" core="true" columns="id,title,found-on,source,correction,cause,action,owner,due,closed-on,effect-checked-on,controls"/>
    <i:register name="objectives" core="true" columns="id,title,measure,target,owner,resources,due,status"/>
    <i:register name="measures" core="true" columns="id,title,method,when,by,threshold,last-value,last-on,controls"/>
    <i:register name="measurements" columns="id,measure,measured-on,value,by,comment"/>
    <i:register name="reviews" core="true" columns="id,controls,documents,reviewed-on,by,result"/>
    <i:register name="approvals" core="true" columns="document,version,sha256,change,summary,role,person,approved-on,effective-on,method,reference"/>
    <i:register name="issues" columns="id,title,kind,effect,reviewed-on"/>
    <i:register name="interested-parties" columns="id,title,requirement,how-met,controls"/>
    <i:register name="opportunities" columns="id,title,benefit,action,owner,due"/>
    <i:register name="changes" columns="id,title,purpose,consequences,owner,planned-for,done-on"/>
    <i:register name="competence" columns="id,role,needs,how-known,gap,closed-by"/>
    <i:register name="training" columns="id,title,audience,given-on,by,attended,proof"/>
    <i:register name="acknowledgements" columns="id,documents,person,acknowledged-on"/>
    <i:register name="contacts" columns="id,title,purpose,reached-by,owner,checked-on"/>
    <i:register name="external-documents" columns="id,title,edition,issued-by,where,owner,checked-on"/>
    <i:register name="certificates" columns="id,title,scope,issued-by,valid-until,where"/>
    <i:register name="audits" columns="id,title,scope,auditor,planned-for,held-on,report"/>
    <i:register name="audit-findings" columns="id,audit,finding,kind,owner,due,closed-on,controls"/>
    <i:register name="management-reviews" columns="id,held-on,chaired-by,participants,decisions,minutes"/>
    <i:register name="exceptions" columns="id,rule,title,reason,risks,approved-by,approved-on,ends-on,instead"/>
    <i:register name="retention" columns="id,title,kept-for,from,where,owner,basis"/>
  </xsl:variable>

  <xsl:variable name="t:registers-in-use" select="exsl:node-set($t:registers)/i:register[@core
      or @name = $t:templates/i:names[@kind = 'register']/@name]"/>

  <xsl:template match="i:dossier" mode="m:registers">
    <xsl:variable name="present" select="i:registers/i:register/@name"/>
    <xsl:apply-templates select="$t:registers-in-use[not(@name = $present)]" mode="m:register-file"/>
    <xsl:if test="not($update)">
      <i:file path="registers/README.md" method="text" keep="true">
        <xsl:value-of select="concat('# ', t:init-text('init.registers.title'), '&#10;&#10;')"/>
        <xsl:call-template name="t:comment">
          <xsl:with-param name="text" select="t:init-text('init.registers.about')"/>
          <xsl:with-param name="first" select="''"/>
        </xsl:call-template>
        <xsl:apply-templates select="$t:registers-in-use" mode="m:register-example"/>
      </i:file>
    </xsl:if>
    <xsl:call-template name="t:user-registers"/>
  </xsl:template>

  <xsl:template match="i:register" mode="m:register-file">
    <i:file path="registers/{@name}.csv" method="text"><xsl:value-of select="concat(@columns, '&#10;')"/></i:file>
  </xsl:template>

  <!-- What a register is for, its header, and a row where people write them. -->
  <xsl:template match="i:register" mode="m:register-example">
    <xsl:value-of select="concat('&#10;## ', @name, '.csv&#10;&#10;')"/>
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="t:init-text(concat('init.register.', @name))"/>
      <xsl:with-param name="first" select="''"/>
    </xsl:call-template>
    <xsl:value-of select="concat('&#10;    ', @columns, '&#10;')"/>
    <xsl:if test="@name != 'approvals'">
      <xsl:value-of select="concat('    ', t:init-text(concat('init.example.', @name)), '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- Hook: more files in a new folder. -->
  <xsl:template name="t:user-registers"/>

</xsl:stylesheet>
