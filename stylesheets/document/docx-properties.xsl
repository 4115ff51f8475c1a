<?xml version="1.0" encoding="UTF-8"?>
<!-- What Word shows under Properties, and the settings. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="w cp dc dcterms xsi #default md m">

  <xsl:template match="md:document" mode="m:properties">
    <pkg:part pkg:name="/docProps/core.xml" pkg:contentType="application/vnd.openxmlformats-package.core-properties+xml">
      <pkg:xmlData>
        <cp:coreProperties>
          <dc:title><xsl:value-of select="@title"/></dc:title>
          <dc:language><xsl:value-of select="@lang"/></dc:language>
          <xsl:apply-templates select="@date" mode="m:properties"/>
        </cp:coreProperties>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/docProps/app.xml"
        pkg:contentType="application/vnd.openxmlformats-officedocument.extended-properties+xml">
      <pkg:xmlData>
        <Properties><Application>rolewright</Application></Properties>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="@date" mode="m:properties">
    <dcterms:created xsi:type="dcterms:W3CDTF"><xsl:value-of select="."/>T00:00:00Z</dcterms:created>
    <dcterms:modified xsi:type="dcterms:W3CDTF"><xsl:value-of select="."/>T00:00:00Z</dcterms:modified>
  </xsl:template>

  <xsl:template match="md:document" mode="m:settings">
    <pkg:part pkg:name="/word/settings.xml" pkg:contentType="{$word}.settings+xml">
      <pkg:xmlData>
        <w:settings>
          <w:defaultTabStop w:val="708"/>
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
          </w:compat>
          <w:themeFontLang w:val="{@lang}"/>
        </w:settings>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="*" mode="m:properties">
    <xsl:message terminate="yes">m:properties: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:settings">
    <xsl:message terminate="yes">m:settings: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:properties" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:settings"/>
</xsl:stylesheet>
