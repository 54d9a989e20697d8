<?xml version="1.0" encoding="UTF-8"?>
<!-- Look-ups of relations, rows and documents. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                exclude-result-prefixes="i">

  <!-- Relations by the control, and by the row that they lead to. -->
  <xsl:key name="relation" match="/i:dossier/i:relations/i:relation" use="@control"/>
  <xsl:key name="row-relation" match="/i:dossier/i:relations/i:relation[@row]" use="concat(@register, ' ', @row)"/>

  <xsl:key name="register" match="/i:dossier/i:registers/i:register" use="@name"/>
  <!-- Of several registers, where need be to be told apart; ids may be many at once. -->
  <xsl:key name="row-by-id" match="/i:dossier/i:registers/i:register/i:row" use="@id"/>

  <xsl:key name="document" match="/i:dossier/i:documents/i:document" use="@id"/>
  <!-- The documents that serve a control, and the records that prove it. -->
  <xsl:key name="implements" match="/i:dossier/i:documents/i:document/i:implements" use="@ref"/>
  <xsl:key name="proves" match="/i:dossier/i:records/i:record/i:implements" use="@ref"/>

</xsl:stylesheet>
