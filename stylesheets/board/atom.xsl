<?xml version="1.0" encoding="UTF-8"?>
<!-- Atom 1.0 (RFC 4287): feed/entry. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/Atom"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <feed>
      <xsl:copy-of select="@xml:lang"/>
      <id><xsl:value-of select="key('field', 'feed-link')"/></id>
      <title><xsl:value-of select="key('field', 'feed-title')"/></title>
      <updated><xsl:value-of select="key('field', 'feed-updated')"/></updated>
      <link rel="alternate" type="text/html" href="{key('field', 'feed-link')}"/>
      <author><name><xsl:value-of select="key('field', 'feed-author')"/></name></author>
      <generator><xsl:value-of select="key('field', 'generator')"/></generator>
      <out:items/>
    </feed>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <entry>
      <xsl:copy-of select="@xml:lang"/>
      <id><xsl:value-of select="key('field', 'id')"/></id>
      <title><xsl:value-of select="key('field', 'title')"/></title>
      <updated><xsl:value-of select="key('field', 'updated')"/></updated>
      <xsl:apply-templates select="key('field', 'published')" mode="m:entry"/>
      <link rel="alternate" type="text/html" href="{key('field', 'id')}"/>
      <xsl:apply-templates select="key('field', 'author')" mode="m:entry"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:entry"/>
      <xsl:apply-templates select="key('field', 'summary')" mode="m:entry"/>
      <content type="html"><xsl:apply-templates select="." mode="m:description"/></content>
    </entry>
  </xsl:template>

  <xsl:template match="rw:field[@name = 'published']" mode="m:entry">
    <published><xsl:value-of select="."/></published>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'author']" mode="m:entry">
    <author><name><xsl:value-of select="."/></name></author>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'category']" mode="m:entry">
    <category term="{.}"/>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'summary']" mode="m:entry">
    <summary><xsl:value-of select="."/></summary>
  </xsl:template>

  <xsl:template match="*" mode="m:entry">
    <xsl:message terminate="yes">m:entry: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:entry"/>
</xsl:stylesheet>
