#!/bin/bash
# Documents with one defect each: 'check' gives one finding, at its line and
# column, with a hint. tests/data/broken/ws has none; each line of 'cases'
# changes one of its files. Then each limit, at its edge and one past it.
. "$(dirname "$0")/../lib.sh"
need jq perl
data=$TOP/tests/data/broken
ws=$SCRATCH/ws

# verdict NAME CODE FILE LINE COLUMN: notes count only where one is expected.
verdict() {
	if jq -es --arg code "$2" --arg file "$3" --arg line "$4" \
		--arg column "$5" '
		[.[] | select(.severity != "note" or .code == $code)] |
		length == 1 and .[0].code == $code and
		(.[0].file // "" | tostring) == $file and
		(.[0].line // "" | tostring) == $line and
		(.[0].column // "" | tostring) == $column and
		(.[0].help | type == "string" and length > 0)' \
		"$SCRATCH/json" >/dev/null 2>&1; then
		ok "broken: $1"
	else
		echo "wanted only $2 at $3:$4:$5" |
			cat - "$SCRATCH/json" "$SCRATCH/err" >"$SCRATCH/got"
		not_ok "broken: $1" "$SCRATCH/got"
	fi
}

run_check() {
	timeout 60 "$RW" -C "$ws" check --format json "$@" \
		>"$SCRATCH/json" 2>"$SCRATCH/err"
}

cp -r "$data/ws" "$ws"
run_check
if [ $? -eq 0 ] && [ ! -s "$SCRATCH/json" ]; then
	ok "broken: nothing is wrong before"
else
	not_ok "broken: nothing is wrong before" "$SCRATCH/json"
fi
while IFS=$'\t' read -r name code file line column changed how; do
	case $name in \#*) continue ;; esac
	rm -rf "$ws"
	cp -r "$data/ws" "$ws"
	perl -i -pe "$how" "$ws/$changed"
	run_check
	verdict "$name" "$code" "$file" "$line" "$column"
done <"$data/cases"

# --- limits ------------------------------------------------------------------

bad=templates/roles/big.xml
role='<role xmlns="urn:rolewright:1" id="big" xml:lang="en"><title>Big</title>'
x() { perl -e "print $1"; }

# edge NAME: what stands on standard input passes no limit.
edge() {
	cat >"$ws/$bad"
	run_check "$bad"
	if jq -es '[.[] | select(.code == "RW002" or .code == "RW009")] |
		length == 0' "$SCRATCH/json" >/dev/null; then
		ok "broken: $1, at the edge"
	else
		not_ok "broken: $1, at the edge" "$SCRATCH/json"
	fi
}

# past NAME CODE LINE: it passes one, at that line.
past() {
	cat >"$ws/$bad"
	run_check "$bad"
	if jq -es --arg code "$2" --arg line "$3" '
		[.[] | select(.severity == "error")] | length == 1 and
		.[0].code == $code and (.[0].line // "" | tostring) == $line and
		(.[0].help | length > 0)' "$SCRATCH/json" >/dev/null; then
		ok "broken: $1, one past it"
	else
		cut -c 1-300 "$SCRATCH/json" >"$SCRATCH/got"
		not_ok "broken: $1, one past it" "$SCRATCH/got"
	fi
}

rm -rf "$ws"
cp -r "$data/ws" "$ws"

# of_bytes N: a role of exactly N bytes, the rest of it a comment.
of_bytes() {
	perl -e 'my ($n, $head) = @ARGV;
		print $head, "<!--", "x" x ($n - length($head) - 14), "--></role>"' \
		"$1" "$role"
}
of_bytes 1048576 | edge "1 MiB"
of_bytes 1048577 | past "1 MiB" RW002 ""

# tag N: a start tag of N bytes before its '>'.
tag() {
	printf '%s\n' "$role"
	perl -e 'print "<summary class=\"", "a" x ($ARGV[0] - 17), "\">x</summary></role>"' "$1"
}
tag 32768 | edge "start tag of 32 KiB"
tag 32769 | past "start tag of 32 KiB" RW009 2

attributes() {
	printf '%s\n<summary' "$role"
	perl -e 'print map { " a$_=\"\"" } 1 .. $ARGV[0]' "$1"
	echo '>x</summary></role>'
}
attributes 256 | edge "256 attributes"
attributes 257 | past "256 attributes" RW009 2

# deep N: elements N deep, the root among them.
deep() {
	printf '%s\n' "$role"
	perl -e 'my $n = $ARGV[0] - 1; print "<a>" x $n, "</a>" x $n' "$1"
	echo '</role>'
}
deep 64 | edge "64 levels of elements"
deep 65 | past "64 levels of elements" RW009 2

# prose N: a summary with N bytes of text.
prose() {
	printf '%s\n<summary>' "$role"
	perl -e 'print substr("word " x 4000, 0, $ARGV[0] - 1), "."' "$1"
	echo '</summary></role>'
}
prose 16384 | edge "16 KiB of prose"
prose 16385 | past "16 KiB of prose" RW009 2

# A glossary may have 8 MiB, and its texts 1 MiB.
bad=glossary/big.xml
role='<glossary xmlns="urn:rolewright:1" id="big" xml:lang="en">'
of_bytes() {
	perl -e 'my ($n, $head) = @ARGV;
		print $head, "<!--", "x" x ($n - length($head) - 18), "--></glossary>"' \
		"$1" "$role"
}
of_bytes 8388608 | edge "8 MiB"
of_bytes 8388609 | past "8 MiB" RW002 ""
text() {
	printf '%s\n<title>' "$role"
	perl -e 'print "x" x $ARGV[0]' "$1"
	echo '</title></glossary>'
}
text 1048577 | past "text of 1 MiB" RW009 2
nodes() {
	printf '%s\n' "$role"
	perl -e 'print "<a/>" x $ARGV[0]' "$1"
	echo '</glossary>'
}
nodes 200001 | past "200,000 nodes" RW009 2
