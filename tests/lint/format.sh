#!/bin/bash
# clang-format agrees with each C file ('make format' mends it); 80 columns;
# no blank at the end of a line.
. "$(dirname "$0")/lib.sh"

c_files | xargs -r -n8 -P2 sh -c '
	printf "%s\n" "$(clang-format --dry-run "$@" 2>&1)"' sh |
	sed -n 's/^\([^ ]*:[0-9]*\):[0-9]*: warning:.*/\1: clang-format wants it otherwise/p' |
	report
{ c_files; find src -name '*.def'; } | xargs -r awk '
	FNR == 1 { def = FILENAME ~ /\.def$/ }
	/[ \t]$/ { print FILENAME ":" FNR ": blank at the end of the line" }
	!def {
		column = 0
		for (i = 1; i <= length($0); i++)
			if (substr($0, i, 1) == "\t")
				column += 8 - column % 8
			else if (substr($0, i, 1) !~ /[\200-\277]/)
				column++
		if (column > 80)
			print FILENAME ":" FNR ": " column " columns, at most 80"
	}' | report
finish
