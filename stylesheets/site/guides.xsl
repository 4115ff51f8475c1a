<?xml version="1.0" encoding="UTF-8"?>
<!-- All guides to a role. -->
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
    <xsl:value-of select="key('word', 'ui.guides.title')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:value-of select="key('word', 'ui.guides.description')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:value-of select="key('word', 'ui.guides.title')"/></h1>
    <p class="rw-lead"><xsl:value-of select="key('word', 'ui.guides.description')"/></p>
    <xsl:if test="rw:entry">
      <ul class="rw-cards"><xsl:apply-templates select="rw:entry" mode="m:card"/></ul>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
