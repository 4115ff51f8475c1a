<?xml version="1.0" encoding="UTF-8"?>
<!-- Jobrapido: source/jobs/job, every value in CDATA, HTML without entities. -->
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
      <jobs><out:items/></jobs>
    </source>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'location')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'state')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'postalcode')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'website')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'publishdate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'expirydate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'email')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'reference_id')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'currency')[key('field', 'salary-min') or key('field', 'salary-max')]" mode="m:salary"/>
      <xsl:apply-templates select="key('field', 'education')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'jobtype')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'experience')" mode="m:field"/>
    </job>
  </xsl:template>
</xsl:stylesheet>
