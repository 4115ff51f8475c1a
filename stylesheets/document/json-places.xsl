<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON of a role or posting: plain values, organisation, place, pay. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:rolewright:1"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="/*/@version" mode="m:json">
    <fn:string key="version"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="/*/@status" mode="m:json">
    <fn:string key="status"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="/*/@audience" mode="m:json">
    <fn:string key="audience"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="/*/@owner" mode="m:json">
    <fn:string key="owner"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@job-code" mode="m:json">
    <fn:string key="jobCode"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@requisition" mode="m:json">
    <fn:string key="requisition"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@review-by" mode="m:json">
    <fn:string key="reviewBy"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@updated" mode="m:json">
    <fn:string key="dateModified"><xsl:value-of select="."/>T00:00:00Z</fn:string>
  </xsl:template>
  <xsl:template match="@posted" mode="m:json">
    <fn:string key="datePosted"><xsl:value-of select="."/>T00:00:00Z</fn:string>
  </xsl:template>
  <xsl:template match="@closes" mode="m:json">
    <fn:string key="validThrough"><xsl:value-of select="."/>T00:00:00Z</fn:string>
  </xsl:template>
  <xsl:template match="@starts" mode="m:json">
    <fn:string key="jobStartDate"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@openings" mode="m:json">
    <fn:number key="totalJobOpenings"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="rw:family" mode="m:json">
    <fn:string key="jobFamily"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:level" mode="m:json">
    <fn:string key="level"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:seniority" mode="m:json">
    <fn:array key="careerLevels">
      <fn:map><fn:string key="termCode"><xsl:value-of select="@level"/></fn:string></fn:map>
    </fn:array>
  </xsl:template>

  <xsl:template match="@employment-text" mode="m:json">
    <fn:array key="jobTerms">
      <fn:map>
        <fn:string key="name"><xsl:value-of select="."/></fn:string>
        <fn:string key="termCode"><xsl:value-of select="../@employment"/></fn:string>
      </fn:map>
    </fn:array>
  </xsl:template>
  <xsl:template match="@hours-text" mode="m:json">
    <fn:array key="workHours"><fn:string><xsl:value-of select="."/></fn:string></fn:array>
  </xsl:template>

  <xsl:template match="rw:pay" mode="m:json">
    <fn:array key="baseSalaries">
      <fn:map>
        <fn:string key="currency"><xsl:value-of select="@currency"/></fn:string>
        <fn:number key="minValue"><xsl:value-of select="@min"/></fn:number>
        <fn:number key="maxValue"><xsl:value-of select="@max"/></fn:number>
        <fn:string key="unitText"><xsl:value-of select="@period"/></fn:string>
        <xsl:apply-templates select="@split" mode="m:json"/>
        <fn:array key="descriptions"><fn:string><xsl:value-of select="@text-long"/></fn:string></fn:array>
      </fn:map>
    </fn:array>
  </xsl:template>

  <xsl:template match="@split" mode="m:json">
    <fn:string key="split"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="@confidential" mode="m:json">
    <fn:boolean key="confidential">true</fn:boolean>
  </xsl:template>
  <xsl:template match="rw:agency" mode="m:json">
    <fn:map key="agency"><fn:string key="name"><xsl:value-of select="rw:name"/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:company" mode="m:json">
    <fn:map key="hiringOrganization">
      <fn:string key="name"><xsl:value-of select="rw:name"/></fn:string>
      <xsl:apply-templates select="@url" mode="m:json"/>
      <xsl:if test="rw:about">
        <fn:array key="descriptions"><xsl:apply-templates select="rw:about" mode="m:json-line"/></fn:array>
      </xsl:if>
    </fn:map>
  </xsl:template>
  <xsl:template match="@url" mode="m:json">
    <fn:string key="url"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:workplace" mode="m:json">
    <fn:array key="jobLocationTypes"><fn:string><xsl:value-of select="@mode"/></fn:string></fn:array>
    <xsl:if test="rw:from">
      <fn:array key="applicantLocationRequirements">
        <xsl:apply-templates select="rw:from" mode="m:json-place"/>
      </fn:array>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:from" mode="m:json-place">
    <fn:map><fn:string key="name"><xsl:value-of select="@country"/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:from[@region]" mode="m:json-place">
    <fn:map><fn:string key="name"><xsl:value-of select="@country"/>-<xsl:value-of select="@region"/></fn:string></fn:map>
  </xsl:template>

  <xsl:template match="rw:place" mode="m:json">
    <fn:map key="jobLocation"><xsl:apply-templates select="." mode="m:json-address"/></fn:map>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:json-place">
    <fn:map><xsl:apply-templates select="." mode="m:json-address"/></fn:map>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:json-address">
    <fn:string key="name"><xsl:value-of select="@text"/></fn:string>
    <fn:map key="address">
      <xsl:apply-templates select="@street | @city | @postal-code | @country" mode="m:json-address"/>
      <xsl:apply-templates select="@region" mode="m:json-address"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="@street" mode="m:json-address">
    <fn:string key="line"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@city" mode="m:json-address">
    <fn:string key="city"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@postal-code" mode="m:json-address">
    <fn:string key="postalCode"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@country" mode="m:json-address">
    <fn:string key="countryCode"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@region" mode="m:json-address">
    <fn:array key="countrySubDivisions">
      <fn:map><fn:string key="value"><xsl:value-of select="."/></fn:string></fn:map>
    </fn:array>
  </xsl:template>

  <xsl:template match="rw:apply" mode="m:json">
    <fn:map key="application"><xsl:apply-templates select="@url | @email | @phone | rw:how" mode="m:json"/></fn:map>
  </xsl:template>
  <xsl:template match="@email" mode="m:json">
    <fn:string key="email"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@phone" mode="m:json">
    <fn:string key="telephone"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:how" mode="m:json">
    <fn:array key="instructions"><xsl:apply-templates select="." mode="m:json-line"/></fn:array>
  </xsl:template>

  <xsl:template match="*" mode="m:json-place">
    <xsl:message terminate="yes">m:json-place: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-address">
    <xsl:message terminate="yes">m:json-address: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:json-place" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-address" priority="-2"/>
</xsl:stylesheet>
