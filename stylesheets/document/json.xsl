<?xml version="1.0" encoding="UTF-8"?>
<!-- A role or posting as JSON. Names are those of HR Open JobDescriptionType, then JobPostingType, then our own. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="#default md rw m">

  <xsl:include href="words.xsl"/>
  <xsl:include href="html-commonmark.xsl"/>
  <xsl:include href="json-places.xsl"/>
  <xsl:include href="json-items.xsl"/>
  <xsl:include href="json-requirements.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:role | rw:posting" mode="m:json"/>
  </xsl:template>

  <xsl:template match="/rw:role | /rw:posting" mode="m:json">
    <fn:map>
      <xsl:apply-templates select="." mode="m:json-head"/>
      <xsl:apply-templates select="." mode="m:json-employment"/>
      <xsl:apply-templates select="." mode="m:json-content"/>
      <xsl:apply-templates select="." mode="m:json-requirements"/>
      <xsl:apply-templates select="." mode="m:json-people"/>
      <xsl:apply-templates select="." mode="m:json-internal"/>
      <xsl:apply-templates select="rw:attributions" mode="m:json"/>
    </fn:map>
  </xsl:template>

  <!-- What it is. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-head">
    <fn:string key="documentType"><xsl:value-of select="name()"/></fn:string>
    <fn:string key="positionID"><xsl:value-of select="@id"/></fn:string>
    <fn:string key="title"><xsl:value-of select="rw:title"/></fn:string>
    <xsl:apply-templates select="rw:other-titles[rw:title]" mode="m:json"/>
    <fn:map key="inLanguage">
      <fn:string key="language"><xsl:value-of select="@xml:lang"/></fn:string>
    </fn:map>
    <xsl:apply-templates mode="m:json"
        select="@version | @status | @audience | @updated | @posted | @closes | @starts | @openings"/>
    <xsl:apply-templates select="rw:family | rw:level | rw:seniority" mode="m:json"/>
    <xsl:apply-templates select="rw:occupations[rw:occupation]" mode="m:json"/>
    <xsl:apply-templates select="@confidential[. = 'yes']" mode="m:json"/>
    <xsl:apply-templates select="rw:company[rw:name] | rw:agency[rw:name]" mode="m:json"/>
  </xsl:template>

  <!-- Where, when, for what. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-employment">
    <xsl:apply-templates select="." mode="m:json-where"/>
    <xsl:apply-templates select="@employment-text | @hours-text" mode="m:json"/>
    <xsl:apply-templates select="rw:pay[@min and @currency]" mode="m:json"/>
    <xsl:apply-templates select="rw:pay" mode="m:json-pay"/>
    <xsl:if test="rw:benefits//rw:benefit">
      <fn:array key="jobBenefits">
        <xsl:apply-templates select="rw:benefits//rw:benefit" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:apply-templates select="rw:apply" mode="m:json"/>
  </xsl:template>
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-where">
    <xsl:apply-templates select="rw:place[1] | rw:workplace" mode="m:json"/>
    <xsl:if test="rw:place[2]">
      <fn:array key="furtherLocations">
        <xsl:apply-templates select="rw:place[position() != 1]" mode="m:json-place"/>
      </fn:array>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:pay" mode="m:json-pay">
    <xsl:if test="rw:commission">
      <fn:array key="incentiveCompensation">
        <xsl:apply-templates select="rw:commission" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="rw:other or rw:agreement or rw:note">
      <fn:array key="payNotes">
        <xsl:apply-templates select="rw:other | rw:agreement | rw:note" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
  </xsl:template>

  <!-- What there is to do. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-content">
    <xsl:if test="rw:opening or rw:summary">
      <fn:array key="descriptions">
        <xsl:apply-templates select="rw:opening | rw:summary" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:apply-templates mode="m:json"
        select="rw:responsibilities[rw:*] | rw:competencies[rw:*] | rw:skills[rw:*] | rw:kpis[rw:*]"/>
    <xsl:apply-templates select="rw:scope | rw:media[rw:*]" mode="m:json"/>
    <xsl:if test="rw:travel">
      <fn:array key="travelRequirements">
        <xsl:apply-templates select="rw:travel/@percent-text | rw:travel[md:*]" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="rw:notices/rw:notice[@kind = 'disclaimer']">
      <fn:array key="disclaimers">
        <xsl:apply-templates select="rw:notices/rw:notice[@kind = 'disclaimer']" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="rw:notices/rw:notice[not(@kind = 'disclaimer')]">
      <fn:array key="notices">
        <xsl:apply-templates select="rw:notices/rw:notice[not(@kind = 'disclaimer')]" mode="m:json-item"/>
      </fn:array>
    </xsl:if>
  </xsl:template>

  <!-- Who is above, beside and next. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-people">
    <xsl:apply-templates select="rw:reports-to[rw:*] | rw:works-with[rw:*] | rw:grows-into[rw:*]" mode="m:json"/>
  </xsl:template>

  <!-- There is something of this only for an internal audience. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-internal">
    <xsl:apply-templates select="@job-code | @requisition | @owner | @review-by" mode="m:json"/>
    <xsl:apply-templates select="rw:direct-reports | rw:classification" mode="m:json"/>
    <xsl:if test="rw:working-conditions/rw:condition[@physical = 'yes']">
      <fn:array key="physicalRequirements">
        <xsl:apply-templates select="rw:working-conditions/rw:condition[@physical = 'yes']" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="rw:working-conditions/rw:condition[not(@physical = 'yes')]">
      <fn:array key="workingConditions">
        <xsl:apply-templates select="rw:working-conditions/rw:condition[not(@physical = 'yes')]" mode="m:json-line"/>
      </fn:array>
    </xsl:if>
    <xsl:apply-templates select="rw:interview[rw:*] | rw:scorecard[rw:*] | rw:first-90-days[rw:*]" mode="m:json"/>
  </xsl:template>

  <!-- Prose as plain text. -->
  <xsl:template match="*" mode="m:json-line">
    <fn:string>
      <out:markup method="text"><xsl:apply-templates select="md:* | rw:table" mode="m:html"/></out:markup>
    </fn:string>
  </xsl:template>
  <xsl:template match="rw:pay/rw:*" mode="m:json-line">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:pay/rw:agreement[@name]" mode="m:json-line">
    <fn:string>
      <xsl:value-of select="@name"/>
      <xsl:if test="text()">: </xsl:if>
      <xsl:value-of select="."/>
    </fn:string>
  </xsl:template>
  <xsl:template match="text()" mode="m:json-line"/>
  <xsl:template match="@*" mode="m:json-line">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:json">
    <xsl:message terminate="yes">m:json: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-head">
    <xsl:message terminate="yes">m:json-head: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-employment">
    <xsl:message terminate="yes">m:json-employment: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-where">
    <xsl:message terminate="yes">m:json-where: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-pay">
    <xsl:message terminate="yes">m:json-pay: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-content">
    <xsl:message terminate="yes">m:json-content: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-people">
    <xsl:message terminate="yes">m:json-people: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-internal">
    <xsl:message terminate="yes">m:json-internal: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:json" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-head" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-employment" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-where" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-pay" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-content" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-people" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-internal" priority="-2"/>
</xsl:stylesheet>
