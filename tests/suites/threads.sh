#!/bin/bash
# Work on four threads under ThreadSanitizer: no race. A build has postings
# enough to be stamped. Part of the long runs: the tests do not wait for its build.
. "$(dirname "$0")/../lib.sh"
cd "$SCRATCH" || exit 3

make -s -C "$TOP" SANITIZE=thread -j2 all >make.log 2>&1 ||
	{ cat make.log; exit 3; }
program=$TOP/build/thread/rolewright
# glibc reads the time zone under a lock that the tool does not see.
echo 'race:tzset_internal' >known

# quiet STATUS COMMAND...: the program ends with at most that status.
quiet() {
	local most=$1
	shift
	TSAN_OPTIONS="suppressions=$SCRATCH/known exitcode=66" "$program" "$@" >log 2>&1
	[ $? -le "$most" ] && return
	grep -A 12 'WARNING: Thread' log | head -n 40
	return 1
}
quiet_build() {
	rm -rf "$SCRATCH/site"
	quiet 0 -C "$1" build --output "$SCRATCH/site" --jobs 4
}
sh "$TOP/tests/bench/workspace.sh" many 120
try "threads: 120 postings" quiet_build many
try "threads: the examples" quiet_build "$EXAMPLES"
try "threads: one document" quiet 0 -C "$EXAMPLES" render lindquell-kam-denver --to html
try "threads: export" quiet 1 -C "$EXAMPLES" export --all --allow-empty \
	--board indeed,rss,google -o "$SCRATCH/feeds" --jobs 4
if command -v python3 >/dev/null; then
	python3 "$TOP/tests/bench/rows.py" real 200 >rows.csv
	try "threads: export of rows" quiet 1 -C "$EXAMPLES" export --allow-empty \
		--postings "$SCRATCH/rows.csv" --board rss,jooble -o "$SCRATCH/feeds" --jobs 4
	for kind in '' texts; do
		python3 "$TOP/tests/data/alike/rows.py" 600 1 $kind >alike.csv
		try "threads: export of rows alike $kind" quiet 1 -C "$TOP/tests/data/alike" export \
			--postings "$SCRATCH/alike.csv" --map "$TOP/tests/data/alike/alike.xml" \
			--rejected "$SCRATCH/rejected.csv" --board indeed,rss -o "$SCRATCH/feeds" \
			--allow-empty --jobs 4
	done
	# Rows are read while those before them are written: broken ones, too, and a
	# table that breaks off.
	python3 "$TOP/tests/data/alike/rows.py" 70 9 >cut.csv
	printf 'k999,foo,"bar' >>cut.csv
	python3 - "$TOP/tests/data/alike/rows.py" >broken.jsonl <<'PY'
import csv, json, subprocess, sys
rows = subprocess.run([sys.executable, sys.argv[1], "300", "4"], capture_output=True, text=True, check=True).stdout
for row in csv.DictReader(rows.splitlines()):
    print(json.dumps(row))
    print('{"id": "b0-0", ')
PY
	for table in cut.csv broken.jsonl; do
		try "threads: export of $table" quiet 3 -C "$TOP/tests/data/alike" export \
			--postings "$SCRATCH/$table" --map "$TOP/tests/data/alike/alike.xml" \
			--rejected "$SCRATCH/rejected.csv" --board hr-open,rss,indeed,talent,google \
			-o "$SCRATCH/feeds" --allow-empty --jobs 4
	done
else
	skip "threads: export of rows" "no python3"
fi
