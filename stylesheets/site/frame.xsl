<?xml version="1.0" encoding="UTF-8"?>
<!-- A page of the company around our content: its elements are copied; what has id="rolewright" is filled with the
     content, and the head gets title and description. Relative addresses in it count from the site's root. It brings
     its own styles; where ours are wanted, too, it links css/rolewright.css. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="/rw:*[rw:site/rw:frame/*]" mode="m:page" priority="1">
    <xsl:apply-templates select="rw:site/rw:frame/*" mode="m:frame"/>
  </xsl:template>

  <xsl:template match="*" mode="m:frame">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@* | node()" mode="m:frame"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[local-name() = 'html']" mode="m:frame">
    <html lang="{/rw:*/@xml:lang}">
      <xsl:apply-templates select="*" mode="m:frame"/>
    </html>
  </xsl:template>

  <!-- The head: the frame's, but for what each page says itself. -->
  <xsl:template match="*[local-name() = 'head']" mode="m:frame">
    <head>
      <xsl:apply-templates select="*" mode="m:frame"/>
      <title><xsl:apply-templates select="/rw:*" mode="m:head-title"/></title>
      <xsl:apply-templates select="/rw:*" mode="m:meta"/>
      <xsl:apply-templates select="/rw:*/rw:site/rw:canonical | /rw:*/rw:site/rw:alternate" mode="m:links"/>
      <xsl:apply-templates select="/rw:*" mode="m:head"/>
    </head>
  </xsl:template>
  <xsl:template match="*[local-name() = 'title'][local-name(..) = 'head']" mode="m:frame"/>
  <xsl:template match="*[local-name() = 'meta'][@name = 'description']" mode="m:frame"/>

  <!-- The place for the content. -->
  <xsl:template match="rw:frame//*[@id = 'rolewright']" mode="m:frame" priority="1">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@*" mode="m:frame"/>
      <xsl:apply-templates select="/rw:*" mode="m:banner"/>
      <xsl:apply-templates select="/rw:*" mode="m:main"/>
      <xsl:apply-templates select="/rw:*" mode="m:footer"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@*" mode="m:frame">
    <xsl:attribute name="{local-name()}"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
  <xsl:template match="rw:frame//@href | rw:frame//@src" mode="m:frame">
    <xsl:attribute name="{local-name()}">
      <xsl:if test="not(contains(., ':') or starts-with(., '/') or starts-with(., '#'))">
        <xsl:value-of select="/rw:*/@root"/>
      </xsl:if>
      <xsl:value-of select="."/>
    </xsl:attribute>
  </xsl:template>

  <!-- The frame's own text is public: it is a page of the company. -->
  <xsl:template match="text()" mode="m:frame"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
