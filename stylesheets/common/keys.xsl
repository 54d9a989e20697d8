<?xml version="1.0" encoding="UTF-8"?>
<!-- Look-ups in the dossier. No key has many equal values: libxslt is quadratic in them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="i t">

  <!-- The dossier, for look-ups from a context that is not in it (a temporary tree, the texts). -->
  <xsl:variable name="dossier" select="/i:dossier"/>

  <!-- By the whole path: anything else is looked for in every node of the dossier, once a key. -->
  <xsl:key name="control" match="/i:dossier/i:catalogs//i:control" use="@ref"/>
  <xsl:key name="answer" match="/i:dossier/i:answers/i:answer" use="@control"/>
  <xsl:key name="relation" match="/i:dossier/i:relations/i:relation" use="@control"/>
  <!-- What makes a control necessary, or speaks against leaving it out. -->
  <xsl:key name="reason" match="/i:dossier/i:relations/i:relation[@register = 'risks' or @register = 'legal' or @register = 'interested-parties']" use="@control"/>
  <xsl:key name="register" match="/i:dossier/i:registers/i:register" use="@name"/>
  <xsl:key name="column" match="/i:dossier/i:registers/i:register/i:column" use="concat(../@name, ' ', @name)"/>
  <xsl:key name="row" match="/i:dossier/i:registers/i:register/i:row" use="concat(../@name, ' ', @id)"/>
  <!-- Of several registers, where need be to be told apart; ids may be many at once. -->
  <xsl:key name="row-by-id" match="/i:dossier/i:registers/i:register/i:row" use="@id"/>
  <xsl:key name="measurement" match="/i:dossier/i:registers/i:register[@name = 'measurements']/i:row" use="i:cell[@name = 'measure']/i:value | i:cell[@name = 'measure'][not(i:value)]"/>
  <xsl:key name="role" match="/i:dossier/i:roles/i:role" use="@id"/>
  <xsl:key name="site" match="/i:dossier/i:sites/i:site" use="@id"/>
  <xsl:key name="document" match="/i:dossier/i:documents/i:document" use="@id"/>
  <xsl:key name="retired" match="/i:dossier/i:documents/i:retired" use="@id"/>
  <xsl:key name="implements" match="/i:dossier/i:documents/i:document/i:implements" use="@ref"/>

  <!-- Relations by the row that they lead to, or the file. -->
  <xsl:key name="row-relation" match="/i:dossier/i:relations/i:relation[@row]" use="concat(@register, ' ', @row)"/>
  <xsl:key name="file-relation" match="/i:dossier/i:relations/i:relation[@register = 'evidence'][@file]" use="@file"/>
  <!-- The row of evidence that names a file as its place. -->
  <xsl:key name="evidence-at" match="/i:dossier/i:registers/i:register[@name = 'evidence']/i:row" use="i:cell[@name = 'where'][@sha256]"/>

  <xsl:key name="proves" match="/i:dossier/i:records/i:record/i:implements" use="@ref"/>
  <xsl:key name="record" match="/i:dossier/i:records/i:record" use="substring-before(@i:src, ':')"/>
  <xsl:key name="follows" match="/i:dossier/i:records/i:record" use="@form"/>
  <xsl:key name="touched" match="/i:dossier/i:history/i:commit/i:path" use="."/>

  <!-- A role, from anywhere. -->
  <func:function name="t:role">
    <xsl:param name="id"/>
    <xsl:for-each select="$dossier">
      <func:result select="key('role', $id)"/>
    </xsl:for-each>
  </func:function>

</xsl:stylesheet>
