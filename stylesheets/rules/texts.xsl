<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about wording: what was left over from a template, a question or another edition, and reasons that give none. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="db str m r t tp">

  <i:rule code="placeholder-left" level="warning" basis="practice"/>
  <i:rule code="question-left" level="warning" basis="practice"/>
  <i:rule code="other-edition" level="warning" basis="practice"/>
  <i:rule code="reason-repeats-answer" level="warning" basis="practice"/>
  <i:rule code="reason-is-method" level="warning" basis="practice"/>
  <i:rule code="decision-incomplete" level="warning" basis="clause" clause="6.1.3 d"/>

  <!-- Marks of an unfinished text, with | between them; by gentext, so that a language has its own. -->
  <xsl:variable name="tp:placeholders" select="str:tokenize(t:text('rules.placeholders'), '|')"/>
  <xsl:variable name="tp:method-beginnings" select="str:tokenize(t:text('rules.method-beginnings'), '|')"/>

  <!-- Can the text hold these words, whatever the case and the punctuation? Asked first, of the first words of small letters only:
       t:plain takes long. -->
  <func:function name="tp:may-hold">
    <xsl:param name="text"/>
    <xsl:param name="words"/>
    <xsl:variable name="beginning" select="substring(normalize-space($words), 1, 60)"/>
    <func:result select="not(str:tokenize($beginning, ' ')[position() != last()][not(contains($text, substring(., 2)))]
        [translate(., 'abcdefghijklmnopqrstuvwxyz', '') = ''])"/>
  </func:function>

  <!-- The texts of an answer. -->
  <xsl:template match="i:answer" mode="m:rules-texts">
    <xsl:variable name="text" select="normalize-space(i:summary)"/>
    <xsl:apply-templates select="i:justification | i:exclusion | i:summary | i:details" mode="m:rules-text"/>
    <xsl:if test="$text != ''">
      <xsl:apply-templates select="self::*[key('control', @control)/i:part[@name = 'question'][normalize-space(.)][contains($text, normalize-space(.))]]" mode="r:question-left"/>
      <xsl:apply-templates select="i:justification[string-length(normalize-space(.)) &gt; 20][tp:may-hold($text, .)][contains(t:plain($text), t:plain(.))]" mode="r:reason-repeats-answer"/>
    </xsl:if>
    <xsl:apply-templates select="i:justification" mode="r:reason-is-method"/>
    <xsl:apply-templates select="i:because[@kind = 'decision'][not(contains(., ':')) or not(normalize-space(substring-after(., ':'))) or not(normalize-space(substring-before(., ':')))]" mode="r:decision-incomplete"/>
  </xsl:template>

  <!-- m:rules-text: any text that people wrote. -->
  <xsl:template match="*" mode="m:rules-text">
    <xsl:variable name="text" select="string(.)"/>
    <xsl:variable name="mark" select="$tp:placeholders[contains($text, .)][1]"/>
    <xsl:if test="$mark">
      <xsl:apply-templates select="." mode="r:placeholder-left">
        <xsl:with-param name="mark" select="string($mark)"/>
      </xsl:apply-templates>
    </xsl:if>
    <xsl:if test="contains($text, 'A.')">
      <xsl:apply-templates select="." mode="r:other-edition">
        <xsl:with-param name="text" select="$text"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="r:placeholder-left">
    <xsl:param name="mark"/>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'placeholder-left'"/>
      <xsl:with-param name="node" select="(descendant-or-self::*[not(*)][contains(., $mark)] | .)[last()]"/>
      <xsl:with-param name="text" select="t:text('finding.placeholder-left', $mark)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:answer" mode="r:question-left">
    <xsl:call-template name="t:control-finding"><xsl:with-param name="code" select="'question-left'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="i:justification" mode="r:reason-repeats-answer">
    <xsl:call-template name="t:control-finding"><xsl:with-param name="code" select="'reason-repeats-answer'"/></xsl:call-template>
  </xsl:template>

  <!-- A reason that begins with what is done. -->
  <xsl:template match="i:justification" mode="r:reason-is-method">
    <!-- No beginning is that long. -->
    <xsl:variable name="plain" select="concat(t:plain(substring(normalize-space(.), 1, 60)), ' ')"/>
    <xsl:variable name="beginning" select="$tp:method-beginnings[starts-with($plain, concat(., ' '))][1]"/>
    <xsl:if test="$beginning">
      <xsl:call-template name="t:control-finding">
        <xsl:with-param name="code" select="'reason-is-method'"/>
        <xsl:with-param name="b" select="string($beginning)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:because" mode="r:decision-incomplete">
    <xsl:call-template name="t:control-finding"><xsl:with-param name="code" select="'decision-incomplete'"/></xsl:call-template>
  </xsl:template>

  <!-- Numbers such as A.12.3.1 that no catalogue here has, as the editions of 2013 and 2005 number: those of a text in one finding. -->
  <xsl:key name="tp:label" match="/i:dossier/i:catalogs//i:control|/i:dossier/i:catalogs//i:group" use="@label"/>

  <xsl:template match="*" mode="r:other-edition">
    <xsl:param name="text"/>
    <xsl:variable name="unknown">
      <xsl:for-each select="str:tokenize($text, ' &#9;&#10;&#13;,;:()[]/&quot;&#xA0;')[starts-with(., 'A.')]">
        <xsl:variable name="number" select="substring(., 1, string-length() - (substring(., string-length()) = '.'))"/>
        <xsl:if test="contains(' A.9.99 A.99.99 A.9.9.9 A.9.9.99 A.99.9.9 A.99.9.99 ', concat(' ', translate($number, '0123456789', '9999999999'), ' '))">
          <xsl:for-each select="$dossier">
            <xsl:if test="not(key('tp:label', $number))"><xsl:value-of select="concat($number, ' ')"/></xsl:if>
          </xsl:for-each>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($unknown)">
      <xsl:variable name="first" select="substring-before($unknown, ' ')"/>
      <xsl:call-template name="t:finding">
        <xsl:with-param name="code" select="'other-edition'"/>
        <xsl:with-param name="node" select="(descendant-or-self::*[@i:src][contains(., $first)] | .)[last()]"/>
        <xsl:with-param name="text" select="t:text('finding.other-edition', normalize-space($unknown))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
