<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON of a role or posting: what it takes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:rolewright:1"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <!-- Requirements: HR Open has a list for each level and kind; the rest is the summary of qualifications. -->
  <xsl:template match="/rw:role | /rw:posting" mode="m:json-requirements">
    <xsl:apply-templates select="rw:requirements" mode="m:json-required"/>
    <xsl:apply-templates select="rw:requirements" mode="m:json-preferred"/>
    <xsl:apply-templates select="rw:requirements" mode="m:json-other"/>
    <xsl:apply-templates select="rw:languages[rw:language]" mode="m:json-other"/>
  </xsl:template>

  <xsl:template match="rw:requirements" mode="m:json-required">
    <xsl:variable name="all" select=".//rw:requirement[not(@level = 'preferred')]"/>
    <xsl:if test="$all[@kind = 'experience']">
      <fn:array key="requiredExperiences">
        <xsl:apply-templates select="$all[@kind = 'experience']" mode="m:json-requirement"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="$all[@kind = 'education']">
      <fn:array key="requiredEducation">
        <xsl:apply-templates select="$all[@kind = 'education']" mode="m:json-requirement"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="$all[@kind = 'certification' or @kind = 'licence']">
      <fn:array key="requiredCredentials">
        <xsl:apply-templates select="$all[@kind = 'certification' or @kind = 'licence']" mode="m:json-requirement"/>
      </fn:array>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rw:requirements" mode="m:json-preferred">
    <xsl:variable name="all" select=".//rw:requirement[@level = 'preferred']"/>
    <xsl:if test="$all[@kind = 'experience']">
      <fn:array key="preferredExperiences">
        <xsl:apply-templates select="$all[@kind = 'experience']" mode="m:json-requirement"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="$all[@kind = 'education']">
      <fn:array key="preferredEducation">
        <xsl:apply-templates select="$all[@kind = 'education']" mode="m:json-requirement"/>
      </fn:array>
    </xsl:if>
    <xsl:if test="$all[@kind = 'certification' or @kind = 'licence']">
      <fn:array key="preferredCredentials">
        <xsl:apply-templates select="$all[@kind = 'certification' or @kind = 'licence']" mode="m:json-requirement"/>
      </fn:array>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rw:requirements" mode="m:json-other">
    <xsl:variable name="rest" select=".//rw:requirement[not(@kind) or @kind = 'skill' or @kind = 'knowledge'
                                                        or @kind = 'language' or @kind = 'other']"/>
    <xsl:if test="$rest">
      <fn:array key="qualificationSummary"><xsl:apply-templates select="$rest" mode="m:json-line"/></fn:array>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:languages" mode="m:json-other">
    <fn:array key="workLanguages"><xsl:apply-templates select="rw:language" mode="m:json-other"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:language" mode="m:json-other">
    <fn:map>
      <fn:string key="language"><xsl:value-of select="@lang"/></fn:string>
      <xsl:apply-templates select="@cefr | text()" mode="m:json-other"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="@cefr" mode="m:json-other">
    <fn:string key="cefr"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:language/text()" mode="m:json-other">
    <fn:string key="reason"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="rw:requirement" mode="m:json-requirement">
    <fn:map>
      <xsl:apply-templates select="@id" mode="m:json-requirement"/>
      <xsl:apply-templates select="@years | @degree" mode="m:json-requirement"/>
      <fn:array key="descriptions"><xsl:apply-templates select="." mode="m:json-line"/></fn:array>
    </fn:map>
  </xsl:template>
  <xsl:template match="@id" mode="m:json-requirement">
    <fn:string key="id"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@years" mode="m:json-requirement">
    <fn:string key="duration">P<xsl:value-of select="."/>Y</fn:string>
  </xsl:template>
  <xsl:template match="@degree" mode="m:json-requirement">
    <fn:array key="educationLevels">
      <fn:map><fn:string key="termCode"><xsl:value-of select="."/></fn:string></fn:map>
    </fn:array>
  </xsl:template>

  <xsl:template match="*" mode="m:json-requirements">
    <xsl:message terminate="yes">m:json-requirements: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-required">
    <xsl:message terminate="yes">m:json-required: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-preferred">
    <xsl:message terminate="yes">m:json-preferred: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-other">
    <xsl:message terminate="yes">m:json-other: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:json-requirement">
    <xsl:message terminate="yes">m:json-requirement: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:json-requirements" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-required" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-preferred" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-other" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:json-requirement" priority="-2"/>
</xsl:stylesheet>
