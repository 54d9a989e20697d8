<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: bullets, numbers, tasks, terms. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d m t tp">

  <xsl:template match="d:itemizedlist">
    <ul>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </ul>
  </xsl:template>

  <xsl:template match="d:orderedlist">
    <ol>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </ol>
  </xsl:template>

  <xsl:template match="d:listitem">
    <xsl:choose>
      <xsl:when test="@role = 'done' or @role = 'open'">
        <xsl:call-template name="tp:task"/>
      </xsl:when>
      <xsl:otherwise>
        <li>
          <xsl:apply-templates select="@*" mode="m:attribute"/>
          <xsl:apply-templates/>
        </li>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A task: the mark is drawn by the style sheet, the word is for who does not see it. -->
  <xsl:template name="tp:task">
    <li class="task {@role}">
      <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
      <span class="unseen"><xsl:value-of select="concat(t:text(concat('html.task.', @role)), ' ')"/></span>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <!-- The only paragraph of an item, a cell or a description needs no element of its own. -->
  <xsl:template match="d:listitem/d:para | d:td/d:para | d:th/d:para | d:footnote/d:para">
    <xsl:choose>
      <xsl:when test="@role[not(../parent::d:footnote)] or ../d:para[2]">
        <xsl:call-template name="tp:para"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:variablelist">
    <dl>
      <xsl:apply-templates select="@*" mode="m:attribute"/>
      <xsl:apply-templates/>
    </dl>
  </xsl:template>

  <xsl:template match="d:varlistentry">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:term">
    <dt>
      <xsl:apply-templates select="@xml:id" mode="m:attribute"/>
      <xsl:apply-templates/>
    </dt>
  </xsl:template>

  <xsl:template match="d:varlistentry/d:listitem">
    <dd><xsl:apply-templates/></dd>
  </xsl:template>

</xsl:stylesheet>
