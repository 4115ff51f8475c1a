<?xml version="1.0" encoding="UTF-8"?>
<!-- Indeed: source/job, every value in CDATA, HTML without entities. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>
  <xsl:import href="salary.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <source>
      <xsl:apply-templates select="key('field', 'publisher')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'publisherurl')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'lastBuildDate')" mode="m:plain"/>
      <out:items/>
    </source>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'date')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'referencenumber')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'requisitionid')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:url"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'sourcename')" mode="m:field"/>
      <xsl:apply-templates select="." mode="m:location"/>
      <xsl:apply-templates select="key('field', 'email')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'currency')[key('field', 'salary-min') or key('field', 'salary-max')]" mode="m:salary"/>
      <xsl:apply-templates select="key('field', 'education')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'jobtype')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'years')" mode="m:experience"/>
      <xsl:apply-templates select="key('field', 'expirationdate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'remotetype')" mode="m:field"/>
    </job>
  </xsl:template>

  <!-- Visitors from the board can be told from others. -->
  <xsl:template match="rw:field" mode="m:url">
    <url><out:cdata><xsl:value-of select="."/>source=Indeed<xsl:value-of select="key('field', 'fragment')"/></out:cdata></url>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:location">
    <xsl:apply-templates select="key('field', 'city')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'state')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'postalcode')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'streetaddress')" mode="m:field"/>
  </xsl:template>

  <!-- Work from anywhere: the board wants this word for a city, and no state. -->
  <xsl:template match="rw:posting[not(rw:place) and rw:workplace/@mode = 'remote']" mode="m:location">
    <city><out:cdata>Remote</out:cdata></city>
    <state/>
    <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
    <postalcode/>
  </xsl:template>

  <!-- '$60000 - $80000 per year', 'from USD 40 per hour': no thousands, and never without a period. -->
  <xsl:template match="rw:field" mode="m:salary">
    <salary>
      <out:cdata>
        <xsl:apply-templates select="/rw:posting/rw:pay" mode="m:salary-start"/>
        <xsl:apply-templates select="key('field', 'salary-min') | key('field', 'salary-max')" mode="m:amount"/>
        <xsl:value-of select="concat(' ', key('field', 'period'))"/>
      </out:cdata>
    </salary>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:amount">
    <xsl:if test="position() &gt; 1"> - </xsl:if>
    <xsl:value-of select="key('field', 'sign')"/>
    <xsl:if test="not(key('field', 'sign'))"><xsl:value-of select="concat(key('field', 'currency'), ' ')"/></xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:experience">
    <experience><out:cdata><xsl:value-of select="concat(., '+ years')"/></out:cdata></experience>
  </xsl:template>

  <xsl:template match="*" mode="m:url">
    <xsl:message terminate="yes">m:url: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:location">
    <xsl:message terminate="yes">m:location: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:amount">
    <xsl:message terminate="yes">m:amount: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:experience">
    <xsl:message terminate="yes">m:experience: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:url"/>
  <xsl:template match="text() | @*" mode="m:location"/>
  <xsl:template match="text() | @*" mode="m:amount"/>
  <xsl:template match="text() | @*" mode="m:experience"/>
</xsl:stylesheet>
