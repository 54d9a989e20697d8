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

  <!-- Rows of the register of risks. -->
  <xsl:variable name="t:risk-rows" select="$dossier/i:registers/i:register[@name = 'risks']/i:row"/>

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

  <!-- A level as people say it: 12 high; high; EUR 120,000 high. -->
  <func:function name="t:risk-level-words">
    <xsl:param name="level"/>
    <xsl:param name="band" select="t:risk-band($level)"/>
    <xsl:choose>
      <xsl:when test="$t:risk-method/@levels = 'words'"><func:result select="string($band/@name)"/></xsl:when>
      <xsl:otherwise><func:result select="normalize-space(concat(t:risk-amount($level), ' ', $band/@name))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A level as a badge; $text is the word that the register has in its place. -->
  <xsl:template name="t:level-badge">
    <xsl:param name="level"/>
    <xsl:param name="band" select="t:risk-band($level)"/>
    <xsl:param name="text"/>
    <phrase role="status" i:status="level-{$band/@tone}">
      <xsl:if test="not($band)">
        <xsl:attribute name="i:status">level</xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$text"><xsl:value-of select="$text"/></xsl:when>
        <xsl:when test="$tp:plain-levels"><xsl:value-of select="normalize-space(concat($level, ' ', $band/@name))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="t:risk-level-words($level, $band)"/></xsl:otherwise>
      </xsl:choose>
    </phrase>
  </xsl:template>

  <!-- Are levels numbers, so that they can be sorted as they stand? -->
  <xsl:variable name="tp:plain-levels" select="$t:risk-method/@levels = 'numbers'"/>

  <!-- The cell of a level, with the pair that it was made from where there is one. What cannot be sorted as it stands has what it is
       sorted by. -->
  <xsl:template name="t:level-cell">
    <xsl:param name="level"/>
    <xsl:param name="band"/>
    <xsl:param name="text"/>
    <xsl:param name="likelihood"/>
    <xsl:param name="impact"/>
    <xsl:param name="otherwise"/>
    <td>
      <xsl:if test="not($tp:plain-levels)">
        <xsl:attribute name="role">level</xsl:attribute>
        <xsl:attribute name="i:sort"><xsl:value-of select="sum($level)"/></xsl:attribute>
      </xsl:if>
      <para>
        <xsl:if test="$level">
          <xsl:call-template name="t:level-badge">
            <xsl:with-param name="level" select="string($level)"/>
            <xsl:with-param name="band" select="$t:risk-bands[@n = $band]"/>
            <xsl:with-param name="text" select="$text"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="not($level)"><xsl:copy-of select="$otherwise"/></xsl:if>
      </para>
      <xsl:if test="$likelihood and $impact">
        <para role="note"><xsl:value-of select="normalize-space(concat($likelihood, ' ', $tp:likelihoods[@value = $likelihood], ' · ', $impact, ' ', $tp:impacts[@value = $impact]))"/></para>
      </xsl:if>
      <xsl:if test="$impact and $tp:apart"><xsl:call-template name="tp:apart"><xsl:with-param name="moment" select="substring-before(name($impact), '-')"/></xsl:call-template></xsl:if>
    </td>
  </xsl:template>
  <xsl:variable name="tp:not-rated"><phrase role="status" i:status="undecided"><xsl:value-of select="t:text('risk.not-rated')"/></phrase></xsl:variable>

  <!-- What an impact is the worst of. -->
  <xsl:variable name="tp:apart" select="boolean($t:risk-method[@confidentiality or @integrity or @availability])"/>
  <xsl:template name="tp:apart">
    <xsl:param name="moment"/>
    <xsl:variable name="parts" select="i:cell[starts-with(@name, concat($moment, '-'))][contains(' confidentiality integrity availability ', concat(' ', substring-after(@name, '-'), ' '))]"/>
    <xsl:if test="$parts">
      <para role="note">
        <xsl:for-each select="$parts">
          <xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if>
          <xsl:value-of select="t:text('risk.apart-value', t:text(concat('risk.', substring-after(@name, '-'))), .)"/>
        </xsl:for-each>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- By what tables of risks can be filtered; $owner is the title of the role that owns it. -->
  <xsl:template name="t:risk-filters">
    <xsl:param name="risk"/>
    <xsl:param name="owner"/>
    <xsl:attribute name="i:band"><xsl:value-of select="$t:risk-bands[@n = $risk/@current-band]/@name"/></xsl:attribute>
    <xsl:attribute name="i:option"><xsl:value-of select="normalize-space(i:cell[@name = 'option'])"/></xsl:attribute>
    <xsl:attribute name="i:owner"><xsl:value-of select="$owner"/></xsl:attribute>
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

  <!-- m:link, of a row that has no place of its own: its id. -->
  <xsl:template match="i:row" mode="m:link">
    <xsl:param name="text" select="@id"/>
    <xsl:value-of select="$text"/>
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

  <!-- One scale as a table, with the columns that have something in them; of mere values, a sentence. -->
  <xsl:template name="t:risk-scale">
    <xsl:param name="scale"/>
    <xsl:param name="levels"/>
    <xsl:variable name="told" select="boolean($levels[. != ''] or $levels/@up-to or $levels/@meaning)"/>
    <xsl:if test="$levels and not($told)">
      <para><xsl:value-of select="t:text('risk.plain-scale', t:text(concat('risk.', $scale)), t:join($levels/@value))"/></para>
    </xsl:if>
    <xsl:if test="$told">
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
