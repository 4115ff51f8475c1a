#!/bin/bash
# check.sh BOARD FILE...: says what is wrong in feeds for a board, a line for each file and
# judge (of cross for each finding): 'FILE: JUDGE: MESSAGE'. Exit 0 if nothing is, 1 if
# something, 3 if a judge could not run. Judges: form (declaration, UTF-8, no mark of byte
# order, well-formed), xmllint, xerces (if it is there; for Atom jing), cross (cross.xml),
# schema (ajv, or our reader of CSV).
set -u
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
java=/usr/share/java
board=$1
shift
[ $# -gt 0 ] || exit 0
log=$(mktemp) || exit 3
found=$(mktemp) || exit 3
trap 'rm -f "$log" "$found"' EXIT

has_xerces() { command -v java >/dev/null && [ -f $java/xercesSamples.jar ]; }

# Leaves the files that the other judges can read in 'parsed'.
form() {
	perl -e '
		undef $/;
		for my $name (@ARGV) {
			open my $file, "<", $name or die "$name: $!\n";
			my $text = <$file>;
			print "$name: form: does not begin with a declaration of UTF-8\n"
				if $text !~ /^<\?xml version=(["\x27])1\.0\1 encoding=(["\x27])utf-8\2/i;
			print "$name: form: not UTF-8\n" if !utf8::decode($text);
		}' "$@" || exit 3
	xmllint --nonet --noout --huge "$@" 2>"$log"
	mapfile -t parsed < <(printf '%s\n' "$@" | awk -v log_file="$log" '
		BEGIN {
			while ((getline line < log_file) > 0)
				if (at = match(line, /:[0-9]+: [a-z]+ error/))
					bad[substr(line, 1, at - 1)] = 1
		}
		!($0 in bad)')
	awk 'match($0, /:[0-9]+: [a-z]+ error/) {
		name = substr($0, 1, RSTART - 1)
		if (!seen[name]++) print name ": form: " substr($0, RSTART + 1, 300)
	}' "$log"
}

# Who is not said to validate is refused, with its first message.
by_xmllint() { # OPTION SCHEMA FILE...
	local option=$1 schema=$2
	shift 2
	xmllint --nonet --noout --huge "$option" "$schema" "$@" 2>"$log"
	if grep -q 'failed to compile' "$log"; then
		cat "$log" >&2
		exit 3
	fi
	printf '%s\n' "$@" | awk -v log_file="$log" '
		BEGIN {
			while ((getline line < log_file) > 0) {
				if (sub(/ validates$/, "", line)) {
					good[line] = 1
					continue
				}
				at = match(line, /:[0-9]+: /)
				name = substr(line, 1, at - 1)
				if (at && !(name in first))
					first[name] = substr(line, at + 1, 300)
			}
		}
		!($0 in good) { print $0 ": xmllint: " first[$0] }'
}

# Prints what it finds in a file, then 'FILE: N ms'.
by_xerces() { # SCHEMA FILE...
	local schema=$1
	shift
	java -cp $java/xercesSamples.jar:$java/xercesImpl.jar:$java/xml-apis.jar \
		jaxp.SourceValidator -a "$schema" -i "$@" >"$log" 2>&1
	if ! grep -q ' ms$' "$log"; then
		cat "$log" >&2
		exit 3
	fi
	awk '
		/: [0-9]+ ms$/ {
			sub(/: [0-9]+ ms$/, "")
			if (message != "") print $0 ": xerces: " message
			message = ""
			next
		}
		message == "" { message = substr($0, 1, 300) }' "$log"
}

# It prints whole paths.
by_jing() { # GRAMMAR FILE...
	local grammar=$1
	shift
	jing -c "$grammar" "$@" >"$log" 2>&1
	awk -v log_file="$log" -v here="$PWD/" '
		BEGIN {
			for (i = 1; i < ARGC; i++)
				given[(ARGV[i] ~ /^\// ? "" : here) ARGV[i]] = ARGV[i]
			while ((getline line < log_file) > 0) {
				if (!match(line, /:[0-9]+:[0-9]+: (error|fatal)/)) continue
				name = substr(line, 1, RSTART - 1)
				if (!seen[name]++)
					print given[name] ": jing: " substr(line, RSTART + 1, 300)
			}
		}' "$@"
}

by_cross() {
	{
		echo '<files>'
		printf '%s\n' "$@" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/"/\&quot;/g' |
			awk -v here="$PWD/" '{
				path = (/^\// ? "" : here) $0
				print "<file path=\"" path "\">" $0 "</file>"
			}'
		echo '</files>'
	} >"$log"
	xsltproc --nonet --huge --stringparam board "$board" "$here/cross.xsl" "$log" 2>&1
}

by_schema() {
	node "$here/boards.mjs" check "$board" "$@" >"$log"
	[ $? -lt 2 ] || exit 3
	awk '{
		at = index($0, ": ")
		name = substr($0, 1, at - 1)
		if (!seen[name]++) print name ": schema: " substr($0, at + 2, 300)
	}' "$log"
}

judge() {
	form "$@"
	[ ${#parsed[@]} -gt 0 ] || return
	set -- "${parsed[@]}"
	if [ -f "$here/$board.xsd" ]; then
		by_xmllint --schema "$here/$board.xsd" "$@"
		! has_xerces || by_xerces "$here/$board.xsd" "$@"
	else
		by_xmllint --relaxng "$here/$board.rng" "$@"
		! command -v jing >/dev/null || by_jing "$here/$board.rnc" "$@"
	fi
	by_cross "$@"
}

parsed=()
if [ -f "$here/$board.schema.json" ]; then
	by_schema "$@" >"$found"
elif [ -f "$here/valid/$board.xml" ]; then
	judge "$@" >"$found"
else
	echo "check.sh: no board '$board'" >&2
	exit 3
fi
cat "$found"
[ ! -s "$found" ]
