<?xml version="1.0" encoding="UTF-8"?>
<!-- Fields of a board as elements: the values are ready in rw:board, key('field', NAME).
     m:field: an element of the same name with CDATA; m:plain: with plain text; m:list: one with all values;
     m:value and m:values: the text alone; m:description: the text of the posting. A board's stylesheet defines m:job for a posting and m:feed around them. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:key name="field" match="/*/rw:board/rw:field" use="@name"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:posting" mode="m:job"/>
    <xsl:apply-templates select="rw:feed" mode="m:feed"/>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:field">
    <xsl:element name="{@name}"><out:cdata><xsl:value-of select="."/></out:cdata></xsl:element>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:plain">
    <xsl:element name="{@name}"><xsl:value-of select="."/></xsl:element>
  </xsl:template>

  <!-- The first of several values stands for all. -->
  <xsl:template match="rw:field" mode="m:list"/>
  <xsl:template match="rw:field[not(@name = preceding-sibling::rw:field/@name)]" mode="m:list">
    <xsl:element name="{@name}">
      <out:cdata><xsl:apply-templates select="key('field', @name)" mode="m:values"/></out:cdata>
    </xsl:element>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:value">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:values">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- The text of the posting, with the tags that the board knows: it is written once for all boards that know the same. -->
  <xsl:template match="rw:posting" mode="m:description">
    <out:markup method="html" field="description" ref="description">
      <xsl:copy-of select="rw:board/@tags | rw:board/@entities"/>
    </out:markup>
  </xsl:template>

  <xsl:template match="*" mode="m:description">
    <xsl:message terminate="yes">m:description: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:job">
    <xsl:message terminate="yes">m:job: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:feed">
    <xsl:message terminate="yes">m:feed: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:field">
    <xsl:message terminate="yes">m:field: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:plain">
    <xsl:message terminate="yes">m:plain: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:list">
    <xsl:message terminate="yes">m:list: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:value">
    <xsl:message terminate="yes">m:value: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:values">
    <xsl:message terminate="yes">m:values: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:description"/>
  <xsl:template match="text() | @*" mode="m:job"/>
  <xsl:template match="text() | @*" mode="m:feed"/>
  <xsl:template match="text() | @*" mode="m:field"/>
  <xsl:template match="text() | @*" mode="m:plain"/>
  <xsl:template match="text() | @*" mode="m:list"/>
  <xsl:template match="text() | @*" mode="m:value"/>
  <xsl:template match="text() | @*" mode="m:values"/>
</xsl:stylesheet>
