<?xml version="1.0" encoding="UTF-8"?>
<!-- A guide as one CommonMark document: for Markdown, text, LaTeX, man and Word. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://commonmark.org/xml/1.0"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/commonmark-copy.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:key name="outcome" match="/rw:guide/rw:outcomes/rw:outcome" use="@role"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:guide" mode="m:document"/>
  </xsl:template>

  <xsl:template match="/rw:guide" mode="m:document">
    <document title="{rw:title}" lang="{@xml:lang}" date="{@date}">
      <xsl:apply-templates select="@dir | rw:company/rw:brand/@*" mode="m:document"/>
      <xsl:apply-templates select="rw:notice-internal/@label | @draft-text" mode="m:document"/>
      <heading level="1"><text><xsl:value-of select="rw:title"/></text></heading>
      <xsl:apply-templates select="rw:summary/md:* | rw:summary/rw:table" mode="m:copy"/>
      <xsl:apply-templates select="rw:steps/rw:step" mode="m:guide"/>
      <xsl:apply-templates select="rw:outcomes[rw:outcome]" mode="m:guide"/>
      <xsl:apply-templates select="rw:made" mode="m:document"/>
    </document>
  </xsl:template>

  <!-- Word takes these from the company; the other formats leave them alone. -->
  <xsl:template match="@dir | @font | @colour | @logo-data | @logo-type | @logo-width | @logo-height" mode="m:document">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="@label | @draft-text" mode="m:document">
    <paragraph><strong><text><xsl:value-of select="."/></text></strong></paragraph>
  </xsl:template>

  <xsl:template match="rw:made" mode="m:document">
    <thematic_break/>
    <paragraph><emph><text><xsl:value-of select="@text"/></text></emph></paragraph>
  </xsl:template>

  <xsl:template match="rw:step" mode="m:guide">
    <heading level="2">
      <text><xsl:value-of select="@number-text"/>: <xsl:value-of select="rw:title"/></text>
    </heading>
    <xsl:apply-templates select="rw:hint/md:*" mode="m:copy"/>
    <xsl:if test="rw:answer">
      <list type="bullet" tight="true"><xsl:apply-templates select="rw:answer" mode="m:guide"/></list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rw:answer" mode="m:guide">
    <item>
      <paragraph>
        <text><xsl:copy-of select="text()"/> → </text>
        <xsl:apply-templates select="@to-text | key('outcome', @role)/rw:title" mode="m:way"/>
        <xsl:apply-templates select="rw:reason" mode="m:way"/>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="@to-text" mode="m:way">
    <text><xsl:value-of select="."/></text>
  </xsl:template>
  <xsl:template match="rw:outcome/rw:title" mode="m:way">
    <strong><text><xsl:value-of select="."/></text></strong>
  </xsl:template>
  <xsl:template match="rw:answer/rw:reason" mode="m:way">
    <text>: </text>
    <xsl:apply-templates select="." mode="m:inline"/>
  </xsl:template>

  <xsl:template match="rw:outcomes" mode="m:guide">
    <heading level="2"><text><xsl:value-of select="key('word', 'ui.guide.short')"/></text></heading>
    <rw:table>
      <rw:row header="yes">
        <rw:cell><text><xsl:value-of select="key('word', 'ui.guide.role')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.guide.when')"/></text></rw:cell>
      </rw:row>
      <xsl:apply-templates select="rw:outcome" mode="m:guide"/>
    </rw:table>
  </xsl:template>

  <xsl:template match="rw:outcome" mode="m:guide">
    <rw:row>
      <rw:cell><strong><text><xsl:value-of select="rw:title"/></text></strong></rw:cell>
      <rw:cell>
        <xsl:apply-templates select="rw:reason | rw:summary[not(../rw:reason)]" mode="m:when"/>
      </rw:cell>
    </rw:row>
  </xsl:template>

  <xsl:template match="rw:outcome/rw:reason" mode="m:when">
    <xsl:apply-templates select="." mode="m:inline"/>
  </xsl:template>
  <xsl:template match="rw:outcome/rw:summary" mode="m:when">
    <text><xsl:value-of select="@plain"/></text>
  </xsl:template>

  <!-- Nothing here has remarks. -->
  <xsl:template match="rw:*" mode="m:tags"/>

  <xsl:template match="*" mode="m:document">
    <xsl:message terminate="yes">m:document: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:guide">
    <xsl:message terminate="yes">m:guide: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:way">
    <xsl:message terminate="yes">m:way: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:when">
    <xsl:message terminate="yes">m:when: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:tags">
    <xsl:message terminate="yes">m:tags: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:document" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:guide" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:way" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:when" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:tags" priority="-2"/>
</xsl:stylesheet>
