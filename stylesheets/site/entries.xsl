<?xml version="1.0" encoding="UTF-8"?>
<!-- Roles, postings and terms as entries of a list. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="rw:roles | rw:postings | rw:guides | rw:group" mode="m:cards">
    <ul class="rw-cards"><xsl:apply-templates select="rw:entry" mode="m:card"/></ul>
  </xsl:template>

  <xsl:template match="rw:entry" mode="m:card">
    <li>
      <h3><xsl:apply-templates select="." mode="m:link"/></h3>
      <xsl:apply-templates select="." mode="m:card-body"/>
    </li>
  </xsl:template>

  <!-- Right below the title of the page, a card is a heading of the second level. -->
  <xsl:template match="rw:collection/rw:entry" mode="m:card">
    <li>
      <h2><xsl:apply-templates select="." mode="m:link"/></h2>
      <xsl:apply-templates select="." mode="m:card-body"/>
    </li>
  </xsl:template>

  <xsl:template match="rw:entry" mode="m:link">
    <a href="{@href}">
      <xsl:apply-templates select="rw:title/@xml:lang" mode="m:lang"/>
      <xsl:value-of select="rw:title"/>
    </a>
  </xsl:template>

  <xsl:template match="rw:entry" mode="m:card-body">
    <xsl:apply-templates select="rw:summary" mode="m:card-line"/>
    <xsl:apply-templates select="rw:count" mode="m:card-line"/>
  </xsl:template>

  <xsl:template match="rw:entry[@kind = 'posting']" mode="m:card-body">
    <p class="rw-meta">
      <xsl:apply-templates select="@draft[. = 'yes']" mode="m:card-part"/>
      <xsl:apply-templates select="rw:company/rw:name | rw:company/@name" mode="m:card-part"/>
      <xsl:apply-templates select="@confidential[. = 'yes'][not(../rw:company)]" mode="m:card-part"/>
      <xsl:apply-templates select="rw:place" mode="m:card-part"/>
      <xsl:apply-templates select="rw:workplace" mode="m:card-part"/>
      <xsl:apply-templates select="rw:employment" mode="m:card-part"/>
    </p>
    <xsl:apply-templates select="rw:pay/@text-long" mode="m:card-line"/>
    <xsl:apply-templates select="rw:summary" mode="m:card-line"/>
    <p class="rw-meta">
      <xsl:apply-templates select="@posted-text | @closes-text" mode="m:card-part"/>
    </p>
  </xsl:template>
  <xsl:template match="rw:summary" mode="m:card-line">
    <p>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:value-of select="@plain"/>
      <xsl:value-of select="text()"/>
    </p>
  </xsl:template>
  <xsl:template match="rw:pay/@text-long" mode="m:card-line">
    <p><strong><xsl:value-of select="."/></strong></p>
  </xsl:template>
  <xsl:template match="rw:count" mode="m:card-line">
    <p class="rw-meta"><xsl:value-of select="."/></p>
  </xsl:template>

  <xsl:template match="rw:name | @name" mode="m:card-part">
    <span><xsl:value-of select="."/></span>
  </xsl:template>
  <xsl:template match="@confidential" mode="m:card-part">
    <span><xsl:value-of select="key('word', 'ui.confidential')"/></span>
  </xsl:template>
  <xsl:template match="@draft" mode="m:card-part">
    <span><strong><xsl:value-of select="key('word', 'draft')"/></strong></span>
  </xsl:template>
  <xsl:template match="rw:place | rw:employment" mode="m:card-part">
    <span><xsl:value-of select="@text"/></span>
  </xsl:template>
  <xsl:template match="rw:workplace" mode="m:card-part">
    <span><xsl:value-of select="@mode-text"/></span>
  </xsl:template>
  <xsl:template match="@posted-text" mode="m:card-part">
    <span>
      <xsl:value-of select="key('word', 'ui.posted')"/>
      <xsl:text> </xsl:text>
      <time datetime="{../@posted}"><xsl:value-of select="."/></time>
    </span>
  </xsl:template>
  <xsl:template match="@closes-text" mode="m:card-part">
    <span>
      <xsl:value-of select="key('word', 'ui.closes')"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="m:card-date"/>
    </span>
  </xsl:template>
  <xsl:template match="@closes-text" mode="m:card-date">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="@closes-text[../@closes]" mode="m:card-date">
    <time datetime="{../@closes}"><xsl:value-of select="."/></time>
  </xsl:template>

  <!-- A long list has several pages. -->
  <xsl:template match="rw:collection" mode="m:pages"/>
  <xsl:template match="rw:collection[rw:page]" mode="m:pages">
    <nav class="rw-letters" aria-label="{key('word', 'ui.pages')}">
      <ul><xsl:apply-templates select="rw:page" mode="m:pages"/></ul>
    </nav>
  </xsl:template>
  <xsl:template match="rw:page" mode="m:pages">
    <li><a href="{@href}"><xsl:value-of select="@number"/></a></li>
  </xsl:template>
  <xsl:template match="rw:page[@current = 'yes']" mode="m:pages">
    <li><a href="{@href}" aria-current="page"><xsl:value-of select="@number"/></a></li>
  </xsl:template>

  <xsl:template match="*" mode="m:cards">
    <xsl:message terminate="yes">m:cards: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:card">
    <xsl:message terminate="yes">m:card: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:link">
    <xsl:message terminate="yes">m:link: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:card-body">
    <xsl:message terminate="yes">m:card-body: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:card-line">
    <xsl:message terminate="yes">m:card-line: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:card-part">
    <xsl:message terminate="yes">m:card-part: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:card-date">
    <xsl:message terminate="yes">m:card-date: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:pages">
    <xsl:message terminate="yes">m:pages: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:cards" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:card" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:link" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:card-body" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:card-line" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:card-part" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:card-date" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:pages" priority="-2"/>
</xsl:stylesheet>
