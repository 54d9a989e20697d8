<?xml version="1.0" encoding="UTF-8"?>
<!-- Parameters of init.xsl alone. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- string; empty. Name of the organisation. -->
  <xsl:param name="name" select="''"/>

  <!-- words; empty. The catalogues as they were given: names of shipped ones, or paths of files; without it those of the dossier. -->
  <xsl:param name="catalogs" select="''"/>

  <!-- 'true' or empty; empty. Answers in one file per top group of a catalogue. -->
  <xsl:param name="grouped" select="''"/>

  <!-- 'true' or empty; empty. Only what a folder lacks that is in use already. -->
  <xsl:param name="update" select="''"/>

  <!-- number; 100. Column at which comments are wrapped. -->
  <xsl:param name="comment-width" select="100"/>

</xsl:stylesheet>
