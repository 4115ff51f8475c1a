#!/bin/bash
# Replays the seeds of each fuzzer through its harness.
. "$(dirname "$0")/../lib.sh"
cd "$TOP" || exit 3

for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	replay=$OUT/tests/fuzz/$name.replay
	if [ ! -x "$replay" ]; then
		skip "seeds of $name" "harness not built"
		continue
	fi
	mapfile -t seeds < <(find "tests/fuzz/seeds/$name" -type f 2>/dev/null | sort)
	if [ ${#seeds[@]} -eq 0 ]; then
		not_ok "seeds of $name: none"
	else
		try "seeds of $name (${#seeds[@]})" timeout 600 "$replay" "${seeds[@]}"
	fi
done
