<?xml version="1.0" encoding="UTF-8"?>
<!-- A term as schema.org/DefinedTerm. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:template match="/rw:term" mode="m:linked-data">
    <script type="application/ld+json">
      <out:markup method="json"><xsl:apply-templates select="." mode="m:data"/></out:markup>
    </script>
  </xsl:template>

  <xsl:template match="/rw:term" mode="m:data">
    <fn:map>
      <fn:string key="@context">https://schema.org/</fn:string>
      <fn:string key="@type">DefinedTerm</fn:string>
      <fn:string key="name"><xsl:value-of select="rw:label"/></fn:string>
      <fn:string key="termCode"><xsl:value-of select="@id"/></fn:string>
      <xsl:if test="rw:abbreviation or rw:synonym">
        <fn:array key="alternateName"><xsl:apply-templates select="rw:abbreviation | rw:synonym" mode="m:data"/></fn:array>
      </xsl:if>
      <xsl:apply-templates select="rw:definition" mode="m:data"/>
      <xsl:apply-templates select="rw:site/rw:canonical/@href" mode="m:data"/>
      <fn:map key="inDefinedTermSet">
        <fn:string key="@type">DefinedTermSet</fn:string>
        <fn:string key="name"><xsl:value-of select="key('word', 'ui.glossary.title')"/></fn:string>
        <xsl:apply-templates select="rw:site/@glossary-url" mode="m:data"/>
      </fn:map>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:abbreviation | rw:synonym" mode="m:data">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:definition" mode="m:data">
    <fn:string key="description">
      <out:markup method="text"><xsl:apply-templates select="md:* | rw:table" mode="m:html"/></out:markup>
    </fn:string>
  </xsl:template>
  <xsl:template match="@href | @glossary-url" mode="m:data">
    <fn:string key="url"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:linked-data">
    <xsl:message terminate="yes">m:linked-data: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:data">
    <xsl:message terminate="yes">m:data: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:linked-data" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:data" priority="-2"/>
</xsl:stylesheet>
