<?xml version="1.0" encoding="UTF-8"?>
<!-- Talent.com: source/job, every value in CDATA. -->
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
      <xsl:apply-templates select="key('field', 'lastbuilddate')" mode="m:plain"/>
      <out:items/>
    </source>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'referencenumber')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'city')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'state')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'dateposted')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'expirationdate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'streetaddress')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'postalcode')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'jobtype')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'currency')[key('field', 'salary-min') or key('field', 'salary-max')]" mode="m:salary"/>
    </job>
  </xsl:template>
</xsl:stylesheet>
