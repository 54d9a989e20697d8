<?xml version="1.0" encoding="UTF-8"?>
<!-- Owner sheets: a page for each role that owns anything, for people who look at nothing else: what is due, then what it answers for.
     They are made where the build was asked for them ($sheets); export/sheets.xsl has the same as workbooks. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl m t tp">

  <xsl:template name="t:owner-sheets">
    <xsl:if test="$sheets = 'true'">
      <xsl:apply-templates select="t:owners()" mode="m:file"/>
    </xsl:if>
  </xsl:template>

  <!-- The article: in a folder of its own, named by the role. -->
  <xsl:template match="i:role" mode="m:file">
    <xsl:call-template name="t:article-file">
      <xsl:with-param name="folder" select="'sheets/'"/>
      <xsl:with-param name="name" select="t:sheet-name(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:role" mode="m:id">
    <xsl:value-of select="concat('owner-sheet.', t:sheet-name(.))"/>
  </xsl:template>

  <xsl:template match="i:role" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text"><xsl:apply-templates select="." mode="m:title"/></xsl:param>
    <xsl:call-template name="t:link">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="document" select="concat('sheets/', t:sheet-name(.))"/>
      <xsl:with-param name="text" select="string($text)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="i:role" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"><xsl:with-param name="type" select="'sheet'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="i:role" mode="m:document-title">
    <xsl:value-of select="t:text('sheet.title', @title)"/>
  </xsl:template>

  <xsl:template match="i:role" mode="m:lede">
    <xsl:value-of select="t:text('sheet.nobody')"/>
  </xsl:template>
  <xsl:template match="i:role[@holder]" mode="m:lede">
    <xsl:value-of select="t:text('sheet.lede', @holder)"/>
  </xsl:template>

  <xsl:template match="i:role" mode="m:facts">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'status'"/>
      <xsl:with-param name="value"><xsl:value-of select="t:text('doc.derived', t:date($today))"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="t:fact">
      <xsl:with-param name="fact" select="'owner'"/>
      <xsl:with-param name="value"><xsl:call-template name="t:role-and-holder"><xsl:with-param name="id" select="string(@id)"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Where they are, on the overview. -->
  <xsl:template name="t:dashboard-sheets">
    <xsl:if test="$sheets = 'true' and t:owners()">
      <xsl:call-template name="t:dashboard-section">
        <xsl:with-param name="name" select="'sheets'"/>
        <xsl:with-param name="title" select="t:text('sheet.all')"/>
        <xsl:with-param name="content">
          <itemizedlist role="documents">
            <xsl:for-each select="t:owners()">
              <listitem><para><xsl:apply-templates select="." mode="m:link"/></para></listitem>
            </xsl:for-each>
          </itemizedlist>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What is due first; then a section per kind of thing, where there is one. -->
  <xsl:template match="i:role" mode="m:content">
    <xsl:variable name="controls" select="t:owned-controls(.)"/>
    <xsl:call-template name="tp:sheet-due"><xsl:with-param name="controls" select="$controls"/></xsl:call-template>
    <xsl:call-template name="tp:sheet-controls">
      <xsl:with-param name="name" select="'controls'"/>
      <xsl:with-param name="controls" select="$controls[not(ancestor::i:catalog/@use = 'requirements')]"/>
    </xsl:call-template>
    <xsl:call-template name="tp:sheet-controls">
      <xsl:with-param name="name" select="'requirements'"/>
      <xsl:with-param name="controls" select="$controls[ancestor::i:catalog/@use = 'requirements']"/>
    </xsl:call-template>
    <xsl:call-template name="tp:sheet-rows">
      <xsl:with-param name="name" select="'risks'"/>
      <xsl:with-param name="rows" select="t:owned-rows(., 'risks')"/>
      <xsl:with-param name="heads" select="'title level option accept-until '"/>
    </xsl:call-template>
    <xsl:call-template name="tp:sheet-actions"/>
    <xsl:call-template name="tp:sheet-rows">
      <xsl:with-param name="name" select="'evidence'"/>
      <xsl:with-param name="title" select="t:text('sheet.evidence-anew')"/>
      <xsl:with-param name="rows" select="t:owned-rows(., 'evidence')"/>
      <xsl:with-param name="heads" select="'title state covers-to next where '"/>
    </xsl:call-template>
    <xsl:call-template name="tp:sheet-rows">
      <xsl:with-param name="name" select="'documents'"/>
      <xsl:with-param name="rows" select="t:owned-documents(.)"/>
      <xsl:with-param name="heads" select="'title status next '"/>
    </xsl:call-template>
    <xsl:call-template name="tp:sheet-others"/>
  </xsl:template>

  <xsl:template name="tp:sheet-section">
    <xsl:param name="name"/>
    <xsl:param name="title" select="t:text(concat('sheet.', $name))"/>
    <xsl:param name="content"/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('owner-sheet.', t:sheet-name(.), '.', $name)"/></xsl:attribute>
      <title><xsl:value-of select="$title"/></title>
      <xsl:copy-of select="$content"/>
    </section>
  </xsl:template>

  <!-- The heads of columns, by name, each with a blank after it. -->
  <xsl:template name="tp:sheet-heads">
    <xsl:param name="heads"/>
    <xsl:if test="$heads">
      <th scope="col"><xsl:value-of select="t:text(concat('sheet.column.', substring-before($heads, ' ')))"/></th>
      <xsl:call-template name="tp:sheet-heads"><xsl:with-param name="heads" select="substring-after($heads, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The cell of a day; $late: it counts as overdue once it has passed. -->
  <xsl:template name="tp:sheet-day">
    <xsl:param name="day"/>
    <xsl:param name="late" select="true()"/>
    <td>
      <xsl:if test="string($day)">
        <xsl:attribute name="i:sort"><xsl:value-of select="$day"/></xsl:attribute>
        <xsl:value-of select="t:short-date($day)"/>
        <xsl:if test="$late and translate($day, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
      </xsl:if>
    </td>
  </xsl:template>

  <!-- Everything of a role that has a day, the earliest first. -->
  <xsl:template name="tp:sheet-due">
    <xsl:param name="controls"/>
    <xsl:variable name="role" select="."/>
    <xsl:variable name="due">
      <xsl:for-each select="$controls">
        <xsl:variable name="answer" select="key('answer', @ref)[@decided = 'true']"/>
        <xsl:apply-templates select="$answer[@owner = $role/@id]" mode="m:due-items"/>
        <xsl:apply-templates select="t:owned-parts($role, $answer)[@status != 'implemented']/@due" mode="m:due-items"/>
      </xsl:for-each>
      <xsl:apply-templates select="t:owned-documents(.)" mode="m:due-items"/>
      <xsl:apply-templates select="t:owned-rows(., 'risks') | t:owned-rows(., 'treatment') | t:owned-rows(., 'evidence') | t:owned-registers(.)/i:row[i:cell[@name = 'owner'] = $role/@id]" mode="m:sheet-due"/>
    </xsl:variable>
    <xsl:call-template name="tp:sheet-section">
      <xsl:with-param name="name" select="'due'"/>
      <xsl:with-param name="content">
        <xsl:choose>
          <xsl:when test="exsl:node-set($due)/i:due">
            <informaltable role="due">
              <thead>
                <tr>
                  <th scope="col"><xsl:value-of select="t:text('dashboard.due-date')"/></th>
                  <th scope="col"><xsl:value-of select="t:text('dashboard.due-what')"/></th>
                </tr>
              </thead>
              <tbody>
                <xsl:apply-templates select="exsl:node-set($due)/i:due" mode="m:sheet-due">
                  <xsl:sort select="@date"/>
                </xsl:apply-templates>
              </tbody>
            </informaltable>
          </xsl:when>
          <xsl:otherwise>
            <para><xsl:value-of select="t:text('sheet.nothing-due')"/></para>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- m:sheet-due: of a row, an i:due for its day, of which $kind says what happens then; of an i:due, the row of the table. -->
  <xsl:template match="i:row" mode="m:sheet-due">
    <xsl:variable name="day" select="i:cell[@name = 'due' or @name = 'ends-on' or @name = 'valid-until'][not(../i:cell[@name = 'done-on' or @name = 'closed-on'])][t:is-date(.)][1]"/>
    <xsl:call-template name="tp:row-due">
      <xsl:with-param name="day" select="$day[not(contains(' met missed done verified dropped cancelled closed ', concat(' ', ../i:cell[@name = 'status'], ' ')))]"/>
      <xsl:with-param name="kind" select="t:word('register', ../@name)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'risks']/i:row" mode="m:sheet-due">
    <xsl:call-template name="tp:row-due">
      <xsl:with-param name="day" select="i:cell[@name = 'accept-until'][t:is-date(.)]"/>
      <xsl:with-param name="kind" select="t:text('sheet.kind.acceptance')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'treatment']/i:row" mode="m:sheet-due">
    <xsl:variable name="state" select="t:action-state(.)"/>
    <xsl:call-template name="tp:row-due">
      <xsl:with-param name="day" select="i:cell[@name = 'due'][not($state = 'done' or $state = 'cancelled')][t:is-date(.)]"/>
      <xsl:with-param name="kind" select="t:text('sheet.kind.action')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="i:register[@name = 'evidence']/i:row" mode="m:sheet-due">
    <xsl:call-template name="tp:row-due">
      <xsl:with-param name="day" select="t:evidence-until(.)"/>
      <xsl:with-param name="kind" select="t:text('sheet.kind.evidence')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:row-due">
    <xsl:param name="day"/>
    <xsl:param name="kind"/>
    <xsl:if test="string($day)">
      <i:due date="{$day}" said="{$kind}">
        <xsl:apply-templates select="." mode="m:link"/>
        <xsl:value-of select="concat(' ', normalize-space(i:cell[@name = 'title' or @name = 'action'][1]))"/>
      </i:due>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:due" mode="m:sheet-due">
    <xsl:variable name="due" select="."/>
    <tr>
      <th scope="row" i:sort="{@date}">
        <xsl:value-of select="t:short-date(@date)"/>
        <xsl:if test="translate(@date, '-', '') &lt; $t:now"><xsl:call-template name="t:overdue"/></xsl:if>
      </th>
      <td>
        <xsl:copy-of select="node()"/>
        <xsl:for-each select="$dossier">
          <xsl:variable name="control" select="key('control', $due/@control)"/>
          <xsl:variable name="title"><xsl:apply-templates select="$control" mode="m:title"/></xsl:variable>
          <xsl:apply-templates select="$control" mode="m:link"><xsl:with-param name="text" select="string($title)"/></xsl:apply-templates>
          <xsl:apply-templates select="key('document', $due/@document)" mode="m:link"/>
        </xsl:for-each>
        <xsl:value-of select="concat(': ', @said)"/>
        <xsl:if test="@kind"><xsl:value-of select="t:text(concat('due.', @kind))"/></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- Controls, or requirements. -->
  <xsl:template name="tp:sheet-controls">
    <xsl:param name="name"/>
    <xsl:param name="controls"/>
    <xsl:if test="$controls">
      <xsl:call-template name="tp:sheet-section">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="content">
          <informaltable role="filter">
            <thead>
              <tr>
                <xsl:call-template name="tp:sheet-heads">
                  <xsl:with-param name="heads" select="'label title status due text evidence reviewed-on questions '"/>
                </xsl:call-template>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="$controls" mode="m:owner-row"><xsl:with-param name="role" select="."/></xsl:apply-templates>
            </tbody>
          </informaltable>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- m:owner-row: the row of a control, a risk, an action, a piece of evidence, a document, any row. -->
  <xsl:template match="i:control" mode="m:owner-row">
    <xsl:param name="role"/>
    <xsl:variable name="here" select="concat('sheets/', t:sheet-name($role))"/>
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="parts" select="t:owned-parts($role, $answer)"/>
    <xsl:variable name="said" select="$answer[not($parts)] | $parts[1]"/>
    <tr>
      <xsl:attribute name="i:status"><xsl:value-of select="translate(t:state($answer), ' ', '')"/></xsl:attribute>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates></th>
      <td role="title">
        <para><xsl:value-of select="@title"/></para>
        <xsl:for-each select="$parts">
          <para role="note"><xsl:apply-templates select="." mode="m:part-text"/></para>
        </xsl:for-each>
      </td>
      <td><xsl:apply-templates select="self::*[not($parts)] | $parts[1]" mode="m:badge"/></td>
      <xsl:call-template name="tp:sheet-day">
        <xsl:with-param name="day" select="$said/@due"/>
        <xsl:with-param name="late" select="not($said/@status = 'implemented' or $said/@status = 'conforms')"/>
      </xsl:call-template>
      <td role="story">
        <xsl:apply-templates select="$answer/i:summary/node()" mode="m:prose"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
        <xsl:if test="$answer/@applicable = 'false'">
          <para><xsl:value-of select="t:text('answer.excluded', normalize-space($answer/i:exclusion))"/></para>
        </xsl:if>
      </td>
      <td role="evidence"><xsl:apply-templates select="." mode="m:soa-evidence"><xsl:with-param name="answer" select="$answer"/></xsl:apply-templates></td>
      <xsl:call-template name="tp:sheet-day">
        <xsl:with-param name="day" select="$answer/@reviewed-on"/>
        <xsl:with-param name="late" select="false()"/>
      </xsl:call-template>
      <td role="story">
        <xsl:for-each select="key('tp:finding-of', @ref) | i:part[@name = 'question'][not($answer/@decided = 'true')]">
          <para><xsl:value-of select="normalize-space(.)"/></para>
        </xsl:for-each>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Rows of one kind: $heads are their columns but for the first. -->
  <xsl:template name="tp:sheet-rows">
    <xsl:param name="name"/>
    <xsl:param name="title" select="t:text(concat('sheet.', $name))"/>
    <xsl:param name="rows"/>
    <xsl:param name="heads"/>
    <xsl:if test="$rows">
      <xsl:call-template name="tp:sheet-section">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="content">
          <informaltable>
            <thead>
              <tr>
                <xsl:call-template name="tp:sheet-heads"><xsl:with-param name="heads" select="concat('label ', $heads)"/></xsl:call-template>
              </tr>
            </thead>
            <tbody>
              <!-- What has to be done next, where there is such a day, comes first. -->
              <xsl:apply-templates select="$rows" mode="m:owner-row">
                <xsl:sort select="concat(t:evidence-until(self::i:row[../@name = 'evidence']), t:next-review(self::i:document)) = ''"/>
                <xsl:sort select="concat(t:evidence-until(self::i:row[../@name = 'evidence']), t:next-review(self::i:document))"/>
              </xsl:apply-templates>
            </tbody>
          </informaltable>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:row" mode="m:owner-row">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title' or @name = 'action'][1])"/></td>
      <xsl:call-template name="tp:sheet-day">
        <xsl:with-param name="day" select="i:cell[@name = 'due' or @name = 'ends-on' or @name = 'valid-until' or @name = 'planned-for'][1]"/>
        <xsl:with-param name="late" select="not(i:cell[@name = 'done-on' or @name = 'closed-on']
            or contains(' met missed done verified dropped cancelled closed ', concat(' ', i:cell[@name = 'status'], ' ')))"/>
      </xsl:call-template>
      <td><xsl:if test="i:cell[@name = 'status']"><xsl:value-of select="t:word('status', i:cell[@name = 'status'])"/></xsl:if></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'risks']/i:row" mode="m:owner-row">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></td>
      <xsl:call-template name="t:level-cell">
        <xsl:with-param name="level" select="$risk/@current-level"/>
        <xsl:with-param name="band" select="$risk/@current-band"/>
        <xsl:with-param name="otherwise" select="$tp:not-rated"/>
      </xsl:call-template>
      <td><xsl:value-of select="t:risk-option(.)"/></td>
      <xsl:call-template name="tp:sheet-day"><xsl:with-param name="day" select="i:cell[@name = 'accept-until']"/></xsl:call-template>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'treatment']/i:row" mode="m:owner-row">
    <xsl:variable name="state" select="t:action-state(.)"/>
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'action'])"/></td>
      <xsl:call-template name="tp:sheet-day"><xsl:with-param name="day" select="i:cell[@name = 'due']"/></xsl:call-template>
      <td><xsl:call-template name="t:action-badge"><xsl:with-param name="state" select="$state"/></xsl:call-template></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'evidence']/i:row" mode="m:owner-row">
    <xsl:variable name="until" select="t:evidence-until(.)"/>
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="m:link"/></th>
      <td role="title"><xsl:value-of select="normalize-space(i:cell[@name = 'title'])"/></td>
      <td>
        <xsl:call-template name="tp:evidence-badge">
          <xsl:with-param name="state" select="t:evidence-state(.)"/>
          <xsl:with-param name="until" select="$until"/>
        </xsl:call-template>
      </td>
      <xsl:call-template name="tp:sheet-day">
        <xsl:with-param name="day" select="i:cell[@name = 'covers-to']"/>
        <xsl:with-param name="late" select="false()"/>
      </xsl:call-template>
      <xsl:call-template name="tp:sheet-day"><xsl:with-param name="day" select="$until"/></xsl:call-template>
      <td role="evidence"><xsl:value-of select="normalize-space(i:cell[@name = 'where'])"/></td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <xsl:template match="i:document" mode="m:owner-row">
    <xsl:variable name="status"><xsl:apply-templates select="." mode="m:document-status"/></xsl:variable>
    <tr>
      <th scope="row"><xsl:value-of select="@id"/></th>
      <td role="title"><xsl:apply-templates select="." mode="m:link"/></td>
      <td><xsl:call-template name="t:badge"><xsl:with-param name="state" select="string($status)"/></xsl:call-template></td>
      <xsl:call-template name="tp:sheet-day"><xsl:with-param name="day" select="t:next-review(.)"/></xsl:call-template>
    </tr>
  </xsl:template>

  <!-- Actions that are not over; the others are counted. -->
  <xsl:template name="tp:sheet-actions">
    <xsl:variable name="rows" select="t:owned-rows(., 'treatment')"/>
    <xsl:variable name="open" select="$rows[not(contains(' done cancelled ', concat(' ', t:action-state(.), ' ')))]"/>
    <xsl:variable name="over" select="count($rows) - count($open)"/>
    <xsl:if test="$rows">
      <xsl:call-template name="tp:sheet-section">
        <xsl:with-param name="name" select="'treatment'"/>
        <xsl:with-param name="content">
          <xsl:if test="$open">
            <informaltable>
              <thead><tr><xsl:call-template name="tp:sheet-heads"><xsl:with-param name="heads" select="'label action due status '"/></xsl:call-template></tr></thead>
              <tbody>
                <xsl:apply-templates select="$open" mode="m:owner-row"><xsl:sort select="i:cell[@name = 'due']"/></xsl:apply-templates>
              </tbody>
            </informaltable>
          </xsl:if>
          <xsl:if test="$over"><para role="note"><xsl:value-of select="t:count('sheet.actions-done', $over)"/></para></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Rows of other registers: suppliers, objectives, assets, and whatever else has an owner. -->
  <xsl:template name="tp:sheet-others">
    <xsl:variable name="role" select="."/>
    <xsl:if test="t:owned-registers(.)">
      <xsl:call-template name="tp:sheet-section">
        <xsl:with-param name="name" select="'others'"/>
        <xsl:with-param name="content">
          <informaltable>
            <thead><tr><xsl:call-template name="tp:sheet-heads"><xsl:with-param name="heads" select="'label title due status '"/></xsl:call-template></tr></thead>
            <xsl:for-each select="t:owned-registers(.)">
              <tbody>
                <tr role="group"><th colspan="4" scope="colgroup"><xsl:value-of select="t:word('register', @name)"/></th></tr>
                <xsl:apply-templates select="i:row[i:cell[@name = 'owner'] = $role/@id]" mode="m:owner-row"/>
              </tbody>
            </xsl:for-each>
          </informaltable>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
