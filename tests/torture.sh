#!/bin/bash
# The long runs: 300 kills, 2,000 mutants, each fuzzer for 10 minutes, the whole
# suite built with the sanitizers, and builds under ThreadSanitizer. Ends with a count, like run.sh.
set -u
cd "$(dirname "$0")/.." || exit 3
export TORTURE=1 KILLS=${KILLS:-300} MUTANTS=${MUTANTS:-2000}
status=0
tests/run.sh crash full reproduce sanitize valgrind threads mutants memory || status=1
make --no-print-directory fuzz FUZZ_SECONDS="${FUZZ_SECONDS:-600}" || status=1
exit $status
