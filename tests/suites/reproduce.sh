#!/bin/bash
# The same bytes whatever the time zone, locale, folder, number of threads or
# order of builds; a second build changes nothing and writes nothing.
. "$(dirname "$0")/../lib.sh"
build() { "$RW" -C "$1" build --output "$1/output" "${@:2}"; }

for n in 1 2 3; do
	cp -r "$EXAMPLES" "$SCRATCH/ws$n"
done
try "reproduce: build" build "$SCRATCH/ws1"
mv "$SCRATCH/ws2" "$SCRATCH/another folder"
TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 \
	try "reproduce: elsewhere" build "$SCRATCH/another folder"
try "reproduce: one thread" build "$SCRATCH/ws3" --jobs 1
try "reproduce: same bytes elsewhere" \
	diff -rq "$SCRATCH/ws1/output" "$SCRATCH/another folder/output"
try "reproduce: same bytes in one thread" \
	diff -rq "$SCRATCH/ws1/output" "$SCRATCH/ws3/output"

state() { (cd "$1" && find . -printf '%p %i %T@ %C@\n' | sort); }
state "$SCRATCH/ws1/output" >"$SCRATCH/before"
try "reproduce: build again" build "$SCRATCH/ws1"
state "$SCRATCH/ws1/output" >"$SCRATCH/after"
try "reproduce: nothing written again" \
	diff "$SCRATCH/before" "$SCRATCH/after"

# Incremental equals from scratch.
for ws in ws1 ws3; do
	sed -i -E "s|(<title[^>]*>)[^<]*|\1Changed|" "$SCRATCH/$ws/site.xml"
done
rm -rf "$SCRATCH/ws3/output" "$SCRATCH/ws3/.rolewright"
try "reproduce: incremental build" build "$SCRATCH/ws1"
try "reproduce: build from scratch" build "$SCRATCH/ws3"
try "reproduce: incremental equals from scratch" \
	diff -rq "$SCRATCH/ws1/output" "$SCRATCH/ws3/output"
