<?xml version="1.0" encoding="UTF-8"?>
<!-- The files of a build, and the frame that every article has: info, document control, content, versions. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="m t tp">

  <!-- m:files: everything that a build writes, or the share of it that is asked for. A layer adds files by t:user-files. -->
  <xsl:template match="i:dossier" mode="m:files">
    <xsl:apply-templates select="self::*[$t:makes-first]" mode="m:first-files"/>
    <xsl:apply-templates select="self::*[$t:makes-second]" mode="m:second-files"/>
    <xsl:copy-of select="$t:composed-findings"/>
  </xsl:template>

  <!-- m:second-files: the control handbook, what is for audits and reports, and the search index make half of the work. -->
  <xsl:template match="i:dossier" mode="m:second-files">
    <xsl:apply-templates select="i:documents/i:document[contains($tp:second-types, concat(' ', @type, ' '))]" mode="m:file"/>
    <xsl:apply-templates select="." mode="m:search-index"/>
  </xsl:template>

  <!-- m:first-files: the rest. -->
  <xsl:template match="i:dossier" mode="m:first-files">
    <xsl:apply-templates select="i:documents/i:document[not(contains($tp:second-types, concat(' ', @type, ' ')))]" mode="m:file"/>
    <xsl:apply-templates select="i:catalogs/i:catalog" mode="m:file"/>
    <xsl:apply-templates select="i:drafts/i:document" mode="m:file"/>
    <xsl:apply-templates select="i:records/i:record" mode="m:file"/>
    <xsl:call-template name="t:owner-sheets"/>
    <xsl:call-template name="t:group-checklists"/>
    <xsl:apply-templates select="." mode="m:book"/>
    <xsl:call-template name="t:user-files"/>
  </xsl:template>

  <xsl:variable name="tp:second-types" select="' handbook audit report '"/>

  <!-- Hook: more files, called with the dossier as context. -->
  <xsl:template name="t:user-files"/>

  <!-- m:file: the file of a document. A catalogue has one of its own only as a peer (soa.xsl). -->
  <xsl:template match="*" mode="m:file"/>
  <xsl:template match="i:document" mode="m:file">
    <xsl:call-template name="t:article-file"/>
  </xsl:template>

  <!-- $name is the file's, where it is not the id. -->
  <xsl:template name="t:article-file">
    <xsl:param name="folder" select="substring('drafts/', 1 div boolean(parent::i:drafts))"/>
    <xsl:param name="name"/>
    <xsl:variable name="id">
      <xsl:apply-templates select="." mode="m:id"/>
    </xsl:variable>
    <xsl:variable name="path" select="concat($folder, $name, substring($id, 1 div not(string($name))))"/>
    <i:file path="docbook/{$path}.xml" method="xml">
      <article version="5.0">
        <xsl:attribute name="xml:id"><xsl:value-of select="$id"/></xsl:attribute>
        <xsl:attribute name="xml:lang"><xsl:value-of select="$language"/></xsl:attribute>
        <xsl:attribute name="i:html"><xsl:value-of select="concat($path, '.html')"/></xsl:attribute>
        <xsl:apply-templates select="." mode="m:page"/>
        <xsl:apply-templates select="." mode="m:info"/>
        <xsl:apply-templates select="." mode="m:document-control"/>
        <xsl:call-template name="t:user-head"/>
        <xsl:apply-templates select="." mode="m:draft-note"/>
        <xsl:apply-templates select="." mode="m:content"/>
        <xsl:apply-templates select="." mode="m:records"/>
        <xsl:apply-templates select="." mode="m:changes"/>
        <xsl:apply-templates select="." mode="m:versions"/>
      </article>
    </i:file>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Hook: blocks between the table of document control and the text; the context is the i:document. -->
  <xsl:template name="t:user-head"/>

  <!-- m:page: attributes of the root that say how the page is made. A document adds to them, then applies t:page. -->
  <xsl:template match="*" mode="m:page">
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template name="t:page">
    <xsl:param name="type" select="@type"/>
    <xsl:attribute name="i:type"><xsl:value-of select="$type"/></xsl:attribute>
    <xsl:attribute name="i:state">
      <xsl:apply-templates select="." mode="m:document-state"/>
    </xsl:attribute>
  </xsl:template>

  <!-- m:document-state, text: approved, draft, or derived (made from the dossier and approved by nobody). -->
  <xsl:template match="*" mode="m:document-state">derived</xsl:template>
  <xsl:template match="i:document" mode="m:document-state">
    <xsl:choose>
      <xsl:when test="@origin = 'derived' and not(@approver)">derived</xsl:when>
      <xsl:when test="@state = 'approved'">approved</xsl:when>
      <xsl:otherwise>draft</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:document-status, text: the same for people, who are told of a draft that it is being reviewed. -->
  <xsl:template match="*" mode="m:document-status">
    <xsl:apply-templates select="." mode="m:document-state"/>
  </xsl:template>
  <xsl:template match="i:document[@status = 'in-review' and not(@state = 'approved')]" mode="m:document-status">in-review</xsl:template>

  <!-- m:lede, text: one line under the title. -->
  <xsl:template match="*" mode="m:lede"/>

  <!-- m:content, blocks then sections: what a document says. Derived documents define theirs. -->
  <xsl:template match="i:document" mode="m:content">
    <xsl:call-template name="t:message">
      <xsl:with-param name="level" select="'error'"/>
      <xsl:with-param name="code" select="'no-content'"/>
      <xsl:with-param name="text" select="concat('no template gives document &quot;', @id, '&quot; its content')"/>
    </xsl:call-template>
    <para role="unknown"><xsl:value-of select="@id"/></para>
  </xsl:template>

  <xsl:template match="i:document[i:body]" mode="m:content">
    <xsl:apply-templates select="i:body/node()" mode="m:prose">
      <xsl:with-param name="here" select="string(@id)"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:draft-note, blocks: says of a text that nobody has approved it. -->
  <xsl:template match="*" mode="m:draft-note"/>
  <xsl:template match="i:document[(@approver or @origin != 'derived') and not(@state = 'approved')]" mode="m:draft-note">
    <xsl:variable name="in-force" select="i:version[@current = 'true']"/>
    <para role="draft">
      <xsl:choose>
        <xsl:when test="@effective-from">
          <xsl:value-of select="t:text('doc.draft-scheduled', t:date(@effective-from), $in-force/@version)"/>
        </xsl:when>
        <xsl:when test="$in-force and @added">
          <xsl:value-of select="t:text('doc.draft-marked', $in-force/@version, t:count('doc.words', @added), t:count('doc.words', @deleted))"/>
        </xsl:when>
        <xsl:when test="$in-force and @changed">
          <xsl:value-of select="t:text('doc.draft-changed', $in-force/@version, t:date($in-force/@approved-on))"/>
        </xsl:when>
        <xsl:when test="@approved-text = 'missing' or @approved-text = 'changed'">
          <xsl:value-of select="t:text(concat('doc.approved-text-', @approved-text), $in-force/@version)"/>
        </xsl:when>
        <xsl:when test="$in-force">
          <xsl:value-of select="t:text('doc.draft-beside', $in-force/@version, t:date($in-force/@approved-on))"/>
        </xsl:when>
        <xsl:when test="@origin = 'derived'">
          <xsl:value-of select="t:text('doc.draft-derived')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="t:text('doc.draft')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@status = 'in-review'">
        <xsl:value-of select="concat(' ', t:text('doc.in-review'))"/>
      </xsl:if>
    </para>
  </xsl:template>

  <!-- m:info: facts about the document for programs. -->
  <xsl:template match="*" mode="m:info">
    <xsl:variable name="lede">
      <xsl:apply-templates select="." mode="m:lede"/>
    </xsl:variable>
    <info>
      <title><xsl:apply-templates select="." mode="m:document-title"/></title>
      <xsl:if test="string($lede)">
        <subtitle><xsl:value-of select="$lede"/></subtitle>
      </xsl:if>
      <author><orgname><xsl:value-of select="$dossier/i:organisation/@name"/></orgname></author>
      <xsl:apply-templates select="." mode="m:publication"/>
      <xsl:apply-templates select="." mode="m:revision-history"/>
      <xsl:apply-templates select="@classification" mode="m:legal-notice"/>
      <xsl:apply-templates select="." mode="m:info-facts"/>
    </info>
  </xsl:template>

  <!-- m:document-title, text -->
  <xsl:template match="*" mode="m:document-title">
    <xsl:value-of select="@title"/>
  </xsl:template>

  <!-- m:publication: date, edition and release of the text that is shown. -->
  <xsl:template match="*" mode="m:publication">
    <date><xsl:value-of select="$today"/></date>
  </xsl:template>
  <xsl:template match="i:document[@approver or @origin != 'derived']" mode="m:publication">
    <date><xsl:value-of select="$today"/></date>
    <xsl:if test="@version">
      <edition><xsl:value-of select="@version"/></edition>
    </xsl:if>
    <releaseinfo><xsl:value-of select="t:text('doc.release-draft')"/></releaseinfo>
  </xsl:template>
  <xsl:template match="i:document[@state = 'approved' and i:version[@current = 'true']]" mode="m:publication" priority="1">
    <xsl:variable name="version" select="i:version[@current = 'true']"/>
    <date><xsl:value-of select="$version/@approved-on"/></date>
    <edition><xsl:value-of select="$version/@version"/></edition>
    <releaseinfo><xsl:value-of select="t:text('doc.release', $version/@version, t:date($version/@approved-on))"/></releaseinfo>
  </xsl:template>

  <!-- m:revision-history: a revision per approved version, the latest first. -->
  <xsl:template match="*" mode="m:revision-history"/>
  <xsl:template match="i:document[i:version]" mode="m:revision-history">
    <revhistory>
      <xsl:apply-templates select="i:version" mode="m:revision-history">
        <xsl:sort select="position()" data-type="number" order="descending"/>
      </xsl:apply-templates>
    </revhistory>
  </xsl:template>
  <xsl:template match="i:version" mode="m:revision-history">
    <revision>
      <revnumber><xsl:value-of select="@version"/></revnumber>
      <date><xsl:value-of select="@approved-on"/></date>
      <author><personname><xsl:value-of select="@person"/><xsl:if test="not(@person)"><xsl:value-of select="t:role-title(@role)"/></xsl:if></personname></author>
      <xsl:if test="@summary">
        <revremark><xsl:value-of select="@summary"/></revremark>
      </xsl:if>
    </revision>
  </xsl:template>

  <xsl:template match="@classification" mode="m:legal-notice">
    <legalnotice><para><xsl:value-of select="t:text('doc.classification-notice', .)"/></para></legalnotice>
  </xsl:template>

  <!-- m:info-facts: document control as bibliomisc, one per fact. -->
  <xsl:template match="*" mode="m:info-facts"/>
  <xsl:template match="i:document" mode="m:info-facts">
    <bibliomisc role="identifier"><xsl:value-of select="@id"/></bibliomisc>
    <bibliomisc role="status"><xsl:apply-templates select="." mode="m:document-status"/></bibliomisc>
    <xsl:apply-templates select="@owner | @approver | @audience | $dossier/@view" mode="m:info-facts"/>
  </xsl:template>
  <xsl:template match="@*" mode="m:info-facts">
    <bibliomisc role="{name()}"><xsl:value-of select="."/></bibliomisc>
  </xsl:template>

  <!-- m:versions: the table of versions at the end, unless the text has it in another place. -->
  <xsl:template match="*" mode="m:versions"/>
  <xsl:template match="i:document[i:version and not(i:body/descendant::i:insert[@name = 'versions'])]" mode="m:versions">
    <section role="versions">
      <xsl:attribute name="xml:id"><xsl:value-of select="concat(@id, '.approved-versions')"/></xsl:attribute>
      <title><xsl:value-of select="t:text('doc.approved-versions')"/></title>
      <xsl:call-template name="t:versions-table"/>
      <xsl:call-template name="t:history-link"/>
    </section>
  </xsl:template>
  <xsl:template match="i:document[i:body and not(i:version) and not(i:body/descendant::i:insert[@name = 'versions'])]" mode="m:versions">
    <xsl:variable name="history">
      <xsl:call-template name="t:history-link"/>
    </xsl:variable>
    <xsl:if test="string($history)">
      <section role="versions">
        <xsl:attribute name="xml:id"><xsl:value-of select="concat(@id, '.approved-versions')"/></xsl:attribute>
        <title><xsl:value-of select="t:text('doc.approved-versions')"/></title>
        <para role="note"><xsl:value-of select="t:text('doc.no-approved-version')"/></para>
        <xsl:copy-of select="$history"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The author of every version is the role that keeps the document. -->
  <xsl:template name="t:versions-table">
    <informaltable role="versions">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="t:text('doc.version')"/></th>
          <th scope="col"><xsl:value-of select="t:text('doc.approved-on')"/></th>
          <th scope="col"><xsl:value-of select="t:text('doc.effective-on')"/></th>
          <th scope="col"><xsl:value-of select="t:text('doc.author')"/></th>
          <th scope="col"><xsl:value-of select="t:text('doc.approved-by')"/></th>
          <th scope="col"><xsl:value-of select="t:text('doc.change')"/></th>
          <xsl:if test="not($t:is-view) or i:version/@reference">
            <th scope="col"><xsl:value-of select="t:text('doc.reference')"/></th>
          </xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="i:version" mode="m:versions">
          <xsl:sort select="position()" data-type="number" order="descending"/>
        </xsl:apply-templates>
      </tbody>
    </informaltable>
  </xsl:template>

  <xsl:template match="i:version" mode="m:versions">
    <tr>
      <th scope="row">
        <xsl:value-of select="@version"/>
        <xsl:if test="@current = 'true'">
          <xsl:value-of select="concat(' ', t:text('doc.in-force'))"/>
        </xsl:if>
      </th>
      <td><xsl:value-of select="t:short-date(@approved-on)"/></td>
      <td><xsl:value-of select="t:short-date(@effective-on)"/></td>
      <td><xsl:value-of select="t:role-title(../@owner)"/></td>
      <td><xsl:call-template name="t:approver"/></td>
      <td>
        <xsl:if test="@change">
          <xsl:value-of select="t:word('change', @change)"/>
          <xsl:if test="@summary">: </xsl:if>
        </xsl:if>
        <xsl:value-of select="@summary"/>
      </td>
      <xsl:if test="not($t:is-view) or ../i:version/@reference">
        <td><xsl:value-of select="@reference"/></td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- Who approved a version: role and person as the register has them. -->
  <xsl:template name="t:approver">
    <xsl:value-of select="t:role-title(@role)"/>
    <xsl:if test="@person">
      <xsl:value-of select="concat(' (', @person, ')')"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
