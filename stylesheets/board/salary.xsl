<?xml version="1.0" encoding="UTF-8"?>
<!-- Pay as text, 'MIN - MAX CURRENCY PERIOD', 'from MIN ...', 'up to MAX ...': m:salary for the field 'currency';
     m:salary-start: what stands before its figures. The words are those of the periods. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:template match="rw:field" mode="m:salary">
    <salary>
      <out:cdata>
        <xsl:apply-templates select="/rw:posting/rw:pay" mode="m:salary-start"/>
        <xsl:value-of select="key('field', 'salary-min')"/>
        <xsl:if test="key('field', 'salary-min') and key('field', 'salary-max')"> - </xsl:if>
        <xsl:value-of select="key('field', 'salary-max')"/>
        <xsl:value-of select="concat(' ', ., ' ', key('field', 'period'))"/>
      </out:cdata>
    </salary>
  </xsl:template>

  <!-- Only one end is known. -->
  <xsl:template match="rw:pay" mode="m:salary-start"/>
  <xsl:template match="rw:pay[not(@max)]" mode="m:salary-start">from </xsl:template>
  <xsl:template match="rw:pay[not(@min)]" mode="m:salary-start">up to </xsl:template>

  <xsl:template match="*" mode="m:salary">
    <xsl:message terminate="yes">m:salary: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:salary-start">
    <xsl:message terminate="yes">m:salary-start: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:salary"/>
  <xsl:template match="text() | @*" mode="m:salary-start"/>
</xsl:stylesheet>
