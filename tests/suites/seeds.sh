#!/bin/bash
# Replays the seeds of each fuzzer through its harness.
. "$(dirname "$0")/../lib.sh"
cd "$TOP/tests/fuzz" 2>/dev/null || exit 0

for source in fuzz_*.c; do
	[ -e "$source" ] || exit 0
	name=${source%.c}
	replay=$OUT/tests/fuzz/$name.replay
	if [ ! -x "$replay" ]; then
		skip "seeds of $name" "harness not built"
		continue
	fi
	mapfile -t seeds < <(find "seeds/$name" -type f 2>/dev/null | sort)
	if [ ${#seeds[@]} -eq 0 ]; then
		not_ok "seeds of $name: none"
	else
		try "seeds of $name (${#seeds[@]})" timeout 120 "$replay" "${seeds[@]}"
	fi
done
