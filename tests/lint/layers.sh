#!/bin/bash
# Includes go down only: cli -> publish -> {check, write, read} -> model ->
# text -> xml -> diag -> base. libxml2 and libxslt stay in xml/, Linux calls
# in base/.
. "$(dirname "$0")/lib.sh"

find src -name '*.[ch]' -exec grep -nE '^ *# *include|_GNU_SOURCE' {} + |
awk -F: '
	BEGIN {
		split("base diag xml text model check publish cli", order, " ")
		for (i in order)
			rank[order[i]] = i + 0
		rank["write"] = rank["read"] = rank["check"]
	}
	{
		split($1, part, "/")
		from = part[2]
		where = $1 ":" $2 ": "
	}
	!(from in rank) {
		print where "folder '\''" from "'\'' is no layer"
		next
	}
	/_GNU_SOURCE/ && from != "base" {
		print where "_GNU_SOURCE outside base/"
		next
	}
	/<(libxml|libxslt|libexslt)\// && from != "xml" {
		print where "libxml2 and libxslt are called in xml/ only"
		next
	}
	match($3, /"[^"]*"/) {
		name = substr($3, RSTART + 1, RLENGTH - 2)
		if (name == "version.h")
			next
		if (split(name, part, "/") < 2) {
			print where "include \"" name "\" with its folder"
			next
		}
		to = part[1]
		if (!(to in rank))
			print where "\"" name "\" is in no layer"
		else if (rank[to] > rank[from])
			print where from " must not include " to " (it lies above)"
		else if (rank[to] == rank[from] && to != from)
			print where from " and " to " must not know each other"
	}' | report
finish
