<?xml version="1.0" encoding="UTF-8"?>
<!-- The Statement of Applicability (ISO/IEC 27001, 6.1.3 d), and one statement per peer catalogue: head, totals, table. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:template match="i:document[@id = 'statement-of-applicability']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'statement-of-applicability']" mode="m:lede">
    <xsl:if test="$t:annex">
      <xsl:if test="$t:requirements and $t:annex/@use = 'annex-a'">
        <xsl:value-of select="concat(t:text('soa.lede-standard', t:edition($t:requirements[1])), ' ')"/>
      </xsl:if>
      <xsl:apply-templates select="$t:annex" mode="m:soa-lede"/>
      <xsl:for-each select="$t:additional">
        <xsl:value-of select="concat(' ', t:text('soa.lede-and'), ' ')"/>
        <xsl:apply-templates select="." mode="m:soa-lede"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- m:soa-lede, text: a catalogue and how many controls it has. -->
  <xsl:template match="i:catalog" mode="m:soa-lede">
    <xsl:value-of select="concat(t:edition(.), ' (', t:count('count.controls', t:soa-count(.)), ')')"/>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'annex-a']" mode="m:soa-lede">
    <xsl:value-of select="concat(t:text('soa.annex-a'), ' (', t:count('count.controls', t:soa-count(.)), ')')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'statement-of-applicability']" mode="m:content">
    <xsl:call-template name="t:soa">
      <xsl:with-param name="id" select="string(@id)"/>
      <xsl:with-param name="catalogs" select="$t:soa-catalogs"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The statement of a peer catalogue. -->
  <xsl:template match="i:catalog[@use = 'peer']" mode="m:file">
    <xsl:if test="@name = $t:peers/@name">
      <xsl:call-template name="t:article-file"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:id">
    <xsl:value-of select="concat('statement-', @name)"/>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page">
      <xsl:with-param name="type" select="'statement'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:document-title">
    <xsl:value-of select="t:text('soa.peer-title', @title)"/>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:content">
    <xsl:call-template name="t:soa">
      <xsl:with-param name="id" select="concat('statement-', @name)"/>
      <xsl:with-param name="catalogs" select="."/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:facts">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'status'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:text('doc.derived', t:date($today))"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'identifier'"/>
      <xsl:with-param name="value" select="concat('statement-', @name)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The body of a statement over some catalogues. -->
  <xsl:template name="t:soa">
    <xsl:param name="id"/>
    <xsl:param name="catalogs"/>
    <section>
      <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="$id"/><xsl:with-param name="name" select="'scope'"/></xsl:call-template>
      <xsl:call-template name="t:soa-scope"/>
    </section>
    <section>
      <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="$id"/><xsl:with-param name="name" select="'basis'"/></xsl:call-template>
      <xsl:call-template name="t:soa-basis"><xsl:with-param name="catalogs" select="$catalogs"/></xsl:call-template>
    </section>
    <xsl:if test="$catalogs">
      <section>
        <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="$id"/><xsl:with-param name="name" select="'totals'"/></xsl:call-template>
        <xsl:call-template name="t:figures">
          <xsl:with-param name="controls" select="$t:tally[@name = $catalogs/@name]/i:group/i:control"/>
        </xsl:call-template>
        <xsl:call-template name="t:soa-totals">
          <xsl:with-param name="themes" select="$t:tally[@name = $catalogs/@name]/i:group[i:control]"/>
        </xsl:call-template>
      </section>
      <section>
        <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="$id"/><xsl:with-param name="name" select="'controls'"/></xsl:call-template>
        <xsl:call-template name="t:soa-table"><xsl:with-param name="catalogs" select="$catalogs"/></xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Id and title of a section of a statement. -->
  <xsl:template name="t:soa-head">
    <xsl:param name="id"/>
    <xsl:param name="name"/>
    <xsl:attribute name="xml:id"><xsl:value-of select="concat($id, '.', $name)"/></xsl:attribute>
    <title><xsl:value-of select="t:text(concat('soa.', $name))"/></title>
  </xsl:template>

  <xsl:template name="t:soa-scope">
    <xsl:choose>
      <xsl:when test="$dossier/i:scope/i:statement">
        <para role="scope"><xsl:value-of select="normalize-space($dossier/i:scope/i:statement)"/></para>
      </xsl:when>
      <xsl:otherwise>
        <para role="not-answered"><xsl:value-of select="t:text('scope.none')"/></para>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$dossier/i:scope/i:excludes">
      <para role="note"><xsl:value-of select="t:text('soa.scope-excludes', t:join($dossier/i:scope/i:excludes, '; '))"/></para>
    </xsl:if>
  </xsl:template>

  <!-- By which standard, by which catalogues, and how the necessary controls were found. -->
  <xsl:template name="t:soa-basis">
    <xsl:param name="catalogs"/>
    <xsl:variable name="main" select="$catalogs[@name = $t:annex/@name or @use = 'peer'][1]"/>
    <xsl:choose>
      <xsl:when test="not($catalogs)">
        <para role="not-answered"><xsl:value-of select="t:text('soa.no-catalogue')"/></para>
      </xsl:when>
      <xsl:when test="$main/@use = 'annex-a'">
        <para><xsl:value-of select="t:text('soa.determined')"/></para>
      </xsl:when>
      <xsl:otherwise>
        <para><xsl:value-of select="t:text('soa.determined-other', t:edition($main))"/></para>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$catalogs">
      <informaltable role="editions">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('soa.edition')"/></th>
            <th scope="col"><xsl:value-of select="t:text('soa.use')"/></th>
            <th scope="col"><xsl:value-of select="t:text('soa.count')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$t:requirements" mode="m:edition-row"/>
          <xsl:apply-templates select="$catalogs" mode="m:edition-row"/>
        </tbody>
      </informaltable>
    </xsl:if>
    <xsl:apply-templates select="$catalogs" mode="m:scale"/>
  </xsl:template>

  <!-- m:scale: the scale that a catalogue brings, what its levels count as here, and how many controls stand at each. -->
  <xsl:template match="i:catalog" mode="m:scale"/>
  <xsl:template match="i:catalog[i:prop[@name = 'scale'][@ns = 'urn:ismsdoc:catalog']]" mode="m:scale">
    <para><xsl:value-of select="t:text('soa.scale-note', t:edition(.))"/></para>
    <informaltable role="scale">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="t:text('soa.scale')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.scale-counts')"/></th>
          <th scope="col"><xsl:value-of select="t:text('soa.count')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="i:prop[@name = 'scale'][@ns = 'urn:ismsdoc:catalog']" mode="m:scale">
          <xsl:with-param name="answers" select="$dossier/i:answers/i:answer[@scale][starts-with(@control, concat(current()/@name, ':'))]"/>
        </xsl:apply-templates>
      </tbody>
    </informaltable>
  </xsl:template>
  <xsl:template match="i:prop" mode="m:scale">
    <xsl:param name="answers"/>
    <tr>
      <th scope="row"><xsl:value-of select="t:level-name(.)"/></th>
      <td><xsl:value-of select="t:word('status', @class)"/></td>
      <td role="number"><xsl:value-of select="count($answers[@scale = current()/@value])"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="i:catalog" mode="m:edition-row">
    <tr>
      <th scope="row"><xsl:value-of select="t:edition(.)"/></th>
      <td><xsl:value-of select="t:text(concat('use.', @use))"/></td>
      <td role="number"><xsl:value-of select="t:soa-count(.)"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'own']" mode="m:edition-row">
    <tr>
      <th scope="row"><xsl:value-of select="t:text('soa.own-controls')"/></th>
      <td><xsl:value-of select="t:text('use.own')"/></td>
      <td role="number"><xsl:value-of select="t:soa-count(.)"/></td>
    </tr>
  </xsl:template>

  <!-- Totals: a row per theme, and their sum. Necessity and implementation are two questions, so never one figure. -->
  <xsl:template name="t:soa-totals">
    <xsl:param name="themes"/>
    <informaltable role="totals">
      <xsl:call-template name="t:totals-head">
        <xsl:with-param name="first" select="t:text('soa.theme')"/>
      </xsl:call-template>
      <tbody>
        <xsl:for-each select="$themes">
          <xsl:call-template name="t:total-row">
            <xsl:with-param name="title" select="@title"/>
            <xsl:with-param name="states" select="i:control/@state"/>
          </xsl:call-template>
        </xsl:for-each>
      </tbody>
      <tbody role="sum">
        <xsl:call-template name="t:total-row">
          <xsl:with-param name="title" select="t:text('soa.total')"/>
          <xsl:with-param name="states" select="$themes/i:control/@state"/>
        </xsl:call-template>
      </tbody>
    </informaltable>
  </xsl:template>

</xsl:stylesheet>
