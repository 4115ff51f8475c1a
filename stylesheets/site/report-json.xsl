<?xml version="1.0" encoding="UTF-8"?>
<!-- What an export did, as JSON: every attribute is a member, every kind of child a list. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:report" mode="m:map"/>
  </xsl:template>

  <xsl:template match="rw:report" mode="m:map">
    <fn:map>
      <xsl:apply-templates select="@date | @output | @generator" mode="m:member"/>
      <fn:array key="boards"><xsl:apply-templates select="rw:board" mode="m:map"/></fn:array>
      <fn:array key="brokenPostings"><xsl:apply-templates select="rw:broken/rw:refused" mode="m:map"/></fn:array>
      <xsl:apply-templates select="rw:broken/@refused-more" mode="m:more"/>
      <fn:array key="leftOut"><xsl:apply-templates select="rw:left-out" mode="m:map"/></fn:array>
      <xsl:apply-templates select="@left-out-more" mode="m:more"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:board" mode="m:map">
    <fn:map>
      <xsl:apply-templates select="@id | @name" mode="m:member"/>
      <xsl:apply-templates select="@items | @postings | @refused | @warned | @before | @added | @gone | @stamped" mode="m:number"/>
      <xsl:apply-templates select="@refused-more | @warned-more | @added-more | @gone-more" mode="m:more"/>
      <fn:boolean key="replaced"><xsl:apply-templates select="@replaced" mode="m:truth"/></fn:boolean>
      <fn:array key="files"><xsl:apply-templates select="rw:file/@href" mode="m:text"/></fn:array>
      <fn:array key="findings"><xsl:apply-templates select="rw:finding" mode="m:map"/></fn:array>
      <fn:array key="refusedPostings"><xsl:apply-templates select="rw:refused" mode="m:map"/></fn:array>
      <fn:array key="warnedPostings"><xsl:apply-templates select="rw:warned" mode="m:map"/></fn:array>
      <fn:array key="addedPostings"><xsl:apply-templates select="rw:added" mode="m:map"/></fn:array>
      <fn:array key="gonePostings"><xsl:apply-templates select="rw:gone" mode="m:map"/></fn:array>
      <fn:array key="addedIds"><xsl:apply-templates select="rw:added/@id" mode="m:text"/></fn:array>
      <fn:array key="goneIds"><xsl:apply-templates select="rw:gone/@id" mode="m:text"/></fn:array>
    </fn:map>
  </xsl:template>

  <!-- How many are in no list. -->
  <xsl:template match="@refused-more" mode="m:more">
    <fn:number key="refusedMore"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="rw:broken/@refused-more" mode="m:more">
    <fn:number key="brokenMore"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@warned-more" mode="m:more">
    <fn:number key="warnedMore"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@added-more" mode="m:more">
    <fn:number key="addedMore"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@gone-more" mode="m:more">
    <fn:number key="goneMore"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@left-out-more" mode="m:more">
    <fn:number key="leftOutMore"><xsl:value-of select="."/></fn:number>
  </xsl:template>

  <xsl:template match="rw:refused | rw:warned" mode="m:map">
    <fn:map>
      <xsl:apply-templates select="@id | @posting | @place | @title" mode="m:member"/>
      <fn:array key="findings"><xsl:apply-templates select="rw:finding" mode="m:map"/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:added | rw:gone" mode="m:map">
    <fn:map><xsl:apply-templates select="@id | @title" mode="m:member"/></fn:map>
  </xsl:template>

  <xsl:template match="rw:finding" mode="m:map">
    <fn:map>
      <xsl:apply-templates select="@code | @severity | @message | @hint | @file" mode="m:member"/>
      <xsl:apply-templates select="@line | @column" mode="m:number"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:left-out" mode="m:map">
    <fn:map><xsl:apply-templates select="@posting | @title | @why | @boards" mode="m:member"/></fn:map>
  </xsl:template>

  <xsl:template match="@*" mode="m:member">
    <fn:string key="{name()}"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@*" mode="m:number">
    <fn:number key="{name()}"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@*" mode="m:text">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@replaced" mode="m:truth">false</xsl:template>
  <xsl:template match="@replaced[. = 'yes']" mode="m:truth">true</xsl:template>

  <xsl:template match="*" mode="m:map">
    <xsl:message terminate="yes">m:map: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:more">
    <xsl:message terminate="yes">m:more: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:member">
    <xsl:message terminate="yes">m:member: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:number">
    <xsl:message terminate="yes">m:number: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:text">
    <xsl:message terminate="yes">m:text: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:truth">
    <xsl:message terminate="yes">m:truth: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:map"/>
  <xsl:template match="text()" mode="m:member"/>
  <xsl:template match="text()" mode="m:more"/>
  <xsl:template match="text()" mode="m:number"/>
  <xsl:template match="text()" mode="m:text"/>
  <xsl:template match="text() | @*" mode="m:truth" priority="-2"/>
</xsl:stylesheet>
