<?xml version="1.0" encoding="UTF-8"?>
<!-- Risks: levels by the method of isms.yaml, bands, what the plan still lacks, how acceptance stands. Computed once per row, in
     $t:risks. Needs keys.xsl, dates.xsl, labels.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                xmlns:mp="urn:ismsdoc:mode:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl str i t tp mp">

  <xsl:key name="tp:outcome" match="/i:dossier/i:risk-method/i:outcome" use="concat(@likelihood, ' ', @impact)"/>
  <xsl:key name="tp:risk" match="/i:risk" use="@id"/>
  <!-- A risk by its id; its relations; the actions for it; an action by its id. -->
  <xsl:key name="action" match="/i:dossier/i:registers/i:register[@name = 'treatment']/i:row"
           use="i:cell[@name = 'risk' or @name = 'risks'][not(i:value)] | i:cell[@name = 'risk' or @name = 'risks']/i:value"/>

  <xsl:variable name="t:risk-method" select="$dossier/i:risk-method"/>
  <xsl:variable name="tp:likelihoods" select="$t:risk-method/i:level[@scale = 'likelihood']"/>
  <xsl:variable name="tp:impacts" select="$t:risk-method/i:level[@scale = 'impact']"/>
  <xsl:variable name="tp:upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="tp:lower" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <!-- Bands, the lowest first: i:band with @n, @name, @tone (1 to 5), @top (the highest level in it; none: open), @number (what
       its name stands for), @accept. Where none are declared, accept-up-to parts what is acceptable from what is not. -->
  <xsl:variable name="tp:bands">
    <xsl:choose>
      <xsl:when test="$t:risk-method/i:band">
        <xsl:apply-templates select="$t:risk-method/i:band" mode="mp:band"/>
      </xsl:when>
      <xsl:when test="$t:risk-method/@accept-up-to">
        <i:band n="1" name="{t:text('risk.band-acceptable')}" tone="1" top="{$t:risk-method/@accept-up-to}" number="{$t:risk-method/@accept-up-to}" accept="risk-owner"/>
        <i:band n="2" name="{t:text('risk.band-above')}" tone="5" number="{$t:risk-method/@accept-up-to + 1}" unstated="true"/>
      </xsl:when>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="t:risk-bands" select="exsl:node-set($tp:bands)/i:band"/>

  <xsl:template match="i:band" mode="mp:band">
    <xsl:variable name="before" select="preceding-sibling::i:band[1]"/>
    <i:band n="{position()}" name="{@name}" tone="{1 + round((position() - 1) * 4 div (last() - 1 + (last() = 1)))}">
      <xsl:copy-of select="@accept"/>
      <xsl:choose>
        <xsl:when test="$t:risk-method/@levels = 'words'">
          <xsl:attribute name="top"><xsl:value-of select="position()"/></xsl:attribute>
          <xsl:attribute name="number"><xsl:value-of select="position()"/></xsl:attribute>
        </xsl:when>
        <xsl:when test="@up-to">
          <xsl:attribute name="top"><xsl:value-of select="@up-to"/></xsl:attribute>
          <xsl:attribute name="number"><xsl:value-of select="@up-to"/></xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="number"><xsl:value-of select="sum($before/@up-to) + 1"/></xsl:attribute>
        </xsl:otherwise>
      </xsl:choose>
    </i:band>
  </xsl:template>

  <!-- The band that a level falls into; nothing where there is no level. -->
  <func:function name="t:risk-band">
    <xsl:param name="level"/>
    <func:result select="$t:risk-bands[number($level) = number($level)][not(@top) or @top &gt;= number($level)][1]"/>
  </func:function>

  <!-- Up to this level risks are accepted: as declared, else as far as owners may accept; not a number where nothing says so. -->
  <xsl:variable name="t:risk-accept" select="tp:accept()"/>
  <func:function name="tp:accept">
    <xsl:variable name="declared" select="$t:risk-method/@accept-up-to"/>
    <xsl:choose>
      <xsl:when test="$declared"><func:result select="tp:level-number($declared)"/></xsl:when>
      <xsl:otherwise><func:result select="number($t:risk-bands[@accept = 'risk-owner'][last()]/@number)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A level that somebody typed, as a number: a number, the name of a band, an amount. -->
  <func:function name="tp:level-number">
    <xsl:param name="text"/>
    <xsl:variable name="band" select="$t:risk-bands[translate(@name, $tp:upper, $tp:lower) = translate(normalize-space($text), $tp:upper, $tp:lower)]"/>
    <xsl:choose>
      <xsl:when test="$band"><func:result select="number($band/@number)"/></xsl:when>
      <xsl:when test="$t:risk-method/@levels = 'words'"><func:result select="number('none')"/></xsl:when>
      <xsl:otherwise><func:result select="tp:number($text)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A number with or without a unit: 12, 0.5, EUR 10 000, 250,000 EUR, 10 %, 0.5/year. -->
  <func:function name="tp:number">
    <xsl:param name="text"/>
    <xsl:variable name="bare">
      <xsl:choose>
        <xsl:when test="number($text) = number($text)"><xsl:value-of select="$text"/></xsl:when>
        <xsl:when test="$t:risk-method/@currency and contains($text, $t:risk-method/@currency)">
          <xsl:value-of select="concat(substring-before($text, $t:risk-method/@currency), substring-after($text, $t:risk-method/@currency))"/>
        </xsl:when>
        <xsl:when test="contains($text, '%')"><xsl:value-of select="substring-before($text, '%')"/></xsl:when>
        <xsl:when test="contains($text, '/year')"><xsl:value-of select="substring-before($text, '/year')"/></xsl:when>
        <xsl:when test="contains($text, ' a year')"><xsl:value-of select="substring-before($text, ' a year')"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <!-- A comma parts thousands; one that does not makes no number of it. -->
    <xsl:choose>
      <xsl:when test="contains($bare, ',') and string-length(substring-before(concat(substring-after($bare, ','), '.'), '.')) mod 4 != 3">
        <func:result select="number('none')"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="number(translate($bare, &quot; ,_'&quot;, ''))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The value on a scale that a cell means: a value, a word, or an amount by the limits; not a number: none of them. -->
  <func:function name="tp:rating">
    <xsl:param name="text"/>
    <xsl:param name="levels"/>
    <xsl:variable name="exact" select="$levels[@value = $text or . = $text]"/>
    <xsl:choose>
      <xsl:when test="not(string($text))"><func:result select="number('none')"/></xsl:when>
      <xsl:when test="$exact"><func:result select="number($exact/@value)"/></xsl:when>
      <xsl:when test="not($levels)"><func:result select="number($text)"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="plain" select="translate(normalize-space($text), $tp:upper, $tp:lower)"/>
        <xsl:variable name="same" select="$levels[@value = $plain or translate(., $tp:upper, $tp:lower) = $plain][$plain != '']"/>
        <xsl:variable name="amount" select="tp:number($text)"/>
        <xsl:choose>
          <xsl:when test="$same"><func:result select="number($same/@value)"/></xsl:when>
          <xsl:when test="$levels/@up-to and $amount &gt;= 0 and not(number($text) = number($text))">
            <func:result select="number(($levels[not(@up-to) or @up-to &gt;= $amount] | $levels[last()])[1]/@value)"/>
          </xsl:when>
          <xsl:otherwise><func:result select="number('none')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The level of a pair. -->
  <func:function name="t:risk-outcome">
    <xsl:param name="likelihood"/>
    <xsl:param name="impact"/>
    <xsl:variable name="method" select="$t:risk-method/@method"/>
    <xsl:choose>
      <xsl:when test="$method = 'product'"><func:result select="$likelihood * $impact"/></xsl:when>
      <xsl:when test="$method = 'sum'"><func:result select="$likelihood + $impact"/></xsl:when>
      <xsl:when test="$method = 'max'">
        <func:result select="$likelihood * ($likelihood &gt;= $impact) + $impact * not($likelihood &gt;= $impact)"/>
      </xsl:when>
      <xsl:when test="$method = 'matrix'">
        <xsl:for-each select="$dossier">
          <func:result select="tp:level-number(string(key('tp:outcome', concat($likelihood, ' ', $impact))/@level))"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><func:result select="number('none')"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The actions for a risk: those that name it, and those that it names. -->
  <func:function name="t:risk-actions">
    <xsl:param name="row"/>
    <xsl:variable name="named" select="$row/i:cell[@name = 'actions']"/>
    <xsl:for-each select="$row">
      <func:result select="key('action', @id) | key('row-by-id', $named/i:value)[../@name = 'treatment'] | key('row-by-id', str:tokenize($named[not(i:value)], '; ,&#10;&#13;&#9;'))[../@name = 'treatment']"/>
    </xsl:for-each>
  </func:function>

  <!-- The values of a cell, also of one that nobody has parted. -->
  <func:function name="t:values">
    <xsl:param name="cell"/>
    <func:result select="$cell/i:value | str:tokenize($cell[not(i:value)], ';&#10;&#13;')"/>
  </func:function>

  <!-- What the target of a risk relies on and is not there yet: the answers of its controls, and its actions. -->
  <func:function name="t:risk-open-controls">
    <xsl:param name="row"/>
    <xsl:for-each select="$row">
      <func:result select="key('answer', key('row-relation', @id)[@register = 'risks']/@control)[not(@decided = 'true' and not(@applicable = 'false') and (@status = 'implemented' or @status = 'conforms'))]"/>
    </xsl:for-each>
  </func:function>
  <func:function name="t:risk-open-actions">
    <xsl:param name="row"/>
    <func:result select="t:risk-actions($row)[not(contains(' done cancelled ', concat(' ', t:action-state(.), ' ')))]"/>
  </func:function>

  <!-- Every risk, once: i:risk with @id, of each moment (inherent, current, target) @MOMENT-likelihood, -impact, -level, -band (its @n) and,
       where the level was typed as a word, -text; then what mp:standing says. -->
  <xsl:variable name="tp:risk-tree">
    <xsl:apply-templates select="$dossier[$t:needs-risks]/i:registers/i:register[@name = 'risks']/i:row[$t:risk-method]" mode="mp:risk"/>
  </xsl:variable>
  <xsl:variable name="t:risks" select="exsl:node-set($tp:risk-tree)/i:risk"/>

  <xsl:template match="i:row" mode="mp:risk">
    <xsl:variable name="levels">
      <i:risk id="{@id}">
        <xsl:call-template name="tp:moment"><xsl:with-param name="moment" select="'inherent'"/></xsl:call-template>
        <xsl:call-template name="tp:moment"><xsl:with-param name="moment" select="'current'"/></xsl:call-template>
        <xsl:call-template name="tp:moment"><xsl:with-param name="moment" select="'target'"/></xsl:call-template>
      </i:risk>
    </xsl:variable>
    <xsl:variable name="risk" select="exsl:node-set($levels)/i:risk"/>
    <i:risk>
      <xsl:copy-of select="$risk/@*"/>
      <xsl:call-template name="tp:standing">
        <xsl:with-param name="now" select="number(($risk/@current-level | $risk/@target-level[not($risk/@current-level)])[1])"/>
        <xsl:with-param name="target" select="number($risk/@target-level)"/>
      </xsl:call-template>
    </i:risk>
  </xsl:template>

  <xsl:template name="tp:moment">
    <xsl:param name="moment"/>
    <xsl:variable name="cells" select="i:cell[starts-with(@name, concat($moment, '-'))]"/>
    <xsl:if test="$cells">
      <xsl:variable name="likelihood" select="tp:rating(string($cells[@name = concat($moment, '-likelihood')]), $tp:likelihoods)"/>
      <xsl:variable name="impact" select="tp:impact($cells, $moment)"/>
      <xsl:variable name="said" select="string($cells[@name = concat($moment, '-level')])"/>
      <xsl:if test="$likelihood = $likelihood">
        <xsl:attribute name="{$moment}-likelihood"><xsl:value-of select="$likelihood"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$impact = $impact">
        <xsl:attribute name="{$moment}-impact"><xsl:value-of select="$impact"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$t:risk-method/@method = 'given'">
          <xsl:variable name="level" select="tp:level-number($said)"/>
          <xsl:if test="$level = $level">
            <xsl:attribute name="{$moment}-level"><xsl:value-of select="$level"/></xsl:attribute>
            <xsl:attribute name="{$moment}-band"><xsl:value-of select="t:risk-band($level)/@n"/></xsl:attribute>
            <xsl:if test="not(tp:number($said) = tp:number($said))">
              <xsl:attribute name="{$moment}-text"><xsl:value-of select="t:risk-band($level)/@name"/></xsl:attribute>
            </xsl:if>
          </xsl:if>
        </xsl:when>
        <xsl:when test="$likelihood = $likelihood and $impact = $impact">
          <xsl:variable name="level" select="t:risk-outcome($likelihood, $impact)"/>
          <xsl:if test="$level = $level">
            <xsl:attribute name="{$moment}-level"><xsl:value-of select="$level"/></xsl:attribute>
            <xsl:attribute name="{$moment}-band"><xsl:value-of select="t:risk-band($level)/@n"/></xsl:attribute>
          </xsl:if>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- The impact as stated, else the worst of confidentiality, integrity and availability. -->
  <func:function name="tp:impact">
    <xsl:param name="cells"/>
    <xsl:param name="moment"/>
    <xsl:variable name="stated" select="$cells[@name = concat($moment, '-impact')]"/>
    <xsl:choose>
      <xsl:when test="$stated or not($t:risk-method[@confidentiality or @integrity or @availability])">
        <func:result select="tp:rating(string($stated), $tp:impacts)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="c" select="tp:rating(string($cells[@name = concat($moment, '-confidentiality')]), $tp:impacts)"/>
        <xsl:variable name="i" select="tp:rating(string($cells[@name = concat($moment, '-integrity')]), $tp:impacts)"/>
        <xsl:variable name="a" select="tp:rating(string($cells[@name = concat($moment, '-availability')]), $tp:impacts)"/>
        <xsl:variable name="ci" select="tp:worse($c, $i)"/>
        <func:result select="tp:worse($ci, $a)"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The greater of two, of which one or both may be no number. -->
  <func:function name="tp:worse">
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:choose>
      <xsl:when test="$a &gt;= $b or not($b = $b)"><func:result select="$a"/></xsl:when>
      <xsl:otherwise><func:result select="$b"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- How a risk stands:
       @pending     the target is lower than today, and something that it relies on is not there yet
       @remains     the level to be accepted: the target while the plan is under way, else today's
       @above       today's level is above what is accepted without more ado
       @acceptance  of a risk that is rated: within (nothing to accept), needed, accepted, ahead (of what will remain, while today's is higher still),
                    expired, exceeded, changed: the acceptance has lapsed, by date, by level, by another option or plan -->
  <xsl:template name="tp:standing">
    <xsl:param name="now"/>
    <xsl:param name="target"/>
    <xsl:variable name="option" select="i:cell[@name = 'option']"/>
    <xsl:variable name="lower" select="$target &lt; $now"/>
    <xsl:variable name="pending" select="$lower and (t:risk-open-controls(.) or t:risk-open-actions(.)
        or not(key('row-relation', @id)[@register = 'risks'] or t:risk-actions(.)))"/>
    <xsl:variable name="remains" select="concat(substring($target, 1 div ($pending and not($option = 'retain'))),
        substring($now, 1 div not($pending and not($option = 'retain'))))"/>
    <xsl:if test="$pending"><xsl:attribute name="pending">true</xsl:attribute></xsl:if>
    <xsl:if test="$now &gt; $t:risk-accept"><xsl:attribute name="above">true</xsl:attribute></xsl:if>
    <xsl:if test="number($remains) = number($remains)">
      <xsl:attribute name="remains"><xsl:value-of select="$remains"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="number($remains) = number($remains)">
      <xsl:attribute name="acceptance">
        <xsl:call-template name="tp:acceptance">
          <xsl:with-param name="now" select="$now"/>
          <xsl:with-param name="remains" select="number($remains)"/>
          <xsl:with-param name="option" select="$option"/>
        </xsl:call-template>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Only what the row says counts: there is nothing to compare an option or a plan with. -->
  <xsl:template name="tp:acceptance">
    <xsl:param name="now"/>
    <xsl:param name="remains"/>
    <xsl:param name="option"/>
    <xsl:variable name="on" select="translate(i:cell[@name = 'accepted-on'], '-', '')"/>
    <xsl:variable name="until" select="translate(i:cell[@name = 'accept-until'], '-', '')"/>
    <xsl:variable name="level" select="tp:level-number(string(i:cell[@name = 'accepted-level']))"/>
    <xsl:choose>
      <xsl:when test="not($on &lt;= $t:now)">
        <xsl:choose>
          <xsl:when test="$option = 'retain' or $remains &gt; $t:risk-accept or not($t:risk-accept = $t:risk-accept)">needed</xsl:when>
          <xsl:otherwise>within</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$remains &gt; $level">exceeded</xsl:when>
      <xsl:when test="i:cell[@name = 'accepted-option'][. != $option]
                      or translate(i:cell[@name = 'plan-approved-on'], '-', '') &gt; $on">changed</xsl:when>
      <xsl:when test="$until &lt; $t:now">expired</xsl:when>
      <xsl:when test="$now &gt; $level">ahead</xsl:when>
      <xsl:otherwise>accepted</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The i:risk of a row. One without an id is assessed whenever it is asked for. -->
  <func:function name="t:risk">
    <xsl:param name="row"/>
    <xsl:choose>
      <xsl:when test="string($row/@id)">
        <xsl:for-each select="exsl:node-set($tp:risk-tree)">
          <func:result select="key('tp:risk', $row/@id)[1]"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="alone">
          <xsl:apply-templates select="$row[$t:risk-method]" mode="mp:risk"/>
        </xsl:variable>
        <func:result select="exsl:node-set($alone)/i:risk"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The level of a row at a moment: inherent, current, target; not a number where there is none. -->
  <func:function name="t:risk-level">
    <xsl:param name="row"/>
    <xsl:param name="moment"/>
    <func:result select="number(t:risk($row)/@*[name() = concat($moment, '-level')])"/>
  </func:function>

  <!-- Is all that was aimed at reached, so that what remains may be called residual? -->
  <xsl:variable name="t:risks-residual" select="$t:risks/@target-level and not($t:risks/@pending)"/>

</xsl:stylesheet>
