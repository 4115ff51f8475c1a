#!/bin/bash
# run.sh [--update] [CHAPTER.md...]: runs the examples of the manual's chapters.
#
# A block ```xml PATH is written to PATH in the chapter's workspace. A block
# ```console holds commands ('$ ', continued by '> ') and what they print; a
# last line '[N]' is the exit status, 0 if there is none. A line '...' stands
# for any lines. --update writes what was printed into the chapters.
. "$(dirname "$0")/../lib.sh"
SCHEMA=$TOP/templates/schema
UPDATE=
[ "${1:-}" != --update ] || { UPDATE=yes; shift; }
[ $# -gt 0 ] || set -- "$TOP"/tests/spec/*.md
mkdir "$SCRATCH/bin"
ln -s "$(realpath -m "$RW")" "$SCRATCH/bin/rolewright"
export PATH=$SCRATCH/bin:$PATH

# split CHAPTER DIR: one set of files N.path N.text or N.command N.want per step.
split() {
	awk -v dir="$2/" '
	function step() { n++; print NR > (dir n ".line"); close(dir n ".line") }
	/^```xml ./ && !block {
		step(); block = "xml"; print $2 > (dir n ".path")
		printf "" > (dir n ".text"); next
	}
	/^```console/ && !block { block = "console"; next }
	/^```/ { block = block ? "" : "other"; next }
	block == "xml" { print > (dir n ".text") }
	block == "console" && /^\$ / {
		step(); print substr($0, 3) > (dir n ".command")
		printf "" > (dir n ".want"); next
	}
	block == "console" && /^> / { print substr($0, 3) > (dir n ".command"); next }
	block == "console" { print > (dir n ".want") }
	END { print n + 0 }' "$1"
}

# matches WANT GOT: line by line; '...' cuts WANT into parts, of which the first
# must stand at the start, the last at the end, the others between, in order.
matches() {
	awk '
	function fits(p, at,   i) {
		for (i = 1; i <= size[p]; i++)
			if (got[at + i - 1] != part[p, i])
				return 0
		return at + size[p] - 1 <= lines
	}
	FILENAME == ARGV[2] { got[++lines] = $0; next }
	$0 == "..." { cuts++; next }
	{ part[cuts + 0, ++size[cuts + 0]] = $0 }
	END {
		if (!cuts)
			exit !(size[0] + 0 == lines + 0 && fits(0, 1))
		good = fits(0, 1)
		at = 1 + size[0]
		for (p = 1; p < cuts; p++) {
			while (at <= lines && !fits(p, at))
				at++
			good = good && fits(p, at)
			at += size[p]
		}
		last = lines - size[cuts] + 1
		exit !(good && last >= at && fits(cuts, last))
	}' "$1" "$2"
}

# Writes the outputs found below DIR into CHAPTER.
update() {
	awk -v dir="$2/" '
	# At the first line after a command: what it printed, if that is new.
	function flush(   line, file) {
		file = dir n ".new"
		while (head && fresh && (getline line < file) > 0)
			print line
		close(file)
		head = 0
	}
	/^```xml ./ && !block { n++; block = "xml"; print; next }
	/^```console/ && !block { block = "console"; print; next }
	/^```/ {
		flush(); fresh = 0
		block = block ? "" : "other"; print; next
	}
	block == "console" && /^\$ / {
		flush(); n++; head = 1; print
		fresh = (getline line < (dir n ".new")) >= 0
		close(dir n ".new"); next
	}
	block == "console" && head && /^> / { print; next }
	block == "console" { flush(); if (!fresh) print; next }
	{ print }' "$1"
}

# run_step CHAPTER-NAME DIR N: one command, against what the chapter says.
run_step() {
	local at=$2/$3 name=spec/$1 status
	name=$name:$(cat "$at.line")
	[ -x "$RW" ] || { skip "$name" "no program"; return; }
	(cd "$2/workspace" && bash "$at.command") >"$at.got" 2>&1 </dev/null
	status=$?
	[ "$status" -eq 0 ] || echo "[$status]" >>"$at.got"
	if [ -n "$UPDATE" ] && [ "$status" -lt 128 ] &&
		{ ! matches "$at.want" "$at.got" ||
			[ "$(head -n 1 "$at.want")" = ... ]; }; then
		cp "$at.got" "$at.new"
	fi
	if matches "$at.want" "$at.got"; then
		ok "$name"
	else
		diff -u --label expected --label printed "$at.want" "$at.got" \
			>"$at.diff"
		not_ok "$name" "$at.diff"
	fi
}

# write_step CHAPTER-NAME DIR N: one document, valid unless a check says so.
write_step() {
	local at=$2/$3 path
	path=$(cat "$at.path")
	mkdir -p "$2/workspace/$(dirname "$path")"
	cp "$at.text" "$2/workspace/$path"
	case $path in
	*invalid*) return ;;
	esac
	try "spec/$1:$(cat "$at.line") $path" xmllint --noout \
		--schema "$SCHEMA/rolewright.xsd" "$at.text"
}

chapter() {
	local file=$1 name dir n steps
	name=$(basename "$file" .md)
	dir=$SCRATCH/$name
	mkdir -p "$dir/workspace"
	steps=$(split "$file" "$dir")
	for ((n = 1; n <= steps; n++)); do
		if [ -f "$dir/$n.path" ]; then
			write_step "$name" "$dir" "$n"
		else
			run_step "$name" "$dir" "$n"
		fi
	done
	[ -n "$UPDATE" ] && ls "$dir"/*.new >/dev/null 2>&1 || return 0
	update "$file" "$dir" >"$dir/updated" && cp "$dir/updated" "$file"
}

# The manual page names every element and attribute of the schema.
manual() {
	xsltproc --nonet "$TOP/src/model/vocabulary.xsl" \
		"$SCHEMA/rolewright.xsd" |
		sed -n 's/^ELEMENT("\([^"]*\)".*/.It Ic \1/p
			s/^ATTRIBUTE("[^"]*", "\([^"]*\)".*/.It Va \1/p' |
		sort -u |
		while read -r line; do
			grep -qxF -e "$line" "$1" ||
				grep -qF -e "$line " "$1" || echo "no $line"
		done
}

# Documents that hold everything are valid; one defect makes one invalid.
schema() {
	local file name data=$TOP/tests/data/schema
	for file in "$data"/valid/*.xml "$data"/invalid/*.xml; do
		name=${file#"$data"/}
		xmllint --noout --schema "$SCHEMA/rolewright.xsd" "$file" \
			>"$SCRATCH/xmllint" 2>&1
		case $name:$? in
		valid/*:0 | invalid/*:3) ok "schema: $name" ;;
		*) not_ok "schema: $name" "$SCRATCH/xmllint" ;;
		esac
	done
}

need xmllint xsltproc
schema
for file; do
	chapter "$file"
done
manual "$TOP/src/man/rolewright.5" >"$SCRATCH/manual"
if [ -s "$SCRATCH/manual" ]; then
	not_ok spec/manual "$SCRATCH/manual"
else
	ok spec/manual
fi
