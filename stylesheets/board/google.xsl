<?xml version="1.0" encoding="UTF-8"?>
<!-- Google for Jobs: a list of JobPostings, each the same as in the page of the job. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:out="urn:rolewright:output"
    xmlns:rw="urn:rolewright:1"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw m">

  <xsl:import href="fields.xsl"/>

  <xsl:import href="../document/jobposting.xsl"/>
  <xsl:import href="../document/jobposting-terms.xsl"/>

  <xsl:template match="rw:posting" mode="m:job-text">
    <xsl:apply-templates select="." mode="m:description"/>
  </xsl:template>

  <xsl:template match="rw:feed" mode="m:feed">
    <fn:array><out:items/></fn:array>
  </xsl:template>
</xsl:stylesheet>
