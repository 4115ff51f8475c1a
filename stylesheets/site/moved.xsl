<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands at the former address of a page: it leads to the new one. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:collection/rw:entry" mode="m:moved"/>
  </xsl:template>

  <xsl:template match="rw:entry" mode="m:moved">
    <html lang="{../@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="rw:title"/></title>
        <meta name="robots" content="noindex"/>
        <meta http-equiv="refresh" content="0; url={@href}"/>
        <link rel="canonical" href="{@href}"/>
      </head>
      <body>
        <main>
          <h1><a href="{@href}"><xsl:value-of select="rw:title"/></a></h1>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" mode="m:moved">
    <xsl:message terminate="yes">m:moved: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:moved" priority="-2"/>
</xsl:stylesheet>
