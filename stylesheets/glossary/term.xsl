<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one term. -->
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
  <xsl:include href="term-data.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/rw:term" mode="m:heading">
    <xsl:value-of select="rw:label"/>
  </xsl:template>

  <xsl:template match="/rw:term" mode="m:description">
    <xsl:value-of select="rw:definition/@plain"/>
  </xsl:template>

  <xsl:template match="/rw:term" mode="m:head">
    <xsl:apply-templates select="." mode="m:linked-data"/>
  </xsl:template>

  <xsl:template match="/rw:term" mode="m:main">
    <article>
      <h1>
        <xsl:apply-templates select="rw:label/@xml:lang" mode="m:lang"/>
        <xsl:value-of select="rw:label"/>
      </h1>
      <xsl:apply-templates select="rw:definition" mode="m:part"/>
      <xsl:apply-templates select="rw:abbreviation[1]" mode="m:names"/>
      <xsl:apply-templates select="rw:synonym[string(@xml:lang) = string(../rw:label/@xml:lang)][1]" mode="m:names"/>
      <xsl:apply-templates select="rw:formula" mode="m:part"/>
      <xsl:apply-templates select="rw:example" mode="m:part"/>
      <xsl:apply-templates select="rw:broader[1]" mode="m:relation"/>
      <xsl:apply-templates select="rw:narrower[1]" mode="m:relation"/>
      <xsl:apply-templates select="rw:see-also[1]" mode="m:relation"/>
      <xsl:apply-templates select="rw:used-in[rw:entry]" mode="m:part"/>
      <xsl:apply-templates select="rw:source[1]" mode="m:part"/>
    </article>
  </xsl:template>

  <xsl:template match="rw:definition" mode="m:part">
    <div class="rw-lead">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:formula | rw:example" mode="m:part">
    <section id="{name()}">
      <h2><xsl:value-of select="key('word', concat('ui.', name()))"/></h2>
      <div>
        <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
        <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
      </div>
    </section>
  </xsl:template>

  <!-- Other names: the first stands for all. A synonym in another language than the label is no name here. -->
  <xsl:template match="rw:abbreviation" mode="m:names">
    <p><strong><xsl:value-of select="key('word', 'ui.abbreviation')"/>:</strong>
      <xsl:apply-templates select="../rw:abbreviation" mode="m:name"/></p>
  </xsl:template>
  <xsl:template match="rw:synonym" mode="m:names">
    <p><strong><xsl:value-of select="key('word', 'ui.synonyms')"/>:</strong>
      <xsl:apply-templates select="../rw:synonym[string(@xml:lang) = string(../rw:label/@xml:lang)]" mode="m:name"/></p>
  </xsl:template>
  <xsl:template match="rw:abbreviation | rw:synonym" mode="m:name">
    <xsl:if test="position() != 1"><xsl:value-of select="key('word', 'ui.comma')"/></xsl:if>
    <xsl:text> </xsl:text>
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="rw:broader" mode="m:relation">
    <section id="broader">
      <h2><xsl:value-of select="key('word', 'ui.broader')"/></h2>
      <ul><xsl:apply-templates select="../rw:broader" mode="m:entry"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="rw:narrower" mode="m:relation">
    <section id="narrower">
      <h2><xsl:value-of select="key('word', 'ui.narrower')"/></h2>
      <ul><xsl:apply-templates select="../rw:narrower" mode="m:entry"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="rw:see-also" mode="m:relation">
    <section id="see-also">
      <h2><xsl:value-of select="key('word', 'ui.see-also')"/></h2>
      <ul><xsl:apply-templates select="../rw:see-also" mode="m:entry"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="rw:used-in" mode="m:part">
    <section id="used-in">
      <h2><xsl:value-of select="key('word', 'ui.used-in')"/></h2>
      <ul><xsl:apply-templates select="rw:entry" mode="m:entry"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="rw:source" mode="m:part">
    <section id="sources">
      <h2><xsl:value-of select="key('word', 'ui.sources')"/></h2>
      <ul class="rw-small"><xsl:apply-templates select="../rw:source" mode="m:entry"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="rw:broader | rw:narrower | rw:see-also | rw:entry" mode="m:entry">
    <li><a href="{@href}"><xsl:value-of select="."/></a></li>
  </xsl:template>
  <xsl:template match="rw:source" mode="m:entry">
    <li><xsl:value-of select="."/><xsl:apply-templates select="@date-text" mode="m:entry"/></li>
  </xsl:template>
  <xsl:template match="rw:source[@url]" mode="m:entry">
    <li><a href="{@url}"><xsl:value-of select="."/></a><xsl:apply-templates select="@date-text" mode="m:entry"/></li>
  </xsl:template>
  <xsl:template match="@date-text" mode="m:entry">
    <xsl:text> (</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="m:part">
    <xsl:message terminate="yes">m:part: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:names">
    <xsl:message terminate="yes">m:names: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:name">
    <xsl:message terminate="yes">m:name: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:relation">
    <xsl:message terminate="yes">m:relation: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:entry">
    <xsl:message terminate="yes">m:entry: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:part" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:names" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:name" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:relation" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:entry" priority="-2"/>
</xsl:stylesheet>
