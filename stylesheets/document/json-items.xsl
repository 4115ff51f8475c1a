<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON of a role or posting: its lists. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <!-- Lists. A group only stands around its items. -->
  <xsl:template match="rw:responsibilities" mode="m:json">
    <fn:array key="responsibilities">
      <xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/>
    </fn:array>
  </xsl:template>
  <xsl:template match="rw:competencies" mode="m:json">
    <fn:array key="competencies"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:skills" mode="m:json">
    <fn:array key="skills"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:kpis" mode="m:json">
    <fn:array key="kpis"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:other-titles" mode="m:json">
    <fn:array key="otherTitles"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-text"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:reports-to" mode="m:json">
    <fn:array key="reportingRelationships">
      <xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-text"/>
    </fn:array>
  </xsl:template>
  <xsl:template match="rw:works-with" mode="m:json">
    <fn:array key="worksWith"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-text"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:grows-into" mode="m:json">
    <fn:array key="growsInto"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-text"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:occupations" mode="m:json">
    <fn:array key="occupationCategories">
      <xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/>
    </fn:array>
  </xsl:template>
  <xsl:template match="rw:attributions" mode="m:json">
    <fn:array key="attributions"><xsl:apply-templates select="rw:attribution" mode="m:json-line"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:interview" mode="m:json">
    <fn:array key="interview"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:scorecard" mode="m:json">
    <fn:array key="scorecard"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:first-90-days" mode="m:json">
    <fn:array key="first90Days"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:media" mode="m:json">
    <fn:array key="media"><xsl:apply-templates select="rw:* | rw:group/rw:*" mode="m:json-item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:group" mode="m:json-item"/>

  <xsl:template match="rw:title | rw:position" mode="m:json-text">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:responsibility | rw:competency | rw:kpi | rw:notice | rw:question | rw:criterion
                       | rw:goal" mode="m:json-item">
    <fn:map>
      <xsl:apply-templates select="@id" mode="m:json-member"/>
      <fn:array key="descriptions"><xsl:apply-templates select="." mode="m:json-line"/></fn:array>
      <xsl:apply-templates mode="m:json-member"
          select="@essential | @share | @level | @target | @unit | @kind | @weight | @by-day"/>
      <xsl:apply-templates select="rw:measure | rw:good-answer" mode="m:json-member"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:skill" mode="m:json-item">
    <fn:map>
      <xsl:apply-templates select="@id" mode="m:json-member"/>
      <fn:string key="name"><xsl:value-of select="."/></fn:string>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:occupation" mode="m:json-item">
    <fn:map>
      <fn:string key="termCode"><xsl:value-of select="@code"/></fn:string>
      <xsl:apply-templates select="@name | @match" mode="m:json-member"/>
      <fn:map key="inDefinedTermSet"><fn:string key="name"><xsl:value-of select="@scheme"/></fn:string></fn:map>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:image | rw:video" mode="m:json-item">
    <fn:map>
      <fn:string key="url"><xsl:value-of select="@url"/></fn:string>
      <fn:string key="description"><xsl:value-of select="@alt"/></fn:string>
    </fn:map>
  </xsl:template>

  <!-- Members of items. -->
  <xsl:template match="@id" mode="m:json-member">
    <fn:string key="termCode"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@essential" mode="m:json-member">
    <fn:boolean key="essential"><xsl:value-of select=". = 'yes'"/></fn:boolean>
  </xsl:template>
  <xsl:template match="@share | @target | @weight" mode="m:json-member">
    <fn:number key="{name()}"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@by-day" mode="m:json-member">
    <fn:number key="byDay"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@level | @unit | @kind | @name | @match" mode="m:json-member">
    <fn:string key="{name()}"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:measure" mode="m:json-member">
    <fn:array key="measure"><xsl:apply-templates select="." mode="m:json-line"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:good-answer" mode="m:json-member">
    <fn:array key="goodAnswer"><xsl:apply-templates select="." mode="m:json-line"/></fn:array>
  </xsl:template>

  <!-- Scope, direct reports, class -->
  <xsl:template match="rw:scope" mode="m:json">
    <fn:map key="scope">
      <xsl:apply-templates mode="m:json-figure"
          select="@accounts-min | @accounts-max | @revenue-min | @revenue-max | @team-min | @team-max"/>
      <xsl:apply-templates select="@currency | @region" mode="m:json-figure"/>
      <xsl:apply-templates select="self::*[md:*]" mode="m:json-text"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:direct-reports" mode="m:json">
    <fn:map key="directReports">
      <xsl:apply-templates select="@min | @max" mode="m:json-figure"/>
      <xsl:apply-templates select="self::*[md:*]" mode="m:json-text"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:classification" mode="m:json">
    <fn:map key="classification">
      <xsl:apply-templates select="@exempt | @agreement" mode="m:json-figure"/>
      <xsl:apply-templates select="text()" mode="m:json-text"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:classification/text()" mode="m:json-text">
    <fn:array key="descriptions"><fn:string><xsl:value-of select="."/></fn:string></fn:array>
  </xsl:template>
  <xsl:template match="rw:scope | rw:direct-reports" mode="m:json-text">
    <fn:array key="descriptions"><xsl:apply-templates select="." mode="m:json-line"/></fn:array>
  </xsl:template>
  <xsl:template match="@min | @max" mode="m:json-figure">
    <fn:number key="{name()}"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@accounts-min" mode="m:json-figure">
    <fn:number key="accountsMin"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@accounts-max" mode="m:json-figure">
    <fn:number key="accountsMax"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@revenue-min" mode="m:json-figure">
    <fn:number key="revenueMin"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@revenue-max" mode="m:json-figure">
    <fn:number key="revenueMax"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@team-min" mode="m:json-figure">
    <fn:number key="teamMin"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@team-max" mode="m:json-figure">
    <fn:number key="teamMax"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="@currency | @region | @exempt | @agreement" mode="m:json-figure">
    <fn:string key="{name()}"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:json-item">
    <xsl:message terminate="yes">m:json-item: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-text">
    <xsl:message terminate="yes">m:json-text: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-member">
    <xsl:message terminate="yes">m:json-member: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-figure">
    <xsl:message terminate="yes">m:json-figure: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:json-item" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-text" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-member" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-figure" priority="-2"/>
</xsl:stylesheet>
