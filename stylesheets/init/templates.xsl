<?xml version="1.0" encoding="UTF-8"?>
<!-- Which templates, variables and roles this folder uses. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="i m t">

  <!-- In a new folder those of its set whose home catalogue is there; else those that are built, ours or a copy. -->
  <xsl:variable name="t:templates" select="$dossier/i:templates/i:template[
      ($dossier/i:organisation/@i:src and @id = $dossier/i:documents/i:document/@id)
      or (not($dossier/i:organisation/@i:src)
          and (not(@catalog) or @catalog = $dossier/i:catalogs/i:catalog/@name)
          and (not(@sets) or contains(concat(' ', @sets, ' '), concat(' ', $dossier/i:settings/@set, ' '))))]"/>

  <!-- Where several declare one, the first says its default. -->
  <xsl:variable name="t:variables" select="$t:templates/i:variable"/>

  <!-- Owners by catalogue, as lines of defaults: in isms.yaml; the roles that they name, blanks around each. -->
  <xsl:variable name="t:default-owners">
    <xsl:apply-templates select="$dossier/i:catalogs/i:catalog" mode="m:default-owners"/>
  </xsl:variable>
  <xsl:variable name="t:default-roles" select="concat(' ciso ', translate($t:default-owners, ':{}&#10;', '    '))"/>

  <xsl:template match="i:catalog" mode="m:default-owners"/>
  <xsl:template match="i:catalog[@name = 'iso27002-2022']" mode="m:default-owners">
    <xsl:text>  "A.5.*": { owner: ciso }&#10;</xsl:text>
    <xsl:text>  "A.6.*": { owner: head-of-people }&#10;</xsl:text>
    <xsl:text>  "A.7.*": { owner: head-of-facilities }&#10;</xsl:text>
    <xsl:text>  "A.8.*": { owner: head-of-it }&#10;</xsl:text>
  </xsl:template>

  <!-- Roles that these templates or default owners name. -->
  <xsl:variable name="t:roles" select="$dossier/i:roles/i:role[@id = $t:templates/i:names[@kind = 'role']/@name
      or contains($t:default-roles, concat(' ', @id, ' '))]"/>

</xsl:stylesheet>
