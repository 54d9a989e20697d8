<?xml version="1.0" encoding="UTF-8"?>
<!-- Training: what was given and is due again, competence per role with its gaps, and how many have confirmed having read what. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:set="http://exslt.org/sets"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl set m t tp">

  <!-- Trainings of one title: of these the latest says when it is due again. -->
  <xsl:key name="tp:same-training" match="/i:dossier/i:registers/i:register[@name = 'training']/i:row" use="i:cell[@name = 'title']"/>

  <xsl:template match="i:document[@id = 'training']" mode="m:content">
    <xsl:variable name="training" select="key('register', 'training')[i:row]"/>
    <xsl:variable name="competence" select="key('register', 'competence')[i:row]"/>
    <xsl:variable name="read" select="key('register', 'acknowledgements')[i:row]"/>
    <xsl:if test="not($training | $competence | $read)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:apply-templates select="$training" mode="m:training-section"/>
    <xsl:apply-templates select="$competence" mode="m:training-section"/>
    <xsl:apply-templates select="$read" mode="m:training-section"/>
  </xsl:template>

  <!-- When a training is due again; empty where it is not repeated, has not been given yet, or was given anew. -->
  <func:function name="t:training-due">
    <xsl:param name="row"/>
    <xsl:variable name="given" select="$row/i:cell[@name = 'given-on'][t:is-date(.)]"/>
    <xsl:variable name="months" select="number($row/i:cell[@name = 'repeat-months'])"/>
    <xsl:choose>
      <xsl:when test="$given and $months &gt; 0 and not(tp:given-anew($row))"><func:result select="t:add-months($given, $months)"/></xsl:when>
      <xsl:otherwise><func:result select="''"/></xsl:otherwise>
    </xsl:choose>
  </func:function>
  <func:function name="tp:given-anew">
    <xsl:param name="row"/>
    <xsl:variable name="given" select="translate($row/i:cell[@name = 'given-on'], '-', '')"/>
    <xsl:for-each select="$row">
      <func:result select="boolean(key('tp:same-training', i:cell[@name = 'title'])/i:cell[@name = 'given-on'][translate(., '-', '') &gt; $given])"/>
    </xsl:for-each>
  </func:function>

  <xsl:template match="i:register[@name = 'training']/i:row" mode="m:row-states">
    <xsl:choose>
      <xsl:when test="not(i:cell[@name = 'given-on'])"><i:is name="not-given" tone="undecided"/></xsl:when>
      <xsl:when test="t:past(t:training-due(.))"><i:is name="overdue" tone="gap"/></xsl:when>
      <xsl:when test="not(t:past(i:cell[@name = 'given-on'])) and i:cell[@name = 'given-on'] != $today"><i:is name="planned" tone="planned"/></xsl:when>
      <xsl:when test="tp:given-anew(.)"><i:is name="given-anew" tone="excluded"/></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="i:register[@name = 'competence']/i:row" mode="m:row-states">
    <xsl:choose>
      <xsl:when test="not(i:cell[@name = 'gap'])"/>
      <xsl:when test="t:past(i:cell[@name = 'due'])"><i:is name="gap-overdue" tone="gap"/></xsl:when>
      <xsl:otherwise><i:is name="gap" tone="partial"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- m:training-section: a register as a section. -->
  <xsl:template match="i:register" mode="m:training-section">
    <xsl:variable name="further" select="t:further-columns(., 'id title audience given-on repeat-months by attended proof controls control')"/>
    <section>
      <xsl:attribute name="xml:id">training.given</xsl:attribute>
      <title><xsl:value-of select="t:text('training.given')"/></title>
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="i:row"/>
        <xsl:with-param name="words" select="t:count('training.count', count(i:row))"/>
        <xsl:with-param name="fine" select="'given'"/>
      </xsl:call-template>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id training state given due-again given-by attended proof controls'"/></xsl:call-template>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:row" mode="m:training-row">
            <xsl:sort select="i:cell[@name = 'given-on']" order="descending"/>
            <xsl:with-param name="further" select="$further"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:training-row: a training, a role. -->
  <xsl:template match="i:row" mode="m:training-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="due" select="t:training-due(.)"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'given'"/></xsl:call-template>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <xsl:call-template name="t:title-cell"><xsl:with-param name="note" select="i:cell[@name = 'audience']"/></xsl:call-template>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'given'"/></xsl:call-template>
      <xsl:call-template name="t:day"><xsl:with-param name="date" select="i:cell[@name = 'given-on']"/></xsl:call-template>
      <xsl:call-template name="t:day"><xsl:with-param name="date" select="$due"/><xsl:with-param name="late" select="t:past($due)"/></xsl:call-template>
      <xsl:call-template name="t:who"><xsl:with-param name="name" select="'by'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'attended'"/></xsl:call-template>
      <td role="words"><xsl:apply-templates select="i:cell[@name = 'proof']" mode="m:cell"><xsl:with-param name="here" select="'training'"/></xsl:apply-templates></td>
      <td role="controls"><xsl:call-template name="t:control-links"/></td>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'competence']" mode="m:training-section">
    <xsl:variable name="further" select="t:further-columns(., 'id role needs how-known gap closed-by due')"/>
    <section>
      <xsl:attribute name="xml:id">training.competence</xsl:attribute>
      <title><xsl:value-of select="t:text('training.competence')"/></title>
      <xsl:call-template name="t:row-figures">
        <xsl:with-param name="rows" select="i:row"/>
        <xsl:with-param name="words" select="t:count('training.needs', count(i:row))"/>
        <xsl:with-param name="fine" select="'no-gap'"/>
      </xsl:call-template>
      <informaltable role="filter">
        <thead>
          <tr>
            <xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id role needs state gap closed-by due how-known'"/></xsl:call-template>
            <xsl:apply-templates select="$further" mode="m:column-head"/>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="i:row" mode="m:training-row"><xsl:with-param name="further" select="$further"/></xsl:apply-templates>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <xsl:template match="i:register[@name = 'competence']/i:row" mode="m:training-row">
    <xsl:param name="further"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter">
        <xsl:with-param name="states" select="$states"/>
        <xsl:with-param name="fine" select="'no-gap'"/>
      </xsl:call-template>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <xsl:call-template name="t:who"><xsl:with-param name="name" select="'role'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'needs'"/></xsl:call-template>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'no-gap'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'gap'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'closed-by'"/></xsl:call-template>
      <xsl:call-template name="t:day">
        <xsl:with-param name="date" select="i:cell[@name = 'due']"/>
        <xsl:with-param name="late" select="i:cell[@name = 'gap'] and t:past(i:cell[@name = 'due'])"/>
      </xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'how-known'"/></xsl:call-template>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Confirmations are counted, and nobody is named: who has read what is for those who keep the register. -->
  <xsl:template match="i:register[@name = 'acknowledgements']" mode="m:training-section">
    <xsl:variable name="tree"><xsl:apply-templates select="i:row" mode="m:acknowledged"/></xsl:variable>
    <xsl:variable name="all" select="exsl:node-set($tree)/i:read"/>
    <section>
      <xsl:attribute name="xml:id">training.read</xsl:attribute>
      <title><xsl:value-of select="t:text('training.read')"/></title>
      <para role="note"><xsl:value-of select="t:text('training.read-note')"/></para>
      <informaltable role="totals">
        <thead>
          <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'document version confirmed earlier latest'"/></xsl:call-template></tr>
        </thead>
        <tbody>
          <xsl:for-each select="set:distinct($all/@document)">
            <xsl:sort select="."/>
            <xsl:call-template name="tp:read-row"><xsl:with-param name="same" select="$all[@document = current()]"/></xsl:call-template>
          </xsl:for-each>
        </tbody>
      </informaltable>
    </section>
  </xsl:template>

  <!-- m:acknowledged: an i:read per document that somebody confirms having read. -->
  <xsl:template match="i:row" mode="m:acknowledged">
    <xsl:variable name="row" select="."/>
    <xsl:for-each select="t:values(i:cell[@name = 'documents' or @name = 'document'])[normalize-space(.) != '']">
      <i:read document="{normalize-space(.)}" version="{normalize-space($row/i:cell[@name = 'version'])}" person="{normalize-space($row/i:cell[@name = 'person'])}"
              on="{normalize-space($row/i:cell[@name = 'acknowledged-on'])}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A document; one confirmation counts for the version in force if it names that or none. -->
  <xsl:template name="tp:read-row">
    <xsl:param name="same"/>
    <xsl:for-each select="$dossier">
      <xsl:variable name="document" select="key('document', string($same[1]/@document))"/>
      <xsl:variable name="version" select="string($document/i:version[@current = 'true']/@version)"/>
      <xsl:variable name="now" select="$same[@version = $version or @version = '' or $version = '']"/>
      <xsl:variable name="latest" select="t:latest($same/@on)"/>
      <tr>
        <th scope="row">
          <xsl:apply-templates select="$document" mode="m:link"/>
          <xsl:if test="not($document)"><xsl:value-of select="$same[1]/@document"/></xsl:if>
        </th>
        <td><xsl:value-of select="$version"/></td>
        <td role="number"><xsl:value-of select="count(set:distinct($now/@person))"/></td>
        <td role="number"><xsl:value-of select="count(set:distinct($same/@person)) - count(set:distinct($now/@person))"/></td>
        <xsl:call-template name="t:day"><xsl:with-param name="date" select="$latest"/></xsl:call-template>
      </tr>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
