<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a role or posting as HTML sections. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <xsl:template match="rw:opening" mode="m:opening">
    <div class="rw-opening">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
    </div>
  </xsl:template>

  <!-- Every part: a heading, and a body according to its kind. Nothing inside: no part. -->
  <xsl:template match="rw:*" mode="m:section">
    <section id="{name()}">
      <h2><xsl:value-of select="@label"/></h2>
      <xsl:apply-templates select="." mode="m:body"/>
    </section>
  </xsl:template>

  <xsl:template match="rw:company/rw:about[not(@label)]" mode="m:section">
    <section id="{name()}">
      <h2><xsl:value-of select="key('word', 'section.about')"/></h2>
      <xsl:apply-templates select="." mode="m:body"/>
    </section>
  </xsl:template>

  <xsl:template match="*[self::rw:* and not(node()) and not(@*[name() != 'label'])]" mode="m:section" priority="2"/>
  <xsl:template match="rw:pay[not(@text-long) and not(rw:*)]" mode="m:section" priority="2"/>

  <!-- Running text, below its figures. -->
  <xsl:template match="rw:summary | rw:scope | rw:direct-reports | rw:travel | rw:classification | rw:about" mode="m:body">
    <xsl:variable name="figures"><xsl:apply-templates select="." mode="m:figures"/></xsl:variable>
    <xsl:if test="string($figures)">
      <ul class="rw-figures"><xsl:copy-of select="$figures"/></ul>
    </xsl:if>
    <xsl:if test="* or text()">
      <div>
        <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
        <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
        <xsl:apply-templates select="text()" mode="m:line"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rw:classification/text()" mode="m:line">
    <p><xsl:value-of select="."/></p>
  </xsl:template>

  <!-- Lists, plain and in groups. -->
  <xsl:template match="rw:responsibilities | rw:competencies | rw:kpis | rw:working-conditions | rw:languages
                       | rw:reports-to | rw:works-with | rw:grows-into | rw:skills | rw:occupations | rw:media" mode="m:body">
    <ul>
      <xsl:apply-templates select="." mode="m:list-class"/>
      <xsl:apply-templates select="rw:*" mode="m:item"/>
    </ul>
  </xsl:template>

  <xsl:template match="rw:*" mode="m:list-class"/>
  <xsl:template match="rw:skills" mode="m:list-class">
    <xsl:attribute name="class">rw-tags</xsl:attribute>
  </xsl:template>

  <xsl:template match="rw:requirements | rw:benefits | rw:first-90-days" mode="m:body">
    <xsl:apply-templates select="rw:group" mode="m:group"/>
  </xsl:template>

  <xsl:template match="rw:group" mode="m:group">
    <xsl:apply-templates select="@label" mode="m:group"/>
    <ul><xsl:apply-templates select="rw:*" mode="m:item"/></ul>
  </xsl:template>

  <xsl:template match="rw:group/@label" mode="m:group">
    <h3><xsl:value-of select="."/></h3>
  </xsl:template>
  <!-- The only group, of what is not told apart. -->
  <xsl:template match="rw:group[not(../rw:group[2])][@level = 'required' or @kind = 'other']/@label" mode="m:group" priority="1"/>

  <xsl:template match="rw:interview" mode="m:body">
    <ol class="rw-questions"><xsl:apply-templates select="rw:*" mode="m:item"/></ol>
  </xsl:template>

  <xsl:template match="rw:changes | rw:sources" mode="m:body">
    <ul class="rw-small"><xsl:apply-templates select="rw:*" mode="m:item"/></ul>
  </xsl:template>

  <xsl:template match="rw:notices" mode="m:body">
    <xsl:apply-templates select="rw:notice" mode="m:item"/>
  </xsl:template>

  <!-- Remarks come without a list around them: the first one stands for all. -->
  <xsl:template match="rw:note" mode="m:section">
    <section id="notes">
      <h2><xsl:value-of select="key('word', 'section.note')"/></h2>
      <xsl:apply-templates select="../rw:note" mode="m:item"/>
    </section>
  </xsl:template>

  <!-- Pay and application -->
  <xsl:template match="rw:pay" mode="m:body">
    <xsl:apply-templates select="@text-long" mode="m:item"/>
    <xsl:apply-templates select="../rw:place[2][@pay-text]" mode="m:item"/>
    <xsl:apply-templates select="@mid-text | *[self::rw:area or self::rw:experience][1] | @overpay-text" mode="m:item"/>
    <xsl:apply-templates select="rw:commission | rw:other | rw:agreement | rw:note" mode="m:item"/>
    <xsl:apply-templates select="rw:source[/*/@as = 'description']" mode="m:line"/>
    <xsl:apply-templates select="rw:attribution" mode="m:line"/>
  </xsl:template>

  <xsl:template match="rw:pay/@text-long" mode="m:item">
    <p class="rw-pay">
      <strong><xsl:value-of select="."/></strong>
      <xsl:apply-templates select="../@basis-text" mode="m:line"/>
    </p>
  </xsl:template>
  <xsl:template match="rw:pay/@mid-text | rw:pay/@overpay-text" mode="m:item">
    <p><xsl:value-of select="."/></p>
  </xsl:template>

  <!-- Several places: what each of them pays. -->
  <xsl:template match="rw:place" mode="m:item">
    <ul><xsl:apply-templates select="../rw:place[@pay-text]" mode="m:place-pay"/></ul>
  </xsl:template>
  <xsl:template match="rw:place" mode="m:place-pay">
    <li>
      <xsl:value-of select="@text"/>
      <xsl:text>: </xsl:text>
      <xsl:value-of select="@pay-text"/>
    </li>
  </xsl:template>

  <!-- A role without a place: what it pays with experience, and in some areas. -->
  <xsl:template match="rw:pay/rw:area | rw:pay/rw:experience" mode="m:item" priority="1">
    <ul><xsl:apply-templates select="../rw:area | ../rw:experience" mode="m:place-pay"/></ul>
  </xsl:template>
  <xsl:template match="rw:area | rw:experience" mode="m:place-pay">
    <li>
      <xsl:value-of select="@name"/>
      <xsl:text>: </xsl:text>
      <xsl:value-of select="@text"/>
    </li>
  </xsl:template>
  <xsl:template match="*" mode="m:place-pay">
    <xsl:message terminate="yes">m:place-pay: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="@basis-text" mode="m:line">
    <xsl:text> (</xsl:text>
    <xsl:value-of select="."/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="rw:pay/rw:*" mode="m:item">
    <p>
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="." mode="m:pay-line"/>
    </p>
  </xsl:template>

  <xsl:template match="rw:pay/rw:source" mode="m:line">
    <p class="rw-small">
      <xsl:value-of select="key('word', 'ui.source')"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="m:source"/>
    </p>
  </xsl:template>

  <xsl:template match="rw:attribution" mode="m:line">
    <div class="rw-small">
      <xsl:apply-templates select="@xml:lang" mode="m:lang"/>
      <xsl:apply-templates select="md:*" mode="m:html"/>
    </div>
  </xsl:template>

  <xsl:template match="rw:apply" mode="m:body">
    <xsl:apply-templates select="rw:how/md:*" mode="m:html"/>
    <xsl:apply-templates select="@url" mode="m:button"/>
    <xsl:apply-templates select="@email | @phone" mode="m:line"/>
  </xsl:template>

  <xsl:template match="rw:apply/@url" mode="m:button">
    <p class="rw-apply"><a class="rw-button" href="{.}"><xsl:value-of select="key('word', 'ui.apply')"/></a></p>
  </xsl:template>
  <xsl:template match="rw:apply/@email" mode="m:line">
    <p><xsl:value-of select="key('word', 'ui.email')"/>
      <xsl:text> </xsl:text><a href="mailto:{.}"><xsl:value-of select="."/></a></p>
  </xsl:template>
  <xsl:template match="rw:apply/@phone" mode="m:line">
    <p><xsl:value-of select="key('word', 'ui.phone')"/>
      <xsl:text> </xsl:text><a href="tel:{translate(., ' ()', '')}"><xsl:value-of select="."/></a></p>
  </xsl:template>

  <xsl:template match="*" mode="m:section">
    <xsl:message terminate="yes">m:section: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:body">
    <xsl:message terminate="yes">m:body: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:group">
    <xsl:message terminate="yes">m:group: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:opening">
    <xsl:message terminate="yes">m:opening: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:button">
    <xsl:message terminate="yes">m:button: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:line">
    <xsl:message terminate="yes">m:line: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:list-class">
    <xsl:message terminate="yes">m:list-class: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:section"/>
  <xsl:template match="text() | @*" mode="m:body"/>
  <xsl:template match="text() | @*" mode="m:group"/>
  <xsl:template match="text() | @*" mode="m:opening"/>
  <xsl:template match="text() | @*" mode="m:button" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:line" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:list-class"/>
  <xsl:template match="text() | @*" mode="m:place-pay"/>
</xsl:stylesheet>
