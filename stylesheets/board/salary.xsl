<?xml version="1.0" encoding="UTF-8"?>
<!-- Pay as text, 'MIN - MAX CURRENCY PERIOD': m:salary for the field 'currency'.  -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">


  <xsl:template match="rw:field" mode="m:salary">
    <salary>
      <out:cdata>
        <xsl:value-of select="key('field', 'salary-min')"/>
        <xsl:apply-templates select="key('field', 'salary-max')" mode="m:salary-end"/>
        <xsl:value-of select="concat(' ', .)"/>
        <xsl:apply-templates select="key('field', 'period')" mode="m:salary-end"/>
      </out:cdata>
    </salary>
  </xsl:template>

  <xsl:template match="rw:field[@name = 'salary-max']" mode="m:salary-end">
    <xsl:value-of select="concat(' - ', .)"/>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'period']" mode="m:salary-end">
    <xsl:value-of select="concat(' ', .)"/>
  </xsl:template>

  <xsl:template match="*" mode="m:salary">
    <xsl:message terminate="yes">m:salary: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:salary-end">
    <xsl:message terminate="yes">m:salary-end: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:salary"/>
  <xsl:template match="text() | @*" mode="m:salary-end"/>
</xsl:stylesheet>
