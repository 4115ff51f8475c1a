<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a role or posting as CommonMark. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://commonmark.org/xml/1.0"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md m">

  <xsl:template match="rw:*" mode="m:section">
    <heading level="2"><text><xsl:value-of select="@label"/></text></heading>
    <xsl:apply-templates select="." mode="m:body"/>
  </xsl:template>

  <xsl:template match="rw:company/rw:about[not(@label)]" mode="m:section">
    <heading level="2"><text><xsl:value-of select="key('word', 'section.about')"/></text></heading>
    <xsl:apply-templates select="." mode="m:body"/>
  </xsl:template>

  <xsl:template match="*[self::rw:* and not(node()) and not(@*[name() != 'label'])]" mode="m:section" priority="2"/>
  <xsl:template match="rw:pay[not(@text-long) and not(rw:*)]" mode="m:section" priority="2"/>

  <!-- Running text, below its figures (paragraphs: two lists in a row would run together). -->
  <xsl:template match="rw:summary | rw:scope | rw:direct-reports | rw:travel | rw:classification | rw:about" mode="m:body">
    <xsl:apply-templates select="." mode="m:figures"/>
    <xsl:apply-templates select="md:* | rw:table" mode="m:copy"/>
    <xsl:apply-templates select="text()" mode="m:line"/>
  </xsl:template>

  <xsl:template match="rw:classification/text()" mode="m:line">
    <paragraph><text><xsl:value-of select="."/></text></paragraph>
  </xsl:template>

  <xsl:template match="@*" mode="m:figure">
    <paragraph><text><xsl:value-of select="."/></text></paragraph>
  </xsl:template>

  <!-- Lists, plain and in groups. -->
  <xsl:template match="rw:responsibilities | rw:competencies | rw:kpis | rw:working-conditions | rw:languages
                       | rw:reports-to | rw:works-with | rw:grows-into | rw:skills | rw:occupations | rw:media
                       | rw:changes | rw:sources" mode="m:body">
    <list type="bullet" tight="{not(rw:*[count(md:* | rw:table | rw:measure) &gt; 1])}">
      <xsl:apply-templates select="rw:*" mode="m:item"/>
    </list>
  </xsl:template>

  <xsl:template match="rw:requirements | rw:benefits | rw:first-90-days" mode="m:body">
    <xsl:apply-templates select="rw:group" mode="m:group"/>
  </xsl:template>

  <xsl:template match="rw:group" mode="m:group">
    <xsl:apply-templates select="@label" mode="m:group"/>
    <list type="bullet" tight="{not(rw:*[count(md:* | rw:table) &gt; 1])}">
      <xsl:apply-templates select="rw:*" mode="m:item"/>
    </list>
  </xsl:template>

  <xsl:template match="rw:group/@label" mode="m:group">
    <heading level="3"><text><xsl:value-of select="."/></text></heading>
  </xsl:template>
  <!-- The only group, of what is not told apart. -->
  <xsl:template match="rw:group[not(../rw:group[2])][@level = 'required' or @kind = 'other']/@label" mode="m:group" priority="1"/>

  <xsl:template match="rw:interview" mode="m:body">
    <list type="ordered" start="1" delim="period" tight="false">
      <xsl:apply-templates select="rw:*" mode="m:item"/>
    </list>
  </xsl:template>

  <xsl:template match="rw:notices" mode="m:body">
    <xsl:apply-templates select="rw:notice" mode="m:item"/>
  </xsl:template>

  <xsl:template match="rw:note" mode="m:section">
    <heading level="2"><text><xsl:value-of select="key('word', 'section.note')"/></text></heading>
    <xsl:apply-templates select="../rw:note" mode="m:item"/>
  </xsl:template>

  <!-- Pay and application -->
  <xsl:template match="rw:pay" mode="m:body">
    <xsl:apply-templates select="@text-long" mode="m:line"/>
    <xsl:apply-templates select="../rw:place[2][@pay-text]" mode="m:line"/>
    <xsl:apply-templates select="@mid-text | *[self::rw:area or self::rw:experience][1] | @overpay-text" mode="m:line"/>
    <xsl:apply-templates select="rw:commission | rw:other | rw:agreement | rw:note" mode="m:line"/>
    <xsl:apply-templates select="rw:source[/*/@as = 'description']" mode="m:line"/>
    <xsl:apply-templates select="rw:attribution/md:*" mode="m:copy"/>
  </xsl:template>

  <xsl:template match="rw:pay/@text-long" mode="m:line">
    <paragraph>
      <strong><text><xsl:value-of select="."/></text></strong>
      <xsl:apply-templates select="../@basis-text" mode="m:line"/>
    </paragraph>
  </xsl:template>
  <xsl:template match="rw:pay/@mid-text | rw:pay/@overpay-text" mode="m:line">
    <paragraph><text><xsl:value-of select="."/></text></paragraph>
  </xsl:template>

  <!-- Several places: what each of them pays. -->
  <xsl:template match="rw:place" mode="m:line">
    <list type="bullet" tight="true"><xsl:apply-templates select="../rw:place[@pay-text]" mode="m:place-pay"/></list>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:place-pay">
    <item>
      <paragraph><text><xsl:value-of select="@text"/>: <xsl:value-of select="@pay-text"/></text></paragraph>
    </item>
  </xsl:template>

  <!-- A role without a place: what it pays with experience, and in some areas. -->
  <xsl:template match="rw:area | rw:experience" mode="m:line">
    <list type="bullet" tight="true">
      <xsl:apply-templates select="../rw:area | ../rw:experience" mode="m:place-pay"/>
    </list>
  </xsl:template>
  <xsl:template match="rw:area | rw:experience" mode="m:place-pay">
    <item>
      <paragraph><text><xsl:value-of select="@name"/>: <xsl:value-of select="@text"/></text></paragraph>
    </item>
  </xsl:template>
  <xsl:template match="*" mode="m:place-pay">
    <xsl:message terminate="yes">m:place-pay: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="@basis-text" mode="m:line">
    <text> (<xsl:value-of select="."/>)</text>
  </xsl:template>
  <xsl:template match="rw:commission | rw:other | rw:agreement | rw:pay/rw:note" mode="m:line">
    <paragraph><text><xsl:apply-templates select="." mode="m:pay-line"/></text></paragraph>
  </xsl:template>
  <xsl:template match="rw:source" mode="m:line">
    <paragraph>
      <text><xsl:value-of select="key('word', 'ui.source')"/><xsl:text> </xsl:text></text>
      <xsl:apply-templates select="." mode="m:source"/>
    </paragraph>
  </xsl:template>

  <xsl:template match="rw:apply" mode="m:body">
    <xsl:apply-templates select="rw:how/md:*" mode="m:copy"/>
    <xsl:apply-templates select="@url | @email | @phone" mode="m:line"/>
  </xsl:template>
  <xsl:template match="rw:apply/@url" mode="m:line">
    <paragraph>
      <text><xsl:value-of select="key('word', 'ui.apply')"/>: </text>
      <link destination="{.}" title=""><text><xsl:value-of select="."/></text></link>
    </paragraph>
  </xsl:template>
  <xsl:template match="rw:apply/@email" mode="m:line">
    <paragraph>
      <text><xsl:value-of select="key('word', 'ui.email')"/><xsl:text> </xsl:text></text>
      <link destination="mailto:{.}" title=""><text><xsl:value-of select="."/></text></link>
    </paragraph>
  </xsl:template>
  <xsl:template match="rw:apply/@phone" mode="m:line">
    <paragraph>
      <text><xsl:value-of select="key('word', 'ui.phone')"/><xsl:text> </xsl:text><xsl:value-of select="."/></text>
    </paragraph>
  </xsl:template>

  <xsl:template match="*" mode="m:section">
    <xsl:message terminate="yes">m:section: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:body">
    <xsl:message terminate="yes">m:body: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:group">
    <xsl:message terminate="yes">m:group: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:line">
    <xsl:message terminate="yes">m:line: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:figure">
    <xsl:message terminate="yes">m:figure: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:section"/>
  <xsl:template match="text() | @*" mode="m:body"/>
  <xsl:template match="text() | @*" mode="m:group"/>
  <xsl:template match="text() | @*" mode="m:line" priority="-2"/>
  <xsl:template match="text()" mode="m:figure"/>
  <xsl:template match="text() | @*" mode="m:place-pay"/>
</xsl:stylesheet>
