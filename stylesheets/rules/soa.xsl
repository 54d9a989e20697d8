<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about the Statement of Applicability: why a control is in, why one is out. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl m r t tp">

  <i:rule code="undecided-control" level="warning" basis="clause" clause="6.1.3 d"/>
  <i:rule code="necessary-without-reason" level="error" basis="clause" clause="6.1.3 d"/>
  <i:rule code="reason-without-source" level="warning" basis="practice"/>
  <i:rule code="excluded-without-reason" level="error" basis="clause" clause="6.1.3 d"/>
  <i:rule code="exclusion-stale" level="warning" dates="true" basis="practice"/>
  <i:rule code="excluded-but-linked" level="warning" basis="clause" clause="6.1.3 c"/>
  <i:rule code="reason-is-status" level="warning" basis="practice"/>
  <i:rule code="copied-reason" level="warning" basis="practice"/>

  <xsl:template match="i:answer" mode="r:undecided-control">
    <xsl:variable name="file">
      <xsl:apply-templates select="key('control', @control)" mode="m:answer-file"/>
    </xsl:variable>
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'undecided-control'"/>
      <xsl:with-param name="b" select="string($file)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:necessary-without-reason">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'necessary-without-reason'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:reason-without-source">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'reason-without-source'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:excluded-without-reason">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'excluded-without-reason'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="@reassess-by" mode="r:exclusion-stale">
    <xsl:variable name="date" select="."/>
    <xsl:if test="translate(., '-', '') &lt; $t:now">
      <xsl:for-each select="..">
        <xsl:call-template name="t:control-finding">
          <xsl:with-param name="code" select="'exclusion-stale'"/>
          <xsl:with-param name="b" select="$date"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:excluded-but-linked">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'excluded-but-linked'"/>
      <xsl:with-param name="b" select="t:join(t:reasons(@control)/@row)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A reason that is nothing but a status or an assertion. -->
  <xsl:variable name="tp:status-words" select="'|implemented|fully implemented|partly implemented|partially implemented|in place|done|complete|completed|yes|no|true|false|ok|na|n a|none|applicable|not applicable|necessary|not necessary|needed|not needed|required|not required|relevant|not relevant|mandatory|compliant|conforms|planned|in progress|ongoing|tbd|todo|to do|to be defined|best practice|good practice|see above|as above|see policy|iso 27001|iso 27002|annex a|'"/>

  <xsl:template match="i:justification | i:exclusion" mode="r:reason-is-status">
    <xsl:if test="string-length(normalize-space(.)) &lt; 40 and contains($tp:status-words, concat('|', t:plain(.), '|')) and normalize-space(.)">
      <xsl:call-template name="t:control-finding">
        <xsl:with-param name="code" select="'reason-is-status'"/>
        <xsl:with-param name="b" select="normalize-space(.)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Reasons that are equal but for case, punctuation and blank space: the second one and each after it. One text that answers
       several controls at once is no copy. -->
  <xsl:variable name="tp:reasons">
    <xsl:for-each select="$dossier[$share != 'registers']/i:answers/i:answer/*[self::i:justification or self::i:exclusion]">
      <i:reason control="{../@control}" src="{../@i:src}" plain="{t:plain(.)}"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:key name="tp:reason" match="/i:reason" use="@plain"/>

  <xsl:template match="i:justification | i:exclusion" mode="r:copied-reason">
    <xsl:variable name="plain" select="t:plain(.)"/>
    <xsl:variable name="first" select="tp:first-reason($plain)"/>
    <xsl:if test="$first/@control != ../@control and $plain and not(../@i:src = $first/@src)">
      <xsl:variable name="other">
        <xsl:apply-templates select="key('control', $first/@control)" mode="m:label"/>
      </xsl:variable>
      <xsl:call-template name="t:control-finding">
        <xsl:with-param name="code" select="'copied-reason'"/>
        <xsl:with-param name="b" select="string($other)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The first of those that are so when plain. -->
  <func:function name="tp:first-reason">
    <xsl:param name="plain"/>
    <xsl:for-each select="exsl:node-set($tp:reasons)">
      <func:result select="key('tp:reason', $plain)[1]"/>
    </xsl:for-each>
  </func:function>

  <!-- Words only, in lower case. -->
  <func:function name="t:plain">
    <xsl:param name="text"/>
    <func:result select="normalize-space(translate($text, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ.,;:!?/()-–&quot;', 'abcdefghijklmnopqrstuvwxyz            '))"/>
  </func:function>

</xsl:stylesheet>
