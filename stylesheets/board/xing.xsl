<?xml version="1.0" encoding="UTF-8"?>
<!-- XING: feed/postings/posting, all places in one. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <feed>
      <postings><out:items/></postings>
    </feed>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <posting>
      <xsl:apply-templates select="key('field', 'id')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'job_title')" mode="m:field"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
      <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'company_name')" mode="m:field"/>
      <job_locations>
        <xsl:apply-templates select="rw:place[@city and @country]" mode="m:location"/>
      </job_locations>
      <xsl:apply-templates select="." mode="m:reply"/>
      <xsl:apply-templates select="key('field', 'company_profile_url')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'job_code')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'discipline_id')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'language')" mode="m:plain"/>
    </posting>
  </xsl:template>

  <xsl:template match="rw:place" mode="m:location">
    <job_location>
      <city><out:cdata><xsl:value-of select="@city"/></out:cdata></city>
      <country><out:cdata><xsl:value-of select="@country"/></out:cdata></country>
    </job_location>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:reply">
    <xsl:apply-templates select="key('field', 'reply_setting')" mode="m:plain"/>
    <xsl:apply-templates select="key('field', 'reply_email')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'reply_url')" mode="m:field"/>
  </xsl:template>

  <xsl:template match="*" mode="m:location">
    <xsl:message terminate="yes">m:location: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:reply">
    <xsl:message terminate="yes">m:reply: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:location"/>
  <xsl:template match="text() | @*" mode="m:reply"/>
</xsl:stylesheet>
