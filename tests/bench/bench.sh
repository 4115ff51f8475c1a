#!/bin/bash
# bench.sh [SIZE...]: times rolewright beside other programs on the same input,
# start-up included on both sides, runs interleaved; prints medians, ratios,
# time for each posting and peak memory. SIZES default to 1000 and 10000.
# RUNS: how often (7; 3 for the large ones). Programs not installed are left
# out with a word.
set -u
cd "$(dirname "$0")/../.." || exit 3
. tests/lib.sh
. tests/bench/sample.sh
[ $# -gt 0 ] || set -- 1000 10000
RUNS=${RUNS:-7}
work=$SCRATCH/bench
mkdir -p "$work"
xsl=$TOP/stylesheets/document/html.xsl
saxon=$(ls /usr/share/java/Saxon-HE*.jar 2>/dev/null | head -n 1)
saxon=${saxon:+$saxon:$(ls /usr/share/java/xml-resolver.jar 2>/dev/null)}

have() {
	command -v "$1" >/dev/null || { echo "  $1 is not installed" && false; }
}

one_document() {
	local dir=$work/one run
	sh tests/bench/workspace.sh "$dir" 4
	"$RW" -C "$dir" resolve bench-00002 >"$work/resolved.xml" || return 1
	"$RW" -C "$dir" render bench-00002 --to md >"$work/one.md" || return 1
	echo "One posting to HTML, start-up included (xsltproc, Saxon: resolved before):"
	for ((run = 0; run < RUNS * 3; run++)); do
		sample rolewright "$RW" -C "$dir" render bench-00002 --to html || return 1
		sample xsltproc xsltproc --nonet "$xsl" "$work/resolved.xml"
		! command -v pandoc >/dev/null ||
			sample pandoc pandoc -s --metadata title=x -f commonmark "$work/one.md" -o "$work/one.html"
		[ -z "$saxon" ] || ((run % 5)) ||
			sample saxon java -cp "$saxon" net.sf.saxon.Transform \
				-s:"$work/resolved.xml" -xsl:"$xsl" -o:"$work/saxon.html"
	done
	table 1 rolewright xsltproc saxon pandoc
}

# The same postings as resolved documents, and as Markdown for Hugo.
peers_input() {
	local dir=$1 count=$2
	mkdir -p "$dir/resolved" "$dir/hugo/content/postings" \
		"$dir/hugo/layouts/_default"
	awk -v count="$count" -v dir="$dir" -v md="$work/one.md" '
		{ text = text $0 "\n" }
		END {
			while ((getline line < md) > 0)
				body = body line "\n"
			for (i = 1; i <= count; i++) {
				id = sprintf("bench-%05d", i)
				copy = text
				gsub(/bench-00002/, id, copy)
				file = dir "/resolved/" id ".xml"
				printf "%s", copy >file
				close(file)
				file = dir "/hugo/content/postings/" id ".md"
				printf "---\ntitle: %s\n---\n%s", id, body >file
				close(file)
			}
		}' "$work/resolved.xml"
	cat >"$dir/hugo/config.toml" <<'TOML'
baseURL = "https://careers.bench.example/"
title = "Careers at Bench"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
TOML
	cat >"$dir/hugo/layouts/_default/single.html" <<'HTML'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">{{ .Site.Title }}</a></header><main>{{ .Content }}</main></body></html>
HTML
	cat >"$dir/hugo/layouts/_default/list.html" <<'HTML'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
HTML
}

build() { # from nothing
	rm -rf "$1/output" "$1/.rolewright"
	sample "$2" "$RW" -C "$1" build --output "$1/output" "${@:3}"
}

many_documents() {
	local count=$1 dir=$work/many-$1 run runs=$RUNS
	[ "$count" -le 1000 ] || runs=3
	sh tests/bench/workspace.sh "$dir" "$count"
	peers_input "$dir" "$count"
	echo
	echo "$count postings to HTML:"
	for ((run = 0; run < runs; run++)); do
		build "$dir" rolewright --formats html || return 1
		build "$dir" rolewright-1-thread --formats html --jobs 1
		sample xsltproc xsltproc --nonet "$xsl" "$dir"/resolved/*.xml
		! command -v hugo >/dev/null || {
			rm -rf "$dir/hugo/public"
			sample hugo hugo --quiet -s "$dir/hugo" -d "$dir/hugo/public"
		}
		[ -z "$saxon" ] || ((run)) || {
			mkdir -p "$dir/saxon"
			sample saxon java -cp "$saxon" net.sf.saxon.Transform \
				-s:"$dir/resolved" -xsl:"$xsl" -o:"$dir/saxon"
		}
	done
	build "$dir" rolewright-all-formats
	sample rolewright-nothing-to-do "$RW" -C "$dir" build --output "$dir/output"
	table "$count" rolewright rolewright-1-thread xsltproc hugo saxon \
		rolewright-all-formats rolewright-nothing-to-do
	rm -rf "$dir"
}

echo "$("$RW" --version | head -n 1), $(nproc) cores, $(date -u +%F)"
have hugo
have pandoc
have xsltproc || exit 1
[ -n "$saxon" ] || echo "  Saxon-HE is not installed"
one_document || exit 1
for size; do
	many_documents "$size" || exit 1
done
