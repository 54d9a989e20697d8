<?xml version="1.0" encoding="UTF-8"?>
<!-- Parameters of html.xsl alone, with type, default and effect; those of every stylesheet are in common/params.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- path below html/; our style sheet. What a layer puts in its place; sheets of i:css always come after it. -->
  <xsl:param name="css" select="'assets/ismsdoc.css'"/>

  <!-- path below html/, or ''; our script. Filters, sorting and search; pages are complete without it. -->
  <xsl:param name="script" select="'assets/ismsdoc.js'"/>

  <!-- 'yes' or 'no'; 'yes'. Whether the top bar offers a search over search-index.js. -->
  <xsl:param name="show-search" select="'yes'"/>

  <!-- number; 2. From how many sections on a page gets a list of them beside the text. -->
  <xsl:param name="toc-from" select="2"/>

  <!-- number; 12. Up to how many sections that list shows their subsections too. -->
  <xsl:param name="toc-nested-up-to" select="12"/>

  <!-- words; see below. Attributes of a row (i:theme, …) that become filters of its table, in this order. -->
  <xsl:param name="filter-by" select="'theme kind type status state necessary reason band option acceptance control-type owner'"/>

  <!-- policy; nothing but our own files. What a browser may load for a page. -->
  <xsl:param name="content-security-policy"
             select="concat(&quot;default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; &quot;,
                            &quot;script-src 'self'; base-uri 'none'; form-action 'none'&quot;)"/>

</xsl:stylesheet>
