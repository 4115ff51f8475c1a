<?xml version="1.0" encoding="UTF-8"?>
<!-- A ladder of roles side by side: what each level adds, rewords or drops. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/html-commonmark.xsl"/>
  <xsl:include href="../site/page.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/rw:collection" mode="m:heading">
    <xsl:value-of select="key('word', 'ui.matrix.title')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:value-of select="key('word', 'ui.matrix.description')"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:value-of select="key('word', 'ui.matrix.title')"/></h1>
    <p class="rw-lead"><xsl:value-of select="key('word', 'ui.matrix.description')"/></p>
    <xsl:apply-templates select="rw:matrix" mode="m:matrix"/>
  </xsl:template>

  <xsl:template match="rw:matrix" mode="m:matrix">
    <div class="rw-scroll rw-tall" role="group" tabindex="0" aria-label="{key('word', 'ui.matrix.title')}">
      <table class="rw-matrix">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="key('word', 'ui.matrix.item')"/></th>
            <xsl:apply-templates select="rw:column" mode="m:matrix"/>
          </tr>
        </thead>
        <xsl:apply-templates select="rw:section" mode="m:matrix"/>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="rw:column" mode="m:matrix">
    <th scope="col"><xsl:value-of select="rw:title"/></th>
  </xsl:template>
  <xsl:template match="rw:column[@href]" mode="m:matrix">
    <th scope="col"><a href="{@href}"><xsl:value-of select="rw:title"/></a></th>
  </xsl:template>

  <xsl:template match="rw:section" mode="m:matrix">
    <tbody>
      <tr><th scope="rowgroup" colspan="{count(../rw:column) + 1}"><xsl:value-of select="@label"/></th></tr>
      <xsl:apply-templates select="rw:row" mode="m:matrix"/>
    </tbody>
  </xsl:template>

  <xsl:template match="rw:row" mode="m:matrix">
    <tr>
      <th scope="row"><xsl:value-of select="@label"/></th>
      <xsl:apply-templates select="rw:cell" mode="m:matrix"/>
    </tr>
  </xsl:template>

  <!-- The state is said in words; the colour repeats it. -->
  <xsl:template match="rw:cell" mode="m:matrix">
    <td class="rw-{@state}">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <span class="rw-state"><xsl:value-of select="key('word', concat('state.', @state))"/></span>
      <xsl:apply-templates select="." mode="m:flow"/>
    </td>
  </xsl:template>
  <!-- What is inherited stands to its left. -->
  <xsl:template match="rw:cell[@state = 'inherited']" mode="m:matrix">
    <td class="rw-inherited">
      <span class="rw-state"><xsl:value-of select="key('word', 'state.inherited')"/></span>
    </td>
  </xsl:template>
  <xsl:template match="rw:cell[not(@state)]" mode="m:matrix">
    <td>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:flow"/>
    </td>
  </xsl:template>

  <!-- A figure is neither added nor reworded: it speaks for itself. -->
  <xsl:template match="rw:section[@name = 'facts']/rw:row/rw:cell[node()]" mode="m:matrix" priority="1">
    <td>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:flow"/>
    </td>
  </xsl:template>

  <xsl:template match="*" mode="m:matrix">
    <xsl:message terminate="yes">m:matrix: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:matrix" priority="-2"/>
</xsl:stylesheet>
