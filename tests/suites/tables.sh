#!/bin/bash
# Tables of real postings: each row is accepted or rejected with a reason, the
# counts add up as another reader of CSV counts them, and what is rejected goes
# through once a script has mended it. The data is in no repository of ours.
. "$(dirname "$0")/../lib.sh"
: "${ROLEWRIGHT_TABLES:=$TOP/../shared/data/tables}"
need python3
if [ ! -d "$ROLEWRIGHT_TABLES" ]; then
	skip tables "no tables in $ROLEWRIGHT_TABLES"
	exit 0
fi
mkdir -p "$SCRATCH/ws/templates"
here=$(dirname "$0")

# check MAP TABLE: rows of TABLE; results in $SCRATCH/MAP.*
check() {
	"$RW" -C "$SCRATCH/ws" check --postings "$2" \
		--map "$TOP/tests/data/maps/$1.xml" --format json \
		--rejected "$SCRATCH/$1.csv" >"$SCRATCH/$1.json" \
		2>"$SCRATCH/$1.err"
	[ $? -le 1 ] || cat "$SCRATCH/$1.err"
	"$RW" -C "$SCRATCH/ws" check --postings "$2" \
		--map "$TOP/tests/data/maps/$1.xml" \
		--rejected "$SCRATCH/$1.csv" 2>&1 >/dev/null |
		head -n 1 >"$SCRATCH/$1.sum"
}

for pair in nyc:nyc-jobs:, google:google-job-skills:\; remote:remote-postings:,; do
	IFS=: read -r map name delimiter <<<"$pair"
	table=$ROLEWRIGHT_TABLES/$name.csv
	if [ ! -f "$table" ]; then
		skip "tables: $name" "it is not there"
		continue
	fi
	check "$map" "$table"
	try "tables: every row of $name" python3 "$here/../data/maps/count.py" \
		"$map" "$table" "$delimiter" "$SCRATCH"
	try "tables: mended rows of $name" python3 "$here/../data/maps/mend.py" \
		"$map" "$delimiter" "$SCRATCH"
	"$RW" -C "$SCRATCH/ws" check --postings "$SCRATCH/$map-mended.csv" \
		--map "$TOP/tests/data/maps/$map.xml" \
		--rejected "$SCRATCH/$map-again.csv" >"$SCRATCH/$map.again" 2>&1
	try "tables: mended rows of $name go through" \
		test ! -e "$SCRATCH/$map-again.csv"
	[ ! -e "$SCRATCH/$map-again.csv" ] ||
		grep error: "$SCRATCH/$map.again" | head -n 20
done
