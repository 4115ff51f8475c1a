<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="m">
  <xsl:template match="*" mode="m:linked-data"/>
</xsl:stylesheet>
