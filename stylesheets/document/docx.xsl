<?xml version="1.0" encoding="UTF-8"?>
<!-- Any md:document, with rw:table, as a Word document in Flat OPC. Attributes of it used: title, lang, date, dir, colour,
     font, logo-data, logo-type, logo-width, logo-height. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns="http://schemas.openxmlformats.org/package/2006/relationships"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="#default w r md m">

  <xsl:include href="docx-properties.xsl"/>
  <xsl:include href="docx-blocks.xsl"/>
  <xsl:include href="docx-inlines.xsl"/>
  <xsl:include href="docx-numbering.xsl"/>
  <xsl:include href="docx-styles.xsl"/>
  <xsl:include href="docx-frame.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="md:document md:list md:item md:block_quote"/>

  <xsl:variable name="office">http://schemas.openxmlformats.org/officeDocument/2006/relationships</xsl:variable>
  <xsl:variable name="package">http://schemas.openxmlformats.org/package/2006</xsl:variable>
  <xsl:variable name="word">application/vnd.openxmlformats-officedocument.wordprocessingml</xsl:variable>

  <xsl:template match="/">
    <xsl:apply-templates select="md:document" mode="m:package"/>
  </xsl:template>

  <xsl:template match="md:document" mode="m:package">
    <pkg:package>
      <xsl:apply-templates select="." mode="m:root-links"/>
      <xsl:apply-templates select="." mode="m:properties"/>
      <xsl:apply-templates select="." mode="m:document-part"/>
      <xsl:apply-templates select="." mode="m:document-links"/>
      <xsl:apply-templates select="." mode="m:styles"/>
      <xsl:apply-templates select="." mode="m:numbering"/>
      <xsl:apply-templates select="." mode="m:settings"/>
      <xsl:apply-templates select="." mode="m:footer"/>
      <xsl:apply-templates select="@logo-data" mode="m:logo"/>
    </pkg:package>
  </xsl:template>

  <xsl:template match="md:document" mode="m:root-links">
    <pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml">
      <pkg:xmlData>
        <Relationships>
          <Relationship Id="rId1" Type="{$office}/officeDocument" Target="word/document.xml"/>
          <Relationship Id="rId2" Type="{$package}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
          <Relationship Id="rId3" Type="{$office}/extended-properties" Target="docProps/app.xml"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="md:document" mode="m:document-part">
    <pkg:part pkg:name="/word/document.xml" pkg:contentType="{$word}.document.main+xml">
      <pkg:xmlData>
        <w:document>
          <w:body>
            <xsl:apply-templates select="*" mode="m:block"/>
            <w:sectPr>
              <xsl:apply-templates select="@logo-data" mode="m:section"/>
              <w:footerReference w:type="default" r:id="footer"/>
              <xsl:apply-templates select="." mode="m:paper"/>
              <w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="624" w:footer="624" w:gutter="0"/>
            </w:sectPr>
          </w:body>
        </w:document>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="@logo-data" mode="m:section">
    <w:headerReference w:type="default" r:id="header"/>
  </xsl:template>

  <!-- Letter where Letter is usual, else A4. -->
  <xsl:template match="md:document" mode="m:paper">
    <w:pgSz w:w="11906" w:h="16838"/>
  </xsl:template>
  <xsl:template match="md:document[contains('|US|CA|MX|CO|CL|VE|PH|', concat('|', substring-after(@lang, '-'), '|'))]"
      mode="m:paper">
    <w:pgSz w:w="12240" w:h="15840"/>
  </xsl:template>
  <xsl:template match="md:document[not(contains(@lang, '-'))]" mode="m:paper" priority="1">
    <w:pgSz w:w="11906" w:h="16838"/>
  </xsl:template>

  <xsl:template match="md:document" mode="m:document-links">
    <pkg:part pkg:name="/word/_rels/document.xml.rels"
        pkg:contentType="application/vnd.openxmlformats-package.relationships+xml">
      <pkg:xmlData>
        <Relationships>
          <Relationship Id="styles" Type="{$office}/styles" Target="styles.xml"/>
          <Relationship Id="numbering" Type="{$office}/numbering" Target="numbering.xml"/>
          <Relationship Id="settings" Type="{$office}/settings" Target="settings.xml"/>
          <Relationship Id="footer" Type="{$office}/footer" Target="footer1.xml"/>
          <xsl:apply-templates select="@logo-data" mode="m:document-links"/>
          <xsl:apply-templates select=".//md:link[@destination != '']" mode="m:document-links"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="@logo-data" mode="m:document-links">
    <Relationship Id="header" Type="{$office}/header" Target="header1.xml"/>
  </xsl:template>
  <xsl:template match="md:link" mode="m:document-links">
    <Relationship Type="{$office}/hyperlink" Target="{@destination}" TargetMode="External">
      <xsl:attribute name="Id"><xsl:apply-templates select="." mode="m:link-id"/></xsl:attribute>
    </Relationship>
  </xsl:template>

  <xsl:template match="md:link" mode="m:link-id">
    <xsl:text>link</xsl:text>
    <xsl:value-of select="count(preceding::md:link)"/>
  </xsl:template>

  <xsl:template match="*" mode="m:package">
    <xsl:message terminate="yes">m:package: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:section">
    <xsl:message terminate="yes">m:section: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:document-links">
    <xsl:message terminate="yes">m:document-links: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:link-id">
    <xsl:message terminate="yes">m:link-id: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:package"/>
  <xsl:template match="text() | @*" mode="m:section" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:document-links" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:link-id"/>
  <xsl:template match="*" mode="m:root-links">
    <xsl:message terminate="yes">m:root-links: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:document-part">
    <xsl:message terminate="yes">m:document-part: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:paper">
    <xsl:message terminate="yes">m:paper: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:root-links" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:document-part" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:paper" priority="-2"/>
</xsl:stylesheet>
