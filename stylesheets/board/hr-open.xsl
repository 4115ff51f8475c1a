<?xml version="1.0" encoding="UTF-8"?>
<!-- HR Open 4.3: a list of PositionOpenings, each with one profile. m:member: a field, or the group that begins
     with it, as a member of an object; m:item: one of a list. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:html="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="html rw m">

  <xsl:import href="fields.xsl"/>
  <xsl:import href="parts.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <fn:array><out:items/></fn:array>
  </xsl:template>

  <!-- What leaves is open: closed postings are in no feed. -->
  <xsl:template match="rw:posting" mode="m:job">
    <fn:map>
      <xsl:apply-templates select="key('field', 'documentId')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'language')" mode="m:member"/>
      <fn:string key="statusCode">Active</fn:string>
      <xsl:apply-templates select="key('field', 'approvalStatusCode')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'requester')" mode="m:member"/>
      <fn:array key="positionProfiles"><xsl:apply-templates select="." mode="m:profile"/></fn:array>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:profile">
    <fn:map>
      <xsl:apply-templates select="key('field', 'language')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'positionId')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'positionTitle')" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'positionUri')" mode="m:member"/>
      <xsl:apply-templates select="." mode="m:posted"/>
      <fn:array key="positionLocation">
        <xsl:apply-templates select="rw:place | rw:workplace[not(../rw:place)]/rw:from" mode="m:item"/>
      </fn:array>
      <fn:array key="positionOrganizations"><xsl:apply-templates select="key('field', 'company')" mode="m:item"/></fn:array>
      <xsl:apply-templates select="." mode="m:kind"/>
      <xsl:apply-templates select="." mode="m:asked"/>
      <fn:array key="positionFormattedDescriptions"><xsl:apply-templates select="rw:description/*" mode="m:item"/></fn:array>
      <xsl:apply-templates select="key('field', 'travel')[1]" mode="m:member"/>
      <xsl:apply-templates select="key('field', 'workingLanguage')[1]" mode="m:member"/>
      <xsl:apply-templates select="." mode="m:time"/>
      <xsl:apply-templates select="key('field', 'remoteWorkIndicator')" mode="m:member"/>
      <xsl:apply-templates select="." mode="m:pay"/>
    </fn:map>
  </xsl:template>

  <!-- When it is posted, and how to apply. -->
  <xsl:template match="rw:posting" mode="m:posted">
    <xsl:if test="rw:apply | key('field', 'posted') | key('field', 'closes')">
      <fn:array key="postingInstructions">
        <fn:map>
          <xsl:apply-templates select="key('field', 'posted')" mode="m:member"/>
          <xsl:apply-templates select="key('field', 'closes')" mode="m:member"/>
          <xsl:apply-templates select="rw:apply" mode="m:posted"/>
        </fn:map>
      </fn:array>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:apply" mode="m:posted"/>
  <xsl:template match="rw:apply[rw:how or @url or @email or @phone]" mode="m:posted">
    <fn:array key="applicationMethods">
      <fn:map>
        <xsl:apply-templates select="key('field', 'instructions')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'applicationUri')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'applicationEmail')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'applicationPhone')" mode="m:member"/>
        <xsl:if test="key('field', 'closes')">
          <fn:map key="applicationCloseDate"><xsl:apply-templates select="key('field', 'closes')" mode="m:member"/></fn:map>
        </xsl:if>
      </fn:map>
    </fn:array>
  </xsl:template>

  <!-- What kind of job it is. -->
  <xsl:template match="rw:posting" mode="m:kind">
    <xsl:apply-templates select="key('field', 'positionOpenQuantity')" mode="m:member"/>
    <xsl:if test="rw:family | rw:occupations/rw:occupation">
      <fn:array key="jobCategories">
        <xsl:apply-templates select="rw:family | rw:occupations/rw:occupation" mode="m:item"/>
      </fn:array>
    </xsl:if>
    <xsl:apply-templates select="key('field', 'careerLevel')" mode="m:member"/>
    <xsl:apply-templates select="key('field', 'positionOfferingTypes')[1]" mode="m:list"/>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:asked">
    <xsl:if test="key('field', 'competency') | key('field', 'iscedEducationLevelCode') | key('field', 'years') | key('field', 'licences')">
      <fn:array key="positionQualifications">
        <fn:map>
          <xsl:apply-templates select="key('field', 'competency')[1]" mode="m:member"/>
          <xsl:apply-templates select="key('field', 'iscedEducationLevelCode')" mode="m:asked"/>
          <xsl:apply-templates select="key('field', 'years')" mode="m:member"/>
          <xsl:apply-templates select="key('field', 'licences')[1]" mode="m:list"/>
        </fn:map>
      </fn:array>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:asked">
    <fn:map key="educationRequirement"><xsl:apply-templates select="." mode="m:member"/></fn:map>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:time">
    <xsl:if test="key('field', 'start') | key('field', 'end')">
      <fn:map key="positionPeriod">
        <xsl:apply-templates select="key('field', 'start')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'end')" mode="m:member"/>
      </fn:map>
    </xsl:if>
    <xsl:apply-templates select="key('field', 'positionScheduleTypeCodes')[1]" mode="m:list"/>
    <xsl:apply-templates select="key('field', 'hours')" mode="m:member"/>
  </xsl:template>

  <!-- An amount without currency or period says nothing: the text does. -->
  <xsl:template match="rw:posting" mode="m:pay">
    <xsl:if test="key('field', 'basisCode') | key('field', 'intervalCode') | key('field', 'benefitsSummary') | key('field', 'descriptions')">
      <fn:map key="offeredRemunerationPackage">
        <xsl:apply-templates select="key('field', 'basisCode')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'intervalCode')[key('field', 'currency')][key('field', 'minimumAmount') or key('field', 'maximumAmount')]" mode="m:pay"/>
        <xsl:apply-templates select="key('field', 'benefitsSummary')[1]" mode="m:list"/>
        <xsl:apply-templates select="key('field', 'descriptions')[1]" mode="m:list"/>
      </fn:map>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:pay">
    <fn:array key="ranges">
      <fn:map>
        <xsl:apply-templates select="key('field', 'typeCode')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'minimumAmount')" mode="m:member"/>
        <xsl:apply-templates select="key('field', 'maximumAmount')" mode="m:member"/>
        <xsl:apply-templates select="." mode="m:member"/>
      </fn:map>
      <xsl:if test="key('field', 'commission-min') | key('field', 'commission-max')">
        <fn:map>
          <fn:string key="typeCode">Commission</fn:string>
          <xsl:apply-templates select="key('field', 'commission-min')" mode="m:member"/>
          <xsl:apply-templates select="key('field', 'commission-max')" mode="m:member"/>
          <xsl:apply-templates select="." mode="m:member"/>
        </fn:map>
      </xsl:if>
    </fn:array>
  </xsl:template>

  <!-- Members. -->
  <xsl:template match="rw:field" mode="m:member">
    <fn:string key="{@name}"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'documentId' or @name = 'positionId']" mode="m:member">
    <fn:map key="{@name}"><fn:string key="value"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'requester']" mode="m:member">
    <fn:map key="postingRequester">
      <fn:map key="id"><fn:string key="value"><xsl:value-of select="key('field', 'requester-id')"/></fn:string></fn:map>
      <fn:string key="name"><xsl:value-of select="."/></fn:string>
      <xsl:apply-templates select="../../rw:agency | ../../rw:company[not(../rw:agency)]" mode="m:member"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:agency" mode="m:member">
    <fn:string key="roleCode">Agency</fn:string>
  </xsl:template>
  <xsl:template match="rw:company" mode="m:member">
    <fn:string key="roleCode">Company</fn:string>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'posted']" mode="m:member">
    <fn:string key="start"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'closes']" mode="m:member">
    <fn:string key="end"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'applicationUri']" mode="m:member">
    <fn:map key="applicationUri"><fn:string key="url"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'applicationEmail']" mode="m:member">
    <fn:map key="applicationEmail"><fn:string key="address"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'applicationPhone']" mode="m:member">
    <fn:map key="applicationPhone"><fn:string key="formattedNumber"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'positionOpenQuantity']" mode="m:member">
    <fn:number key="{@name}"><xsl:value-of select="."/></fn:number>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'careerLevel']" mode="m:member">
    <fn:array key="careerLevels"><fn:map><fn:string key="code"><xsl:value-of select="."/></fn:string></fn:map></fn:array>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'competency']" mode="m:member">
    <fn:array key="positionCompetencies"><xsl:apply-templates select="key('field', @name)" mode="m:item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'workingLanguage']" mode="m:member">
    <fn:array key="workingLanguages"><xsl:apply-templates select="key('field', @name)" mode="m:item"/></fn:array>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'travel']" mode="m:member">
    <fn:map key="travel">
      <fn:array key="descriptions"><xsl:apply-templates select="key('field', @name)" mode="m:item"/></fn:array>
    </fn:map>
  </xsl:template>

  <!-- Measures, with the codes of UN/CEFACT: ANN years, HUR hours, WEE weeks. -->
  <xsl:template match="rw:field[@name = 'years']" mode="m:member">
    <fn:array key="experienceSummary">
      <fn:map>
        <fn:map key="measure">
          <fn:number key="value"><xsl:value-of select="."/></fn:number>
          <fn:string key="unitCode">ANN</fn:string>
        </fn:map>
      </fn:map>
    </fn:array>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'hours']" mode="m:member">
    <fn:array key="workingPeriods">
      <fn:map>
        <fn:map key="workDuration">
          <fn:number key="value"><xsl:value-of select="."/></fn:number>
          <fn:string key="unitCode">HUR</fn:string>
        </fn:map>
        <fn:map key="baseDuration">
          <fn:number key="value">1</fn:number>
          <fn:string key="unitCode">WEE</fn:string>
        </fn:map>
      </fn:map>
    </fn:array>
  </xsl:template>

  <xsl:template match="rw:field[@name = 'remoteWorkIndicator']" mode="m:member">
    <fn:map key="remoteWork">
      <fn:boolean key="{@name}"><xsl:value-of select="."/></fn:boolean>
      <xsl:apply-templates select="key('field', 'restrictionCodes')" mode="m:list"/>
      <xsl:apply-templates select="key('field', 'restrictionDetails')" mode="m:member"/>
    </fn:map>
  </xsl:template>

  <xsl:template match="rw:field[@name = 'minimumAmount' or @name = 'commission-min']" mode="m:member">
    <fn:map key="minimumAmount"><xsl:apply-templates select="." mode="m:amount"/></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'maximumAmount' or @name = 'commission-max']" mode="m:member">
    <fn:map key="maximumAmount"><xsl:apply-templates select="." mode="m:amount"/></fn:map>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:amount">
    <fn:number key="value"><xsl:value-of select="."/></fn:number>
    <xsl:apply-templates select="key('field', 'currency')" mode="m:member"/>
  </xsl:template>

  <!-- The first of several values stands for all. -->
  <xsl:template match="rw:field" mode="m:list">
    <fn:array key="{@name}"><xsl:apply-templates select="key('field', @name)" mode="m:item"/></fn:array>
  </xsl:template>

  <!-- Items. -->
  <xsl:template match="rw:field" mode="m:item">
    <fn:string><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'company']" mode="m:item">
    <fn:map><fn:string key="name"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'competency']" mode="m:item">
    <fn:map><fn:string key="competencyName"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:field[@name = 'workingLanguage']" mode="m:item">
    <fn:map><fn:string key="code"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:family" mode="m:item">
    <fn:map><fn:string key="name"><xsl:value-of select="."/></fn:string></fn:map>
  </xsl:template>
  <xsl:template match="rw:occupation" mode="m:item">
    <fn:map>
      <fn:map key="id">
        <fn:string key="value"><xsl:value-of select="@code"/></fn:string>
        <fn:string key="schemeId"><xsl:value-of select="@scheme"/></fn:string>
      </fn:map>
      <xsl:apply-templates select="@name" mode="m:item"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:occupation/@name" mode="m:item">
    <fn:string key="name"><xsl:value-of select="."/></fn:string>
  </xsl:template>

  <xsl:template match="html:*" mode="m:item">
    <fn:map>
      <fn:map key="descriptionId"><fn:string key="value"><xsl:apply-templates select="." mode="m:part-id"/></fn:string></fn:map>
      <fn:string key="title"><xsl:apply-templates select="." mode="m:heading"/></fn:string>
      <fn:string key="content"><xsl:apply-templates select="." mode="m:text"/></fn:string>
    </fn:map>
  </xsl:template>

  <!-- Where: a place, or where the work is done from. -->
  <xsl:template match="rw:place | rw:from" mode="m:item">
    <fn:map>
      <xsl:apply-templates select="@street" mode="m:item"/>
      <xsl:apply-templates select="@postal-code" mode="m:item"/>
      <xsl:apply-templates select="@city" mode="m:item"/>
      <xsl:apply-templates select="@region" mode="m:item"/>
      <fn:string key="countryCode"><xsl:value-of select="@country"/></fn:string>
      <xsl:apply-templates select="@latitude[../@longitude]" mode="m:item"/>
      <xsl:apply-templates select="self::rw:place/@text | self::rw:from/@country-name" mode="m:item"/>
    </fn:map>
  </xsl:template>
  <xsl:template match="@street" mode="m:item">
    <fn:string key="line"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@postal-code" mode="m:item">
    <fn:string key="postalCode"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@city" mode="m:item">
    <fn:string key="city"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="@region" mode="m:item">
    <fn:array key="countrySubDivisions">
      <fn:map>
        <fn:string key="type">region</fn:string>
        <fn:string key="value"><xsl:value-of select="."/></fn:string>
      </fn:map>
    </fn:array>
  </xsl:template>
  <xsl:template match="@latitude" mode="m:item">
    <fn:map key="geoLocation">
      <fn:number key="latitude"><xsl:value-of select="."/></fn:number>
      <fn:number key="longitude"><xsl:value-of select="../@longitude"/></fn:number>
    </fn:map>
  </xsl:template>
  <xsl:template match="rw:place/@text | rw:from/@country-name" mode="m:item">
    <fn:string key="referenceLocation"><xsl:value-of select="."/></fn:string>
  </xsl:template>
  <xsl:template match="rw:from[@region-name]/@country-name" mode="m:item">
    <fn:string key="referenceLocation"><xsl:value-of select="concat(../@region-name, ', ', .)"/></fn:string>
  </xsl:template>

  <xsl:template match="*" mode="m:profile">
    <xsl:message terminate="yes">m:profile: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:posted">
    <xsl:message terminate="yes">m:posted: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:kind">
    <xsl:message terminate="yes">m:kind: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:asked">
    <xsl:message terminate="yes">m:asked: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:time">
    <xsl:message terminate="yes">m:time: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:pay">
    <xsl:message terminate="yes">m:pay: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:member">
    <xsl:message terminate="yes">m:member: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:amount">
    <xsl:message terminate="yes">m:amount: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:list">
    <xsl:message terminate="yes">m:list: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:item">
    <xsl:message terminate="yes">m:item: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:profile"/>
  <xsl:template match="text() | @*" mode="m:posted"/>
  <xsl:template match="text() | @*" mode="m:kind"/>
  <xsl:template match="text() | @*" mode="m:asked"/>
  <xsl:template match="text() | @*" mode="m:time"/>
  <xsl:template match="text() | @*" mode="m:pay"/>
  <xsl:template match="text() | @*" mode="m:member"/>
  <xsl:template match="text() | @*" mode="m:amount"/>
  <xsl:template match="text() | @*" mode="m:list"/>
  <xsl:template match="text() | @*" mode="m:item" priority="-2"/>
</xsl:stylesheet>
