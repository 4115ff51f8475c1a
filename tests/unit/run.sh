#!/bin/bash
# Each program that was made of tests/unit/test_*.c; each of its tests counts.
. "$(dirname "$0")/../lib.sh"
cd "$TOP" || exit 3

for source in tests/unit/test_*.c; do
	[ -e "$source" ] || exit 0
	name=$(basename "$source" .c)
	program=$OUT/tests/unit/$name
	log=$SCRATCH/$name
	if [ ! -x "$program" ]; then
		not_ok "$name: not built"
		continue
	fi
	CMOCKA_MESSAGE_OUTPUT=TAP timeout 600 "$program" >"$log" 2>&1
	status=$?
	# cmocka: 'ok 1 - name', 'not ok 2 - name', '# 0x..: error'.
	sed -nE "s/^((not )?ok) [0-9]+ - /\1 $name: /p; /^# ok/d; s/^[^on1].*/    &/p" "$log"
	if [ $status -ne 0 ] && ! grep -q '^not ok' "$log"; then
		tail -n 40 "$log" >"$log.tail"
		not_ok "$name: exit status $status" "$log.tail"
	fi
done
