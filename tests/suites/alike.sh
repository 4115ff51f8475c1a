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

map=$TOP/tests/data/alike/alike.xml

# run WORKSPACE TABLE BOARDS [--direct]: an export, with all that it says, in 'made'.
run() {
	rm -rf "$SCRATCH/made"
	mkdir -p "$SCRATCH/made"
	"$RW" -C "$SCRATCH/$1" export --postings "$2" --map "$map" \
		--board "$3" -o "$SCRATCH/made/feeds" --rejected "$SCRATCH/made/rejected.csv" \
		--report "$SCRATCH/made/report.json" --allow-empty ${4:+"$4"} \
		>"$SCRATCH/made/said" 2>&1
	[ $? -le 1 ] || return
	stamped=$(jq '[.boards[].stamped] | min' "$SCRATCH/made/report.json")
	jq 'del(.boards[].stamped)' "$SCRATCH/made/report.json" >"$SCRATCH/made/report" &&
		rm "$SCRATCH/made/report.json"
}

# same LEAST WORKSPACE TABLE BOARDS: both ways; LEAST rows or more are stamped for each board.
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
head -n 600 "$SCRATCH/some.csv" >"$SCRATCH/few.csv"
for board in ${all//,/ }; do
	try "alike: $board" same 0 ws "$SCRATCH/few.csv" "$board"
done
# Rows with a title and a text each.
python3 "$TOP/tests/data/alike/rows.py" 1500 4 texts >"$SCRATCH/texts.csv"
try "alike: texts of their own" same 300 ws "$SCRATCH/texts.csv" \
	google,indeed,linkedin,ziprecruiter,talent,jooble,adzuna,careerjet,rss,atom,json-feed,trovit,jobrapido,xing
try "alike: texts of their own, all boards" same 0 ws "$SCRATCH/texts.csv" "$all"
# The place in one column, and no page; days in the text; an odd row in the second place.
sed -e 's/from="city" to="city"/from="city" to="location"/' -e '/to="region"\|from="url"/d' \
	"$TOP/tests/data/alike/alike.xml" >"$SCRATCH/location.xml"
map=$SCRATCH/location.xml
try "alike: places in one column" same 200 ws "$SCRATCH/some.csv" indeed,trovit
map=$TOP/tests/data/alike/alike.xml
sed 's/Store Clerk/Clerk until {{closes}}/' "$SCRATCH/some.csv" >"$SCRATCH/days.csv"
try "alike: days in titles" same 0 ws "$SCRATCH/days.csv" indeed,rss
sed '/apply-email/d' "$map" >"$SCRATCH/refused.xml"
map=$SCRATCH/refused.xml
try "alike: days in titles that are refused" same 0 ws "$SCRATCH/days.csv" indeed
map=$TOP/tests/data/alike/alike.xml
python3 - "$SCRATCH/odd.csv" <<'PY'
import csv, sys
head = "id title company language city region country posted closes employment description".split()
out = csv.writer(open(sys.argv[1], "w", newline=""))
out.writerow(head + ["role", "postal", "street", "apply_url", "url"])
for i in range(300):
    out.writerow(["k%d" % i, "Clerk", "north", "en", "Town %s" % chr(65 + i % 26), "CO", "US",
                  "2026-08-01" if i == 1 else "2026-11-01", "2026-12-20", "full-time",
                  "Count the shelves of the store, and sign for what comes in. " * 12, "", "80%03d" % i, "",
                  "https://x.example/%d" % i, "https://x.example/job/%d" % i])
PY
try "alike: an odd row in the second place" same 250 ws "$SCRATCH/odd.csv" jooble
# Pay goes by the place, and the text is that of the library.
python3 "$TOP/tests/data/alike/rows.py" 600 3 key-account-manager >"$SCRATCH/role.csv"
try "alike: rows with a role" same 100 examples "$SCRATCH/role.csv" indeed,rss,talent
