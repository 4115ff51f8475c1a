<?xml version="1.0" encoding="UTF-8"?>
<!-- CommonMark XML, with rw:term and rw:table, as HTML: m:html for a node, m:flow for what an element holds. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:md="http://commonmark.org/xml/1.0"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="md rw m">

  <!-- Prose of an element. A single paragraph needs no <p> in a list item or cell. -->
  <xsl:template match="*" mode="m:flow">
    <xsl:apply-templates select="md:* | rw:term | rw:table" mode="m:html"/>
  </xsl:template>

  <xsl:template match="*[md:paragraph and count(md:* | rw:table) = 1]" mode="m:flow">
    <xsl:apply-templates select="md:paragraph/node()" mode="m:html"/>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:flow"/>

  <!-- Blocks -->
  <xsl:template match="md:document" mode="m:html">
    <xsl:apply-templates select="md:* | rw:table" mode="m:html"/>
  </xsl:template>

  <xsl:template match="md:paragraph" mode="m:html">
    <p><xsl:apply-templates mode="m:html"/></p>
  </xsl:template>

  <xsl:template match="md:list[@tight = 'true']/md:item/md:paragraph" mode="m:html">
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <!-- Headings in prose stand below the heading of their part, whatever depth the writer took. -->
  <xsl:template match="md:heading" mode="m:html">
    <h3><xsl:apply-templates mode="m:html"/></h3>
  </xsl:template>

  <!-- ... and these have no heading of their own but the title. -->
  <xsl:template match="rw:opening//md:heading | rw:collection/rw:about//md:heading
                       | /rw:term/rw:definition//md:heading" mode="m:html">
    <h2><xsl:apply-templates mode="m:html"/></h2>
  </xsl:template>

  <xsl:template match="md:block_quote" mode="m:html">
    <blockquote><xsl:apply-templates select="md:* | rw:table" mode="m:html"/></blockquote>
  </xsl:template>

  <xsl:template match="md:list" mode="m:html">
    <ul><xsl:apply-templates select="md:item" mode="m:html"/></ul>
  </xsl:template>

  <xsl:template match="md:list[@type = 'ordered']" mode="m:html">
    <ol>
      <xsl:apply-templates select="@start[. != '1']" mode="m:html"/>
      <xsl:apply-templates select="md:item" mode="m:html"/>
    </ol>
  </xsl:template>

  <xsl:template match="md:list/@start" mode="m:html">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="md:item" mode="m:html">
    <li><xsl:apply-templates select="md:* | rw:table" mode="m:html"/></li>
  </xsl:template>

  <xsl:template match="md:code_block" mode="m:html">
    <pre><code><xsl:value-of select="."/></code></pre>
  </xsl:template>

  <xsl:template match="md:thematic_break" mode="m:html">
    <hr/>
  </xsl:template>

  <!-- Inlines -->
  <xsl:template match="md:text" mode="m:html">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="md:softbreak" mode="m:html">
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="md:linebreak" mode="m:html">
    <br/>
  </xsl:template>

  <xsl:template match="md:code" mode="m:html">
    <code><xsl:value-of select="."/></code>
  </xsl:template>

  <xsl:template match="md:emph" mode="m:html">
    <em><xsl:apply-templates mode="m:html"/></em>
  </xsl:template>

  <xsl:template match="md:strong" mode="m:html">
    <strong><xsl:apply-templates mode="m:html"/></strong>
  </xsl:template>

  <xsl:template match="md:link" mode="m:html">
    <a href="{@destination}">
      <xsl:apply-templates select="@title[. != '']" mode="m:html"/>
      <xsl:apply-templates mode="m:html"/>
    </a>
  </xsl:template>

  <xsl:template match="md:link/@title | md:image/@title | rw:term/@title" mode="m:html">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="md:image" mode="m:html">
    <img src="{@destination}">
      <xsl:attribute name="alt"><xsl:apply-templates select="node()" mode="m:alt"/></xsl:attribute>
      <xsl:apply-templates select="@title[. != '']" mode="m:html"/>
    </img>
  </xsl:template>

  <xsl:template match="md:*" mode="m:alt">
    <xsl:apply-templates select="node()" mode="m:alt"/>
  </xsl:template>
  <xsl:template match="md:text | md:code" mode="m:alt">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="md:softbreak | md:linebreak" mode="m:alt">
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="rw:term" mode="m:alt">
    <xsl:apply-templates select="node()" mode="m:alt"/>
  </xsl:template>

  <!-- A term that has no page here stays plain text. -->
  <xsl:template match="rw:term" mode="m:html">
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <xsl:template match="rw:term[@href]" mode="m:html">
    <a class="rw-term" href="{@href}">
      <xsl:apply-templates select="@title[. != '']" mode="m:html"/>
      <xsl:apply-templates mode="m:html"/>
    </a>
  </xsl:template>

  <!-- Tables scroll sideways on a small screen; whoever has no pointer can focus them. -->
  <xsl:template match="rw:table" mode="m:html">
    <div class="rw-scroll" role="group" tabindex="0" aria-label="{key('word', 'ui.table')}">
      <table><xsl:apply-templates select="." mode="m:table"/></table>
    </div>
  </xsl:template>

  <xsl:template match="rw:table[rw:caption]" mode="m:html">
    <div class="rw-scroll" role="group" tabindex="0" aria-label="{rw:caption}">
      <table>
        <caption><xsl:value-of select="rw:caption"/></caption>
        <xsl:apply-templates select="." mode="m:table"/>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="rw:table" mode="m:table">
    <tbody><xsl:apply-templates select="rw:row" mode="m:html"/></tbody>
  </xsl:template>

  <xsl:template match="rw:table[rw:row[@header = 'yes']]" mode="m:table">
    <thead><xsl:apply-templates select="rw:row[@header = 'yes']" mode="m:html"/></thead>
    <tbody><xsl:apply-templates select="rw:row[not(@header = 'yes')]" mode="m:html"/></tbody>
  </xsl:template>

  <xsl:template match="rw:row" mode="m:html">
    <tr><xsl:apply-templates select="rw:cell" mode="m:html"/></tr>
  </xsl:template>

  <xsl:template match="rw:cell" mode="m:html">
    <td>
      <xsl:apply-templates select="@align" mode="m:html"/>
      <xsl:apply-templates select="." mode="m:flow"/>
    </td>
  </xsl:template>

  <xsl:template match="rw:row[@header = 'yes']/rw:cell" mode="m:html">
    <th scope="col">
      <xsl:apply-templates select="@align" mode="m:html"/>
      <xsl:apply-templates select="." mode="m:flow"/>
    </th>
  </xsl:template>

  <xsl:template match="rw:cell/@align" mode="m:html">
    <xsl:attribute name="class">rw-<xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <xsl:template match="*" mode="m:html">
    <xsl:message terminate="yes">m:html: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:alt">
    <xsl:message terminate="yes">m:alt: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:table">
    <xsl:message terminate="yes">m:table: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:html"/>
  <xsl:template match="text() | @*" mode="m:alt"/>
  <xsl:template match="text() | @*" mode="m:table"/>
</xsl:stylesheet>
