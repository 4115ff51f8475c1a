#!/bin/bash
# "The first hour" of README.md, line by line, in an empty folder: each '$ '
# line of its console blocks is run ('> ' lines go on with it); what is printed
# must be what stands there, where something stands there. At most 12 commands,
# 3 edited files and 15 lines written by hand.
. "$(dirname "$0")/../lib.sh"
section=$SCRATCH/section
awk '/^## /{ on = /^## The first hour/ } on' "$TOP/README.md" >"$section"
if ! grep -q '^\$ ' "$section"; then
	skip readme "README.md has no commands yet"
	exit 0
fi
mkdir -p "$SCRATCH/home" "$SCRATCH/bin"
ln -s "$RW" "$SCRATCH/bin/rolewright"

# One file per command: NNN.cmd and what is expected of it, NNN.out.
awk -v dir="$SCRATCH" '
	/^```console/ { inside = 1; next }
	/^```/ { inside = 0; out = ""; next }
	!inside { next }
	/^\$ / {
		base = sprintf("%s/%03d", dir, ++n)
		print substr($0, 3) >(base ".cmd")
		next
	}
	/^> ?/ { sub(/^> ?/, ""); print >(base ".cmd"); next }
	{ print >(base ".out") }' "$section"

cd "$SCRATCH/home" || exit 3
export HOME=$SCRATCH/home PATH=$SCRATCH/bin:$PATH
commands=0 files=0 lines=0
for cmd in "$SCRATCH"/[0-9]*.cmd; do
	name=$(head -n 1 "$cmd")
	commands=$((commands + 1))
	if grep -q '<<' "$cmd"; then
		files=$((files + 1))
		lines=$((lines + $(wc -l <"$cmd") - 2))
	fi
	# 'cd' holds for the commands that follow.
	cat "$cmd" >"$cmd.run"
	echo 'status=$?; pwd >"$SCRATCH/pwd"; exit $status' >>"$cmd.run"
	SCRATCH=$SCRATCH bash "$cmd.run" >"$cmd.got" 2>&1 </dev/null
	status=$?
	[ ! -s "$SCRATCH/pwd" ] || cd "$(cat "$SCRATCH/pwd")" || exit 3
	if [ $status -ne 0 ] && ! grep -q 'error:' "${cmd%.cmd}.out" 2>/dev/null; then
		echo "exit status $status" >>"$cmd.got"
		not_ok "readme: $name" "$cmd.got"
	elif [ -s "${cmd%.cmd}.out" ] &&
		! diff -u "${cmd%.cmd}.out" "$cmd.got" >"$SCRATCH/diff"; then
		not_ok "readme: $name" "$SCRATCH/diff"
	else
		ok "readme: $name"
	fi
done
limit() { [ "$2" -le "$3" ] || { echo "$2 $1, at most $3"; return 1; }; }
try "readme: commands" limit commands $commands 12
try "readme: edited files" limit files $files 3
try "readme: lines" limit lines $lines 15
