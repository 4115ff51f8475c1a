<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    exclude-result-prefixes="rw">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/rw:feed">
    <jobs count="{rw:board/rw:field[@name = 'count']}"><out:items/></jobs>
  </xsl:template>

  <xsl:template match="/rw:posting">
    <job><xsl:apply-templates select="rw:board/rw:field"/></job>
  </xsl:template>

  <xsl:template match="rw:field">
    <xsl:element name="{@name}"><xsl:value-of select="."/></xsl:element>
  </xsl:template>
</xsl:stylesheet>
