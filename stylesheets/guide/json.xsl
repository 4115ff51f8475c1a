<?xml version="1.0" encoding="UTF-8"?>
<!-- A guide as JSON: its questions, and the roles that it leads to. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="#default md rw m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/html-commonmark.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:guide" mode="m:json"/>
  </xsl:template>

  <xsl:template match="/rw:guide" mode="m:json">
    <fn:map>
      <fn:string key="documentType">guide</fn:string>
      <fn:string key="guideID"><xsl:value-of select="@id"/></fn:string>
      <fn:string key="title"><xsl:value-of select="rw:title"/></fn:string>
      <fn:map key="inLanguage">
        <fn:string key="language"><xsl:value-of select="@xml:lang"/></fn:string>
      </fn:map>
      <xsl:apply-templates select="@version | @status | @audience | @updated" mode="m:json"/>
      <xsl:apply-templates select="rw:summary" mode="m:json"/>
      <fn:array key="steps"><xsl:apply-templates select="rw:steps/rw:step" mode="m:json"/></fn:array>
      <fn:array key="roles"><xsl:apply-templates select="rw:outcomes/rw:outcome" mode="m:json"/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="@version | @status | @audience | @updated" mode="m:json">
    <fn:string key="{name()}"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:step" mode="m:json">
    <fn:map>
      <fn:string key="stepID"><xsl:value-of select="@id"/></fn:string>
      <fn:string key="question"><xsl:value-of select="rw:title"/></fn:string>
      <xsl:apply-templates select="rw:hint" mode="m:json"/>
      <fn:array key="answers"><xsl:apply-templates select="rw:answer" mode="m:json"/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:answer" mode="m:json">
    <fn:map>
      <fn:string key="answer"><xsl:copy-of select="text()"/></fn:string>
      <xsl:apply-templates select="@to | @role | rw:reason" mode="m:json"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="@to" mode="m:json">
    <fn:string key="stepID"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@role" mode="m:json">
    <fn:string key="positionID"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:outcome" mode="m:json">
    <fn:map>
      <xsl:apply-templates select="@role" mode="m:json"/>
      <fn:string key="title"><xsl:value-of select="rw:title"/></fn:string>
      <xsl:apply-templates select="rw:reason | rw:summary[not(../rw:reason)]" mode="m:json"/>
    </fn:map>
  </xsl:template>

  <!-- Prose as plain text. -->
  <xsl:template match="rw:summary | rw:hint | rw:reason" mode="m:json">
    <fn:string key="{local-name()}">
      <out:markup method="text"><xsl:apply-templates select="md:* | rw:table" mode="m:html"/></out:markup>
    </fn:string>
  </xsl:template>
  <xsl:template match="rw:outcome/rw:summary" mode="m:json" priority="1">
    <fn:string key="summary"><xsl:value-of select="@plain"/></fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:json">
    <xsl:message terminate="yes">m:json: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:json" priority="-2"/>
</xsl:stylesheet>
