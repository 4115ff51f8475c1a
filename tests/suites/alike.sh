#!/bin/bash
# Rows that are alike are stamped from a pattern: with hostile values in them, too,
# everything that an export leaves behind is what it leaves with --direct.
. "$(dirname "$0")/../lib.sh"
need python3 jq
cp -r "$TOP/tests/data/alike" "$SCRATCH/ws"
cp -r "$EXAMPLES" "$SCRATCH/examples"
all=("$TOP"/templates/boards/*.xml)
all=("${all[@]##*/}")
all=$(IFS=,; echo "${all[*]%.xml}")

# run WORKSPACE TABLE BOARDS [--direct]: an export, with all that it says, in 'made'.
run() {
	rm -rf "$SCRATCH/made"
	mkdir -p "$SCRATCH/made"
	"$RW" -C "$SCRATCH/$1" export --postings "$2" --map "$TOP/tests/data/alike/alike.xml" \
		--board "$3" -o "$SCRATCH/made/feeds" --rejected "$SCRATCH/made/rejected.csv" \
		--report "$SCRATCH/made/report.json" --allow-empty ${4:+"$4"} \
		>"$SCRATCH/made/said" 2>&1
	[ $? -le 1 ] || return
	stamped=$(jq .stamped "$SCRATCH/made/report.json")
	jq 'del(.stamped)' "$SCRATCH/made/report.json" >"$SCRATCH/made/report" &&
		rm "$SCRATCH/made/report.json"
}

# same LEAST WORKSPACE TABLE BOARDS: both ways; LEAST rows or more are stamped.
same() {
	local least=$1
	shift
	run "$@" --direct || { cat "$SCRATCH/made/said"; return 1; }
	[ "$stamped" -eq 0 ] || { echo "$stamped rows are stamped with --direct"; return 1; }
	rm -rf "$SCRATCH/direct"
	mv "$SCRATCH/made" "$SCRATCH/direct"
	run "$@" || { cat "$SCRATCH/made/said"; return 1; }
	[ "$stamped" -ge "$least" ] || { echo "$stamped rows are stamped"; return 1; }
	diff -r "$SCRATCH/direct" "$SCRATCH/made"
}

python3 "$TOP/tests/data/alike/rows.py" 10000 1 >"$SCRATCH/many.csv"
try "alike: 10,000 rows at Indeed" same 4000 ws "$SCRATCH/many.csv" indeed
python3 "$TOP/tests/data/alike/rows.py" 1500 2 >"$SCRATCH/some.csv"
try "alike: boards that take no place, and one item for each" \
	same 250 ws "$SCRATCH/some.csv" \
	indeed,linkedin,ziprecruiter,talent,jooble,careerjet,rss,atom,json-feed,trovit,jobrapido,xing
for board in ${all//,/ }; do
	try "alike: $board" same 0 ws "$SCRATCH/some.csv" "$board"
done
# Pay goes by the place, and the text is that of the library.
python3 "$TOP/tests/data/alike/rows.py" 600 3 key-account-manager >"$SCRATCH/role.csv"
try "alike: rows with a role" same 100 examples "$SCRATCH/role.csv" indeed,rss,talent
