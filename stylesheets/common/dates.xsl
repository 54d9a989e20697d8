<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates as YYYY-MM-DD: printed, compared, moved by months. Needs gentext.xsl. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common"
                xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings"
                xmlns:g="urn:ismsdoc:gentext"
                xmlns:t="urn:ismsdoc:template"
                xmlns:tp="urn:ismsdoc:template:private"
                extension-element-prefixes="func"
                exclude-result-prefixes="exsl str g t tp">

  <!-- Is this a date? -->
  <func:function name="t:is-date">
    <xsl:param name="text"/>
    <func:result select="translate($text, '0123456789', '9999999999') = '9999-99-99'"/>
  </func:function>

  <!-- Today as a number: a date is past if translate(DATE, '-', '') is less. -->
  <xsl:variable name="t:now" select="number(translate($today, '-', ''))"/>

  <!-- Patterns and names of months, looked up once, in a file of their own: pages need no other word of common/. -->
  <xsl:variable name="tp:date-texts" select="document(concat('gentext/dates/', $tp:gentext-language, '.xml'))/g:gentext/g:text"/>
  <xsl:variable name="tp:date-long" select="tp:date-text('date.long')"/>
  <xsl:variable name="tp:date-short" select="tp:date-text('date.short')"/>
  <func:function name="tp:date-text">
    <xsl:param name="key"/>
    <xsl:variable name="theirs" select="$user-gentext/descendant::g:text[@key = $key]"/>
    <func:result select="string($theirs | $tp:date-texts[@key = $key][not($theirs)])"/>
  </func:function>

  <!-- The months as "|01=January|02=February|": a search in a string is much cheaper than one in a list of nodes. -->
  <xsl:variable name="tp:months" select="tp:month-names('month.')"/>
  <xsl:variable name="tp:short-months" select="tp:month-names('month-short.')"/>
  <func:function name="tp:month-names">
    <xsl:param name="keys"/>
    <xsl:variable name="names">
      <xsl:for-each select="$tp:date-texts[starts-with(@key, $keys)]">
        <xsl:value-of select="concat('|', substring(100 + position(), 2), '=')"/>
        <xsl:choose>
          <xsl:when test="$user-gentext"><xsl:value-of select="tp:date-text(string(@key))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="concat($names, '|')"/>
  </func:function>

  <!-- Day, month, year is what most languages want, and concatenating is much cheaper than replacing. -->
  <xsl:variable name="tp:day-month-year" select="$tp:date-long = '{a} {b} {c}' and $tp:date-short = '{a} {b} {c}'"/>

  <!-- 14 September 2026; what is not a date stays as it is. -->
  <func:function name="t:date">
    <xsl:param name="date"/>
    <xsl:choose>
      <xsl:when test="translate($date, '0123456789', '9999999999') != '9999-99-99'">
        <func:result select="string($date)"/>
      </xsl:when>
      <xsl:when test="$tp:day-month-year">
        <func:result select="concat(number(substring($date, 9)), ' ', substring-before(substring-after($tp:months, concat('|', substring($date, 6, 2), '=')), '|'), ' ', substring($date, 1, 4))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="tp:print-date($date, $tp:date-long, substring-before(substring-after($tp:months, concat('|', substring($date, 6, 2), '=')), '|'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- 14 Sept 2026 -->
  <func:function name="t:short-date">
    <xsl:param name="date"/>
    <xsl:choose>
      <xsl:when test="translate($date, '0123456789', '9999999999') != '9999-99-99'">
        <func:result select="string($date)"/>
      </xsl:when>
      <xsl:when test="$tp:day-month-year">
        <func:result select="concat(number(substring($date, 9)), ' ', substring-before(substring-after($tp:short-months, concat('|', substring($date, 6, 2), '=')), '|'), ' ', substring($date, 1, 4))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="tp:print-date($date, $tp:date-short, substring-before(substring-after($tp:short-months, concat('|', substring($date, 6, 2), '=')), '|'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="tp:print-date">
    <xsl:param name="date"/>
    <xsl:param name="pattern"/>
    <xsl:param name="month"/>
    <func:result select="string(str:replace(str:replace(str:replace($pattern, '{c}', substring($date, 1, 4)),
        '{b}', string($month)), '{a}', string(number(substring($date, 9)))))"/>
  </func:function>

  <!-- The same day so many months later, or the last day of that month where it has no such day. Whole years are asked for most.
       Digits by substring(): format-number() takes a hundred times as long. -->
  <func:function name="t:add-months">
    <xsl:param name="date"/>
    <xsl:param name="months"/>
    <xsl:choose>
      <xsl:when test="$months mod 12 = 0 and not(contains($date, '-02-29'))">
        <func:result select="concat(substring($date, 1, 4) + $months div 12, substring($date, 5))"/>
      </xsl:when>
      <xsl:otherwise><func:result select="tp:add-months($date, $months)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="tp:add-months">
    <xsl:param name="date"/>
    <xsl:param name="months"/>
    <xsl:variable name="count" select="12 * substring($date, 1, 4) + substring($date, 6, 2) - 1 + $months"/>
    <xsl:variable name="year" select="floor($count div 12)"/>
    <xsl:variable name="month" select="$count mod 12 + 1"/>
    <xsl:variable name="last" select="tp:days-in-month($year, $month)"/>
    <xsl:variable name="day" select="number(substring($date, 9, 2))"/>
    <xsl:choose>
      <xsl:when test="$day &gt; $last">
        <func:result select="concat($year, '-', substring(100 + $month, 2), '-', $last)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="concat($year, '-', substring(100 + $month, 2), '-', substring(100 + $day, 2))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="tp:days-in-month">
    <xsl:param name="year"/>
    <xsl:param name="month"/>
    <xsl:variable name="leap" select="($year mod 4 = 0 and $year mod 100 != 0) or $year mod 400 = 0"/>
    <func:result select="substring('312831303130313130313031', 2 * $month - 1, 2) + ($leap and $month = 2)"/>
  </func:function>

  <!-- The number of a day, for the days between two. -->
  <func:function name="t:days">
    <xsl:param name="date"/>
    <xsl:variable name="winter" select="floor((14 - substring($date, 6, 2)) div 12)"/>
    <xsl:variable name="year" select="substring($date, 1, 4) - $winter"/>
    <xsl:variable name="month" select="substring($date, 6, 2) + 12 * $winter - 3"/>
    <func:result select="substring($date, 9, 2) + floor((153 * $month + 2) div 5) + 365 * $year + floor($year div 4) - floor($year div 100) + floor($year div 400)"/>
  </func:function>

  <!-- The latest of some dates; empty if there is none. -->
  <func:function name="t:latest">
    <xsl:param name="dates"/>
    <xsl:variable name="sorted">
      <xsl:for-each select="$dates[t:is-date(.)]">
        <xsl:sort select="." order="descending"/>
        <xsl:if test="position() = 1">
          <xsl:value-of select="."/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="string($sorted)"/>
  </func:function>

</xsl:stylesheet>
