#!/bin/bash
# Every .json of the example site parses, so does the JSON-LD in each posting's
# page, which has what a JobPosting needs; 'check' writes JSON and SARIF that
# others read.
. "$(dirname "$0")/../lib.sh"
need jq node
need_site json
while read -r file; do
	try "json: ${file#"$SITE"/}" jq -e 'type == "object"' "$file"
done < <(find "$SITE" -name '*.json' | sort)

while read -r file; do
	try "JSON-LD: ${file#"$SITE"/}" node "$TOP/tests/browser/jsonld.mjs" "$file"
done < <(find "$SITE" -path '*postings/*.html' ! -name index.html | sort)

# Another judge of all pages, with the vocabulary of schema.org 30.0.
judge=$TOP/tests/browser/structured-data.mjs
all_pages() { find "$SITE" -name '*.html' -print0 | xargs -0 node "$judge"; }
posting=$(find "$SITE" -path '*postings/*.html' ! -name index.html ! -name '*remote*' | sort | head -n 1)
if [ -d "$TOP/tests/browser/node_modules/@adobe/structured-data-validator" ]; then
	try "JSON-LD: structured data of every page" all_pages
	try "JSON-LD: what is broken is found" node "$judge" --test "$posting"
else
	skip "JSON-LD: structured data" "no structured-data-validator: run 'make setup-test'"
fi

cp -r "$TOP/tests/golden/in" "$SCRATCH/ws"
sed -i 's/grade="keeper" table/grade="kepper" table/; s/ref="log-book"/ref="log-bok"/' \
	"$SCRATCH"/ws/templates/roles/lamp-keeper.xml
broken() { "$RW" -C "$SCRATCH/ws" check --format "$1" >"$SCRATCH/found.$1"; [ $? -eq 1 ]; }
try "check finds two defects" broken json
try "check: SARIF" broken sarif
try "JSON lines parse" jq -es 'length >= 2 and all(.[]; type == "object")' \
	"$SCRATCH/found.json"
try "SARIF is 2.1.0 with rules and places" jq -e '
	.version == "2.1.0" and (.runs | length) == 1 and
	(.runs[0].columnKind == "unicodeCodePoints") and
	(.runs[0].tool.driver.name == "rolewright") and
	(.runs[0].results | length) >= 2 and
	([.runs[0].results[] | .ruleId, .message.text] | all(type == "string")) and
	([.runs[0].results[].locations[0].physicalLocation |
		(.region.startLine >= 1) and
		((.region.startColumn // 1) >= 1) and
		(.artifactLocation.uri | startswith("/") | not)] | all)' "$SCRATCH/found.sarif"
