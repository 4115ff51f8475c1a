#!/bin/bash
# The man pages pass mandoc's own lint.
. "$(dirname "$0")/../lib.sh"
need mandoc
cd "$TOP" || exit 3
for page in src/man/*.[1-9]; do
	[ -e "$page" ] || continue
	try "man: $page" mandoc -T lint -W warning "$page"
done
