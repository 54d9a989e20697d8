<?xml version="1.0" encoding="UTF-8"?>
<!-- The Statement of Applicability as customers get it: what is necessary and how far it is, without risks, owners and evidence.
     A page that stands alone: no links, no way through the site. -->
<xsl:stylesheet version="1.0"
                xmlns="http://docbook.org/ns/docbook"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:mp="urn:ismsdoc:mode:private"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m mp t">

  <xsl:template match="i:document[@id = 'statement-for-customers']" mode="m:page">
    <xsl:attribute name="i:wide">true</xsl:attribute>
    <xsl:attribute name="i:alone">true</xsl:attribute>
    <xsl:call-template name="t:page"/>
  </xsl:template>

  <xsl:template match="i:document[@id = 'statement-for-customers']" mode="m:lede">
    <xsl:value-of select="t:text('customer.lede', $dossier/i:organisation/@name)"/>
  </xsl:template>

  <!-- Who keeps it is no customer's concern. -->
  <xsl:template match="i:document[@id = 'statement-for-customers']" mode="m:document-control"/>

  <xsl:template match="i:document[@id = 'statement-for-customers']" mode="m:content">
    <xsl:variable name="statement" select="key('document', 'statement-of-applicability')"/>
    <xsl:variable name="version" select="$statement/i:version[@current = 'true']"/>
    <para>
      <xsl:choose>
        <xsl:when test="$version and $statement/@changed">
          <xsl:value-of select="t:text('customer.changed', $version/@version, t:date($version/@approved-on), t:date($today))"/>
        </xsl:when>
        <xsl:when test="$version"><xsl:value-of select="t:text('customer.version', $version/@version, t:date($version/@approved-on))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="t:text('customer.draft', t:date($today))"/></xsl:otherwise>
      </xsl:choose>
    </para>
    <section>
      <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="string(@id)"/><xsl:with-param name="name" select="'scope'"/></xsl:call-template>
      <xsl:call-template name="t:soa-scope"/>
    </section>
    <section>
      <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="string(@id)"/><xsl:with-param name="name" select="'basis'"/></xsl:call-template>
      <xsl:call-template name="t:soa-basis"><xsl:with-param name="catalogs" select="$t:soa-catalogs"/></xsl:call-template>
    </section>
    <xsl:if test="$t:soa-catalogs">
      <section>
        <xsl:call-template name="t:soa-head"><xsl:with-param name="id" select="string(@id)"/><xsl:with-param name="name" select="'controls'"/></xsl:call-template>
        <informaltable role="soa">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="t:text('soa.control')"/></th>
              <th scope="col"><xsl:value-of select="t:text('soa.title')"/></th>
              <th scope="col"><xsl:value-of select="t:text('soa.necessary')"/></th>
              <th scope="col"><xsl:value-of select="t:text('soa.why')"/></th>
              <th scope="col"><xsl:value-of select="t:text('soa.implemented')"/></th>
            </tr>
          </thead>
          <xsl:apply-templates select="$t:soa-catalogs[@use = 'own']" mode="mp:customer"/>
          <xsl:apply-templates select="$t:soa-catalogs[@use != 'own'][@name = $t:annex/@name]" mode="mp:customer"/>
          <xsl:apply-templates select="$t:soa-catalogs[@use != 'own'][not(@name = $t:annex/@name)]" mode="mp:customer"/>
        </informaltable>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:catalog" mode="mp:customer">
    <xsl:apply-templates select="descendant-or-self::*[self::i:catalog or self::i:group][i:control]" mode="mp:customer-group"/>
  </xsl:template>
  <xsl:template match="i:catalog | i:group" mode="mp:customer-group">
    <tbody>
      <tr role="group">
        <th colspan="5" scope="colgroup"><xsl:apply-templates select="." mode="m:theme"/></th>
      </tr>
      <xsl:apply-templates select="i:control/descendant-or-self::i:control[not(@withdrawn = 'true')]" mode="mp:customer"/>
    </tbody>
  </xsl:template>

  <xsl:template match="i:control" mode="mp:customer">
    <xsl:variable name="answer" select="key('answer', @ref)"/>
    <xsl:variable name="state" select="t:state($answer)"/>
    <tr>
      <th scope="row"><xsl:value-of select="@label"/></th>
      <td role="title"><xsl:value-of select="@title"/></td>
      <td role="necessary">
        <xsl:apply-templates select="." mode="m:soa-necessary"><xsl:with-param name="state" select="$state"/></xsl:apply-templates>
      </td>
      <td role="why">
        <xsl:choose>
          <xsl:when test="$state = 'excluded'"><xsl:apply-templates select="$answer/i:exclusion" mode="mp:customer"/></xsl:when>
          <xsl:when test="$state != 'undecided'"><xsl:call-template name="t:customer-reasons"><xsl:with-param name="answer" select="$answer"/></xsl:call-template></xsl:when>
        </xsl:choose>
      </td>
      <td role="implemented">
        <xsl:if test="$state != 'undecided' and $state != 'excluded'">
          <xsl:call-template name="t:badge">
            <xsl:with-param name="state" select="$state"/>
            <xsl:with-param name="text" select="t:level-or($answer, t:text(concat('soa.is-', $state)))"/>
          </xsl:call-template>
        </xsl:if>
      </td>
    </tr>
    <xsl:call-template name="t:taken"/>
  </xsl:template>

  <!-- Why a control is out, as it was written, unless that names a risk or a piece of evidence. -->
  <xsl:template match="i:exclusion" mode="mp:customer">
    <xsl:variable name="named" select="key('register', 'risks')/i:row[@id and contains(current(), @id)] | key('register', 'evidence')/i:row[@id and contains(current(), @id)]"/>
    <xsl:choose>
      <xsl:when test="$named"><xsl:value-of select="t:text('customer.excluded')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The kinds of reasons, not the reasons: a risk's title says where we are weak. -->
  <xsl:template name="t:customer-reasons">
    <xsl:param name="answer"/>
    <xsl:variable name="named" select="t:reasons(@ref)"/>
    <xsl:variable name="legal">
      <xsl:apply-templates select="$named[@register = 'legal']" mode="m:reason-kind"/>
      <xsl:for-each select="$answer/i:because"><xsl:value-of select="concat(@kind, ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="kinds">
      <xsl:if test="$named[@register = 'risks']"><xsl:value-of select="concat(', ', t:text('customer.risk'))"/></xsl:if>
      <xsl:if test="contains($legal, 'law ')"><xsl:value-of select="concat(', ', t:text('customer.law'))"/></xsl:if>
      <xsl:if test="contains($legal, 'contract ') or contains($legal, 'obligation ') or contains($legal, 'standard ')"><xsl:value-of select="concat(', ', t:text('customer.contract'))"/></xsl:if>
      <xsl:if test="$named[@register = 'interested-parties']"><xsl:value-of select="concat(', ', t:text('customer.party'))"/></xsl:if>
      <xsl:if test="contains($legal, 'decision ')"><xsl:value-of select="concat(', ', t:text('customer.decision'))"/></xsl:if>
    </xsl:variable>
    <xsl:value-of select="t:capital(substring($kinds, 3))"/>
  </xsl:template>

</xsl:stylesheet>
