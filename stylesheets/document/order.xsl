<?xml version="1.0" encoding="UTF-8"?>
<!-- Which parts of a role or posting a document shows, and in which order: the same for every format.
     A format defines m:section (a part with its heading) and m:fact (one line of the overview). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <!-- The advertisement, also of a role that nobody is hired for now. Competencies, which say how well
       rather than what, are left to the record and to those who interview. -->
  <xsl:template match="rw:role | rw:posting" mode="m:sections">
    <xsl:apply-templates select="rw:summary" mode="m:section"/>
    <xsl:apply-templates select="rw:responsibilities" mode="m:section"/>
    <xsl:apply-templates select="rw:requirements" mode="m:section"/>
    <xsl:apply-templates select="rw:skills" mode="m:section"/>
    <xsl:apply-templates select="rw:languages" mode="m:section"/>
    <xsl:apply-templates select="rw:scope" mode="m:section"/>
    <xsl:apply-templates select="rw:kpis" mode="m:section"/>
    <xsl:apply-templates select="." mode="m:sections-around"/>
    <xsl:apply-templates select="rw:pay" mode="m:section"/>
    <xsl:apply-templates select="rw:benefits" mode="m:section"/>
    <xsl:apply-templates select="rw:company/rw:about" mode="m:section"/>
    <xsl:apply-templates select="rw:media" mode="m:section"/>
    <xsl:apply-templates select="rw:apply" mode="m:section"/>
    <xsl:apply-templates select="rw:notices" mode="m:section"/>
  </xsl:template>

  <!-- The internal record. -->
  <xsl:template match="rw:*[@as = 'description']" mode="m:sections">
    <xsl:apply-templates select="rw:summary" mode="m:section"/>
    <xsl:apply-templates select="rw:scope" mode="m:section"/>
    <xsl:apply-templates select="rw:responsibilities" mode="m:section"/>
    <xsl:apply-templates select="rw:requirements" mode="m:section"/>
    <xsl:apply-templates select="rw:competencies" mode="m:section"/>
    <xsl:apply-templates select="rw:skills" mode="m:section"/>
    <xsl:apply-templates select="rw:languages" mode="m:section"/>
    <xsl:apply-templates select="rw:kpis" mode="m:section"/>
    <xsl:apply-templates select="." mode="m:sections-around"/>
    <xsl:apply-templates select="rw:working-conditions" mode="m:section"/>
    <xsl:apply-templates select="rw:classification" mode="m:section"/>
    <xsl:apply-templates select="rw:pay" mode="m:section"/>
    <xsl:apply-templates select="rw:benefits" mode="m:section"/>
    <xsl:apply-templates select="." mode="m:sections-record"/>
  </xsl:template>

  <xsl:template match="rw:*[@as = 'summary']" mode="m:sections">
    <xsl:apply-templates select="rw:summary" mode="m:section"/>
    <xsl:apply-templates select="rw:responsibilities" mode="m:section"/>
    <xsl:apply-templates select="rw:requirements" mode="m:section"/>
    <xsl:apply-templates select="rw:apply" mode="m:section"/>
  </xsl:template>

  <!-- For those who interview and induct. -->
  <xsl:template match="rw:*[@as = 'kit']" mode="m:sections">
    <xsl:apply-templates select="rw:summary" mode="m:section"/>
    <xsl:apply-templates select="rw:requirements" mode="m:section"/>
    <xsl:apply-templates select="rw:competencies" mode="m:section"/>
    <xsl:apply-templates select="rw:interview" mode="m:section"/>
    <xsl:apply-templates select="rw:scorecard" mode="m:section"/>
    <xsl:apply-templates select="rw:first-90-days" mode="m:section"/>
  </xsl:template>

  <xsl:template match="*" mode="m:sections">
    <xsl:message terminate="yes">m:sections: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <!-- The people around the job, and the ways. -->
  <xsl:template match="rw:role | rw:posting" mode="m:sections-around">
    <xsl:apply-templates select="rw:reports-to" mode="m:section"/>
    <xsl:apply-templates select="rw:direct-reports" mode="m:section"/>
    <xsl:apply-templates select="rw:works-with" mode="m:section"/>
    <xsl:apply-templates select="rw:grows-into" mode="m:section"/>
    <xsl:apply-templates select="rw:travel" mode="m:section"/>
  </xsl:template>

  <xsl:template match="*" mode="m:sections-around">
    <xsl:message terminate="yes">m:sections-around: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <!-- What only the record holds. -->
  <xsl:template match="rw:role | rw:posting" mode="m:sections-record">
    <xsl:apply-templates select="rw:notices" mode="m:section"/>
    <xsl:apply-templates select="rw:occupations" mode="m:section"/>
    <xsl:apply-templates select="rw:approvals" mode="m:section"/>
    <xsl:apply-templates select="rw:note[1]" mode="m:section"/>
    <xsl:apply-templates select="rw:changes" mode="m:section"/>
    <xsl:apply-templates select="rw:sources" mode="m:section"/>
  </xsl:template>

  <xsl:template match="*" mode="m:sections-record">
    <xsl:message terminate="yes">m:sections-record: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <!-- The overview: one fact per node; a node stands for itself and its like-named siblings. -->
  <xsl:template match="rw:role | rw:posting" mode="m:facts">
    <xsl:apply-templates select="." mode="m:facts-company"/>
    <xsl:apply-templates select="rw:place[1]" mode="m:fact"/>
    <xsl:apply-templates select="rw:workplace" mode="m:fact"/>
    <xsl:apply-templates select="rw:pay/@text-long" mode="m:fact"/>
    <xsl:apply-templates select="rw:pay/@split" mode="m:fact"/>
    <xsl:apply-templates select="@employment-text" mode="m:fact"/>
    <xsl:apply-templates select="@hours-text" mode="m:fact"/>
    <xsl:apply-templates select="@starts-text" mode="m:fact"/>
    <xsl:apply-templates select="@ends-text" mode="m:fact"/>
    <xsl:apply-templates select="@openings" mode="m:fact"/>
    <xsl:apply-templates select="@posted-text" mode="m:fact"/>
    <xsl:apply-templates select="@closes-text" mode="m:fact"/>
    <xsl:apply-templates select="@ongoing[. = 'yes']" mode="m:fact"/>
    <xsl:apply-templates select="self::rw:role" mode="m:facts-role"/>
  </xsl:template>

  <xsl:template match="rw:*[@as = 'kit']" mode="m:facts">
    <xsl:apply-templates select="." mode="m:facts-job"/>
  </xsl:template>

  <xsl:template match="rw:*[@as = 'description']" mode="m:facts">
    <xsl:apply-templates select="." mode="m:facts-job"/>
    <xsl:apply-templates select="@version" mode="m:fact"/>
    <xsl:apply-templates select="@status-text" mode="m:fact"/>
    <xsl:apply-templates select="@updated-text" mode="m:fact"/>
    <xsl:apply-templates select="@owner" mode="m:fact"/>
    <xsl:apply-templates select="@review-by-text" mode="m:fact"/>
  </xsl:template>

  <xsl:template match="*" mode="m:facts">
    <xsl:message terminate="yes">m:facts: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <!-- What those within the company see of the job itself. -->
  <xsl:template match="rw:role | rw:posting" mode="m:facts-job">
    <xsl:apply-templates select="@job-code" mode="m:fact"/>
    <xsl:apply-templates select="@requisition" mode="m:fact"/>
    <xsl:apply-templates select="." mode="m:facts-company"/>
    <xsl:apply-templates select="rw:place[1]" mode="m:fact"/>
    <xsl:apply-templates select="rw:workplace" mode="m:fact"/>
    <xsl:apply-templates select="." mode="m:facts-role"/>
    <xsl:apply-templates mode="m:fact"
        select="rw:classification/@exempt-text[not(../text()) or starts-with(/*/@xml:lang, 'en')]"/>
    <xsl:apply-templates select="rw:pay/@grade" mode="m:fact"/>
    <xsl:apply-templates select="rw:pay/@text-long" mode="m:fact"/>
    <xsl:apply-templates select="rw:pay/@split" mode="m:fact"/>
    <xsl:apply-templates select="@employment-text" mode="m:fact"/>
  </xsl:template>

  <xsl:template match="*" mode="m:facts-job">
    <xsl:message terminate="yes">m:facts-job: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <!-- Who hires, or that nobody says so, and who recruits for them. -->
  <xsl:template match="rw:role | rw:posting" mode="m:facts-company">
    <xsl:apply-templates select="rw:company/rw:name" mode="m:fact"/>
    <xsl:apply-templates select="@confidential[. = 'yes'][not(../rw:company/rw:name)]" mode="m:fact"/>
    <xsl:apply-templates select="rw:agency/rw:name" mode="m:fact"/>
  </xsl:template>

  <xsl:template match="*" mode="m:facts-company">
    <xsl:message terminate="yes">m:facts-company: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="rw:role | rw:posting" mode="m:facts-role">
    <xsl:apply-templates select="rw:other-titles/rw:title[1]" mode="m:fact"/>
    <xsl:apply-templates select="rw:family" mode="m:fact"/>
    <xsl:apply-templates select="rw:level" mode="m:fact"/>
  </xsl:template>

  <xsl:template match="*" mode="m:facts-role">
    <xsl:message terminate="yes">m:facts-role: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <!-- Short remarks behind an item; a format defines m:tag. -->
  <xsl:template match="rw:*" mode="m:tags"/>

  <xsl:template match="rw:responsibility" mode="m:tags">
    <xsl:apply-templates select="@essential[. = 'yes'][/*/@as = 'description']" mode="m:tag"/>
    <xsl:apply-templates select="@share-text[/*/@as = 'description']" mode="m:tag"/>
  </xsl:template>

  <xsl:template match="rw:competency" mode="m:tags">
    <xsl:apply-templates select="@level-text" mode="m:tag"/>
  </xsl:template>

  <xsl:template match="rw:kpi" mode="m:tags">
    <xsl:apply-templates select="@target-text" mode="m:tag"/>
  </xsl:template>

  <xsl:template match="rw:question" mode="m:tags">
    <xsl:apply-templates select="@kind-text" mode="m:tag"/>
    <xsl:apply-templates select="@about-text" mode="m:tag"/>
  </xsl:template>

  <xsl:template match="*" mode="m:tags">
    <xsl:message terminate="yes">m:tags: nothing for '<xsl:value-of select="name()"/>'</xsl:message>
  </xsl:template>

  <xsl:template match="text() | @*" mode="m:sections"/>
  <xsl:template match="text() | @*" mode="m:sections-around"/>
  <xsl:template match="text() | @*" mode="m:sections-record"/>
  <xsl:template match="text() | @*" mode="m:facts"/>
  <xsl:template match="text() | @*" mode="m:facts-job"/>
  <xsl:template match="text() | @*" mode="m:facts-company"/>
  <xsl:template match="text() | @*" mode="m:facts-role"/>
  <xsl:template match="text() | @*" mode="m:tags"/>
</xsl:stylesheet>
