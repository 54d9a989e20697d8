<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of prose: sections and their headings, paragraphs, rules, quotes, code, admonitions, pictures. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp t tp">

  <xsl:strip-space elements="d:article d:info d:section d:sidebar d:blockquote d:itemizedlist d:orderedlist d:listitem
                             d:variablelist d:varlistentry d:informaltable d:table d:thead d:tbody d:tfoot d:tr
                             d:mediaobject d:inlinemediaobject d:imageobject d:note d:tip d:warning d:caution d:important"/>

  <!-- Nothing new, but said: an element that is named is found at the first look-up. -->
  <xsl:preserve-space elements="d:para d:title d:td d:th d:link d:phrase d:emphasis"/>

  <!-- Sections; level is that of the heading that they stand under. Those with a page are only listed. -->
  <xsl:template match="d:section">
    <xsl:param name="level" select="1"/>
    <section>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:choose>
        <xsl:when test="d:section/@i:page">
          <xsl:apply-templates select="node()[not(@i:page)]">
            <xsl:with-param name="level" select="$level + ($level &lt; 6)"/>
          </xsl:apply-templates>
          <xsl:apply-templates select="d:section[@i:page][1]" mode="m:entries"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates>
            <xsl:with-param name="level" select="$level + ($level &lt; 6)"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="d:section/d:title">
    <xsl:param name="level" select="2"/>
    <xsl:choose>
      <xsl:when test="$level = 2">
        <h2><xsl:apply-templates/></h2>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{$level}">
          <xsl:apply-templates/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parts as operated that stand among other blocks. -->
  <xsl:template match="d:sidebar">
    <xsl:param name="level" select="1"/>
    <div>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates>
        <xsl:with-param name="level" select="$level"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- A heading without a section; in a list or a quote the sections around it tell its level. -->
  <xsl:template match="d:bridgehead | d:sidebar/d:title">
    <xsl:param name="level" select="1 + count(ancestor::d:section) - count(ancestor::d:section[@i:page][1]/ancestor-or-self::d:section)"/>
    <xsl:element name="h{$level + ($level &lt; 6)}">
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs; one that holds blocks is none in HTML. -->
  <xsl:template match="d:para" name="tp:para">
    <xsl:choose>
      <xsl:when test="@role = 'rule'">
        <xsl:call-template name="tp:rule"/>
      </xsl:when>
      <xsl:when test="not(*)">
        <p>
          <xsl:apply-templates select="@*" mode="m:attribute"/>
          <xsl:apply-templates/>
        </p>
      </xsl:when>
      <xsl:when test="d:itemizedlist or d:orderedlist or d:variablelist or d:informaltable or d:table or
                      d:programlisting or d:blockquote or d:mediaobject or d:note">
        <div class="para {@role}">
          <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
          <xsl:apply-templates/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:apply-templates select="@*" mode="m:attribute"/>
          <xsl:apply-templates/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:simpara">
    <p>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- A rule: its id, which is its anchor, beside what it says. -->
  <xsl:template name="tp:rule">
    <div class="rule">
      <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
      <xsl:apply-templates select="d:emphasis[@role = 'strong'][1]" mode="mp:rule-id"/>
      <div>
        <xsl:apply-templates select="node()[not(self::d:emphasis[not(preceding-sibling::*)])]"/>
      </div>
    </div>
  </xsl:template>

  <xsl:template match="d:emphasis" mode="mp:rule-id">
    <strong class="rule-id"><xsl:value-of select="."/></strong>
  </xsl:template>

  <xsl:template match="d:para[@xml:id]/d:emphasis" mode="mp:rule-id">
    <a class="rule-id" href="#{../@xml:id}"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="d:formalpara">
    <div class="para">
      <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="d:formalpara/d:title">
    <p><strong><xsl:apply-templates/></strong></p>
  </xsl:template>

  <xsl:template match="d:blockquote">
    <blockquote>
      <xsl:apply-templates select="*[not(self::d:attribution)]"/>
      <xsl:apply-templates select="d:attribution"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="d:attribution">
    <p class="attribution"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="d:programlisting | d:screen | d:literallayout">
    <pre><code><xsl:apply-templates/></code></pre>
  </xsl:template>

  <xsl:template match="d:note | d:tip | d:warning | d:caution | d:important">
    <div class="admonition {local-name()}" role="note">
      <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
      <p class="admonition-title"><xsl:apply-templates select="." mode="mp:admonition-title"/></p>
      <xsl:apply-templates select="*[not(self::d:title)]"/>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="mp:admonition-title">
    <xsl:value-of select="t:text(concat('html.', local-name()))"/>
  </xsl:template>

  <xsl:template match="*[d:title]" mode="mp:admonition-title">
    <xsl:apply-templates select="d:title/node()"/>
  </xsl:template>

  <!-- Pictures: only files of the site. What cannot be shown is its words. -->
  <xsl:template match="d:mediaobject | d:figure | d:informalfigure">
    <figure>
      <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
      <xsl:apply-templates select="descendant::d:imagedata[1]"/>
      <xsl:apply-templates select="d:caption | d:title | d:info/d:title" mode="mp:caption"/>
    </figure>
  </xsl:template>

  <!-- A drawing that is a part of the page, in its colours; what refers to its file is for DocBook. -->
  <xsl:template match="d:mediaobject[i:drawing]">
    <figure class="{@role}">
      <xsl:copy-of select="i:drawing/node()"/>
    </figure>
  </xsl:template>

  <xsl:template match="d:caption | d:title" mode="mp:caption">
    <figcaption><xsl:apply-templates/></figcaption>
  </xsl:template>

  <xsl:template match="d:inlinemediaobject">
    <xsl:apply-templates select="descendant::d:imagedata[1]"/>
  </xsl:template>

  <xsl:template match="d:imagedata">
    <img alt="{normalize-space(../../d:textobject)}">
      <xsl:attribute name="src">
        <xsl:apply-templates select="." mode="m:root"/>
        <xsl:value-of select="@fileref"/>
      </xsl:attribute>
    </img>
  </xsl:template>

  <xsl:template match="d:imagedata[contains(@fileref, ':') or starts-with(@fileref, '/') or starts-with(@fileref, '\')]">
    <xsl:value-of select="normalize-space(../../d:textobject)"/>
  </xsl:template>

  <xsl:template match="processing-instruction('thematicbreak')">
    <hr/>
  </xsl:template>

</xsl:stylesheet>
