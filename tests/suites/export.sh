#!/bin/bash
# Feeds of the examples: the schema of each board accepts them, and independent
# readers find in them what was put in. Killed runs and full disks leave the
# old feed or the new one.
. "$(dirname "$0")/../lib.sh"
need xmllint jq node perl
check=$TOP/tests/boards/check.sh
export_examples() { # OPTION...
	"$RW" -C "$EXAMPLES" export --all --allow-empty -q -o "$SCRATCH/feeds" "$@"
}

for board in indeed linkedin ziprecruiter talent jooble adzuna careerjet \
	arbeitsagentur rss atom json-feed google eures job-room xing stepstone \
	jobrapido trovit personio hr-open; do
	export_examples --board $board >"$SCRATCH/log" 2>&1
	[ $? -le 1 ] || not_ok "export: $board" "$SCRATCH/log"
	file=$(find "$SCRATCH/feeds" -name "$board*.*" ! -name '*-index.xml' | sort | head -n 1)
	case $board in
	eures) # a file for each posting
		try "export: $board" "$check" $board "$SCRATCH"/feeds/eures-[0-9]*.xml ;;
	google | hr-open) # one posting is one document there
		jq -c '.[]' "$file" | split -l 1 - "$SCRATCH/$board."
		try "export: $board" "$check" $board "$SCRATCH"/$board.?? ;;
	*) try "export: $board" "$check" $board "$file" ;;
	esac
	[ -s "$file" ] || not_ok "export: $board: nothing was written" "$SCRATCH/log"
done

# Another judge of Google's feed, with the vocabulary of schema.org 30.0.
if [ -d "$TOP/tests/browser/node_modules/@adobe/structured-data-validator" ]; then
	try "export: google: Adobe's validator" node "$TOP/tests/browser/structured-data.mjs" \
		"$SCRATCH/feeds/google.json"
else
	skip "export: google: Adobe's validator" "not installed: run 'make setup-test'"
fi

