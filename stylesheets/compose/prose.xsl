<?xml version="1.0" encoding="UTF-8"?>
<!-- m:prose: the dossier's DocBook into the article. $here is the id of the article, so that links within it are linkends. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="db m t">

  <xsl:template match="db:*" mode="m:prose">
    <xsl:param name="here"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:prose">
        <xsl:with-param name="here" select="$here"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- Plain text is most of all prose; copying it at once is what makes large catalogues quick. -->
  <xsl:template match="db:para[not(*)]" mode="m:prose">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="comment()" mode="m:prose"/>
  <xsl:template match="processing-instruction()" mode="m:prose">
    <xsl:copy/>
  </xsl:template>

  <!-- A link to a place in the document that it stands in. -->
  <xsl:template match="db:link[@xlink:href]" mode="m:prose">
    <xsl:param name="here"/>
    <xsl:variable name="own" select="concat($here, '.xml#')"/>
    <link>
      <xsl:copy-of select="@*[name() != 'xlink:href' or not(starts-with(., $own))]"/>
      <xsl:if test="starts-with(@xlink:href, $own)">
        <xsl:attribute name="linkend"><xsl:value-of select="substring-after(@xlink:href, $own)"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates mode="m:prose">
        <xsl:with-param name="here" select="$here"/>
      </xsl:apply-templates>
    </link>
  </xsl:template>

  <!-- A section all of whose blocks come from the registers is itself as operated; see operated.xsl. -->
  <xsl:template match="db:section" mode="m:prose">
    <xsl:param name="here"/>
    <xsl:variable name="kinds">
      <xsl:apply-templates select="*[not(self::db:title)]" mode="m:as-operated"/>
    </xsl:variable>
    <section>
      <xsl:copy-of select="@*"/>
      <xsl:choose>
        <xsl:when test="contains($kinds, '1') and not(contains($kinds, '0'))">
          <xsl:apply-templates select="." mode="m:operated">
            <xsl:with-param name="here" select="$here"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="m:prose">
            <xsl:with-param name="here" select="$here"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

</xsl:stylesheet>
