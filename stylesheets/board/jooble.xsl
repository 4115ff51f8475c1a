<?xml version="1.0" encoding="UTF-8"?>
<!-- Jooble: jobs/job, with the id as its one attribute. -->
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
    <job id="{key('field', 'id')}">
      <xsl:apply-templates select="key('field', 'link')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'name')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'region')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'pubdate')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'updated')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'currency')[key('field', 'salary-min') or key('field', 'salary-max')]" mode="m:salary"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'expire')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'jobtype')" mode="m:list"/>
    </job>
  </xsl:template>
</xsl:stylesheet>
