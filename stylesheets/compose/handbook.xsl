<?xml version="1.0" encoding="UTF-8"?>
<!-- The control handbook: a section per catalogue, group and control; each control's section is a page of its own. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:exsl="http://exslt.org/common"
                xmlns:set="http://exslt.org/sets"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl set db m t tp">

  <xsl:template match="i:document[@id = 'control-handbook']" mode="m:page">
    <xsl:attribute name="i:chunk">controls</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'control-handbook']" mode="m:lede">
    <xsl:value-of select="t:text('handbook.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'control-handbook']" mode="m:content">
    <xsl:choose>
      <xsl:when test="$t:catalogs//i:control">
        <xsl:apply-templates select="$t:catalogs[.//i:control]" mode="m:handbook"/>
      </xsl:when>
      <xsl:otherwise>
        <para role="empty"><xsl:value-of select="t:text('handbook.empty')"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Titles that every control repeats: made once, for a look-up each would cost more than the rest. -->
  <xsl:variable name="tp:title-decision"><title><xsl:value-of select="t:text('decision.title')"/></title></xsl:variable>
  <xsl:variable name="tp:title-how"><title><xsl:value-of select="t:text('handbook.how')"/></title></xsl:variable>
  <xsl:variable name="tp:title-details"><title><xsl:value-of select="t:text('handbook.details')"/></title></xsl:variable>
  <xsl:variable name="tp:title-evidence"><title><xsl:value-of select="t:text('handbook.evidence')"/></title></xsl:variable>
  <xsl:variable name="tp:title-documents"><title><xsl:value-of select="t:text('handbook.documents')"/></title></xsl:variable>
  <xsl:variable name="tp:title-related"><title><xsl:value-of select="t:text('handbook.related')"/></title></xsl:variable>

  <!-- m:handbook, sections. -->
  <xsl:template match="*" mode="m:handbook"/>
  <xsl:template match="i:catalog" mode="m:handbook">
    <section role="catalog">
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('control-handbook.catalog.', @name)"/></xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:theme"/></title>
      <xsl:apply-templates select="i:group | i:control" mode="m:handbook"/>
    </section>
  </xsl:template>

  <xsl:template match="i:group[.//i:control]" mode="m:handbook">
    <section role="group">
      <xsl:attribute name="xml:id">
        <xsl:value-of select="concat('control-handbook.group.', ancestor::i:catalog/@name, '.')"/>
        <xsl:value-of select="@id"/>
        <xsl:if test="not(@id)">
          <xsl:number level="any" from="i:catalog" count="i:group"/>
        </xsl:if>
      </xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:title"/></title>
      <xsl:apply-templates select="i:part" mode="m:part-content"/>
      <xsl:apply-templates select="i:group | i:control" mode="m:handbook"/>
    </section>
  </xsl:template>

  <!-- m:row, text: the address of a control's row in the statement or the index of its catalogue. -->
  <xsl:template match="i:catalog" mode="m:row">
    <xsl:param name="control"/>
    <xsl:value-of select="concat('statement-of-applicability.xml#', $control/@anchor)"/>
  </xsl:template>
  <!-- A peer that takes the place of Annex A stands in the common statement. -->
  <xsl:template match="i:catalog[@use = 'peer']" mode="m:row">
    <xsl:param name="control"/>
    <xsl:variable name="apart" select="@name = $t:peers/@name"/>
    <xsl:value-of select="concat('statement-', substring(@name, 1 div $apart), substring('of-applicability', 1 div not($apart)),
        '.xml#', $control/@anchor)"/>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'requirements']" mode="m:row">
    <xsl:param name="control"/>
    <xsl:value-of select="concat('clause-index.xml#clause-index.', substring-after($control/@anchor, 'control-'))"/>
  </xsl:template>

  <!-- A control: what it wants, what was decided, what is done, what proves it, then the catalogue's help. -->
  <xsl:template match="i:control" mode="m:handbook">
    <xsl:variable name="page" select="substring-after(@anchor, 'control-')"/>
    <section role="control" i:page="{$page}">
      <xsl:variable name="row">
        <xsl:apply-templates select="ancestor::i:catalog" mode="m:row">
          <xsl:with-param name="control" select="."/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:if test="not($t:is-view) or t:is-made(substring-before($row, '.xml#'))">
        <xsl:attribute name="i:row"><xsl:value-of select="$row"/></xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="@i:src"/>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('control-handbook.', $page)"/></xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:title"/></title>
      <para role="state"><xsl:apply-templates select="." mode="m:badge"/></para>
      <xsl:apply-templates select="i:part[@name = 'statement']" mode="m:part-content"/>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:call-template name="t:user-control"/>
      <xsl:apply-templates select="." mode="m:decision"/>
      <xsl:apply-templates select="." mode="m:handbook-summary"/>
      <xsl:apply-templates select="key('answer', @ref)" mode="m:handbook-details"/>
      <xsl:apply-templates select="." mode="m:handbook-evidence"/>
      <xsl:apply-templates select="." mode="m:handbook-records"/>
      <xsl:apply-templates select="." mode="m:handbook-documents"/>
      <xsl:apply-templates select="." mode="m:handbook-related"/>
      <xsl:apply-templates select="." mode="m:handbook-parts"/>
      <xsl:apply-templates select="i:control" mode="m:handbook"/>
    </section>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Withdrawn: listed, so that a number that people remember leads somewhere. -->
  <xsl:template match="i:control[@withdrawn = 'true']" mode="m:handbook">
    <xsl:variable name="page" select="substring-after(@anchor, 'control-')"/>
    <section role="control" i:page="{$page}">
      <xsl:copy-of select="@i:src"/>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('control-handbook.', $page)"/></xsl:attribute>
      <title>
        <xsl:apply-templates select="." mode="m:title"/>
        <xsl:value-of select="concat(' ', t:text('control.is-withdrawn'))"/>
      </title>
      <para role="note"><xsl:value-of select="t:text('control.withdrawn')"/></para>
      <xsl:apply-templates select="i:part[@name = 'statement']" mode="m:part-content"/>
      <xsl:apply-templates select="." mode="m:handbook-related"/>
      <xsl:apply-templates select="i:control" mode="m:handbook"/>
    </section>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Hook: more blocks in a control's section, before the decision; the context is the i:control. -->
  <xsl:template name="t:user-control"/>

  <!-- The properties that are ours, and what names and values are called, looked up once. -->
  <xsl:variable name="tp:props" select="$t:catalogs//i:control/i:prop[@ns = 'urn:ismsdoc:catalog' and @name != 'label' and @name != 'sort-id' and not(@class = 'usual')]"/>
  <xsl:variable name="tp:prop-words">
    <xsl:for-each select="set:distinct($tp:props/@name)">
      <xsl:variable name="name" select="string()"/>
      <tr id="{$name}">
        <th scope="row"><xsl:value-of select="t:word('prop', $name)"/></th>
        <xsl:for-each select="set:distinct($tp:props[@name = $name]/@value)">
          <td id="{.}"><xsl:value-of select="t:word(concat('value.', $name), .)"/></td>
        </xsl:for-each>
      </tr>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="tp:prop-rows" select="exsl:node-set($tp:prop-words)/db:tr"/>

  <!-- m:attributes: the properties that are ours, a row per name. -->
  <xsl:template match="i:control" mode="m:attributes">
    <xsl:variable name="ours" select="i:prop[@ns = 'urn:ismsdoc:catalog' and @name != 'label' and @name != 'sort-id']"/>
    <xsl:variable name="props" select="$ours[not(@class = 'usual')]"/>
    <xsl:if test="$ours">
      <informaltable role="attributes">
        <tbody>
          <xsl:for-each select="set:distinct($props/@name)">
            <xsl:variable name="name" select="string()"/>
            <xsl:variable name="words" select="$tp:prop-rows[@id = $name]"/>
            <tr>
              <xsl:copy-of select="$words/db:th"/>
              <td>
                <xsl:apply-templates select="$props[@name = $name]" mode="m:attribute-value">
                  <xsl:with-param name="words" select="$words"/>
                </xsl:apply-templates>
              </td>
            </tr>
          </xsl:for-each>
          <xsl:apply-templates select="$ours[@class = 'usual']" mode="m:usual-document"/>
        </tbody>
      </informaltable>
    </xsl:if>
  </xsl:template>

  <!-- A document that practice gives to a control: no documented information that a clause demands. -->
  <xsl:template match="i:prop" mode="m:usual-document">
    <tr>
      <th scope="row"><xsl:value-of select="t:text('handbook.usual-document')"/></th>
      <td><xsl:value-of select="t:text('handbook.usual-document-is', @value)"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="i:prop" mode="m:attribute-value">
    <xsl:param name="words" select="$tp:prop-rows[@id = current()/@name]"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:value-of select="$words/db:td[@id = current()/@value]"/>
  </xsl:template>

  <!-- How it is done; nothing to say where the control is out or nobody has decided. -->
  <xsl:template match="i:control" mode="m:handbook-summary">
    <xsl:if test="key('answer', @ref)[i:summary/* or (@decided = 'true' and not(@applicable = 'false'))]">
      <section role="summary">
        <xsl:copy-of select="$tp:title-how"/>
        <xsl:apply-templates select="." mode="m:summary">
          <xsl:with-param name="here" select="'control-handbook'"/>
        </xsl:apply-templates>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:answer" mode="m:handbook-details"/>
  <!-- Details with headings of their own need none of ours. -->
  <xsl:template match="i:answer[i:details/*[1][self::db:section]]" mode="m:handbook-details" priority="1">
    <xsl:apply-templates select="i:details/*" mode="m:prose">
      <xsl:with-param name="here" select="'control-handbook'"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:answer[i:details/*]" mode="m:handbook-details">
    <section role="details">
      <xsl:copy-of select="$tp:title-details"/>
      <xsl:apply-templates select="i:details/node()" mode="m:prose">
        <xsl:with-param name="here" select="'control-handbook'"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

  <xsl:template match="i:control" mode="m:handbook-documents">
    <xsl:if test="key('implements', @ref)">
      <section role="documents">
        <xsl:copy-of select="$tp:title-documents"/>
        <itemizedlist>
          <xsl:for-each select="key('implements', @ref)">
            <listitem><para><xsl:apply-templates select=".." mode="m:link"/></para></listitem>
          </xsl:for-each>
        </itemizedlist>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Links of the catalogue, a paragraph per relation. A link that leads nowhere is left out. -->
  <xsl:template match="i:control" mode="m:handbook-related">
    <xsl:variable name="links" select="i:link[key('control', @ref) or contains(@href, '://')]"/>
    <xsl:if test="$links">
      <section role="related">
        <xsl:copy-of select="$tp:title-related"/>
        <xsl:for-each select="$links[not(string(@rel) = preceding-sibling::i:link[key('control', @ref) or contains(@href, '://')]/@rel)]">
          <para>
            <xsl:value-of select="concat(t:word('rel', @rel), ': ')"/>
            <xsl:apply-templates select="$links[string(@rel) = string(current()/@rel)]" mode="m:handbook-link"/>
          </para>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:link[@ref]" mode="m:handbook-link">
    <xsl:variable name="title">
      <xsl:apply-templates select="key('control', @ref)" mode="m:title"/>
    </xsl:variable>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="key('control', @ref)" mode="m:link">
      <xsl:with-param name="here" select="'control-handbook'"/>
      <xsl:with-param name="text" select="string($title)"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:link" mode="m:handbook-link">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <link xlink:href="{@href}"><xsl:value-of select="."/><xsl:if test="not(string(.))"><xsl:value-of select="@href"/></xsl:if></link>
  </xsl:template>

</xsl:stylesheet>
