<?xml version="1.0" encoding="UTF-8"?>
<!-- A role or posting as one CommonMark document (md:document, with rw:table).
     From it come Markdown, text, LaTeX, man and Word. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://commonmark.org/xml/1.0"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md m">

  <xsl:include href="words.xsl"/>
  <xsl:include href="order.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="commonmark-copy.xsl"/>
  <xsl:include href="commonmark-sections.xsl"/>
  <xsl:include href="commonmark-items.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:*" mode="m:document"/>
  </xsl:template>

  <xsl:template match="/rw:role | /rw:posting" mode="m:document">
    <document title="{rw:title}" lang="{@xml:lang}" date="{@date}">
      <xsl:apply-templates select="@dir | rw:company/rw:brand/@*" mode="m:document"/>
      <xsl:apply-templates select="rw:notice-internal | @draft[. = 'yes']" mode="m:document"/>
      <heading level="1"><text><xsl:value-of select="rw:title"/></text></heading>
      <xsl:apply-templates select="." mode="m:form"/>
      <xsl:apply-templates select="rw:opening/md:* | rw:opening/rw:table" mode="m:copy"/>
      <xsl:apply-templates select="." mode="m:overview"/>
      <xsl:apply-templates select="." mode="m:sections"/>
      <xsl:apply-templates select="rw:made" mode="m:document"/>
      <xsl:apply-templates select="rw:attributions/rw:attribution[not(@data-only = 'yes')]/md:*" mode="m:copy"/>
    </document>
  </xsl:template>

  <xsl:template match="/rw:role | /rw:posting" mode="m:overview">
    <xsl:variable name="facts"><xsl:apply-templates select="." mode="m:facts"/></xsl:variable>
    <xsl:if test="string($facts)">
      <heading level="2"><text><xsl:value-of select="key('word', 'ui.facts')"/></text></heading>
      <list type="bullet" tight="true"><xsl:copy-of select="$facts"/></list>
    </xsl:if>
  </xsl:template>

  <!-- A table to fill in. -->
  <xsl:template match="/rw:*" mode="m:form"/>
  <xsl:template match="/rw:*[@as = 'kit']" mode="m:form">
    <rw:table>
      <rw:row header="yes">
        <rw:cell><text><xsl:value-of select="key('word', 'ui.candidate')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.interviewer')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.date')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.total')"/></text></rw:cell>
      </rw:row>
      <rw:row><rw:cell/><rw:cell/><rw:cell/><rw:cell/></rw:row>
    </rw:table>
  </xsl:template>

  <!-- Word takes these from the company; the other formats leave them alone. -->
  <xsl:template match="@dir | @font | @colour | @logo-data | @logo-type | @logo-width | @logo-height" mode="m:document">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="rw:notice-internal" mode="m:document">
    <paragraph><strong><text><xsl:value-of select="@label"/></text></strong></paragraph>
  </xsl:template>

  <xsl:template match="@draft" mode="m:document">
    <paragraph><strong><text><xsl:value-of select="key('word', 'draft')"/></text></strong></paragraph>
  </xsl:template>

  <xsl:template match="rw:made" mode="m:document">
    <thematic_break/>
    <paragraph><emph><text><xsl:value-of select="@text"/></text></emph></paragraph>
  </xsl:template>

  <xsl:template match="*" mode="m:document">
    <xsl:message terminate="yes">m:document: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:overview">
    <xsl:message terminate="yes">m:overview: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:document" priority="-2"/>
  <xsl:template match="*" mode="m:form">
    <xsl:message terminate="yes">m:form: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:overview"/>
  <xsl:template match="text() | @*" mode="m:form"/>
</xsl:stylesheet>
