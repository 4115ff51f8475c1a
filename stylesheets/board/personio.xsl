<?xml version="1.0" encoding="UTF-8"?>
<!-- The XML that career pages of Personio give: the text in parts, several places in one position. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:html="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="html rw m">

  <xsl:import href="fields.xsl"/>
  <xsl:import href="parts.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <workzag-jobs><out:items/></workzag-jobs>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <position>
      <xsl:apply-templates select="key('field', 'id')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'company')" mode="m:subcompany"/>
      <xsl:apply-templates select="key('field', 'office')[1]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'office')[2]" mode="m:more"/>
      <xsl:apply-templates select="key('field', 'department')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'name')" mode="m:plain"/>
      <jobDescriptions>
        <xsl:apply-templates select="rw:description/*" mode="m:part"/>
      </jobDescriptions>
      <xsl:apply-templates select="key('field', 'employmentType')[1]" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'seniority')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'schedule')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'yearsOfExperience')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'keywords')[1]" mode="m:keywords"/>
      <xsl:apply-templates select="key('field', 'occupationCategory')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'createdAt')" mode="m:plain"/>
    </position>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:subcompany">
    <subcompany><xsl:value-of select="."/></subcompany>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:more">
    <additionalOffices>
      <xsl:apply-templates select="key('field', @name)[position() &gt; 1]" mode="m:plain"/>
    </additionalOffices>
  </xsl:template>

  <xsl:template match="html:*" mode="m:part">
    <jobDescription>
      <name><xsl:apply-templates select="." mode="m:heading"/></name>
      <value><out:cdata><xsl:apply-templates select="." mode="m:text"/></out:cdata></value>
    </jobDescription>
  </xsl:template>

  <!-- Commas part keywords; a keyword with one is two. -->
  <xsl:template match="rw:field" mode="m:keywords">
    <keywords><xsl:apply-templates select="key('field', @name)" mode="m:keyword"/></keywords>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:keyword">
    <xsl:if test="position() &gt; 1">,</xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="*" mode="m:subcompany">
    <xsl:message terminate="yes">m:subcompany: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:more">
    <xsl:message terminate="yes">m:more: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:part">
    <xsl:message terminate="yes">m:part: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:keywords">
    <xsl:message terminate="yes">m:keywords: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:keyword">
    <xsl:message terminate="yes">m:keyword: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:subcompany"/>
  <xsl:template match="text() | @*" mode="m:more"/>
  <xsl:template match="text() | @*" mode="m:part"/>
  <xsl:template match="text() | @*" mode="m:keywords"/>
  <xsl:template match="text() | @*" mode="m:keyword"/>
</xsl:stylesheet>
