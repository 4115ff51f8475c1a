<?xml version="1.0" encoding="UTF-8"?>
<!-- EURES, HR-XML 3.2: each posting is a document by itself; the order of the elements is fixed. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.hr-xml.org/3"
    xmlns:oa="http://www.openapplications.org/oagis/9"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:template match="rw:feed" mode="m:feed"><out:items/></xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <PositionOpening validFrom="{key('field', 'validFrom')}" majorVersionID="3" minorVersionID="2">
      <DocumentID schemeID="{key('field', 'sender')}" schemeAgencyID="{key('field', 'sender')}"
                  schemeAgencyName="{key('field', 'sender-name')}" schemeVersionID="1.3">
        <xsl:value-of select="key('field', 'DocumentID')"/>
      </DocumentID>
      <PositionOpeningStatusCode name="Active">Active</PositionOpeningStatusCode>
      <PostingRequester>
        <PartyID schemeID="{key('field', 'sender')}" schemeAgencyID="{key('field', 'sender')}"
                 schemeAgencyName="{key('field', 'sender-name')}">
          <xsl:value-of select="key('field', 'sender')"/>
        </PartyID>
      </PostingRequester>
      <PositionProfile languageCode="{key('field', 'language')}">
        <xsl:apply-templates select="." mode="m:what"/>
        <xsl:apply-templates select="." mode="m:terms"/>
      </PositionProfile>
    </PositionOpening>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:what">
    <PostingInstruction>
      <ApplicationMethod>
        <Instructions>
          <out:cdata><xsl:apply-templates select="key('field', 'Instructions')" mode="m:values"/></out:cdata>
        </Instructions>
      </ApplicationMethod>
    </PostingInstruction>
    <xsl:apply-templates select="key('field', 'PositionTitle')" mode="m:plain"/>
    <PositionLocation>
      <Address>
        <xsl:apply-templates select="key('field', 'AddressLine')" mode="m:address"/>
        <xsl:apply-templates select="key('field', 'CityName')" mode="m:address"/>
        <xsl:apply-templates select="key('field', 'CountrySubDivisionCode')" mode="m:address"/>
        <xsl:apply-templates select="key('field', 'CountryCode')" mode="m:plain"/>
        <xsl:apply-templates select="key('field', 'PostalCode')" mode="m:address"/>
      </Address>
    </PositionLocation>
    <xsl:apply-templates select="." mode="m:organization"/>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:organization">
    <PositionOrganization>
      <OrganizationIdentifiers>
        <xsl:apply-templates select="key('field', 'OrganizationName')" mode="m:plain"/>
        <xsl:apply-templates select="key('field', 'OrganizationLegalID')" mode="m:plain"/>
      </OrganizationIdentifiers>
      <xsl:apply-templates select="key('field', 'IndustryCode')" mode="m:plain"/>
    </PositionOrganization>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:terms">
    <xsl:apply-templates select="key('field', 'PositionOpenQuantity')" mode="m:plain"/>
    <xsl:apply-templates select="key('field', 'JobCategoryCode')" mode="m:occupation"/>
    <xsl:apply-templates select="." mode="m:offering"/>
    <xsl:apply-templates select="key('field', 'Measure')" mode="m:experience"/>
    <PositionFormattedDescription>
      <Content><out:cdata><xsl:apply-templates select="." mode="m:description"/></out:cdata></Content>
    </PositionFormattedDescription>
    <xsl:apply-templates select="key('field', 'WorkingLanguageCode')" mode="m:plain"/>
    <PositionPeriod>
      <StartDate><xsl:apply-templates select="key('field', 'DateText')" mode="m:plain"/></StartDate>
    </PositionPeriod>
    <ImmediateStartIndicator>false</ImmediateStartIndicator>
    <xsl:apply-templates select="key('field', 'PositionScheduleTypeCode')[1]" mode="m:plain"/>
    <xsl:apply-templates select="key('field', 'ApplicationCloseDate')" mode="m:plain"/>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:plain">
    <xsl:element name="{@name}" namespace="http://www.hr-xml.org/3"><xsl:value-of select="."/></xsl:element>
  </xsl:template>

  <!-- Four parts of an address are of another standard. -->
  <xsl:template match="rw:field" mode="m:address">
    <xsl:element name="oa:{@name}"><xsl:value-of select="."/></xsl:element>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:occupation">
    <JobCategoryCode><xsl:apply-templates select="." mode="m:code"/></JobCategoryCode>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:code">
    <xsl:attribute name="listName">ISCO2008</xsl:attribute>
    <xsl:attribute name="listVersionID">2008</xsl:attribute>
    <xsl:attribute name="listURI">http://ec.europa.eu/esco/ConceptScheme/ISCO2008</xsl:attribute>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- One value: an internship that is full-time is an internship. -->
  <xsl:template match="rw:posting" mode="m:offering">
    <xsl:apply-templates select="key('field', 'PositionOfferingTypeCode')[. != 'DirectHire'][1]" mode="m:plain"/>
  </xsl:template>
  <xsl:template match="rw:posting[count(key('field', 'PositionOfferingTypeCode')) = 1]" mode="m:offering">
    <xsl:apply-templates select="key('field', 'PositionOfferingTypeCode')" mode="m:plain"/>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:experience">
    <PositionQualifications>
      <ExperienceSummary>
        <ExperienceCategory>
          <CategoryCode><xsl:apply-templates select="key('field', 'JobCategoryCode')" mode="m:code"/></CategoryCode>
          <Measure unitCode="year"><xsl:value-of select="."/></Measure>
        </ExperienceCategory>
      </ExperienceSummary>
    </PositionQualifications>
  </xsl:template>

  <xsl:template match="*" mode="m:what">
    <xsl:message terminate="yes">m:what: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:organization">
    <xsl:message terminate="yes">m:organization: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:terms">
    <xsl:message terminate="yes">m:terms: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:address">
    <xsl:message terminate="yes">m:address: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:occupation">
    <xsl:message terminate="yes">m:occupation: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:code">
    <xsl:message terminate="yes">m:code: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:offering">
    <xsl:message terminate="yes">m:offering: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:experience">
    <xsl:message terminate="yes">m:experience: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:what"/>
  <xsl:template match="text() | @*" mode="m:organization"/>
  <xsl:template match="text() | @*" mode="m:terms"/>
  <xsl:template match="text() | @*" mode="m:address"/>
  <xsl:template match="text() | @*" mode="m:occupation"/>
  <xsl:template match="text() | @*" mode="m:code"/>
  <xsl:template match="text() | @*" mode="m:offering"/>
  <xsl:template match="text() | @*" mode="m:experience"/>
</xsl:stylesheet>
