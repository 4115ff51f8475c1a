#!/bin/bash
# No room, no permission, no lock: exit 3, and the output stays whole.
. "$(dirname "$0")/../lib.sh"

# wants STATUS NAME COMMAND...
wants() {
	local want=$1 name=$2 status
	shift 2
	"$@" >"$SCRATCH/log" 2>&1
	status=$?
	if [ $status -eq "$want" ]; then
		ok "full: $name"
	else
		echo "exit status $status, not $want" >>"$SCRATCH/log"
		not_ok "full: $name" "$SCRATCH/log"
	fi
}
to_full() { "$RW" -C "$EXAMPLES" "$@" >/dev/full; }

for command in 'render key-account-manager --to html' \
	'render key-account-manager --to docx' 'resolve key-account-manager' \
	'list roles' 'diff account-manager key-account-manager' 'explain RW001' \
	help; do
	wants 3 "$command >/dev/full" to_full $command
done

ws=$SCRATCH/ws
cp -r "$EXAMPLES" "$ws"
wants 3 "render -o into a missing folder" \
	"$RW" -C "$ws" render key-account-manager --to html -o "$SCRATCH/no/a.html"
wants 0 "build" "$RW" -C "$ws" build --output "$ws/output"
whole=$(tree_hash "$ws/output")

# One build at a time.
if command -v flock >/dev/null && lock=$(find "$ws/.rolewright" -name '*lock*' | head -n 1) &&
	[ -n "$lock" ]; then
	locked() { flock "$lock" "$RW" -C "$ws" build --output "$ws/output"; }
	wants 3 "a second build at the same time" locked
else
	skip "full: a second build at the same time" "no lock file to hold"
fi

# A small tmpfs as the whole workspace, or as output/ only.
small() {
	unshare -m bash -c '
		mount -t tmpfs -o size=$1 none "$2" || exit 77
		shift 2
		"$@"' bash "$@"
}
inside() { # FOLDER: copies the workspace into it, builds, fills, builds again
	cp -r "$ws/." "$1/"
	rm -rf "$1/output" "$1/.rolewright"
	"$RW" -C "$1" build --output "$1/output" || return 90
	before=$(tree_hash "$1/output")
	sed -i -E "s|(<title[^>]*>)[^<]*|\1Full|" "$1/site.xml"
	dd if=/dev/zero of="$1/fill" bs=4k 2>/dev/null
	truncate -s -16k "$1/fill"
	"$RW" -C "$1" build --output "$1/output"
	status=$?
	[ "$before" = "$(tree_hash "$1/output")" ] || return 91
	rm "$1/fill"
	"$RW" -C "$1" build --output "$1/output" || return 92
	return $status
}
export -f inside tree_hash
mkdir -p "$SCRATCH/small"
if [ "$(id -u)" = 0 ] && small 64k "$SCRATCH/small" true 2>/dev/null; then
	export ws
	wants 3 "the workspace on a full disk" \
		small 64M "$SCRATCH/small" bash -c 'inside "$0"' "$SCRATCH/small"
	mkdir -p "$SCRATCH/mount"
	wants 0 "output/ as a mount point, --in-place" small 64M "$SCRATCH/mount" \
		"$RW" -C "$ws" build --in-place --output "$SCRATCH/mount"
	refused() { # RW644 tells to use --in-place
		"$RW" -C "$ws" build --output "$SCRATCH/mount" 2>&1 | grep RW644
		return "${PIPESTATUS[0]}"
	}
	export -f refused
	export RW SCRATCH
	wants 3 "output/ as a mount point needs --in-place" \
		small 64M "$SCRATCH/mount" bash -c refused
	wants 3 "output/ as a full mount point" small 64k "$SCRATCH/mount" \
		"$RW" -C "$ws" build --in-place --output "$SCRATCH/mount"
else
	skip "full: disks" "cannot mount a tmpfs"
fi
if [ "$whole" = "$(tree_hash "$ws/output")" ]; then
	ok "full: the output is what it was"
else
	not_ok "full: the output changed"
fi
