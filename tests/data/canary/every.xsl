<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes of a document with every element and attribute (tests/data/schema/valid)
  one that resolves, whose texts are CANARY-name where the schema says that the
  element or attribute is internal, and PUBLIC-name elsewhere. The schema is
  given as 'schema'.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:rw="urn:rolewright:1"
    exclude-result-prefixes="xs rw">
  <xsl:param name="schema"/>
  <xsl:variable name="elements" select="document($schema)/xs:schema/xs:element"/>

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>
  <xsl:template match="comment()|rw:remove|rw:use|rw:categories|rw:agency"/>
  <xsl:template match="@audience|@of|@before|@after|@replace|@formerly|@agency|@ongoing|@ends|@confidential|@about|@class|@key"/>
  <xsl:template match="rw:pay/@fixed|rw:pay/@grade|rw:pay/@table|rw:pay/@area|rw:pay/@experience|rw:place/@area|@parent|rw:brand/@logo|rw:media|rw:boards|rw:role/@extends"/>

  <xsl:template match="text()" priority="1">
    <xsl:variable name="name" select="name(..)"/>
    <xsl:variable name="content" select="$elements[@name = $name]//rw:vocabulary/@content"/>
    <xsl:choose>
      <xsl:when test="not(normalize-space())"><xsl:copy/></xsl:when>
      <xsl:when test="$content = 'text'"><xsl:copy/></xsl:when>
      <xsl:when test="../ancestor-or-self::*[name() = $elements[.//rw:vocabulary/@audience = 'internal' and not(.//xs:attribute//rw:vocabulary/@audience = 'internal' and not(xs:annotation//rw:vocabulary/@audience = 'internal'))]/@name]">
        <xsl:value-of select="concat('CANARY-', $name, ' ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('PUBLIC-', $name, ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Internal attributes, and the words in those of internal elements. -->
  <xsl:template match="@owner|@job-code|@requisition|rw:approval/@by|rw:approval/@role|rw:contact/@name|rw:classification/@agreement|rw:account/@id">
    <xsl:attribute name="{name()}"><xsl:value-of select="concat('CANARY-', name())"/></xsl:attribute>
  </xsl:template>
  <xsl:template match="rw:contact/@email">
    <xsl:attribute name="email">canary-contact@lantern.example</xsl:attribute>
  </xsl:template>
  <xsl:template match="rw:contact/@phone">
    <xsl:attribute name="phone">+1 303 555 0199</xsl:attribute>
  </xsl:template>
  <xsl:template match="rw:sources/rw:source/@url">
    <xsl:attribute name="url">https://canary.example/</xsl:attribute>
  </xsl:template>
  <xsl:template match="@review-by"><xsl:attribute name="review-by">2031-03-07</xsl:attribute></xsl:template>
  <xsl:template match="rw:approval/@date|rw:change/@date"><xsl:attribute name="date">2019-03-07</xsl:attribute></xsl:template>

  <!-- What has to fit. -->
  <xsl:template match="/*/@status"><xsl:attribute name="status">approved</xsl:attribute></xsl:template>
  <xsl:template match="rw:posting/@posted"><xsl:attribute name="posted">2026-11-02</xsl:attribute></xsl:template>
  <xsl:template match="rw:posting/@closes"><xsl:attribute name="closes">2026-12-15</xsl:attribute></xsl:template>
  <xsl:template match="rw:posting/@role"><xsl:attribute name="role">every-role</xsl:attribute></xsl:template>
  <xsl:template match="rw:posting/@company"><xsl:attribute name="company">every-company</xsl:attribute></xsl:template>
  <xsl:template match="rw:position/@ref"/>
  <xsl:template match="rw:places/rw:place/@id"><xsl:attribute name="id">hall</xsl:attribute></xsl:template>
  <xsl:template match="rw:posting/rw:place/@ref"><xsl:attribute name="ref">hall</xsl:attribute></xsl:template>
  <xsl:template match="rw:supervisor/@place"><xsl:attribute name="place">hall</xsl:attribute></xsl:template>
</xsl:stylesheet>
