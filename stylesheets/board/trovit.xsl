<?xml version="1.0" encoding="UTF-8"?>
<!-- Trovit: trovit/ad, every value in CDATA. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>
  <xsl:import href="salary.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <trovit><out:items/></trovit>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <ad>
      <xsl:apply-templates select="key('field', 'id')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:field"/>
      <content><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></content>
      <xsl:apply-templates select="." mode="m:place"/>
      <xsl:apply-templates select="key('field', 'currency')[key('field', 'salary-min') or key('field', 'salary-max')]" mode="m:salary"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'experience')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'studies')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'requirements')[1]" mode="m:lines"/>
      <xsl:apply-templates select="key('field', 'contract')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'working_hours')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'date')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'expiration_date')" mode="m:field"/>
    </ad>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:place">
    <xsl:apply-templates select="key('field', 'address')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'city')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'postcode')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'region')" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'latitude')[key('field', 'longitude')]" mode="m:field"/>
    <xsl:apply-templates select="key('field', 'longitude')[key('field', 'latitude')]" mode="m:field"/>
  </xsl:template>

  <!-- The first of several values stands for all: each in a line of its own. -->
  <xsl:template match="rw:field" mode="m:lines">
    <xsl:element name="{@name}">
      <out:cdata><xsl:apply-templates select="key('field', @name)" mode="m:line"/></out:cdata>
    </xsl:element>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:line">
    <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="*" mode="m:place">
    <xsl:message terminate="yes">m:place: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:lines">
    <xsl:message terminate="yes">m:lines: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:line">
    <xsl:message terminate="yes">m:line: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:place"/>
  <xsl:template match="text() | @*" mode="m:lines"/>
  <xsl:template match="text() | @*" mode="m:line"/>
</xsl:stylesheet>
