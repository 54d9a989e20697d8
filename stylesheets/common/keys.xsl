<?xml version="1.0" encoding="UTF-8"?>
<!-- Look-ups in the dossier that every entry needs. All keys of an entry are made in each of its runs: one that a single module needs
     stands there, those of rows and documents in further-keys.xsl. No key has many equal values: libxslt is quadratic in them. -->
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
  <xsl:key name="role" match="/i:dossier/i:roles/i:role" use="@id"/>

  <!-- What makes a control necessary, or speaks against leaving it out. -->
  <func:function name="t:reasons">
    <xsl:param name="control"/>
    <func:result select="key('relation', $control)[@register = 'risks' or @register = 'legal' or @register = 'interested-parties']"/>
  </func:function>

  <!-- A role, from anywhere. -->
  <func:function name="t:role">
    <xsl:param name="id"/>
    <xsl:for-each select="$dossier">
      <func:result select="key('role', $id)"/>
    </xsl:for-each>
  </func:function>

</xsl:stylesheet>
