<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page. A driver defines, for its root element: m:heading (the title, text), m:description (text),
     m:head (more for the head), m:main (the content, with the h1). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:include href="navigation.xsl"/>
  <xsl:include href="frame.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:*" mode="m:page"/>
  </xsl:template>

  <xsl:template match="/rw:*" mode="m:page">
    <html lang="{@xml:lang}">
      <xsl:apply-templates select="@dir" mode="m:page"/>
      <xsl:apply-templates select="rw:company/rw:brand" mode="m:page"/>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:apply-templates select="." mode="m:head-title"/></title>
        <xsl:apply-templates select="." mode="m:meta"/>
        <xsl:apply-templates select="rw:site" mode="m:links"/>
        <xsl:apply-templates select="rw:css" mode="m:page"/>
        <xsl:apply-templates select="." mode="m:head"/>
      </head>
      <body>
        <a class="rw-skip" href="#content"><xsl:value-of select="key('word', 'ui.skip')"/></a>
        <xsl:apply-templates select="rw:site" mode="m:header"/>
        <main id="content" tabindex="-1">
          <xsl:apply-templates select="." mode="m:banner"/>
          <xsl:apply-templates select="." mode="m:main"/>
        </main>
        <xsl:apply-templates select="." mode="m:footer"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="@dir" mode="m:page">
    <xsl:copy/>
  </xsl:template>

  <!-- The brand fills the sheet's custom properties. -->
  <xsl:template match="rw:brand" mode="m:page"/>
  <xsl:template match="rw:brand[@colour or @colour-dark or @font]" mode="m:page">
    <xsl:attribute name="style">
      <xsl:apply-templates select="@colour | @colour-dark | @font" mode="m:property"/>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="@colour | @colour-dark" mode="m:property">
    <xsl:text>--rw-</xsl:text>
    <xsl:value-of select="name()"/>
    <xsl:text>:</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>;</xsl:text>
  </xsl:template>
  <!-- One family is quoted here; a list of families comes with its quotes. -->
  <xsl:template match="@font" mode="m:property">
    <xsl:text>--rw-font:'</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>';</xsl:text>
  </xsl:template>
  <xsl:template match="@font[contains(., ',')]" mode="m:property">
    <xsl:text>--rw-font:</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>;</xsl:text>
  </xsl:template>

  <!-- A page that stands alone brings its sheet along. -->
  <xsl:template match="rw:css" mode="m:page">
    <style><xsl:value-of select="."/></style>
  </xsl:template>

  <xsl:template match="/rw:*" mode="m:head-title">
    <xsl:apply-templates select="." mode="m:heading"/>
    <xsl:apply-templates select="rw:site/@title" mode="m:head-title"/>
  </xsl:template>
  <xsl:template match="rw:site/@title" mode="m:head-title">
    <xsl:text> – </xsl:text>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="/rw:*" mode="m:meta">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="m:heading"/></xsl:variable>
    <xsl:variable name="description"><xsl:apply-templates select="." mode="m:description"/></xsl:variable>
    <xsl:if test="string($description)">
      <meta name="description" content="{$description}"/>
    </xsl:if>
    <meta name="generator" content="{@generator}"/>
    <xsl:apply-templates select="@audience[. = 'internal'] | @draft[. = 'yes']" mode="m:meta"/>
    <meta property="og:title" content="{$title}"/>
    <xsl:if test="string($description)">
      <meta property="og:description" content="{$description}"/>
    </xsl:if>
    <meta property="og:type" content="website"/>
    <xsl:apply-templates select="rw:site/@title | rw:site/rw:canonical" mode="m:meta"/>
  </xsl:template>

  <xsl:template match="@audience" mode="m:meta">
    <meta name="robots" content="noindex"/>
  </xsl:template>
  <xsl:template match="@draft" mode="m:meta">
    <xsl:if test="not(../@audience = 'internal')">
      <meta name="robots" content="noindex"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:site/@title" mode="m:meta">
    <meta property="og:site_name" content="{.}"/>
  </xsl:template>
  <xsl:template match="rw:canonical" mode="m:meta">
    <meta property="og:url" content="{@href}"/>
  </xsl:template>

  <!-- What must be seen before anything else is read. -->
  <xsl:template match="/rw:*" mode="m:banner">
    <xsl:apply-templates select="rw:site[rw:crumb]" mode="m:crumbs"/>
    <xsl:apply-templates select="rw:notice-internal | @draft[. = 'yes'] | self::rw:role/rw:title/@xml:lang
                                 | self::rw:term/rw:label/@xml:lang" mode="m:banner"/>
  </xsl:template>
  <xsl:template match="rw:notice-internal" mode="m:banner">
    <p class="rw-banner"><strong><xsl:value-of select="@label"/></strong></p>
  </xsl:template>
  <xsl:template match="rw:title/@xml:lang | rw:label/@xml:lang" mode="m:banner">
    <p class="rw-small"><xsl:value-of select="key('word', 'ui.untranslated')"/></p>
  </xsl:template>
  <xsl:template match="@draft" mode="m:banner">
    <p class="rw-banner"><strong><xsl:value-of select="key('word', 'draft')"/></strong></p>
  </xsl:template>

  <!-- A text that is not in the page's language says so. -->
  <xsl:template match="@xml:lang" mode="m:lang">
    <xsl:attribute name="lang"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <xsl:template match="*" mode="m:page">
    <xsl:message terminate="yes">m:page: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:meta">
    <xsl:message terminate="yes">m:meta: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:banner">
    <xsl:message terminate="yes">m:banner: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:head-title">
    <xsl:message terminate="yes">m:head-title: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:heading">
    <xsl:message terminate="yes">m:heading: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:description">
    <xsl:message terminate="yes">m:description: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:main">
    <xsl:message terminate="yes">m:main: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:property">
    <xsl:message terminate="yes">m:property: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:lang">
    <xsl:message terminate="yes">m:lang: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="/rw:*" mode="m:head" priority="0"/>
  <xsl:template match="*" mode="m:head">
    <xsl:message terminate="yes">m:head: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:page" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:meta" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:banner" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:head-title" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:heading" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:description" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:main" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:property" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:lang" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:head" priority="-2"/>
</xsl:stylesheet>
