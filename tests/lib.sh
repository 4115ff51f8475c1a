# Shared by the suites. A suite prints 'ok NAME', 'not ok NAME' (context below,
# indented) and 'skip NAME: why'; tests/run.sh counts these lines.
# RW is the program, OUT its build folder, SITE the built example site.
set -u
TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
: "${OUT:=$TOP/build}"
: "${RW:=$OUT/rolewright}"
: "${SITE:=$TOP/build/tests/site}"
export TOP OUT RW SITE LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=1795219200
export ASAN_OPTIONS=${ASAN_OPTIONS:-abort_on_error=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
EXAMPLES=$TOP/templates/examples

SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/rolewright.XXXXXX") || exit 3
trap 'chmod -R u+w "$SCRATCH"; rm -rf "$SCRATCH"' EXIT

ok() { printf 'ok %s\n' "$1"; }
skip() { printf 'skip %s: %s\n' "$1" "$2"; }

# not_ok NAME [FILE]: a failure, with at most 40 lines of FILE as context.
not_ok() {
	printf 'not ok %s\n' "$1"
	[ -z "${2:-}" ] || head -n 40 "$2" | cut -c 1-300 | sed 's/^/    /'
}

# try NAME COMMAND...: ok if the command succeeds.
try() {
	local name=$1
	shift
	if "$@" >"$SCRATCH/try.out" 2>&1; then
		ok "$name"
	else
		echo "exit status $?" >>"$SCRATCH/try.out"
		not_ok "$name" "$SCRATCH/try.out"
	fi
}

# need COMMAND...: leaves the suite with a skip when one is missing.
need() {
	local tool
	for tool; do
		command -v "$tool" >/dev/null && continue
		skip "$(basename "$(dirname "$0")")/$(basename "$0" .sh)" \
			"no $tool here"
		exit 0
	done
}

# One hash for all names and bytes below a folder.
tree_hash() {
	(cd "$1" && find . -type f | sort | xargs -r -d '\n' sha256sum) |
		sha256sum | cut -c 1-64
}

need_site() {
	[ -f "$SITE/index.html" ] && return
	echo "not ok $1: the example site was not built"
	exit 1
}
