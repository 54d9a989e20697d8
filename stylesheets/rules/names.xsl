<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules about names: those of other organisations (foreign-names: in isms.yaml), left over from where a text was copied. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="m r t tp">

  <i:rule code="foreign-name" level="warning" basis="rule"/>

  <xsl:variable name="tp:foreign-names" select="$dossier/i:settings/i:foreign-name[tp:name-words(.) != '  ']"/>

  <!-- In what is read as one text: the outermost elements that have words of their own, and titles of documents. -->
  <xsl:template match="i:dossier" mode="r:foreign-name">
    <xsl:apply-templates select="(i:answers | i:documents/i:document | i:drafts/i:document | i:records | i:registers)
        /descendant::*[text()[normalize-space()]][not(ancestor::*[text()[normalize-space()]])]" mode="r:foreign-name"/>
    <xsl:apply-templates select="(i:documents/i:document | i:drafts/i:document | i:records/i:record)/@title" mode="r:foreign-name"/>
  </xsl:template>

  <xsl:template match="* | @*" mode="r:foreign-name">
    <xsl:apply-templates select="$tp:foreign-names[contains(tp:name-words(current()), tp:name-words(.))]" mode="r:foreign-name-in">
      <xsl:with-param name="node" select="self::* | parent::*[not(current()/self::*)]"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="i:foreign-name" mode="r:foreign-name-in">
    <xsl:param name="node"/>
    <xsl:call-template name="t:finding">
      <xsl:with-param name="code" select="'foreign-name'"/>
      <xsl:with-param name="node" select="$node"/>
      <xsl:with-param name="text" select="t:text('finding.foreign-name', .)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The words of a text in lower case, a blank before and after each: letters of the languages around us, no punctuation. -->
  <func:function name="tp:name-words">
    <xsl:param name="text"/>
    <func:result select="concat(' ', normalize-space(translate($text,
        concat('ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠȘŤȚŪŮŰŲŸŹŻŽ.,;:!?/\()[]{}&lt;&gt;|*_+=#@&amp;%&quot;’‘“”„«»–—…·-&#xA0;', &quot;'&quot;),
        'abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćčďđēėęěğģīįķĺļľłńņňőœŕřśşšșťțūůűųÿźżž                                             ')), ' ')"/>
  </func:function>

</xsl:stylesheet>
