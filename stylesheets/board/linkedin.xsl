<?xml version="1.0" encoding="UTF-8"?>
<!-- LinkedIn: source/job, with the place once as text and once in parts. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <source>
      <xsl:apply-templates select="key('field', 'lastBuildDate')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'publisherUrl')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'publisher')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'expectedJobCount')" mode="m:field"/>
      <out:items/>
    </source>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'partnerJobId')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'applyUrl')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'companyId')" mode="m:field"/>
      <location><out:cdata><xsl:apply-templates select="." mode="m:location"/></out:cdata></location>
      <xsl:apply-templates select="key('field', 'city')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'state')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'postalCode')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'workplaceTypes')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'industryCode')[1]" mode="m:codes"/>
      <xsl:apply-templates select="key('field', 'experienceLevel')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'jobFunction')[1]" mode="m:codes"/>
      <xsl:apply-templates select="key('field', 'jobtype')[1]" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'salary-max')" mode="m:salary"/>
      <xsl:apply-templates select="key('field', 'listDate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'expirationDate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'posterEmail')" mode="m:field"/>
    </job>
  </xsl:template>

  <!-- 'Denver, CO', 'Hamburg, Germany'; where one may live anywhere, the country. -->
  <xsl:template match="rw:posting" mode="m:location">
    <xsl:value-of select="concat(key('field', 'city'), ', ', key('field', 'country-name'))"/>
  </xsl:template>
  <xsl:template match="rw:posting[rw:place/@country = 'US' and rw:place/@region]" mode="m:location">
    <xsl:value-of select="concat(key('field', 'city'), ', ', key('field', 'state'))"/>
  </xsl:template>
  <xsl:template match="rw:posting[not(rw:place/@city)]" mode="m:location">
    <xsl:value-of select="key('field', 'country-name')"/>
  </xsl:template>

  <xsl:template match="rw:field[@name = 'industryCode']" mode="m:codes">
    <industryCodes><xsl:apply-templates select="key('field', 'industryCode')" mode="m:field"/></industryCodes>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'jobFunction']" mode="m:codes">
    <jobFunctions><xsl:apply-templates select="key('field', 'jobFunction')" mode="m:field"/></jobFunctions>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:salary">
    <salaries>
      <salary>
        <highEnd><xsl:apply-templates select="." mode="m:amount"/></highEnd>
        <lowEnd><xsl:apply-templates select="key('field', 'salary-min')" mode="m:amount"/></lowEnd>
        <period><out:cdata><xsl:value-of select="key('field', 'period')"/></out:cdata></period>
        <type><out:cdata>BASE_SALARY</out:cdata></type>
      </salary>
    </salaries>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:amount">
    <amount><out:cdata><xsl:value-of select="."/></out:cdata></amount>
    <currencyCode><xsl:value-of select="key('field', 'currency')"/></currencyCode>
  </xsl:template>

  <xsl:template match="*" mode="m:location">
    <xsl:message terminate="yes">m:location: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:codes">
    <xsl:message terminate="yes">m:codes: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:salary">
    <xsl:message terminate="yes">m:salary: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:amount">
    <xsl:message terminate="yes">m:amount: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:location"/>
  <xsl:template match="text() | @*" mode="m:codes"/>
  <xsl:template match="text() | @*" mode="m:salary"/>
  <xsl:template match="text() | @*" mode="m:amount"/>
</xsl:stylesheet>
