<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a role or posting. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="out rw m">

  <xsl:include href="words.xsl"/>
  <xsl:include href="order.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="html-commonmark.xsl"/>
  <xsl:include href="html-sections.xsl"/>
  <xsl:include href="html-items.xsl"/>
  <xsl:include href="html-facts.xsl"/>
  <xsl:include href="jobposting.xsl"/>
  <xsl:include href="jobposting-terms.xsl"/>
  <xsl:include href="../site/page.xsl"/>
  <xsl:include href="html-copy.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <!-- The parts are made once: the page shows them, and the linked data of a posting holds them. -->
  <xsl:variable name="sections">
    <xsl:apply-templates select="/rw:role | /rw:posting" mode="m:sections"/>
  </xsl:variable>

  <xsl:template match="/rw:role | /rw:posting" mode="m:heading">
    <xsl:value-of select="rw:title"/>
  </xsl:template>

  <xsl:template match="/rw:role | /rw:posting" mode="m:description">
    <xsl:value-of select="rw:summary/@plain"/>
  </xsl:template>

  <xsl:template match="/rw:role" mode="m:head"/>

  <xsl:template match="/rw:posting" mode="m:head">
    <xsl:apply-templates select="." mode="m:linked-data"/>
  </xsl:template>

  <xsl:template match="/rw:role | /rw:posting" mode="m:main">
    <article class="rw-document">
      <h1>
        <xsl:apply-templates select="rw:title/@xml:lang" mode="m:lang"/>
        <xsl:value-of select="rw:title"/>
      </h1>
      <xsl:apply-templates select="." mode="m:form"/>
      <xsl:apply-templates select="rw:opening" mode="m:opening"/>
      <xsl:apply-templates select="." mode="m:overview"/>
      <xsl:apply-templates select="rw:apply/@url" mode="m:button"/>
      <xsl:copy-of select="$sections"/>
    </article>
    <xsl:apply-templates select="rw:site" mode="m:twins"/>
    <xsl:apply-templates select="rw:site[rw:twin]" mode="m:copy-script"/>
  </xsl:template>

  <!-- Without the button. -->
  <xsl:template match="rw:posting" mode="m:job-text">
    <out:markup method="html" tags="p br ul li" field="description">
      <xsl:apply-templates select="rw:opening" mode="m:opening"/>
      <xsl:copy-of select="$sections"/>
    </out:markup>
  </xsl:template>

  <!-- A list of facts may not be empty. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:overview">
    <xsl:variable name="facts"><xsl:apply-templates select="." mode="m:facts"/></xsl:variable>
    <xsl:if test="string($facts)">
      <dl class="rw-facts"><xsl:copy-of select="$facts"/></dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="m:overview">
    <xsl:message terminate="yes">m:overview: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:overview"/>
</xsl:stylesheet>
