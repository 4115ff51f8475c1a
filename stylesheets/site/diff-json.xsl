<?xml version="1.0" encoding="UTF-8"?>
<!-- Two roles, item by item, as JSON. -->
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
    <xsl:apply-templates select="rw:collection/rw:diff" mode="m:json"/>
  </xsl:template>

  <xsl:template match="rw:diff" mode="m:json">
    <fn:map>
      <xsl:apply-templates select="rw:side" mode="m:json"/>
      <xsl:apply-templates select="rw:pay" mode="m:json"/>
      <fn:array key="sections"><xsl:apply-templates select="rw:section" mode="m:json"/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:side" mode="m:json">
    <fn:map key="{@which}">
      <fn:string key="id"><xsl:value-of select="@id"/></fn:string>
      <fn:string key="title"><xsl:value-of select="rw:title"/></fn:string>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:pay" mode="m:json">
    <fn:map key="pay"><xsl:apply-templates select="rw:*" mode="m:json"/></fn:map>
  </xsl:template>
  <xsl:template match="rw:pay/rw:*" mode="m:json">
    <fn:string key="{name()}"><xsl:value-of select="@text"/></fn:string>
    <xsl:apply-templates select="@change-text" mode="m:json"/>
  </xsl:template>
  <xsl:template match="rw:pay/rw:*/@change-text" mode="m:json">
    <fn:string key="change"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:section" mode="m:json">
    <fn:map>
      <fn:string key="name"><xsl:value-of select="@name"/></fn:string>
      <fn:string key="label"><xsl:value-of select="@label"/></fn:string>
      <fn:array key="changes"><xsl:apply-templates select="rw:change" mode="m:json"/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:json">
    <fn:map>
      <fn:string key="kind"><xsl:value-of select="@kind"/></fn:string>
      <fn:string key="id"><xsl:value-of select="@id"/></fn:string>
      <xsl:apply-templates select="@from | @label" mode="m:json"/>
      <xsl:apply-templates select="rw:a | rw:b" mode="m:json"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:change/@from | rw:change/@label" mode="m:json">
    <fn:string key="{name()}"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:change/rw:*" mode="m:json">
    <fn:string key="{name()}">
      <out:markup method="text"><xsl:apply-templates select="." mode="m:flow"/></out:markup>
    </fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:json">
    <xsl:message terminate="yes">m:json: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:json" priority="-2"/>
</xsl:stylesheet>
