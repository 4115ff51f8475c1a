#!/bin/bash
# For each document and stylesheet: what 'render --stage tree' prints equals
# what xsltproc makes of the resolved document, as canonical XML.
. "$(dirname "$0")/../lib.sh"
need xsltproc xmllint
cd "$SCRATCH" || exit 3
declare -A sheet=([html]=html [md]=commonmark [docx]=docx [json]=json)

# The same stylesheet with method="xml", whatever its own xsl:output says.
wrap() {
	cat >"$1" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="$2"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="no"/>
</xsl:stylesheet>
XSL
}
same() { # ID FORMAT AS AUDIENCE
	local wrapped=$SCRATCH/$2.xsl
	"$RW" -C "$EXAMPLES" resolve "$1" --as "$3" --audience "$4" >resolved.xml || return
	"$RW" -C "$EXAMPLES" render "$1" --to "$2" --as "$3" --audience "$4" \
		--stage tree >ours.xml || return
	xsltproc --nonet "$wrapped" resolved.xml >theirs.xml || return
	xmllint --nonet --c14n ours.xml >ours.c14n || return
	xmllint --nonet --c14n theirs.xml >theirs.c14n || return
	cmp ours.c14n theirs.c14n || {
		diff <(sed 's/></>\n</g' ours.c14n) <(sed 's/></>\n</g' theirs.c14n)
		return 1
	}
}

for format in "${!sheet[@]}"; do
	file=$TOP/stylesheets/document/${sheet[$format]}.xsl
	[ -f "$file" ] || { skip "equivalence: $format" "no stylesheet" && continue; }
	wrap "$format.xsl" "$file"
	for kind in roles postings; do
		for id in $("$RW" -C "$EXAMPLES" list $kind --format ids); do
			try "equivalence: $id.$format" same "$id" "$format" ad public
		done
	done
	for as in description summary kit; do
		audience=internal
		[ $as != summary ] || audience=public
		try "equivalence: key-account-manager as $as.$format" \
			same key-account-manager "$format" $as $audience
	done
done
