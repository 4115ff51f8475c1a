<?xml version="1.0" encoding="UTF-8"?>
<!-- Swiss Job-Room: interface/jobs/job, the text as one advertisement in the language of the posting. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <interface>
      <jobs>
        <xsl:apply-templates select="key('field', 'number_of_jobs')" mode="m:plain"/>
        <out:items/>
      </jobs>
    </interface>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <job>
      <xsl:apply-templates select="key('field', 'id')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'valid_from')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'valid_to')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'work_location_zip')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'work_location_city')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'work_location_country')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'jobgroup_id')[1]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'quota_from')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'quota_to')" mode="m:plain"/>
      <xsl:apply-templates select="." mode="m:advertisement"/>
    </job>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:advertisement">
    <advertisement>
      <xsl:apply-templates select="key('field', 'language')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'company_name')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'jobdetail_url')" mode="m:field"/>
    </advertisement>
  </xsl:template>

  <!-- Words only. -->
  <xsl:template match="rw:posting" mode="m:description">
    <out:markup method="text" field="description" ref="description"/>
  </xsl:template>

  <xsl:template match="*" mode="m:advertisement">
    <xsl:message terminate="yes">m:advertisement: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:advertisement"/>
</xsl:stylesheet>
