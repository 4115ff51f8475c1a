<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of facts and tags, which every format shares: m:fact-label, m:fact-value and m:tag-text give text only. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <!-- Labels. The key is 'ui.' and the name of the attribute without '-text', or of the element. -->
  <xsl:template match="rw:company/rw:name | @confidential" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.company')"/>
  </xsl:template>
  <xsl:template match="rw:agency/rw:name" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.agency')"/>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.place')"/>
  </xsl:template>
  <xsl:template match="rw:workplace" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.workplace')"/>
  </xsl:template>
  <xsl:template match="rw:other-titles/rw:title" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.other-titles')"/>
  </xsl:template>
  <xsl:template match="rw:family" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.family')"/>
  </xsl:template>
  <xsl:template match="rw:level" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.level')"/>
  </xsl:template>
  <xsl:template match="rw:pay/@text-long" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.pay')"/>
  </xsl:template>
  <xsl:template match="@employment-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.employment')"/>
  </xsl:template>
  <xsl:template match="@hours-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.hours')"/>
  </xsl:template>
  <xsl:template match="@starts-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.starts')"/>
  </xsl:template>
  <xsl:template match="@ends-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.ends')"/>
  </xsl:template>
  <xsl:template match="@posted-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.posted')"/>
  </xsl:template>
  <xsl:template match="@closes-text | @ongoing" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.closes')"/>
  </xsl:template>
  <xsl:template match="@status-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.status')"/>
  </xsl:template>
  <xsl:template match="@updated-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.updated')"/>
  </xsl:template>
  <xsl:template match="@review-by-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.review-by')"/>
  </xsl:template>
  <xsl:template match="@exempt-text" mode="m:fact-label">
    <xsl:value-of select="key('word', 'ui.exempt')"/>
  </xsl:template>
  <xsl:template match="@openings | @version | @owner | @requisition | @job-code | rw:pay/@grade
                       | rw:pay/@split" mode="m:fact-label">
    <xsl:value-of select="key('word', concat('ui.', name()))"/>
  </xsl:template>

  <!-- Values. -->
  <xsl:template match="rw:name | rw:family | rw:level | rw:other-titles/rw:title" mode="m:fact-value">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:fact-value">
    <xsl:value-of select="@text"/>
  </xsl:template>
  <xsl:template match="rw:workplace" mode="m:fact-value">
    <xsl:value-of select="@mode-text"/>
    <xsl:apply-templates select="@days-on-site-text" mode="m:fact-more"/>
    <xsl:apply-templates select="@from-text" mode="m:fact-more"/>
  </xsl:template>
  <xsl:template match="rw:pay/@text-long" mode="m:fact-value">
    <xsl:value-of select="."/>
    <xsl:apply-templates select="../@basis-text" mode="m:fact-more"/>
  </xsl:template>
  <xsl:template match="@confidential" mode="m:fact-value">
    <xsl:value-of select="key('word', 'ui.confidential')"/>
  </xsl:template>
  <xsl:template match="@ongoing" mode="m:fact-value">
    <xsl:value-of select="key('word', 'ui.ongoing')"/>
  </xsl:template>
  <xsl:template match="@*" mode="m:fact-value">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="@days-on-site-text | @from-text | @basis-text" mode="m:fact-more">
    <xsl:value-of select="key('word', 'ui.comma')"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- Tags. -->
  <xsl:template match="@essential" mode="m:tag-text">
    <xsl:value-of select="key('word', 'ui.essential')"/>
  </xsl:template>
  <xsl:template match="@target-text" mode="m:tag-text">
    <xsl:value-of select="key('word', 'ui.target')"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="@level-text | @share-text | @kind-text | @about-text | @match-text | @date-text | @cefr" mode="m:tag-text">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- The scope of a role in figures, most telling first; a format defines m:figure. -->
  <xsl:template match="rw:scope" mode="m:figures">
    <xsl:apply-templates select="@accounts-text" mode="m:figure"/>
    <xsl:apply-templates select="@revenue-text" mode="m:figure"/>
    <xsl:apply-templates select="@team-text" mode="m:figure"/>
    <xsl:apply-templates select="@region" mode="m:figure"/>
  </xsl:template>
  <xsl:template match="rw:travel" mode="m:figures">
    <xsl:apply-templates select="@percent-text" mode="m:figure"/>
    <xsl:apply-templates select="@overnight-text" mode="m:figure"/>
    <xsl:apply-templates select="@international-text" mode="m:figure"/>
  </xsl:template>
  <xsl:template match="rw:direct-reports" mode="m:figures">
    <xsl:apply-templates select="@count-text" mode="m:figure"/>
  </xsl:template>
  <!-- 'Exempt' is a class of the United States: in other languages the writer's own words stand in its place. -->
  <xsl:template match="rw:classification" mode="m:figures">
    <xsl:apply-templates select="@exempt-text[not(../text()) or starts-with(/*/@xml:lang, 'en')]" mode="m:figure"/>
    <xsl:apply-templates select="@agreement" mode="m:figure"/>
  </xsl:template>
  <xsl:template match="rw:*" mode="m:figures"/>

  <!-- A line of the pay in words, and its figures behind it. -->
  <xsl:template match="rw:other | rw:note" mode="m:pay-line">
    <xsl:value-of select="text()"/>
  </xsl:template>
  <xsl:template match="rw:agreement" mode="m:pay-line">
    <xsl:value-of select="@name"/>
    <xsl:if test="text() and @name">: </xsl:if>
    <xsl:value-of select="text()"/>
  </xsl:template>
  <xsl:template match="rw:commission" mode="m:pay-line">
    <xsl:variable name="figures">
      <xsl:value-of select="@text"/>
      <xsl:if test="@text and @share-text">
        <xsl:value-of select="key('word', 'ui.comma')"/>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:value-of select="@share-text"/>
    </xsl:variable>
    <xsl:value-of select="text()"/>
    <xsl:if test="text() and string($figures)"> (</xsl:if>
    <xsl:value-of select="$figures"/>
    <xsl:if test="text() and string($figures)">)</xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="m:pay-line">
    <xsl:message terminate="yes">m:pay-line: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="*" mode="m:figures">
    <xsl:message terminate="yes">m:figures: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:fact-label">
    <xsl:message terminate="yes">m:fact-label: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="@*" mode="m:fact-label" priority="-1">
    <xsl:message terminate="yes">m:fact-label: nothing for '@<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:fact-value">
    <xsl:message terminate="yes">m:fact-value: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:fact-more">
    <xsl:message terminate="yes">m:fact-more: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:tag-text">
    <xsl:message terminate="yes">m:tag-text: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text()" mode="m:fact-label"/>
  <xsl:template match="text()" mode="m:fact-value"/>
  <xsl:template match="text() | @*" mode="m:fact-more"/>
  <xsl:template match="text() | @*" mode="m:tag-text"/>
  <xsl:template match="text() | @*" mode="m:figures"/>
  <xsl:template match="text() | @*" mode="m:pay-line"/>
</xsl:stylesheet>
