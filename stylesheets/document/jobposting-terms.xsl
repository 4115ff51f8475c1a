<?xml version="1.0" encoding="UTF-8"?>
<!-- JobPosting's closed lists: where, what kind of employment, which education and experience. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <!-- TELECOMMUTE means wholly remote, and asks from where. -->
  <xsl:template match="rw:posting" mode="m:job-place"/>
  <xsl:template match="rw:posting[rw:place]" mode="m:job-place">
    <fn:map key="jobLocation"><xsl:apply-templates select="rw:place" mode="m:job-address"/></fn:map>
  </xsl:template>
  <xsl:template match="rw:posting[rw:place[2]]" mode="m:job-place">
    <fn:array key="jobLocation"><xsl:apply-templates select="rw:place" mode="m:job-place"/></fn:array>
  </xsl:template>

  <xsl:template match="rw:posting[rw:workplace/@mode = 'remote']" mode="m:job-place" priority="1">
    <fn:string key="jobLocationType">TELECOMMUTE</fn:string>
    <fn:array key="applicantLocationRequirements">
      <xsl:apply-templates select="rw:workplace/rw:from" mode="m:job-place"/>
    </fn:array>
  </xsl:template>

  <xsl:template match="rw:from" mode="m:job-place">
    <fn:map>
      <fn:string key="@type">Country</fn:string>
      <fn:string key="name"><xsl:value-of select="@country-name"/></fn:string>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:from[@region]" mode="m:job-place">
    <fn:map>
      <fn:string key="@type">State</fn:string>
      <fn:string key="name"><xsl:apply-templates select="." mode="m:region"/></fn:string>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:from" mode="m:region"><xsl:value-of select="@region"/></xsl:template>
  <xsl:template match="rw:from[@region-name]" mode="m:region"><xsl:value-of select="@region-name"/></xsl:template>

  <xsl:template match="rw:place" mode="m:job-place">
    <fn:map><xsl:apply-templates select="." mode="m:job-address"/></fn:map>
  </xsl:template>

  <xsl:template match="rw:place" mode="m:job-address">
    <fn:string key="@type">Place</fn:string>
    <fn:map key="address">
      <fn:string key="@type">PostalAddress</fn:string>
      <xsl:apply-templates select="@street | @city | @region | @region-name[not(../@region)] | @postal-code | @country" mode="m:job-place"/>
    </fn:map>
    <xsl:apply-templates select="@latitude[../@longitude]" mode="m:job-place"/>
  </xsl:template>
  <xsl:template match="@street" mode="m:job-place">
    <fn:string key="streetAddress"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@city" mode="m:job-place">
    <fn:string key="addressLocality"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@region | @region-name" mode="m:job-place">
    <fn:string key="addressRegion"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@postal-code" mode="m:job-place">
    <fn:string key="postalCode"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@country" mode="m:job-place">
    <fn:string key="addressCountry"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@latitude" mode="m:job-place">
    <fn:map key="geo">
      <fn:string key="@type">GeoCoordinates</fn:string>
      <fn:number key="latitude"><xsl:value-of select="."/></fn:number>
      <fn:number key="longitude"><xsl:value-of select="../@longitude"/></fn:number>
    </fn:map>
  </xsl:template>

  <!-- Employment: a list of our words gives a list of theirs; 'permanent' has none there. -->
  <xsl:template match="@employment" mode="m:job">
    <xsl:variable name="list" select="concat(' ', normalize-space(.), ' ')"/>
    <fn:array key="employmentType">
      <xsl:if test="contains($list, ' full-time ')"><fn:string>FULL_TIME</fn:string></xsl:if>
      <xsl:if test="contains($list, ' part-time ')"><fn:string>PART_TIME</fn:string></xsl:if>
      <xsl:if test="contains($list, ' contract ')"><fn:string>CONTRACTOR</fn:string></xsl:if>
      <xsl:if test="contains($list, ' temporary ') or contains($list, ' seasonal ')"><fn:string>TEMPORARY</fn:string></xsl:if>
      <xsl:if test="contains($list, ' internship ')"><fn:string>INTERN</fn:string></xsl:if>
      <xsl:if test="contains($list, ' volunteer ')"><fn:string>VOLUNTEER</fn:string></xsl:if>
      <xsl:if test="contains($list, ' per-diem ')"><fn:string>PER_DIEM</fn:string></xsl:if>
      <xsl:if test="contains($list, ' other ') or contains($list, ' apprenticeship ')"><fn:string>OTHER</fn:string></xsl:if>
    </fn:array>
  </xsl:template>
  <xsl:template match="@employment[. = 'permanent']" mode="m:job"/>

  <!-- The degree and the years that are required, if the posting says so in so many figures. -->
  <xsl:template match="rw:posting" mode="m:job-education">
    <xsl:apply-templates select="(rw:requirements//rw:requirement[not(@level = 'preferred')]/@degree)[1]" mode="m:job-education"/>
  </xsl:template>
  <xsl:template match="@degree" mode="m:job-education">
    <xsl:variable name="category"><xsl:apply-templates select="." mode="m:credential"/></xsl:variable>
    <xsl:if test="string($category)">
      <fn:map key="educationRequirements">
        <fn:string key="@type">EducationalOccupationalCredential</fn:string>
        <fn:string key="credentialCategory"><xsl:value-of select="$category"/></fn:string>
      </fn:map>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@degree[. = 'secondary']" mode="m:credential">high school</xsl:template>
  <xsl:template match="@degree[. = 'associate']" mode="m:credential">associate degree</xsl:template>
  <xsl:template match="@degree[. = 'bachelor']" mode="m:credential">bachelor degree</xsl:template>
  <xsl:template match="@degree[. = 'professional']" mode="m:credential">professional certificate</xsl:template>
  <xsl:template match="@degree[. = 'master' or . = 'doctorate']" mode="m:credential">postgraduate degree</xsl:template>

  <xsl:template match="rw:posting" mode="m:job-experience">
    <xsl:apply-templates mode="m:job-experience"
        select="(rw:requirements//rw:requirement[not(@level = 'preferred')][not(@kind) or @kind = 'experience']/@years)[1]"/>
  </xsl:template>
  <xsl:template match="@years" mode="m:job-experience">
    <fn:map key="experienceRequirements">
      <fn:string key="@type">OccupationalExperienceRequirements</fn:string>
      <fn:number key="monthsOfExperience"><xsl:value-of select=". * 12"/></fn:number>
    </fn:map>
  </xsl:template>

  <xsl:template match="*" mode="m:job-place">
    <xsl:message terminate="yes">m:job-place: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:job-address">
    <xsl:message terminate="yes">m:job-address: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:job-education">
    <xsl:message terminate="yes">m:job-education: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:job-experience">
    <xsl:message terminate="yes">m:job-experience: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:region">
    <xsl:message terminate="yes">m:region: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:credential">
    <xsl:message terminate="yes">m:credential: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:job-place" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:job-address"/>
  <xsl:template match="text() | @*" mode="m:job-education" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:job-experience" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:credential" priority="-2"/>
  <xsl:template match="text() | @*" mode="m:region"/>
</xsl:stylesheet>
