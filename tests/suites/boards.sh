#!/bin/bash
# The schemas of the job boards (tests/boards): each accepts our fixtures and the
# public samples, refuses the smallest fixture with any part removed or emptied
# and each mutation of mutations.tsv; xmllint and Xerces agree. ROLEWRIGHT_BOARDS
# is a folder with samples/ and skeletons/, which are no part of this project.
. "$(dirname "$0")/../lib.sh"
need xmllint xsltproc node perl jq
cd "$TOP/tests/boards" || exit 3
: "${ROLEWRIGHT_BOARDS:=$TOP/../shared/data/boards}"
ajv=$TOP/tests/browser/node_modules/ajv

if [ ! -f /usr/share/java/xercesSamples.jar ] || ! command -v java >/dev/null; then
	skip "boards: Xerces" "no libxerces2-java"
fi
command -v jing >/dev/null || skip "boards: Atom with jing" "no jing"

# --- the schemas themselves

undocumented() {
	xmllint --xpath '//*[local-name() = "element" or local-name() = "attribute"]
		[@name][not(starts-with(normalize-space(*[1]/*), "("))]/@name' "$1" 2>/dev/null
}
unmarked() {
	xmllint --xpath '//*[local-name() = "documentation"]/text()' "$1" |
		grep -E '^\(' | grep -vE '^(\((O|C|T|\?|S|choice)\))'
}
for file in *.xsd; do
	[ "$file" = types.xsd ] && continue
	try "boards: $file: each part says how sure it is" \
		test -z "$(undocumented "$file"; unmarked "$file")"
done
# The same grammar twice, for two judges.
if command -v trang >/dev/null; then
	trang atom.rnc "$SCRATCH/atom.rng"
	try "boards: atom.rng is atom.rnc" cmp atom.rng "$SCRATCH/atom.rng"
else
	skip "boards: atom.rng is atom.rnc" "no trang"
fi
# Some rules are of boards that have no schema here yet.
try "boards: rules.tsv is a table" perl -lne '
	BEGIN {
		%board = map { s{^valid/}{}r =~ s/-full\.\w+$//r => 1 } glob "valid/*-full.*";
		$board{$_} = 1 for qw(all absolventa jobiqo recruit-net);
	}
	next if $. == 1;
	my ($id, $severity, $boards, $what, @rest) = split /\t/, $_, -1;
	die "line $.: $_\n" unless @rest == 1 && $id =~ /^[A-Z]\d\d$/ &&
		$severity =~ /^[EW]$/ && $what ne "";
	for my $name (split /,/, $boards) {
		die "line $.: no board $name\n" unless $board{$name};
		die "line $.: $id twice for $name\n" if $seen{"$id $severity $name"}++;
	}' rules.tsv
try "boards: each rule of cross.xml is in rules.tsv" perl -e '
	my %rule = map { /^([A-Z]\d\d)\t/ ? ($1 => 1) : () } `cat rules.tsv`;
	for (`cat cross.xml`) { die $_ if /<rule rule="([^"]+)"/ && !$rule{$1} }'

# --- fixtures, and their mutations, by board

# Compares what check.sh says of each file with what is wanted.
verdicts() {
	cut -f 1 "$list" | xargs "$PWD/check.sh" "$board" >"$SCRATCH/said" 2>"$SCRATCH/err"
	if [ -s "$SCRATCH/err" ]; then
		not_ok "boards: $board: judged" "$SCRATCH/err"
		return
	fi
	awk -F'\t' -v board="$board" -v said="$SCRATCH/said" '
		BEGIN {
			while ((getline line < said) > 0) {
				at = index(line, ": ")
				file = substr(line, 1, at - 1)
				judges[file] = judges[file] " " substr(line, at + 2)
				if (line ~ /: (xerces|jing): /) second[file] = 1
				if (line ~ /: xmllint: /) first[file] = 1
				if (line ~ /: (xerces|jing): /) two = 1
			}
		}
		{
			refused = $1 in judges
			differ = two && (first[$1] != second[$1])
			good = !differ && ($2 == "ok" ? !refused : refused)
			print (good ? "ok" : "not ok") " boards: " board ": " $3
			if (differ) print "    the judges differ:" judges[$1]
			else if (!good) print "   " (refused ? judges[$1] : " was accepted")
		}' "$list"
	grep ': cross: ' "$SCRATCH/said" | sed "s/.*: cross: /$board: /" >>"$SCRATCH/hits"
}

for file in valid/*-full.xml; do
	board=$(basename "$file" -full.xml)
	list=$SCRATCH/$board.list
	mkdir "$SCRATCH/$board"
	xsltproc --nonet mutate.xsl "valid/$board.xml" |
		perl plan.pl "$board" "$SCRATCH/$board" "$list" >"$SCRATCH/plan"
	xsltproc --nonet mutate.xsl "$SCRATCH/plan" >"$SCRATCH/made" 2>&1
	try "boards: $board: mutants are made" test ! -s "$SCRATCH/made" -a -s "$list"
	for name in "$board" "$board-full"; do
		printf '%s\tok\tvalid/%s is valid\n' "$PWD/valid/$name.xml" "$name"
	done >>"$list"
	verdicts
	rm -rf "${SCRATCH:?}/$board"
done
# A rule that no mutation breaks is not tested.
perl -CSD -ne 'print "$1: $2\n" while /<board id="(.*?)"|<rule [^>]*>(.*?)</g' cross.xml |
	awk -F': ' '$1 != "" { board = $1 } $1 == "" { print board "\t" $2 }' >"$SCRATCH/rules"
while IFS=$'\t' read -r board rule; do
	try "boards: $board: cross: $rule" grep -q "^$board: .*: $rule" "$SCRATCH/hits"
done <"$SCRATCH/rules"

if [ -d "$ajv" ]; then
	for file in *.schema.json; do
		node boards.mjs test "${file%.schema.json}"
	done
else
	skip "boards: JSON and CSV" "no ajv: run 'make setup-test'"
fi

# --- what is wrong before a schema is asked

refuses() { ! "$@"; }
ill() { # NAME: a feed on standard input
	cat >"$SCRATCH/ill.xml"
	try "boards: $1 is refused" refuses ./check.sh xing "$SCRATCH/ill.xml"
}
{ printf '\xef\xbb\xbf'; cat valid/xing.xml; } | ill "a mark of byte order"
iconv -f UTF-8 -t ISO-8859-1 valid/xing-full.xml | ill "another encoding than declared"
iconv -f UTF-8 -t ISO-8859-1 valid/xing-full.xml | sed 's/UTF-8/ISO-8859-1/' | ill "another encoding"
sed 1d valid/xing.xml | ill "a feed without a declaration"
head -n 8 valid/xing.xml | ill "half a feed"
sed 's/Kassel/\x03/' valid/xing.xml | ill "a control character"
ill "an empty file" </dev/null

# --- public samples, where they are

sample() { # BOARD FILE...
	local board=$1 file
	shift
	for file; do
		if [ -f "$file" ]; then
			try "boards: $board: takes $(basename "$file")" ./check.sh "$board" "$file"
		else
			skip "boards: $board: $(basename "$file")" "no such sample"
		fi
	done
}
if [ -d "$ROLEWRIGHT_BOARDS/skeletons" ]; then
	data=$ROLEWRIGHT_BOARDS
	for board in indeed linkedin ziprecruiter talent jooble adzuna careerjet jobrapido \
		trovit xing personio; do
		sample $board "$data/skeletons/$board.xml"
	done
	sample arbeitsagentur "$data/skeletons/hrba.xml"
	sample rss "$data/skeletons/wpjm_rss.xml"
	sample stepstone "$data/skeletons/stepstone_jobfeed.xml"
	sample ziprecruiter "$data/samples/boards-xml/ziprecruiter_organic_sample.xml"
	sample eures "$data"/samples/eures/*.xml
	# One address in it is deliberately none; the number of jobs is that of a longer file.
	sed 's|link to a german detail of ||; s|<number_of_jobs>4|<number_of_jobs>2|' \
		"$data/samples/jobroom-ch/standard-xml_example.xml" >"$SCRATCH/standard-xml_example.xml"
	sample job-room "$SCRATCH/standard-xml_example.xml"
	for file in valid/job-room*.xml; do
		try "boards: job-room: its own schema takes $file" xmllint --nonet --noout \
			--schema "$data/samples/jobroom-ch/standard-xml.xsd" "$file"
	done
	if [ -d "$ajv" ]; then
		sample google "$data"/skeletons/google_jobposting{,_remote}.json
		official="node boards.mjs official $data/samples/hropen-4.3-json"
		for file in valid/hr-open*.json; do
			try "boards: hr-open: the standard takes $file" $official "$file"
		done
		jq '. + {"x-more": 1}' valid/hr-open.json >"$SCRATCH/more.json"
		try "boards: hr-open: an unknown property is refused" refuses $official "$SCRATCH/more.json"
	fi
else
	skip "boards: public samples" "not on this machine (ROLEWRIGHT_BOARDS)"
fi
