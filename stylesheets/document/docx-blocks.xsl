<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of CommonMark as WordprocessingML, with Word's own styles. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:template match="md:heading" mode="m:block">
    <w:p>
      <w:pPr><w:pStyle w:val="Heading{@level}"/></w:pPr>
      <xsl:apply-templates select="*" mode="m:inline"/>
    </w:p>
  </xsl:template>
  <xsl:template match="md:heading[@level &gt; 3]" mode="m:block">
    <w:p>
      <w:pPr><w:pStyle w:val="Heading3"/></w:pPr>
      <xsl:apply-templates select="*" mode="m:inline"/>
    </w:p>
  </xsl:template>

  <xsl:template match="md:paragraph" mode="m:block">
    <w:p>
      <xsl:apply-templates select="." mode="m:paragraph"/>
      <xsl:apply-templates select="*" mode="m:inline"/>
    </w:p>
  </xsl:template>

  <!-- Where a paragraph stands decides its style. -->
  <xsl:template match="md:paragraph" mode="m:paragraph"/>
  <xsl:template match="md:block_quote/md:paragraph" mode="m:paragraph">
    <w:pPr><w:pStyle w:val="Quote"/></w:pPr>
  </xsl:template>
  <xsl:template match="md:item/md:paragraph" mode="m:paragraph">
    <w:pPr>
      <w:pStyle>
        <xsl:attribute name="w:val">ListContinue<xsl:apply-templates select=".." mode="m:style-level"/></xsl:attribute>
      </w:pStyle>
    </w:pPr>
  </xsl:template>
  <xsl:template match="md:item/md:paragraph[not(preceding-sibling::md:paragraph)]" mode="m:paragraph" priority="1">
    <w:pPr>
      <w:pStyle>
        <xsl:attribute name="w:val">
          <xsl:apply-templates select="../.." mode="m:list-style"/>
          <xsl:apply-templates select=".." mode="m:style-level"/>
        </xsl:attribute>
      </w:pStyle>
      <w:numPr>
        <w:ilvl><xsl:attribute name="w:val"><xsl:apply-templates select=".." mode="m:level"/></xsl:attribute></w:ilvl>
        <w:numId><xsl:attribute name="w:val"><xsl:apply-templates select="../.." mode="m:number-id"/></xsl:attribute></w:numId>
      </w:numPr>
    </w:pPr>
  </xsl:template>

  <xsl:template match="md:list" mode="m:list-style">ListBullet</xsl:template>
  <xsl:template match="md:list[@type = 'ordered']" mode="m:list-style">ListNumber</xsl:template>

  <!-- Word has five levels of list styles: "List Bullet", "List Bullet 2" ... -->
  <xsl:template match="md:item" mode="m:level"><xsl:value-of select="count(ancestor::md:item)"/></xsl:template>
  <xsl:template match="md:item[count(ancestor::md:item) &gt; 4]" mode="m:level">4</xsl:template>
  <xsl:template match="md:item" mode="m:style-level"><xsl:value-of select="count(ancestor::md:item) + 1"/></xsl:template>
  <xsl:template match="md:item[not(ancestor::md:item)]" mode="m:style-level"/>
  <xsl:template match="md:item[count(ancestor::md:item) &gt; 4]" mode="m:style-level">5</xsl:template>

  <xsl:template match="md:list | md:item | md:block_quote" mode="m:block">
    <xsl:apply-templates select="*" mode="m:block"/>
  </xsl:template>

  <xsl:template match="md:code_block" mode="m:block">
    <w:p>
      <w:pPr><w:pStyle w:val="HTMLPreformatted"/></w:pPr>
      <w:r><xsl:apply-templates select="." mode="m:lines"/></w:r>
    </w:p>
  </xsl:template>

  <xsl:template match="md:thematic_break" mode="m:block">
    <w:p>
      <w:pPr>
        <w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="A6A6A6"/></w:pBdr>
      </w:pPr>
    </w:p>
  </xsl:template>

  <xsl:template match="md:html_block | md:custom_block" mode="m:block"/>

  <!-- Tables -->
  <xsl:template match="rw:table" mode="m:block">
    <xsl:apply-templates select="rw:caption" mode="m:block"/>
    <w:tbl>
      <w:tblPr>
        <w:tblStyle w:val="TableGrid"/>
        <w:tblW w:w="5000" w:type="pct"/>
        <xsl:apply-templates select="self::*[rw:row/rw:cell/@width]" mode="m:layout"/>
        <w:tblLook w:val="04A0" w:firstRow="1"/>
      </w:tblPr>
      <w:tblGrid><xsl:apply-templates select="rw:row[1]/rw:cell" mode="m:column"/></w:tblGrid>
      <xsl:apply-templates select="rw:row" mode="m:block"/>
    </w:tbl>
    <w:p><w:pPr><w:spacing w:after="60" w:line="120" w:lineRule="exact"/></w:pPr></w:p>
  </xsl:template>

  <xsl:template match="rw:caption" mode="m:block">
    <w:p>
      <w:pPr><w:pStyle w:val="Caption"/></w:pPr>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r>
    </w:p>
  </xsl:template>

  <xsl:template match="rw:cell" mode="m:column">
    <w:gridCol w:w="{floor(9400 div last())}"/>
  </xsl:template>
  <xsl:template match="rw:cell[@width]" mode="m:column">
    <w:gridCol w:w="{94 * @width}"/>
  </xsl:template>

  <!-- Columns keep the widths that the cells say, in percent. -->
  <xsl:template match="rw:table" mode="m:layout">
    <w:tblLayout w:type="fixed"/>
  </xsl:template>
  <xsl:template match="rw:cell/@width" mode="m:layout">
    <w:tcPr><w:tcW w:w="{50 * .}" w:type="pct"/></w:tcPr>
  </xsl:template>

  <xsl:template match="rw:row" mode="m:block">
    <w:tr><xsl:apply-templates select="rw:cell" mode="m:block"/></w:tr>
  </xsl:template>
  <xsl:template match="rw:row[@header = 'yes']" mode="m:block">
    <w:tr>
      <w:trPr><w:tblHeader/></w:trPr>
      <xsl:apply-templates select="rw:cell" mode="m:block"/>
    </w:tr>
  </xsl:template>

  <!-- A row to write in is high enough for a hand. -->
  <xsl:template match="rw:row[not(rw:cell/*)]" mode="m:block">
    <w:tr>
      <w:trPr><w:trHeight w:val="560"/></w:trPr>
      <xsl:apply-templates select="rw:cell" mode="m:block"/>
    </w:tr>
  </xsl:template>

  <xsl:template match="rw:cell" mode="m:block">
    <w:tc>
      <xsl:apply-templates select="@width" mode="m:layout"/>
      <w:p>
        <w:pPr>
          <w:spacing w:before="40" w:after="40"/>
          <xsl:apply-templates select="@align" mode="m:paragraph"/>
        </w:pPr>
        <xsl:apply-templates select="md:paragraph/* | *[not(self::md:paragraph)]" mode="m:inline"/>
      </w:p>
    </w:tc>
  </xsl:template>
  <xsl:template match="@align" mode="m:paragraph">
    <w:jc w:val="{.}"/>
  </xsl:template>

  <xsl:template match="*" mode="m:block">
    <xsl:message terminate="yes">m:block: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:paragraph">
    <xsl:message terminate="yes">m:paragraph: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:block"/>
  <xsl:template match="text() | @*" mode="m:paragraph" priority="-2"/>
  <xsl:template match="*" mode="m:column">
    <xsl:message terminate="yes">m:column: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:layout">
    <xsl:message terminate="yes">m:layout: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:level">
    <xsl:message terminate="yes">m:level: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:list-style">
    <xsl:message terminate="yes">m:list-style: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:style-level">
    <xsl:message terminate="yes">m:style-level: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="text() | @*" mode="m:column" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:layout" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:level" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:list-style" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:style-level" priority="-2"/>
</xsl:stylesheet>
