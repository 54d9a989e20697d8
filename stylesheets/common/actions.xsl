<?xml version="1.0" encoding="UTF-8"?>
<!-- Actions of the treatment plan: how far each is, which of a control are open, and by when a control is implemented. Needs keys.xsl, dates.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                extension-element-prefixes="func"
                exclude-result-prefixes="i t">


  <!-- The state of an action, a row of the treatment plan: done, cancelled, overdue, in-progress, planned. -->
  <func:function name="t:action-state">
    <xsl:param name="action"/>
    <xsl:variable name="status" select="translate($action/i:cell[@name = 'status'], ' ', '-')"/>
    <xsl:variable name="due" select="$action/i:cell[@name = 'due']"/>
    <xsl:choose>
      <xsl:when test="$action/i:cell[@name = 'done-on' or @name = 'done'] or contains(' done closed complete completed implemented verified ', concat(' ', $status, ' '))">
        <func:result select="'done'"/>
      </xsl:when>
      <xsl:when test="contains(' cancelled dropped ', concat(' ', $status, ' '))"><func:result select="'cancelled'"/></xsl:when>
      <xsl:when test="translate($due, '-', '') &lt; $t:now"><func:result select="'overdue'"/></xsl:when>
      <xsl:when test="contains(' in-progress started ongoing ', concat(' ', $status, ' '))"><func:result select="'in-progress'"/></xsl:when>
      <xsl:otherwise><func:result select="'planned'"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The actions for a control that are not done. -->
  <func:function name="t:open-actions">
    <xsl:param name="control"/>
    <func:result select="key('row-by-id', key('relation', $control)[@register = 'treatment']/@row)[../@name = 'treatment'][not(contains(' done cancelled ', concat(' ', t:action-state(.), ' ')))]"/>
  </func:function>

  <!-- By when an answer is carried out: its own day, else the last one of the open actions, or nothing. -->
  <func:function name="t:due">
    <xsl:param name="answer"/>
    <xsl:choose>
      <xsl:when test="$answer/@due"><func:result select="string($answer/@due)"/></xsl:when>
      <xsl:when test="not($answer) or $answer/i:site-part/@due"><func:result select="''"/></xsl:when>
      <xsl:otherwise><func:result select="t:latest(t:open-actions($answer/@control)/i:cell[@name = 'due'])"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

</xsl:stylesheet>
