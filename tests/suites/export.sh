#!/bin/bash
# Feeds of the examples: the schema of each board accepts them, and independent
# readers find in them what was put in. Killed runs and full disks leave the
# old feed or the new one.
. "$(dirname "$0")/../lib.sh"
need xmllint jq node perl
check=$TOP/tests/boards/check.sh
export_examples() { # OPTION...
	"$RW" -C "$EXAMPLES" export --all --allow-empty -q -o "$SCRATCH/feeds" "$@"
}

for board in indeed linkedin ziprecruiter talent jooble adzuna careerjet rss \
	atom json-feed google; do
	export_examples --board $board >"$SCRATCH/log" 2>&1
	[ $? -le 1 ] || not_ok "export: $board" "$SCRATCH/log"
	file=$(find "$SCRATCH/feeds" -name "$board.*")
	case $board in
	google) # one posting is one document there
		jq -c '.[]' "$file" | split -l 1 - "$SCRATCH/google."
		try "export: $board" "$check" $board "$SCRATCH"/google.?? ;;
	*) try "export: $board" "$check" $board "$file" ;;
	esac
	[ -s "$file" ] || not_ok "export: $board: nothing was written" "$SCRATCH/log"
done

# Compressed, it is the same.
same_gzip() {
	export_examples --board rss --gzip >/dev/null 2>&1
	[ ! -e "$SCRATCH/feeds/rss.xml" ] || return
	zcat "$SCRATCH/feeds/rss.xml.gz" >"$SCRATCH/rss.xml"
	export_examples --board rss >/dev/null 2>&1
	cmp "$SCRATCH/rss.xml" "$SCRATCH/feeds/rss.xml"
}
try "export: the same after gzip" same_gzip

# As many threads as there are, the same bytes.
same_threads() {
	export_examples --board indeed -j 1 >/dev/null 2>&1
	cp "$SCRATCH/feeds/indeed.xml" "$SCRATCH/one.xml"
	export_examples --board indeed -j 4 >/dev/null 2>&1
	cmp "$SCRATCH/one.xml" "$SCRATCH/feeds/indeed.xml"
}
try "export: the same with four threads" same_threads

# kill -9 at any moment: the feed is whole, and the next run clears the rest.
killed() {
	local i pid
	for i in 1 2 3 4 5 6 7 8 9 10; do
		export_examples --board indeed,rss >/dev/null 2>&1 &
		pid=$!
		perl -e "select undef, undef, undef, $i * 0.02"
		kill -9 $pid 2>/dev/null
		wait $pid 2>/dev/null
		xmllint --noout "$SCRATCH"/feeds/*.xml || return
	done
	export_examples --board indeed,rss >/dev/null 2>&1
	[ -z "$(find "$SCRATCH/feeds" -name '.rw-*')" ]
}
try "export: killed at any moment" killed

# No room: the old feed stays, and the status says why.
full() {
	(ulimit -f 20; export_examples --board indeed --date 2026-11-30)
	[ $? -eq 3 ] && cmp "$SCRATCH/one.xml" "$SCRATCH/feeds/indeed.xml"
}
if (trap '' XFSZ; ulimit -f 20) 2>/dev/null; then
	trap '' XFSZ
	try "export: no room" full
fi
