#!/bin/bash
# Killed at any moment, 'build' leaves one whole generation in the output, the
# old or the new one, and the next build succeeds. KILLS: how often (20).
. "$(dirname "$0")/../lib.sh"
ws=$SCRATCH/ws
cp -r "$EXAMPLES" "$ws"
title=$(grep -l '<title' "$ws"/site.xml)

# Two states of the workspace that differ in every page.
state() {
	sed -i -E "s|(<title[^>]*>)[^<]*|\1Careers $1|" "$title"
}
# The swap is the same whatever is in the files: two formats are enough.
build() { "$RW" -C "$ws" build --output "$ws/output" --formats html,md "$@"; }

state A
if ! build >"$SCRATCH/log" 2>&1; then
	not_ok "crash: first build" "$SCRATCH/log"
	exit 1
fi
a=$(tree_hash "$ws/output")
state B
build >/dev/null 2>&1
b=$(tree_hash "$ws/output")
[ "$a" != "$b" ] || not_ok "crash: the two states do not differ"

# How long a whole build takes decides when to kill.
state A
start=$(date +%s%N)
build >/dev/null 2>&1
whole=$((($(date +%s%N) - start) / 1000000))
RANDOM=4711
seen_old=0 seen_new=0 seen_dead=0
for ((i = 1; i <= ${KILLS:-20}; i++)); do
	((i % 2)) && state B || state A
	delay=$((RANDOM % (whole + whole / 4 + 2)))
	old=$(tree_hash "$ws/output")
	"$RW" -C "$ws" build --output "$ws/output" --formats html,md >/dev/null 2>&1 &
	pid=$!
	sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
	kill -9 $pid 2>/dev/null && seen_dead=$((seen_dead + 1))
	wait $pid 2>/dev/null
	now=$(tree_hash "$ws/output")
	if [ "$now" != "$a" ] && [ "$now" != "$b" ]; then
		not_ok "crash: kill $i after $delay ms left a mixed output"
	elif build >"$SCRATCH/log" 2>&1; then
		ok "crash: kill $i after $delay ms"
	else
		not_ok "crash: build after kill $i" "$SCRATCH/log"
	fi
	[ "$now" = "$old" ] && seen_old=$((seen_old + 1)) || seen_new=$((seen_new + 1))
	left=$(find "$ws" -maxdepth 1 -name '*output?*' | wc -l)
	[ "$left" -eq 0 ] || not_ok "crash: $left old generations lie about"
done
echo "killed $seen_dead times: $seen_old old, $seen_new new" 
