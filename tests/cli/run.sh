#!/bin/bash
# run.sh [--accept] [COMMAND/CASE...]
# A case is a folder tests/cli/COMMAND/CASE:
#   cmd     shell script, run in a scratch copy of 'in' (may be a link to a
#           folder of tests/data); the program is $RW
#   stdout stderr exit   what is expected; without the file: nothing, and 0
#   files/  files that must be there afterwards, byte for byte
#   repeats empty: it runs one command a hundred times, which tells a build with
#           sanitizers nothing that the first time did not
# --accept rewrites what is expected, but for a status of 128 and over. With
# ONCE=1, cases that repeat themselves are left out.
. "$(dirname "$0")/../lib.sh"
cd "$TOP/tests/cli" || exit 3

accept=
if [ "${1:-}" = --accept ]; then
	accept=yes
	shift
fi

# Runs $case; leaves stdout, stderr and exit in $got.
run_case() {
	rm -rf "$here" "$got"
	mkdir -p "$here" "$got"
	[ ! -e "$case/in" ] || cp -RL "$case/in/." "$here/"
	(cd "$here" && env -i PATH="$PATH" HOME="$here" LC_ALL=C TZ=UTC \
		SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH RW="$RW" TOP="$TOP" \
		ASAN_OPTIONS="$ASAN_OPTIONS" UBSAN_OPTIONS="$UBSAN_OPTIONS" \
		timeout 600 sh "$TOP/tests/cli/$case/cmd" </dev/null \
		>"$got/stdout" 2>"$got/stderr")
	echo $? >"$got/exit"
	sed -i "s|$here|HERE|g; s|$TOP|TOP|g" "$got/stdout" "$got/stderr"
}

# Differences between what is expected and what came, as a diff.
compare() {
	local part expected
	for part in exit stdout stderr; do
		expected=$case/$part
		[ -e "$expected" ] || expected=$empty/$part
		diff -u --label "expected $part" --label "got $part" \
			"$expected" "$got/$part"
	done
	[ ! -d "$case/files" ] || (cd "$case/files" && find . -type f | sort) |
	while read -r file; do
		if [ ! -e "$here/$file" ]; then
			echo "no file $file"
		else
			diff -u --label "expected $file" --label "got $file" \
				"$case/files/$file" "$here/$file"
		fi
	done
}

rewrite() {
	local part status
	status=$(cat "$got/exit")
	if [ "$status" -ge 128 ] || [ "$status" -eq 124 ]; then
		echo "exit status $status" >"$got/why"
		not_ok "$case: not accepted" "$got/why"
		return
	fi
	for part in exit stdout stderr; do
		rm -f "$case/$part"
		cmp -s "$empty/$part" "$got/$part" || cp "$got/$part" "$case/$part"
	done
	[ ! -d "$case/files" ] || (cd "$case/files" && find . -type f) |
	while read -r file; do
		cp "$here/$file" "$case/files/$file"
	done
	ok "$case"
}

here=$SCRATCH/here got=$SCRATCH/got empty=$SCRATCH/empty
mkdir -p "$empty"
: >"$empty/stdout"
: >"$empty/stderr"
echo 0 >"$empty/exit"

[ $# -gt 0 ] || set -- $(find . -name cmd -printf '%P\n' | sed 's|/cmd$||' | sort)
for case; do
	[ -z "${ONCE:-}" ] || [ ! -e "$case/repeats" ] || continue
	run_case
	if [ -n "$accept" ]; then
		rewrite
	elif compare >"$SCRATCH/diff" 2>&1 && [ ! -s "$SCRATCH/diff" ]; then
		ok "$case"
	else
		not_ok "$case" "$SCRATCH/diff"
	fi
done
