<?xml version="1.0" encoding="UTF-8"?>
<!-- What the approval of a Statement of Applicability covers: scope, editions, which controls are necessary and why others
     are out (major); status and reasons (minor). Owners, evidence and descriptions may change without it. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- m:approved-facts: i:facts. A layer gives a document of its own its facts by a template in this mode. -->
  <xsl:template match="*" mode="m:approved-facts"/>
  <xsl:template match="i:document[@id = 'statement-of-applicability']" mode="m:approved-facts">
    <xsl:variable name="catalogs" select="/i:dossier/i:catalogs/i:catalog[@use != 'requirements' and @use != 'peer']"/>
    <i:facts document="{@id}">
      <xsl:apply-templates select="/i:dossier/i:scope" mode="m:fact-of"/>
      <xsl:apply-templates select="$catalogs" mode="m:fact-of"/>
      <xsl:apply-templates select="$catalogs/descendant::i:control[not(@withdrawn = 'true')]" mode="m:fact-of"/>
    </i:facts>
  </xsl:template>

  <!-- One fact: what it is about, which aspect of that, and how it stands. -->
  <xsl:template name="t:approved-fact">
    <xsl:param name="weight"/>
    <xsl:param name="key"/>
    <xsl:param name="aspect"/>
    <xsl:param name="value"/>
    <xsl:if test="normalize-space($value)">
      <i:fact weight="{$weight}" key="{$key}" aspect="{$aspect}"><xsl:value-of select="normalize-space($value)"/></i:fact>
    </xsl:if>
  </xsl:template>

  <!-- m:fact-of: the facts of one thing. -->
  <xsl:template match="*" mode="m:fact-of"/>
  <xsl:template match="i:scope" mode="m:fact-of">
    <xsl:variable name="scope">
      <xsl:for-each select="i:statement | i:includes | i:excludes | i:interfaces">
        <xsl:value-of select="concat(local-name(), ': ', normalize-space(.), '. ')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="t:approved-fact">
      <xsl:with-param name="weight" select="'major'"/>
      <xsl:with-param name="aspect" select="'scope'"/>
      <xsl:with-param name="value" select="$scope"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:catalog" mode="m:fact-of">
    <xsl:call-template name="t:approved-fact">
      <xsl:with-param name="weight" select="'major'"/>
      <xsl:with-param name="key" select="@name"/>
      <xsl:with-param name="aspect" select="'edition'"/>
      <xsl:with-param name="value" select="concat(@use, ' ', i:prop[@name = 'edition'][1]/@value, ' ', i:prop[@name = 'amendment'][1]/@value)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:control" mode="m:fact-of">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="decided" select="$answer[@decided = 'true']"/>
    <xsl:variable name="out" select="$decided/@applicable = 'false'"/>
    <xsl:call-template name="t:approved-fact">
      <xsl:with-param name="weight" select="'major'"/>
      <xsl:with-param name="key" select="@label"/>
      <xsl:with-param name="aspect" select="'decision'"/>
      <xsl:with-param name="value" select="concat(substring('undecided', 1 div not($decided)), substring('excluded', 1 div $out),
                                                  substring('necessary', 1 div ($decided and not($out))))"/>
    </xsl:call-template>
    <xsl:if test="$out">
      <xsl:call-template name="t:approved-fact">
        <xsl:with-param name="weight" select="'major'"/>
        <xsl:with-param name="key" select="@label"/>
        <xsl:with-param name="aspect" select="'exclusion'"/>
        <xsl:with-param name="value" select="$answer/i:exclusion"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$decided and not($out)">
      <xsl:apply-templates select="$answer" mode="m:fact-of"/>
    </xsl:if>
  </xsl:template>

  <!-- Of a necessary control: how far it is, and why it is in. -->
  <xsl:template match="i:answer" mode="m:fact-of">
    <xsl:variable name="label" select="key('control', @control)/@label"/>
    <xsl:variable name="reasons">
      <xsl:for-each select="t:reasons(@control)">
        <xsl:sort select="@row"/>
        <xsl:value-of select="concat(@row, ', ')"/>
      </xsl:for-each>
      <xsl:for-each select="i:because">
        <xsl:value-of select="concat(normalize-space(.), ', ')"/>
      </xsl:for-each>
      <xsl:value-of select="i:justification"/>
    </xsl:variable>
    <xsl:call-template name="t:approved-fact">
      <xsl:with-param name="weight" select="'minor'"/>
      <xsl:with-param name="key" select="$label"/>
      <xsl:with-param name="aspect" select="'status'"/>
      <xsl:with-param name="value" select="@status"/>
    </xsl:call-template>
    <xsl:call-template name="t:approved-fact">
      <xsl:with-param name="weight" select="'minor'"/>
      <xsl:with-param name="key" select="$label"/>
      <xsl:with-param name="aspect" select="'reasons'"/>
      <xsl:with-param name="value" select="$reasons"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
