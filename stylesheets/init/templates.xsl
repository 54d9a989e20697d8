<?xml version="1.0" encoding="UTF-8"?>
<!-- Which templates, variables and roles this folder uses. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="i t tp">

  <!-- Names of the catalogues that are here, whole or through a profile; blanks around each. -->
  <xsl:variable name="tp:catalogs">
    <xsl:for-each select="$dossier/i:catalogs/i:catalog"><xsl:value-of select="concat(' ', @name, ' ', @also, ' ')"/></xsl:for-each>
  </xsl:variable>

  <!-- In a new folder those of its set whose catalogue is there, or reached by a mapping; else those that are built, ours or a copy. -->
  <xsl:variable name="t:templates" select="$dossier/i:templates/i:template[
      ($dossier/i:organisation/@i:src and @id = $dossier/i:documents/i:document/@id)
      or (not($dossier/i:organisation/@i:src)
          and not(@reached = 'false')
          and (not(@sets) or contains(concat(' ', @sets, ' '), concat(' ', $dossier/i:settings/@set, ' '))))]"/>

  <!-- Where several declare one, the first says its default. -->
  <xsl:variable name="t:variables" select="$t:templates/i:variable"/>

  <!-- Owners by theme, as lines of defaults: in isms.yaml; the roles that they name, blanks around each. -->
  <xsl:variable name="t:default-owners">
    <xsl:if test="contains($tp:catalogs, ' iso27002-2022 ')">
      <xsl:text>  "A.5.*": { owner: ciso }&#10;</xsl:text>
      <xsl:text>  "A.6.*": { owner: head-of-people }&#10;</xsl:text>
      <xsl:text>  "A.7.*": { owner: head-of-facilities }&#10;</xsl:text>
      <xsl:text>  "A.8.*": { owner: head-of-it }&#10;</xsl:text>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="t:default-roles" select="concat(' ciso ', translate($t:default-owners, ':{}&#10;', '    '))"/>

  <!-- Roles that these templates or default owners name. -->
  <xsl:variable name="t:roles" select="$dossier/i:roles/i:role[@id = $t:templates/i:names[@kind = 'role']/@name
      or contains($t:default-roles, concat(' ', @id, ' '))]"/>

</xsl:stylesheet>
