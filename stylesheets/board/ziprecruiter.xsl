<?xml version="1.0" encoding="UTF-8"?>
<!-- ZipRecruiter: source/job. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

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
      <xsl:apply-templates select="key('field', 'referencenumber')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'country')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'city')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'state')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'postalcode')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'date')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'jobtype')[1]" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'compensation_min')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'compensation_max')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'compensation_interval')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'compensation_currency')" mode="m:plain"/>
    </job>
  </xsl:template>
</xsl:stylesheet>
