<?xml version="1.0" encoding="UTF-8"?>
<!-- CSV (RFC 4180): a row for each posting; the columns are fields of tables that come in. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <out:table>
      <out:row>
        <xsl:apply-templates select="." mode="m:head"/>
        <out:cell>description</out:cell>
      </out:row>
      <out:items/>
    </out:table>
  </xsl:template>

  <xsl:template match="rw:feed" mode="m:head">
    <out:cell>id</out:cell><out:cell>title</out:cell>
    <out:cell>company</out:cell><out:cell>agency</out:cell>
    <out:cell>language</out:cell><out:cell>city</out:cell>
    <out:cell>region</out:cell><out:cell>country</out:cell>
    <out:cell>postal-code</out:cell><out:cell>street</out:cell>
    <out:cell>workplace</out:cell><out:cell>remote-from</out:cell>
    <out:cell>employment</out:cell><out:cell>hours</out:cell>
    <out:cell>openings</out:cell><out:cell>posted</out:cell>
    <out:cell>closes</out:cell><out:cell>starts</out:cell>
    <out:cell>ongoing</out:cell><out:cell>pay-min</out:cell>
    <out:cell>pay-max</out:cell><out:cell>currency</out:cell>
    <out:cell>period</out:cell><out:cell>category</out:cell>
    <out:cell>seniority</out:cell>
    <out:cell>apply-url</out:cell><out:cell>apply-email</out:cell>
    <out:cell>url</out:cell>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <out:row>
      <xsl:apply-templates select="." mode="m:what"/>
      <xsl:apply-templates select="." mode="m:terms"/>
      <out:cell><xsl:apply-templates select="." mode="m:description"/></out:cell>
    </out:row>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:what">
    <out:cell><xsl:apply-templates select="key('field', 'id')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'title')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'company')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'agency')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'language')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'city')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'region')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'country')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'postal-code')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'street')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'workplace')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'remote-from')" mode="m:values"/></out:cell>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:terms">
    <out:cell><xsl:apply-templates select="key('field', 'employment')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'hours')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'openings')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'posted')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'closes')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'starts')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'ongoing')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'pay-min')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'pay-max')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'currency')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'period')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'category')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'seniority')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'apply-url')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'apply-email')" mode="m:values"/></out:cell>
    <out:cell><xsl:apply-templates select="key('field', 'url')" mode="m:values"/></out:cell>
  </xsl:template>

  <xsl:template match="*" mode="m:head">
    <xsl:message terminate="yes">m:head: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:what">
    <xsl:message terminate="yes">m:what: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:terms">
    <xsl:message terminate="yes">m:terms: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:head"/>
  <xsl:template match="text() | @*" mode="m:what"/>
  <xsl:template match="text() | @*" mode="m:terms"/>
</xsl:stylesheet>
