<?xml version="1.0" encoding="UTF-8"?>
<!-- All open positions. -->
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
    <xsl:value-of select="key('word', 'ui.postings.title')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:value-of select="key('word', 'ui.postings.description')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:value-of select="key('word', 'ui.postings.title')"/></h1>
    <p><xsl:value-of select="key('word', 'ui.postings.none')"/></p>
  </xsl:template>

  <xsl:template match="/rw:collection[rw:entry]" mode="m:main" priority="1">
    <h1><xsl:value-of select="key('word', 'ui.postings.title')"/></h1>
    <p class="rw-lead"><xsl:value-of select="key('word', 'ui.postings.description')"/></p>
    <ul class="rw-cards"><xsl:apply-templates select="rw:entry" mode="m:card"/></ul>
    <xsl:apply-templates select="." mode="m:pages"/>
  </xsl:template>

</xsl:stylesheet>
