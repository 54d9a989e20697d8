<?xml version="1.0" encoding="UTF-8"?>
<!-- The document register: every document with its control data, and what was not built and why. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <xsl:template match="i:document[@id = 'document-register']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'document-register']" mode="m:lede">
    <xsl:value-of select="t:text(concat('documents.lede', substring('-view', 1 div $t:is-view)))"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'document-register']" mode="m:content">
    <xsl:variable name="documents" select="$dossier/i:documents/i:document"/>
    <xsl:call-template name="t:documents-section">
      <xsl:with-param name="name" select="'written'"/>
      <xsl:with-param name="documents" select="$documents[@origin != 'derived']"/>
    </xsl:call-template>
    <xsl:call-template name="t:documents-section">
      <xsl:with-param name="name" select="'derived'"/>
      <xsl:with-param name="documents" select="$documents[@origin = 'derived']"/>
    </xsl:call-template>
    <xsl:apply-templates select="key('register', 'external-documents')[i:row]" mode="m:document-section"/>
    <xsl:apply-templates select="$dossier/i:documents[i:retired]" mode="m:document-section"/>
    <xsl:if test="$dossier/i:documents/i:not-built">
      <section>
        <xsl:attribute name="xml:id">document-register.not-built</xsl:attribute>
        <title><xsl:value-of select="t:text('documents.not-built')"/></title>
        <informaltable role="not-built">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.identifier')"/></th>
              <th scope="col"><xsl:value-of select="t:text('documents.reason')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$dossier/i:documents/i:not-built" mode="m:document-row"/>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- m:document-section, a section: documents that others issue, and those that are retired. -->
  <xsl:template match="*" mode="m:document-section"/>
  <xsl:template match="i:register" mode="m:document-section">
    <section>
      <xsl:attribute name="xml:id">document-register.external</xsl:attribute>
      <title><xsl:value-of select="t:text('documents.external')"/></title>
      <para><xsl:value-of select="t:text('documents.external-are')"/></para>
      <informaltable role="external">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
            <th scope="col"><xsl:value-of select="t:text('fact.identifier')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.edition')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.issuer')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.where')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.owner')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.checked-on')"/></th>
            <th scope="col"><xsl:value-of select="t:text('column.replaced-by')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:row" mode="m:document-row"/>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>
  <xsl:template match="i:documents" mode="m:document-section">
    <section>
      <xsl:attribute name="xml:id">document-register.retired</xsl:attribute>
      <title><xsl:value-of select="t:text('documents.retired')"/></title>
      <informaltable role="retired">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
            <th scope="col"><xsl:value-of select="t:text('fact.identifier')"/></th>
            <th scope="col"><xsl:value-of select="t:text('documents.type')"/></th>
            <th scope="col"><xsl:value-of select="t:text('documents.last-version')"/></th>
            <th scope="col"><xsl:value-of select="t:text('documents.retired-on')"/></th>
            <th scope="col"><xsl:value-of select="t:text('fact.superseded-by')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:retired" mode="m:document-row"/>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template name="t:documents-section">
    <xsl:param name="name"/>
    <xsl:param name="documents"/>
    <xsl:if test="$documents">
      <section>
        <xsl:attribute name="xml:id"><xsl:value-of select="concat('document-register.', $name)"/></xsl:attribute>
        <title><xsl:value-of select="t:text(concat('documents.', $name))"/></title>
        <informaltable role="filter">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.identifier')"/></th>
              <th scope="col"><xsl:value-of select="t:text('documents.type')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.status')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.version')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.owner')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.approver')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.approved-on')"/></th>
              <th scope="col"><xsl:value-of select="t:text('fact.next-review')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$documents" mode="m:document-row"/>
          </tbody>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:document" mode="m:document-row">
    <xsl:variable name="state"><xsl:apply-templates select="." mode="m:document-state"/></xsl:variable>
    <xsl:variable name="status"><xsl:apply-templates select="." mode="m:document-status"/></xsl:variable>
    <xsl:variable name="version" select="i:version[@current = 'true'][$state = 'approved']"/>
    <xsl:variable name="review" select="t:next-review(.)"/>
    <tr>
      <th scope="row">
        <xsl:apply-templates select="." mode="m:link">
          <xsl:with-param name="here" select="'document-register'"/>
        </xsl:apply-templates>
      </th>
      <td role="identifier"><xsl:value-of select="@id"/></td>
      <td role="type"><xsl:value-of select="t:word('type', @type)"/></td>
      <td role="status">
        <xsl:choose>
          <xsl:when test="$state = 'derived'"><xsl:value-of select="t:text('status.derived')"/></xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="t:badge"><xsl:with-param name="state" select="string($status)"/></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="$dossier/i:drafts/i:document[@id = current()/@id]" mode="m:draft-beside"/>
      </td>
      <td role="version">
        <xsl:if test="$state != 'derived'"><xsl:value-of select="t:document-version(.)"/></xsl:if>
      </td>
      <td role="owner"><xsl:value-of select="t:role-title(@owner)"/></td>
      <td role="approver"><xsl:value-of select="t:role-title(@approver)"/></td>
      <td role="approved-on">
        <xsl:if test="$version">
          <xsl:attribute name="i:sort"><xsl:value-of select="$version/@approved-on"/></xsl:attribute>
          <xsl:value-of select="t:short-date($version/@approved-on)"/>
        </xsl:if>
      </td>
      <td role="next-review">
        <xsl:if test="$review">
          <xsl:attribute name="i:sort"><xsl:value-of select="$review"/></xsl:attribute>
          <xsl:value-of select="t:short-date($review)"/>
          <xsl:if test="translate($review, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- m:draft-beside: that a changed text waits beside the approved one, or is being reviewed. -->
  <xsl:template match="i:document" mode="m:draft-beside">
    <xsl:variable name="status"><xsl:apply-templates select="." mode="m:document-status"/></xsl:variable>
    <xsl:text>, </xsl:text>
    <xsl:apply-templates select="." mode="m:link">
      <xsl:with-param name="text" select="t:text(concat('status.', $status))"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- What others issue: is its edition still the one that counts? -->
  <xsl:template match="i:row" mode="m:document-row">
    <xsl:variable name="due" select="t:external-check(.)"/>
    <tr>
      <th scope="row"><xsl:apply-templates select="i:cell[@name = 'title']" mode="m:cell"/></th>
      <td role="identifier"><xsl:value-of select="@id"/></td>
      <td><xsl:value-of select="i:cell[@name = 'edition']"/></td>
      <td><xsl:apply-templates select="i:cell[@name = 'issuer']" mode="m:cell"/></td>
      <td><xsl:apply-templates select="i:cell[@name = 'where']" mode="m:cell"/></td>
      <td role="owner"><xsl:apply-templates select="i:cell[@name = 'owner']" mode="m:cell"/></td>
      <td>
        <xsl:apply-templates select="i:cell[@name = 'checked-on']" mode="m:date-cell"/>
        <xsl:if test="$due and translate($due, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
      </td>
      <td><xsl:apply-templates select="i:cell[@name = 'replaced-by']" mode="m:cell"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>
  <xsl:template match="i:cell" mode="m:date-cell">
    <xsl:attribute name="i:sort"><xsl:value-of select="."/></xsl:attribute>
    <xsl:value-of select="t:short-date(.)"/>
  </xsl:template>

  <xsl:template match="i:retired" mode="m:document-row">
    <tr>
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td role="identifier"><xsl:value-of select="@id"/></td>
      <td role="type"><xsl:value-of select="t:word('type', @type)"/></td>
      <td role="version"><xsl:value-of select="i:version[last()]/@version"/></td>
      <td>
        <xsl:if test="@retired-on">
          <xsl:attribute name="i:sort"><xsl:value-of select="@retired-on"/></xsl:attribute>
          <xsl:value-of select="t:short-date(@retired-on)"/>
        </xsl:if>
      </td>
      <td>
        <xsl:apply-templates select="i:superseded-by" mode="m:link-list">
          <xsl:with-param name="here" select="'document-register'"/>
        </xsl:apply-templates>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="i:not-built" mode="m:document-row">
    <tr>
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td role="identifier"><xsl:value-of select="@id"/></td>
      <td role="reason"><xsl:value-of select="@reason"/></td>
    </tr>
  </xsl:template>

</xsl:stylesheet>
