#!/bin/bash
# The man pages pass mandoc's own lint; what they show works.
. "$(dirname "$0")/../lib.sh"
need mandoc
cd "$TOP" || exit 3
for page in src/man/*.[1-9]; do
	[ -e "$page" ] || continue
	try "man: $page" mandoc -T lint -W warning "$page"
done

# "A board of your own" of rolewright(5): the two files and the commands, as they
# stand on the page, in a workspace with postings.
cp -RL tests/data/export "$SCRATCH/ws"
mandoc -T ascii -O width=200 src/man/rolewright.5 | col -bx >"$SCRATCH/page"
awk -v dir="$SCRATCH" '
	/^   [^ ]/ { on = /A board of your own/ }
	!on { next }
	match($0, /(templates|stylesheets)\/[a-z]*\/[a-z]+\.x[a-z]+/) {
		path = substr($0, RSTART, RLENGTH)
	}
	/<\?xml / { # the file that the text named last
		indent = index($0, "<")
		name = dir "/" ++n ".file"
		print path >(dir "/paths")
	}
	name { print substr($0, indent) >name }
	/<\/board>|<\/xsl:stylesheet>/ { name = "" }
	/^ +rolewright (check|export)/ { sub(/^ +/, ""); print >(dir "/commands") }
	' "$SCRATCH/page"

own_board() { # each command ends well, and the feed has every field
	local n=0 path
	while read -r path; do
		n=$((n + 1))
		mkdir -p "ws/$(dirname "$path")"
		cp "$n.file" "ws/$path" || return 1
	done <paths
	[ "$n" -eq 2 ] && [ "$(wc -l <commands)" -eq 3 ] || return 1
	while read -r line; do
		echo "\$ $line"
		(cd ws && eval "${line/#rolewright/\"\$RW\"}") || return 1
	done <commands
	xmllint --noout ws/feeds/partner.xml || return 1
	for path in title id url place date description; do
		echo "$path: $(xmllint --xpath "count(/jobs/job[string($path)])" ws/feeds/partner.xml)"
	done
	[ "$(xmllint --xpath "count(/jobs/job) > 0 and count(/jobs/publisher) = 1 and
		not(/jobs/job[not(string(title) and string(id) and string(url) and string(place) and
		string(date) and contains(description, '<p>'))])" ws/feeds/partner.xml)" = true ]
}
cd "$SCRATCH" || exit 3
try "man: a board of your own" own_board

# The one that changes a board of the library is a profile that 'check' takes.
changed_board() {
	sed -n '/with values of your own/,/<\/board>/p' page | sed -n '/<?xml/,$p' |
		sed 's/^ *//' >ws/templates/boards/arbeitsagentur.xml
	[ "$(wc -l <ws/templates/boards/arbeitsagentur.xml)" -eq 8 ] || return 1
	"$RW" -C ws check
}
try "man: a board of the library, changed" changed_board
