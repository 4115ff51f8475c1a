#!/bin/bash
# Functions: at most 80 lines, 5 parameters, 3 nested blocks; main under 60.
# A flat table or switch is exempt when the comment above it says '(flat)'.
# Prints median, 90th percentile and maximum.
. "$(dirname "$0")/lib.sh"

table=$(mktemp) || exit 3
trap 'rm -f "$findings" "$table"' EXIT
find src -name '*.c' | sort | ctags -L - -x --languages=C --kinds-C=f \
	--fields=+eS --_xformat='%F	%n	%e	%N	%S' >"$table"

awk -F'\t' -v OFS= '
	function flat(file, line,    text, i) {
		for (i = 1; (getline text < file) > 0 && i < line; i++)
			if (i >= line - 6 && text ~ /\(flat\)/) {
				close(file)
				return 1
			}
		close(file)
		return 0
	}
	{
		lines = $3 - $2 + 1
		most = $4 == "main" ? 60 : 80
		if (lines > most && !flat($1, $2))
			print $1, ":", $2, ": ", $4, " has ", lines,
			      " lines, at most ", most
		depth = count = 0
		for (i = 1; i <= length($5); i++) {
			c = substr($5, i, 1)
			depth += (c == "(") - (c == ")")
			count += c == "," && depth == 1
		}
		if (count + 1 > 5)
			print $1, ":", $2, ": ", $4, " has ", count + 1,
			      " parameters, at most 5"
	}' "$table" | report

mapfile -t files < <(find src -name '*.c' | sort)
c_code "${files[@]}" | perl -ne '
	my ($file, $line, $code) = /^([^:]+):(\d+):(.*)$/ or next;
	$depth = 0 if $line == 1;
	$function = 1 if $code =~ /^\{/;
	for my $c ($code =~ /[{}]/g) {
		$depth += $c eq "{" ? 1 : -1;
	}
	$deep = $depth > 4 && $function;
	print "$file:$line: blocks nested more than 3 deep\n" if $deep && !$was;
	$was = $deep;
	$function = 0 if $depth == 0 && $code =~ /^\}/;' | report

awk -F'\t' '{ print $3 - $2 + 1 }' "$table" | sort -n | awk '
	{ n[NR] = $1 }
	END {
		if (NR)
			printf "%d functions: median %d lines, 90 %% at most %d, longest %d\n",
				NR, n[int((NR + 1) / 2)], n[int(NR * 0.9 + 0.5)], n[NR]
	}'
finish
