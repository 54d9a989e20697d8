<?xml version="1.0" encoding="UTF-8"?>
<!-- What the documents about risks share: badges of levels, links to a risk, the method and its scales in words. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="m t tp">

  <i:directive name="risk-scales" place="block"/>

  <!-- Rows of the register of risks. -->
  <xsl:variable name="t:risk-rows" select="$dossier/i:registers/i:register[@name = 'risks']/i:row"/>

  <!-- A level as people say it: 12 high; high; EUR 120,000 high. $text is the word that the register has in its place. -->
  <func:function name="t:risk-level-words">
    <xsl:param name="level"/>
    <xsl:param name="text"/>
    <xsl:variable name="band" select="t:risk-band($level)/@name"/>
    <xsl:choose>
      <xsl:when test="string($text)"><func:result select="string($text)"/></xsl:when>
      <xsl:when test="not(number($level) = number($level))"><func:result select="t:text('risk.not-rated')"/></xsl:when>
      <xsl:when test="$t:risk-method/@levels = 'words'"><func:result select="string($band)"/></xsl:when>
      <xsl:otherwise><func:result select="normalize-space(concat(t:risk-amount($level), ' ', $band))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A level as a number, or as money. -->
  <func:function name="t:risk-amount">
    <xsl:param name="level"/>
    <xsl:param name="method" select="$t:risk-method"/>
    <xsl:choose>
      <xsl:when test="$method/@levels = 'money' and number($level) = number($level)"><func:result select="t:money($level, $method)"/></xsl:when>
      <xsl:otherwise><func:result select="string($level)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="t:money">
    <xsl:param name="amount"/>
    <xsl:param name="method" select="$t:risk-method"/>
    <func:result select="t:text('risk.money', $method/@currency, format-number($amount, '#,##0.##'))"/>
  </func:function>

  <!-- The level of a risk (i:risk) at a moment, as a badge. -->
  <xsl:template name="t:risk-badge">
    <xsl:param name="risk"/>
    <xsl:param name="moment" select="'current'"/>
    <xsl:call-template name="t:level-badge">
      <xsl:with-param name="level" select="number($risk/@*[name() = concat($moment, '-level')])"/>
      <xsl:with-param name="text" select="$risk/@*[name() = concat($moment, '-text')]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:level-badge">
    <xsl:param name="level"/>
    <xsl:param name="text"/>
    <phrase role="status">
      <xsl:attribute name="i:status">
        <xsl:choose>
          <xsl:when test="t:risk-band($level)"><xsl:value-of select="concat('level-', t:risk-band($level)/@tone)"/></xsl:when>
          <xsl:when test="$level = $level">level</xsl:when>
          <xsl:otherwise>undecided</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:value-of select="t:risk-level-words($level, $text)"/>
    </phrase>
  </xsl:template>

  <!-- How a risk is treated, in a word. -->
  <func:function name="t:risk-option">
    <xsl:param name="row"/>
    <xsl:variable name="option" select="normalize-space($row/i:cell[@name = 'option'])"/>
    <xsl:choose>
      <xsl:when test="$option"><func:result select="t:word('option', $option)"/></xsl:when>
      <xsl:otherwise><func:result select="t:text('risk.not-decided')"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The name of a level of a scale: 4 likely. -->
  <func:function name="t:risk-rating-words">
    <xsl:param name="value"/>
    <xsl:param name="scale"/>
    <func:result select="normalize-space(concat($value, ' ', $t:risk-method/i:level[@scale = $scale][@value = $value]))"/>
  </func:function>

  <!-- Part of an xml:id made from the id of a row; empty where none can be made of it. -->
  <func:function name="tp:row-name">
    <xsl:param name="id"/>
    <func:result select="substring($id, 1 div (translate($id, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-', '') = ''))"/>
  </func:function>
  <xsl:template name="t:row-anchor">
    <xsl:param name="document"/>
    <xsl:if test="tp:row-name(@id) != ''">
      <xsl:attribute name="xml:id"><xsl:value-of select="concat($document, '.row.', @id)"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- A risk has its home in the risk assessment; $to is another document that has a row for it. -->
  <xsl:template match="i:register[@name = 'risks']/i:row" mode="m:link">
    <xsl:param name="here"/>
    <xsl:param name="text" select="@id"/>
    <xsl:param name="to" select="'risk-assessment'"/>
    <xsl:choose>
      <xsl:when test="key('document', $to) and tp:row-name(@id) != ''">
        <xsl:call-template name="t:link">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="document" select="$to"/>
          <xsl:with-param name="id" select="concat($to, '.row.', @id)"/>
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Some rows of risks as links with commas between, the rest of more than $most counted. -->
  <xsl:template name="t:risk-links">
    <xsl:param name="here"/>
    <xsl:param name="rows"/>
    <xsl:param name="most" select="20"/>
    <xsl:for-each select="$rows[position() &lt;= $most]">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:apply-templates select="." mode="m:link"><xsl:with-param name="here" select="$here"/></xsl:apply-templates>
    </xsl:for-each>
    <xsl:if test="count($rows) &gt; $most">
      <xsl:value-of select="concat(' ', t:text('risk.more', count($rows) - $most))"/>
    </xsl:if>
  </xsl:template>

  <!-- {{risk-scales}}: as the settings were when the text was read, or approved. -->
  <xsl:template match="i:insert[@name = 'risk-scales']" mode="m:prose">
    <xsl:call-template name="t:risk-scales">
      <xsl:with-param name="method" select="i:risk-method"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How levels come about, the scales, the bands, and who accepts what: blocks. -->
  <xsl:template name="t:risk-scales">
    <xsl:param name="method" select="$t:risk-method"/>
    <xsl:choose>
      <xsl:when test="$method">
        <para><xsl:value-of select="t:text(concat('risk.method.', $method/@method))"/></para>
        <xsl:if test="$method[@confidentiality or @integrity or @availability]">
          <para><xsl:value-of select="t:text('risk.apart')"/></para>
        </xsl:if>
        <xsl:call-template name="t:risk-scale">
          <xsl:with-param name="scale" select="'likelihood'"/>
          <xsl:with-param name="levels" select="$method/i:level[@scale = 'likelihood']"/>
        </xsl:call-template>
        <xsl:call-template name="t:risk-scale">
          <xsl:with-param name="scale" select="'impact'"/>
          <xsl:with-param name="levels" select="$method/i:level[@scale = 'impact']"/>
        </xsl:call-template>
        <xsl:call-template name="t:risk-matrix"><xsl:with-param name="method" select="$method"/></xsl:call-template>
        <xsl:call-template name="t:risk-bands"><xsl:with-param name="method" select="$method"/></xsl:call-template>
        <xsl:if test="$method/@accept-up-to">
          <para><xsl:value-of select="t:text('risk.accept-up-to', t:risk-amount(string($method/@accept-up-to), $method))"/></para>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <para role="not-answered"><xsl:value-of select="t:text('risk.no-method')"/></para>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One scale as a table, with the columns that have something in them. -->
  <xsl:template name="t:risk-scale">
    <xsl:param name="scale"/>
    <xsl:param name="levels"/>
    <xsl:if test="$levels">
      <table role="scale">
        <caption><xsl:value-of select="t:text(concat('risk.', $scale))"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('risk.value')"/></th>
            <xsl:if test="$levels[. != '']"><th scope="col"><xsl:value-of select="t:text('risk.name')"/></th></xsl:if>
            <xsl:if test="$levels/@up-to"><th scope="col"><xsl:value-of select="t:text(concat('risk.limit-', $scale))"/></th></xsl:if>
            <xsl:if test="$levels/@meaning"><th scope="col"><xsl:value-of select="t:text('risk.meaning')"/></th></xsl:if>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$levels">
            <tr>
              <th scope="row"><xsl:value-of select="@value"/></th>
              <xsl:if test="$levels[. != '']"><td><xsl:value-of select="."/></td></xsl:if>
              <xsl:if test="$levels/@up-to"><td><xsl:apply-templates select="." mode="m:risk-limit"/></td></xsl:if>
              <xsl:if test="$levels/@meaning"><td><xsl:value-of select="@meaning"/></td></xsl:if>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- m:risk-limit, text: up to how much; of the last level, more than that. -->
  <xsl:template match="i:level[@up-to]" mode="m:risk-limit">
    <xsl:value-of select="t:text('risk.up-to', tp:limit(.))"/>
  </xsl:template>
  <xsl:template match="i:level" mode="m:risk-limit">
    <xsl:value-of select="t:text('risk.more-than', tp:limit(preceding-sibling::i:level[1]))"/>
  </xsl:template>
  <func:function name="tp:limit">
    <xsl:param name="level"/>
    <xsl:choose>
      <xsl:when test="$level/@unit = 'money'"><func:result select="t:money($level/@up-to, $level/..)"/></xsl:when>
      <xsl:when test="$level/@unit = 'percent'"><func:result select="t:text('risk.percent', $level/@up-to)"/></xsl:when>
      <xsl:when test="$level/@scale = 'likelihood'"><func:result select="t:text('risk.per-year', $level/@up-to)"/></xsl:when>
      <xsl:otherwise><func:result select="string($level/@up-to)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The matrix, the highest likelihood first. -->
  <xsl:template name="t:risk-matrix">
    <xsl:param name="method"/>
    <xsl:if test="$method/i:outcome">
      <table role="matrix">
        <caption><xsl:value-of select="t:text('risk.matrix')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('risk.likelihood-by-impact')"/></th>
            <xsl:for-each select="$method/i:level[@scale = 'impact']">
              <th scope="col"><xsl:value-of select="normalize-space(concat(@value, ' ', .))"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$method/i:level[@scale = 'likelihood']">
            <xsl:sort select="@value" data-type="number" order="descending"/>
            <xsl:variable name="likelihood" select="@value"/>
            <tr>
              <th scope="row"><xsl:value-of select="normalize-space(concat(@value, ' ', .))"/></th>
              <xsl:for-each select="$method/i:level[@scale = 'impact']">
                <td><xsl:value-of select="$method/i:outcome[@likelihood = $likelihood][@impact = current()/@value]/@level"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- The bands, with who may accept a risk in each. -->
  <xsl:template name="t:risk-bands">
    <xsl:param name="method"/>
    <xsl:if test="$method/i:band">
      <table role="bands">
        <caption><xsl:value-of select="t:text('risk.bands')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="t:text('risk.level')"/></th>
            <xsl:if test="$method/i:band/@up-to"><th scope="col"><xsl:value-of select="t:text('risk.range')"/></th></xsl:if>
            <th scope="col"><xsl:value-of select="t:text('risk.accepted-by')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$method/i:band">
            <tr>
              <th scope="row">
                <phrase role="status" i:status="level-{1 + round((position() - 1) * 4 div (last() - 1 + (last() = 1)))}"><xsl:value-of select="@name"/></phrase>
              </th>
              <xsl:if test="$method/i:band/@up-to"><td><xsl:apply-templates select="." mode="m:risk-range"/></td></xsl:if>
              <td><xsl:apply-templates select="." mode="m:risk-acceptor"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- m:risk-range, text: up to 4; above 4, up to 9; above 16. -->
  <xsl:template match="i:band" mode="m:risk-range">
    <xsl:variable name="before" select="preceding-sibling::i:band[1]/@up-to"/>
    <xsl:choose>
      <xsl:when test="@up-to and $before"><xsl:value-of select="t:text('risk.range-between', t:risk-amount(string($before), ..), t:risk-amount(string(@up-to), ..))"/></xsl:when>
      <xsl:when test="@up-to"><xsl:value-of select="t:text('risk.up-to', t:risk-amount(string(@up-to), ..))"/></xsl:when>
      <xsl:when test="$before"><xsl:value-of select="t:text('risk.more-than', t:risk-amount(string($before), ..))"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- m:risk-acceptor, text: who may accept a risk of this band. -->
  <xsl:template match="i:band" mode="m:risk-acceptor">
    <xsl:choose>
      <xsl:when test="@accept = 'risk-owner'"><xsl:value-of select="t:text('risk.owner-accepts')"/></xsl:when>
      <xsl:when test="@accept"><xsl:value-of select="t:text('risk.role-accepts', t:role-title(@accept))"/></xsl:when>
      <xsl:when test="../i:band/@accept"><xsl:value-of select="t:text('risk.nobody-accepts')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="t:text('risk.not-stated')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
