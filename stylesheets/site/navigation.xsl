<?xml version="1.0" encoding="UTF-8"?>
<!-- What surrounds the content: links in the head, header, breadcrumbs, languages, twins, footer. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:template match="rw:site" mode="m:links">
    <xsl:apply-templates select="@css-href" mode="m:links"/>
    <xsl:apply-templates select="rw:canonical | rw:alternate | rw:twin" mode="m:links"/>
  </xsl:template>
  <xsl:template match="@css-href" mode="m:links">
    <link rel="stylesheet" href="{.}"/>
  </xsl:template>
  <xsl:template match="rw:canonical" mode="m:links">
    <link rel="canonical" href="{@href}"/>
  </xsl:template>
  <xsl:template match="rw:alternate" mode="m:links">
    <link rel="alternate" hreflang="{@xml:lang}" href="{@href}"/>
  </xsl:template>
  <xsl:template match="rw:twin" mode="m:links"/>
  <xsl:template match="rw:twin[@format = 'md']" mode="m:links">
    <link rel="alternate" type="text/markdown" href="{@href}"/>
  </xsl:template>

  <!-- Header -->
  <xsl:template match="rw:site" mode="m:header">
    <header class="rw-header">
      <a class="rw-home" href="{@home-href}">
        <xsl:apply-templates select="../rw:company/rw:brand/@logo-href" mode="m:header"/>
        <xsl:value-of select="@title"/>
      </a>
      <nav aria-label="{key('word', 'ui.nav')}">
        <ul>
          <xsl:apply-templates select="@postings-href" mode="m:header"/>
          <xsl:apply-templates select="@roles-href" mode="m:header"/>
          <xsl:apply-templates select="@guides-href" mode="m:header"/>
          <xsl:apply-templates select="@matrix-href" mode="m:header"/>
          <xsl:apply-templates select="@glossary-href" mode="m:header"/>
          <xsl:apply-templates select="rw:nav/rw:link" mode="m:header"/>
        </ul>
      </nav>
      <xsl:if test="rw:alternate[not(@current = 'yes')]">
        <nav aria-label="{key('word', 'ui.languages')}" class="rw-languages">
          <ul><xsl:apply-templates select="rw:alternate" mode="m:header"/></ul>
        </nav>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template match="@logo-href" mode="m:header">
    <img class="rw-logo" src="{.}" alt=""/>
  </xsl:template>
  <xsl:template match="@postings-href" mode="m:header">
    <li><a href="{.}"><xsl:apply-templates select="/*/@name[. = 'postings']" mode="m:current"/>
      <xsl:value-of select="key('word', 'ui.nav.postings')"/></a></li>
  </xsl:template>
  <xsl:template match="@roles-href" mode="m:header">
    <li><a href="{.}"><xsl:apply-templates select="/*/@name[. = 'roles']" mode="m:current"/>
      <xsl:value-of select="key('word', 'ui.nav.roles')"/></a></li>
  </xsl:template>
  <xsl:template match="@guides-href" mode="m:header">
    <li><a href="{.}"><xsl:apply-templates select="/*/@name[. = 'guides']" mode="m:current"/>
      <xsl:value-of select="key('word', 'ui.nav.guides')"/></a></li>
  </xsl:template>
  <xsl:template match="@matrix-href" mode="m:header">
    <li><a href="{.}"><xsl:apply-templates select="/*/@name[. = 'matrix']" mode="m:current"/>
      <xsl:value-of select="key('word', 'ui.nav.matrix')"/></a></li>
  </xsl:template>
  <xsl:template match="@glossary-href" mode="m:header">
    <li><a href="{.}"><xsl:apply-templates select="/*/@name[. = 'glossary']" mode="m:current"/>
      <xsl:value-of select="key('word', 'ui.nav.glossary')"/></a></li>
  </xsl:template>
  <xsl:template match="rw:link" mode="m:header">
    <li><a href="{@href}"><xsl:value-of select="."/></a></li>
  </xsl:template>
  <xsl:template match="rw:alternate" mode="m:header">
    <li>
      <a href="{@href}" hreflang="{@xml:lang}" lang="{@xml:lang}">
        <xsl:apply-templates select="@current[. = 'yes']" mode="m:current"/>
        <xsl:value-of select="@label"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="@name" mode="m:current">
    <xsl:attribute name="aria-current">page</xsl:attribute>
  </xsl:template>

  <xsl:template match="@current" mode="m:current">
    <xsl:attribute name="aria-current">true</xsl:attribute>
  </xsl:template>

  <!-- Breadcrumbs -->
  <xsl:template match="rw:site" mode="m:crumbs">
    <nav aria-label="{key('word', 'ui.crumbs')}" class="rw-crumbs">
      <ol><xsl:apply-templates select="rw:crumb" mode="m:crumbs"/></ol>
    </nav>
  </xsl:template>
  <xsl:template match="rw:crumb" mode="m:crumbs">
    <li aria-current="page"><xsl:value-of select="."/></li>
  </xsl:template>
  <xsl:template match="rw:crumb[@href]" mode="m:crumbs">
    <li><a href="{@href}"><xsl:value-of select="."/></a></li>
  </xsl:template>

  <!-- The same document in other formats -->
  <xsl:template match="rw:site" mode="m:twins"/>
  <xsl:template match="rw:site[rw:twin]" mode="m:twins">
    <nav aria-label="{key('word', 'ui.twins')}" class="rw-twins">
      <ul>
        <xsl:apply-templates select="rw:twin" mode="m:twins"/>
        <li class="rw-js"><button type="button" id="copy" hidden="hidden" data-done="{key('word', 'ui.copied')}">
          <xsl:value-of select="key('word', 'ui.copy')"/></button></li>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template match="rw:twin" mode="m:twins">
    <li><a href="{@href}" download=""><xsl:value-of select="@label"/></a></li>
  </xsl:template>
  <xsl:template match="rw:twin[@format = 'md' or @format = 'txt' or @format = 'json']" mode="m:twins">
    <li><a href="{@href}"><xsl:value-of select="@label"/></a></li>
  </xsl:template>

  <!-- Footer -->
  <xsl:template match="/rw:*" mode="m:footer">
    <footer class="rw-footer">
      <xsl:apply-templates select="rw:site/rw:footer/md:*" mode="m:html"/>
      <xsl:apply-templates select="rw:made | @date-text[not(../rw:made)]" mode="m:footer"/>
      <xsl:apply-templates select="rw:attributions/rw:attribution" mode="m:footer"/>
    </footer>
  </xsl:template>
  <xsl:template match="rw:made" mode="m:footer">
    <p class="rw-made"><xsl:value-of select="@text"/></p>
  </xsl:template>
  <!-- Of the codes that it does not show, a page has those of O*NET, for search engines, where somebody is hired. -->
  <xsl:template match="rw:attribution" mode="m:footer">
    <div class="rw-small">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:*" mode="m:html"/>
    </div>
  </xsl:template>
  <xsl:template match="rw:attribution[@data-only = 'yes'][not(/rw:posting and @scheme = 'onet')]" mode="m:footer"/>
  <!-- A list is made of many versions: its date only. -->
  <xsl:template match="@date-text" mode="m:footer">
    <p class="rw-made">
      <xsl:value-of select="substring-before(key('word', 'made.unversioned'), '%1')"/>
      <time datetime="{../@date}"><xsl:value-of select="."/></time>
      <xsl:value-of select="substring-after(key('word', 'made.unversioned'), '%1')"/>
    </p>
  </xsl:template>

  <xsl:template match="*" mode="m:links">
    <xsl:message terminate="yes">m:links: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:header">
    <xsl:message terminate="yes">m:header: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:current">
    <xsl:message terminate="yes">m:current: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:crumbs">
    <xsl:message terminate="yes">m:crumbs: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:twins">
    <xsl:message terminate="yes">m:twins: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:footer">
    <xsl:message terminate="yes">m:footer: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:links" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:header" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:current" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:crumbs" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:twins" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:footer" priority="-2"/>
</xsl:stylesheet>
