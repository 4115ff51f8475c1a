<?xml version="1.0" encoding="UTF-8"?>
<!-- Bundesagentur für Arbeit, HR-BA-XML: the order of the elements is fixed, text is plain. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:html="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="html rw m">

  <xsl:import href="fields.xsl"/>

  <!-- A full load: what is not in it is deleted. -->
  <xsl:template match="rw:feed" mode="m:feed">
    <HRBAXMLJobPositionPosting>
      <Header>
        <SupplierId><xsl:value-of select="key('field', 'supplier')"/></SupplierId>
        <Timestamp><xsl:value-of select="key('field', 'timestamp')"/></Timestamp>
        <Amount><xsl:value-of select="key('field', 'amount')"/></Amount>
        <TypeOfLoad>F</TypeOfLoad>
      </Header>
      <Data><out:items/></Data>
    </HRBAXMLJobPositionPosting>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <JobPositionPosting>
      <xsl:apply-templates select="key('field', 'JobPositionPostingId')" mode="m:plain"/>
      <HiringOrg>
        <xsl:apply-templates select="key('field', 'HiringOrgName')" mode="m:plain"/>
        <xsl:apply-templates select="key('field', 'ProfileWebSite')" mode="m:plain"/>
        <Contact><xsl:apply-templates select="key('field', 'FamilyName')" mode="m:plain"/></Contact>
      </HiringOrg>
      <xsl:apply-templates select="." mode="m:post"/>
      <xsl:apply-templates select="." mode="m:position"/>
    </JobPositionPosting>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:post">
    <PostDetail>
      <xsl:apply-templates select="key('field', 'StartDate')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'EndDate')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'LastModificationDate')" mode="m:plain"/>
      <Status>1</Status>
      <Action>1</Action>
      <xsl:apply-templates select="key('field', 'SupplierId')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'SupplierName')" mode="m:plain"/>
      <PostedBy>
        <Contact>
          <Company><xsl:value-of select="key('field', 'SupplierName')"/></Company>
          <PostalAddress>
            <xsl:apply-templates select="." mode="m:place"/>
            <xsl:apply-templates select="key('field', 'StreetName')" mode="m:plain"/>
          </PostalAddress>
          <xsl:apply-templates select="key('field', 'JobContactWebSite')" mode="m:plain"/>
        </Contact>
      </PostedBy>
    </PostDetail>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:place">
    <xsl:apply-templates select="key('field', 'CountryCode')" mode="m:plain"/>
    <xsl:apply-templates select="key('field', 'PostalCode')" mode="m:plain"/>
    <xsl:apply-templates select="key('field', 'Region')" mode="m:plain"/>
    <xsl:apply-templates select="key('field', 'Municipality')" mode="m:plain"/>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:position">
    <JobPositionInformation>
      <JobPositionTitle>
        <TitleCode><xsl:apply-templates select="key('field', 'TitleCode') | key('field', 'own-code')" mode="m:value"/></TitleCode>
        <Degree>15</Degree>
      </JobPositionTitle>
      <xsl:apply-templates select="key('field', 'JobPositionTitleDescription')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'JobOfferType')" mode="m:plain"/>
      <SocialInsurance>1</SocialInsurance>
      <Objective>
        <out:markup method="text" field="description"><xsl:apply-templates select="." mode="m:text"/></out:markup>
      </Objective>
      <EducationAuthorisation>0</EducationAuthorisation>
      <xsl:apply-templates select="." mode="m:where"/>
      <xsl:apply-templates select="." mode="m:asked"/>
      <xsl:apply-templates select="key('field', 'NumberToFill')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'AssignmentStartDate')" mode="m:plain"/>
    </JobPositionInformation>
  </xsl:template>

  <!-- 4,000 characters: what there is to do and to bring, and what the law asks for. -->
  <xsl:template match="rw:posting" mode="m:text">
    <xsl:copy-of select="rw:description/html:div"/>
    <xsl:copy-of select="rw:description/html:section[@id = 'summary' or @id = 'responsibilities' or @id = 'requirements'
                         or @id = 'pay' or @id = 'notices']"/>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:where">
    <JobPositionDescription>
      <JobPositionLocation>
        <Location><xsl:apply-templates select="." mode="m:place"/></Location>
      </JobPositionLocation>
      <Classification>
        <Schedule><xsl:apply-templates select="key('field', 'WorkingPlan')[1]" mode="m:plain"/></Schedule>
      </Classification>
    </JobPositionDescription>
  </xsl:template>

  <!-- 15: the degree does not matter; the text says what does. -->
  <xsl:template match="rw:posting" mode="m:asked">
    <JobPositionRequirements>
      <QualificationsRequired>
        <EducationQualifs><EduDegree>15</EduDegree></EducationQualifs>
        <xsl:apply-templates select="key('field', 'SkillName')" mode="m:skill"/>
      </QualificationsRequired>
    </JobPositionRequirements>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:skill">
    <SkillQualifs>
      <HardSkill><xsl:apply-templates select="." mode="m:plain"/></HardSkill>
    </SkillQualifs>
  </xsl:template>

  <xsl:template match="*" mode="m:post">
    <xsl:message terminate="yes">m:post: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:place">
    <xsl:message terminate="yes">m:place: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:position">
    <xsl:message terminate="yes">m:position: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:text">
    <xsl:message terminate="yes">m:text: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:where">
    <xsl:message terminate="yes">m:where: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:asked">
    <xsl:message terminate="yes">m:asked: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:skill">
    <xsl:message terminate="yes">m:skill: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:post"/>
  <xsl:template match="text() | @*" mode="m:place"/>
  <xsl:template match="text() | @*" mode="m:position"/>
  <xsl:template match="text() | @*" mode="m:text"/>
  <xsl:template match="text() | @*" mode="m:where"/>
  <xsl:template match="text() | @*" mode="m:asked"/>
  <xsl:template match="text() | @*" mode="m:skill"/>
</xsl:stylesheet>
