<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines of CommonMark as runs. Word nests no emphasis: each run carries the properties of what it stands in. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:template match="md:text | md:code" mode="m:inline">
    <w:r>
      <xsl:apply-templates select="." mode="m:run-properties"/>
      <w:t xml:space="preserve"><xsl:value-of select="."/></w:t>
    </w:r>
  </xsl:template>

  <xsl:template match="md:softbreak" mode="m:inline">
    <w:r><w:t xml:space="preserve"> </w:t></w:r>
  </xsl:template>

  <xsl:template match="md:linebreak" mode="m:inline">
    <w:r><w:br/></w:r>
  </xsl:template>

  <!-- A picture cannot be fetched: its words stand for it. -->
  <xsl:template match="md:emph | md:strong | md:image | rw:term | md:link" mode="m:inline">
    <xsl:apply-templates select="*" mode="m:inline"/>
  </xsl:template>

  <xsl:template match="md:link[@destination != '']" mode="m:inline">
    <w:hyperlink>
      <xsl:attribute name="r:id"><xsl:apply-templates select="." mode="m:link-id"/></xsl:attribute>
      <xsl:apply-templates select="*" mode="m:inline"/>
    </w:hyperlink>
  </xsl:template>

  <xsl:template match="md:html_inline | md:custom_inline" mode="m:inline"/>

  <xsl:template match="md:text | md:code" mode="m:run-properties">
    <xsl:if test="self::md:code or ancestor::md:strong or ancestor::md:emph or ancestor::md:link
                  or ancestor::rw:row[@header = 'yes']">
      <w:rPr>
        <xsl:choose>
          <xsl:when test="ancestor::md:link"><w:rStyle w:val="Hyperlink"/></xsl:when>
          <xsl:when test="self::md:code"><w:rStyle w:val="HTMLCode"/></xsl:when>
        </xsl:choose>
        <xsl:if test="ancestor::md:strong or ancestor::rw:row[@header = 'yes']"><w:b/><w:bCs/></xsl:if>
        <xsl:if test="ancestor::md:emph"><w:i/><w:iCs/></xsl:if>
      </w:rPr>
    </xsl:if>
  </xsl:template>

  <!-- Lines of code, without the last line break: halves of halves, so that the depth stays small. -->
  <xsl:template match="md:code_block" mode="m:lines">
    <xsl:call-template name="lines">
      <xsl:with-param name="text" select="substring(., 1, string-length(.) - 1)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="lines">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="$text = '&#10;'"><w:br/></xsl:when>
      <xsl:when test="contains($text, '&#10;')">
        <xsl:call-template name="lines"><xsl:with-param name="text" select="substring($text, 1, $half)"/></xsl:call-template>
        <xsl:call-template name="lines"><xsl:with-param name="text" select="substring($text, $half + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$text != ''">
        <w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="m:inline">
    <xsl:message terminate="yes">m:inline: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:run-properties">
    <xsl:message terminate="yes">m:run-properties: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:lines">
    <xsl:message terminate="yes">m:lines: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:inline"/>
  <xsl:template match="text() | @*" mode="m:run-properties"/>
  <xsl:template match="text() | @*" mode="m:lines"/>
</xsl:stylesheet>
