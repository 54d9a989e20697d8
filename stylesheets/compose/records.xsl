<?xml version="1.0" encoding="UTF-8"?>
<!-- Records: an article each, the index of them, and where they are shown: with what they prove and the form they follow. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="db m t tp">

  <xsl:key name="follows" match="/i:dossier/i:records/i:record" use="@form"/>

  <xsl:template match="i:document[@id = 'record-index']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'record-index']" mode="m:lede">
    <xsl:value-of select="t:text('records.lede')"/>
  </xsl:template>

  <!-- The latest first. -->
  <xsl:template match="i:document[@id = 'record-index']" mode="m:content">
    <informaltable role="filter">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="t:text('fact.date')"/></th>
          <th scope="col"><xsl:value-of select="t:text('records.record')"/></th>
          <th scope="col"><xsl:value-of select="t:text('fact.form')"/></th>
          <th scope="col"><xsl:value-of select="t:text('fact.held-by')"/></th>
          <th scope="col"><xsl:value-of select="t:text('fact.signed-off')"/></th>
          <th scope="col"><xsl:value-of select="t:text('fact.proves')"/></th>
          <th scope="col"><xsl:value-of select="t:text('fact.retention')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$dossier/i:records/i:record" mode="m:record-row">
          <xsl:sort select="@date" order="descending"/>
        </xsl:apply-templates>
      </tbody>
    </informaltable>
  </xsl:template>

  <xsl:template match="i:record" mode="m:record-row">
    <tr>
      <th scope="row" i:sort="{@date}"><xsl:value-of select="t:short-date(@date)"/></th>
      <td role="title">
        <para><xsl:apply-templates select="." mode="m:link"/></para>
        <para role="note"><xsl:value-of select="@id"/></para>
      </td>
      <td role="form"><xsl:apply-templates select="@form" mode="m:fact-value"/></td>
      <td role="held-by"><xsl:value-of select="t:role-title(string(@held-by))"/></td>
      <td role="signed-off" i:sort="{@signed-off}">
        <para><xsl:apply-templates select="." mode="m:badge"/></para>
        <xsl:if test="@signed-off">
          <para role="note"><xsl:value-of select="t:text('records.signed', t:short-date(@signed-off), t:role-title(string(@signed-by)))"/></para>
        </xsl:if>
      </td>
      <td role="proves"><xsl:apply-templates select="i:implements" mode="m:link-list"/></td>
      <td role="retention"><xsl:apply-templates select="." mode="m:retention"/></td>
    </tr>
  </xsl:template>

  <!-- The article: in a folder of its own, for a record's id may begin with a date. -->
  <xsl:template match="i:record" mode="m:file">
    <xsl:call-template name="t:article-file">
      <xsl:with-param name="folder" select="'records/'"/>
      <xsl:with-param name="name" select="string(@id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:record" mode="m:id">
    <xsl:value-of select="@anchor"/>
  </xsl:template>

  <xsl:template match="i:record" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@title"/>
    <xsl:call-template name="t:link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="concat('records/', @id)"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:record" mode="m:page">
    <xsl:call-template name="t:page">
      <xsl:with-param name="type" select="'record'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- open, signed, changed, or unknown: signed off, but not known as which text. -->
  <xsl:template match="i:record" mode="m:document-state">
    <xsl:value-of select="@state"/>
  </xsl:template>

  <xsl:template match="i:record" mode="m:lede">
    <xsl:value-of select="t:text('records.of', t:date(@date))"/>
  </xsl:template>

  <xsl:template match="i:record" mode="m:publication">
    <date><xsl:value-of select="@date"/></date>
  </xsl:template>

  <xsl:template match="i:record" mode="m:info-facts">
    <bibliomisc role="identifier"><xsl:value-of select="@id"/></bibliomisc>
    <bibliomisc role="status"><xsl:value-of select="@state"/></bibliomisc>
    <xsl:apply-templates select="@held-by | @signed-off | @signed-by | @audience" mode="m:info-facts"/>
  </xsl:template>

  <xsl:template match="i:record" mode="m:content">
    <xsl:apply-templates select="i:body/node()" mode="m:prose">
      <xsl:with-param name="here" select="concat('records/', @id)"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:badge of a record: in the colours of a document's approval. -->
  <xsl:template match="i:record" mode="m:badge">
    <xsl:call-template name="t:badge">
      <xsl:with-param name="state">
        <xsl:choose>
          <xsl:when test="@state = 'open'">draft</xsl:when>
          <xsl:when test="@state = 'changed'">gap</xsl:when>
          <xsl:otherwise>approved</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
      <xsl:with-param name="text" select="t:text(concat('records.state.', @state))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:facts of a record. -->
  <xsl:template match="i:record" mode="m:facts">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'status'"/>
      <xsl:with-param name="value"><xsl:apply-templates select="." mode="m:badge"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'date'"/>
      <xsl:with-param name="sort" select="string(@date)"/>
      <xsl:with-param name="value"><xsl:value-of select="t:date(@date)"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="@held-by" mode="m:fact"/>
    <xsl:apply-templates select="i:participant[1]" mode="m:fact"/>
    <xsl:apply-templates select="@signed-off" mode="m:fact"/>
    <xsl:apply-templates select="@form" mode="m:fact"/>
    <xsl:apply-templates select="i:implements[1]" mode="m:fact"/>
    <xsl:apply-templates select="@retention | @retention-months" mode="m:fact"/>
    <xsl:apply-templates select="@classification" mode="m:fact"/>
    <xsl:apply-templates select="@audience" mode="m:fact"/>
    <xsl:apply-templates select="@id" mode="m:fact"/>
  </xsl:template>

  <xsl:template match="i:record/@*" mode="m:fact" priority="-0.1">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="name()"/>
      <xsl:with-param name="value"><xsl:apply-templates select="." mode="m:fact-value"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:record/@audience" mode="m:fact" priority="1">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'access'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:word('audience', .)"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:record/@retention-months" mode="m:fact" priority="1">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'retention'"/>
      <xsl:with-param name="value"><xsl:apply-templates select=".." mode="m:retention"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:participant" mode="m:fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'participants'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:join(../i:participant, '; ')"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:record/i:implements" mode="m:fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'proves'"/>
      <xsl:with-param name="value"><xsl:apply-templates select="../i:implements" mode="m:link-list"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- m:fact-value, inlines: what an attribute of a record says. -->
  <xsl:template match="@*" mode="m:fact-value">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="@held-by" mode="m:fact-value">
    <xsl:choose>
      <xsl:when test="t:role(string(.))"><xsl:call-template name="t:role-and-holder"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@signed-off" mode="m:fact-value">
    <xsl:value-of select="t:text('records.signed', t:date(.), t:role-title(string(../@signed-by)))"/>
  </xsl:template>
  <xsl:template match="@form" mode="m:fact-value">
    <xsl:apply-templates select="key('document', .)" mode="m:link"/>
    <xsl:if test="not(key('document', .))"><xsl:value-of select="."/></xsl:if>
  </xsl:template>

  <!-- m:retention, inlines: how long it is kept, and until when. -->
  <xsl:template match="i:record" mode="m:retention">
    <xsl:value-of select="@retention"/>
  </xsl:template>
  <xsl:template match="i:record[@retention-months]" mode="m:retention">
    <xsl:variable name="until" select="t:add-months(@date, number(@retention-months))"/>
    <xsl:value-of select="t:text('records.until', t:count('records.months', @retention-months), t:short-date($until))"/>
    <xsl:if test="translate($until, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
  </xsl:template>

  <!-- m:record-mention, inlines: a record in a list, with its day and what is the matter with it. -->
  <xsl:template match="i:record" mode="m:record-mention">
    <xsl:apply-templates select="." mode="m:link"/>
    <xsl:apply-templates select="." mode="m:record-date"/>
  </xsl:template>

  <!-- m:records: of a document the section of those that follow it as a form, the latest first. -->
  <xsl:template match="*" mode="m:records"/>
  <xsl:template match="i:document[key('follows', @id)]" mode="m:records">
    <section role="records">
      <xsl:attribute name="xml:id"><xsl:value-of select="concat(@id, '.records-made')"/></xsl:attribute>
      <title><xsl:value-of select="t:text('records.made')"/></title>
      <itemizedlist>
        <xsl:apply-templates select="key('follows', @id)" mode="m:record-item">
          <xsl:sort select="@date" order="descending"/>
        </xsl:apply-templates>
      </itemizedlist>
    </section>
  </xsl:template>

  <xsl:template match="i:record" mode="m:record-item">
    <listitem><para><xsl:apply-templates select="." mode="m:record-mention"/></para></listitem>
  </xsl:template>

  <!-- What proves a control: in the handbook, in the statement's evidence, and as documented information of a clause. -->
  <xsl:variable name="tp:title-records"><title><xsl:value-of select="t:text('records.title')"/></title></xsl:variable>
  <xsl:template match="i:control" mode="m:handbook-records">
    <xsl:if test="key('proves', @ref)">
      <section role="records">
        <xsl:copy-of select="$tp:title-records"/>
        <itemizedlist>
          <xsl:apply-templates select="key('proves', @ref)/.." mode="m:record-item">
            <xsl:sort select="@date" order="descending"/>
          </xsl:apply-templates>
        </itemizedlist>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:record" mode="m:soa-evidence">
    <para><xsl:apply-templates select="." mode="m:record-mention"/></para>
  </xsl:template>

  <xsl:template match="i:record" mode="m:proof">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="." mode="m:record-mention"/>
  </xsl:template>

  <!-- The search index. -->
  <xsl:template match="i:record" mode="m:search">
    <xsl:variable name="text">
      <xsl:apply-templates select="(i:body/db:para | i:body/db:section/db:para)[1]" mode="m:prose"/>
    </xsl:variable>
    <xsl:call-template name="t:search-entry">
      <xsl:with-param name="title" select="concat(@title, ', ', t:short-date(@date))"/>
      <xsl:with-param name="url" select="concat('records/', @id, '.html')"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="text" select="string($text)"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
