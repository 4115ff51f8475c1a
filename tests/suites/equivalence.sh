#!/bin/bash
# For each document and stylesheet: what 'render --stage tree' prints equals
# what xsltproc makes of the resolved document, as canonical XML; so for boards.
. "$(dirname "$0")/../lib.sh"
need xsltproc xmllint unzip
cd "$SCRATCH" || exit 3
declare -A sheet=([html]=html [md]=commonmark [json]=json)

# The same stylesheet with method="xml", whatever its own xsl:output says.
wrap() {
	cat >"$1" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="$2"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
</xsl:stylesheet>
XSL
}

same() { # WORKSPACE ID FORMAT AS AUDIENCE [OPTION...]
	local ws=$1 id=$2 format=$3 as=$4 audience=$5
	shift 5
	set -- -C "$ws" render "$id" --to "$format" --as "$as" \
		--audience "$audience" "$@"
	if [ "$format" = docx ]; then
		same_docx "$@"
		return
	fi
	"$RW" "$@" --stage resolved >resolved.xml || return
	"$RW" "$@" --stage tree >ours.xml || return
	xsltproc --nonet "$format.xsl" resolved.xml >theirs.xml || return
	xmllint --nonet --c14n ours.xml >ours.c14n || return
	xmllint --nonet --c14n theirs.xml >theirs.c14n || return
	cmp ours.c14n theirs.c14n && return
	diff <(sed 's/></>\n</g' ours.c14n) <(sed 's/></>\n</g' theirs.c14n)
}

# A Word file is made in two steps, of which 'tree' is the first: compare its
# main part with what two runs of xsltproc make.
same_docx() { # OPTION...
	"$RW" "$@" --stage resolved >resolved.xml || return
	"$RW" "$@" -o ours.docx || return
	unzip -p ours.docx word/document.xml >ours.xml || return
	xsltproc --nonet "$TOP/stylesheets/document/commonmark.xsl" resolved.xml |
		xsltproc --nonet "$TOP/stylesheets/document/docx.xsl" - |
		xsltproc --nonet part.xsl - >theirs.xml || return
	xmllint --nonet --exc-c14n ours.xml >ours.c14n || return
	xmllint --nonet --exc-c14n theirs.xml >theirs.c14n || return
	cmp ours.c14n theirs.c14n && return
	diff <(sed 's/></>\n</g' ours.c14n) <(sed 's/></>\n</g' theirs.c14n)
}
cat >part.xsl <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
  <xsl:template match="/">
    <xsl:copy-of select="//pkg:part[@pkg:name = '/word/document.xml']/pkg:xmlData/*"/>
  </xsl:template>
</xsl:stylesheet>
XSL

ids() { # FOLDER: the documents in it, without translations
	find "$1" -name '*.xml' -printf '%f\n' 2>/dev/null |
		grep -vE '\.[a-z]{2}(-[A-Z]{2})?\.xml$' | sed 's/\.xml$//' | sort
}

for format in html md json docx; do
	[ $format = docx ] ||
		wrap $format.xsl "$TOP/stylesheets/document/${sheet[$format]}.xsl"
	for id in $(ids "$TOP/templates/roles"; ids "$EXAMPLES/templates/roles"
		ids "$EXAMPLES/templates/postings"); do
		try "equivalence: $id.$format" same "$EXAMPLES" "$id" "$format" ad public
	done
	for as in description kit; do
		try "equivalence: lamp-keeper as $as.$format" \
			same "$TOP/tests/golden/in" lamp-keeper "$format" $as internal
	done
	try "equivalence: lamp-keeper as summary.$format" \
		same "$TOP/tests/golden/in" lamp-keeper "$format" summary public
	try "equivalence: lamp-keeper.de.$format" \
		same "$TOP/tests/golden/in" lamp-keeper "$format" ad public --lang de
done

# Guides have stylesheets of their own.
same_guide() { # FORMAT SHEET
	"$RW" -C "$TOP/tests/data/guides" render which-job --to "$1" \
		--stage resolved >resolved.xml || return
	"$RW" -C "$TOP/tests/data/guides" render which-job --to "$1" \
		--stage tree >ours.xml || return
	wrap guide.xsl "$TOP/stylesheets/guide/$2.xsl"
	xsltproc --nonet guide.xsl resolved.xml >theirs.xml || return
	xmllint --nonet --c14n ours.xml >ours.c14n || return
	xmllint --nonet --c14n theirs.xml >theirs.c14n || return
	cmp ours.c14n theirs.c14n
}
for format in html:html md:commonmark json:json; do
	try "equivalence: guide.${format%:*}" same_guide "${format%:*}" "${format#*:}"
done

