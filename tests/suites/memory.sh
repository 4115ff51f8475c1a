#!/bin/bash
# Out of memory at any allocation: exit 3, and what was printed until then is
# nothing or the beginning of the right output; never a wrong one with exit 0.
# FAILURES: how many places (30 a command).
. "$(dirname "$0")/../lib.sh"
shim=$SCRATCH/failmalloc.so
if ! ${CC:-cc} -O1 -shared -fPIC -o "$shim" "$TOP/tests/data/failmalloc.c" \
	2>"$SCRATCH/log"; then
	not_ok "memory: shim" "$SCRATCH/log"
	exit 1
fi
cd "$EXAMPLES" || exit 3
: "${FAILURES:=30}"
[ -z "${TORTURE:-}" ] || FAILURES=500

rw() { FAIL_AT=$1 LD_PRELOAD=$shim timeout 60 "$RW" "${@:2}"; }

# The number of allocations of a command, by doubling and halving.
allocations() {
	local low=1 high=1024 middle
	while ! rw $high "$@" >/dev/null 2>&1; do
		low=$high high=$((high * 2))
		[ $high -lt 100000000 ] || return 1
	done
	while [ $((high - low)) -gt 100 ]; do
		middle=$(((low + high) / 2))
		if rw $middle "$@" >/dev/null 2>&1; then
			high=$middle
		else
			low=$middle
		fi
	done
	echo $high
}

for command in 'resolve key-account-manager' 'render key-account-manager --to html' \
	'render key-account-manager --to docx' 'check'; do
	"$RW" $command >"$SCRATCH/right" 2>/dev/null
	right=$?
	if [ $right -gt 1 ] || ! total=$(allocations $command); then
		not_ok "memory: $command"
		continue
	fi
	RANDOM=4711
	wrong=0
	: >"$SCRATCH/wrong"
	for ((i = 0; i < FAILURES; i++)); do
		at=$(((RANDOM * 32768 + RANDOM) % total + 1))
		[ $i -ge 10 ] || at=$((i + 1))
		rw $at $command >"$SCRATCH/got" 2>"$SCRATCH/err"
		status=$?
		case $status in
		3) continue ;;
		"$right") cmp -s "$SCRATCH/got" "$SCRATCH/right" && continue ;;
		esac
		echo "allocation $at of $total: exit status $status" >>"$SCRATCH/wrong"
		wrong=$((wrong + 1))
	done
	if [ $wrong -eq 0 ]; then
		ok "memory: $command, $FAILURES of $total"
	else
		not_ok "memory: $command" "$SCRATCH/wrong"
	fi
done
