<?xml version="1.0" encoding="UTF-8"?>
<!-- Inline elements: emphasis, code, phrases and badges, footnotes, breaks. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:set="http://exslt.org/sets"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="d i m mp set t tp">

  <xsl:template match="d:emphasis">
    <xsl:choose>
      <xsl:when test="@role = 'strong' or @role = 'bold'">
        <strong><xsl:apply-templates/></strong>
      </xsl:when>
      <xsl:when test="@role = 'strikethrough'">
        <s><xsl:apply-templates/></s>
      </xsl:when>
      <xsl:otherwise>
        <em><xsl:apply-templates/></em>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:literal | d:code | d:filename | d:command">
    <code><xsl:apply-templates/></code>
  </xsl:template>

  <xsl:template match="d:subscript">
    <sub><xsl:apply-templates/></sub>
  </xsl:template>

  <xsl:template match="d:superscript">
    <sup><xsl:apply-templates/></sup>
  </xsl:template>

  <xsl:template match="d:quote">
    <q><xsl:apply-templates/></q>
  </xsl:template>

  <xsl:template match="d:citetitle">
    <cite><xsl:apply-templates/></cite>
  </xsl:template>

  <xsl:template match="d:date">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A phrase: a change; a status, to whose word the style sheet adds the mark, so that colour never stands alone; what
       has a role. Without one it is for programs: the value of a variable. -->
  <xsl:template match="d:phrase">
    <xsl:choose>
      <xsl:when test="@revisionflag = 'added'">
        <ins><xsl:apply-templates/></ins>
      </xsl:when>
      <xsl:when test="@revisionflag = 'deleted'">
        <del><xsl:apply-templates/></del>
      </xsl:when>
      <xsl:when test="@role = 'status'">
        <span class="badge {@i:status}"><xsl:apply-templates/></span>
      </xsl:when>
      <xsl:when test="@role">
        <xsl:call-template name="tp:span"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:remark" name="tp:span">
    <span>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="processing-instruction('linebreak')">
    <br/>
  </xsl:template>

  <xsl:template match="processing-instruction()"/>

  <!-- Footnotes: the number here, the note at the end of the page. -->
  <xsl:template match="d:footnote">
    <xsl:variable name="number" select="1 + count(set:leading(tp:notes(.), .))"/>
    <sup class="footnote">
      <a id="note-{$number}-from" href="#note-{$number}"><xsl:value-of select="$number"/></a>
    </sup>
  </xsl:template>

  <xsl:variable name="tp:has-notes" select="boolean($article//d:footnote)"/>

  <!-- The footnotes on the page that a node stands on. -->
  <func:function name="tp:notes">
    <xsl:param name="node"/>
    <xsl:variable name="page" select="string($node/ancestor-or-self::d:section[@i:page][1]/@i:page)"/>
    <func:result select="$article/descendant::d:footnote[string(ancestor::d:section[@i:page][1]/@i:page) = $page]"/>
  </func:function>

  <xsl:template match="*" mode="m:footnotes">
    <xsl:variable name="notes" select="tp:notes(.)"/>
    <xsl:if test="$notes">
      <section class="footnotes" aria-label="{t:text('html.footnotes')}">
        <ol>
          <xsl:apply-templates select="$notes" mode="mp:note"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:footnote" mode="mp:note">
    <li id="note-{position()}">
      <xsl:apply-templates/>
      <xsl:text> </xsl:text>
      <a class="footnote-back" href="#note-{position()}-from" aria-label="{t:text('html.footnote-back', position())}">↩</a>
    </li>
  </xsl:template>

</xsl:stylesheet>
