<?xml version="1.0" encoding="UTF-8"?>
<!-- The interface words that stand in every document: key('word', 'ui.pay'). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:rw="urn:rolewright:1"
    exclude-result-prefixes="rw">

  <xsl:key name="word" match="/*/rw:words/rw:word" use="@key"/>
</xsl:stylesheet>
