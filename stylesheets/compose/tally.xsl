<?xml version="1.0" encoding="UTF-8"?>
<!-- Counting, once: the state of every control that counts, by theme. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl m t tp">

  <!-- i:catalog/i:group/i:control with @state: a group per theme, that is, per outermost group. -->
  <xsl:variable name="t:tally-tree">
    <xsl:apply-templates select="$t:catalogs" mode="m:tally"/>
  </xsl:variable>
  <xsl:variable name="t:tally" select="exsl:node-set($t:tally-tree)/i:catalog"/>

  <xsl:template match="i:catalog" mode="m:tally">
    <i:catalog name="{@name}">
      <xsl:if test="i:control">
        <i:group>
          <xsl:apply-templates select="." mode="m:theme-attribute"/>
          <xsl:apply-templates select="i:control/descendant-or-self::i:control[not(@withdrawn = 'true')]" mode="m:tally"/>
        </i:group>
      </xsl:if>
      <xsl:apply-templates select="i:group" mode="m:tally"/>
    </i:catalog>
  </xsl:template>
  <xsl:template match="i:group" mode="m:tally">
    <i:group>
      <xsl:apply-templates select="." mode="m:theme-attribute"/>
      <xsl:apply-templates select="descendant::i:control[not(@withdrawn = 'true')]" mode="m:tally"/>
    </i:group>
  </xsl:template>
  <xsl:template match="i:control" mode="m:tally">
    <i:control state="{t:state(key('answer', @ref))}"/>
  </xsl:template>

  <xsl:template match="*" mode="m:theme-attribute">
    <xsl:attribute name="title"><xsl:apply-templates select="." mode="m:theme"/></xsl:attribute>
  </xsl:template>

  <!-- Tables of totals: the head, whose first column is called $first, and a row of controls in some states. -->
  <xsl:template name="t:totals-head">
    <xsl:param name="first"/>
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="$first"/></th>
        <xsl:copy-of select="$tp:totals-head"/>
      </tr>
    </thead>
  </xsl:template>
  <xsl:variable name="tp:totals-head">
    <th scope="col"><xsl:value-of select="t:text('soa.count')"/></th>
    <th scope="col"><xsl:value-of select="t:text('soa.necessary')"/></th>
    <th scope="col"><xsl:value-of select="t:text('status.implemented')"/></th>
    <th scope="col"><xsl:value-of select="t:text('status.partial')"/></th>
    <th scope="col"><xsl:value-of select="t:text('status.planned')"/></th>
    <th scope="col"><xsl:value-of select="t:text('status.not-implemented')"/></th>
    <th scope="col"><xsl:value-of select="t:text('status.unstated')"/></th>
    <th scope="col"><xsl:value-of select="t:text('soa.not-necessary')"/></th>
    <th scope="col"><xsl:value-of select="t:text('status.undecided')"/></th>
  </xsl:variable>

  <!-- With $most, html draws a bar of the states under the title, as long as the row's part of $most. -->
  <xsl:template name="t:total-row">
    <xsl:param name="title"/>
    <xsl:param name="states"/>
    <xsl:param name="most"/>
    <xsl:variable name="out" select="count($states[. = 'excluded'])"/>
    <xsl:variable name="open" select="count($states[. = 'undecided'])"/>
    <xsl:variable name="implemented" select="count($states[. = 'implemented'])"/>
    <xsl:variable name="partial" select="count($states[. = 'partial'])"/>
    <xsl:variable name="planned" select="count($states[. = 'planned'])"/>
    <xsl:variable name="not" select="count($states[. = 'not-implemented'])"/>
    <xsl:variable name="unstated" select="count($states[. = 'unstated'])"/>
    <tr>
      <th scope="row">
        <xsl:if test="$most">
          <xsl:attribute name="i:bar">
            <xsl:value-of select="concat('implemented=', $implemented, ' partial=', $partial, ' planned=', $planned,
                ' not-implemented=', $not, ' excluded=', $out, ' undecided=', $open + $unstated, ' ')"/>
          </xsl:attribute>
          <xsl:attribute name="i:most"><xsl:value-of select="$most"/></xsl:attribute>
        </xsl:if>
        <xsl:value-of select="$title"/>
      </th>
      <td role="number"><xsl:value-of select="count($states)"/></td>
      <td role="number"><xsl:value-of select="count($states) - $out - $open"/></td>
      <td role="number"><xsl:value-of select="$implemented"/></td>
      <td role="number"><xsl:value-of select="$partial"/></td>
      <td role="number"><xsl:value-of select="$planned"/></td>
      <td role="number"><xsl:value-of select="$not"/></td>
      <td role="number"><xsl:value-of select="$unstated"/></td>
      <td role="number"><xsl:value-of select="$out"/></td>
      <td role="number"><xsl:value-of select="$open"/></td>
    </tr>
  </xsl:template>

  <!-- Figures of some i:control of the tally, as list items that html draws as tiles and as one bar. -->
  <xsl:template name="t:figures">
    <xsl:param name="controls"/>
    <xsl:param name="href"/>
    <xsl:variable name="out" select="count($controls[@state = 'excluded'])"/>
    <xsl:variable name="open" select="count($controls[@state = 'undecided'])"/>
    <itemizedlist role="figures">
      <xsl:call-template name="t:figure">
        <xsl:with-param name="count" select="count($controls)"/>
        <xsl:with-param name="key" select="'figure.considered'"/>
        <xsl:with-param name="href" select="$href"/>
      </xsl:call-template>
      <xsl:call-template name="t:figure">
        <xsl:with-param name="count" select="count($controls) - $out - $open"/>
        <xsl:with-param name="key" select="'figure.necessary'"/>
        <xsl:with-param name="href" select="$href"/>
      </xsl:call-template>
      <xsl:call-template name="t:state-figures">
        <xsl:with-param name="states" select="$controls/@state"/>
        <xsl:with-param name="href" select="$href"/>
      </xsl:call-template>
    </itemizedlist>
  </xsl:template>

  <!-- A figure per state that occurs, always with the implemented and the unanswered ones. -->
  <xsl:template name="t:state-figures">
    <xsl:param name="states"/>
    <xsl:param name="href"/>
    <xsl:param name="names" select="'implemented partial planned not-implemented unstated excluded undecided '"/>
    <xsl:param name="always" select="' implemented undecided '"/>
    <xsl:variable name="name" select="substring-before($names, ' ')"/>
    <xsl:if test="$name">
      <xsl:variable name="count" select="count($states[. = $name])"/>
      <xsl:if test="$count or contains($always, concat(' ', $name, ' '))">
        <xsl:call-template name="t:figure">
          <xsl:with-param name="count" select="$count"/>
          <xsl:with-param name="key" select="concat('figure.', $name)"/>
          <xsl:with-param name="status" select="$name"/>
          <xsl:with-param name="href" select="$href"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="t:state-figures">
        <xsl:with-param name="states" select="$states"/>
        <xsl:with-param name="href" select="$href"/>
        <xsl:with-param name="names" select="substring-after($names, ' ')"/>
        <xsl:with-param name="always" select="$always"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- One figure: the number and its word; with $status, a part of the bar. -->
  <xsl:template name="t:figure">
    <xsl:param name="count"/>
    <xsl:param name="key"/>
    <xsl:param name="status"/>
    <xsl:param name="href"/>
    <listitem>
      <xsl:if test="$status">
        <xsl:attribute name="i:status">
          <xsl:if test="$status = 'unstated'">undecided</xsl:if>
          <xsl:if test="$status != 'unstated'">
            <xsl:value-of select="$status"/>
          </xsl:if>
        </xsl:attribute>
      </xsl:if>
      <xsl:attribute name="i:count"><xsl:value-of select="$count"/></xsl:attribute>
      <xsl:if test="$href">
        <xsl:attribute name="i:href"><xsl:value-of select="$href"/></xsl:attribute>
      </xsl:if>
      <para><emphasis role="strong"><xsl:value-of select="$count"/></emphasis><xsl:value-of select="concat(' ', t:count($key, $count))"/></para>
    </listitem>
  </xsl:template>

</xsl:stylesheet>
