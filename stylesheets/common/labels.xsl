<?xml version="1.0" encoding="UTF-8"?>
<!-- What things are called and where they are: m:label, m:title, m:id, m:link, m:badge. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:func="http://exslt.org/functions"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="set m t">

  <!-- m:label, text: the short name that people say. -->
  <xsl:template match="*" mode="m:label"/>
  <xsl:template match="i:control" mode="m:label">
    <xsl:value-of select="@label"/>
  </xsl:template>
  <xsl:template match="i:document | i:role" mode="m:label">
    <xsl:value-of select="@title"/>
  </xsl:template>
  <xsl:template match="i:row" mode="m:label">
    <xsl:value-of select="@id"/>
  </xsl:template>

  <!-- m:title, text: label and title. -->
  <xsl:template match="*" mode="m:title">
    <xsl:value-of select="@title"/>
  </xsl:template>
  <xsl:template match="i:control" mode="m:title">
    <xsl:value-of select="@label"/>
    <!-- Some catalogues repeat the label as the title. -->
    <xsl:if test="@title != @label">
      <xsl:value-of select="concat(' ', @title)"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:row" mode="m:title">
    <xsl:value-of select="concat(@id, ' ', i:cell[@name = 'title'])"/>
  </xsl:template>
  <xsl:template match="i:role" mode="m:title">
    <xsl:value-of select="@title"/>
    <xsl:if test="@holder">
      <xsl:value-of select="concat(' (', @holder, ')')"/>
    </xsl:if>
  </xsl:template>

  <!-- m:id, text: the id of a control's section in the handbook, of a document, of a group. -->
  <xsl:template match="*" mode="m:id"/>
  <xsl:template match="i:control" mode="m:id">
    <xsl:value-of select="concat('control-handbook.', substring-after(@anchor, 'control-'))"/>
  </xsl:template>
  <xsl:template match="i:document" mode="m:id">
    <xsl:value-of select="@id"/>
  </xsl:template>

  <!-- m:link, DocBook: a link with the label, or $text, as its words; $here is the id of the article that it stands in. -->
  <xsl:template match="*" mode="m:link"/>
  <xsl:template match="i:control" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@label"/>
    <xsl:choose>
      <xsl:when test="$here = 'control-handbook'">
        <link linkend="control-handbook.{substring-after(@anchor, 'control-')}"><xsl:value-of select="$text"/></link>
      </xsl:when>
      <xsl:otherwise>
        <link xlink:href="control-handbook.xml#control-handbook.{substring-after(@anchor, 'control-')}"><xsl:value-of select="$text"/></link>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:document" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@title"/>
    <xsl:call-template name="t:link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="concat(substring('drafts/', 1 div boolean(parent::i:drafts)), @id)"/>
      <xsl:with-param name="text" select="$text"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A link to a document or to an id in one; within the article that it stands in, by linkend. -->
  <xsl:template name="t:link">
    <xsl:param name="here"/>
    <xsl:param name="document"/>
    <xsl:param name="id"/>
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="$document = $here and $id">
        <link linkend="{$id}"><xsl:value-of select="$text"/></link>
      </xsl:when>
      <xsl:when test="$document = $here">
        <link linkend="{$document}"><xsl:value-of select="$text"/></link>
      </xsl:when>
      <xsl:when test="$id">
        <link xlink:href="{$document}.xml#{$id}"><xsl:value-of select="$text"/></link>
      </xsl:when>
      <xsl:otherwise>
        <link xlink:href="{$document}.xml"><xsl:value-of select="$text"/></link>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The title of a role by its id, or the id where no role has it. -->
  <func:function name="t:role-title">
    <xsl:param name="id"/>
    <xsl:for-each select="$dossier">
      <xsl:variable name="role" select="key('role', $id)"/>
      <func:result select="concat($role/@title, substring($id, 1 div not($role)))"/>
    </xsl:for-each>
  </func:function>

  <!-- The text with a capital first letter. -->
  <func:function name="t:capital">
    <xsl:param name="text"/>
    <func:result select="concat(translate(substring($text, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($text, 2))"/>
  </func:function>

  <!-- The nodes' texts in one line. -->
  <func:function name="t:join">
    <xsl:param name="nodes"/>
    <xsl:param name="between" select="', '"/>
    <xsl:variable name="joined">
      <xsl:for-each select="$nodes">
        <xsl:if test="position() &gt; 1"><xsl:value-of select="$between"/></xsl:if>
        <xsl:value-of select="normalize-space(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="string($joined)"/>
  </func:function>

  <!-- What a catalogue is called in a sentence: its edition, else its title. -->
  <func:function name="t:edition">
    <xsl:param name="catalog"/>
    <xsl:variable name="edition" select="$catalog/i:prop[@ns = 'urn:ismsdoc:catalog'][@name = 'edition'][1]/@value"/>
    <xsl:variable name="amendments" select="$catalog/i:prop[@ns = 'urn:ismsdoc:catalog'][@name = 'amendment']/@value"/>
    <xsl:choose>
      <xsl:when test="$edition and $amendments">
        <func:result select="t:text('catalog.amended', $edition, t:join($amendments))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="string(($edition | $catalog/@title[not($edition)])[1])"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The state of an answer: implemented, partial, planned, not-implemented, unstated, excluded, undecided; conforms, gap. -->
  <func:function name="t:state">
    <xsl:param name="answer"/>
    <xsl:choose>
      <xsl:when test="not($answer/@decided = 'true')">
        <func:result select="'undecided'"/>
      </xsl:when>
      <xsl:when test="$answer/@applicable = 'false'">
        <func:result select="'excluded'"/>
      </xsl:when>
      <xsl:when test="$answer/@status">
        <func:result select="string($answer/@status)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="'unstated'"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The level of an answer, or of a part of one, on the scale of its catalogue: value and word; '' where there is none. -->
  <func:function name="t:level">
    <xsl:param name="said"/>
    <xsl:variable name="scale" select="$said/@scale"/>
    <xsl:choose>
      <xsl:when test="$scale">
        <xsl:for-each select="$said">
          <xsl:variable name="control" select="key('control', ancestor-or-self::i:answer/@control)"/>
          <func:result select="t:level-name($control/ancestor::i:catalog/i:prop[@name = 'scale'][@ns = 'urn:ismsdoc:catalog'][@value = $scale][1])"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="''"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- What a level of a scale is called: its value, and its word where it has another. -->
  <func:function name="t:level-name">
    <xsl:param name="level"/>
    <func:result select="concat($level/@value, substring(concat(' ', $level/@remarks), 1 div boolean($level/@remarks[. != ../@value])))"/>
  </func:function>

  <!-- What is said of the state of an answer or a part: its level, else $text. -->
  <func:function name="t:level-or">
    <xsl:param name="said"/>
    <xsl:param name="text"/>
    <xsl:variable name="level" select="t:level($said)"/>
    <func:result select="concat($level, substring($text, 1 div not($level)))"/>
  </func:function>

  <!-- The role in which a control is answered (i:answer/@role), in words; both with the roles that its catalogue knows. -->
  <func:function name="t:as">
    <xsl:param name="role"/>
    <xsl:for-each select="$role/..">
      <xsl:variable name="known" select="set:distinct(key('control', @control)/ancestor::i:catalog//i:control/i:prop[@name = 'role'][@ns = 'urn:ismsdoc:catalog']/@value[. != 'both'])"/>
      <xsl:variable name="words">
        <xsl:for-each select="$known[$role = 'both'] | $role[. != 'both']">
          <xsl:if test="position() &gt; 1"><xsl:value-of select="concat(' ', t:text('as.and'), ' ')"/></xsl:if>
          <xsl:value-of select="t:as-word(.)"/>
        </xsl:for-each>
      </xsl:variable>
      <func:result select="string($words)"/>
    </xsl:for-each>
  </func:function>
  <func:function name="t:as-word">
    <xsl:param name="role"/>
    <xsl:choose>
      <xsl:when test="contains(' provider customer controller processor ', concat(' ', $role, ' '))">
        <func:result select="t:text(concat('as.', $role))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="string($role)"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- m:badge, DocBook: the state of a control, an answer or a document as a badge. -->
  <xsl:template match="*" mode="m:badge"/>
  <xsl:template match="i:control" mode="m:badge">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:call-template name="t:badge">
      <xsl:with-param name="state" select="t:state($answer)"/>
      <xsl:with-param name="level" select="t:level($answer)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:site-part" mode="m:badge">
    <xsl:call-template name="t:badge">
      <xsl:with-param name="state" select="concat(@status, substring('unstated', 1 div not(@status)))"/>
      <xsl:with-param name="level" select="t:level(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A badge, with a level of the catalogue's own scale in place of the state's word. `unstated` looks like `undecided`, so that it
       never passes for something good. -->
  <xsl:template name="t:badge">
    <xsl:param name="state"/>
    <xsl:param name="level"/>
    <xsl:param name="text" select="concat($level, substring(t:text(concat('status.', $state)), 1 div not($level)))"/>
    <phrase role="status">
      <xsl:attribute name="i:status">
        <xsl:choose>
          <xsl:when test="$state = 'unstated'">undecided</xsl:when>
          <xsl:otherwise><xsl:value-of select="$state"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:value-of select="$text"/>
    </phrase>
  </xsl:template>

</xsl:stylesheet>
