<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbering: one for all bullets; one instance for each ordered list, so that every list starts anew. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="w md m">

  <xsl:template match="md:document" mode="m:numbering">
    <pkg:part pkg:name="/word/numbering.xml" pkg:contentType="{$word}.numbering+xml">
      <pkg:xmlData>
        <w:numbering>
          <xsl:call-template name="bullets"/>
          <xsl:call-template name="numbers"/>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
          <xsl:apply-templates select=".//md:list[@type = 'ordered']" mode="m:numbering"/>
        </w:numbering>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template name="bullets">
    <w:abstractNum w:abstractNumId="0">
      <w:multiLevelType w:val="hybridMultilevel"/>
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>
        <w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet2"/>
        <w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet3"/>
        <w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet4"/>
        <w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet5"/>
        <w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1800" w:hanging="360"/></w:pPr></w:lvl>
    </w:abstractNum>
  </xsl:template>

  <xsl:template name="numbers">
    <w:abstractNum w:abstractNumId="1">
      <w:multiLevelType w:val="hybridMultilevel"/>
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/>
        <w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="ListNumber2"/>
        <w:lvlText w:val="%2."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:pStyle w:val="ListNumber3"/>
        <w:lvlText w:val="%3."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber4"/>
        <w:lvlText w:val="%4."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl>
      <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="ListNumber5"/>
        <w:lvlText w:val="%5."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1800" w:hanging="360"/></w:pPr></w:lvl>
    </w:abstractNum>
  </xsl:template>

  <xsl:template match="md:list" mode="m:numbering">
    <w:num>
      <xsl:attribute name="w:numId"><xsl:apply-templates select="." mode="m:number-id"/></xsl:attribute>
      <w:abstractNumId w:val="1"/>
      <w:lvlOverride>
        <xsl:attribute name="w:ilvl"><xsl:apply-templates select="md:item[1]" mode="m:level"/></xsl:attribute>
        <w:startOverride w:val="1"><xsl:apply-templates select="@start" mode="m:numbering"/></w:startOverride>
      </w:lvlOverride>
    </w:num>
  </xsl:template>

  <xsl:template match="@start" mode="m:numbering">
    <xsl:attribute name="w:val"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <xsl:template match="md:list" mode="m:number-id">1</xsl:template>
  <xsl:template match="md:list[@type = 'ordered']" mode="m:number-id">
    <xsl:value-of select="count(preceding::md:list | ancestor::md:list) + 3"/>
  </xsl:template>

  <xsl:template match="*" mode="m:numbering">
    <xsl:message terminate="yes">m:numbering: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:number-id">
    <xsl:message terminate="yes">m:number-id: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:numbering" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:number-id"/>
</xsl:stylesheet>
