<?xml version="1.0" encoding="UTF-8"?>
<!-- The directives of the template language that are not as operated: what stands in place of each i:insert. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl db m t">

  <i:directive name="role" place="inline"/>
  <i:directive name="control" place="inline"/>
  <i:directive name="document" place="inline"/>
  <i:directive name="rule" place="inline"/>
  <i:directive name="date" place="inline"/>
  <i:directive name="answers" place="block"/>
  <i:directive name="answer" place="block"/>
  <i:directive name="register" place="block"/>
  <i:directive name="versions" place="block"/>
  <i:directive name="scope" place="block"/>

  <!-- Names that ship, for the nearest one to a mistyped name. -->
  <xsl:variable name="t:directives" select="' role control document rule date answers answer register versions scope risk-scales '"/>

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

  <!-- A layer may match its directives in m:prose, or without a mode. -->
  <xsl:template match="i:insert" mode="m:prose" priority="-2">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <!-- A directive that no template resolves: shown here as what was written, reported by m:findings. -->
  <xsl:template match="i:insert" priority="-2">
    <xsl:variable name="written" select="normalize-space(concat('{{', @name, ' ', @args, '}}'))"/>
    <xsl:choose>
      <xsl:when test="parent::i:* or parent::db:section or parent::db:listitem or parent::db:blockquote or parent::db:sidebar">
        <para role="unknown" i:problem="unknown-directive"><xsl:value-of select="$written"/></para>
      </xsl:when>
      <xsl:otherwise>
        <phrase role="unknown" i:problem="unknown-directive"><xsl:value-of select="$written"/></phrase>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:findings: what composing has to report. Inserts that are not ours are tried, for a layer may know them. -->
  <xsl:template match="*" mode="m:findings"/>
  <xsl:template match="i:dossier" mode="m:findings">
    <xsl:apply-templates select="*[not(self::i:catalogs or self::i:registers or self::i:relations)]/descendant::i:insert[not(contains($t:directives, concat(' ', @name, ' ')))]" mode="m:findings"/>
    <xsl:apply-templates select="i:answers/descendant::i:insert[@name = 'answers' or @name = 'versions']" mode="m:misplaced"/>
    <xsl:call-template name="t:user-findings"/>
  </xsl:template>

  <!-- Hook: more findings of composing. -->
  <xsl:template name="t:user-findings"/>

  <xsl:template match="i:insert" mode="m:findings">
    <xsl:variable name="result">
      <xsl:apply-templates select="." mode="m:prose"/>
    </xsl:variable>
    <xsl:if test="exsl:node-set($result)//@i:problem = 'unknown-directive'">
      <xsl:variable name="nearest">
        <xsl:call-template name="t:nearest-directive"/>
      </xsl:variable>
      <xsl:call-template name="t:finding">
        <xsl:with-param name="level" select="'error'"/>
        <xsl:with-param name="code" select="'unknown-directive'"/>
        <xsl:with-param name="basis" select="'rule'"/>
        <xsl:with-param name="text" select="t:text(concat('finding.unknown-directive', substring('-near', 1 div boolean(string($nearest)))), @name, $nearest)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:insert" mode="m:misplaced">
    <xsl:call-template name="t:finding">
      <xsl:with-param name="level" select="'error'"/>
      <xsl:with-param name="code" select="'misplaced-directive'"/>
      <xsl:with-param name="basis" select="'rule'"/>
      <xsl:with-param name="text" select="t:text('finding.misplaced-directive', @name)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The shipped directive that shares the most first letters with the name; nothing if not even one. -->
  <xsl:template name="t:nearest-directive">
    <xsl:param name="start" select="@name"/>
    <xsl:variable name="rest" select="substring-after($t:directives, concat(' ', $start))"/>
    <xsl:choose>
      <xsl:when test="$start = ''"/>
      <xsl:when test="$rest">
        <xsl:value-of select="concat($start, substring-before($rest, ' '))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:nearest-directive">
          <xsl:with-param name="start" select="substring($start, 1, string-length($start) - 1)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
