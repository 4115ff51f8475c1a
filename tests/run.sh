#!/bin/bash
# run.sh [SUITE...]: runs all suites, or those named, two at a time, and counts.
# The last line is 'N passed, N failed[, N skipped]'; exit 1 on failures.
set -u
cd "$(dirname "$0")/.." || exit 3
. tests/lib.sh

# Longest first.
suites=(sanitize docx valgrind equivalence boards rules feeds alike export tables browser html golden cli spec unit
	lint hostile broken mutants memory crash full reproduce readme xerces man json canary seeds)
[ $# -eq 0 ] || suites=("$@")

script_of() {
	local name
	for name in "tests/$1/run.sh" "tests/suites/$1.sh"; do
		[ -f "$name" ] && echo "$name" && return
	done
}

# What several suites read is built once.
prepare() {
	rm -rf "$SITE"
	mkdir -p "$SITE"
	"$RW" -C "$EXAMPLES" build --output "$SITE" >"$SITE.log" 2>&1 ||
		{ echo "building the example site failed:"; tail -n 40 "$SITE.log"; }
}

# one SUITE: its output into a file, its status beside it.
one() {
	local start=$SECONDS
	bash "$2" >"$logs/$1" 2>&1 </dev/null
	echo "$? $((SECONDS - start))" >"$logs/$1.status"
	summary "$1"
}

count() { grep -c "^$2" "$logs/$1"; }

summary() {
	local status seconds passed failed
	read -r status seconds <"$logs/$1.status"
	passed=$(count "$1" 'ok ') failed=$(count "$1" 'not ok ')
	if [ "$failed" -eq 0 ] && [ "$status" -ne 0 ]; then
		echo "not ok $1: exit status $status" >>"$logs/$1"
		failed=1
	fi
	printf '%-12s %4d passed %3d failed %3d skipped %4d s\n' "$1" \
		"$passed" "$failed" "$(count "$1" 'skip ')" "$seconds"
	[ "$failed" -eq 0 ] && grep '^skip ' "$logs/$1" && return
	[ "$failed" -eq 0 ] || grep -v '^ok ' "$logs/$1"
}

logs=$SCRATCH/logs
mkdir -p "$logs"
export logs
export -f one count summary
case " ${suites[*]} " in
*" html "* | *" browser "* | *" docx "* | *" json "* | *" canary "*) prepare ;;
esac
for suite in "${suites[@]}"; do
	file=$(script_of "$suite")
	[ -n "$file" ] && printf '%s\n%s\n' "$suite" "$file"
done | xargs -P"${JOBS:-2}" -n2 bash -c 'one "$0" "$1"'

passed=$(cat "$logs"/* 2>/dev/null | grep -c '^ok ')
failed=$(cat "$logs"/* 2>/dev/null | grep -c '^not ok ')
skipped=$(cat "$logs"/* 2>/dev/null | grep -c '^skip ')
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
