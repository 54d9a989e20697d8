<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page shares: the top bar with the ways through the site and the search, and the foot. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="d i m mp t tp">

  <!-- Made once for the article's own page and once for the pages of its sections: there may be a thousand. -->
  <xsl:variable name="tp:top">
    <xsl:apply-templates select="$site" mode="mp:top">
      <xsl:with-param name="root" select="$tp:root"/>
    </xsl:apply-templates>
  </xsl:variable>

  <xsl:variable name="tp:section-top">
    <xsl:if test="$article/@i:chunk">
      <xsl:apply-templates select="$site" mode="mp:top">
        <xsl:with-param name="root" select="$tp:section-root"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:variable>

  <xsl:variable name="tp:foot">
    <xsl:apply-templates select="$site" mode="mp:foot"/>
  </xsl:variable>

  <xsl:template match="d:article" mode="m:top">
    <xsl:copy-of select="$tp:top"/>
  </xsl:template>

  <!-- A page that is handed out alone has nothing around it. -->
  <xsl:template match="d:article[@i:alone = 'true']" mode="m:top"/>

  <xsl:template match="d:section" mode="m:top">
    <xsl:copy-of select="$tp:section-top"/>
  </xsl:template>

  <!-- The top bar; root is the way from the page to html/. -->
  <xsl:template match="i:site" mode="mp:top">
    <xsl:param name="root"/>
    <header class="top">
      <a class="organisation" href="{$root}index.html">
        <xsl:value-of select="t:text('html.isms-of', @short)"/>
      </a>
      <nav aria-label="{t:text('html.nav')}">
        <ul>
          <xsl:apply-templates select="." mode="m:nav">
            <xsl:with-param name="root" select="$root"/>
          </xsl:apply-templates>
        </ul>
      </nav>
      <xsl:if test="$show-search = 'yes' and $script != ''">
        <xsl:apply-templates select="." mode="m:search"/>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- The ways through the site, one list item each. -->
  <xsl:template match="i:site" mode="m:nav">
    <xsl:param name="root"/>
    <xsl:apply-templates select="$t:published[@type = 'dashboard'][1]" mode="m:nav">
      <xsl:with-param name="root" select="$root"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="." mode="m:policies">
      <xsl:with-param name="root" select="$root"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$t:published[@type = 'statement'][1] | $t:published[@type = 'handbook'][1] | $t:published[@type = 'assessment'][1] |
                                 $t:published[@type = 'index'][1] | $t:published[@type = 'register'][1]" mode="m:nav">
      <xsl:sort select="string-length(substring-before(' statement handbook assessment index register ', @type))" data-type="number"/>
      <xsl:with-param name="root" select="$root"/>
    </xsl:apply-templates>
    <xsl:call-template name="tp:menu">
      <xsl:with-param name="root" select="$root"/>
      <xsl:with-param name="documents" select="$t:published[@type = 'audit']"/>
      <xsl:with-param name="label" select="t:text('html.nav.audit')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:document" mode="m:nav">
    <xsl:param name="root"/>
    <li>
      <a href="{$root}{@html}">
        <xsl:apply-templates select="self::*[@id = $tp:id]" mode="mp:current">
          <xsl:with-param name="root" select="$root"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="." mode="m:nav-label"/>
      </a>
    </li>
  </xsl:template>

  <!-- aria-current says "page" only of a link to the very page: from below html/ there is none. -->
  <xsl:template match="i:document" mode="mp:current">
    <xsl:param name="root"/>
    <xsl:attribute name="aria-current">
      <xsl:choose>
        <xsl:when test="$root = ''">page</xsl:when>
        <xsl:otherwise>true</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="i:document" mode="m:nav-label">
    <xsl:value-of select="t:text(concat('html.nav.', @type))"/>
  </xsl:template>

  <!-- The written documents, as a list that opens. -->
  <xsl:template match="i:site" mode="m:policies">
    <xsl:param name="root"/>
    <xsl:call-template name="tp:menu">
      <xsl:with-param name="root" select="$root"/>
      <xsl:with-param name="documents" select="$t:published[@type = 'policy' or @type = 'standard' or @type = 'plan' or @type = 'procedure' or @type = 'form']"/>
      <xsl:with-param name="label" select="t:text('html.nav.policies')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Some documents as a list that opens. -->
  <xsl:template name="tp:menu">
    <xsl:param name="root"/>
    <xsl:param name="documents"/>
    <xsl:param name="label"/>
    <xsl:if test="$documents">
      <li>
        <details class="menu">
          <summary>
            <xsl:if test="$documents[@id = $tp:id]">
              <xsl:attribute name="class">current</xsl:attribute>
            </xsl:if>
            <xsl:value-of select="$label"/>
          </summary>
          <ul>
            <xsl:apply-templates select="$documents" mode="mp:policy">
              <xsl:with-param name="root" select="$root"/>
            </xsl:apply-templates>
          </ul>
        </details>
      </li>
    </xsl:if>
  </xsl:template>

  <!-- Called for each document on each page: hence the plainest instructions. -->
  <xsl:template match="i:document" mode="mp:policy">
    <xsl:param name="root"/>
    <li>
      <a href="{$root}{@html}">
        <xsl:if test="@id = $tp:id">
          <xsl:apply-templates select="." mode="mp:current">
            <xsl:with-param name="root" select="$root"/>
          </xsl:apply-templates>
        </xsl:if>
        <xsl:value-of select="@title"/>
      </a>
    </li>
  </xsl:template>

  <!-- The search works by script alone, which shows it. -->
  <xsl:template match="i:site" mode="m:search">
    <form class="search" role="search" hidden="hidden" data-none="{t:text('html.search.none')}"
          data-one="{t:text('html.search.one')}" data-many="{t:text('html.search.many', '{count}')}"
          data-failed="{t:text('html.search.failed')}" data-document="{t:text('html.search.document')}"
          data-section="{t:text('html.search.section')}" data-rule="{t:text('html.search.rule')}"
          data-control="{t:text('html.search.control')}">
      <label class="unseen" for="search"><xsl:value-of select="t:text('html.search.label')"/></label>
      <input type="text" id="search" enterkeyhint="search" placeholder="{t:text('html.search')}" autocomplete="off" spellcheck="false"
             role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="search-results"/>
      <div id="search-results" class="results" role="listbox" aria-label="{t:text('html.search.results')}" hidden="hidden"/>
      <p class="unseen" role="status"/>
    </form>
  </xsl:template>

  <!-- The foot; a layer adds to it by its hook. -->
  <xsl:template match="*" mode="m:foot">
    <footer class="foot">
      <xsl:copy-of select="$tp:foot"/>
      <xsl:call-template name="t:user-footer"/>
    </footer>
  </xsl:template>

  <xsl:template match="i:site" mode="mp:foot">
    <p>
      <xsl:value-of select="@organisation"/>
      <xsl:apply-templates select="$article/d:info/d:legalnotice" mode="mp:foot"/>
    </p>
    <p>
      <xsl:value-of select="t:text('html.made', t:date($today), $generator)"/>
      <xsl:apply-templates select="@view" mode="mp:foot"/>
    </p>
  </xsl:template>

  <!-- Whom the pages are for, where they are not the whole. -->
  <xsl:template match="@view" mode="mp:foot">
    <xsl:value-of select="concat(' · ', t:text(concat('html.view.', .)))"/>
  </xsl:template>

  <xsl:template match="d:legalnotice" mode="mp:foot">
    <xsl:value-of select="concat(' · ', normalize-space(.))"/>
  </xsl:template>

</xsl:stylesheet>
