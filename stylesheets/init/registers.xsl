<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers with their header rows, and README.md beside them: CSV has no comments, so each is explained there with an example. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m t">

  <!-- The registers that are declared: those with use="core" are in every folder, those with "asked" where a template prints them. -->
  <xsl:variable name="t:registers" select="/i:dossier/i:known-registers/i:known-register"/>

  <xsl:variable name="t:registers-in-use" select="$t:registers[@use = 'core'
      or (@use = 'asked' and @name = $t:templates/i:names[@kind = 'register']/@name)]"/>

  <xsl:template match="i:dossier" mode="m:registers">
    <xsl:variable name="present" select="i:registers/i:register/@name"/>
    <xsl:apply-templates select="$t:registers-in-use[not(@name = $present)]" mode="m:register-file"/>
    <xsl:if test="not($update)">
      <i:file path="registers/README.md" method="text" keep="true">
        <xsl:value-of select="concat('# ', t:init-text('init.registers.title'), '&#10;&#10;')"/>
        <xsl:call-template name="t:comment">
          <xsl:with-param name="text" select="t:init-text('init.registers.about')"/>
          <xsl:with-param name="first" select="''"/>
        </xsl:call-template>
        <xsl:apply-templates select="$t:registers-in-use" mode="m:register-example"/>
      </i:file>
    </xsl:if>
    <xsl:call-template name="t:user-registers"/>
  </xsl:template>

  <xsl:template match="i:known-register" mode="m:register-file">
    <i:file path="registers/{@name}.csv" method="text">
      <xsl:apply-templates select="." mode="m:register-header"/>
      <xsl:text>&#10;</xsl:text>
    </i:file>
  </xsl:template>

  <!-- The header row, without its line end. -->
  <xsl:template match="i:known-register" mode="m:register-header">
    <xsl:apply-templates select="i:column[not(@extra)]" mode="m:register-header"/>
  </xsl:template>
  <xsl:template match="i:column" mode="m:register-header">
    <xsl:if test="position() &gt; 1">,</xsl:if>
    <xsl:value-of select="@name"/>
  </xsl:template>

  <!-- What a register is for, its header, and a row where people write them. -->
  <xsl:template match="i:known-register" mode="m:register-example">
    <xsl:value-of select="concat('&#10;## ', @name, '.csv&#10;&#10;')"/>
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="t:init-text(concat('init.register.', @name))"/>
      <xsl:with-param name="first" select="''"/>
    </xsl:call-template>
    <xsl:text>&#10;    </xsl:text>
    <xsl:apply-templates select="." mode="m:register-header"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="@name != 'approvals'">
      <xsl:value-of select="concat('    ', t:init-text(concat('init.example.', @name)), '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- Hook: more files in a new folder. -->
  <xsl:template name="t:user-registers"/>

</xsl:stylesheet>