# EURES has the elements of the five real files, and no others.
elements() { # FILE...
	perl -0777 -ne 's/<!\[CDATA\[.*?\]\]>//gs; print "$1\n" while /<(?:\w+:)?(\w+)/g' "$@" | sort -u
}
real=${ROLEWRIGHT_BOARDS:-$TOP/../shared/data/boards}/samples/eures
if [ -d "$real" ]; then
	elements "$real"/*.xml >"$SCRATCH/theirs"
	elements "$SCRATCH"/feeds/eures-[0-9]*.xml >"$SCRATCH/ours"
	try "export: eures: the elements of real files" diff "$SCRATCH/theirs" "$SCRATCH/ours"
else
	skip "export: eures: real files" "not on this machine (ROLEWRIGHT_BOARDS)"
fi

# The standard's own schemas, which are no part of this project.
official=${ROLEWRIGHT_BOARDS:-$TOP/../shared/data/boards}/samples/hropen-4.3-json
if [ -d "$official" ] && [ -d "$TOP/tests/browser/node_modules/ajv-draft-04" ]; then
	try "export: hr-open: the standard takes it" node "$TOP/tests/boards/boards.mjs" \
		official "$official" "$SCRATCH"/hr-open.??
else
	skip "export: hr-open: the standard takes it" "no schemas (ROLEWRIGHT_BOARDS), or no ajv-draft-04"
fi

# Compressed, it is the same.
same_gzip() {
	export_examples --board rss --gzip >/dev/null 2>&1
	[ ! -e "$SCRATCH/feeds/rss.xml" ] || return
	zcat "$SCRATCH/feeds/rss.xml.gz" >"$SCRATCH/rss.xml"
	export_examples --board rss >/dev/null 2>&1
	cmp "$SCRATCH/rss.xml" "$SCRATCH/feeds/rss.xml"
}
try "export: the same after gzip" same_gzip

# As many threads as there are, the same bytes.
same_threads() {
	export_examples --board indeed -j 1 >/dev/null 2>&1
	cp "$SCRATCH/feeds/indeed.xml" "$SCRATCH/one.xml"
	export_examples --board indeed -j 4 >/dev/null 2>&1
	cmp "$SCRATCH/one.xml" "$SCRATCH/feeds/indeed.xml"
}
try "export: the same with four threads" same_threads

# kill -9 at any moment: the feed is whole, and the next run clears the rest.
killed() {
	local i pid
	for i in 1 2 3 4 5 6 7 8 9 10; do
		# The program itself, or kill would end a shell and leave it at work.
		"$RW" -C "$EXAMPLES" export --all --allow-empty -q \
			-o "$SCRATCH/feeds" --board indeed,rss >/dev/null 2>&1 &
		pid=$!
		perl -e "select undef, undef, undef, $i * 0.02"
		kill -9 $pid 2>/dev/null
		wait $pid 2>/dev/null
		xmllint --noout "$SCRATCH"/feeds/*.xml || return
	done
	export_examples --board indeed,rss >/dev/null 2>&1
	[ -z "$(find "$SCRATCH/feeds" -name '.rw-*')" ]
}
try "export: killed at any moment" killed

# No room: the old feed stays, and the status says why.
full() {
	(ulimit -f 20; export_examples --board indeed --date 2026-11-30)
	[ $? -eq 3 ] && cmp "$SCRATCH/one.xml" "$SCRATCH/feeds/indeed.xml"
}
if (trap '' XFSZ; ulimit -f 20) 2>/dev/null; then
	trap '' XFSZ
	try "export: no room" full
fi

# Text made to hurt comes back as it went in, by readers of other makers.
mkdir -p "$SCRATCH/ws" && cp -R "$TOP/tests/data/export/." "$SCRATCH/ws"
cat >"$SCRATCH/hostile.py" <<'PY'
import csv, json, re, sys
from xml.etree import ElementTree
from html import escape
from html.parser import HTMLParser
title, folder = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2]
class Text(HTMLParser):
    def __init__(self): super().__init__(); self.text = ""
    def handle_data(self, data): self.text += data
def text(html):
    parser = Text(); parser.feed(html); parser.close(); return parser.text
def xml(board, item, name, html):
    for job in ElementTree.parse(f"{folder}/{board}.xml").iter(item):
        yield job.findtext(name), job.findtext(html)
atom = "{http://www.w3.org/2005/Atom}"
got = {
    "rss": list(xml("rss", "item", "title", "description")),
    "linkedin": list(xml("linkedin", "job", "title", "description")),
    "jooble": list(xml("jooble", "job", "name", "description")),
    "atom": list(xml("atom", atom + "entry", atom + "title", atom + "content")),
    "trovit": list(xml("trovit", "ad", "title", "content")),
    "personio": list(xml("personio", "position", "name", "jobDescriptions/jobDescription/value")),
    "hr-open": [(p["positionTitle"], p["positionFormattedDescriptions"][0]["content"])
        for o in json.load(open(f"{folder}/hr-open.json")) for p in o["positionProfiles"]],
    "json": [(i["title"], i["content_html"]) for i in json.load(open(f"{folder}/json-feed.json"))["items"]],
    "xing": list(xml("xing", "posting", "job_title", "description")),
    "job-room": [(t, escape(d)) for t, d in xml("job-room", "advertisement", "title", "description")],
    "csv": [(r["title"], r["description"]) for r in csv.DictReader(open(f"{folder}/csv.csv", newline="", encoding="utf-8"))],
}
for board, items in got.items():
    if not items: print(f"{board}: nothing")
    for name, html in items:
        if name != title: print(f"{board}: title {name!r}")
        if title not in re.sub(r"\s+", " ", text(html)): print(f"{board}: text {text(html)[:200]!r}")
PY
hostile() { # TITLE, escaped for XML
	rm -rf "$SCRATCH/ws/templates/postings/fitter.xml" "$SCRATCH/ws/feeds"
	perl -CSDA -e '
		my ($title, $from, $to) = @ARGV;
		open my $in, "<", $from; local $/; my $text = <$in>;
		$text =~ s{<title>.*?</title>}{<title>$title</title>};
		my $prose = $title =~ s/(&lt;|&amp;|[\\`*_\[\]()#+.!|~-])/\\$1/gr;
		$text =~ s{<opening>\s*}{<opening>x $prose x };
		$text =~ s{ongoing=}{hours="20" ongoing=};
		$text =~ s{<boards>}{<family id="sales">Sales</family><boards>};
		open my $out, ">", $to; print $out $text;' "$1" \
		"$TOP/tests/data/export/templates/postings/driver.xml" \
		"$SCRATCH/ws/templates/postings/driver.xml"
	xmllint --xpath 'string(//*[local-name() = "title"])' \
		"$SCRATCH/ws/templates/postings/driver.xml" | head -c -1 >"$SCRATCH/title"
	"$RW" -C "$SCRATCH/ws" export --all -q --allow-empty -o "$SCRATCH/ws/feeds" \
		--board rss,linkedin,jooble,atom,json-feed,csv,xing,job-room,trovit,personio,hr-open >"$SCRATCH/log" 2>&1
	python3 "$SCRATCH/hostile.py" "$SCRATCH/title" "$SCRATCH/ws/feeds" >"$SCRATCH/found" 2>&1
	[ ! -s "$SCRATCH/found" ] || { cat "$SCRATCH/found" "$SCRATCH/log"; return 1; }
}
if command -v python3 >/dev/null; then
	try "export: hostile: end of CDATA" hostile 'a ]]&gt; b ]]]&gt;&gt; c'
	try "export: hostile: script" hostile 'a &lt;/script&gt;&lt;b&gt; c'
	try "export: hostile: entities" hostile 'a &amp;amp;amp; &amp;lt; &amp;#38; c'
	try "export: hostile: formula" hostile '=1+1 "x", y'
	try "export: hostile: quotes and commas" hostile "a \"b\", 'c'; d"
	try "export: hostile: emoji and other scripts" hostile 'a 😀 שלום عربي 漢字 c'
else
	skip "export: hostile" "no python3"
fi
