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

  <!-- m:answer-files: those of a catalogue, one per control, or with $grouped one per top group. -->
  <xsl:template match="i:catalog" mode="m:answer-files">
    <xsl:apply-templates select="i:control/descendant-or-self::i:control | i:group[not($grouped)]//i:control" mode="m:answer-file"/>
    <xsl:apply-templates select="i:group[$grouped]" mode="m:answer-file"/>
  </xsl:template>

  <xsl:template match="i:control" mode="m:answer-file"/>
  <xsl:template match="i:control[not(@withdrawn = 'true') and not(key('answer', @ref)/@i:src)]" mode="m:answer-file">
    <i:file path="answers/{ancestor::i:catalog/@name}/{@file}.md" method="text">
      <xsl:text>---&#10;</xsl:text>
      <xsl:apply-templates select="." mode="m:answer"/>
      <xsl:text>---&#10;</xsl:text>
    </i:file>
  </xsl:template>

  <!-- All the controls of a group, each with a front matter of its own, in a file named by the group's id. -->
  <xsl:template match="i:group" mode="m:answer-file">
    <xsl:variable name="plain" select="@id and translate(@id, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-', '') = '' and not(starts-with(@id, '.'))"/>
    <xsl:variable name="controls" select="descendant::i:control[not(@withdrawn = 'true')][not(key('answer', @ref)/@i:src)]"/>
    <xsl:variable name="file">
      <xsl:choose>
        <xsl:when test="$plain"><xsl:value-of select="@id"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('group-', count(preceding-sibling::i:group) + 1)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$controls">
      <i:file path="answers/{ancestor::i:catalog/@name}/{$file}.md" method="text">
        <xsl:apply-templates select="$controls" mode="m:answer-part"/>
      </i:file>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:control" mode="m:answer-part">
    <xsl:if test="position() != 1"><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:value-of select="concat('---&#10;answers: ', t:yaml-word(@file), '&#10;')"/>
    <xsl:apply-templates select="." mode="m:answer"/>
    <xsl:text>---&#10;</xsl:text>
  </xsl:template>

  <!-- The front matter of an answer: title, statement, questions and usual evidence as comments, then the keys. -->
  <xsl:template match="i:control" mode="m:answer">
    <xsl:variable name="title">
      <xsl:apply-templates select="." mode="m:title"/>
    </xsl:variable>
    <xsl:call-template name="t:comment"><xsl:with-param name="text" select="$title"/></xsl:call-template>
    <xsl:apply-templates select="i:part[@name = 'statement']" mode="m:answer-statement"/>
    <xsl:call-template name="t:answer-list">
      <xsl:with-param name="head" select="'init.questions'"/>
      <xsl:with-param name="parts" select="i:part[@name = 'question']"/>
    </xsl:call-template>
    <xsl:call-template name="t:answer-list">
      <xsl:with-param name="head" select="'init.evidence'"/>
      <xsl:with-param name="parts" select="i:part[@name = 'evidence']"/>
    </xsl:call-template>
    <xsl:text>#&#10;</xsl:text>
    <xsl:apply-templates select="." mode="m:answer-keys"/>
  </xsl:template>

  <!-- A heading and a list, where there is something to list. -->
  <xsl:template name="t:answer-list">
    <xsl:param name="head"/>
    <xsl:param name="parts"/>
    <xsl:if test="$parts">
      <xsl:text>#&#10;</xsl:text>
      <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:init-text($head)"/></xsl:call-template>
      <xsl:apply-templates select="$parts" mode="m:answer-item"/>
    </xsl:if>
  </xsl:template>

  <!-- The statement with what stands in it; a label goes before its words. -->
  <xsl:template match="i:part" mode="m:answer-statement">
    <xsl:param name="indent" select="'# '"/>
    <xsl:variable name="label" select="i:prop[@name = 'label'][1]/@value"/>
    <xsl:for-each select="descendant::db:para[ancestor::i:part[1] = current()]">
      <xsl:call-template name="t:comment">
        <xsl:with-param name="text" select="concat($label[position() = 1], ' ', .)"/>
        <xsl:with-param name="first" select="$indent"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="i:part" mode="m:answer-statement">
      <xsl:with-param name="indent" select="concat($indent, '  ')"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="i:part" mode="m:answer-item">
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="."/>
      <xsl:with-param name="first" select="'# - '"/>
      <xsl:with-param name="next" select="'#   '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:answer-keys: the front matter of a control, or of a requirement; a line counts once its # is gone. -->
  <xsl:template match="i:control" mode="m:answer-keys">
    <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:init-text('init.keys')"/></xsl:call-template>
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
    <xsl:call-template name="t:comment"><xsl:with-param name="text" select="t:init-text('init.keys')"/></xsl:call-template>
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
      <xsl:with-param name="words" select="t:init-text('init.key.scale', $levels)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- m:answer-role: the key for a control that depends on the role in which it is answered. -->
  <xsl:template match="i:control" mode="m:answer-role">
    <xsl:variable name="roles" select="ancestor::i:catalog//i:control/i:prop[@name = 'role'][@ns = 'urn:ismsdoc:catalog']/@value"/>
    <xsl:call-template name="t:answer-key">
      <xsl:with-param name="key" select="'role'"/>
      <xsl:with-param name="words" select="t:init-text('init.key.role', t:join(set:distinct($roles[. != 'both'])))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A key without its value, and what the value can be. -->
  <xsl:template name="t:answer-key">
    <xsl:param name="key"/>
    <xsl:param name="text" select="concat('init.key.', $key)"/>
    <xsl:param name="words" select="t:init-text($text)"/>
    <xsl:value-of select="concat(substring(concat('#', $key, ':                '), 1, 18), '# ', normalize-space($words), '&#10;')"/>
  </xsl:template>

  <!-- A key whose value is a text on the lines below. -->
  <xsl:template name="t:answer-text">
    <xsl:param name="key"/>
    <xsl:value-of select="concat('#', $key, ': &gt;&#10;')"/>
    <xsl:call-template name="t:comment">
      <xsl:with-param name="text" select="t:init-text(concat('init.key.', $key))"/>
      <xsl:with-param name="first" select="'#  '"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
