<?xml version="1.0" encoding="UTF-8"?>
<!-- What the documents for an audit share: holes and their table, links to rows of registers, evidence in a few words. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:exsl="http://exslt.org/common"
                xmlns:str="http://exslt.org/strings"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl str db m t tp">

  <!-- The row of evidence that names a file as its place. -->
  <xsl:key name="evidence-at" match="/i:dossier/i:registers/i:register[@name = 'evidence']/i:row" use="i:cell[@name = 'where'][@sha256]"/>

  <!-- A place that should not be empty: words, and for the table of holes its kind (hole.KIND) and what it is a hole of, a part of an id
       in the document. -->
  <xsl:template name="t:hole">
    <xsl:param name="kind"/>
    <xsl:param name="of" select="substring-after(@anchor, 'control-')"/>
    <xsl:param name="label" select="@label"/>
    <xsl:param name="text" select="string($tp:hole-words[@id = $kind])"/>
    <phrase role="hole" i:hole="{$kind}" i:of="{$of}" i:label="{$label}"><xsl:value-of select="$text"/></phrase>
  </xsl:template>
  <xsl:variable name="tp:holes">
    <xsl:for-each select="str:tokenize('undecided status reason exclusion described action evidence stale documented draft')">
      <phrase id="{.}"><xsl:value-of select="t:text(concat('hole.', .))"/></phrase>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="tp:hole-words" select="exsl:node-set($tp:holes)/db:phrase"/>

  <!-- How many holes of each kind $content has, and where; a line of all of them at the end. $content is of a temporary tree. -->
  <xsl:template name="t:holes">
    <xsl:param name="document"/>
    <xsl:param name="kinds"/>
    <xsl:param name="content"/>
    <xsl:variable name="holes" select="$content/descendant::db:phrase[@role = 'hole']"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat($document, '.holes')"/></xsl:attribute>
      <title><xsl:value-of select="t:text('hole.title')"/></title>
      <informaltable role="holes">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('hole.what')"/></th>
            <th scope="col"><xsl:value-of select="t:text('hole.number')"/></th>
            <th scope="col"><xsl:value-of select="t:text('hole.where')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="str:tokenize($kinds)">
            <xsl:variable name="these" select="$holes[@i:hole = current()]"/>
            <tr>
              <th scope="row"><xsl:value-of select="t:text(concat('hole.of-', .))"/></th>
              <td role="number"><xsl:value-of select="count($these)"/></td>
              <td>
                <xsl:apply-templates select="$these[position() &lt;= 60]" mode="m:hole-link">
                  <xsl:with-param name="document" select="$document"/>
                </xsl:apply-templates>
                <xsl:if test="count($these) &gt; 60"><xsl:value-of select="concat(' ', t:text('risk.more', count($these) - 60))"/></xsl:if>
                <xsl:if test="not($these)"><xsl:value-of select="t:text('matrix.no-hole')"/></xsl:if>
              </td>
            </tr>
          </xsl:for-each>
          <tr role="sum">
            <th scope="row"><xsl:value-of select="t:text('hole.all')"/></th>
            <td role="number"><xsl:value-of select="count($holes)"/></td>
            <td/>
          </tr>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:hole-link, inlines: a link to the row that has the hole. -->
  <xsl:template match="db:phrase" mode="m:hole-link">
    <xsl:param name="document"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:choose>
      <xsl:when test="@i:of != ''"><link linkend="{$document}.{@i:of}"><xsl:value-of select="@i:label"/></link></xsl:when>
      <xsl:otherwise><xsl:value-of select="@i:label"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:see-audit, a block: the rows and sections of a control in the documents for an audit. The ids of those documents are looked up
       once, for a catalogue may have a thousand controls. -->
  <xsl:variable name="tp:audit-documents" select="$dossier/i:documents/i:document[@id = 'traceability-matrix' or @id = 'audit-checklist' or (@id = 'audit-coverage' and $t:audits)]"/>
  <xsl:variable name="tp:see-also" select="t:text('trace.see')"/>
  <xsl:template match="i:control" mode="m:see-audit">
    <xsl:call-template name="tp:see-audit">
      <xsl:with-param name="documents" select="$tp:audit-documents[@id != 'traceability-matrix']"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:control[ancestor::i:catalog[@use != 'requirements' and @use != 'peer']]" mode="m:see-audit" priority="1">
    <xsl:call-template name="tp:see-audit"/>
  </xsl:template>
  <xsl:template name="tp:see-audit">
    <xsl:param name="documents" select="$tp:audit-documents"/>
    <xsl:variable name="name" select="substring-after(@anchor, 'control-')"/>
    <xsl:if test="$documents">
      <para role="note">
        <xsl:value-of select="$tp:see-also"/>
        <xsl:for-each select="$documents">
          <xsl:value-of select="substring(', ', 1 + (position() = 1))"/>
          <link xlink:href="{@id}.xml#{@id}.{$name}"><xsl:value-of select="@title"/></link>
        </xsl:for-each>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- m:link of a row: to the document where it is at home. -->
  <xsl:template match="i:register[@name = 'evidence']/i:row" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@id"/>
    <xsl:call-template name="t:row-link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="'evidence-index'"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'audits']/i:row" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@id"/>
    <xsl:call-template name="t:row-link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="'audit-coverage'"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'treatment']/i:row" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@id"/>
    <xsl:call-template name="t:row-link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="'risk-treatment-plan'"/>
      <xsl:with-param name="within" select="'.action'"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A link to the row that is the context, in a document that has one for it; else its words. -->
  <xsl:template name="t:row-link">
    <xsl:param name="here"/>
    <xsl:param name="document"/>
    <xsl:param name="within"/>
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="key('document', $document) and tp:row-name(@id) != ''">
        <xsl:call-template name="t:link">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="document" select="$document"/>
          <xsl:with-param name="id" select="concat($document, $within, '.row.', @id)"/>
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What proves the control that is the context, blocks: evidence by its ids, records, or why there is none; a hole where something
       should be ($needed), or where nothing of it counts any longer. -->
  <xsl:template name="t:control-proof">
    <xsl:param name="here"/>
    <xsl:param name="needed"/>
    <xsl:variable name="evidence" select="key('relation', @ref)[@register = 'evidence']"/>
    <xsl:variable name="records" select="key('proves', @ref)/.."/>
    <xsl:variable name="none" select="key('answer', @ref)/i:none-because"/>
    <xsl:if test="$evidence">
      <para><xsl:apply-templates select="$evidence" mode="m:evidence-mention"><xsl:with-param name="here" select="$here"/></xsl:apply-templates></para>
    </xsl:if>
    <xsl:if test="$records">
      <para><xsl:apply-templates select="$records" mode="m:proof"/></para>
    </xsl:if>
    <xsl:if test="$none">
      <para role="note"><xsl:value-of select="t:text('soa.none-because', normalize-space($none))"/></para>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="not($needed) or $none or $records"/>
      <xsl:when test="not($evidence)">
        <para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'evidence'"/></xsl:call-template></para>
      </xsl:when>
      <xsl:when test="not($evidence[t:evidence-counts(.)])">
        <para><xsl:call-template name="t:hole"><xsl:with-param name="kind" select="'stale'"/></xsl:call-template></para>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Does a piece of evidence count today? -->
  <func:function name="t:evidence-counts">
    <xsl:param name="relation"/>
    <xsl:for-each select="$relation">
      <xsl:variable name="row" select="key('row', concat('evidence ', @row))"/>
      <xsl:variable name="state" select="t:evidence-state($row)"/>
      <func:result select="boolean(($row and ($state = 'current' or $state = 'undated')) or @sha256 or contains(@file, '://'))"/>
    </xsl:for-each>
  </func:function>

  <!-- m:evidence-mention, inlines: a piece of evidence by its id or file, with a word where it no longer counts. -->
  <xsl:template match="i:relation" mode="m:evidence-mention">
    <xsl:param name="here"/>
    <xsl:variable name="row" select="key('row', concat('evidence ', @row))"/>
    <xsl:variable name="state" select="t:evidence-state($row)"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="$row" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
    <xsl:if test="$state = 'stale' or $state = 'missing'">
      <xsl:text> </xsl:text>
      <phrase role="overdue"><xsl:value-of select="t:text(concat('evidence.mention-', $state))"/></phrase>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:relation[@file]" mode="m:evidence-mention">
    <xsl:param name="here"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="." mode="m:file-link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
    <xsl:if test="not(@sha256) and not(contains(@file, '://'))">
      <xsl:text> </xsl:text>
      <phrase role="overdue"><xsl:value-of select="t:text('evidence.mention-missing')"/></phrase>
    </xsl:if>
  </xsl:template>

  <!-- m:file-link, inlines: a cited file; to the row that names it as its place, else to its own. -->
  <xsl:template match="i:relation" mode="m:file-link">
    <xsl:param name="here"/>
    <xsl:variable name="row" select="key('evidence-at', @file)"/>
    <xsl:variable name="name" select="tp:file-anchor(@file)"/>
    <xsl:choose>
      <xsl:when test="$row">
        <xsl:apply-templates select="$row[1]" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$name != '' and key('document', 'evidence-index')">
        <xsl:call-template name="t:link">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="document" select="'evidence-index'"/>
          <xsl:with-param name="id" select="concat('evidence-index.file.', $name)"/>
          <xsl:with-param name="text" select="@file"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@file"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The part of an id that stands for a cited file; empty where its name has characters that an id has not. -->
  <func:function name="tp:file-anchor">
    <xsl:param name="file"/>
    <xsl:choose>
      <xsl:when test="tp:row-name(translate($file, '/', '')) = '' or contains($file, '--')"><func:result select="''"/></xsl:when>
      <xsl:otherwise><func:result select="string(str:replace($file, '/', '--'))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
