<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a guide: numbered questions, whose answers are links to the next question or to a role;
     then one row for each role. It needs no script. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:include href="../document/words.xsl"/>
  <xsl:include href="../document/html-commonmark.xsl"/>
  <xsl:include href="../document/html-copy.xsl"/>
  <xsl:include href="../site/page.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:strip-space elements="rw:*"/>

  <xsl:key name="outcome" match="/rw:guide/rw:outcomes/rw:outcome" use="@role"/>

  <xsl:template match="/rw:guide" mode="m:heading">
    <xsl:value-of select="rw:title"/>
  </xsl:template>

  <xsl:template match="/rw:guide" mode="m:description">
    <xsl:value-of select="rw:summary/@plain"/>
  </xsl:template>

  <xsl:template match="/rw:guide" mode="m:main">
    <article class="rw-guide">
      <h1>
        <xsl:apply-templates select="rw:title/@xml:lang" mode="m:lang"/>
        <xsl:value-of select="rw:title"/>
      </h1>
      <xsl:apply-templates select="rw:summary" mode="m:guide"/>
      <xsl:apply-templates select="rw:steps/rw:step" mode="m:guide"/>
      <xsl:apply-templates select="rw:outcomes[rw:outcome]" mode="m:guide"/>
    </article>
    <xsl:apply-templates select="rw:site" mode="m:twins"/>
    <xsl:apply-templates select="rw:site[rw:twin]" mode="m:copy-script"/>
  </xsl:template>

  <xsl:template match="rw:guide/rw:summary" mode="m:guide">
    <div class="rw-opening">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
    </div>
  </xsl:template>

  <!-- A question -->
  <xsl:template match="rw:step" mode="m:guide">
    <section class="rw-step" id="step-{@id}">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <h2>
        <xsl:apply-templates select="rw:title/@xml:lang" mode="m:lang"/>
        <span class="rw-number"><xsl:value-of select="@number"/></span>
        <xsl:text> </xsl:text>
        <xsl:value-of select="rw:title"/>
      </h2>
      <xsl:apply-templates select="rw:hint" mode="m:guide"/>
      <xsl:if test="rw:answer">
        <ul class="rw-choices"><xsl:apply-templates select="rw:answer" mode="m:guide"/></ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="rw:hint | rw:answer/rw:reason" mode="m:guide">
    <div class="rw-{local-name()}">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:*" mode="m:html"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:answer" mode="m:guide">
    <li>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:choice"/>
      <xsl:apply-templates select="rw:reason" mode="m:guide"/>
    </li>
  </xsl:template>

  <!-- An answer and what it leads to: a link, where that is on this page or has one. -->
  <xsl:template match="rw:answer" mode="m:choice">
    <span class="rw-choice"><xsl:apply-templates select="." mode="m:way"/></span>
  </xsl:template>
  <xsl:template match="rw:answer[@to]" mode="m:choice">
    <a class="rw-choice" href="#step-{@to}"><xsl:apply-templates select="." mode="m:way"/></a>
  </xsl:template>
  <xsl:template match="rw:answer[key('outcome', @role)/@href]" mode="m:choice">
    <a class="rw-choice" href="{key('outcome', @role)/@href}"><xsl:apply-templates select="." mode="m:way"/></a>
  </xsl:template>

  <xsl:template match="rw:answer" mode="m:way">
    <span><xsl:copy-of select="text()"/></span>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="@to-text | key('outcome', @role)/rw:title" mode="m:way"/>
  </xsl:template>
  <xsl:template match="@to-text" mode="m:way">
    <span class="rw-goal"><xsl:value-of select="."/></span>
  </xsl:template>
  <xsl:template match="rw:outcome/rw:title" mode="m:way">
    <strong class="rw-goal">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:value-of select="."/>
    </strong>
  </xsl:template>

  <!-- All roles at a glance -->
  <xsl:template match="rw:outcomes" mode="m:guide">
    <section id="short-answer">
      <h2><xsl:value-of select="key('word', 'ui.guide.short')"/></h2>
      <table class="rw-short">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="key('word', 'ui.guide.role')"/></th>
            <th scope="col"><xsl:value-of select="key('word', 'ui.guide.when')"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="rw:outcome" mode="m:guide"/></tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template match="rw:outcome" mode="m:guide">
    <tr>
      <th scope="row">
        <xsl:apply-templates select="rw:title/@xml:lang" mode="m:lang"/>
        <xsl:apply-templates select="." mode="m:choice"/>
      </th>
      <td>
        <xsl:apply-templates select="rw:reason | rw:summary[not(../rw:reason)]" mode="m:when"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="rw:outcome" mode="m:choice">
    <xsl:value-of select="rw:title"/>
  </xsl:template>
  <xsl:template match="rw:outcome[@href]" mode="m:choice">
    <a href="{@href}"><xsl:value-of select="rw:title"/></a>
  </xsl:template>

  <xsl:template match="rw:outcome/rw:reason" mode="m:when">
    <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
    <xsl:apply-templates select="." mode="m:flow"/>
  </xsl:template>
  <xsl:template match="rw:outcome/rw:summary" mode="m:when">
    <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
    <xsl:value-of select="@plain"/>
  </xsl:template>

  <xsl:template match="*" mode="m:guide">
    <xsl:message terminate="yes">m:guide: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:choice">
    <xsl:message terminate="yes">m:choice: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:way">
    <xsl:message terminate="yes">m:way: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:when">
    <xsl:message terminate="yes">m:when: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:guide" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:choice" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:way" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:when" priority="-2"/>
</xsl:stylesheet>
