<?xml version="1.0" encoding="UTF-8"?>
<!-- The directives of the template language that are not as operated: what stands in place of each i:insert. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="db m t">

  <xsl:template match="i:insert[@name = 'role']" mode="m:prose">
    <xsl:value-of select="t:role-title(string((@ref | @label[not(../@ref)])[1]))"/>
  </xsl:template>

  <!-- Control, document, rule: a link; without a target in this build, what was written. -->
  <xsl:template match="i:insert[@name = 'control' or @name = 'document' or @name = 'rule']" mode="m:prose">
    <xsl:value-of select="@label"/>
  </xsl:template>
  <xsl:template match="i:insert[@name = 'control' and key('control', @ref)]" mode="m:prose" priority="1">
    <xsl:param name="here"/>
    <xsl:apply-templates select="key('control', @ref)" mode="m:link">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:insert[@name = 'document' and key('document', @ref)]" mode="m:prose" priority="1">
    <xsl:param name="here"/>
    <xsl:apply-templates select="key('document', @ref)" mode="m:link">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:insert[@name = 'rule' and @document]" mode="m:prose" priority="1">
    <xsl:param name="here"/>
    <xsl:call-template name="t:link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="@document"/>
      <xsl:with-param name="id" select="string(@ref)"/>
      <xsl:with-param name="text" select="@ref"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A date of the document that it stands in; of a draft there is none yet. -->
  <xsl:template match="i:insert[@name = 'date']" mode="m:prose">
    <xsl:variable name="document" select="ancestor::i:document"/>
    <xsl:variable name="version" select="$document[@state = 'approved']/i:version[@current = 'true']"/>
    <xsl:variable name="date">
      <xsl:choose>
        <xsl:when test="@arg = 'today'"><xsl:value-of select="$today"/></xsl:when>
        <xsl:when test="@arg = 'approved'"><xsl:value-of select="$version/@approved-on"/></xsl:when>
        <xsl:when test="@arg = 'effective'"><xsl:value-of select="$version/@effective-on"/></xsl:when>
        <xsl:when test="@arg = 'review'"><xsl:value-of select="t:next-review($document)"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="t:date(string($date))"/>
    <xsl:if test="not(string($date))">
      <xsl:value-of select="t:text('doc.not-approved')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:insert[@name = 'versions']" mode="m:prose">
    <xsl:for-each select="ancestor::i:document[i:version]">
      <xsl:call-template name="t:versions-table"/>
    </xsl:for-each>
    <xsl:if test="not(ancestor::i:document/i:version)">
      <para role="draft"><xsl:value-of select="t:text('doc.no-approved-version')"/></para>
    </xsl:if>
    <xsl:for-each select="ancestor::i:document">
      <xsl:call-template name="t:history-link"/>
    </xsl:for-each>
  </xsl:template>

  <!-- What is in the scope, out of it and on its border, and the sites; the statement is {{scope.statement}}. -->
  <xsl:template match="i:insert[@name = 'scope']" mode="m:prose">
    <xsl:variable name="scope" select="$dossier/i:scope"/>
    <xsl:if test="not($scope/*[not(self::i:statement)])">
      <para role="not-answered"><xsl:value-of select="t:text('scope.none')"/></para>
    </xsl:if>
    <xsl:if test="$scope/*[not(self::i:statement)]">
      <informaltable role="scope">
        <tbody>
          <xsl:call-template name="t:scope-row"><xsl:with-param name="what" select="$scope/i:includes"/></xsl:call-template>
          <xsl:call-template name="t:scope-row"><xsl:with-param name="what" select="$scope/i:excludes"/></xsl:call-template>
          <xsl:call-template name="t:scope-row"><xsl:with-param name="what" select="$scope/i:interfaces"/></xsl:call-template>
        </tbody>
      </informaltable>
    </xsl:if>
    <xsl:apply-templates select="$dossier/i:sites[i:site]" mode="m:scope"/>
  </xsl:template>

  <xsl:template name="t:scope-row">
    <xsl:param name="what"/>
    <xsl:if test="$what">
      <tr>
        <th scope="row"><xsl:value-of select="t:text(concat('scope.', local-name($what)))"/></th>
        <td>
          <itemizedlist>
            <xsl:for-each select="$what">
              <listitem><para><xsl:value-of select="normalize-space(.)"/></para></listitem>
            </xsl:for-each>
          </itemizedlist>
        </td>
      </tr>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:sites" mode="m:scope">
    <informaltable role="sites">
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="t:text('scope.site')"/></th>
          <th scope="col"><xsl:value-of select="t:text('scope.address')"/></th>
          <th scope="col"><xsl:value-of select="t:text('scope.activities')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="i:site" mode="m:scope"/>
      </tbody>
    </informaltable>
  </xsl:template>
  <xsl:template match="i:site" mode="m:scope">
    <tr>
      <th scope="row"><xsl:apply-templates select="@id" mode="m:site-name"/></th>
      <td><xsl:value-of select="@address"/></td>
      <td><xsl:value-of select="@activities"/></td>
    </tr>
  </xsl:template>

</xsl:stylesheet>
