<?xml version="1.0" encoding="UTF-8"?>
<!-- The audit checklist: per clause and control what to test, what to ask, which evidence to ask for and which is known, and room for
     the result. A section per group, so that one can be printed and taken along. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="m t tp">

  <xsl:template match="i:document[@id = 'audit-checklist']" mode="m:lede">
    <xsl:value-of select="t:text('check.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'audit-checklist']" mode="m:content">
    <para role="note"><xsl:value-of select="t:text('check.note')"/></para>
    <xsl:apply-templates select="$t:requirements | $t:own | $t:annex | $t:additional | $t:catalogs" mode="m:checklist"/>
    <xsl:if test="not($t:catalogs//i:control)">
      <para role="empty"><xsl:value-of select="t:text('handbook.empty')"/></para>
    </xsl:if>
  </xsl:template>

  <!-- Words that every control repeats, looked up once. -->
  <xsl:variable name="tp:check-head">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="t:text('check.step')"/></th>
        <th scope="col"><xsl:value-of select="t:text('check.what')"/></th>
        <th scope="col"><xsl:value-of select="t:text('check.found')"/></th>
      </tr>
    </thead>
  </xsl:variable>
  <xsl:variable name="tp:check-result">
    <tr role="result">
      <th scope="row"><xsl:value-of select="t:text('check.result')"/></th>
      <td colspan="2"><xsl:value-of select="t:text('check.choices')"/></td>
    </tr>
  </xsl:variable>
  <xsl:variable name="tp:check-objective" select="t:text('check.objective')"/>
  <xsl:variable name="tp:check-question" select="t:text('check.question')"/>
  <xsl:variable name="tp:check-evidence" select="t:text('check.evidence')"/>
  <xsl:variable name="tp:check-known" select="t:text('check.known')"/>
  <xsl:variable name="tp:check-described" select="t:text('check.described')"/>
  <xsl:variable name="tp:check-decision" select="t:text('check.decision')"/>

  <!-- m:checklist: a section per catalogue, one in it per outermost group. -->
  <xsl:template match="i:catalog" mode="m:checklist"/>
  <xsl:template match="i:catalog[descendant::i:control[not(@withdrawn = 'true')]]" mode="m:checklist">
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('audit-checklist.catalog.', @name)"/></xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:theme"/></title>
      <xsl:apply-templates select="i:group | i:control" mode="m:checklist"/>
    </section>
  </xsl:template>

  <xsl:template match="i:group" mode="m:checklist"/>
  <xsl:template match="i:group[descendant::i:control[not(@withdrawn = 'true')]]" mode="m:checklist">
    <section role="theme">
      <xsl:attribute name="xml:id">
        <xsl:value-of select="concat('audit-checklist.group.', ancestor::i:catalog/@name, '.')"/>
        <xsl:value-of select="@id"/>
        <xsl:if test="not(@id)">
          <xsl:number level="any" from="i:catalog" count="i:group"/>
        </xsl:if>
      </xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:title"/></title>
      <xsl:if test="$sheets = 'true' and parent::i:catalog">
        <para role="note">
          <xsl:call-template name="t:link">
            <xsl:with-param name="document" select="concat('sheets/', t:checklist-name(.))"/>
            <xsl:with-param name="text" select="t:text('check.alone')"/>
          </xsl:call-template>
        </para>
      </xsl:if>
      <xsl:apply-templates select="i:group | i:control" mode="m:checklist"/>
    </section>
  </xsl:template>

  <!-- One group alone, for an auditor who looks at nothing else: an article among the sheets that are handed out. -->
  <xsl:template name="t:group-checklists">
    <xsl:if test="$sheets = 'true' and key('document', 'audit-checklist')">
      <xsl:apply-templates select="$t:catalogs/i:group[descendant::i:control[not(@withdrawn = 'true')]]" mode="m:file"/>
    </xsl:if>
  </xsl:template>

  <func:function name="t:checklist-name">
    <xsl:param name="group"/>
    <func:result select="concat('audit-checklist-', $group/../@name, '-', $group/@id, substring(concat('', count($group/preceding-sibling::i:group) + 1), 1 div not($group/@id)))"/>
  </func:function>

  <xsl:template match="i:group" mode="m:file">
    <xsl:call-template name="t:article-file">
      <xsl:with-param name="folder" select="'sheets/'"/>
      <xsl:with-param name="name" select="t:checklist-name(.)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:group" mode="m:id">
    <xsl:value-of select="t:checklist-name(.)"/>
  </xsl:template>
  <xsl:template match="i:group" mode="m:page">
    <xsl:call-template name="t:page"><xsl:with-param name="type" select="'sheet'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:group" mode="m:document-title">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="m:title"/></xsl:variable>
    <xsl:value-of select="t:text('check.title', string($title))"/>
  </xsl:template>
  <xsl:template match="i:group" mode="m:lede">
    <xsl:value-of select="t:text('check.lede')"/>
  </xsl:template>
  <xsl:template match="i:group" mode="m:facts">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'status'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:text('doc.derived', t:date($today))"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:group" mode="m:content">
    <para role="note">
      <xsl:value-of select="concat(t:text('check.group', t:edition(..)), ' ')"/>
      <xsl:call-template name="t:link">
        <xsl:with-param name="document" select="'audit-checklist'"/>
        <xsl:with-param name="text" select="t:text('check.whole')"/>
      </xsl:call-template>
    </para>
    <xsl:apply-templates select="i:group | i:control" mode="m:checklist"/>
  </xsl:template>

  <xsl:template match="i:control[@withdrawn = 'true']" mode="m:checklist">
    <xsl:apply-templates select="i:control" mode="m:checklist"/>
  </xsl:template>
  <xsl:template match="i:control" mode="m:checklist">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <section role="check">
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('audit-checklist.', substring-after(@anchor, 'control-'))"/></xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:title"/></title>
      <para role="state">
        <xsl:apply-templates select="." mode="m:badge"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="m:link"><xsl:with-param name="text" select="$tp:check-handbook"/></xsl:apply-templates>
        <xsl:if test="$answer/@owner"><xsl:value-of select="concat(', ', t:role-title($answer/@owner))"/></xsl:if>
      </para>
      <informaltable role="checklist">
        <xsl:copy-of select="$tp:check-head"/>
        <tbody>
          <xsl:apply-templates select="." mode="m:check-rows"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates>
          <xsl:copy-of select="$tp:check-result"/>
        </tbody>
      </informaltable>
    </section>
    <xsl:apply-templates select="i:control" mode="m:checklist"/>
  </xsl:template>
  <xsl:variable name="tp:check-handbook" select="t:text('check.handbook')"/>

  <!-- m:check-rows: what there is to look at. Of a control that is out, the reason. -->
  <xsl:template match="i:control" mode="m:check-rows">
    <xsl:param name="answer"/>
    <xsl:choose>
      <xsl:when test="$answer/@applicable = 'false'">
        <tr>
          <th scope="row"><xsl:value-of select="$tp:check-decision"/></th>
          <td>
            <para><xsl:value-of select="normalize-space($answer/i:exclusion)"/></para>
            <xsl:if test="not(normalize-space($answer/i:exclusion))"><para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'exclusion'"/></xsl:call-template></para></xsl:if>
            <para role="note"><xsl:value-of select="t:text('check.exclusion')"/></para>
          </td>
          <td role="room"/>
        </tr>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="i:part[starts-with(@name, 'assessment-objective') or @name = 'objective']" mode="m:check-row"/>
        <xsl:call-template name="tp:check-parts">
          <xsl:with-param name="head" select="$tp:check-question"/>
          <xsl:with-param name="parts" select="i:part[@name = 'question']"/>
        </xsl:call-template>
        <xsl:call-template name="tp:check-parts">
          <xsl:with-param name="head" select="$tp:check-evidence"/>
          <xsl:with-param name="parts" select="i:part[@name = 'evidence'] | i:part[@name = 'assessment-method' or @name = 'assessment']"/>
        </xsl:call-template>
        <xsl:if test="key('implements', @ref)">
          <tr>
            <th scope="row"><xsl:value-of select="$tp:check-described"/></th>
            <td><xsl:apply-templates select="key('implements', @ref)/.." mode="m:proof"/></td>
            <td role="room"/>
          </tr>
        </xsl:if>
        <tr>
          <th scope="row"><xsl:value-of select="$tp:check-known"/></th>
          <td>
            <xsl:call-template name="t:control-proof"/>
            <xsl:if test="not(key('relation', @ref)[@register = 'evidence'] or key('proves', @ref) or $answer/i:none-because)">
              <para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'evidence'"/></xsl:call-template></para>
            </xsl:if>
          </td>
          <td role="room"/>
        </tr>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:check-row: a row per objective, for each has a result. -->
  <xsl:template match="i:part" mode="m:check-row">
    <tr>
      <th scope="row">
        <xsl:value-of select="$tp:check-objective"/>
        <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(' ', position())"/></xsl:if>
      </th>
      <td><xsl:apply-templates select="." mode="m:part-content"><xsl:with-param name="here" select="'audit-checklist'"/></xsl:apply-templates></td>
      <td role="room"/>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Parts of one kind as a list in one row. -->
  <xsl:template name="tp:check-parts">
    <xsl:param name="head"/>
    <xsl:param name="parts"/>
    <xsl:if test="$parts">
      <tr>
        <th scope="row"><xsl:value-of select="$head"/></th>
        <td>
          <xsl:call-template name="t:parts-list">
            <xsl:with-param name="parts" select="$parts"/>
            <xsl:with-param name="here" select="'audit-checklist'"/>
          </xsl:call-template>
        </td>
        <td role="room"/>
      </tr>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
