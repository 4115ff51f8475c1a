<?xml version="1.0" encoding="UTF-8"?>
<!-- Given <files> with a <file> each (name, and whole path), prints what the rules of cross.xml for 'board' find in them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:func="http://exslt.org/functions" xmlns:dyn="http://exslt.org/dynamic"
                xmlns:str="http://exslt.org/strings" xmlns:date="http://exslt.org/dates-and-times"
                xmlns:own="urn:rolewright:tests:boards" xmlns:atom="http://www.w3.org/2005/Atom"
                extension-element-prefixes="func dyn str date own" exclude-result-prefixes="atom">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="board"/>

  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyzäöüáéíóúñàèçâêô'"/>
  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÁÉÍÓÚÑÀÈÇÂÊÔ'"/>

  <func:function name="own:lower">
    <xsl:param name="text"/>
    <func:result select="translate(normalize-space($text), $upper, $lower)"/>
  </func:function>

  <func:function name="own:upper">
    <xsl:param name="text"/>
    <func:result select="translate(normalize-space($text), $lower, $upper)"/>
  </func:function>

  <!-- The '>' in front keeps a text apart from a tag that begins it. -->
  <func:function name="own:plain">
    <xsl:param name="html"/>
    <xsl:variable name="text">
      <xsl:for-each select="str:tokenize(concat('&gt;', $html), '&lt;')">
        <xsl:value-of select="substring-after(., '&gt;')"/>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="normalize-space($text)"/>
  </func:function>

  <func:function name="own:tags">
    <xsl:param name="html"/>
    <xsl:param name="list"/>
    <xsl:variable name="found">
      <xsl:for-each select="str:tokenize(concat('&gt;', $html), '&lt;')">
        <xsl:variable name="tag" select="own:lower(substring-before(concat(translate(., '/&gt;&#9;&#10;', '    '), ' '), ' '))"/>
        <xsl:if test="$tag != '' and contains($lower, substring($tag, 1, 1)) and not(contains($list, concat(' ', $tag, ' ')))">
          <xsl:value-of select="concat($tag, ' ')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="substring-before($found, ' ')"/>
  </func:function>

  <func:function name="own:day">
    <xsl:param name="date"/>
    <xsl:param name="order"/>
    <xsl:variable name="d" select="normalize-space($date)"/>
    <xsl:choose>
      <xsl:when test="$order = 'ymd'">
        <func:result select="number(translate(substring($d, 1, 10), '-', ''))"/>
      </xsl:when>
      <xsl:when test="$order = 'mdy'">
        <func:result select="number(concat(substring($d, 7, 4), substring($d, 1, 2), substring($d, 4, 2)))"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="number(concat(substring($d, 7, 4), substring($d, 4, 2), substring($d, 1, 2)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="own:weekday">
    <xsl:param name="date"/>
    <xsl:variable name="part" select="str:tokenize($date, ' ,')"/>
    <xsl:variable name="month" select="string-length(substring-before('JanFebMarAprMayJunJulAugSepOctNovDec', $part[3])) div 3 + 1"/>
    <xsl:variable name="iso" select="concat($part[4], '-', format-number($month, '00'), '-', format-number($part[2], '00'))"/>
    <func:result select="date:day-abbreviation($iso) != string($part[1])"/>
  </func:function>

  <xsl:template match="/files">
    <xsl:for-each select="file">
      <xsl:variable name="name" select="string()"/>
      <xsl:for-each select="document(@path)">
        <xsl:call-template name="rules"><xsl:with-param name="name" select="$name"/></xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="rules">
    <xsl:param name="name"/>
    <xsl:variable name="feed" select="."/>
    <xsl:for-each select="document('cross.xml')/boards/board[@id = $board]/rule">
      <xsl:variable name="rule" select="."/>
      <xsl:for-each select="$feed">
        <xsl:for-each select="dyn:evaluate($rule/@wrong)">
          <xsl:value-of select="concat($name, ': cross: ', local-name(), ': ', $rule)"/>
          <xsl:if test="$rule/@rule != ''"><xsl:value-of select="concat(' (', $rule/@rule, ')')"/></xsl:if>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
