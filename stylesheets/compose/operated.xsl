<?xml version="1.0" encoding="UTF-8"?>
<!-- As operated: what comes from answers and registers, set apart from the approved text, with its position. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="exsl db m t">

  <!-- m:as-operated, text: 1 for an insert that is as operated, 0 for any other block. -->
  <xsl:template match="*" mode="m:as-operated">0</xsl:template>
  <xsl:template match="i:insert[@name = 'answers' or @name = 'answer' or @name = 'register']" mode="m:as-operated">1</xsl:template>

  <!-- What the view that was asked for may not read: said in one line, with nothing of what it is. -->
  <xsl:template match="i:insert[@left-out = 'true']" mode="m:as-operated" priority="1">0</xsl:template>
  <xsl:template match="i:insert[@left-out = 'true']" mode="m:prose" priority="9">
    <para role="note"><xsl:value-of select="t:text('view.left-out')"/></para>
  </xsl:template>

  <!-- m:position, text: the date that an insert's content is of. -->
  <xsl:template match="*" mode="m:position"/>
  <xsl:template match="i:insert[@name = 'register']" mode="m:position">
    <xsl:value-of select="$today"/>
  </xsl:template>
  <xsl:template match="i:insert[@name = 'answer']" mode="m:position">
    <xsl:value-of select="key('answer', @ref)/@reviewed-on"/>
  </xsl:template>
  <xsl:template match="i:insert[@name = 'answers']" mode="m:position">
    <xsl:value-of select="t:latest(key('answer', ancestor::i:document/i:implements/@ref)/@reviewed-on)"/>
  </xsl:template>

  <!-- The sentence that a part as operated begins with. -->
  <xsl:template name="t:position">
    <xsl:param name="inserts" select="."/>
    <xsl:variable name="dates">
      <xsl:for-each select="$inserts">
        <i:date><xsl:apply-templates select="." mode="m:position"/></i:date>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="latest" select="t:latest(exsl:node-set($dates)/i:date)"/>
    <para role="position">
      <xsl:choose>
        <xsl:when test="$latest">
          <xsl:value-of select="t:text('operated.position', t:date($latest))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="t:text('operated.not-reviewed')"/>
        </xsl:otherwise>
      </xsl:choose>
    </para>
  </xsl:template>

  <!-- A whole section. Answers are sections of it, unless something follows that may not stand after a section. -->
  <xsl:template match="db:section" mode="m:operated">
    <xsl:param name="here"/>
    <xsl:variable name="register-last" select="boolean(i:insert[@name != 'register']/following-sibling::i:insert[@name = 'register'])"/>
    <xsl:attribute name="role">as-operated</xsl:attribute>
    <xsl:apply-templates select="db:title" mode="m:prose">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
    <xsl:call-template name="t:position">
      <xsl:with-param name="inserts" select="i:insert"/>
    </xsl:call-template>
    <xsl:apply-templates select="i:insert" mode="m:operated">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="heads" select="concat(substring('section', 1 div not($register-last)), substring('bridgehead', 1 div $register-last))"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Among other blocks: a sidebar. -->
  <xsl:template match="i:insert[@name = 'answers' or @name = 'answer' or @name = 'register']" mode="m:prose">
    <xsl:param name="here"/>
    <sidebar role="as-operated">
      <xsl:copy-of select="@i:src"/>
      <xsl:call-template name="t:position"/>
      <xsl:apply-templates select="." mode="m:operated">
        <xsl:with-param name="here" select="$here"/>
        <xsl:with-param name="heads" select="'bridgehead'"/>
      </xsl:apply-templates>
    </sidebar>
  </xsl:template>

  <!-- An answer quoted in another answer is a link, or two that quote each other would never end. -->
  <xsl:template match="i:answers//i:insert[@name = 'answer']" mode="m:prose" priority="2">
    <xsl:param name="here"/>
    <para>
      <xsl:value-of select="concat(t:text('operated.see'), ' ')"/>
      <xsl:apply-templates select="key('control', @ref)" mode="m:link">
        <xsl:with-param name="here" select="$here"/>
      </xsl:apply-templates>
      <xsl:if test="not(@ref)">
        <xsl:value-of select="@label"/>
      </xsl:if>
    </para>
  </xsl:template>

  <!-- What only a document has. -->
  <xsl:template match="i:answers//i:insert[@name = 'answers' or @name = 'versions']" mode="m:prose" priority="3">
    <para role="unknown" i:problem="misplaced-directive"><xsl:value-of select="concat('{{', @name, '}}')"/></para>
  </xsl:template>

  <!-- A register in an answer: that text is as operated already. -->
  <xsl:template match="i:answers//i:insert[@name = 'register']" mode="m:prose" priority="2">
    <xsl:param name="here"/>
    <xsl:apply-templates select="." mode="m:operated">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:operated: the content of an insert; $heads is what an answer's heading is made as. -->
  <xsl:template match="i:insert[@name = 'answers']" mode="m:operated">
    <xsl:param name="here"/>
    <xsl:param name="heads"/>
    <xsl:variable name="controls" select="key('control', ancestor::i:document/i:implements/@ref)"/>
    <xsl:for-each select="ancestor::i:document/i:implements[not($t:is-view) or key('answer', @ref)]">
      <xsl:apply-templates select="key('control', @ref)" mode="m:operated">
        <xsl:with-param name="here" select="$here"/>
        <xsl:with-param name="heads" select="$heads"/>
      </xsl:apply-templates>
    </xsl:for-each>
    <xsl:if test="not($controls)">
      <para role="not-answered"><xsl:value-of select="t:text('operated.implements-nothing')"/></para>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:insert[@name = 'answer']" mode="m:operated">
    <xsl:param name="here"/>
    <xsl:param name="heads"/>
    <xsl:apply-templates select="key('control', @ref)" mode="m:operated">
      <xsl:with-param name="here" select="$here"/>
      <xsl:with-param name="heads" select="$heads"/>
    </xsl:apply-templates>
    <xsl:if test="not(key('control', @ref))">
      <para role="not-answered"><xsl:value-of select="t:text('operated.no-such-control', @label)"/></para>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:insert[@name = 'register']" mode="m:operated">
    <xsl:param name="here"/>
    <xsl:call-template name="t:register-table">
      <xsl:with-param name="here" select="$here"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Several that ask one register for rows of different controls, in one section: one table, where the first stands. -->
  <xsl:template match="db:section/i:insert[@name = 'register' and @where-ref]" mode="m:operated">
    <xsl:param name="here"/>
    <xsl:variable name="alike" select="../i:insert[@name = 'register' and @ref = current()/@ref and @where-ref and @where-column = current()/@where-column]"/>
    <xsl:if test="count($alike[1] | .) = 1">
      <xsl:call-template name="t:register-table">
        <xsl:with-param name="here" select="$here"/>
        <xsl:with-param name="refs" select="$alike/@where-ref"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A control: heading with badge, then what its answer says. -->
  <xsl:template match="i:control" mode="m:operated">
    <xsl:param name="here"/>
    <xsl:param name="heads" select="'bridgehead'"/>
    <xsl:choose>
      <xsl:when test="$heads = 'section'">
        <section role="answer">
          <title>
            <xsl:apply-templates select="." mode="m:operated-head">
              <xsl:with-param name="here" select="$here"/>
            </xsl:apply-templates>
          </title>
          <xsl:apply-templates select="." mode="m:summary">
            <xsl:with-param name="here" select="$here"/>
          </xsl:apply-templates>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <bridgehead role="answer">
          <xsl:apply-templates select="." mode="m:operated-head">
            <xsl:with-param name="here" select="$here"/>
          </xsl:apply-templates>
        </bridgehead>
        <xsl:apply-templates select="." mode="m:summary">
          <xsl:with-param name="here" select="$here"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="i:control" mode="m:operated-head">
    <xsl:param name="here"/>
    <xsl:apply-templates select="." mode="m:link">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
    <xsl:if test="@title != @label">
      <xsl:value-of select="concat(' ', @title)"/>
    </xsl:if>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="self::*[not(@withdrawn = 'true')]" mode="m:badge"/>
  </xsl:template>

  <!-- m:summary, blocks: how a control is operated, as the SoA and the policies say it; never empty. -->
  <xsl:template match="i:control" mode="m:summary">
    <xsl:param name="here"/>
    <xsl:apply-templates select="key('answer', @ref)" mode="m:summary">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
    <xsl:if test="not(key('answer', @ref))">
      <para role="not-answered"><xsl:value-of select="t:text('status.undecided')"/></para>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:control[@withdrawn = 'true']" mode="m:summary">
    <para role="note"><xsl:value-of select="t:text('control.withdrawn')"/></para>
  </xsl:template>

  <xsl:template match="i:answer" mode="m:summary">
    <xsl:param name="here"/>
    <xsl:apply-templates select="self::*[not(@status = 'implemented' or @status = 'conforms')]" mode="m:due"/>
    <xsl:apply-templates select="i:summary/node()" mode="m:prose">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
    <xsl:if test="not(i:summary/*)">
      <para role="not-answered"><xsl:value-of select="t:text('answer.no-summary')"/></para>
    </xsl:if>
    <xsl:if test="i:site-part">
      <itemizedlist role="site-parts">
        <xsl:apply-templates select="i:site-part" mode="m:summary">
          <xsl:with-param name="here" select="$here"/>
        </xsl:apply-templates>
      </itemizedlist>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:answer[@applicable = 'false']" mode="m:summary">
    <para role="excluded"><xsl:value-of select="t:text('answer.excluded', normalize-space(i:exclusion))"/></para>
  </xsl:template>
  <xsl:template match="i:answer[@decided != 'true']" mode="m:summary" priority="1">
    <xsl:param name="here"/>
    <para role="not-answered"><xsl:value-of select="t:text('answer.undecided')"/></para>
    <xsl:apply-templates select="i:summary/node()" mode="m:prose">
      <xsl:with-param name="here" select="$here"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:due, a paragraph: by when what is missing will be there. -->
  <xsl:template match="*" mode="m:due"/>
  <xsl:template match="*[@due]" mode="m:due">
    <para role="note">
      <xsl:value-of select="t:text(concat('answer.due', substring('-gap', 1 div (@status = 'gap'))), t:date(@due))"/>
      <xsl:if test="translate(@due, '-', '') &lt; $t:now">
        <xsl:call-template name="t:overdue"/>
      </xsl:if>
    </para>
  </xsl:template>

  <!-- A part of the organisation where a control stands differently. -->
  <xsl:template match="i:site-part" mode="m:summary">
    <xsl:param name="here"/>
    <listitem>
      <para>
        <xsl:apply-templates select="." mode="m:part-name"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="m:badge"/>
        <xsl:if test="@owner">
          <xsl:value-of select="concat(' ', t:role-title(@owner))"/>
        </xsl:if>
      </para>
      <xsl:apply-templates select="self::*[not(@status = 'implemented')]" mode="m:due"/>
      <xsl:apply-templates select="db:*" mode="m:prose">
        <xsl:with-param name="here" select="$here"/>
      </xsl:apply-templates>
    </listitem>
  </xsl:template>

</xsl:stylesheet>
