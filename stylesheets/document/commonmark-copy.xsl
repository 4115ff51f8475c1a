<?xml version="1.0" encoding="UTF-8"?>
<!-- Prose into an md:document: as it is, but for headings (below the part's own) and term links (their text). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://commonmark.org/xml/1.0"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md m">

  <xsl:template match="md:*" mode="m:copy">
    <xsl:element name="{local-name()}" namespace="http://commonmark.org/xml/1.0">
      <xsl:copy-of select="@type | @tight | @start | @delim | @info | @destination | @title"/>
      <xsl:apply-templates select="node()" mode="m:copy"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="md:text | md:code | md:code_block" mode="m:copy">
    <xsl:element name="{local-name()}" namespace="http://commonmark.org/xml/1.0">
      <xsl:copy-of select="@info"/>
      <xsl:value-of select="."/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="md:heading" mode="m:copy">
    <heading level="3"><xsl:apply-templates select="node()" mode="m:copy"/></heading>
  </xsl:template>
  <xsl:template match="rw:opening//md:heading | rw:collection/rw:about//md:heading
                       | /rw:term/rw:definition//md:heading" mode="m:copy">
    <heading level="2"><xsl:apply-templates select="node()" mode="m:copy"/></heading>
  </xsl:template>

  <!-- The remarks of an item stand at the end of its first paragraph. -->
  <xsl:template match="rw:*/md:paragraph[not(preceding-sibling::md:*)]" mode="m:copy">
    <paragraph>
      <xsl:apply-templates select="node()" mode="m:copy"/>
      <xsl:apply-templates select=".." mode="m:tags"/>
    </paragraph>
  </xsl:template>

  <xsl:template match="rw:term" mode="m:copy">
    <xsl:apply-templates select="node()" mode="m:copy"/>
  </xsl:template>

  <!-- Tables stay in our namespace, with inline content in their cells. -->
  <xsl:template match="rw:table | rw:row" mode="m:copy">
    <xsl:element name="rw:{local-name()}" namespace="urn:rolewright:1">
      <xsl:copy-of select="@header"/>
      <xsl:apply-templates select="rw:*" mode="m:copy"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="rw:caption" mode="m:copy">
    <rw:caption><xsl:value-of select="."/></rw:caption>
  </xsl:template>
  <xsl:template match="rw:cell" mode="m:copy">
    <rw:cell>
      <xsl:copy-of select="@align"/>
      <xsl:apply-templates select="." mode="m:inline"/>
    </rw:cell>
  </xsl:template>

  <!-- What an element holds, as inlines: those of its paragraph, or its own. -->
  <xsl:template match="*" mode="m:inline">
    <xsl:apply-templates select="md:* | rw:term" mode="m:copy"/>
  </xsl:template>
  <xsl:template match="*[md:paragraph]" mode="m:inline">
    <xsl:apply-templates select="md:paragraph" mode="m:inline"/>
  </xsl:template>
  <xsl:template match="md:paragraph" mode="m:inline">
    <xsl:apply-templates select="node()" mode="m:copy"/>
  </xsl:template>
  <xsl:template match="md:paragraph[preceding-sibling::md:paragraph]" mode="m:inline">
    <text><xsl:text> </xsl:text></text>
    <xsl:apply-templates select="node()" mode="m:copy"/>
  </xsl:template>

  <xsl:template match="*" mode="m:copy">
    <xsl:message terminate="yes">m:copy: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:copy"/>
  <xsl:template match="text() | @*" mode="m:inline"/>
</xsl:stylesheet>
