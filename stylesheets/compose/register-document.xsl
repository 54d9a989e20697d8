<?xml version="1.0" encoding="UTF-8"?>
<!-- What the documents made from a register share: where a row has its home, its states in words, columns that nobody declared,
     cells that refer to other things. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="db exsl str m t tp">

  <!-- A rule of a document, by its id; looked for as the traceability matrix does. -->
  <xsl:key name="rule" use="@xml:id"
           match="/i:dossier/i:documents/i:document/i:body/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:section/db:para[@role = 'rule']
                      |/i:dossier/i:documents/i:document/i:body/db:section/db:section/db:section/db:para[@role = 'rule']"/>

  <!-- Which document is the home of the rows of a register; the anchor of a row begins with the whole. -->
  <xsl:variable name="tp:homes" select="' acknowledgements=training.read assets=asset-register audit-findings=nonconformities.finding competence=training.role
      exceptions=exceptions incidents=incidents-summary interested-parties=management-review-input.party issues=management-review-input.issue
      legal=legal-register management-reviews=management-review-input.review measures=objectives-report.measure nonconformities=nonconformities
      objectives=objectives-report opportunities=management-review-input.opportunity suppliers=supplier-register training=training '"/>
  <func:function name="t:row-home">
    <xsl:param name="register"/>
    <func:result select="substring-before(substring-after($tp:homes, concat(' ', $register, '=')), ' ')"/>
  </func:function>

  <!-- A row is linked to where it stands, from wherever it is named. -->
  <xsl:template match="i:register[contains(' acknowledgements assets audit-findings competence exceptions incidents interested-parties issues legal management-reviews measures
      nonconformities objectives opportunities suppliers training ', concat(' ', @name, ' '))]/i:row" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@id"/>
    <xsl:variable name="home" select="t:row-home(../@name)"/>
    <xsl:variable name="document" select="substring-before(concat($home, '.'), '.')"/>
    <xsl:choose>
      <xsl:when test="key('document', $document) and tp:row-name(@id) != ''">
        <xsl:call-template name="t:link">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="document" select="$document"/>
          <xsl:with-param name="id" select="concat($home, '.row.', @id)"/>
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The anchor of a row in its home. -->
  <xsl:template name="t:home-anchor">
    <xsl:call-template name="t:row-anchor"><xsl:with-param name="document" select="t:row-home(../@name)"/></xsl:call-template>
  </xsl:template>

  <!-- These tables are wide. -->
  <xsl:template match="i:document[contains(' asset-register exceptions incidents-summary legal-register management-review-input nonconformities objectives-report supplier-register training ', concat(' ', @id, ' '))]" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>
  <xsl:template match="i:document[contains(' asset-register exceptions incidents-summary legal-register management-review-input nonconformities objectives-report supplier-register training ', concat(' ', @id, ' '))]" mode="m:lede">
    <xsl:value-of select="t:text(concat(@id, '.lede'))"/>
  </xsl:template>

  <!-- What is said where there is nothing to show: a view may have taken it out. -->
  <xsl:template name="t:nothing">
    <para role="empty"><xsl:value-of select="t:text(concat('row.nothing', substring('-view', 1 div $t:is-view)))"/></para>
  </xsl:template>

  <!-- Has the day passed? What is no date never has. -->
  <func:function name="t:past">
    <xsl:param name="date"/>
    <func:result select="t:is-date($date) and translate($date, '-', '') &lt; $t:now"/>
  </func:function>

  <!-- m:row-states: an i:is per state of a row, the worst first, with @name (row-state.NAME says it) and @tone, a state that has a
       colour; nothing where all is well. -->
  <xsl:template match="i:row" mode="m:row-states"/>

  <!-- How many rows there are, and how many of them are in each state: each is counted once, by its worst. -->
  <xsl:template name="t:row-figures">
    <xsl:param name="rows"/>
    <xsl:param name="words"/>
    <xsl:param name="fine" select="'fine'"/>
    <xsl:variable name="tree">
      <xsl:for-each select="$rows"><i:of><xsl:apply-templates select="." mode="m:row-states"/></i:of></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:of/i:is[1]"/>
    <itemizedlist role="figures">
      <xsl:call-template name="t:risk-figure">
        <xsl:with-param name="count" select="count($rows)"/>
        <xsl:with-param name="words" select="$words"/>
      </xsl:call-template>
      <xsl:call-template name="tp:row-figures"><xsl:with-param name="states" select="$states"/></xsl:call-template>
      <xsl:if test="count($states) &lt; count($rows)">
        <xsl:call-template name="t:risk-figure">
          <xsl:with-param name="count" select="count($rows) - count($states)"/>
          <xsl:with-param name="words" select="t:text(concat('row-state.', $fine))"/>
          <xsl:with-param name="status" select="'implemented'"/>
        </xsl:call-template>
      </xsl:if>
    </itemizedlist>
  </xsl:template>
  <!-- One state after the other: there are few, and many rows. -->
  <xsl:template name="tp:row-figures">
    <xsl:param name="states"/>
    <xsl:variable name="name" select="$states[1]/@name"/>
    <xsl:if test="$states">
      <xsl:call-template name="t:risk-figure">
        <xsl:with-param name="count" select="count($states[@name = $name])"/>
        <xsl:with-param name="words" select="t:text(concat('row-state.', $name))"/>
        <xsl:with-param name="status" select="$states[1]/@tone"/>
      </xsl:call-template>
      <xsl:call-template name="tp:row-figures"><xsl:with-param name="states" select="$states[@name != $name]"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The states of a row as the attribute by which the table is filtered, and as a cell. $states are i:is. -->
  <xsl:template name="t:state-filter">
    <xsl:param name="states"/>
    <xsl:param name="fine" select="'fine'"/>
    <xsl:attribute name="i:state">
      <xsl:value-of select="t:text(concat('row-state.', $states[1]/@name, substring($fine, 1 div not($states))))"/>
    </xsl:attribute>
  </xsl:template>
  <xsl:template name="t:state-cell">
    <xsl:param name="states"/>
    <xsl:param name="fine" select="'fine'"/>
    <td role="state">
      <xsl:for-each select="$states">
        <para>
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="@tone"/>
            <xsl:with-param name="text" select="t:text(concat('row-state.', @name))"/>
          </xsl:call-template>
        </para>
      </xsl:for-each>
      <xsl:if test="not($states)">
        <xsl:call-template name="t:badge">
          <xsl:with-param name="state" select="'implemented'"/>
          <xsl:with-param name="text" select="t:text(concat('row-state.', $fine))"/>
        </xsl:call-template>
      </xsl:if>
    </td>
  </xsl:template>

  <!-- By which day a row is due for review, a year after the last one; empty where it has none. -->
  <func:function name="t:row-review">
    <xsl:param name="row"/>
    <xsl:variable name="reviewed" select="$row/i:cell[@name = 'reviewed-on'][t:is-date(.)]"/>
    <xsl:choose>
      <xsl:when test="$reviewed"><func:result select="t:add-months($reviewed, 12)"/></xsl:when>
      <xsl:otherwise><func:result select="''"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- States that have to do with review; the context is the row. A register without such a column says nothing about it. -->
  <xsl:template name="t:review-states">
    <xsl:choose>
      <xsl:when test="not(key('column', concat(../@name, ' reviewed-on')))"/>
      <xsl:when test="not(i:cell[@name = 'reviewed-on'][t:is-date(.)])"><i:is name="not-reviewed" tone="undecided"/></xsl:when>
      <xsl:when test="t:past(t:row-review(.))"><i:is name="review-overdue" tone="gap"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Head cells, of the words of columns that are declared. -->
  <xsl:template name="t:heads">
    <xsl:param name="names"/>
    <xsl:variable name="name" select="substring-before(concat($names, ' '), ' ')"/>
    <xsl:if test="$name">
      <th scope="col"><xsl:value-of select="t:text(concat('row.', $name))"/></th>
      <xsl:call-template name="t:heads"><xsl:with-param name="names" select="substring-after($names, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The columns of a register that are not in $known and have something in them. -->
  <func:function name="t:further-columns">
    <xsl:param name="register"/>
    <xsl:param name="known"/>
    <func:result select="$register/i:column[not(contains(concat(' ', $known, ' '), concat(' ', @name, ' ')))][@name = $register/i:row/i:cell[. != '']/@name]"/>
  </func:function>
  <xsl:template name="t:further-cells">
    <xsl:param name="columns"/>
    <xsl:param name="here"/>
    <xsl:variable name="row" select="."/>
    <xsl:for-each select="$columns">
      <xsl:call-template name="t:cell">
        <xsl:with-param name="here" select="$here"/>
        <xsl:with-param name="cell" select="$row/i:cell[@name = current()/@name]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- A cell with a text. -->
  <xsl:template name="t:words">
    <xsl:param name="name"/>
    <xsl:param name="here"/>
    <td role="words">
      <xsl:call-template name="t:linked-words">
        <xsl:with-param name="text" select="i:cell[@name = $name]"/>
        <xsl:with-param name="here" select="$here"/>
      </xsl:call-template>
    </td>
  </xsl:template>

  <!-- Inlines: a text in which ids of rows (see NC-01) are links; an id has a hyphen, or it would be any word. -->
  <xsl:template name="t:linked-words">
    <xsl:param name="text"/>
    <xsl:param name="here"/>
    <xsl:choose>
      <xsl:when test="contains($text, '-')">
        <xsl:for-each select="str:tokenize(normalize-space($text), ' ')">
          <xsl:variable name="word" select="string(.)"/>
          <xsl:variable name="id" select="translate($word, '.,;:()', '')"/>
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:choose>
            <xsl:when test="contains($id, '-') and contains($word, $id)">
              <xsl:for-each select="$dossier">
                <xsl:variable name="row" select="key('row-by-id', $id)[1]"/>
                <xsl:if test="$row">
                  <xsl:value-of select="substring-before($word, $id)"/>
                  <xsl:apply-templates select="$row" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
                  <xsl:value-of select="substring-after($word, $id)"/>
                </xsl:if>
                <xsl:if test="not($row)"><xsl:value-of select="$word"/></xsl:if>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($text)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A paragraph of a cell, where there is something to say; $label goes before it. -->
  <xsl:template name="t:cell-note">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="here"/>
    <xsl:param name="role" select="'note'"/>
    <xsl:if test="i:cell[@name = $name]">
      <para>
        <xsl:if test="$role"><xsl:attribute name="role"><xsl:value-of select="$role"/></xsl:attribute></xsl:if>
        <xsl:if test="$label"><xsl:value-of select="concat($label, ' ')"/></xsl:if>
        <xsl:call-template name="t:linked-words">
          <xsl:with-param name="text" select="i:cell[@name = $name]"/>
          <xsl:with-param name="here" select="$here"/>
        </xsl:call-template>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- A cell with a role or somebody else. -->
  <xsl:template name="t:who">
    <xsl:param name="name" select="'owner'"/>
    <td role="who"><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = $name]))"/></td>
  </xsl:template>

  <!-- A cell with a date; with $late, its mark. -->
  <xsl:template name="t:day">
    <xsl:param name="date"/>
    <xsl:param name="late" select="false()"/>
    <td>
      <xsl:if test="$date != ''">
        <xsl:attribute name="i:sort"><xsl:value-of select="$date"/></xsl:attribute>
        <xsl:value-of select="t:short-date($date)"/>
        <xsl:if test="$late"><xsl:call-template name="t:overdue"/></xsl:if>
      </xsl:if>
    </td>
  </xsl:template>

  <!-- Inlines: the rows of a register that a cell names, as links where they have a home. -->
  <xsl:template name="t:row-links">
    <xsl:param name="here"/>
    <xsl:param name="cell"/>
    <xsl:param name="register"/>
    <xsl:for-each select="t:values($cell)[normalize-space(.) != '']">
      <xsl:variable name="id" select="normalize-space(.)"/>
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:for-each select="$dossier">
        <xsl:variable name="row" select="key('row', concat($register, ' ', $id))[1]"/>
        <xsl:apply-templates select="$row" mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
        <xsl:if test="not($row)"><xsl:value-of select="$id"/></xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Inlines: rows as links. -->
  <xsl:template name="t:links-of-rows">
    <xsl:param name="here"/>
    <xsl:param name="rows"/>
    <xsl:for-each select="$rows">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- Inlines: the controls that a cell names; with $states, how those stand that are not there. -->
  <xsl:template name="t:control-links">
    <xsl:param name="cell" select="i:cell[@name = 'controls' or @name = 'control']"/>
    <xsl:param name="states" select="false()"/>
    <xsl:for-each select="t:values($cell)[normalize-space(.) != '']">
      <xsl:variable name="control" select="key('control', @ref)[1]"/>
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="$control" mode="m:link"/>
      <xsl:if test="not($control)"><xsl:value-of select="normalize-space(.)"/></xsl:if>
      <xsl:if test="$states and $control and not(contains(' implemented conforms ', concat(' ', t:state(key('answer', @ref)), ' ')))">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="$control" mode="m:badge"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Inlines: the rules that a cell names, as links. -->
  <xsl:template name="t:rule-links">
    <xsl:param name="cell"/>
    <xsl:for-each select="t:values($cell)[normalize-space(.) != '']">
      <xsl:variable name="id" select="normalize-space(.)"/>
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:for-each select="$dossier">
        <xsl:variable name="rule" select="key('rule', $id)[1]"/>
        <xsl:if test="$rule">
          <xsl:call-template name="t:link">
            <xsl:with-param name="document" select="string($rule/ancestor::i:document/@id)"/>
            <xsl:with-param name="id" select="$id"/>
            <xsl:with-param name="text" select="$id"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="not($rule)"><xsl:value-of select="$id"/></xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The title of a row with what explains it below. -->
  <xsl:template name="t:title-cell">
    <xsl:param name="note"/>
    <td role="title">
      <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
      <xsl:if test="string($note)"><para role="note"><xsl:value-of select="normalize-space($note)"/></para></xsl:if>
    </td>
  </xsl:template>

</xsl:stylesheet>
