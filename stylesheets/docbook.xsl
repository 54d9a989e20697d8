<?xml version="1.0" encoding="UTF-8"?>
<!-- Article in, i:result out: the same article as plain DocBook 5.0. The place for a layer to change the DocBook. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="tp">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:include href="common/params.xsl"/>
  <xsl:include href="common/taken.xsl"/>
  <xsl:include href="common/plain-docbook.xsl"/>

  <xsl:template match="/">
    <i:result>
      <i:file path="docbook/{$tp:path}.xml" method="xml">
        <xsl:apply-templates/>
      </i:file>
    </i:result>
  </xsl:template>

</xsl:stylesheet>
