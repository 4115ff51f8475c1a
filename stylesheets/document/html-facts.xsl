<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts, figures and tags as HTML. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="* | @*" mode="m:fact">
    <div>
      <dt><xsl:apply-templates select="." mode="m:fact-label"/></dt>
      <dd>
        <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
        <xsl:apply-templates select="." mode="m:fact-value"/>
      </dd>
    </div>
  </xsl:template>

  <!-- Lines to fill in. -->
  <xsl:template match="rw:*" mode="m:form"/>
  <xsl:template match="rw:*[@as = 'kit']" mode="m:form">
    <div class="rw-scroll" role="group" tabindex="0" aria-label="{key('word', 'ui.form')}">
      <table class="rw-form">
        <tbody>
          <tr><th scope="row"><xsl:value-of select="key('word', 'ui.candidate')"/></th><td></td></tr>
          <tr><th scope="row"><xsl:value-of select="key('word', 'ui.interviewer')"/></th><td></td></tr>
          <tr><th scope="row"><xsl:value-of select="key('word', 'ui.date')"/></th><td></td></tr>
          <tr><th scope="row"><xsl:value-of select="key('word', 'ui.total')"/></th><td></td></tr>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- One label, several values. -->
  <xsl:template match="rw:place" mode="m:fact">
    <div>
      <dt><xsl:apply-templates select="." mode="m:fact-label"/></dt>
      <xsl:apply-templates select="../rw:place" mode="m:fact-detail"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:other-titles/rw:title" mode="m:fact">
    <div>
      <dt><xsl:apply-templates select="." mode="m:fact-label"/></dt>
      <xsl:apply-templates select="../rw:title" mode="m:fact-detail"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:place | rw:title" mode="m:fact-detail">
    <dd>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:fact-value"/>
    </dd>
  </xsl:template>

  <!-- Dates are for machines, too. -->
  <xsl:template match="@posted-text" mode="m:fact-value">
    <time datetime="{../@posted}"><xsl:value-of select="."/></time>
  </xsl:template>
  <xsl:template match="@closes-text" mode="m:fact-value">
    <time datetime="{../@closes}"><xsl:value-of select="."/></time>
  </xsl:template>
  <xsl:template match="@starts-text" mode="m:fact-value">
    <time datetime="{../@starts}"><xsl:value-of select="."/></time>
  </xsl:template>
  <xsl:template match="@ends-text" mode="m:fact-value">
    <time datetime="{../@ends}"><xsl:value-of select="."/></time>
  </xsl:template>
  <xsl:template match="@updated-text" mode="m:fact-value">
    <time datetime="{../@updated}"><xsl:value-of select="."/></time>
  </xsl:template>
  <xsl:template match="@review-by-text" mode="m:fact-value">
    <time datetime="{../@review-by}"><xsl:value-of select="."/></time>
  </xsl:template>

  <xsl:template match="@*" mode="m:tag">
    <xsl:text> </xsl:text>
    <span class="rw-tag"><xsl:apply-templates select="." mode="m:tag-text"/></span>
  </xsl:template>

  <xsl:template match="@*" mode="m:figure">
    <li><xsl:value-of select="."/></li>
  </xsl:template>

  <xsl:template match="*" mode="m:form">
    <xsl:message terminate="yes">m:form: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:fact-detail">
    <xsl:message terminate="yes">m:fact-detail: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:tag">
    <xsl:message terminate="yes">m:tag: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:figure">
    <xsl:message terminate="yes">m:figure: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text()" mode="m:fact"/>
  <xsl:template match="text() | @*" mode="m:form"/>
  <xsl:template match="text() | @*" mode="m:fact-detail"/>
  <xsl:template match="text()" mode="m:tag"/>
  <xsl:template match="text()" mode="m:figure"/>
</xsl:stylesheet>
