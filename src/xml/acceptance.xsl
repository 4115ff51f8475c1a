<?xml version="1.0" encoding="UTF-8"?>
<!--
  Prints xml/acceptance.def from the schema: a VALUE per simple type, and an
  ELEMENT per global element with what it may hold. What this stylesheet does
  not understand becomes DOUBT, which accepts nothing.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:rw="urn:rolewright:1">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="named" match="xs:complexType[@name] | xs:attributeGroup[@name]"
           use="concat('rw:', @name)"/>
  <xsl:key name="simple" match="/xs:schema/xs:simpleType"
           use="concat('rw:', @name)"/>

  <xsl:variable name="built-in" select="concat(' xs:string xs:token xs:NMTOKEN',
      ' xs:NMTOKENS xs:date xs:gYear xs:gYearMonth xs:language xs:anyURI',
      ' xs:decimal xs:nonNegativeInteger ')"/>
  <xsl:variable name="bounds" select="concat(' minInclusive maxInclusive',
      ' minExclusive totalDigits fractionDigits minLength maxLength ')"/>

  <xsl:template match="/xs:schema">
    <xsl:text>/* Made from templates/schema/rolewright.xsd. */&#10;</xsl:text>
    <xsl:apply-templates select="xs:simpleType"/>
    <xsl:apply-templates select="xs:element">
      <xsl:sort select="@name"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- ======================================================== simple types -->

  <xsl:template match="xs:simpleType">
    <xsl:variable name="rule" select="xs:restriction | xs:list | xs:union"/>
    <xsl:value-of select="concat('VALUE(rw_', translate(@name, '-', '_'),
        ', ')"/>
    <xsl:choose>
      <xsl:when test="count(xs:*[not(self::xs:annotation)]) != 1 or @final">
        <xsl:text>DOUBT, xs_doubt, ""</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$rule"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="xs:restriction">
    <xsl:variable name="facets" select="xs:*[not(self::xs:annotation)]"/>
    <xsl:variable name="kind">
      <xsl:choose>
        <xsl:when test="not($facets) or $facets[not(@value) or @fixed]">DOUBT</xsl:when>
        <xsl:when test="not($facets[not(self::xs:enumeration)])
            and not(xs:enumeration[contains(normalize-space(@value), ' ')])"
            >ONE_OF</xsl:when>
        <xsl:when test="count($facets) = 1 and xs:pattern">PATTERN</xsl:when>
        <xsl:when test="not($facets[not(contains($bounds,
            concat(' ', local-name(), ' ')))])">BOUNDED</xsl:when>
        <xsl:otherwise>DOUBT</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="concat($kind, ', ')"/>
    <xsl:apply-templates select="@base"/>
    <xsl:text>, "</xsl:text>
    <xsl:choose>
      <xsl:when test="$kind = 'PATTERN'">
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="xs:pattern/@value"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$kind = 'ONE_OF'">
        <xsl:for-each select="$facets">
          <xsl:value-of select="concat(@value, ' ')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$kind = 'BOUNDED'">
        <xsl:for-each select="$facets">
          <xsl:value-of select="concat(local-name(), '=', @value, ' ')"/>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
    <xsl:text>"</xsl:text>
  </xsl:template>

  <xsl:template match="xs:list">
    <xsl:text>LIST, </xsl:text>
    <xsl:apply-templates select="@itemType"/>
    <xsl:text>, ""</xsl:text>
  </xsl:template>

  <xsl:template match="xs:union">
    <xsl:value-of select="concat('ANY_OF, xs_token, &quot;',
        translate(@memberTypes, '-:', '__'), ' &quot;')"/>
  </xsl:template>

  <!-- The name of a type: rw_id, xs_token. -->
  <xsl:template match="@type | @base | @itemType">
    <xsl:choose>
      <xsl:when test="contains($built-in, concat(' ', ., ' '))">
        <xsl:value-of select="translate(., ':', '_')"/>
      </xsl:when>
      <xsl:when test="key('simple', .)">
        <xsl:value-of select="translate(., '-:', '__')"/>
      </xsl:when>
      <xsl:otherwise>xs_doubt</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- As the inside of a C string. -->
  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:variable name="first" select="substring($text, 1, 1)"/>
    <xsl:if test="$text">
      <xsl:if test="contains('\&quot;?', $first)">\</xsl:if>
      <xsl:value-of select="$first"/>
      <xsl:call-template name="escaped">
        <xsl:with-param name="text" select="substring($text, 2)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ elements -->

  <!-- 'parts' grows until it holds the element, the types that it extends and
       the groups that any of these name. -->
  <xsl:template match="xs:element">
    <xsl:param name="parts" select="."/>
    <xsl:variable name="grown" select="$parts | key('named', $parts/@type
        | $parts//xs:complexContent/xs:extension/@base
        | $parts//xs:attributeGroup/@ref)"/>
    <xsl:choose>
      <xsl:when test="count($grown) &gt; count($parts)">
        <xsl:apply-templates select=".">
          <xsl:with-param name="parts" select="$grown"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="element">
          <xsl:with-param name="parts" select="$parts"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="element">
    <xsl:param name="parts"/>
    <xsl:value-of select="concat('ELEMENT(&quot;', @name, '&quot;, ')"/>
    <xsl:call-template name="model">
      <xsl:with-param name="parts" select="$parts"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="$parts/descendant-or-self::xs:complexType[@mixed]">, TEXT</xsl:when>
      <xsl:otherwise>, NO_TEXT</xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="xs:annotation/xs:appinfo/rw:vocabulary/@merge = 'root'"
          >, ROOT)&#10;</xsl:when>
      <xsl:otherwise>, INNER)&#10;</xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="$parts//xs:element" mode="child"/>
    <xsl:apply-templates select="$parts//xs:simpleContent/xs:extension"/>
    <xsl:apply-templates select="$parts//xs:attribute"/>
    <xsl:text>END&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="model">
    <xsl:param name="parts"/>
    <xsl:variable name="types"
        select="$parts/descendant-or-self::xs:complexType"/>
    <xsl:variable name="group"
        select="$parts//xs:all | $parts//xs:sequence | $parts//xs:choice"/>
    <xsl:variable name="once" select="not($group/@minOccurs | $group/@maxOccurs)"/>
    <xsl:choose>
      <xsl:when test="count($types) = 0 or count($group) &gt; 1
          or ($types/@mixed and $types[not(@mixed = 'true')])
          or $types/@abstract or $types/@block or $types/@final
          or @abstract or @block or @final or @default or @fixed
          or @nillable or @substitutionGroup
          or $parts//xs:any | $parts//xs:anyAttribute | $parts//xs:group
              | $parts//xs:restriction | $parts//xs:key | $parts//xs:unique
              | $parts//xs:keyref | $parts//xs:simpleType
          or $group/xs:*[not(self::xs:annotation or self::xs:element[@ref])]
          or $parts//xs:extension[not(@base = 'rw:ids'
              or key('named', @base))]">DOUBT</xsl:when>
      <xsl:when test="$parts//xs:simpleContent">VALUE</xsl:when>
      <xsl:when test="not($group)">NOTHING</xsl:when>
      <xsl:when test="$group[self::xs:all] and $once">ALL</xsl:when>
      <xsl:when test="$group[self::xs:sequence] and $once">SEQUENCE</xsl:when>
      <xsl:when test="$group[self::xs:choice and @minOccurs = '0'
          and @maxOccurs = 'unbounded']
          and not($group/*[@minOccurs or @maxOccurs])">ANY</xsl:when>
      <xsl:when test="$group[self::xs:choice and @minOccurs = '0'
          and not(@maxOccurs)]
          and not($group/*[@minOccurs or @maxOccurs])">OPTIONAL</xsl:when>
      <xsl:otherwise>DOUBT</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="xs:element" mode="child">
    <xsl:variable name="min">
      <xsl:value-of select="@minOccurs"/>
      <xsl:if test="not(@minOccurs)">1</xsl:if>
    </xsl:variable>
    <xsl:variable name="max">
      <xsl:if test="@maxOccurs = 'unbounded'">MANY</xsl:if>
      <xsl:value-of select="@maxOccurs[. != 'unbounded']"/>
      <xsl:if test="not(@maxOccurs)">1</xsl:if>
    </xsl:variable>
    <xsl:value-of select="concat('CHILD(&quot;', substring-after(@ref, 'rw:'),
        '&quot;, ', $min, ', ', $max, ')&#10;')"/>
  </xsl:template>

  <xsl:template match="xs:simpleContent/xs:extension">
    <xsl:text>CONTENT(</xsl:text>
    <xsl:apply-templates select="@base"/>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="xs:attribute">
    <xsl:value-of select="concat('ATTRIBUTE(&quot;', @name, @ref, '&quot;, ')"/>
    <xsl:choose>
      <xsl:when test="@default or @fixed or @use = 'prohibited' or @form
          or xs:simpleType">xs_doubt</xsl:when>
      <xsl:when test="@ref = 'xml:lang'">xs_language</xsl:when>
      <xsl:when test="@type"><xsl:apply-templates select="@type"/></xsl:when>
      <xsl:otherwise>xs_doubt</xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@use = 'required'">, REQUIRED)&#10;</xsl:when>
      <xsl:otherwise>, FREE)&#10;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
