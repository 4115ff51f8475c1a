#!/bin/bash
# A build by four threads under ThreadSanitizer: no race, with postings enough
# to be stamped. Part of the long runs: the tests do not wait for its build.
. "$(dirname "$0")/../lib.sh"
cd "$SCRATCH" || exit 3

make -s -C "$TOP" SANITIZE=thread -j2 all >make.log 2>&1 ||
	{ cat make.log; exit 3; }
program=$TOP/build/thread/rolewright
# glibc reads the time zone under a lock that the tool does not see.
echo 'race:tzset_internal' >known

quiet_build() {
	rm -rf "$SCRATCH/site"
	TSAN_OPTIONS="suppressions=$SCRATCH/known exitcode=66" \
		"$program" -C "$1" build --output "$SCRATCH/site" --jobs 4 \
		>log 2>&1 || { grep -A 12 'WARNING: Thread' log | head -n 40; return 1; }
}
sh "$TOP/tests/bench/workspace.sh" many 120
try "threads: 120 postings" quiet_build many
try "threads: the examples" quiet_build "$EXAMPLES"
