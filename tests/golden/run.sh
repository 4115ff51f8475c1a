#!/bin/bash
# run.sh [--accept]: one workspace, 'in', in every format, byte for byte as in
# 'expected'. A Word file is compared part by part, as indented XML.
# --accept rewrites what is expected, but for a status of 128 and over.
. "$(dirname "$0")/../lib.sh"
cd "$TOP/tests/golden" || exit 3
accept=${1:-}
got=$SCRATCH/got
mkdir -p "$got"

# The parts of a Word file as one readable text.
parts() {
	local part
	unzip -Z1 "$1" | while read -r part; do
		echo "=== $part"
		case $part in
		*.xml | *.rels)
			unzip -p "$1" "${part//[/\\[}" | xmllint --nonet --format - ;;
		*) unzip -p "$1" "$part" | sha256sum ;;
		esac
	done
}

# golden NAME COMMAND...: its standard output is NAME.
golden() {
	local name=$1 status expected=expected/$1
	shift
	"$RW" -C in "$@" >"$got/$name" 2>"$got/err" </dev/null
	status=$?
	if [ $status -ne 0 ]; then
		echo "exit status $status" >>"$got/err"
		not_ok "golden: $name" "$got/err"
		return
	fi
	case $name in
	*.docx)
		parts "$got/$name" >"$got/$name.parts" 2>&1
		name=$name.parts expected=$expected.parts
		;;
	esac
	if [ "$accept" = --accept ]; then
		mkdir -p expected
		cp "$got/$name" "$expected"
	fi
	if [ ! -e "$expected" ]; then
		not_ok "golden: $name is not among the expected"
	elif diff -u --label expected --label got "$expected" "$got/$name" \
		>"$got/diff"; then
		ok "golden: $name"
	else
		not_ok "golden: $name" "$got/diff"
	fi
}

for format in html md txt docx json tex man; do
	golden keeper-denver.ad.$format render keeper-denver --to $format
	golden lamp-keeper.description.$format \
		render lamp-keeper --as description --audience internal --to $format
done
for format in html md; do
	golden lamp-keeper.ad.$format render lamp-keeper --to $format
	golden lamp-keeper.summary.$format \
		render lamp-keeper --as summary --to $format
	golden lamp-keeper.kit.$format \
		render lamp-keeper --as kit --audience internal --to $format
	golden lamp-keeper.de.$format render lamp-keeper --lang de --to $format
done
golden keeper-denver.resolved.xml resolve keeper-denver
golden lamp-keeper.explain.xml resolve lamp-keeper --explain
for name in index roles postings glossary matrix sitemap; do
	golden $name.collection.xml resolve --collection $name
done

# Every page of the site.
if "$RW" -C in build --output "$got/site" >"$got/err" 2>&1; then
	(cd "$got/site" && find . -type f ! -name '*.docx' | sort) >"$got/list"
	if [ "$accept" = --accept ]; then
		rm -rf expected/site
		cp -r "$got/site" expected/site
		find expected/site -name '*.docx' -delete
	fi
	(cd expected/site 2>/dev/null && find . -type f | sort) >"$got/want"
	try "golden: files of the site" diff -u "$got/want" "$got/list"
	while read -r file; do
		try "golden: site/${file#./}" diff -u "expected/site/$file" "$got/site/$file"
	done <"$got/list"
	rm -rf in/.rolewright
else
	not_ok "golden: build" "$got/err"
fi
