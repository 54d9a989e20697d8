<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about answers: undecided, without status, date, evidence or provider, overdue. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="set m r t">

  <i:rule code="undecided-requirement" level="warning" basis="clause" clause="4.4"/>
  <i:rule code="requirement-gap" level="info" basis="clause" clause="10.2"/>
  <i:rule code="gap-without-date" level="warning" basis="practice"/>
  <i:rule code="status-missing" level="error" basis="clause" clause="6.1.3 d"/>
  <i:rule code="implemented-without-evidence" level="warning" basis="practice"/>
  <i:rule code="planned-without-date" level="warning" basis="practice"/>
  <i:rule code="action-overdue" level="warning" dates="true" basis="practice"/>
  <i:rule code="provider-missing" level="warning" basis="practice"/>
  <i:rule code="role-missing" level="warning" basis="practice"/>
  <i:rule code="answer-review-overdue" level="warning" dates="true" basis="practice"/>

  <!-- A finding about the control that the context belongs to; its text is finding.CODE, with {a} the control, {b} and {c} given. -->
  <xsl:template name="t:control-finding">
    <xsl:param name="code"/>
    <xsl:param name="level" select="''"/>
    <xsl:param name="basis" select="''"/>
    <xsl:param name="calendar" select="''"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:variable name="control">
      <xsl:apply-templates select="key('control', ancestor-or-self::i:answer/@control)" mode="m:title"/>
    </xsl:variable>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="$code"/>
      <xsl:with-param name="level" select="$level"/>
      <xsl:with-param name="basis" select="$basis"/>
      <xsl:with-param name="calendar" select="$calendar"/>
      <xsl:with-param name="text" select="t:text(concat('finding.', $code), $control, $b, $c)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Where the answer of a control stands, or should. -->
  <xsl:template match="i:control" mode="m:answer-file">
    <xsl:value-of select="concat('answers/', substring-before(@ref, ':'), '/', @file, '.md')"/>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:undecided-requirement">
    <xsl:variable name="file">
      <xsl:apply-templates select="key('control', @control)" mode="m:answer-file"/>
    </xsl:variable>
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'undecided-requirement'"/>
      <xsl:with-param name="b" select="string($file)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:requirement-gap">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'requirement-gap'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:gap-without-date">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'gap-without-date'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:status-missing">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'status-missing'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:implemented-without-evidence">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'implemented-without-evidence'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:planned-without-date">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'planned-without-date'"/>
      <xsl:with-param name="b" select="t:level-or(., string(@status))"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:site-part" mode="r:planned-without-date">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'planned-without-date'"/>
      <xsl:with-param name="b" select="concat(t:level-or(., string(@status)), ', ', @name)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="@due" mode="r:action-overdue">
    <xsl:variable name="due" select="."/>
    <xsl:if test="translate(., '-', '') &lt; $t:now">
      <xsl:for-each select="..">
        <xsl:call-template name="t:control-finding">
          <xsl:with-param name="code" select="'action-overdue'"/>
          <xsl:with-param name="b" select="$due"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:provider-missing">
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'provider-missing'"/>
      <xsl:with-param name="b" select="@responsibility"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:role-missing">
    <xsl:variable name="roles" select="key('control', @control)/ancestor::i:catalog//i:control/i:prop[@name = 'role'][@ns = 'urn:ismsdoc:catalog']/@value"/>
    <xsl:call-template name="t:control-finding">
      <xsl:with-param name="code" select="'role-missing'"/>
      <xsl:with-param name="b" select="t:join(set:distinct($roles[. != 'both']))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:answer-review-overdue">
    <xsl:variable name="review" select="t:answer-review(.)"/>
    <xsl:if test="translate($review, '-', '') &lt; $t:now">
      <xsl:call-template name="t:control-finding">
        <xsl:with-param name="code" select="'answer-review-overdue'"/>
        <xsl:with-param name="b" select="$review"/>
        <xsl:with-param name="c" select="@reviewed-on"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
