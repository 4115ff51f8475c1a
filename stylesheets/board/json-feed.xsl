<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON Feed 1.1. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <fn:map>
      <fn:string key="version">https://jsonfeed.org/version/1.1</fn:string>
      <fn:string key="title"><xsl:value-of select="key('field', 'feed-title')"/></fn:string>
      <xsl:apply-templates select="key('field', 'home_page_url')" mode="m:member"/>
      <fn:string key="language"><xsl:value-of select="key('field', 'feed-language')"/></fn:string>
      <fn:array key="items"><out:items/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <fn:map>
      <xsl:apply-templates select="key('field', 'id')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'url')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'title')" mode="m:member"/>
      <fn:string key="content_html"><xsl:apply-templates select="." mode="m:description"/></fn:string>
      <xsl:apply-templates select="key('field', 'summary')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'date_published')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'date_modified')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'author')" mode="m:list-of"/>
      <xsl:apply-templates select="key('field', 'tag')" mode="m:list-of"/>
      <xsl:apply-templates select="key('field', 'language')" mode="m:member"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:member">
    <fn:string key="{@name}"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:field[@name = 'author']" mode="m:list-of">
    <fn:array key="authors"><fn:map><fn:string key="name"><xsl:value-of select="."/></fn:string></fn:map></fn:array>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'tag']" mode="m:list-of">
    <fn:array key="tags"><fn:string><xsl:value-of select="."/></fn:string></fn:array>
  </xsl:template>

  <xsl:template match="*" mode="m:member">
    <xsl:message terminate="yes">m:member: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:list-of">
    <xsl:message terminate="yes">m:list-of: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:member"/>
  <xsl:template match="text() | @*" mode="m:list-of"/>
</xsl:stylesheet>
