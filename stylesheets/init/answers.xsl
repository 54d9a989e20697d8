<?xml version="1.0" encoding="UTF-8"?>
<!-- An answer file per control and requirement: all comments, so that it counts as undecided until somebody decides. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:set="http://exslt.org/sets"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="set db m t">

  <xsl:template match="i:control" mode="m:answer-file">
    <xsl:variable name="title">
      <xsl:apply-templates select="." mode="m:title"/>
    </xsl:variable>
    <i:file path="answers/{ancestor::i:catalog/@name}/{@file}.md" method="text">
      <xsl:text>---&#10;</xsl:text>
      <xsl:call-template name="t:comment"><xsl:with-param name="text" select="$title"/></xsl:call-template>
      <xsl:apply-templates select="i:part[@name = 'statement']" mode="m:answer-statement"/>
      <xsl:if test="i:part[@name = 'question']">
        <xsl:text>#&#10;</xsl:text>
        <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:text('init.questions')"/></xsl:call-template>
        <xsl:apply-templates select="i:part[@name = 'question']" mode="m:answer-question"/>
      </xsl:if>
      <xsl:text>#&#10;</xsl:text>
      <xsl:apply-templates select="." mode="m:answer-keys"/>
      <xsl:text>---&#10;</xsl:text>
    </i:file>
  </xsl:template>

  <!-- The statement with what stands in it; a label goes before its words. -->
  <xsl:template match="i:part" mode="m:answer-statement">
    <xsl:param name="indent" select="'# '"/>
    <xsl:variable name="label" select="i:prop[@name = 'label'][1]/@value"/>
    <xsl:for-each select=".//db:para[ancestor::i:part[1] = current()]">
      <xsl:call-template name="t:comment">
        <xsl:with-param name="text" select="concat($label[position() = 1], ' ', .)"/>
        <xsl:with-param name="first" select="$indent"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="i:part" mode="m:answer-statement">
      <xsl:with-param name="indent" select="concat($indent, '  ')"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="i:part" mode="m:answer-question">
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="."/>
      <xsl:with-param name="first" select="'# - '"/>
      <xsl:with-param name="next" select="'#   '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:answer-keys: the front matter of a control, or of a requirement; a line counts once its # is gone. -->
  <xsl:template match="i:control" mode="m:answer-keys">
    <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:text('init.keys')"/></xsl:call-template>
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'applicable'"/></xsl:call-template>
    <xsl:apply-templates select="ancestor::i:catalog" mode="m:answer-status"/>
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'due'"/></xsl:call-template>
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'owner'"/></xsl:call-template>
    <xsl:apply-templates select="self::*[i:prop[@name = 'role'][@ns = 'urn:ismsdoc:catalog']]" mode="m:answer-role"/>
    <xsl:call-template name="t:answer-text"><xsl:with-param name="key" select="'justification'"/></xsl:call-template>
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'evidence'"/></xsl:call-template>
    <xsl:call-template name="t:answer-text"><xsl:with-param name="key" select="'exclusion'"/></xsl:call-template>
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'reassess-by'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:catalog[@use = 'requirements']//i:control" mode="m:answer-keys">
    <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:text('init.keys')"/></xsl:call-template>
    <xsl:call-template name="t:answer-key">
      <xsl:with-param name="key" select="'status'"/>
      <xsl:with-param name="text" select="'init.key.requirement-status'"/>
    </xsl:call-template>
    <xsl:call-template name="t:answer-key">
      <xsl:with-param name="key" select="'due'"/>
      <xsl:with-param name="text" select="'init.key.gap-due'"/>
    </xsl:call-template>
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'owner'"/></xsl:call-template>
  </xsl:template>

  <!-- m:answer-status: the key for the words of ours, or for the levels of the catalogue's own scale. -->
  <xsl:template match="i:catalog" mode="m:answer-status">
    <xsl:call-template name="t:answer-key"><xsl:with-param name="key" select="'status'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="i:catalog[i:prop[@name = 'scale'][@ns = 'urn:ismsdoc:catalog']]" mode="m:answer-status">
    <xsl:variable name="levels">
      <xsl:for-each select="i:prop[@name = 'scale'][@ns = 'urn:ismsdoc:catalog']">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="t:level-name(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="t:answer-key">
      <xsl:with-param name="key" select="'status'"/>
      <xsl:with-param name="words" select="t:text('init.key.scale', $levels)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:answer-role: the key for a control that depends on the role in which it is answered. -->
  <xsl:template match="i:control" mode="m:answer-role">
    <xsl:variable name="roles" select="ancestor::i:catalog//i:control/i:prop[@name = 'role'][@ns = 'urn:ismsdoc:catalog']/@value"/>
    <xsl:call-template name="t:answer-key">
      <xsl:with-param name="key" select="'role'"/>
      <xsl:with-param name="words" select="t:text('init.key.role', t:join(set:distinct($roles[. != 'both'])))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A key without its value, and what the value can be. -->
  <xsl:template name="t:answer-key">
    <xsl:param name="key"/>
    <xsl:param name="text" select="concat('init.key.', $key)"/>
    <xsl:param name="words" select="t:text($text)"/>
    <xsl:value-of select="concat(substring(concat('#', $key, ':                '), 1, 18), '# ', normalize-space($words), '&#10;')"/>
  </xsl:template>

  <!-- A key whose value is a text on the lines below. -->
  <xsl:template name="t:answer-text">
    <xsl:param name="key"/>
    <xsl:value-of select="concat('#', $key, ': &gt;&#10;')"/>
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="t:text(concat('init.key.', $key))"/>
      <xsl:with-param name="first" select="'#  '"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
