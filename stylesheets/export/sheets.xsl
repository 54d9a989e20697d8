<?xml version="1.0" encoding="UTF-8"?>
<!-- Owner sheets as workbooks: how to fill in, then controls, requirements, risks, actions and evidence of one role.
     A column that may be filled in has @fill, and beside it a hidden one, was-NAME, with what the folder said when the sheet was
     made: a cell differs from it, so it was changed; the folder differs from it, so it has moved on. @of says what a table is taken
     back into. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="db m t tp">

  <!-- m:sheets: the tables of every owner. -->
  <xsl:template match="i:dossier" mode="m:sheets">
    <xsl:apply-templates select="t:owners()" mode="m:sheets"/>
  </xsl:template>

  <xsl:template match="i:role" mode="m:sheets">
    <xsl:variable name="controls" select="t:owned-controls(.)"/>
    <xsl:variable name="requirements" select="$controls[ancestor::i:catalog/@use = 'requirements']"/>
    <xsl:call-template name="tp:how-to"/>
    <xsl:call-template name="tp:answers-sheet">
      <xsl:with-param name="name" select="'controls'"/>
      <xsl:with-param name="controls" select="$controls[not(ancestor::i:catalog/@use = 'requirements')]"/>
      <xsl:with-param name="states" select="'implemented partial planned not-implemented '"/>
    </xsl:call-template>
    <xsl:call-template name="tp:answers-sheet">
      <xsl:with-param name="name" select="'requirements'"/>
      <xsl:with-param name="controls" select="$requirements"/>
      <xsl:with-param name="states" select="'conforms gap '"/>
    </xsl:call-template>
    <xsl:call-template name="tp:rows-sheet">
      <xsl:with-param name="name" select="'risks'"/>
      <xsl:with-param name="rows" select="t:owned-rows(., 'risks')"/>
    </xsl:call-template>
    <xsl:call-template name="tp:rows-sheet">
      <xsl:with-param name="name" select="'treatment'"/>
      <xsl:with-param name="rows" select="t:owned-rows(., 'treatment')"/>
    </xsl:call-template>
    <xsl:call-template name="tp:rows-sheet">
      <xsl:with-param name="name" select="'evidence'"/>
      <xsl:with-param name="rows" select="t:owned-rows(., 'evidence')"/>
    </xsl:call-template>
    <xsl:call-template name="t:user-sheets"/>
  </xsl:template>

  <!-- Hook: more sheets of the workbook of a role, which is the context: t:sheet. -->
  <xsl:template name="t:user-sheets"/>

  <!-- A sheet of the workbook of the role that is the context; $content is its i:column and i:row. -->
  <xsl:template name="t:sheet">
    <xsl:param name="name"/>
    <xsl:param name="title" select="t:text(concat('sheet.', $name))"/>
    <xsl:param name="of"/>
    <xsl:param name="content"/>
    <i:table name="sheet-{@id}-{$name}" title="{$title}" workbook="sheets/{t:sheet-name(.)}" formats="xlsx" owner="{@id}">
      <xsl:if test="$of"><xsl:attribute name="of"><xsl:value-of select="$of"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="$content"/>
    </i:table>
  </xsl:template>

  <!-- Whose it is, and how it is filled in. -->
  <xsl:template name="tp:how-to">
    <xsl:call-template name="t:sheet">
      <xsl:with-param name="name" select="'how-to'"/>
      <xsl:with-param name="content">
        <xsl:variable name="title"><xsl:apply-templates select="." mode="m:title"/></xsl:variable>
        <i:column name="how" title="{$title}" type="text" width="100"/>
        <i:column name="made-on" title="{t:text('sheet.made-on')}" type="date" width="14"/>
        <i:row><i:cell><xsl:value-of select="t:text('sheet.how-1')"/></i:cell><i:cell><xsl:value-of select="$today"/></i:cell></i:row>
        <i:row><i:cell><xsl:value-of select="t:text('sheet.how-2')"/></i:cell></i:row>
        <i:row><i:cell><xsl:value-of select="t:text('sheet.how-3')"/></i:cell></i:row>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A column: its title is that of its name, and of one that was another's the other's. -->
  <xsl:template name="tp:sheet-column">
    <xsl:param name="name"/>
    <xsl:param name="title" select="t:text(concat('sheet.column.', $name))"/>
    <xsl:param name="type" select="'text'"/>
    <xsl:param name="width"/>
    <xsl:param name="values"/>
    <xsl:param name="words"/>
    <i:column name="{$name}" title="{$title}" type="{$type}">
      <xsl:if test="$width"><xsl:attribute name="width"><xsl:value-of select="$width"/></xsl:attribute></xsl:if>
      <xsl:if test="$values"><xsl:attribute name="values"><xsl:value-of select="$values"/></xsl:attribute></xsl:if>
      <xsl:if test="$words"><xsl:attribute name="words"><xsl:value-of select="$words"/></xsl:attribute></xsl:if>
    </i:column>
  </xsl:template>

  <!-- The same of one to be filled in, and the hidden one that goes with it. -->
  <xsl:template name="tp:fill-column">
    <xsl:param name="name"/>
    <xsl:param name="title" select="t:text(concat('sheet.column.', $name))"/>
    <xsl:param name="type" select="'text'"/>
    <xsl:param name="width"/>
    <xsl:param name="values"/>
    <xsl:param name="words"/>
    <i:column name="{$name}" title="{$title}" type="{$type}" fill="true">
      <xsl:if test="$width"><xsl:attribute name="width"><xsl:value-of select="$width"/></xsl:attribute></xsl:if>
      <xsl:if test="$values"><xsl:attribute name="values"><xsl:value-of select="$values"/></xsl:attribute></xsl:if>
      <xsl:if test="$words"><xsl:attribute name="words"><xsl:value-of select="$words"/></xsl:attribute></xsl:if>
    </i:column>
    <i:column name="was-{$name}" title="{t:text('sheet.was', $title)}" type="{$type}" hidden="true"/>
  </xsl:template>

  <xsl:template name="tp:fill-cell">
    <xsl:param name="value"/>
    <i:cell><xsl:value-of select="$value"/></i:cell>
    <i:cell><xsl:value-of select="$value"/></i:cell>
  </xsl:template>

  <!-- The last columns: what tells the rows apart, and a digest of what is not to be changed, which C makes. -->
  <xsl:template name="tp:key-columns">
    <xsl:param name="width"/>
    <i:column name="key" title="{t:text('export.key')}" type="text" width="{$width}"/>
    <i:column name="mark" title="{t:text('sheet.mark')}" type="mark" hidden="true"/>
  </xsl:template>

  <!-- Controls, or requirements. -->
  <xsl:template name="tp:answers-sheet">
    <xsl:param name="name"/>
    <xsl:param name="controls"/>
    <xsl:param name="states"/>
    <xsl:if test="$controls">
      <xsl:call-template name="t:sheet">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="of" select="'answers'"/>
        <xsl:with-param name="content">
          <xsl:call-template name="tp:answers-columns"><xsl:with-param name="states" select="$states"/></xsl:call-template>
          <xsl:apply-templates select="$controls" mode="m:sheet-row"><xsl:with-param name="role" select="."/></xsl:apply-templates>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:answers-columns">
    <xsl:param name="states"/>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'label'"/><xsl:with-param name="width" select="12"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="width" select="32"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'part'"/><xsl:with-param name="width" select="16"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column">
      <xsl:with-param name="name" select="'status'"/>
      <xsl:with-param name="type" select="'status'"/>
      <xsl:with-param name="width" select="20"/>
      <xsl:with-param name="values"><xsl:call-template name="tp:state-words"><xsl:with-param name="states" select="$states"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="words" select="translate(normalize-space($states), ' ', '|')"/>
    </xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'due'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="12"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'text'"/><xsl:with-param name="width" select="60"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'new-text'"/><xsl:with-param name="width" select="40"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'evidence'"/><xsl:with-param name="width" select="40"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'reviewed-on'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'questions'"/><xsl:with-param name="width" select="50"/></xsl:call-template>
    <xsl:call-template name="tp:key-columns"><xsl:with-param name="width" select="28"/></xsl:call-template>
  </xsl:template>

  <!-- The words of some states, each with a blank after it, with "|" between. -->
  <xsl:template name="tp:state-words">
    <xsl:param name="states"/>
    <xsl:if test="$states">
      <xsl:value-of select="t:text(concat('status.', substring-before($states, ' ')))"/>
      <xsl:if test="substring-after($states, ' ')">|</xsl:if>
      <xsl:call-template name="tp:state-words"><xsl:with-param name="states" select="substring-after($states, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- m:sheet-row: the row of a control; where the role owns parts alone, a row per part. -->
  <xsl:template match="i:control" mode="m:sheet-row">
    <xsl:param name="role"/>
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:apply-templates select="$answer[@owner = $role/@id] | t:owned-parts($role, $answer)" mode="m:sheet-row">
      <xsl:with-param name="control" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="i:answer" mode="m:sheet-row">
    <xsl:param name="control"/>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="m:sheet-text"/></xsl:variable>
    <i:row>
      <i:cell><xsl:value-of select="$control/@label"/></i:cell>
      <i:cell><xsl:value-of select="$control/@title"/></i:cell>
      <i:cell/>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value"><xsl:apply-templates select="." mode="m:sheet-status"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="@due"/></xsl:call-template>
      <i:cell><xsl:value-of select="$text"/></i:cell>
      <i:cell/>
      <i:cell><xsl:value-of select="$text"/></i:cell>
      <i:cell><xsl:apply-templates select="$control" mode="m:sheet-evidence"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="@reviewed-on"/></xsl:call-template>
      <i:cell><xsl:apply-templates select="$control" mode="m:sheet-questions"/></i:cell>
      <i:cell><xsl:value-of select="$control/@ref"/></i:cell>
    </i:row>
  </xsl:template>

  <!-- Of a part, what is filled in goes to the text of the answer: the list of parts is changed by hand. -->
  <xsl:template match="i:site-part" mode="m:sheet-row">
    <xsl:param name="control"/>
    <xsl:variable name="part"><xsl:apply-templates select="." mode="m:part-name"/></xsl:variable>
    <xsl:variable name="text"><xsl:apply-templates select=".." mode="m:sheet-text"/></xsl:variable>
    <i:row>
      <i:cell><xsl:value-of select="$control/@label"/></i:cell>
      <i:cell><xsl:value-of select="$control/@title"/></i:cell>
      <i:cell><xsl:value-of select="$part"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value"><xsl:apply-templates select="." mode="m:sheet-status"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="@due"/></xsl:call-template>
      <i:cell><xsl:value-of select="$text"/></i:cell>
      <i:cell/>
      <i:cell/>
      <i:cell><xsl:apply-templates select="$control" mode="m:sheet-evidence"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="../@reviewed-on"/></xsl:call-template>
      <i:cell><xsl:apply-templates select="$control" mode="m:sheet-questions"/></i:cell>
      <i:cell><xsl:value-of select="concat($control/@ref, '@', $part)"/></i:cell>
    </i:row>
  </xsl:template>

  <!-- m:sheet-status, text -->
  <xsl:template match="i:answer | i:site-part" mode="m:sheet-status">
    <xsl:if test="@status"><xsl:value-of select="t:text(concat('status.', @status))"/></xsl:if>
  </xsl:template>
  <!-- None of the list: that a control is out is not undone in a sheet. -->
  <xsl:template match="i:answer[@applicable = 'false']" mode="m:sheet-status">
    <xsl:value-of select="t:text('status.excluded')"/>
  </xsl:template>

  <!-- m:sheet-text: what is done, a line per block, item and row; m:sheet-line: one of these. -->
  <xsl:template match="i:answer" mode="m:sheet-text">
    <xsl:for-each select="i:summary//*[self::db:para or self::db:simpara or self::db:tr or self::db:programlisting or self::db:literallayout or self::db:title or self::db:bridgehead][not(ancestor::db:tr)]">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="m:sheet-line"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="*" mode="m:sheet-line">
    <xsl:value-of select="normalize-space(.)"/>
  </xsl:template>
  <xsl:template match="db:listitem/*[1]" mode="m:sheet-line">
    <xsl:value-of select="concat('- ', normalize-space(.))"/>
  </xsl:template>
  <xsl:template match="db:tr" mode="m:sheet-line">
    <xsl:for-each select="db:th | db:td">
      <xsl:if test="position() &gt; 1"> | </xsl:if>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- m:sheet-evidence, text: each piece, or why there is none. -->
  <xsl:template match="i:control" mode="m:sheet-evidence">
    <xsl:for-each select="key('relation', @ref)[@register = 'evidence'] | key('proves', @ref)/..">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:apply-templates select="." mode="m:evidence-text"/>
    </xsl:for-each>
    <xsl:variable name="none" select="key('answer', @ref)/i:none-because"/>
    <xsl:if test="$none"><xsl:value-of select="t:text('soa.none-because', normalize-space($none))"/></xsl:if>
  </xsl:template>

  <!-- m:sheet-questions, text: what the checks found; of a control that nobody has answered, what its answer should say. -->
  <xsl:template match="i:control" mode="m:sheet-questions">
    <xsl:variable name="open" select="not(key('answer', @ref)[@decided = 'true'])"/>
    <xsl:for-each select="key('tp:finding-of', @ref) | i:part[@name = 'question'][$open]">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Rows of a register. -->
  <xsl:template name="tp:rows-sheet">
    <xsl:param name="name"/>
    <xsl:param name="rows"/>
    <xsl:if test="$rows[@id]">
      <xsl:call-template name="t:sheet">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="of" select="$name"/>
        <xsl:with-param name="content">
          <xsl:apply-templates select="$rows[1]/.." mode="m:sheet-columns"/>
          <xsl:apply-templates select="$rows[@id]" mode="m:sheet-row"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- m:sheet-columns: the columns of a register's sheet, m:sheet-row: the cells of a row, in the same order; the last is the key. -->
  <xsl:template match="i:register[@name = 'risks']" mode="m:sheet-columns">
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="width" select="40"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'level'"/><xsl:with-param name="width" select="16"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column">
      <xsl:with-param name="name" select="'option'"/>
      <xsl:with-param name="type" select="'status'"/>
      <xsl:with-param name="width" select="14"/>
      <xsl:with-param name="values"><xsl:call-template name="tp:choices"><xsl:with-param name="list" select="'option'"/><xsl:with-param name="words" select="'reduce avoid share retain '"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="words" select="'reduce|avoid|share|retain'"/>
    </xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'controls'"/><xsl:with-param name="width" select="30"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'accept-until'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="16"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'reviewed-on'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:key-columns"><xsl:with-param name="width" select="12"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'risks']/i:row" mode="m:sheet-row">
    <i:row>
      <i:cell><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></i:cell>
      <i:cell><xsl:value-of select="normalize-space(concat(t:risk(.)/@current-level, ' ', $t:risk-bands[@n = t:risk(current())/@current-band]/@name))"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value"><xsl:if test="i:cell[@name = 'option']"><xsl:value-of select="t:word('option', normalize-space(i:cell[@name = 'option']))"/></xsl:if></xsl:with-param></xsl:call-template>
      <i:cell><xsl:apply-templates select="i:cell[@name = 'controls']" mode="m:sheet-cell"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'accept-until']"/></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'reviewed-on']"/></xsl:call-template>
      <i:cell><xsl:value-of select="@id"/></i:cell>
    </i:row>
  </xsl:template>

  <xsl:template match="i:register[@name = 'treatment']" mode="m:sheet-columns">
    <xsl:variable name="words" select="'open planned started in-progress done verified dropped cancelled '"/>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'action'"/><xsl:with-param name="width" select="50"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'risks'"/><xsl:with-param name="width" select="16"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'controls'"/><xsl:with-param name="width" select="20"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'due'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="12"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column">
      <xsl:with-param name="name" select="'status'"/>
      <xsl:with-param name="type" select="'status'"/>
      <xsl:with-param name="width" select="14"/>
      <xsl:with-param name="values"><xsl:call-template name="tp:choices"><xsl:with-param name="list" select="'status'"/><xsl:with-param name="words" select="$words"/></xsl:call-template></xsl:with-param>
      <xsl:with-param name="words" select="translate(normalize-space($words), ' ', '|')"/>
    </xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'done-on'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="12"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'evidence'"/><xsl:with-param name="width" select="24"/></xsl:call-template>
    <xsl:call-template name="tp:key-columns"><xsl:with-param name="width" select="12"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'treatment']/i:row" mode="m:sheet-row">
    <i:row>
      <i:cell><xsl:value-of select="normalize-space(i:cell[@name = 'action'])"/></i:cell>
      <i:cell><xsl:apply-templates select="i:cell[@name = 'risks' or @name = 'risk']" mode="m:sheet-cell"/></i:cell>
      <i:cell><xsl:apply-templates select="i:cell[@name = 'controls' or @name = 'control']" mode="m:sheet-cell"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'due']"/></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value"><xsl:if test="i:cell[@name = 'status']"><xsl:value-of select="t:word('status', normalize-space(i:cell[@name = 'status']))"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'done-on' or @name = 'done']"/></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value"><xsl:apply-templates select="i:cell[@name = 'evidence']" mode="m:sheet-cell"/></xsl:with-param></xsl:call-template>
      <i:cell><xsl:value-of select="@id"/></i:cell>
    </i:row>
  </xsl:template>

  <xsl:template match="i:register[@name = 'evidence']" mode="m:sheet-columns">
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'title'"/><xsl:with-param name="width" select="40"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'controls'"/><xsl:with-param name="width" select="24"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'state'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-column"><xsl:with-param name="name" select="'next'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'where'"/><xsl:with-param name="width" select="40"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'collected-on'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'covers-from'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:fill-column"><xsl:with-param name="name" select="'covers-to'"/><xsl:with-param name="type" select="'date'"/><xsl:with-param name="width" select="14"/></xsl:call-template>
    <xsl:call-template name="tp:key-columns"><xsl:with-param name="width" select="12"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'evidence']/i:row" mode="m:sheet-row">
    <i:row>
      <i:cell><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></i:cell>
      <i:cell><xsl:apply-templates select="i:cell[@name = 'controls' or @name = 'control']" mode="m:sheet-cell"/></i:cell>
      <i:cell><xsl:value-of select="t:text(concat('evidence.is-', t:evidence-state(.)))"/></i:cell>
      <i:cell><xsl:value-of select="t:evidence-until(.)"/></i:cell>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'where']"/></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'collected-on']"/></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'covers-from']"/></xsl:call-template>
      <xsl:call-template name="tp:fill-cell"><xsl:with-param name="value" select="i:cell[@name = 'covers-to']"/></xsl:call-template>
      <i:cell><xsl:value-of select="@id"/></i:cell>
    </i:row>
  </xsl:template>

  <!-- The words of a list for people, with "|" between. -->
  <xsl:template name="tp:choices">
    <xsl:param name="list"/>
    <xsl:param name="words"/>
    <xsl:if test="$words">
      <xsl:value-of select="t:word($list, substring-before($words, ' '))"/>
      <xsl:if test="substring-after($words, ' ')">|</xsl:if>
      <xsl:call-template name="tp:choices">
        <xsl:with-param name="list" select="$list"/>
        <xsl:with-param name="words" select="substring-after($words, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- m:sheet-cell, text: as the file has it; several values with "; " between. -->
  <xsl:template match="i:cell" mode="m:sheet-cell">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="i:cell[i:value]" mode="m:sheet-cell">
    <xsl:for-each select="i:value">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
