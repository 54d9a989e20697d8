<?xml version="1.0" encoding="UTF-8"?>
<!-- What a role owns, for pages and workbooks alike: controls, parts of them, rows, documents. Needs keys.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="i t tp">

  <xsl:key name="tp:finding-of" match="/i:dossier/i:findings/i:finding[@control]" use="@control"/>

  <xsl:variable name="tp:answered" select="$dossier/i:answers/i:answer"/>
  <xsl:variable name="tp:controls" select="$dossier/i:catalogs/i:catalog/descendant::i:control[not(@withdrawn = 'true')]"/>

  <!-- The controls that a role answers for, wholly or in a part, in the order of the catalogues. -->
  <func:function name="t:owned-controls">
    <xsl:param name="role"/>
    <xsl:variable name="refs" select="$tp:answered[@owner = $role/@id or i:site-part/@owner = $role/@id]"/>
    <func:result select="$tp:controls[$refs][key('answer', @ref)[@owner = $role/@id or i:site-part/@owner = $role/@id]]"/>
  </func:function>

  <!-- The parts of an answer that a role owns while another one owns the answer. -->
  <func:function name="t:owned-parts">
    <xsl:param name="role"/>
    <xsl:param name="answer"/>
    <func:result select="$answer[not(@owner = $role/@id)]/i:site-part[@owner = $role/@id]"/>
  </func:function>

  <!-- The rows of a register that a role owns. -->
  <func:function name="t:owned-rows">
    <xsl:param name="role"/>
    <xsl:param name="register"/>
    <func:result select="$dossier/i:registers/i:register[@name = $register]/i:row[i:cell[@name = 'owner'] = $role/@id]"/>
  </func:function>

  <!-- The other registers that have rows of a role. -->
  <func:function name="t:owned-registers">
    <xsl:param name="role"/>
    <func:result select="$dossier/i:registers/i:register[not(@name = 'risks' or @name = 'treatment' or @name = 'evidence')][i:row/i:cell[@name = 'owner'] = $role/@id]"/>
  </func:function>

  <!-- The documents that a role keeps and somebody approves. -->
  <func:function name="t:owned-documents">
    <xsl:param name="role"/>
    <func:result select="$dossier/i:documents/i:document[@owner = $role/@id][@approver or @origin != 'derived']"/>
  </func:function>

  <!-- What the files of a role's sheet are called: its id, without what a name of a file should not have. -->
  <func:function name="t:sheet-name">
    <xsl:param name="role"/>
    <func:result select="translate($role/@id, '/\:*?&quot;&lt;&gt;|# %', '------------')"/>
  </func:function>

  <!-- The roles that own anything. -->
  <func:function name="t:owners">
    <func:result select="$dossier/i:roles/i:role[@id = $tp:answered/@owner or @id = $tp:answered/i:site-part/@owner
        or @id = $dossier/i:registers/i:register/i:row/i:cell[@name = 'owner'] or t:owned-documents(.)]"/>
  </func:function>

</xsl:stylesheet>
