<?xml version="1.0" encoding="UTF-8"?>
<!--
  Prints model/vocabulary.def from the schema: one ELEMENT per global element,
  then one ATTRIBUTE per attribute of each, both sorted by code point.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:rw="urn:rolewright:1">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="named" match="xs:complexType[@name] | xs:attributeGroup[@name]"
           use="concat('rw:', @name)"/>

  <xsl:template match="/xs:schema">
    <xsl:text>/* Made from templates/schema/rolewright.xsd. */&#10;</xsl:text>
    <xsl:apply-templates select="xs:element" mode="element">
      <xsl:sort select="@name"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="xs:element" mode="attributes">
      <xsl:sort select="@name"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="xs:element" mode="element">
    <xsl:variable name="kind" select="xs:annotation/xs:appinfo/rw:vocabulary"/>
    <xsl:if test="not($kind/@content and $kind/@merge and $kind/@audience)">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat(@name, ' has no rw:vocabulary')"/>
      </xsl:message>
    </xsl:if>
    <xsl:value-of select="concat('ELEMENT(&quot;', @name, '&quot;, ')"/>
    <xsl:call-template name="word">
      <xsl:with-param name="of" select="$kind/@content"/>
    </xsl:call-template>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="word">
      <xsl:with-param name="of" select="$kind/@merge"/>
    </xsl:call-template>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="word">
      <xsl:with-param name="of" select="$kind/@audience"/>
    </xsl:call-template>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <!-- Attributes stand in the element, in the types that it extends and in
       the groups that any of these name: 'parts' grows until it holds all. -->
  <xsl:template match="xs:element" mode="attributes">
    <xsl:param name="parts" select="."/>
    <xsl:variable name="grown" select="$parts | key('named', $parts/@type
        | $parts//xs:extension/@base | $parts//xs:attributeGroup/@ref)"/>
    <xsl:choose>
      <xsl:when test="count($grown) &gt; count($parts)">
        <xsl:apply-templates select="." mode="attributes">
          <xsl:with-param name="parts" select="$grown"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$parts//xs:attribute" mode="attribute">
          <xsl:sort select="concat(@name, @ref)"/>
          <xsl:with-param name="element" select="@name"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="xs:attribute" mode="attribute">
    <xsl:param name="element"/>
    <xsl:variable name="audience"
        select="xs:annotation/xs:appinfo/rw:vocabulary/@audience"/>
    <xsl:value-of select="concat('ATTRIBUTE(&quot;', $element, '&quot;, &quot;',
        @name, @ref, '&quot;, ')"/>
    <xsl:choose>
      <xsl:when test="$audience = 'internal'">INTERNAL</xsl:when>
      <xsl:otherwise>PUBLIC</xsl:otherwise>
    </xsl:choose>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="word">
    <xsl:param name="of"/>
    <xsl:value-of select="translate($of, 'abcdefghijklmnopqrstuvwxyz',
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
  </xsl:template>

</xsl:stylesheet>
