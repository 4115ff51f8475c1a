#!/bin/bash
# The unit, command and golden tests and the fuzzers' seeds again, built with
# the address and undefined-behaviour sanitizers.
. "$(dirname "$0")/../lib.sh"
cd "$TOP" || exit 3

flavour=address,undefined
if ! make --no-print-directory SANITIZE=$flavour CFLAGS='-O1 -g' WERROR=1 all units replays \
	>"$SCRATCH/build" 2>&1; then
	tail -n 40 "$SCRATCH/build" >"$SCRATCH/tail"
	not_ok "sanitize: build" "$SCRATCH/tail"
	exit 1
fi
OUT=$TOP/build/${flavour/,/-}
RW=$OUT/rolewright
for suite in tests/unit/run.sh tests/cli/run.sh tests/golden/run.sh \
	tests/suites/seeds.sh; do
	ONCE=1 bash $suite | sed -E 's/^(ok|not ok|skip) /&sanitized /'
done
mkdir -p "$SCRATCH/site"
try "sanitized build of the examples" \
	"$RW" -C "$EXAMPLES" build --output "$SCRATCH/site"
