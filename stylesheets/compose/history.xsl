<?xml version="1.0" encoding="UTF-8"?>
<!-- The history of changes, from version control: per written document who changed it, or what stands in it, when and why. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:set="http://exslt.org/sets"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                exclude-result-prefixes="exsl set db m t tp">

  <xsl:key name="touched" match="/i:dossier/i:history/i:commit/i:path" use="."/>

  <xsl:template match="i:document[@id = 'change-history']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'change-history']" mode="m:lede">
    <xsl:value-of select="t:text('history.lede')"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'change-history']" mode="m:content">
    <xsl:if test="$dossier/i:history/@whole = 'false'">
      <para role="note"><xsl:value-of select="t:text('history.cut', t:date($dossier/i:history/i:commit[last()]/@date))"/></para>
    </xsl:if>
    <xsl:if test="not($tp:history)">
      <para role="empty"><xsl:value-of select="t:text('history.empty')"/></para>
    </xsl:if>
    <xsl:apply-templates select="$dossier/i:documents/i:document[@id = $tp:history/@id]" mode="m:history"/>
  </xsl:template>

  <!-- Every written document that something was changed in, with the paths that it is made from: looked for once. -->
  <xsl:variable name="tp:history-tree">
    <xsl:if test="$t:makes-first">
      <xsl:apply-templates select="$dossier[i:history]/i:documents/i:document[i:body]" mode="m:history-of"/>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="tp:history" select="exsl:node-set($tp:history-tree)/i:document"/>

  <xsl:template match="i:document" mode="m:history-of">
    <xsl:variable name="sources">
      <xsl:apply-templates select="." mode="m:sources"/>
    </xsl:variable>
    <xsl:if test="key('touched', exsl:node-set($sources)/i:source/@path)">
      <i:document id="{@id}"><xsl:copy-of select="$sources"/></i:document>
    </xsl:if>
  </xsl:template>

  <!-- m:sources: i:source with the @path of a file that the document is made from, and what it is called in it: its own
       text, modules, answers, registers. A draft's beside the approved text count too. -->
  <xsl:template match="i:document" mode="m:sources">
    <xsl:variable name="bodies" select="i:body | $dossier/i:drafts/i:document[@id = current()/@id]/i:body"/>
    <xsl:variable name="own" select="substring-before(@i:src, ':')"/>
    <xsl:variable name="modules">
      <xsl:for-each select="$bodies//db:para/@i:src[not(starts-with(., concat($own, ':')) or starts-with(., 'ismsdoc:'))]">
        <i:source path="{substring-before(., ':')}"/>
      </xsl:for-each>
    </xsl:variable>
    <i:source path="{$own}" name="{t:text('history.text')}"/>
    <xsl:for-each select="set:distinct(exsl:node-set($modules)/i:source/@path)">
      <i:source path="{.}" name="{t:text('history.module', substring-before(substring-after(., 'documents/'), '.md'))}"/>
    </xsl:for-each>
    <xsl:variable name="refs" select="i:implements[$bodies/descendant::i:insert[@name = 'answers']]/@ref | $bodies/descendant::i:insert[@name = 'answer']/@ref"/>
    <xsl:apply-templates select="key('answer', $refs)" mode="m:sources"/>
    <xsl:for-each select="set:distinct($bodies/descendant::i:insert[@name = 'register']/@ref)">
      <i:source path="registers/{.}.csv" name="{t:text('history.register', t:word('register', string(.)))}"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="i:answer" mode="m:sources">
    <xsl:variable name="label" select="string(key('control', @control)/@label)"/>
    <xsl:for-each select="set:distinct(@i:src | i:site-part/@i:src)">
      <i:source path="{substring-before(., ':')}" name="{$label}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- m:history: a document's section; the newest change first. -->
  <xsl:template match="i:document" mode="m:history">
    <xsl:variable name="sources" select="$tp:history[@id = current()/@id]/i:source"/>
    <xsl:variable name="commits" select="key('touched', $sources/@path)/.."/>
    <section>
      <xsl:attribute name="xml:id"><xsl:value-of select="concat('change-history.', @id)"/></xsl:attribute>
      <title><xsl:apply-templates select="." mode="m:link"/></title>
      <informaltable role="history">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('history.when')"/></th>
            <th scope="col"><xsl:value-of select="t:text('history.who')"/></th>
            <th scope="col"><xsl:value-of select="t:text('history.why')"/></th>
            <th scope="col"><xsl:value-of select="t:text('history.what')"/></th>
            <th scope="col"><xsl:value-of select="t:text('history.commit')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="$commits[position() &lt;= $history-changes]" mode="m:history">
            <xsl:with-param name="sources" select="$sources"/>
          </xsl:apply-templates>
        </tbody>
      </informaltable>
      <xsl:if test="count($commits) &gt; $history-changes">
        <para role="note"><xsl:value-of select="t:count('history.more', count($commits) - $history-changes)"/></para>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="i:commit" mode="m:history">
    <xsl:param name="sources"/>
    <xsl:variable name="names" select="set:distinct($sources[@path = current()/i:path]/@name)"/>
    <tr>
      <th scope="row"><xsl:value-of select="t:short-date(string(@date))"/></th>
      <td role="who"><xsl:value-of select="@author"/></td>
      <td role="why"><xsl:value-of select="@subject"/></td>
      <td role="what"><xsl:value-of select="t:capital(t:join($names))"/></td>
      <td role="commit"><literal><xsl:value-of select="@id"/></literal></td>
    </tr>
  </xsl:template>

  <!-- A paragraph with the link to a document's history, if it has one; the context is the document. -->
  <xsl:template name="t:history-link">
    <xsl:if test="$tp:history[@id = current()/@id]">
      <para role="history">
        <xsl:call-template name="t:link">
          <xsl:with-param name="document" select="'change-history'"/>
          <xsl:with-param name="id" select="concat('change-history.', @id)"/>
          <xsl:with-param name="text" select="t:text('history.title')"/>
        </xsl:call-template>
      </para>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
