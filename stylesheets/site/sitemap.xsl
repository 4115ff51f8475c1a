<?xml version="1.0" encoding="UTF-8"?>
<!-- The map of the site for search engines. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:xhtml="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:collection" mode="m:map"/>
  </xsl:template>

  <xsl:template match="rw:collection" mode="m:map">
    <urlset><xsl:apply-templates select="rw:entry" mode="m:map"/></urlset>
  </xsl:template>

  <xsl:template match="rw:entry" mode="m:map">
    <url>
      <loc><xsl:value-of select="@href"/></loc>
      <xsl:apply-templates select="@lastmod" mode="m:map"/>
      <xsl:apply-templates select="rw:alternate" mode="m:map"/>
    </url>
  </xsl:template>

  <xsl:template match="@lastmod" mode="m:map">
    <lastmod><xsl:value-of select="."/></lastmod>
  </xsl:template>

  <xsl:template match="rw:alternate" mode="m:map">
    <xhtml:link rel="alternate" hreflang="{@xml:lang}" href="{@href}"/>
  </xsl:template>

  <xsl:template match="*" mode="m:map">
    <xsl:message terminate="yes">m:map: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:map" priority="-2"/>
</xsl:stylesheet>
