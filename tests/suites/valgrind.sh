#!/bin/bash
# A few commands under valgrind: no error, nothing lost.
. "$(dirname "$0")/../lib.sh"
need valgrind
cd "$SCRATCH" || exit 3

under() {
	valgrind -q --error-exitcode=99 --leak-check=full \
		--errors-for-leak-kinds=definite,indirect --show-leak-kinds=definite,indirect \
		--suppressions="$TOP/tests/data/valgrind.supp" \
		"$RW" -C "$EXAMPLES" "$@" >/dev/null
}
for command in 'help' 'list roles' 'check' \
	'resolve key-account-manager --explain' \
	'render key-account-manager --to html' \
	'render key-account-manager --to docx -o a.docx' \
	'render key-account-manager --to json' \
	'diff account-manager key-account-manager'; do
	try "valgrind: $command" under $command
done
# A site of few pages has every kind of them.
EXAMPLES=$SCRATCH/ws
cp -r "$TOP/tests/golden/in" "$EXAMPLES"
try "valgrind: build" under build --output "$SCRATCH/site"
