#!/bin/bash
# run.sh OUT SECONDS: each fuzzer of OUT for so long, two at a time, beginning
# with its seeds. What it finds is left in build/fuzz/NAME; exit 1 then.
set -u
cd "$(dirname "$0")/../.." || exit 3
export OUT=$1 SECONDS_EACH=$2

one() {
	local name=$1 work=build/fuzz/$1 seeds=tests/fuzz/seeds/$1 status
	mkdir -p "$work/corpus"
	[ -d "$seeds" ] || seeds=
	"$OUT/tests/fuzz/$name" -max_total_time="$SECONDS_EACH" -timeout=10 \
		-rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
		-artifact_prefix="$work/" "$work/corpus" $seeds \
		>"$work/log" 2>&1
	status=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
	if [ $status -eq 0 ]; then
		echo "ok fuzz: $name, ${runs:-0} runs"
	else
		echo "not ok fuzz: $name, exit status $status"
		grep -vE '^#[0-9]+' "$work/log" | tail -n 40 | sed 's/^/    /'
		return 1
	fi
}
export -f one
for source in tests/fuzz/fuzz_*.c; do
	[ -e "$source" ] && basename "$source" .c
done | xargs -P2 -I{} bash -c 'one {}'
