<?xml version="1.0" encoding="UTF-8"?>
<!-- The clause index: where each requirement is answered, how it stands, whether its documented information is there, what proves
     it, and what is missing. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl db m t tp">

  <xsl:template match="i:document[@id = 'clause-index']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'clause-index']" mode="m:lede">
    <xsl:value-of select="t:text('clauses.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'clause-index']" mode="m:content">
    <xsl:variable name="tables">
      <xsl:apply-templates select="$t:requirements" mode="m:clause-index"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$t:requirements">
        <xsl:call-template name="t:holes">
          <xsl:with-param name="document" select="'clause-index'"/>
          <xsl:with-param name="kinds" select="'undecided documented draft evidence stale'"/>
          <xsl:with-param name="content" select="exsl:node-set($tables)"/>
        </xsl:call-template>
        <xsl:copy-of select="$tables"/>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('clauses.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:catalog" mode="m:clause-index">
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('clause-index.catalog.', @name)"/></xsl:attribute>
      <title><xsl:value-of select="t:edition(.)"/></title>
      <para role="note"><xsl:value-of select="t:text('clauses.note')"/></para>
      <informaltable role="clauses">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('clauses.clause')"/></th>
            <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
            <th scope="col"><xsl:value-of select="t:text('prop.pdca')"/></th>
            <th scope="col"><xsl:value-of select="t:text('clauses.status')"/></th>
            <th scope="col"><xsl:value-of select="t:text('soa.owner')"/></th>
            <th scope="col"><xsl:value-of select="t:text('clauses.answered')"/></th>
            <th scope="col"><xsl:value-of select="t:text('prop.documented-information')"/></th>
            <th scope="col"><xsl:value-of select="t:text('clauses.proof')"/></th>
          </tr>
        </thead>
        <xsl:apply-templates select="descendant-or-self::*[self::i:catalog or self::i:group][i:control]" mode="m:clause-group"/>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template match="i:catalog | i:group" mode="m:clause-group">
    <tbody>
      <tr role="group">
        <th colspan="8" scope="colgroup"><xsl:apply-templates select="." mode="m:title"/></th>
      </tr>
      <xsl:apply-templates select="i:control/descendant-or-self::i:control[not(@withdrawn = 'true')]" mode="m:clause-row"/>
    </tbody>
  </xsl:template>

  <xsl:template match="i:control" mode="m:clause-row">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <tr>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('clause-index.', substring-after(@anchor, 'control-'))"/></xsl:attribute>
      <xsl:attribute name="i:status"><xsl:value-of select="t:state($answer)"/></xsl:attribute>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title">
        <para><xsl:value-of select="@title"/></para>
        <xsl:apply-templates select="i:prop[@name = 'heading'][@ns = 'urn:ismsdoc:catalog']" mode="m:clause-heading"/>
      </td>
      <td role="phase"><xsl:apply-templates select="i:prop[@name = 'pdca'][@ns = 'urn:ismsdoc:catalog']" mode="m:attribute-value"/></td>
      <td role="status">
        <para>
          <xsl:choose>
            <xsl:when test="$answer/@decided = 'true'"><xsl:apply-templates select="." mode="m:badge"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'undecided'"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </para>
        <xsl:apply-templates select="$answer[@status = 'gap']/@due" mode="m:soa-due"/>
      </td>
      <td role="owner"><xsl:value-of select="t:role-title($answer/@owner)"/></td>
      <td role="answered">
        <para>
          <xsl:apply-templates select="." mode="m:link">
            <xsl:with-param name="text" select="t:text('clauses.handbook', @label)"/>
          </xsl:apply-templates>
        </para>
        <xsl:if test="key('implements', @ref)">
          <para><xsl:apply-templates select="key('implements', @ref)/.." mode="m:proof"/></para>
        </xsl:if>
      </td>
      <td role="documented">
        <xsl:apply-templates select="i:prop[@name = 'documented-information'][@ns = 'urn:ismsdoc:catalog'][not(@class = 'usual')]" mode="m:documented"/>
      </td>
      <td role="evidence">
        <xsl:call-template name="t:control-proof"><xsl:with-param name="needed" select="$answer/@status = 'conforms'"/></xsl:call-template>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- The title above a requirement that is called "General" or the like. -->
  <xsl:template match="i:prop" mode="m:clause-heading">
    <para role="note"><xsl:value-of select="@value"/></para>
  </xsl:template>

  <!-- One piece of documented information: present, with what proves it, or missing. -->
  <xsl:template match="i:prop" mode="m:documented">
    <xsl:variable name="proof">
      <xsl:apply-templates select="." mode="m:proof"/>
    </xsl:variable>
    <xsl:variable name="parts" select="exsl:node-set($proof)/node()"/>
    <xsl:variable name="process" select="not(contains(@value, 'results') or contains(@value, 'records'))"/>
    <para>
      <xsl:value-of select="concat(@value, ' ')"/>
      <xsl:choose>
        <xsl:when test="not(string($proof))">
          <xsl:call-template name="t:hole">
            <xsl:with-param name="kind" select="'documented'"/>
            <xsl:with-param name="of" select="substring-after(../@anchor, 'control-')"/>
            <xsl:with-param name="label" select="../@label"/>
          </xsl:call-template>
        </xsl:when>
        <!-- Nothing but drafts, and what stands between them: a piece of evidence makes no process a documented one. -->
        <xsl:when test="$parts[@role = 'proof-draft'] and translate(t:join($parts[not(@role = 'proof-draft' or (@role = 'proof-row' and $process))], ''), '; ', '') = ''">
          <xsl:call-template name="t:hole">
            <xsl:with-param name="kind" select="'draft'"/>
            <xsl:with-param name="of" select="substring-after(../@anchor, 'control-')"/>
            <xsl:with-param name="label" select="../@label"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="'conforms'"/>
            <xsl:with-param name="text" select="t:text('clauses.present')"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </para>
    <xsl:if test="string($proof)">
      <para role="note"><xsl:copy-of select="$proof"/></para>
    </xsl:if>
  </xsl:template>

  <!-- m:proof, inlines: what in the dossier is this documented information. A layer adds templates for its own registers. A row that
       says what threatens, is demanded, wrong or still to do is no proof of it. -->
  <xsl:template match="i:prop" mode="m:proof">
    <xsl:variable name="documents" select="key('implements', ../@ref)/.."/>
    <xsl:variable name="rows" select="key('relation', ../@ref)[not(contains($tp:no-proof, concat(' ', @register, ' ')))]"/>
    <xsl:apply-templates select="$documents" mode="m:proof"/>
    <xsl:if test="$documents and $rows">; </xsl:if>
    <xsl:apply-templates select="$rows" mode="m:proof"/>
    <xsl:apply-templates select="." mode="m:record-proof">
      <xsl:with-param name="more" select="boolean($documents | $rows)"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:variable name="tp:no-proof" select="' reviews risks opportunities treatment legal issues interested-parties incidents nonconformities audits audit-findings exceptions changes measures measurements '"/>
  <xsl:template match="i:prop[@value = 'Statement of Applicability']" mode="m:proof">
    <xsl:apply-templates select="key('document', 'statement-of-applicability')" mode="m:proof"/>
  </xsl:template>
  <!-- A register, and before it the document that is made of it. -->
  <xsl:variable name="tp:made-of-registers" select="'|Risk assessment results=risk-assessment|Risk treatment plan=risk-treatment-plan|Risk treatment results=risk-treatment-plan|Audit programme and audit results=audit-coverage|'"/>
  <xsl:template match="i:prop[t:documented-rows(.)]" mode="m:proof">
    <xsl:variable name="document" select="key('document', substring-before(substring-after($tp:made-of-registers, concat('|', @value, '=')), '|'))"/>
    <xsl:apply-templates select="$document" mode="m:proof"/>
    <xsl:if test="$document">; </xsl:if>
    <xsl:apply-templates select="t:documented-rows(.)/.." mode="m:proof"/>
    <xsl:apply-templates select="." mode="m:record-proof"/>
  </xsl:template>

  <!-- m:record-proof: the records of the clause, after what else there is. -->
  <xsl:template match="i:prop" mode="m:record-proof">
    <xsl:param name="more" select="true()"/>
    <xsl:variable name="records" select="key('proves', ../@ref)/.."/>
    <xsl:if test="$more and $records">; </xsl:if>
    <xsl:apply-templates select="$records" mode="m:proof"/>
  </xsl:template>

  <xsl:template match="i:document" mode="m:proof">
    <xsl:variable name="state"><xsl:apply-templates select="." mode="m:document-state"/></xsl:variable>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:choose>
      <xsl:when test="$state = 'draft'">
        <phrase role="proof-draft">
          <xsl:apply-templates select="." mode="m:link"/>
          <xsl:value-of select="concat(' ', t:text('clauses.draft'))"/>
        </phrase>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="m:link"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:relation" mode="m:proof">
    <xsl:variable name="row" select="key('row', concat(@register, ' ', @row))"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <phrase role="proof-row">
      <xsl:choose>
        <xsl:when test="$row">
          <xsl:variable name="title"><xsl:apply-templates select="$row" mode="m:title"/></xsl:variable>
          <xsl:apply-templates select="$row" mode="m:link"><xsl:with-param name="text" select="string($title)"/></xsl:apply-templates>
        </xsl:when>
        <xsl:when test="@file"><xsl:apply-templates select="." mode="m:file-link"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@row"/></xsl:otherwise>
      </xsl:choose>
    </phrase>
  </xsl:template>
  <xsl:template match="i:register" mode="m:proof">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:value-of select="t:text('clauses.register', t:word('register', @name), count(i:row))"/>
  </xsl:template>

</xsl:stylesheet>
