<?xml version="1.0" encoding="UTF-8"?>
<!-- StepStone: jobfeed/joblisting, the text in five parts, all places in one. The board wants no invisible characters:
     a no-break space becomes a blank, others go. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:rolewright:output"
    xmlns:html="http://www.w3.org/1999/xhtml"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="html rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:variable name="unseen">&#xA0;&#x202F;&#xAD;&#x200B;&#x200C;&#x200D;&#x200E;&#x200F;&#x2060;&#xFEFF;</xsl:variable>
  <xsl:variable name="blanks" select="'  '"/>
  <!-- Sections that stand in another part than the tasks. -->
  <xsl:variable name="elsewhere"> about summary responsibilities requirements skills languages benefits pay grows-into notices </xsl:variable>

  <xsl:key name="section" match="/rw:posting/rw:description/html:section" use="@id"/>

  <xsl:template match="rw:feed" mode="m:feed">
    <jobfeed><out:items/></jobfeed>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:job">
    <joblisting reference_id="{key('field', 'reference_id')}">
      <xsl:apply-templates select="key('field', 'sender_id')" mode="m:attribute"/>
      <xsl:apply-templates select="key('field', 'organisation_id')" mode="m:attribute"/>
      <xsl:apply-templates select="key('field', 'recruiter_id')" mode="m:attribute"/>
      <xsl:apply-templates select="." mode="m:categories"/>
      <xsl:apply-templates select="key('field', 'channel')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'listingtype')" mode="m:field"/>
      <xsl:apply-templates select="key('field', 'publish_start')" mode="m:plain"/>
      <xsl:apply-templates select="key('field', 'publish_duration')" mode="m:plain"/>
      <jobdetails>
        <xsl:apply-templates select="key('field', 'language')" mode="m:field"/>
        <xsl:apply-templates select="key('field', 'jobtitle')" mode="m:field"/>
        <xsl:apply-templates select="." mode="m:parts"/>
        <joblocations><xsl:apply-templates select="rw:place[@city and @country]" mode="m:location"/></joblocations>
        <xsl:apply-templates select="key('field', 'keywords')" mode="m:list"/>
        <apply>
          <xsl:apply-templates select="key('field', 'email')" mode="m:field"/>
          <xsl:apply-templates select="key('field', 'url')" mode="m:field"/>
        </apply>
      </jobdetails>
      <companydetails><xsl:apply-templates select="key('field', 'companyname')" mode="m:field"/></companydetails>
    </joblisting>
  </xsl:template>

  <xsl:template match="rw:field" mode="m:attribute">
    <xsl:attribute name="{@name}"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:categories"/>
  <xsl:template match="rw:posting[key('field', 'workfield') | key('field', 'geography') | key('field', 'sector')
                       | key('field', 'contracttype') | key('field', 'worktype') | key('field', 'experience')]" mode="m:categories">
    <categorization>
      <xsl:apply-templates select="key('field', 'workfield')" mode="m:category"/>
      <xsl:apply-templates select="key('field', 'geography')" mode="m:category"/>
      <xsl:apply-templates select="key('field', 'sector')" mode="m:category"/>
      <xsl:apply-templates select="key('field', 'contracttype')" mode="m:category"/>
      <xsl:apply-templates select="key('field', 'worktype')" mode="m:category"/>
      <xsl:apply-templates select="key('field', 'experience')" mode="m:category"/>
    </categorization>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:category">
    <xsl:element name="{@name}"><xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute></xsl:element>
  </xsl:template>

  <!-- Five parts, each with the heading of its main section; every section stands in one of them. -->
  <xsl:template match="rw:posting" mode="m:parts">
    <introduction title="{translate(key('section', 'about')/html:h2, $unseen, $blanks)}">
      <xsl:apply-templates select="." mode="m:introduction"/>
    </introduction>
    <tasks title="{translate(key('section', 'responsibilities')/html:h2, $unseen, $blanks)}">
      <xsl:apply-templates select="." mode="m:tasks"/>
    </tasks>
    <profile title="{translate(key('section', 'requirements')/html:h2, $unseen, $blanks)}">
      <xsl:apply-templates select="." mode="m:profile"/>
    </profile>
    <offer title="{translate(rw:description/html:section[@id = 'pay' or @id = 'benefits'][last()]/html:h2, $unseen, $blanks)}">
      <xsl:apply-templates select="." mode="m:offer"/>
    </offer>
    <contactinfo title="{translate(rw:apply/@label, $unseen, $blanks)}">
      <xsl:apply-templates select="." mode="m:contact"/>
    </contactinfo>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:introduction">
    <out:cdata>
      <out:markup method="html" field="introduction" tags="{rw:board/@tags}">
        <xsl:apply-templates select="key('section', 'about')" mode="m:body"/>
        <xsl:apply-templates select="rw:description/html:div" mode="m:seen"/>
        <xsl:apply-templates select="key('section', 'summary')" mode="m:body"/>
      </out:markup>
    </out:cdata>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:tasks">
    <out:cdata>
      <out:markup method="html" field="tasks" tags="{rw:board/@tags}">
        <xsl:apply-templates select="key('section', 'responsibilities')" mode="m:body"/>
        <xsl:apply-templates mode="m:seen"
            select="rw:description/html:section[not(contains($elsewhere, concat(' ', @id, ' ')))]"/>
      </out:markup>
    </out:cdata>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:profile">
    <out:cdata>
      <out:markup method="html" field="profile" tags="{rw:board/@tags}">
        <xsl:apply-templates select="key('section', 'requirements')" mode="m:body"/>
        <xsl:apply-templates select="key('section', 'skills') | key('section', 'languages')" mode="m:seen"/>
      </out:markup>
    </out:cdata>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:offer">
    <out:cdata>
      <out:markup method="html" field="offer" tags="{rw:board/@tags}">
        <xsl:apply-templates select="key('section', 'benefits')" mode="m:body"/>
        <xsl:apply-templates select="key('section', 'pay') | key('section', 'grows-into')" mode="m:seen"/>
      </out:markup>
    </out:cdata>
  </xsl:template>

  <xsl:template match="rw:posting" mode="m:contact">
    <out:cdata>
      <out:markup method="html" field="contactinfo" tags="{rw:board/@tags}">
        <xsl:apply-templates select="key('field', 'agency')" mode="m:how"/>
        <xsl:apply-templates select="key('field', 'companyname')[not(key('field', 'agency'))]" mode="m:how"/>
        <xsl:apply-templates select="key('field', 'how')" mode="m:how"/>
        <xsl:apply-templates select="key('section', 'notices')" mode="m:seen"/>
      </out:markup>
    </out:cdata>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:how">
    <html:p><xsl:apply-templates select="." mode="m:value"/></html:p>
  </xsl:template>

  <!-- The section without its heading. -->
  <xsl:template match="html:section" mode="m:body">
    <xsl:apply-templates select="*[not(self::html:h2)]" mode="m:seen"/>
  </xsl:template>

  <!-- The same, as one can see it. -->
  <xsl:template match="html:*" mode="m:seen">
    <xsl:copy><xsl:apply-templates select="node()" mode="m:seen"/></xsl:copy>
  </xsl:template>
  <xsl:template match="text()" mode="m:seen" priority="1">
    <xsl:value-of select="translate(., $unseen, $blanks)"/>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:field">
    <xsl:element name="{@name}"><out:cdata><xsl:value-of select="translate(., $unseen, $blanks)"/></out:cdata></xsl:element>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:value">
    <xsl:value-of select="translate(., $unseen, $blanks)"/>
  </xsl:template>
  <xsl:template match="rw:field" mode="m:values">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:apply-templates select="." mode="m:value"/>
  </xsl:template>
  <xsl:template match="@*" mode="m:part" priority="1">
    <out:cdata><xsl:value-of select="translate(., $unseen, $blanks)"/></out:cdata>
  </xsl:template>

  <xsl:template match="rw:place" mode="m:location">
    <location>
      <countrycode><xsl:apply-templates select="@country" mode="m:part"/></countrycode>
      <city><xsl:apply-templates select="@city" mode="m:part"/></city>
      <xsl:apply-templates select="@postal-code | @street" mode="m:location"/>
    </location>
  </xsl:template>
  <xsl:template match="@postal-code" mode="m:location" priority="1">
    <postalcode><xsl:apply-templates select="." mode="m:part"/></postalcode>
  </xsl:template>
  <xsl:template match="@street" mode="m:location" priority="1">
    <streetname><xsl:apply-templates select="." mode="m:part"/></streetname>
  </xsl:template>

  <xsl:template match="*" mode="m:attribute">
    <xsl:message terminate="yes">m:attribute: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:categories">
    <xsl:message terminate="yes">m:categories: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:category">
    <xsl:message terminate="yes">m:category: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:parts">
    <xsl:message terminate="yes">m:parts: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:introduction">
    <xsl:message terminate="yes">m:introduction: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:tasks">
    <xsl:message terminate="yes">m:tasks: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:profile">
    <xsl:message terminate="yes">m:profile: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:offer">
    <xsl:message terminate="yes">m:offer: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:contact">
    <xsl:message terminate="yes">m:contact: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:how">
    <xsl:message terminate="yes">m:how: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:body">
    <xsl:message terminate="yes">m:body: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:seen">
    <xsl:message terminate="yes">m:seen: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:part">
    <xsl:message terminate="yes">m:part: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>
  <xsl:template match="*" mode="m:location">
    <xsl:message terminate="yes">m:location: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:attribute"/>
  <xsl:template match="text() | @*" mode="m:categories"/>
  <xsl:template match="text() | @*" mode="m:category"/>
  <xsl:template match="text() | @*" mode="m:parts"/>
  <xsl:template match="text() | @*" mode="m:introduction"/>
  <xsl:template match="text() | @*" mode="m:tasks"/>
  <xsl:template match="text() | @*" mode="m:profile"/>
  <xsl:template match="text() | @*" mode="m:offer"/>
  <xsl:template match="text() | @*" mode="m:contact"/>
  <xsl:template match="text() | @*" mode="m:how"/>
  <xsl:template match="text() | @*" mode="m:body"/>
  <xsl:template match="text() | @*" mode="m:seen"/>
  <xsl:template match="text() | @*" mode="m:part"/>
  <xsl:template match="text() | @*" mode="m:location"/>
</xsl:stylesheet>
