<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of a comparison, as text. Of one document, yesterday and today, each change is one in time (added,
     removed ...); two documents only differ. m:kind says which, m:in on which side. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <!-- One document and a revision of it, which its name may bring along: 'baker@HEAD'. -->
  <xsl:key name="changed" use="'yes'" match="rw:diff[rw:side/@revision]
      [substring-before(concat(rw:side[1]/@id, '@'), '@') = substring-before(concat(rw:side[2]/@id, '@'), '@')]"/>

  <xsl:template match="rw:diff" mode="m:kind">
    <xsl:value-of select="key('word', 'ui.diff.difference')"/>
  </xsl:template>
  <xsl:template match="key('changed', 'yes')" mode="m:kind">
    <xsl:value-of select="key('word', 'ui.diff.change')"/>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:kind">
    <xsl:value-of select="key('word', concat('ui.diff.', @kind))"/>
  </xsl:template>
  <xsl:template match="rw:change[@kind = 'removed']" mode="m:kind">
    <xsl:apply-templates select="../../rw:side[@which = 'a']" mode="m:only"/>
  </xsl:template>
  <xsl:template match="rw:change[@kind = 'added']" mode="m:kind">
    <xsl:apply-templates select="../../rw:side[@which = 'b']" mode="m:only"/>
  </xsl:template>

  <xsl:template match="key('changed', 'yes')/rw:section/rw:change"
      mode="m:kind" priority="1">
    <xsl:value-of select="key('word', concat('state.', @kind))"/>
  </xsl:template>
  <xsl:template match="key('changed', 'yes')/rw:section[@name = 'facts']
                       /rw:change[@kind = 'reworded']" mode="m:kind" priority="2">
    <xsl:value-of select="key('word', 'state.changed')"/>
  </xsl:template>

  <xsl:template match="rw:side" mode="m:only">
    <xsl:value-of select="substring-before(key('word', 'ui.diff.only'), '%1')"/>
    <xsl:value-of select="rw:title"/>
    <xsl:value-of select="substring-after(key('word', 'ui.diff.only'), '%1')"/>
  </xsl:template>

  <!-- "in ...:" before the words of one side. -->
  <xsl:template match="rw:side" mode="m:in">
    <xsl:value-of select="substring-before(key('word', 'ui.diff.in'), '%1')"/>
    <xsl:value-of select="rw:title"/>
    <xsl:value-of select="substring-after(key('word', 'ui.diff.in'), '%1')"/>
  </xsl:template>

  <xsl:template match="*" mode="m:kind">
    <xsl:message terminate="yes">m:kind: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:only">
    <xsl:message terminate="yes">m:only: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:in">
    <xsl:message terminate="yes">m:in: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:kind"/>
  <xsl:template match="text() | @*" mode="m:only"/>
  <xsl:template match="text() | @*" mode="m:in"/>
</xsl:stylesheet>
