#!/bin/bash
# Each header compiles alone and has the guard RW_DIR_FILE_H.
. "$(dirname "$0")/lib.sh"

flags=$(pkg-config --cflags libxml-2.0 libxslt libcmark icu-uc libzip 2>/dev/null)
export flags
find src -name '*.h' | sort | xargs -P2 -I{} sh -c '
	out=$(${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra \
		-Wpedantic -Werror -Isrc -Ibuild/gen $flags -fsyntax-only \
		-include {} -x c /dev/null 2>&1) || printf "%s\n" "$out"
' | grep -E '^[^ ]+:[0-9]+:.*(error|warning):' | report

find src -name '*.h' | sort | while read -r file; do
	name=${file#src/}
	guard=RW_$(printf %s "${name%.h}" | tr 'a-z/-' 'A-Z__')_H
	grep -q "^#ifndef $guard\$" "$file" && grep -q "^#define $guard\$" "$file" ||
		echo "$file:1: has no guard $guard"
done | report
finish
