<?xml version="1.0" encoding="UTF-8"?>
<!-- RSS 2.0: rss/channel/item. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <!-- A channel needs a description: the title says what it is. -->
  <xsl:template match="rw:feed" mode="m:feed">
    <rss version="2.0">
      <channel>
        <title><xsl:apply-templates select="key('field', 'channel-title')" mode="m:value"/></title>
        <link><xsl:apply-templates select="key('field', 'channel-link')" mode="m:value"/></link>
        <description><xsl:apply-templates select="key('field', 'channel-title')" mode="m:value"/></description>
        <xsl:apply-templates select="key('field', 'language')" mode="m:plain"/>
        <xsl:apply-templates select="key('field', 'lastBuildDate')" mode="m:plain"/>
        <xsl:apply-templates select="key('field', 'generator')" mode="m:plain"/>
        <out:items/>
      </channel>
    </rss>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <item>
      <xsl:apply-templates select="key('field', 'title')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'link')" mode="m:plain"/>
      <guid isPermaLink="false"><xsl:apply-templates select="key('field', 'guid')" mode="m:value"/></guid>
      <xsl:apply-templates select="key('field', 'pubDate')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'category')" mode="m:plain"/>
      <description><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></description>
    </item>
  </xsl:template>
</xsl:stylesheet>
