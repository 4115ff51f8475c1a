<?xml version="1.0" encoding="UTF-8"?>
<!-- Word's own styles, by their own names, in the company's font and colour. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="w md m">

  <xsl:template match="md:document" mode="m:styles">
    <pkg:part pkg:name="/word/styles.xml" pkg:contentType="{$word}.styles+xml">
      <pkg:xmlData>
        <w:styles>
          <xsl:apply-templates select="." mode="m:defaults"/>
          <xsl:apply-templates select="." mode="m:headings"/>
          <xsl:call-template name="list-styles"/>
          <xsl:call-template name="continued-styles"/>
          <xsl:call-template name="text-styles"/>
          <xsl:call-template name="frame-styles"/>
          <xsl:call-template name="table-styles"/>
          <xsl:apply-templates select="." mode="m:links"/>
        </w:styles>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="md:document" mode="m:defaults">
    <w:docDefaults>
      <w:rPrDefault>
        <w:rPr>
          <xsl:apply-templates select="." mode="m:font"/>
          <w:sz w:val="22"/><w:szCs w:val="22"/>
          <w:lang w:val="{@lang}" w:eastAsia="{@lang}" w:bidi="{@lang}"/>
          <xsl:apply-templates select="@dir[. = 'rtl']" mode="m:run-direction"/>
        </w:rPr>
      </w:rPrDefault>
      <w:pPrDefault>
        <w:pPr>
          <xsl:apply-templates select="@dir[. = 'rtl']" mode="m:direction"/>
          <w:spacing w:after="120" w:line="264" w:lineRule="auto"/>
        </w:pPr>
      </w:pPrDefault>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
  </xsl:template>

  <xsl:template match="@dir" mode="m:direction"><w:bidi/></xsl:template>
  <xsl:template match="@dir" mode="m:run-direction"><w:rtl/></xsl:template>

  <!-- The first family of a list such as CSS takes. -->
  <xsl:template match="md:document" mode="m:font">
    <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>
  </xsl:template>
  <xsl:template match="md:document[@font]" mode="m:font">
    <xsl:variable name="list" select="translate(@font, concat('&quot;', &quot;'&quot;), '')"/>
    <xsl:variable name="font" select="substring-before(concat($list, ','), ',')"/>
    <w:rFonts w:ascii="{$font}" w:hAnsi="{$font}" w:cs="{$font}"/>
  </xsl:template>

  <xsl:template match="md:document" mode="m:colour">1F3864</xsl:template>
  <xsl:template match="md:document[starts-with(@colour, '#') and string-length(@colour) = 7]" mode="m:colour">
    <xsl:value-of select="substring(@colour, 2)"/>
  </xsl:template>

  <xsl:template match="md:document" mode="m:headings">
    <xsl:variable name="colour"><xsl:apply-templates select="." mode="m:colour"/></xsl:variable>
    <w:style w:type="paragraph" w:styleId="Heading1">
      <w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:color w:val="{$colour}"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading2">
      <w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:color w:val="{$colour}"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading3">
      <w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="2"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template name="list-styles">
    <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet3"><w:name w:val="List Bullet 3"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet4"><w:name w:val="List Bullet 4"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet5"><w:name w:val="List Bullet 5"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="4"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListNumber2"><w:name w:val="List Number 2"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListNumber3"><w:name w:val="List Number 3"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListNumber4"><w:name w:val="List Number 4"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListNumber5"><w:name w:val="List Number 5"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="4"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
  </xsl:template>

  <xsl:template name="continued-styles">
    <w:style w:type="paragraph" w:styleId="ListContinue"><w:name w:val="List Continue"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="360"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue2"><w:name w:val="List Continue 2"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="720"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue3"><w:name w:val="List Continue 3"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="1080"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue4"><w:name w:val="List Continue 4"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="1440"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue5"><w:name w:val="List Continue 5"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="1800"/></w:pPr></w:style>
  </xsl:template>

  <xsl:template name="text-styles">
    <w:style w:type="paragraph" w:styleId="Quote">
      <w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
      <w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="BFBFBF"/></w:pBdr>
        <w:ind w:left="360" w:right="360"/></w:pPr>
      <w:rPr><w:i/><w:iCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="HTMLPreformatted">
      <w:name w:val="HTML Preformatted"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>
      <w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Caption">
      <w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/></w:pPr>
      <w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template name="frame-styles">
    <w:style w:type="paragraph" w:styleId="Header">
      <w:name w:val="header"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="240"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Footer">
      <w:name w:val="footer"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:tabs><w:tab w:val="right" w:pos="9400"/></w:tabs><w:spacing w:after="0"/></w:pPr>
      <w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template name="table-styles">
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">
      <w:name w:val="Normal Table"/>
      <w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
        <w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
    </w:style>
    <w:style w:type="table" w:styleId="TableGrid">
      <w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>
      <w:tblPr>
        <w:tblBorders>
          <w:top w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
          <w:left w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
          <w:bottom w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
          <w:right w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
          <w:insideH w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
          <w:insideV w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>
        </w:tblBorders>
      </w:tblPr>
    </w:style>
  </xsl:template>

  <xsl:template match="md:document" mode="m:links">
    <xsl:variable name="colour"><xsl:apply-templates select="." mode="m:colour"/></xsl:variable>
    <w:style w:type="character" w:styleId="Hyperlink">
      <w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{$colour}"/><w:u w:val="single"/></w:rPr>
    </w:style>
    <w:style w:type="character" w:styleId="HTMLCode">
      <w:name w:val="HTML Code"/>
      <w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template match="*" mode="m:styles">
    <xsl:message terminate="yes">m:styles: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:defaults">
    <xsl:message terminate="yes">m:defaults: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:headings">
    <xsl:message terminate="yes">m:headings: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:links">
    <xsl:message terminate="yes">m:links: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:font">
    <xsl:message terminate="yes">m:font: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:colour">
    <xsl:message terminate="yes">m:colour: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:direction">
    <xsl:message terminate="yes">m:direction: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:run-direction">
    <xsl:message terminate="yes">m:run-direction: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:styles" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:defaults" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:headings" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:links" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:font" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:colour" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:direction" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:run-direction" priority="-2"/>
</xsl:stylesheet>
