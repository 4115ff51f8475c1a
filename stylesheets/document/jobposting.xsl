<?xml version="1.0" encoding="UTF-8"?>
<!-- A public posting as schema.org/JobPosting (linked data, in the form of XPath 3.1's JSON). Drafts have none.
     Whoever includes this defines m:job-text: what the page says, as out:markup. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="/rw:posting" mode="m:linked-data"/>

  <xsl:template match="/rw:posting[@audience = 'public' and not(@draft = 'yes') and not(@as = 'kit' or @as = 'description') and (rw:company/rw:name or @confidential = 'yes')]"
      mode="m:linked-data">
    <script type="application/ld+json">
      <out:markup method="json"><xsl:apply-templates select="." mode="m:job"/></out:markup>
    </script>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <fn:map>
      <fn:string key="@context">https://schema.org/</fn:string>
      <fn:string key="@type">JobPosting</fn:string>
      <fn:string key="title"><xsl:value-of select="rw:title"/></fn:string>
      <fn:string key="description"><xsl:apply-templates select="." mode="m:job-text"/></fn:string>
      <xsl:apply-templates select="rw:company[rw:name] | rw:agency[rw:name][not(../rw:company/rw:name)]" mode="m:identifier"/>
      <xsl:apply-templates select="rw:site/rw:canonical/@href | @posted | @closes | @starts | @openings" mode="m:job"/>
      <xsl:apply-templates select="@employment" mode="m:job"/>
      <xsl:apply-templates select="@hours-text" mode="m:job"/>
      <xsl:apply-templates select="rw:company[rw:name]" mode="m:job"/>
      <xsl:apply-templates select="@confidential[. = 'yes'][not(../rw:company/rw:name)]" mode="m:job"/>
      <xsl:apply-templates select="." mode="m:job-place"/>
      <xsl:apply-templates select="rw:pay[@min and @currency]" mode="m:job"/>
      <xsl:apply-templates select="." mode="m:job-education"/>
      <xsl:apply-templates select="." mode="m:job-experience"/>
      <xsl:apply-templates select="rw:occupations/rw:occupation[@scheme = 'onet-soc'][1]" mode="m:job"/>
      <xsl:apply-templates select="rw:skills[rw:skill]" mode="m:job"/>
      <xsl:apply-templates select="rw:apply/@direct" mode="m:job"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:company | rw:agency" mode="m:identifier">
    <fn:map key="identifier">
      <fn:string key="@type">PropertyValue</fn:string>
      <fn:string key="name"><xsl:value-of select="rw:name"/></fn:string>
      <fn:string key="value"><xsl:value-of select="/*/@id"/></fn:string>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:canonical/@href" mode="m:job">
    <fn:string key="url"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@posted" mode="m:job">
    <fn:string key="datePosted"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@closes" mode="m:job">
    <fn:string key="validThrough"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@starts" mode="m:job">
    <fn:string key="jobStartDate"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@openings" mode="m:job">
    <fn:number key="totalJobOpenings"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@hours-text" mode="m:job">
    <fn:string key="workHours"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:company" mode="m:job">
    <fn:map key="hiringOrganization">
      <fn:string key="@type">Organization</fn:string>
      <fn:string key="name"><xsl:value-of select="rw:name"/></fn:string>
      <xsl:apply-templates select="@url | rw:brand/@logo-url" mode="m:job"/>
    </fn:map>
  </xsl:template>
  <!-- The word that search engines expect where the employer stays unnamed. -->
  <xsl:template match="@confidential" mode="m:job">
    <fn:map key="hiringOrganization">
      <fn:string key="@type">Organization</fn:string>
      <fn:string key="name">confidential</fn:string>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:company/@url" mode="m:job">
    <fn:string key="sameAs"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:brand/@logo-url" mode="m:job">
    <fn:string key="logo"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <!-- Pay: the employer's own figures only; some periods have no name there. -->
  <xsl:template match="rw:pay" mode="m:job"/>
  <xsl:template match="rw:pay[@period = 'hour' or @period = 'day' or @period = 'week' or @period = 'month' or @period = 'year']"
      mode="m:job">
    <fn:map key="baseSalary">
      <fn:string key="@type">MonetaryAmount</fn:string>
      <fn:string key="currency"><xsl:value-of select="@currency"/></fn:string>
      <fn:map key="value">
        <fn:string key="@type">QuantitativeValue</fn:string>
        <fn:number key="minValue"><xsl:value-of select="@min"/></fn:number>
        <xsl:apply-templates select="@max" mode="m:job"/>
        <fn:string key="unitText"><xsl:apply-templates select="@period" mode="m:unit"/></fn:string>
      </fn:map>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:pay/@max" mode="m:job">
    <fn:number key="maxValue"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@period[. = 'hour']" mode="m:unit">HOUR</xsl:template>
  <xsl:template match="@period[. = 'day']" mode="m:unit">DAY</xsl:template>
  <xsl:template match="@period[. = 'week']" mode="m:unit">WEEK</xsl:template>
  <xsl:template match="@period[. = 'month']" mode="m:unit">MONTH</xsl:template>
  <xsl:template match="@period[. = 'year']" mode="m:unit">YEAR</xsl:template>

  <xsl:template match="rw:apply/@direct" mode="m:job">
    <fn:boolean key="directApply"><xsl:value-of select=". = 'yes'"/></fn:boolean>
  </xsl:template>

  <xsl:template match="rw:occupation" mode="m:job">
    <fn:string key="occupationalCategory"><xsl:value-of select="@code"/></fn:string>
  </xsl:template>
  <xsl:template match="rw:skills" mode="m:job">
    <fn:array key="skills"><xsl:apply-templates select="rw:skill" mode="m:job"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:skill" mode="m:job">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:job">
    <xsl:message terminate="yes">m:job: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:linked-data">
    <xsl:message terminate="yes">m:linked-data: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:identifier">
    <xsl:message terminate="yes">m:identifier: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:job-text">
    <xsl:message terminate="yes">m:job-text: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:unit">
    <xsl:message terminate="yes">m:unit: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:job" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:linked-data"/>
  <xsl:template match="text() | @*" mode="m:identifier"/>
  <xsl:template match="text() | @*" mode="m:job-text"/>
  <xsl:template match="text() | @*" mode="m:unit"/>
</xsl:stylesheet>
