<?xml version="1.0" encoding="UTF-8"?>
<!-- Careerjet: jobs/job, with the place in three parts. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>
  <xsl:import href="salary.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <jobs><out:items/></jobs>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'id')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
      <location>
        <xsl:apply-templates select="key('field', 'city')" mode="m:field"/>
        <xsl:apply-templates select="key('field', 'region')" mode="m:field"/>
        <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
      </location>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'company_url')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'contract_type')[1]" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'working_hours')[1]" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'currency')[key('field', 'salary-min') or key('field', 'salary-max')]" mode="m:salary"/>
      <xsl:apply-templates select="key('field', 'application_email')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'job_reference')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'apply_url')" mode="m:field"/>
    </job>
  </xsl:template>
</xsl:stylesheet>
