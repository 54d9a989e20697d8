<?xml version="1.0" encoding="UTF-8"?>
<!-- Look-ups of rows and documents, and of relations by rows. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                exclude-result-prefixes="i">

  <!-- Relations by the row that they lead to; of several registers, where need be to be told apart, as rows by their ids. -->
  <xsl:key name="row-relation" match="/i:dossier/i:relations/i:relation" use="@row"/>

  <xsl:key name="register" match="/i:dossier/i:registers/i:register" use="@name"/>
  <xsl:key name="row-by-id" match="/i:dossier/i:registers/i:register/i:row" use="@id"/>

  <xsl:key name="document" match="/i:dossier/i:documents/i:document" use="@id"/>
  <!-- The documents that serve a control, and the records that prove it. -->
  <xsl:key name="implements" match="/i:dossier/i:documents/i:document/i:implements" use="@ref"/>
  <xsl:key name="proves" match="/i:dossier/i:records/i:record/i:implements" use="@ref"/>

</xsl:stylesheet>
