<?xml version="1.0" encoding="UTF-8"?>
<!-- Adzuna: jobs/job; the address differs for each place and says where visitors come from. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <jobs><out:items/></jobs>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'id')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'url')" mode="m:url"/>
      <xsl:apply-templates select="key('field', 'location')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'postcode')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'country')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'geo_lat')[key('field', 'geo_lng')]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'geo_lng')[key('field', 'geo_lat')]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'salary_min')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'salary_max')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'salary_frequency')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'salary_currency')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'contract_type')[1]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'contract_time')[1]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'date')" mode="m:plain"/>
    </job>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:url">
    <url><out:cdata><xsl:value-of select="."/>utm_source=adzuna&amp;job=<xsl:value-of select="../@item"/><xsl:value-of select="key('field', 'fragment')"/></out:cdata></url>
  </xsl:template>

  <xsl:template match="*" mode="m:url">
    <xsl:message terminate="yes">m:url: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:url"/>
</xsl:stylesheet>
