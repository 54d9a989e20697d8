<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of document control that every article begins with, and the date of the next review. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="m t">

  <xsl:key name="retired" match="/i:dossier/i:documents/i:retired" use="@id"/>

  <!-- m:document-control: the table. Rows are made by m:fact, so that a layer can change one. -->
  <xsl:template match="*" mode="m:document-control">
    <informaltable role="document-control">
      <tbody>
        <xsl:apply-templates select="." mode="m:facts"/>
        <xsl:call-template name="t:user-facts"/>
      </tbody>
    </informaltable>
  </xsl:template>

  <!-- Hook: more rows of document control (t:fact); the context is the i:document. -->
  <xsl:template name="t:user-facts"/>

  <!-- m:facts: the rows; of what is made from the dossier, then of a document with an approver. -->
  <xsl:template match="*" mode="m:facts">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'status'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:text('doc.derived', t:date($today))"/></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="@owner" mode="m:fact"/>
    <xsl:apply-templates select="@classification" mode="m:fact"/>
    <xsl:apply-templates select="@id" mode="m:fact"/>
    <xsl:apply-templates select="@audience" mode="m:fact"/>
  </xsl:template>
  <xsl:template match="i:document[@approver or @origin != 'derived']" mode="m:facts">
    <xsl:call-template name="t:status-fact"/>
    <xsl:apply-templates select="@owner" mode="m:fact"/>
    <xsl:call-template name="t:approval-facts"/>
    <xsl:apply-templates select="@classification" mode="m:fact"/>
    <xsl:call-template name="t:version-fact"/>
    <xsl:call-template name="t:implements-fact"/>
    <xsl:apply-templates select="@id" mode="m:fact"/>
    <xsl:apply-templates select="@audience" mode="m:fact"/>
    <xsl:call-template name="t:list-fact"><xsl:with-param name="items" select="i:distribution"/></xsl:call-template>
    <xsl:call-template name="t:list-fact"><xsl:with-param name="items" select="i:supersedes"/></xsl:call-template>
    <xsl:call-template name="t:list-fact"><xsl:with-param name="items" select="i:superseded-by"/></xsl:call-template>
  </xsl:template>

  <!-- A row of what elements of one name say, if there is any: who gets a copy, which documents came before and after. -->
  <xsl:template name="t:list-fact">
    <xsl:param name="items"/>
    <xsl:if test="$items">
      <xsl:call-template name="t:fact">
        <xsl:with-param name="fact" select="local-name($items)"/>
        <xsl:with-param name="value"><xsl:apply-templates select="$items" mode="m:link-list"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- One row: its name in gentext is fact.NAME; $sort is what programs sort by, where the words do not. -->
  <xsl:template name="t:fact">
    <xsl:param name="fact"/>
    <xsl:param name="value"/>
    <xsl:param name="sort"/>
    <tr i:fact="{$fact}">
      <th scope="row"><xsl:value-of select="t:text(concat('fact.', $fact))"/></th>
      <td>
        <xsl:if test="$sort">
          <xsl:attribute name="i:sort"><xsl:value-of select="$sort"/></xsl:attribute>
        </xsl:if>
        <xsl:copy-of select="$value"/>
      </td>
    </tr>
  </xsl:template>

  <!-- m:fact: a row from an attribute of the document. -->
  <xsl:template match="@*" mode="m:fact"/>
  <xsl:template match="@owner" mode="m:fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'owner'"/>
      <xsl:with-param name="value"><xsl:call-template name="t:role-and-holder"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="@classification" mode="m:fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'classification'"/>
      <xsl:with-param name="value"><xsl:value-of select="."/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="@audience" mode="m:fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'audience'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:word('audience', .)"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="@id" mode="m:fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'identifier'"/>
      <xsl:with-param name="value"><xsl:value-of select="."/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The role that an attribute names, with its holder, or that nobody holds it. -->
  <xsl:template name="t:role-and-holder">
    <xsl:param name="id" select="."/>
    <xsl:variable name="role" select="t:role($id)"/>
    <xsl:choose>
      <xsl:when test="$role/@holder"><xsl:value-of select="concat($role/@title, ' (', $role/@holder, ')')"/></xsl:when>
      <!-- The public reads no names. -->
      <xsl:when test="$dossier/@view = 'public'"><xsl:value-of select="t:role-title($id)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(t:role-title($id), ' (', t:text('role.no-holder'), ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="t:status-fact">
    <xsl:variable name="state">
      <xsl:apply-templates select="." mode="m:document-status"/>
    </xsl:variable>
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'status'"/>
      <xsl:with-param name="value"><xsl:call-template name="t:badge"><xsl:with-param name="state" select="string($state)"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Approver and dates: of the version in force, or that there is none. -->
  <xsl:template name="t:approval-facts">
    <xsl:variable name="version" select="i:version[@current = 'true'][current()/@state = 'approved']"/>
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'approver'"/>
      <xsl:with-param name="value">
        <xsl:for-each select="$version"><xsl:call-template name="t:approver"/></xsl:for-each>
        <xsl:if test="not($version)">
          <xsl:value-of select="t:text('doc.to-be-approved-by', t:role-title(@approver))"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:date-fact">
      <xsl:with-param name="fact" select="'approved-on'"/>
      <xsl:with-param name="date" select="$version/@approved-on"/>
    </xsl:call-template>
    <xsl:call-template name="t:date-fact">
      <xsl:with-param name="fact" select="'effective-on'"/>
      <xsl:with-param name="date" select="$version/@effective-on"/>
    </xsl:call-template>
    <xsl:call-template name="t:date-fact">
      <xsl:with-param name="fact" select="'next-review'"/>
      <xsl:with-param name="date" select="t:next-review(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:date-fact">
    <xsl:param name="fact"/>
    <xsl:param name="date"/>
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="$fact"/>
      <xsl:with-param name="sort" select="string($date)"/>
      <xsl:with-param name="value">
        <xsl:value-of select="t:date($date)"/>
        <xsl:if test="not(string($date))">
          <xsl:value-of select="t:text('doc.not-approved')"/>
        </xsl:if>
        <xsl:if test="$fact = 'next-review' and translate($date, '-', '') &lt; $t:now">
          <xsl:call-template name="t:overdue"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The mark of something whose day has passed. -->
  <xsl:template name="t:overdue">
    <xsl:text> </xsl:text>
    <phrase role="overdue"><xsl:value-of select="t:text('doc.overdue')"/></phrase>
  </xsl:template>

  <xsl:template name="t:version-fact">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'version'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:document-version(.)"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:implements-fact">
    <xsl:if test="i:implements">
      <xsl:call-template name="t:fact">
        <xsl:with-param name="fact" select="'implements'"/>
        <xsl:with-param name="value"><xsl:apply-templates select="i:implements" mode="m:link-list"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:implements" mode="m:link-list">
    <xsl:param name="here"/>
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="key('control', @ref)" mode="m:link">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="i:distribution" mode="m:link-list">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="i:supersedes | i:superseded-by" mode="m:link-list">
    <xsl:param name="here"/>
    <xsl:variable name="document" select="key('document', @ref)"/>
    <xsl:variable name="retired" select="key('retired', @ref)"/>
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="$document" mode="m:link">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
    <xsl:choose>
      <xsl:when test="$document"/>
      <xsl:when test="$retired"><xsl:value-of select="concat($retired/@title, ' (', t:text('doc.is-retired'), ')')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The version that is shown: the one in force, else the draft's, else a word that there is none. -->
  <func:function name="t:document-version">
    <xsl:param name="document"/>
    <xsl:choose>
      <xsl:when test="$document/@state = 'approved' and $document/i:version[@current = 'true']">
        <func:result select="string($document/i:version[@current = 'true']/@version)"/>
      </xsl:when>
      <xsl:when test="$document/@version">
        <func:result select="t:text('doc.draft-version', $document/@version)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="t:text('doc.no-version')"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
