#!/bin/bash
# File names are unique in the tree of src; no name with blanks or capitals.
. "$(dirname "$0")/lib.sh"

find src -name '*.[ch]' | sort | awk -F/ '
	$NF in seen {
		print $0 ":1: name is taken by " seen[$NF]
	}
	{ seen[$NF] = $0 }
	$NF !~ /^[a-z0-9_]+\.[ch]$/ {
		print $0 ":1: name is not lower case with _"
	}' | report
find templates glossary stylesheets -type f | grep -E '[A-Z ]' |
	sed 's/$/:1: name has a blank or a capital/' |
	grep -vE 'README\.md:|\.[a-z]{2}(-[A-Z]{2})?\.xml:' | report
finish
