<?xml version="1.0" encoding="UTF-8"?>
<!-- Nonconformities and what audits have found: what is open first, from the correction to the check of its effect. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl m t tp">

  <!-- What an audit has found. -->
  <xsl:key name="finding-of" match="/i:dossier/i:registers/i:register[@name = 'audit-findings']/i:row"
           use="i:cell[@name = 'audit'][not(i:value)] | i:cell[@name = 'audit']/i:value"/>

  <xsl:template match="i:document[@id = 'nonconformities']" mode="m:content">
    <xsl:variable name="register" select="key('register', 'nonconformities')"/>
    <xsl:variable name="rows" select="$register/i:row"/>
    <xsl:variable name="findings" select="key('register', 'audit-findings')/i:row"/>
    <xsl:if test="not($rows | $findings)"><xsl:call-template name="t:nothing"/></xsl:if>
    <xsl:if test="$rows">
      <section>
        <xsl:attribute name="xml:id">nonconformities.position</xsl:attribute>
        <title><xsl:value-of select="t:text('nonconformities.position')"/></title>
        <xsl:call-template name="t:row-figures">
          <xsl:with-param name="rows" select="$rows"/>
          <xsl:with-param name="words" select="t:count('nonconformities.count', count($rows))"/>
          <xsl:with-param name="fine" select="'effective'"/>
        </xsl:call-template>
      </section>
      <xsl:call-template name="tp:nonconformity-table">
        <xsl:with-param name="name" select="'open'"/>
        <xsl:with-param name="rows" select="$rows[not(i:cell[@name = 'closed-on'])]"/>
        <xsl:with-param name="register" select="$register"/>
      </xsl:call-template>
      <xsl:call-template name="tp:nonconformity-table">
        <xsl:with-param name="name" select="'closed'"/>
        <xsl:with-param name="rows" select="$rows[i:cell[@name = 'closed-on']]"/>
        <xsl:with-param name="register" select="$register"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$findings">
      <xsl:call-template name="tp:findings-by-audit"><xsl:with-param name="findings" select="$findings"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Open or closed, then how its effect is. -->
  <xsl:template match="i:register[@name = 'nonconformities' or @name = 'audit-findings']/i:row" mode="m:row-states">
    <xsl:variable name="effect" select="normalize-space(i:cell[@name = 'effectiveness'])"/>
    <xsl:choose>
      <xsl:when test="normalize-space(i:cell[@name = 'grade']) = 'strength'"><i:is name="nothing-to-do" tone="excluded"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'closed-on']) and t:past(i:cell[@name = 'due'])"><i:is name="overdue" tone="gap"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'closed-on'])"><i:is name="open" tone="partial"/></xsl:when>
      <xsl:when test="$effect = 'ineffective'"><i:is name="ineffective" tone="gap"/></xsl:when>
      <xsl:when test="$effect = 'partly-effective'"><i:is name="partly-effective" tone="partial"/></xsl:when>
      <xsl:when test="not(i:cell[@name = 'effect-checked-on'])"><i:is name="not-checked" tone="undecided"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:nonconformity-table">
    <xsl:param name="name"/>
    <xsl:param name="rows"/>
    <xsl:param name="register"/>
    <xsl:variable name="further" select="t:further-columns($register, 'id title found-on source correction cause similar-elsewhere action owner due closed-on effect-checked-on effectiveness controls control')"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('nonconformities.', $name)"/></xsl:attribute>
      <title><xsl:value-of select="t:text(concat('nonconformities.', $name))"/></title>
      <xsl:if test="not($rows)"><para role="empty"><xsl:value-of select="t:text(concat('nonconformities.none-', $name))"/></para></xsl:if>
      <xsl:if test="$rows">
        <informaltable role="filter">
          <thead>
            <tr>
              <xsl:call-template name="t:heads"><xsl:with-param name="names" select="concat('id nonconformity state correction cause action owner due ', substring('closed ', 1 div ($name = 'closed')), 'effect controls')"/></xsl:call-template>
              <xsl:apply-templates select="$further" mode="m:column-head"/>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$rows" mode="m:nonconformity-row">
              <xsl:sort select="i:cell[@name = 'closed-on']" order="descending"/>
              <xsl:sort select="concat(i:cell[@name = 'due'], substring('9999', 1 div not(i:cell[@name = 'due'])))"/>
              <xsl:with-param name="further" select="$further"/>
              <xsl:with-param name="closed" select="$name = 'closed'"/>
            </xsl:apply-templates>
          </tbody>
        </informaltable>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- m:nonconformity-row: a nonconformity. -->
  <xsl:template match="i:row" mode="m:nonconformity-row">
    <xsl:param name="further"/>
    <xsl:param name="closed"/>
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'effective'"/></xsl:call-template>
      <xsl:attribute name="i:owner"><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/></xsl:attribute>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <td role="title">
        <para><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></para>
        <xsl:if test="i:cell[@name = 'found-on']">
          <para role="note"><xsl:value-of select="t:text('nonconformities.found', t:short-date(i:cell[@name = 'found-on']))"/></para>
        </xsl:if>
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'source'"/></xsl:call-template>
      </td>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'effective'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'correction'"/><xsl:with-param name="here" select="'nonconformities'"/></xsl:call-template>
      <td role="words">
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'cause'"/><xsl:with-param name="role" select="''"/></xsl:call-template>
        <xsl:call-template name="t:cell-note"><xsl:with-param name="name" select="'similar-elsewhere'"/><xsl:with-param name="label" select="t:text('nonconformities.elsewhere')"/></xsl:call-template>
      </td>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'action'"/><xsl:with-param name="here" select="'nonconformities'"/></xsl:call-template>
      <xsl:call-template name="tp:until-closed"><xsl:with-param name="closed" select="$closed"/></xsl:call-template>
      <td role="controls"><xsl:call-template name="t:control-links"/></td>
      <xsl:call-template name="t:further-cells"><xsl:with-param name="columns" select="$further"/><xsl:with-param name="here" select="'nonconformities'"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Cells: who, by when, done when, and whether it helped. -->
  <xsl:template name="tp:until-closed">
    <xsl:param name="closed" select="true()"/>
    <xsl:call-template name="t:who"/>
    <xsl:call-template name="t:day">
      <xsl:with-param name="date" select="i:cell[@name = 'due']"/>
      <xsl:with-param name="late" select="not(i:cell[@name = 'closed-on']) and t:past(i:cell[@name = 'due'])"/>
    </xsl:call-template>
    <xsl:if test="$closed"><xsl:call-template name="t:day"><xsl:with-param name="date" select="i:cell[@name = 'closed-on']"/></xsl:call-template></xsl:if>
    <td>
      <xsl:if test="i:cell[@name = 'effect-checked-on']">
        <para><xsl:value-of select="t:text('nonconformities.checked', t:short-date(i:cell[@name = 'effect-checked-on']))"/></para>
      </xsl:if>
      <xsl:if test="i:cell[@name = 'effectiveness']">
        <para><xsl:value-of select="t:word('effectiveness', normalize-space(i:cell[@name = 'effectiveness']))"/></para>
      </xsl:if>
    </td>
  </xsl:template>

  <!-- Audits, the latest first, each with what it found by grade; then the findings of each. -->
  <xsl:template name="tp:findings-by-audit">
    <xsl:param name="findings"/>
    <xsl:variable name="audits" select="key('register', 'audits')/i:row[i:cell[@name = 'held-on'] or key('finding-of', @id)]"/>
    <xsl:variable name="lost" select="$findings[not(key('row', concat('audits ', t:values(i:cell[@name = 'audit'])[1])))]"/>
    <section>
      <xsl:attribute name="xml:id">nonconformities.audits</xsl:attribute>
      <title><xsl:value-of select="t:text('nonconformities.audits')"/></title>
      <informaltable role="totals">
        <thead>
          <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'audit held major minor observation opportunity strength still-open'"/></xsl:call-template></tr>
        </thead>
        <tbody>
          <xsl:for-each select="$audits">
            <xsl:sort select="i:cell[@name = 'held-on']" order="descending"/>
            <tr>
              <th scope="row">
                <xsl:if test="key('finding-of', @id) and tp:row-name(@id) != ''"><link linkend="nonconformities.audit.{@id}"><xsl:value-of select="@id"/></link></xsl:if>
                <xsl:if test="not(key('finding-of', @id) and tp:row-name(@id) != '')"><xsl:value-of select="@id"/></xsl:if>
                <xsl:value-of select="concat(' ', normalize-space(i:cell[@name = 'title']))"/>
              </th>
              <xsl:call-template name="t:day"><xsl:with-param name="date" select="i:cell[@name = 'held-on']"/></xsl:call-template>
              <xsl:call-template name="tp:nonconformity-grades"><xsl:with-param name="findings" select="key('finding-of', @id)"/></xsl:call-template>
            </tr>
          </xsl:for-each>
          <tr role="sum">
            <th scope="row"><xsl:value-of select="t:text('nonconformities.all')"/></th>
            <td/>
            <xsl:call-template name="tp:nonconformity-grades"><xsl:with-param name="findings" select="$findings"/></xsl:call-template>
          </tr>
        </tbody>
      </informaltable>
      <xsl:for-each select="$audits[key('finding-of', @id)]">
        <xsl:sort select="i:cell[@name = 'held-on']" order="descending"/>
        <section>
          <xsl:if test="tp:row-name(@id) != ''"><xsl:attribute name="xml:id"><xsl:value-of select="concat('nonconformities.audit.', @id)"/></xsl:attribute></xsl:if>
          <title><xsl:value-of select="normalize-space(concat(@id, ' ', i:cell[@name = 'title']))"/></title>
          <xsl:call-template name="tp:findings-table"><xsl:with-param name="findings" select="key('finding-of', @id)"/></xsl:call-template>
        </section>
      </xsl:for-each>
      <xsl:if test="$lost">
        <section>
          <xsl:attribute name="xml:id">nonconformities.other-audits</xsl:attribute>
          <title><xsl:value-of select="t:text('nonconformities.other-audits')"/></title>
          <xsl:call-template name="tp:findings-table"><xsl:with-param name="findings" select="$lost"/></xsl:call-template>
        </section>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- Cells: how many findings of each grade, and how many of all are open. -->
  <xsl:template name="tp:nonconformity-grades">
    <xsl:param name="findings"/>
    <xsl:variable name="grades" select="$findings/i:cell[@name = 'grade']"/>
    <td role="number"><xsl:value-of select="count($grades[. = 'major'])"/></td>
    <td role="number"><xsl:value-of select="count($grades[. = 'minor'])"/></td>
    <td role="number"><xsl:value-of select="count($grades[. = 'observation'])"/></td>
    <td role="number"><xsl:value-of select="count($grades[. = 'opportunity'])"/></td>
    <td role="number"><xsl:value-of select="count($grades[. = 'strength'])"/></td>
    <td role="number"><xsl:value-of select="count($findings[not(i:cell[@name = 'closed-on'])][not(i:cell[@name = 'grade'] = 'strength')])"/></td>
  </xsl:template>

  <!-- The gravest first, what is open before what is closed. -->
  <xsl:template name="tp:findings-table">
    <xsl:param name="findings"/>
    <informaltable role="filter">
      <thead>
        <tr><xsl:call-template name="t:heads"><xsl:with-param name="names" select="'id finding grade state cause action owner due closed effect controls'"/></xsl:call-template></tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$findings" mode="m:finding-row">
          <xsl:sort select="boolean(i:cell[@name = 'closed-on'])"/>
          <xsl:sort select="string-length(substring-before(' major minor observation opportunity strength ', concat(' ', i:cell[@name = 'grade'], ' ')))" data-type="number"/>
          <xsl:sort select="i:cell[@name = 'due']"/>
        </xsl:apply-templates>
      </tbody>
    </informaltable>
  </xsl:template>

  <!-- m:finding-row: a finding of an audit. -->
  <xsl:template match="i:row" mode="m:finding-row">
    <xsl:variable name="tree"><xsl:apply-templates select="." mode="m:row-states"/></xsl:variable>
    <xsl:variable name="states" select="exsl:node-set($tree)/i:is"/>
    <xsl:variable name="grade" select="normalize-space(i:cell[@name = 'grade'])"/>
    <tr>
      <xsl:call-template name="t:home-anchor"/>
      <xsl:call-template name="t:state-filter"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'effective'"/></xsl:call-template>
      <xsl:attribute name="i:owner"><xsl:value-of select="t:role-title(normalize-space(i:cell[@name = 'owner']))"/></xsl:attribute>
      <th scope="row" role="id"><xsl:value-of select="@id"/></th>
      <td role="title">
        <para>
          <xsl:call-template name="t:linked-words"><xsl:with-param name="text" select="i:cell[@name = 'title']"/><xsl:with-param name="here" select="'nonconformities'"/></xsl:call-template>
        </para>
      </td>
      <td><xsl:value-of select="t:text-or(concat('row.', $grade), $grade)"/></td>
      <xsl:call-template name="t:state-cell"><xsl:with-param name="states" select="$states"/><xsl:with-param name="fine" select="'effective'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'cause'"/><xsl:with-param name="here" select="'nonconformities'"/></xsl:call-template>
      <xsl:call-template name="t:words"><xsl:with-param name="name" select="'action'"/><xsl:with-param name="here" select="'nonconformities'"/></xsl:call-template>
      <xsl:call-template name="tp:until-closed"/>
      <td role="controls"><xsl:call-template name="t:control-links"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

</xsl:stylesheet>
