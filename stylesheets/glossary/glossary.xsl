<?xml version="1.0" encoding="UTF-8"?>
<!-- The glossary from A to Z. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/html-commonmark.xsl"/>
  <xsl:include href="../site/page.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/rw:collection" mode="m:heading">
    <xsl:value-of select="key('word', 'ui.glossary.title')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:value-of select="key('word', 'ui.glossary.description')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:value-of select="key('word', 'ui.glossary.title')"/></h1>
    <p class="rw-lead"><xsl:value-of select="key('word', 'ui.glossary.description')"/></p>
    <xsl:apply-templates select="rw:letters" mode="m:glossary"/>
    <xsl:apply-templates select="rw:group" mode="m:glossary"/>
  </xsl:template>

  <xsl:template match="rw:letters" mode="m:glossary">
    <nav class="rw-letters" aria-label="{key('word', 'ui.glossary.letters')}">
      <ul><xsl:apply-templates select="rw:letter" mode="m:glossary"/></ul>
    </nav>
  </xsl:template>

  <xsl:template match="rw:letter" mode="m:glossary">
    <li><a href="#letter-{@id}"><xsl:value-of select="@label"/></a></li>
  </xsl:template>
  <xsl:template match="rw:letter[@count = 0]" mode="m:glossary"/>

  <xsl:template match="rw:group" mode="m:glossary">
    <section id="letter-{@id}">
      <h2><xsl:value-of select="@label"/></h2>
      <dl class="rw-terms"><xsl:apply-templates select="rw:entry" mode="m:glossary"/></dl>
    </section>
  </xsl:template>

  <xsl:template match="rw:entry" mode="m:glossary">
    <dt>
      <a href="{@href}">
        <xsl:apply-templates select="rw:label/@xml:lang" mode="m:lang"/>
        <xsl:value-of select="rw:label"/>
      </a>
      <xsl:apply-templates select="rw:abbreviation" mode="m:glossary"/>
    </dt>
    <dd>
      <xsl:apply-templates select="rw:summary/@xml:lang" mode="m:lang"/>
      <xsl:value-of select="rw:summary"/>
    </dd>
  </xsl:template>

  <xsl:template match="rw:abbreviation" mode="m:glossary">
    <xsl:text> (</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="m:glossary">
    <xsl:message terminate="yes">m:glossary: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:glossary" priority="-2"/>
</xsl:stylesheet>
