<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page of a site: who this is, what is open, which roles there are. -->
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
  <xsl:include href="entries.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/rw:collection" mode="m:heading">
    <xsl:value-of select="rw:site/@title"/>
  </xsl:template>

  <!-- The site's title once, not twice. -->
  <xsl:template match="/rw:collection" mode="m:head-title" priority="1">
    <xsl:value-of select="rw:site/@title"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:value-of select="rw:site/@tagline"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:value-of select="rw:site/@title"/></h1>
    <xsl:apply-templates select="rw:site/@tagline" mode="m:part"/>
    <xsl:apply-templates select="rw:about/md:*" mode="m:html"/>
    <xsl:apply-templates select="rw:postings[rw:entry]" mode="m:part"/>
    <xsl:apply-templates select="rw:guides[rw:entry]" mode="m:part"/>
    <xsl:apply-templates select="rw:roles[rw:entry]" mode="m:part"/>
    <xsl:apply-templates select="rw:site/@glossary-href" mode="m:part"/>
  </xsl:template>

  <xsl:template match="@tagline" mode="m:part">
    <p class="rw-lead"><xsl:value-of select="."/></p>
  </xsl:template>
  <xsl:template match="rw:postings" mode="m:part">
    <section id="postings">
      <h2><xsl:value-of select="key('word', 'ui.index.postings')"/></h2>
      <xsl:apply-templates select="." mode="m:cards"/>
    </section>
  </xsl:template>
  <xsl:template match="rw:guides" mode="m:part">
    <section id="guides">
      <h2><xsl:value-of select="key('word', 'ui.guides.title')"/></h2>
      <xsl:apply-templates select="." mode="m:cards"/>
    </section>
  </xsl:template>
  <xsl:template match="rw:roles" mode="m:part">
    <section id="roles">
      <h2><xsl:value-of select="key('word', 'ui.index.roles')"/></h2>
      <xsl:apply-templates select="." mode="m:cards"/>
    </section>
  </xsl:template>
  <xsl:template match="@glossary-href" mode="m:part">
    <p><a href="{.}"><xsl:value-of select="key('word', 'ui.index.glossary')"/></a></p>
  </xsl:template>

  <xsl:template match="*" mode="m:part">
    <xsl:message terminate="yes">m:part: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:part" priority="-2"/>
</xsl:stylesheet>
