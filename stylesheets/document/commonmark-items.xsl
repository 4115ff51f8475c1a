<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts, tags and the items of the parts as CommonMark. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://commonmark.org/xml/1.0"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md m">

  <xsl:template match="* | @*" mode="m:fact">
    <item>
      <paragraph>
        <strong><text><xsl:apply-templates select="." mode="m:fact-label"/>:</text></strong>
        <text><xsl:text> </xsl:text><xsl:apply-templates select="." mode="m:fact-values"/></text>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="* | @*" mode="m:fact-values">
    <xsl:apply-templates select="." mode="m:fact-value"/>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:fact-values">
    <xsl:apply-templates select="../rw:place" mode="m:fact-next"/>
  </xsl:template>
  <xsl:template match="rw:other-titles/rw:title" mode="m:fact-values">
    <xsl:apply-templates select="../rw:title" mode="m:fact-next"/>
  </xsl:template>
  <xsl:template match="rw:place | rw:title" mode="m:fact-next">
    <xsl:if test="position() != 1">; </xsl:if>
    <xsl:apply-templates select="." mode="m:fact-value"/>
  </xsl:template>

  <xsl:template match="@*" mode="m:tag">
    <text> (<xsl:apply-templates select="." mode="m:tag-text"/>)</text>
  </xsl:template>

  <xsl:template match="rw:responsibility | rw:requirement | rw:competency | rw:kpi | rw:condition | rw:benefit
                       | rw:question | rw:goal" mode="m:item">
    <item>
      <xsl:apply-templates select="md:* | rw:table" mode="m:copy"/>
      <xsl:apply-templates select="rw:measure | rw:good-answer" mode="m:item"/>
    </item>
  </xsl:template>

  <xsl:template match="rw:measure" mode="m:item">
    <xsl:apply-templates select="md:* | rw:table" mode="m:copy"/>
  </xsl:template>

  <xsl:template match="rw:good-answer" mode="m:item">
    <paragraph>
      <strong><text><xsl:value-of select="key('word', 'ui.good-answer')"/></text></strong>
    </paragraph>
    <xsl:apply-templates select="md:* | rw:table" mode="m:copy"/>
  </xsl:template>

  <xsl:template match="rw:notice | rw:note" mode="m:item">
    <xsl:apply-templates select="md:* | rw:table" mode="m:copy"/>
  </xsl:template>

  <!-- Lines -->
  <xsl:template match="rw:skill | rw:position" mode="m:item">
    <item><paragraph><text><xsl:value-of select="."/></text></paragraph></item>
  </xsl:template>

  <xsl:template match="rw:language" mode="m:item">
    <item>
      <paragraph>
        <text><xsl:value-of select="@lang-text"/></text>
        <xsl:apply-templates select="@cefr" mode="m:tag"/>
        <xsl:apply-templates select="text()" mode="m:reason"/>
      </paragraph>
    </item>
  </xsl:template>
  <xsl:template match="rw:language/text()" mode="m:reason">
    <text>: <xsl:value-of select="."/></text>
  </xsl:template>

  <xsl:template match="rw:occupation" mode="m:item">
    <item>
      <paragraph>
        <text>
          <xsl:value-of select="@scheme-text"/>
          <xsl:text> </xsl:text>
          <xsl:value-of select="@code"/>
          <xsl:text> </xsl:text>
          <xsl:value-of select="@name"/>
        </text>
        <xsl:apply-templates select="@match-text" mode="m:tag"/>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="rw:image | rw:video" mode="m:item">
    <item>
      <paragraph>
        <link destination="{@url}" title=""><text><xsl:value-of select="@alt"/></text></link>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:item">
    <item>
      <paragraph>
        <text>
          <xsl:value-of select="@version"/>
          <xsl:text> </xsl:text>
          <xsl:value-of select="@date-text"/>
          <xsl:text> </xsl:text>
        </text>
        <xsl:apply-templates select="." mode="m:inline"/>
      </paragraph>
    </item>
  </xsl:template>

  <xsl:template match="rw:source" mode="m:item">
    <item><paragraph><xsl:apply-templates select="." mode="m:source"/></paragraph></item>
  </xsl:template>

  <xsl:template match="rw:source" mode="m:source">
    <text><xsl:value-of select="."/></text>
    <xsl:apply-templates select="@date-text" mode="m:tag"/>
  </xsl:template>
  <xsl:template match="rw:source[@url]" mode="m:source">
    <link destination="{@url}" title=""><text><xsl:value-of select="."/></text></link>
    <xsl:apply-templates select="@date-text" mode="m:tag"/>
  </xsl:template>

  <!-- Tables of the record and the kit; a width is in percent, for Word. -->
  <xsl:template match="rw:scorecard" mode="m:body">
    <rw:table>
      <rw:row header="yes">
        <rw:cell width="50"><text><xsl:value-of select="key('word', 'ui.criterion')"/></text></rw:cell>
        <rw:cell align="right" width="13"><text><xsl:value-of select="key('word', 'ui.weight')"/></text></rw:cell>
        <rw:cell width="17"><text><xsl:value-of select="key('word', 'ui.score')"/></text></rw:cell>
        <rw:cell width="20"><text><xsl:value-of select="key('word', 'ui.evidence')"/></text></rw:cell>
      </rw:row>
      <xsl:apply-templates select="rw:criterion" mode="m:item"/>
    </rw:table>
  </xsl:template>
  <xsl:template match="rw:criterion" mode="m:item">
    <rw:row>
      <rw:cell width="50"><xsl:apply-templates select="." mode="m:inline"/></rw:cell>
      <rw:cell align="right" width="13"><text><xsl:value-of select="@weight"/></text></rw:cell>
      <rw:cell width="17"/>
      <rw:cell width="20"/>
    </rw:row>
  </xsl:template>

  <xsl:template match="rw:approvals" mode="m:body">
    <rw:table>
      <rw:row header="yes">
        <rw:cell><text><xsl:value-of select="key('word', 'ui.approver')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.function')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.date')"/></text></rw:cell>
        <rw:cell><text><xsl:value-of select="key('word', 'ui.signature')"/></text></rw:cell>
      </rw:row>
      <xsl:apply-templates select="rw:approval" mode="m:item"/>
    </rw:table>
  </xsl:template>
  <xsl:template match="rw:approval" mode="m:item">
    <rw:row>
      <rw:cell><text><xsl:value-of select="@by"/></text></rw:cell>
      <rw:cell><text><xsl:value-of select="@role"/></text></rw:cell>
      <rw:cell><text><xsl:value-of select="@date-text"/></text></rw:cell>
      <rw:cell/>
    </rw:row>
  </xsl:template>

  <xsl:template match="*" mode="m:item">
    <xsl:message terminate="yes">m:item: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:fact-next">
    <xsl:message terminate="yes">m:fact-next: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:tag">
    <xsl:message terminate="yes">m:tag: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:source">
    <xsl:message terminate="yes">m:source: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:reason">
    <xsl:message terminate="yes">m:reason: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:item"/>
  <xsl:template match="text()" mode="m:fact"/>
  <xsl:template match="text()" mode="m:fact-values"/>
  <xsl:template match="text() | @*" mode="m:fact-next"/>
  <xsl:template match="text()" mode="m:tag"/>
  <xsl:template match="text() | @*" mode="m:source"/>
  <xsl:template match="text() | @*" mode="m:reason"/>
</xsl:stylesheet>
