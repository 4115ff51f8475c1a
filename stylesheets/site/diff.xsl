<?xml version="1.0" encoding="UTF-8"?>
<!-- Two roles, item by item. -->
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
  <xsl:include href="diff-words.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/rw:collection" mode="m:heading">
    <xsl:value-of select="rw:diff/rw:side[@which = 'a']/rw:title"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="key('word', 'ui.diff.with')"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="rw:diff/rw:side[@which = 'b']/rw:title"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:description">
    <xsl:apply-templates select="." mode="m:heading"/>
  </xsl:template>

  <xsl:template match="/rw:collection" mode="m:main">
    <h1><xsl:apply-templates select="." mode="m:heading"/></h1>
    <xsl:apply-templates select="rw:diff" mode="m:diff"/>
  </xsl:template>

  <xsl:template match="rw:diff" mode="m:diff">
    <p><xsl:value-of select="key('word', 'ui.diff.none')"/></p>
  </xsl:template>

  <xsl:template match="rw:diff[rw:section or rw:pay]" mode="m:diff">
    <xsl:apply-templates select="rw:pay" mode="m:diff"/>
    <xsl:apply-templates select="rw:section" mode="m:diff"/>
  </xsl:template>

  <xsl:template match="rw:section" mode="m:diff">
    <section>
      <h2><xsl:value-of select="@label"/></h2>
      <div class="rw-scroll" role="group" tabindex="0" aria-label="{@label}">
        <table class="rw-diff">
          <thead><xsl:apply-templates select=".." mode="m:columns"/></thead>
          <tbody><xsl:apply-templates select="rw:change" mode="m:diff"/></tbody>
        </table>
      </div>
    </section>
  </xsl:template>

  <xsl:template match="rw:diff" mode="m:columns">
    <tr>
      <th scope="col"><xsl:apply-templates select="." mode="m:kind"/></th>
      <xsl:apply-templates select="rw:side[@which = 'a']" mode="m:columns"/>
      <xsl:apply-templates select="rw:side[@which = 'b']" mode="m:columns"/>
    </tr>
  </xsl:template>
  <xsl:template match="rw:side" mode="m:columns">
    <th scope="col"><xsl:value-of select="rw:title"/></th>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:diff">
    <tr>
      <xsl:apply-templates select="@kind" mode="m:colour"/>
      <th scope="row">
        <span class="rw-state"><xsl:apply-templates select="." mode="m:kind"/></span>
        <xsl:value-of select="@label"/>
      </th>
      <td>
        <xsl:apply-templates select="rw:a/@xml:lang" mode="m:lang"/>
        <xsl:apply-templates select="rw:a" mode="m:side"/>
      </td>
      <td>
        <xsl:apply-templates select="rw:b/@xml:lang" mode="m:lang"/>
        <xsl:apply-templates select="rw:b" mode="m:side"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="rw:a | rw:b" mode="m:side">
    <xsl:apply-templates select="." mode="m:flow"/>
  </xsl:template>
  <!-- Colours and strokes are for what came and went. -->
  <xsl:template match="@kind" mode="m:colour"/>
  <xsl:template match="key('changed', 'yes')//@kind" mode="m:colour">
    <xsl:attribute name="class">rw-<xsl:value-of select="."/></xsl:attribute>
  </xsl:template>
  <xsl:template match="key('changed', 'yes')//rw:change[@kind = 'removed']/rw:a"
      mode="m:side">
    <del><xsl:apply-templates select="." mode="m:flow"/></del>
  </xsl:template>
  <xsl:template match="key('changed', 'yes')//rw:change[@kind = 'added']/rw:b"
      mode="m:side">
    <ins><xsl:apply-templates select="." mode="m:flow"/></ins>
  </xsl:template>

  <xsl:template match="rw:pay" mode="m:diff">
    <section>
      <h2><xsl:value-of select="key('word', 'ui.pay')"/></h2>
      <dl class="rw-facts"><xsl:apply-templates select="rw:a | rw:b" mode="m:pay"/></dl>
    </section>
  </xsl:template>
  <xsl:template match="rw:pay/rw:a" mode="m:pay">
    <div>
      <dt><xsl:value-of select="../../rw:side[@which = 'a']/rw:title"/></dt>
      <dd><xsl:value-of select="@text"/></dd>
    </div>
  </xsl:template>
  <xsl:template match="rw:pay/rw:b" mode="m:pay">
    <div>
      <dt><xsl:value-of select="../../rw:side[@which = 'b']/rw:title"/></dt>
      <dd>
        <xsl:value-of select="@text"/>
        <xsl:apply-templates select="@change-text" mode="m:pay"/>
      </dd>
    </div>
  </xsl:template>
  <xsl:template match="rw:pay/rw:b/@change-text" mode="m:pay">
    <xsl:text> (</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="m:diff">
    <xsl:message terminate="yes">m:diff: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:colour">
    <xsl:message terminate="yes">m:colour: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:columns">
    <xsl:message terminate="yes">m:columns: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:side">
    <xsl:message terminate="yes">m:side: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:pay">
    <xsl:message terminate="yes">m:pay: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:diff" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:colour" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:columns" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:side" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:pay" priority="-2"/>
</xsl:stylesheet>
