<?xml version="1.0" encoding="UTF-8"?>
<!-- The clause index: where each requirement is answered, how it stands, and whether its documented information is there. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <i:derived id="clause-index" type="index" owner="ciso" audience="management" title="Clause index"/>

  <xsl:template match="i:document[@id = 'clause-index']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'clause-index']" mode="m:lede">
    <xsl:value-of select="t:text('clauses.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'clause-index']" mode="m:content">
    <xsl:apply-templates select="$t:requirements" mode="m:clause-index"/>
    <xsl:if test="not($t:requirements)">
      <para role="empty"><xsl:value-of select="t:text('clauses.none')"/></para>
    </xsl:if>
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
          </tr>
        </thead>
        <xsl:apply-templates select="descendant-or-self::*[self::i:catalog or self::i:group][i:control]" mode="m:clause-group"/>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template match="i:catalog | i:group" mode="m:clause-group">
    <tbody>
      <tr role="group">
        <th colspan="7" scope="colgroup"><xsl:apply-templates select="." mode="m:title"/></th>
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
        <para><xsl:apply-templates select="." mode="m:badge"/></para>
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
          <para><xsl:apply-templates select="key('implements', @ref)" mode="m:described"/></para>
        </xsl:if>
      </td>
      <td role="documented">
        <xsl:apply-templates select="i:prop[@name = 'documented-information'][@ns = 'urn:ismsdoc:catalog'][not(@class = 'usual')]" mode="m:documented"/>
      </td>
    </tr>
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
    <para>
      <xsl:value-of select="concat(@value, ' ')"/>
      <xsl:choose>
        <xsl:when test="string($proof)">
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="'conforms'"/>
            <xsl:with-param name="text" select="t:text('clauses.present')"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="'gap'"/>
            <xsl:with-param name="text" select="t:text('clauses.missing')"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </para>
    <xsl:if test="string($proof)">
      <para role="note"><xsl:copy-of select="$proof"/></para>
    </xsl:if>
  </xsl:template>

  <!-- m:proof, inlines: what in the dossier is this documented information. A layer adds templates for its own registers. -->
  <xsl:template match="i:prop" mode="m:proof">
    <xsl:variable name="documents" select="key('implements', ../@ref)"/>
    <xsl:variable name="rows" select="key('relation', ../@ref)[@register != 'reviews']"/>
    <xsl:apply-templates select="$documents" mode="m:proof"/>
    <xsl:if test="$documents and $rows">; </xsl:if>
    <xsl:apply-templates select="$rows" mode="m:proof"/>
    <xsl:apply-templates select="." mode="m:record-proof">
      <xsl:with-param name="more" select="boolean($documents | $rows)"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:prop[@value = 'Statement of Applicability']" mode="m:proof">
    <xsl:apply-templates select="key('document', 'statement-of-applicability')" mode="m:proof"/>
  </xsl:template>
  <xsl:template match="i:prop[@value = 'Risk assessment results'][key('register', 'risks')/i:row[1]]" mode="m:proof">
    <xsl:call-template name="t:register-proof">
      <xsl:with-param name="document" select="'risk-assessment'"/>
      <xsl:with-param name="register" select="'risks'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:prop[@value = 'Risk treatment plan'][key('register', 'risks')/i:row[1]]" mode="m:proof">
    <xsl:call-template name="t:register-proof">
      <xsl:with-param name="document" select="'risk-treatment-plan'"/>
      <xsl:with-param name="register" select="'risks'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:prop[@value = 'Risk treatment results'][key('register', 'treatment')/i:row[i:cell[@name = 'done-on' or @name = 'done']][1]]" mode="m:proof">
    <xsl:call-template name="t:register-proof">
      <xsl:with-param name="document" select="'risk-treatment-plan'"/>
      <xsl:with-param name="register" select="'treatment'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:prop[@value = 'Monitoring and measurement results'][key('register', 'measures')/i:row/i:cell[@name = 'last-on']]" mode="m:proof">
    <xsl:apply-templates select="key('register', 'measures')" mode="m:proof"/>
    <xsl:apply-templates select="." mode="m:record-proof"/>
  </xsl:template>

  <!-- m:record-proof: the records of the clause, after what else there is. -->
  <xsl:template match="i:prop" mode="m:record-proof">
    <xsl:param name="more" select="true()"/>
    <xsl:variable name="records" select="key('proves', ../@ref)/.."/>
    <xsl:if test="$more and $records">; </xsl:if>
    <xsl:apply-templates select="$records" mode="m:proof"/>
  </xsl:template>

  <!-- A document made from a register, and the register. -->
  <xsl:template name="t:register-proof">
    <xsl:param name="document"/>
    <xsl:param name="register"/>
    <xsl:apply-templates select="key('document', $document)" mode="m:proof"/>
    <xsl:if test="key('document', $document)">; </xsl:if>
    <xsl:apply-templates select="key('register', $register)" mode="m:proof"/>
    <xsl:apply-templates select="." mode="m:record-proof"/>
  </xsl:template>

  <xsl:template match="i:implements" mode="m:proof">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select=".." mode="m:proof"/>
  </xsl:template>
  <xsl:template match="i:document" mode="m:proof">
    <xsl:variable name="state"><xsl:apply-templates select="." mode="m:document-state"/></xsl:variable>
    <xsl:apply-templates select="." mode="m:link"/>
    <xsl:if test="$state = 'draft'">
      <xsl:value-of select="concat(' ', t:text('clauses.draft'))"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:relation" mode="m:proof">
    <xsl:variable name="row" select="key('row', concat(@register, ' ', @row))"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="$row" mode="m:title"/>
    <xsl:if test="not($row)"><xsl:value-of select="concat(@row, @file)"/></xsl:if>
  </xsl:template>
  <xsl:template match="i:register" mode="m:proof">
    <xsl:value-of select="t:text('clauses.register', t:word('register', @name), count(i:row))"/>
  </xsl:template>

</xsl:stylesheet>
