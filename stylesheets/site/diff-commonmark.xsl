<?xml version="1.0" encoding="UTF-8"?>
<!-- Two roles, item by item, as CommonMark. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://commonmark.org/xml/1.0"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/commonmark-copy.xsl"/>
  <xsl:include href="diff-words.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:collection" mode="m:document"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:heading">
    <xsl:value-of select="rw:diff/rw:side[@which = 'a']/rw:title"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="key('word', 'ui.diff.with')"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="rw:diff/rw:side[@which = 'b']/rw:title"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:document">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="m:heading"/></xsl:variable>
    <document title="{$title}" lang="{@xml:lang}" date="{@date}">
      <heading level="1"><text><xsl:value-of select="$title"/></text></heading>
      <xsl:apply-templates select="rw:diff" mode="m:diff"/>
      <xsl:apply-templates select="rw:attributions" mode="m:diff"/>
    </document>
  </xsl:template>

  <xsl:template match="rw:attributions" mode="m:diff">
    <thematic_break/>
    <xsl:apply-templates select="rw:attribution/md:*" mode="m:copy"/>
  </xsl:template>

  <xsl:template match="rw:diff" mode="m:diff">
    <paragraph><text><xsl:value-of select="key('word', 'ui.diff.none')"/></text></paragraph>
  </xsl:template>

  <xsl:template match="rw:diff[rw:section or rw:pay]" mode="m:diff">
    <xsl:apply-templates select="rw:pay" mode="m:diff"/>
    <xsl:apply-templates select="rw:section" mode="m:diff"/>
  </xsl:template>

  <xsl:template match="rw:section" mode="m:diff">
    <heading level="2"><text><xsl:value-of select="@label"/></text></heading>
    <list type="bullet" tight="{not(rw:change[@kind = 'reworded' or rw:*[count(md:*) &gt; 1]])}">
      <xsl:apply-templates select="rw:change" mode="m:diff"/>
    </list>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:diff">
    <item><xsl:apply-templates select="rw:b | rw:a[not(../rw:b)]" mode="m:side"/></item>
  </xsl:template>
  <xsl:template match="rw:change[@kind = 'reworded']" mode="m:diff">
    <item>
      <paragraph>
        <xsl:apply-templates select="." mode="m:state"/>
        <xsl:apply-templates select="@label" mode="m:state"/>
      </paragraph>
      <xsl:apply-templates select="rw:a" mode="m:in-side"/>
      <xsl:apply-templates select="rw:b" mode="m:in-side"/>
    </item>
  </xsl:template>
  <xsl:template match="key('changed', 'yes')//rw:change[@kind = 'reworded']"
      mode="m:diff" priority="1">
    <item>
      <xsl:apply-templates select="rw:b" mode="m:side"/>
      <xsl:apply-templates select="rw:a" mode="m:before"/>
    </item>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:state">
    <strong><text><xsl:apply-templates select="." mode="m:kind"/>:</text></strong>
  </xsl:template>
  <xsl:template match="rw:change/@label" mode="m:state">
    <text><xsl:text> </xsl:text><xsl:value-of select="."/></text>
  </xsl:template>

  <!-- The first paragraph follows the state; other blocks stand below. -->
  <xsl:template match="rw:a | rw:b" mode="m:side">
    <paragraph>
      <xsl:apply-templates select=".." mode="m:state"/>
      <text><xsl:text> </xsl:text></text>
      <xsl:apply-templates select="../@label" mode="m:side"/>
      <xsl:apply-templates select="md:*[1][self::md:paragraph]" mode="m:inline"/>
    </paragraph>
    <xsl:apply-templates select="." mode="m:more"/>
  </xsl:template>
  <xsl:template match="rw:change/@label" mode="m:side">
    <text><xsl:value-of select="."/>: </text>
  </xsl:template>
  <xsl:template match="rw:a" mode="m:before">
    <paragraph>
      <emph><text><xsl:value-of select="key('word', 'ui.diff.before')"/></text></emph>
      <text><xsl:text> </xsl:text></text>
      <xsl:apply-templates select="md:*[1][self::md:paragraph]" mode="m:inline"/>
    </paragraph>
    <xsl:apply-templates select="." mode="m:more"/>
  </xsl:template>
  <xsl:template match="rw:a | rw:b" mode="m:in-side">
    <paragraph>
      <emph><text><xsl:apply-templates select="../../../rw:side[@which = name(current())]" mode="m:in"/></text></emph>
      <text><xsl:text> </xsl:text></text>
      <xsl:apply-templates select="md:*[1][self::md:paragraph]" mode="m:inline"/>
    </paragraph>
    <xsl:apply-templates select="." mode="m:more"/>
  </xsl:template>
  <xsl:template match="rw:a | rw:b" mode="m:more">
    <xsl:apply-templates select="md:*[not(self::md:paragraph) or preceding-sibling::md:*] | rw:table" mode="m:copy"/>
  </xsl:template>

  <xsl:template match="rw:pay" mode="m:diff">
    <heading level="2"><text><xsl:value-of select="key('word', 'ui.pay')"/></text></heading>
    <list type="bullet" tight="true"><xsl:apply-templates select="rw:a | rw:b" mode="m:pay"/></list>
  </xsl:template>
  <xsl:template match="rw:pay/rw:a" mode="m:pay">
    <item>
      <paragraph>
        <text><xsl:value-of select="../../rw:side[@which = 'a']/rw:title"/>: <xsl:value-of select="@text"/></text>
      </paragraph>
    </item>
  </xsl:template>
  <xsl:template match="rw:pay/rw:b" mode="m:pay">
    <item>
      <paragraph>
        <text>
          <xsl:value-of select="../../rw:side[@which = 'b']/rw:title"/>: <xsl:value-of select="@text"/>
          <xsl:apply-templates select="@change-text" mode="m:pay"/>
        </text>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="rw:pay/rw:b/@change-text" mode="m:pay">
    <xsl:text> (</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- Nothing here has remarks. -->
  <xsl:template match="rw:*" mode="m:tags"/>

  <xsl:template match="*" mode="m:document">
    <xsl:message terminate="yes">m:document: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:heading">
    <xsl:message terminate="yes">m:heading: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:diff">
    <xsl:message terminate="yes">m:diff: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:side">
    <xsl:message terminate="yes">m:side: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:state">
    <xsl:message terminate="yes">m:state: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:in-side">
    <xsl:message terminate="yes">m:in-side: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:before">
    <xsl:message terminate="yes">m:before: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:more">
    <xsl:message terminate="yes">m:more: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:pay">
    <xsl:message terminate="yes">m:pay: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:tags">
    <xsl:message terminate="yes">m:tags: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:document" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:heading" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:diff" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:side" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:state" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:in-side" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:before" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:more" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:pay" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:tags" priority="-2"/>
</xsl:stylesheet>
