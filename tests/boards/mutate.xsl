<?xml version="1.0" encoding="UTF-8"?>
<!--
  Given a plan (see plan.pl), writes each mutant: of 'fixture', into 'file', with what 'at' selects
  removed, set to 'value', there twice or renamed ('do'). Given a fixture, prints the XPath of each
  element and attribute below its root, a blank, and 'leaf', 'bare' (no text either) or 'inner'.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:dyn="http://exslt.org/dynamic" xmlns:exsl="http://exslt.org/common"
                xmlns:hr="http://www.hr-xml.org/3"
                xmlns:oa="http://www.openapplications.org/oagis/9"
                xmlns:atom="http://www.w3.org/2005/Atom"
                extension-element-prefixes="dyn exsl" exclude-result-prefixes="hr oa atom">
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- fixture -->

  <xsl:template match="/*">
    <xsl:apply-templates select="@* | .//* | *//@*" mode="list"/>
  </xsl:template>

  <xsl:template match="* | @*" mode="list">
    <xsl:for-each select="ancestor-or-self::*">
      <xsl:variable name="name" select="local-name()"/>
      <xsl:value-of select="concat('/*[local-name()=&quot;', $name, '&quot;][', count(preceding-sibling::*[local-name() = $name]) + 1, ']')"/>
    </xsl:for-each>
    <xsl:if test="not(self::*)"><xsl:value-of select="concat('/@', name())"/></xsl:if>
    <xsl:choose>
      <xsl:when test="*"> inner</xsl:when>
      <xsl:when test=". = ''"> bare</xsl:when>
      <xsl:otherwise> leaf</xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- plan -->

  <xsl:template match="/plan" priority="1">
    <xsl:for-each select="mutant">
      <xsl:variable name="mutant" select="."/>
      <xsl:for-each select="document(@fixture, document(''))">
        <xsl:variable name="target" select="dyn:evaluate($mutant/@at)"/>
        <xsl:if test="not($target)">
          <xsl:message>nothing at <xsl:value-of select="$mutant/@at"/></xsl:message>
        </xsl:if>
        <exsl:document href="{$mutant/@file}" method="xml" encoding="UTF-8">
          <xsl:apply-templates select="node()" mode="mutate">
            <xsl:with-param name="mutant" select="$mutant"/>
            <xsl:with-param name="target" select="$target"/>
          </xsl:apply-templates>
        </exsl:document>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="node() | @*" mode="mutate">
    <xsl:param name="mutant"/>
    <xsl:param name="target"/>
    <xsl:variable name="do" select="$mutant/@do"/>
    <xsl:choose>
      <xsl:when test="count(. | $target) != count($target)">
        <xsl:copy>
          <xsl:apply-templates select="node() | @*" mode="mutate">
            <xsl:with-param name="mutant" select="$mutant"/>
            <xsl:with-param name="target" select="$target"/>
          </xsl:apply-templates>
        </xsl:copy>
      </xsl:when>
      <xsl:when test="$do = 'remove'"/>
      <xsl:when test="$do = 'twice'"><xsl:copy-of select="."/><xsl:copy-of select="."/></xsl:when>
      <xsl:when test="$do = 'rename'">
        <xsl:element name="x-{local-name()}" namespace="{namespace-uri()}">
          <xsl:copy-of select="@* | node()"/>
        </xsl:element>
      </xsl:when>
      <xsl:when test="self::*">
        <xsl:copy><xsl:copy-of select="@*"/><xsl:value-of select="$mutant/@value"/></xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="{name()}"><xsl:value-of select="$mutant/@value"/></xsl:attribute>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