# Collections: each has a stylesheet that plain xsltproc runs too.
collection() { # NAME
	local file
	"$RW" -C "$EXAMPLES" resolve --collection "$1" >resolved.xml || return
	file=$(find "$TOP/stylesheets" -name "$1.xsl" | head -n 1)
	xsltproc --nonet -o theirs.xml "$file" resolved.xml && [ -s theirs.xml ]
}
for name in index roles postings guides glossary matrix sitemap; do
	try "equivalence: collection $name" collection $name
done

# Boards: a stylesheet over that of the board writes down what it is given beside
# what it makes; xsltproc makes the same of it. How HTML is written (out:markup) is
# the program's affair: those texts are not compared.
cat >pair.py <<'PY'
import glob, subprocess, sys
from xml.etree import ElementTree
OUT = "{urn:rolewright:output}"

ROWS = {OUT + "row": "row", OUT + "cell": "cell"}

def texts(node):  # what the element holds itself; None if HTML is part of it
    parts = [node.text or ""]
    for child in node:
        if child.tag == OUT + "markup": return None
        if child.tag.startswith(OUT):
            inner = texts(child)
            if inner is None: return None
            parts.append(inner)
        parts.append(child.tail or "")
    return "".join(parts)

def elements(node): return [child for child in node if child.tag not in (OUT + "cdata", OUT + "markup")]

def differ(theirs, ours, path=""):
    path += "/" + theirs.tag.split("}")[-1]
    if ROWS.get(theirs.tag, theirs.tag) != ours.tag: return f"{path}: ours is {ours.tag}"
    if theirs.attrib != ours.attrib: return f"{path}: {theirs.attrib}, ours {ours.attrib}"
    text = texts(theirs)
    if text is None: return ""
    if text.split() != texts(ours).split(): return f"{path}: {text!r}, ours {texts(ours)!r}"
    if len(elements(theirs)) != len(elements(ours)): return f"{path}: {len(elements(theirs))} elements, ours {len(elements(ours))}"
    return next(filter(None, (differ(a, b, path) for a, b in zip(elements(theirs), elements(ours)))), "")

pairs = [pair for path in glob.glob(sys.argv[2] + "*") for pair in ElementTree.parse(path).iter("pair")]
for number, pair in enumerate(pairs):
    ElementTree.ElementTree(pair.find("given")[0]).write("given.xml", "UTF-8")
    made = subprocess.run(["xsltproc", "--nonet", sys.argv[1], "given.xml"], check=True, capture_output=True).stdout
    wrong = differ(ElementTree.fromstring(made), pair.find("made")[0])
    if wrong: sys.exit(f"posting {number}: {wrong}")
print(len(pairs), "postings")
sys.exit(not pairs)
PY
board() { # NAME
	rm -rf ws feeds
	cp -R "$EXAMPLES" ws
	mkdir -p ws/stylesheets/board
	cp "$TOP/stylesheets/board/$1.xsl" "ws/stylesheets/board/own-$1.xsl"
	cat >"ws/stylesheets/board/$1.xsl" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:rw="urn:rolewright:1"
    xmlns:out="urn:rolewright:output" xmlns:m="urn:rolewright:mode" xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="rw m exsl">
  <xsl:import href="own-$1.xsl"/>
  <xsl:template match="/"><xsl:apply-templates select="*" mode="m:pair"/></xsl:template>
  <xsl:template match="rw:feed" mode="m:pair"><pairs><out:items/></pairs></xsl:template>
  <xsl:template match="rw:posting" mode="m:pair">
    <xsl:variable name="made"><xsl:apply-templates select="." mode="m:job"/></xsl:variable>
    <pair>
      <given><xsl:copy-of select="."/></given>
      <made><xsl:apply-templates select="exsl:node-set(\$made)/node()" mode="m:pair"/></made>
    </pair>
  </xsl:template>
  <xsl:template match="@* | node()" mode="m:pair" priority="-1">
    <xsl:copy><xsl:apply-templates select="@* | node()" mode="m:pair"/></xsl:copy>
  </xsl:template>
  <!-- Rows cannot stand in XML. -->
  <xsl:template match="out:row | out:cell" mode="m:pair">
    <xsl:element name="{local-name()}"><xsl:apply-templates mode="m:pair"/></xsl:element>
  </xsl:template>
</xsl:stylesheet>
XSL
	wrap theirs.xsl "$TOP/stylesheets/board/$1.xsl"
	"$RW" -C ws export --all --allow-empty -q --board "$1" -o feeds >log 2>&1
	python3 pair.py theirs.xsl "feeds/$1" || { tail -n 5 log; return 1; }
}
for file in "$TOP"/templates/boards/*.xml; do
	name=$(basename "$file" .xml)
	if command -v python3 >/dev/null; then
		try "equivalence: board $name" board "$name"
	else
		skip "equivalence: board $name" "no python3"
	fi
done
