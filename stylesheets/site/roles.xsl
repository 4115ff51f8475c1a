<?xml version="1.0" encoding="UTF-8"?>
<!-- All roles, by family. -->
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
    <xsl:value-of select="key('word', 'ui.roles.title')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:value-of select="key('word', 'ui.roles.description')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:value-of select="key('word', 'ui.roles.title')"/></h1>
    <p class="rw-lead"><xsl:value-of select="key('word', 'ui.roles.description')"/></p>
    <xsl:apply-templates select="rw:guides/rw:entry" mode="m:way"/>
    <xsl:apply-templates select="rw:group" mode="m:family"/>
  </xsl:template>

  <xsl:template match="rw:group" mode="m:family">
    <section>
      <h2><xsl:value-of select="@label"/></h2>
      <xsl:apply-templates select="." mode="m:cards"/>
    </section>
  </xsl:template>

  <!-- Who does not know the title yet is led to it. -->
  <xsl:template match="rw:guides/rw:entry" mode="m:way">
    <p class="rw-way"><xsl:apply-templates select="." mode="m:link"/></p>
  </xsl:template>

  <xsl:template match="*" mode="m:way">
    <xsl:message terminate="yes">m:way: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:family">
    <xsl:message terminate="yes">m:family: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:family" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:way" priority="-2"/>
</xsl:stylesheet>
