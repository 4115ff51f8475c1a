<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands on every page: the logo above, title and page number below. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns="http://schemas.openxmlformats.org/package/2006/relationships"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="#default w r wp a pic md m">

  <xsl:template match="md:document" mode="m:footer">
    <pkg:part pkg:name="/word/footer1.xml" pkg:contentType="{$word}.footer+xml">
      <pkg:xmlData>
        <w:ftr>
          <w:p>
            <w:pPr><w:pStyle w:val="Footer"/></w:pPr>
            <w:r><w:t xml:space="preserve"><xsl:value-of select="@title"/></w:t></w:r>
            <w:r><w:tab/></w:r>
            <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
            <w:r><w:t xml:space="preserve"> / </w:t></w:r>
            <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>
          </w:p>
        </w:ftr>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <!-- The logo: half an inch high, its width in proportion. -->
  <xsl:template match="@logo-data" mode="m:logo">
    <pkg:part pkg:name="/word/header1.xml" pkg:contentType="{$word}.header+xml">
      <pkg:xmlData>
        <w:hdr>
          <w:p>
            <w:pPr><w:pStyle w:val="Header"/></w:pPr>
            <w:r><w:drawing><xsl:apply-templates select=".." mode="m:picture"/></w:drawing></w:r>
          </w:p>
        </w:hdr>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/_rels/header1.xml.rels"
        pkg:contentType="application/vnd.openxmlformats-package.relationships+xml">
      <pkg:xmlData>
        <Relationships>
          <Relationship Id="logo" Type="{$office}/image" Target="media/logo.{substring-after(../@logo-type, '/')}"/>
        </Relationships>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/media/logo.{substring-after(../@logo-type, '/')}" pkg:contentType="{../@logo-type}"
        pkg:compression="store">
      <pkg:binaryData><xsl:value-of select="."/></pkg:binaryData>
    </pkg:part>
  </xsl:template>

  <xsl:template match="md:document" mode="m:picture">
    <xsl:variable name="width" select="floor(@logo-width * 457200 div @logo-height)"/>
    <wp:inline distT="0" distB="0" distL="0" distR="0">
      <wp:extent cx="{$width}" cy="457200"/>
      <wp:docPr id="1" name="logo" descr=""/>
      <a:graphic>
        <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
          <pic:pic>
            <pic:nvPicPr><pic:cNvPr id="1" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
            <pic:spPr>
              <a:xfrm><a:off x="0" y="0"/><a:ext cx="{$width}" cy="457200"/></a:xfrm>
              <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
            </pic:spPr>
          </pic:pic>
        </a:graphicData>
      </a:graphic>
    </wp:inline>
  </xsl:template>

  <xsl:template match="*" mode="m:footer">
    <xsl:message terminate="yes">m:footer: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:logo">
    <xsl:message terminate="yes">m:logo: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:picture">
    <xsl:message terminate="yes">m:picture: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:footer"/>
  <xsl:template match="text() | @*" mode="m:logo" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:picture"/>
</xsl:stylesheet>
