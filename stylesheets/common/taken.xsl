<?xml version="1.0" encoding="UTF-8"?>
<!-- Handing over what has just been made, so that not all of a result is held at once: t:taken. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                xmlns:program="urn:ismsdoc:program"
                exclude-result-prefixes="t tp program">

  <!-- Called behind a file, and behind a row of a table that may be long: the program takes it, where it is one that does. -->
  <xsl:template name="t:taken">
    <xsl:if test="$tp:taken"><xsl:value-of select="program:take()"/></xsl:if>
  </xsl:template>
  <xsl:variable name="tp:taken" select="function-available('program:take')"/>

</xsl:stylesheet>
