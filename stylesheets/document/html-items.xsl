<?xml version="1.0" encoding="UTF-8"?>
<!-- The items of the parts as HTML. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:template match="rw:responsibility | rw:requirement | rw:competency | rw:kpi | rw:condition | rw:benefit
                       | rw:question | rw:goal" mode="m:item">
    <li>
      <xsl:apply-templates select="@id" mode="m:item"/>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:flow"/>
      <xsl:apply-templates select="." mode="m:tags"/>
      <xsl:apply-templates select="rw:measure | rw:good-answer" mode="m:item"/>
    </li>
  </xsl:template>

  <!-- Others can link to a single statement. -->
  <xsl:template match="@id" mode="m:item">
    <xsl:attribute name="id">
      <xsl:value-of select="name(..)"/>
      <xsl:text>-</xsl:text>
      <xsl:value-of select="."/>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="rw:measure" mode="m:item">
    <div class="rw-small">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:flow"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:good-answer" mode="m:item">
    <div class="rw-answer">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <strong><xsl:value-of select="key('word', 'ui.good-answer')"/></strong>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="m:flow"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:notice | rw:note" mode="m:item">
    <div>
      <xsl:apply-templates select="@id" mode="m:item"/>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:skill" mode="m:item">
    <li>
      <xsl:apply-templates select="@id" mode="m:item"/>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:value-of select="."/>
    </li>
  </xsl:template>

  <xsl:template match="rw:position" mode="m:item">
    <li>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:value-of select="."/>
    </li>
  </xsl:template>
  <xsl:template match="rw:position[@href]" mode="m:item">
    <li>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <a href="{@href}"><xsl:value-of select="."/></a>
    </li>
  </xsl:template>

  <xsl:template match="rw:language" mode="m:item">
    <li>
      <xsl:value-of select="@lang-text"/>
      <xsl:apply-templates select="@cefr" mode="m:tag"/>
      <xsl:apply-templates select="text()" mode="m:reason"/>
    </li>
  </xsl:template>
  <xsl:template match="rw:language/text()" mode="m:reason">
    <div class="rw-small"><xsl:value-of select="."/></div>
  </xsl:template>

  <xsl:template match="rw:occupation" mode="m:item">
    <li>
      <xsl:value-of select="@scheme-text"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@code"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@name"/>
      <xsl:apply-templates select="@match-text" mode="m:tag"/>
    </li>
  </xsl:template>

  <xsl:template match="rw:image | rw:video" mode="m:item">
    <li><a href="{@url}"><xsl:value-of select="@alt"/></a></li>
  </xsl:template>

  <xsl:template match="rw:change" mode="m:item">
    <li>
      <xsl:value-of select="@version"/>
      <xsl:text> </xsl:text>
      <time datetime="{@date}"><xsl:value-of select="@date-text"/></time>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="m:flow"/>
    </li>
  </xsl:template>

  <xsl:template match="rw:source" mode="m:item">
    <li><xsl:apply-templates select="." mode="m:source"/></li>
  </xsl:template>

  <xsl:template match="rw:source" mode="m:source">
    <xsl:value-of select="."/>
    <xsl:apply-templates select="@date-text" mode="m:tag"/>
  </xsl:template>
  <xsl:template match="rw:source[@url]" mode="m:source">
    <a href="{@url}"><xsl:value-of select="."/></a>
    <xsl:apply-templates select="@date-text" mode="m:tag"/>
  </xsl:template>

  <!-- Tables of the record and the kit. -->
  <xsl:template match="rw:scorecard" mode="m:body">
    <div class="rw-scroll" role="group" tabindex="0" aria-label="{@label}">
      <table class="rw-scorecard">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="key('word', 'ui.criterion')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.weight')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.score')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.evidence')"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="rw:criterion" mode="m:item"/></tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="rw:criterion" mode="m:item">
    <tr>
      <th scope="row"><xsl:apply-templates select="." mode="m:flow"/></th>
      <td class="rw-right"><xsl:value-of select="@weight"/></td>
      <td></td>
      <td></td>
    </tr>
  </xsl:template>

  <xsl:template match="rw:approvals" mode="m:body">
    <div class="rw-scroll" role="group" tabindex="0" aria-label="{@label}">
      <table>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="key('word', 'ui.approver')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.function')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.date')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.signature')"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="rw:approval" mode="m:item"/></tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="rw:approval" mode="m:item">
    <tr>
      <td><xsl:value-of select="@by"/></td>
      <td><xsl:value-of select="@role"/></td>
      <td><xsl:value-of select="@date-text"/></td>
      <td></td>
    </tr>
  </xsl:template>

  <xsl:template match="*" mode="m:item">
    <xsl:message terminate="yes">m:item: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:source">
    <xsl:message terminate="yes">m:source: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:reason">
    <xsl:message terminate="yes">m:reason: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:item" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:source"/>
  <xsl:template match="text() | @*" mode="m:reason"/>
</xsl:stylesheet>
