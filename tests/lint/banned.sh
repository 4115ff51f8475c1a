#!/bin/bash
# Calls that lead to overflows, output and exits below cli/, typedefs of
# structs, variables of file or program scope.
. "$(dirname "$0")/lib.sh"

# rule PATTERN MESSAGE FILE...: a finding for each line of code that matches.
rule() {
	pattern=$1 message=$2
	shift 2
	c_code "$@" | PATTERN=$pattern MESSAGE=$message perl -ne '
		/^([^:]+:\d+):(.*)$/ or next;
		my ($at, $code) = ($1, $2);
		next unless $code =~ /$ENV{PATTERN}/;
		my $found = $1 // $&;
		print "$at: ", $ENV{MESSAGE} =~ s/%/$found/r, "\n";' | report
}

mapfile -t all < <(find src -name '*.[ch]' | sort)
mapfile -t lower < <(find src -name '*.[ch]' ! -path 'src/cli/*' | sort)
# The handler that runs out of memory is set once and for all; the handlers of
# libxml2 have no other way to their context than the thread.
mapfile -t ours < <(printf '%s\n' "${all[@]}" |
	grep -v -e '^src/base/memory\.c$' -e '^src/xml/setup\.c$')

rule '(?<![\w.>])(atoi|atol|atof|strcpy|strcat|sprintf|vsprintf|strtok|gets|scanf|sscanf|fscanf|alloca)\s*\(' \
	"'%' is banned" "${all[@]}"
rule '(?<![\w.>])(printf|vprintf|puts|putchar|perror|exit|_exit|getenv|setenv|setlocale)\s*\(' \
	"'%' below cli/" "${lower[@]}"
rule '\b(stdout|stderr)\b' "'%' below cli/" "${lower[@]}"
rule '^typedef\s+(struct|union|enum)\b' "typedef of a '%'" "${all[@]}"
rule '^(?!.*\bconst\b)(?!.*\bpthread_(once|mutex)_t\b)static\s+(?!inline\b)(?:[^(=;]*[\s*])(\w+)(?:\[[^]]*\])*\s*(?:=|;)' \
	"variable of file scope ('%')" "${ours[@]}"
rule '(?<![\w.>])(abort)\s*\(' "'%' is banned" "${ours[@]}"
rule '//' "comment with '%'" $(find src -name '*.[ch]' -exec \
	grep -lE '^\s*//' {} +)
finish
