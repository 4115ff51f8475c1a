#!/bin/bash
# export.sh [ROWS]: times 'export --postings' beside a script with Python and
# lxml that makes the same feeds and checks nothing. First 3,000 rows with texts
# of their own for eleven boards, with the report; then ROWS rows (20000) of a
# chain for Indeed alone, also beside 'cp' of the result and, once, beside our own
# way without patterns. What libcsv and libxml2's reader of HTML take for the
# tables, alone and making nothing, stands beside them. Runs are interleaved, start-up is included, nothing is
# synced but by us; medians and ratios. RUNS: how often (3).
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/lib.sh
. tests/bench/sample.sh
rows=${1:-20000} RUNS=${RUNS:-3}
work=$SCRATCH/bench ws=$SCRATCH/bench/ws
boards=google,indeed,linkedin,ziprecruiter,talent,jooble,adzuna,careerjet,rss,atom,json-feed
python=/usr/bin/python3 # Debian's, which has Debian's lxml
mkdir -p "$ws/templates/companies" "$ws/templates/maps"

$python -c 'import lxml.etree' 2>/dev/null || {
	echo "  python3-lxml is not installed"
	exit 1
}
cat >"$ws/site.xml" <<'XML'
<site xmlns="urn:rolewright:1" base-url="https://jobs.bench.example/" company="north" languages="en">
  <title>Jobs at Bench</title>
</site>
XML
for company in north south; do
	cat >"$ws/templates/companies/$company.xml" <<XML
<company xmlns="urn:rolewright:1" id="$company" xml:lang="en" url="https://$company.bench.example/">
  <name>Bench $company</name>
  <about>Bench $company builds test benches.</about>
  <accounts><account board="linkedin" id="4711"/></accounts>
</company>
XML
done
cat >"$ws/templates/maps/bench.xml" <<'XML'
<table-map xmlns="urn:rolewright:1" id="bench" xml:lang="en" format="html">
  <row-id from="id"/>
  <column from="title" to="title"/>
  <column from="company" to="company"/>
  <column from="language" to="language"/>
  <column from="city" to="city"/>
  <column from="region" to="region"/>
  <column from="country" to="country"/>
  <column from="posted" to="posted"/>
  <column from="closes" to="closes"/>
  <column from="employment" to="employment"/>
  <column from="description" to="description"/>
  <column from="apply_url" to="apply-url"/>
  <constant to="apply-email">jobs@bench.example</constant>
  <constant to="category">Sales</constant>
  <constant to="workplace">on-site</constant>
</table-map>
XML

# export NAME TABLE BOARDS [OPTION...]: a run from nothing; notes are no failure.
export_rows() {
	local name=$1 table=$2 list=$3
	shift 3
	rm -rf "$ws/feeds" "$ws/.rolewright"
	sample "$name" sh -c '"$@"; [ $? -le 1 ]' sh "$RW" -C "$ws" export \
		--postings "$table" --map bench --board "$list" -q \
		--output "$ws/feeds" --report "$work/report.json" --allow-empty "$@"
}

peer() { # TABLE BOARDS
	rm -rf "$work/peer"
	# shellcheck disable=SC2086
	sample python-lxml $python tests/bench/lxml_export.py "$1" "$work/peer" ${2//,/ }
}

# shellcheck disable=SC2046
cc -O2 -o "$work/libraries" tests/bench/libraries.c \
	$(pkg-config --cflags --libs libxml-2.0) -lcsv || exit 1

echo "$("$RW" --version | head -n 1), $(nproc) cores, $(date -u +%F)"
$python tests/bench/rows.py real 3000 >"$work/real.csv"
echo "3000 rows with texts of their own, eleven boards (a document: a row):"
for ((run = 0; run < RUNS; run++)); do
	export_rows rolewright "$work/real.csv" "$boards" || exit 1
	export_rows rolewright-1-thread "$work/real.csv" "$boards" --jobs 1
	peer "$work/real.csv" "$boards" || exit 1
	sample libraries-alone "$work/libraries" "$work/real.csv" description
done
jq -r '.boards[] | select(.items < 3000) | "  \(.id): \(.items) of 3000"' "$work/report.json"
table 3000 rolewright rolewright-1-thread python-lxml libraries-alone

$python tests/bench/rows.py bulk "$rows" >"$work/bulk.csv"
echo
echo "$rows rows of a chain for Indeed:"
for ((run = 0; run < RUNS; run++)); do
	export_rows rolewright "$work/bulk.csv" indeed || exit 1
	peer "$work/bulk.csv" indeed || exit 1
	[ "$run" -gt 0 ] ||
		export_rows rolewright-direct "$work/bulk.csv" indeed --direct || exit 1
	sample libcsv-alone "$work/libraries" "$work/bulk.csv"
	sample cp cp "$ws/feeds/indeed.xml" "$work/copy.xml"
done
jq -r '.boards[] | "  \(.items) postings, \(.refused) refused"' "$work/report.json"
table "$rows" rolewright rolewright-direct python-lxml libcsv-alone cp
