<?xml version="1.0" encoding="UTF-8"?>
<!-- Every parameter of our stylesheets, with type, default and effect. A layer sets one by declaring it again. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="i t">

  <!-- date, YYYY-MM-DD; the dossier's own. The day that counts as today: the only clock there is. -->
  <xsl:param name="today" select="string(/*/@today)"/>

  <!-- all | first | second (compose) | texts | registers (rules); 'all'. What is made in one run, or in one of two side by side. -->
  <xsl:param name="share" select="'all'"/>

  <!-- What the share is: libxslt evaluates all variables, so that those which only one needs ask for it. -->
  <xsl:variable name="t:makes-first" select="$share = 'all' or $share = 'first'"/>
  <xsl:variable name="t:makes-second" select="$share = 'all' or $share = 'second'"/>
  <xsl:variable name="t:needs-risks" select="$share != 'texts'"/>

  <!-- 'true' or ''; the dossier's own. Are owner sheets asked for (compose)? -->
  <xsl:param name="sheets" select="string(/*/@sheets)"/>

  <!-- language tag; 'en'. Language of our words: a language without texts falls back to its first part, then to English. -->
  <xsl:param name="language" select="'en'"/>

  <!-- string; 'ismsdoc'. Name and version of the program, printed where a document says what made it. -->
  <xsl:param name="generator" select="'ismsdoc'"/>

  <!-- 'show' or 'fail'; 'show'. What happens to an element that no template handles: shown with a message, or the run stops. -->
  <xsl:param name="on-unhandled" select="'show'"/>

  <!-- node-set; empty. A layer's own texts, as document('texts.xml'): they win over ours, key by key. -->
  <xsl:param name="user-gentext" select="/.."/>

  <!-- number; 10. How many due items the dashboard lists. -->
  <xsl:param name="due-items" select="10"/>

  <!-- number; 20. How many changes the history lists per document, the newest. -->
  <xsl:param name="history-changes" select="20"/>

  <!-- number; 30. After how many days a record that is not signed off is a warning and no longer a note. -->
  <xsl:param name="sign-off-days" select="30"/>

  <!-- number; 160. How many characters of a text the search index keeps. -->
  <xsl:param name="search-words" select="160"/>

</xsl:stylesheet>
