<?xml version="1.0" encoding="UTF-8"?>
<!-- What an export did, as a page that stands alone. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:include href="../document/words.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:template match="/">
    <xsl:apply-templates select="rw:report" mode="m:report"/>
  </xsl:template>

  <xsl:template match="rw:report" mode="m:report">
    <html lang="{@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:apply-templates select="." mode="m:heading"/></title>
        <style><xsl:value-of select="rw:css"/></style>
      </head>
      <body>
        <main>
          <h1><xsl:apply-templates select="." mode="m:heading"/></h1>
          <xsl:apply-templates select="." mode="m:table"/>
          <xsl:apply-templates select="rw:broken" mode="m:section"/>
          <xsl:apply-templates select="rw:board" mode="m:section"/>
          <xsl:apply-templates select="rw:left-out[1]" mode="m:section"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="rw:report" mode="m:heading">
    <xsl:value-of select="key('word', 'report.title')"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="@date"/>
  </xsl:template>

  <!-- One row for each board. -->
  <xsl:template match="rw:report" mode="m:table">
    <table>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="key('word', 'report.board')"/></th>
          <th scope="col"><xsl:value-of select="key('word', 'report.items')"/></th>
          <th scope="col"><xsl:value-of select="key('word', 'report.refused')"/></th>
          <th scope="col"><xsl:value-of select="key('word', 'report.warned')"/></th>
          <th scope="col"><xsl:value-of select="key('word', 'report.added')"/></th>
          <th scope="col"><xsl:value-of select="key('word', 'report.gone')"/></th>
          <th scope="col"><xsl:value-of select="key('word', 'report.feed')"/></th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="rw:board" mode="m:row"/></tbody>
    </table>
  </xsl:template>

  <xsl:template match="rw:board" mode="m:row">
    <tr>
      <th scope="row"><xsl:value-of select="@name"/></th>
      <td>
        <xsl:value-of select="@postings"/>
        <xsl:apply-templates select="@items[. != ../@postings or ../@partly]" mode="m:state"/>
      </td>
      <td>
        <xsl:value-of select="@refused-of"/>
        <xsl:apply-templates select="@refused[. != ../@refused-of or ../@partly]" mode="m:state"/>
      </td>
      <td><xsl:value-of select="@warned"/></td>
      <td><xsl:value-of select="@added"/></td>
      <td><xsl:value-of select="@gone"/></td>
      <td>
        <xsl:apply-templates select="@replaced" mode="m:state"/>
        <xsl:apply-templates select="rw:file" mode="m:state"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="@replaced" mode="m:state">
    <xsl:value-of select="key('word', 'report.kept')"/>
  </xsl:template>
  <xsl:template match="@replaced[. = 'yes']" mode="m:state">
    <xsl:value-of select="key('word', 'report.replaced')"/>
  </xsl:template>
  <xsl:template match="@replaced[. = 'dry-run']" mode="m:state">
    <xsl:value-of select="key('word', 'report.tried')"/>
  </xsl:template>
  <!-- A posting may be an item for each of its places. -->
  <xsl:template match="@items | @refused" mode="m:state">
    <xsl:value-of select="concat(' (', ., ' ', key('word', 'report.entries'), ')')"/>
  </xsl:template>
  <xsl:template match="rw:file" mode="m:state">
    <br/>
    <xsl:value-of select="@href"/>
  </xsl:template>

  <!-- Why. -->
  <xsl:template match="rw:board" mode="m:section"/>
  <xsl:template match="rw:board[rw:finding or rw:refused or rw:warned or rw:added or rw:gone]" mode="m:section">
    <section>
      <h2><xsl:value-of select="@name"/></h2>
      <xsl:apply-templates select="rw:finding[1]" mode="m:section"/>
      <xsl:apply-templates select="rw:gone[1]" mode="m:section"/>
      <xsl:apply-templates select="rw:refused[1] | rw:warned[1]" mode="m:section"/>
      <xsl:apply-templates select="rw:added[1]" mode="m:section"/>
    </section>
  </xsl:template>

  <!-- Of the feed itself: mostly why it is as it was. -->
  <xsl:template match="rw:finding" mode="m:section">
    <dl>
      <dt><xsl:value-of select="key('word', 'report.feed')"/></dt>
      <xsl:apply-templates select="../rw:finding" mode="m:item"/>
    </dl>
  </xsl:template>

  <!-- Errors of their own; no board gets them. -->
  <xsl:template match="rw:broken" mode="m:section">
    <section>
      <h2><xsl:value-of select="key('word', 'report.broken')"/></h2>
      <dl><xsl:apply-templates select="rw:refused" mode="m:item"/></dl>
      <xsl:apply-templates select="@refused-more" mode="m:more"/>
    </section>
  </xsl:template>

  <xsl:template match="rw:refused" mode="m:section">
    <h3><xsl:value-of select="key('word', 'report.refused-list')"/></h3>
    <dl><xsl:apply-templates select="../rw:refused" mode="m:item"/></dl>
    <xsl:apply-templates select="../@refused-more" mode="m:more"/>
  </xsl:template>
  <xsl:template match="rw:warned" mode="m:section">
    <h3><xsl:value-of select="key('word', 'report.warned-list')"/></h3>
    <dl><xsl:apply-templates select="../rw:warned" mode="m:item"/></dl>
    <xsl:apply-templates select="../@warned-more" mode="m:more"/>
  </xsl:template>

  <xsl:template match="rw:gone" mode="m:section">
    <h3><xsl:value-of select="key('word', 'report.gone')"/></h3>
    <ul><xsl:apply-templates select="../rw:gone" mode="m:item"/></ul>
    <xsl:apply-templates select="../@gone-more" mode="m:more"/>
  </xsl:template>
  <xsl:template match="rw:added" mode="m:section">
    <h3><xsl:value-of select="key('word', 'report.added')"/></h3>
    <ul><xsl:apply-templates select="../rw:added" mode="m:item"/></ul>
    <xsl:apply-templates select="../@added-more" mode="m:more"/>
  </xsl:template>
  <xsl:template match="rw:gone | rw:added" mode="m:item">
    <li><xsl:value-of select="concat(@id, ': ', @title)"/></li>
  </xsl:template>

  <xsl:template match="@refused-more | @warned-more | @added-more | @gone-more | @left-out-more" mode="m:more">
    <p><xsl:value-of select="concat(., ' ', key('word', 'report.more'))"/></p>
  </xsl:template>

  <xsl:template match="rw:refused | rw:warned" mode="m:item">
    <dt>
      <xsl:value-of select="@id"/>
      <xsl:text>: </xsl:text>
      <xsl:value-of select="@title"/>
    </dt>
    <xsl:apply-templates select="rw:finding" mode="m:item"/>
  </xsl:template>

  <xsl:template match="rw:finding" mode="m:item">
    <dd>
      <xsl:apply-templates select="@file" mode="m:item"/>
      <xsl:value-of select="@message"/>
      <xsl:text> [</xsl:text>
      <xsl:value-of select="@code"/>
      <xsl:text>]</xsl:text>
      <xsl:apply-templates select="@hint" mode="m:item"/>
    </dd>
  </xsl:template>
  <xsl:template match="@file" mode="m:item">
    <xsl:value-of select="concat(., ':', ../@line, ':', ../@column, ': ')"/>
  </xsl:template>
  <xsl:template match="@hint" mode="m:item">
    <br/>
    <em><xsl:value-of select="."/></em>
  </xsl:template>

  <xsl:template match="rw:left-out" mode="m:section">
    <section>
      <h2><xsl:value-of select="key('word', 'report.left-out')"/></h2>
      <dl><xsl:apply-templates select="../rw:left-out" mode="m:item"/></dl>
      <xsl:apply-templates select="../@left-out-more" mode="m:more"/>
    </section>
  </xsl:template>
  <xsl:template match="rw:left-out" mode="m:item">
    <dt>
      <xsl:value-of select="@posting"/>
      <xsl:apply-templates select="@title[. != '']" mode="m:item"/>
    </dt>
    <dd>
      <xsl:value-of select="@why"/>
      <xsl:apply-templates select="@boards" mode="m:item"/>
    </dd>
  </xsl:template>

  <xsl:template match="rw:left-out/@title | rw:left-out/@boards" mode="m:item">
    <xsl:value-of select="concat(': ', .)"/>
  </xsl:template>

  <xsl:template match="*" mode="m:report">
    <xsl:message terminate="yes">m:report: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:heading">
    <xsl:message terminate="yes">m:heading: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:table">
    <xsl:message terminate="yes">m:table: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:row">
    <xsl:message terminate="yes">m:row: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:state">
    <xsl:message terminate="yes">m:state: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:section">
    <xsl:message terminate="yes">m:section: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:item">
    <xsl:message terminate="yes">m:item: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="*" mode="m:more">
    <xsl:message terminate="yes">m:more: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:report"/>
  <xsl:template match="text() | @*" mode="m:heading"/>
  <xsl:template match="text() | @*" mode="m:table"/>
  <xsl:template match="text() | @*" mode="m:row"/>
  <xsl:template match="text() | @*" mode="m:state" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:section"/>
  <xsl:template match="text()" mode="m:more"/>
  <xsl:template match="text() | @*" mode="m:item" priority="-2"/>
</xsl:stylesheet>
