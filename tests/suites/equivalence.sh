#!/bin/bash
# For each document and stylesheet: what 'render --stage tree' prints equals
# what xsltproc makes of the resolved document, as canonical XML.
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
