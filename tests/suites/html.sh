#!/bin/bash
# Every page of the example site passes the Nu HTML checker, without an error
# or a warning; every link within the site leads to a file and an id.
. "$(dirname "$0")/../lib.sh"
need java node
need_site html
vnu=$TOP/tests/browser/node_modules/vnu-jar/build/dist/vnu.jar
if [ ! -f "$vnu" ]; then
	skip html "no vnu-jar: run 'make setup-test'"
	exit 0
fi

find "$SITE" \( -name '*.html' -o -name '*.css' \) -print0 | sort -z |
	xargs -0 -n 5000 java -jar "$vnu" --Werror --also-check-css --format gnu \
	--stdout --asciiquotes >"$SCRATCH/vnu" 2>&1
status=$?
sed -i "s|\"file:$SITE/|\"|" "$SCRATCH/vnu"
(cd "$SITE" && find . -name '*.html' -printf '%P\n' | sort) |
while read -r page; do
	if grep -F "\"$page\":" "$SCRATCH/vnu" >"$SCRATCH/page"; then
		not_ok "html: $page" "$SCRATCH/page"
	else
		ok "html: $page"
	fi
done
# What names no page of ours is a failure of the checker itself.
if [ $status -ne 0 ] && ! grep -q '^"[^"]*\.html":' "$SCRATCH/vnu"; then
	not_ok "html: the checker" "$SCRATCH/vnu"
fi
try "html: links within the site" node "$TOP/tests/browser/links.mjs" "$SITE"
