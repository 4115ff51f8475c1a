<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a posting in parts, for boards that want each with its heading. For a child of rw:description,
     m:part-id: its name, the same in all languages; m:heading: its heading as text; m:text: what stands below it, as HTML.
     All parts together are the field 'description'.
     The opening has no heading of its own: the title stands in. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:html="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="html rw m">

  <xsl:template match="html:section" mode="m:part-id">
    <xsl:value-of select="@id"/>
  </xsl:template>
  <xsl:template match="html:div" mode="m:part-id">opening</xsl:template>

  <xsl:template match="html:section" mode="m:heading">
    <xsl:value-of select="html:h2"/>
  </xsl:template>
  <xsl:template match="html:div" mode="m:heading">
    <xsl:value-of select="/rw:posting/rw:title"/>
  </xsl:template>

  <xsl:template match="html:section | html:div" mode="m:text">
    <out:markup method="html" field="description">
      <xsl:copy-of select="/rw:posting/rw:board/@tags | /rw:posting/rw:board/@entities"/>
      <xsl:copy-of select="node()[not(self::html:h2)]"/>
    </out:markup>
  </xsl:template>

  <xsl:template match="*" mode="m:part-id">
    <xsl:message terminate="yes">m:part-id: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:heading">
    <xsl:message terminate="yes">m:heading: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:text">
    <xsl:message terminate="yes">m:text: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:part-id"/>
  <xsl:template match="text() | @*" mode="m:heading"/>
  <xsl:template match="text() | @*" mode="m:text"/>
</xsl:stylesheet>
