<?xml version="1.0" encoding="UTF-8"?>
<!-- Statements of Applicability as tables: a row per control, in the order of the page. Which rows, and how reasons and evidence
     read, is in common/soa.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="set m t tp">

  <!-- m:statements: the Statement of Applicability where it is made, and one per peer. -->
  <xsl:template match="i:dossier" mode="m:statements">
    <xsl:apply-templates select="i:documents/i:document[@id = 'statement-of-applicability']" mode="m:table"/>
    <xsl:apply-templates select="$t:peers" mode="m:table"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'statement-of-applicability']" mode="m:table">
    <xsl:call-template name="t:statement">
      <xsl:with-param name="name" select="@id"/>
      <xsl:with-param name="title" select="@title"/>
      <xsl:with-param name="catalogs" select="$t:soa-catalogs"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:catalog" mode="m:table">
    <xsl:call-template name="t:statement">
      <xsl:with-param name="name" select="concat('statement-', @name)"/>
      <xsl:with-param name="title" select="t:edition(.)"/>
      <xsl:with-param name="catalogs" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- What is there only where somebody uses it: a role, a scale, parts; attributes of the catalogue's controls. -->
  <xsl:variable name="tp:has-role" select="boolean($dossier/i:answers/i:answer/@role)"/>
  <xsl:variable name="tp:has-scale" select="boolean($dossier/i:answers/i:answer/@scale)"/>
  <xsl:variable name="tp:has-parts" select="boolean($dossier/i:answers/i:answer/i:site-part)"/>
  <xsl:variable name="tp:props" select="$dossier/i:catalogs/i:catalog//i:control/i:prop[@ns = 'urn:ismsdoc:catalog'][contains(concat(' ', $t:attributes, ' '), concat(' ', @name, ' '))]"/>
  <xsl:variable name="tp:prop-names" select="set:distinct($tp:props/@name)"/>

  <xsl:template name="t:statement">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="catalogs"/>
    <i:table name="{$name}" title="{$title}" workbook="statement-of-applicability">
      <xsl:call-template name="t:statement-columns"/>
      <xsl:call-template name="t:soa-rows"><xsl:with-param name="catalogs" select="$catalogs"/></xsl:call-template>
    </i:table>
  </xsl:template>

  <!-- The columns, in the order of the cells of m:soa-row. -->
  <xsl:template name="t:statement-columns">
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'label'"/><xsl:with-param name="width" select="12"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="width" select="36"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'catalogue'"/><xsl:with-param name="width" select="24"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'theme'"/><xsl:with-param name="width" select="24"/></xsl:call-template>
    <xsl:call-template name="tp:column">
      <xsl:with-param name="name" select="'applicable'"/>
      <xsl:with-param name="type" select="'status'"/>
      <xsl:with-param name="values" select="concat(t:text('soa.yes'), '|', t:text('soa.no'), '|', t:text('status.undecided'))"/>
    </xsl:call-template>
    <xsl:if test="$tp:has-role">
      <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'role'"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'reasons'"/><xsl:with-param name="width" select="44"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'justification'"/><xsl:with-param name="width" select="50"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'exclusion'"/><xsl:with-param name="width" select="40"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'reassess-by'"/><xsl:with-param name="type" select="'date'"/></xsl:call-template>
    <xsl:call-template name="tp:column">
      <xsl:with-param name="name" select="'status'"/>
      <xsl:with-param name="type" select="'status'"/>
      <xsl:with-param name="values" select="concat(t:text('status.implemented'), '|', t:text('status.partial'), '|', t:text('status.planned'), '|', t:text('status.not-implemented'))"/>
    </xsl:call-template>
    <xsl:if test="$tp:has-scale">
      <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'level'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$tp:has-parts">
      <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'parts'"/><xsl:with-param name="width" select="36"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'due'"/><xsl:with-param name="type" select="'date'"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'owner'"/><xsl:with-param name="width" select="26"/></xsl:call-template>
    <xsl:call-template name="tp:column">
      <xsl:with-param name="name" select="'responsibility'"/>
      <xsl:with-param name="type" select="'status'"/>
      <xsl:with-param name="values" select="concat(t:word('responsibility', 'own'), '|', t:word('responsibility', 'shared'), '|', t:word('responsibility', 'inherited'))"/>
    </xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'provider'"/><xsl:with-param name="width" select="26"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'documents'"/><xsl:with-param name="width" select="36"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'evidence'"/><xsl:with-param name="width" select="44"/></xsl:call-template>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'last-reviewed'"/><xsl:with-param name="type" select="'date'"/></xsl:call-template>
    <xsl:for-each select="$tp:prop-names">
      <xsl:call-template name="t:column">
        <xsl:with-param name="name" select="."/>
        <xsl:with-param name="title" select="t:word('prop', .)"/>
        <xsl:with-param name="width" select="22"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="tp:column"><xsl:with-param name="name" select="'key'"/><xsl:with-param name="width" select="28"/></xsl:call-template>
    <xsl:call-template name="t:user-statement-columns"/>
  </xsl:template>

  <!-- Hooks: more columns (t:column), and in the same order the i:cell of each row; the context of these is the control. -->
  <xsl:template name="t:user-statement-columns"/>
  <xsl:template name="t:user-statement-cells"/>

  <xsl:template name="tp:column">
    <xsl:param name="name"/>
    <xsl:param name="type" select="'text'"/>
    <xsl:param name="width"/>
    <xsl:param name="values"/>
    <xsl:call-template name="t:column">
      <xsl:with-param name="name" select="$name"/>
      <xsl:with-param name="title" select="t:text(concat('export.', $name))"/>
      <xsl:with-param name="type" select="$type"/>
      <xsl:with-param name="width" select="$width"/>
      <xsl:with-param name="values" select="$values"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:catalog | i:group" mode="m:soa-group">
    <xsl:variable name="theme"><xsl:apply-templates select="." mode="m:theme"/></xsl:variable>
    <xsl:call-template name="t:soa-controls"><xsl:with-param name="theme" select="string($theme)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="i:control" mode="m:soa-row">
    <xsl:param name="theme"/>
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="state" select="t:state($answer)"/>
    <xsl:variable name="in" select="$answer[@decided = 'true'][not(@applicable = 'false')]"/>
    <i:row>
      <i:cell><xsl:value-of select="@label"/></i:cell>
      <i:cell><xsl:value-of select="@title"/></i:cell>
      <i:cell><xsl:apply-templates select="ancestor::i:catalog" mode="m:source-catalog"/></i:cell>
      <i:cell><xsl:value-of select="$theme"/></i:cell>
      <i:cell><xsl:apply-templates select="." mode="m:applicable"><xsl:with-param name="state" select="$state"/></xsl:apply-templates></i:cell>
      <xsl:if test="$tp:has-role"><i:cell><xsl:value-of select="t:capital(t:as($answer/@role))"/></i:cell></xsl:if>
      <i:cell><xsl:apply-templates select="." mode="m:reasons"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates></i:cell>
      <i:cell><xsl:value-of select="normalize-space($answer/i:justification)"/></i:cell>
      <i:cell><xsl:value-of select="normalize-space($answer/i:exclusion)"/></i:cell>
      <i:cell><xsl:value-of select="$answer/@reassess-by"/></i:cell>
      <i:cell><xsl:if test="$in/@status"><xsl:value-of select="t:text(concat('status.', $state))"/></xsl:if></i:cell>
      <xsl:if test="$tp:has-scale"><i:cell><xsl:value-of select="t:level($in)"/></i:cell></xsl:if>
      <xsl:if test="$tp:has-parts"><i:cell><xsl:apply-templates select="$in/i:site-part" mode="m:item"/></i:cell></xsl:if>
      <i:cell><xsl:value-of select="t:due($in[not($state = 'implemented')])"/></i:cell>
      <i:cell><xsl:value-of select="t:role-title($answer/@owner)"/></i:cell>
      <i:cell><xsl:if test="$answer/@responsibility"><xsl:value-of select="t:word('responsibility', $answer/@responsibility)"/></xsl:if></i:cell>
      <i:cell><xsl:apply-templates select="$answer/@provider" mode="m:provider"/></i:cell>
      <i:cell><xsl:apply-templates select="key('implements', @ref)[not($answer/@applicable = 'false')]" mode="m:item"/></i:cell>
      <i:cell><xsl:apply-templates select="." mode="m:evidence"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates></i:cell>
      <i:cell><xsl:value-of select="$answer/@reviewed-on"/></i:cell>
      <xsl:apply-templates select="$tp:prop-names" mode="m:attribute-cell"><xsl:with-param name="control" select="."/></xsl:apply-templates>
      <i:cell><xsl:value-of select="@ref"/></i:cell>
      <xsl:call-template name="t:user-statement-cells"/>
    </i:row>
  </xsl:template>

  <!-- m:source-catalog, text: where a control comes from. -->
  <xsl:template match="i:catalog" mode="m:source-catalog">
    <xsl:value-of select="t:edition(.)"/>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'own']" mode="m:source-catalog">
    <xsl:value-of select="t:text('soa.own-controls')"/>
  </xsl:template>

  <!-- m:applicable, text: yes, no, or not answered. -->
  <xsl:template match="i:control" mode="m:applicable">
    <xsl:param name="state"/>
    <xsl:variable name="necessary" select="t:necessary($state)"/>
    <xsl:value-of select="t:text(concat(substring('soa.', 1 div ($necessary != 'undecided')), substring('status.', 1 div ($necessary = 'undecided')), $necessary))"/>
  </xsl:template>

  <!-- m:reasons, text: risks, laws and contracts that name the control, and the decisions behind it. -->
  <xsl:template match="i:control" mode="m:reasons">
    <xsl:param name="answer"/>
    <xsl:variable name="named" select="t:reasons(@ref)"/>
    <xsl:apply-templates select="$named" mode="m:item"/>
    <xsl:if test="$named and $answer/i:because">; </xsl:if>
    <xsl:apply-templates select="$answer/i:because" mode="m:item"/>
  </xsl:template>

  <!-- m:evidence, text: each piece, or why there is none. -->
  <xsl:template match="i:control" mode="m:evidence">
    <xsl:param name="answer"/>
    <xsl:variable name="pieces" select="key('relation', @ref)[@register = 'evidence']"/>
    <xsl:variable name="records" select="key('proves', @ref)/.."/>
    <xsl:apply-templates select="$pieces" mode="m:evidence-item"/>
    <xsl:if test="$pieces and $records">; </xsl:if>
    <xsl:apply-templates select="$records" mode="m:evidence-item"/>
    <xsl:if test="$answer/i:none-because">
      <xsl:if test="$pieces or $records">; </xsl:if>
      <xsl:value-of select="t:text('soa.none-because', normalize-space($answer/i:none-because))"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:relation | i:record" mode="m:evidence-item">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="." mode="m:evidence-text"/>
  </xsl:template>

  <!-- m:item, text: one of several in a cell. -->
  <xsl:template match="i:relation | i:because" mode="m:item">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="." mode="m:reason-text"/>
  </xsl:template>
  <xsl:template match="i:site-part" mode="m:item">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:apply-templates select="." mode="m:part-text"/>
  </xsl:template>
  <xsl:template match="i:implements" mode="m:item">
    <xsl:if test="position() &gt; 1">; </xsl:if>
    <xsl:value-of select="../@title"/>
  </xsl:template>

  <!-- m:attribute-cell: the values that a control has of an attribute; the context is its name. -->
  <xsl:template match="@name" mode="m:attribute-cell">
    <xsl:param name="control"/>
    <xsl:variable name="name" select="string()"/>
    <i:cell>
      <xsl:for-each select="$control/i:prop[@ns = 'urn:ismsdoc:catalog'][@name = $name]">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:value-of select="t:word(concat('value.', $name), @value)"/>
      </xsl:for-each>
    </i:cell>
  </xsl:template>

</xsl:stylesheet>
