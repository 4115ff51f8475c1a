<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a posting for boards, as HTML: what the page says, without how to apply, for which boards have a
     button, and without links into the site. It is made once for all boards and stands in the posting that their
     stylesheets see. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/order.xsl"/>
  <xsl:include href="../document/facts.xsl"/>
  <xsl:include href="../document/html-commonmark.xsl"/>
  <xsl:include href="../document/html-sections.xsl"/>
  <xsl:include href="../document/html-items.xsl"/>
  <xsl:include href="../document/html-facts.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <rw:description>
      <xsl:apply-templates select="rw:posting" mode="m:description"/>
    </rw:description>
  </xsl:template>

  <xsl:template match="/rw:posting" mode="m:description">
    <xsl:apply-templates select="rw:opening" mode="m:opening"/>
    <xsl:apply-templates select="." mode="m:sections"/>
  </xsl:template>

  <xsl:template match="rw:apply" mode="m:section" priority="3"/>

  <xsl:template match="rw:term" mode="m:html" priority="3">
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <xsl:template match="rw:position" mode="m:item" priority="3">
    <li><xsl:value-of select="."/></li>
  </xsl:template>

  <!-- Boards keep no attributes. -->
  <xsl:template match="@xml:lang" mode="m:lang"/>

  <xsl:template match="*" mode="m:description">
    <xsl:message terminate="yes">m:description: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:lang">
    <xsl:message terminate="yes">m:lang: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:description"/>
  <xsl:template match="text() | @*" mode="m:lang" priority="-2"/>
</xsl:stylesheet>
