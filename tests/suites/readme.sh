#!/bin/bash
# "The first hour" of README.md, line by line, in an empty folder. A line '$ '
# of a console block is run ('> ' lines go on with it), and must print what
# stands there, where something stands there ('...' stands for any lines). A
# block '```xml PATH' is the file as the reader leaves it. At most 12 commands,
# 3 edited files, 15 lines that were not there before.
. "$(dirname "$0")/../lib.sh"
awk '/^## /{ on = /^## The first hour/ } on' "$TOP/README.md" >"$SCRATCH/section"
if ! grep -q '^\$ ' "$SCRATCH/section"; then
	skip readme "README.md has no commands yet"
	exit 0
fi
mkdir -p "$SCRATCH/home" "$SCRATCH/bin"
ln -s "$RW" "$SCRATCH/bin/rolewright"

# Steps in their order: NNN.cmd with NNN.out, or NNN.path with NNN.text.
awk -v dir="$SCRATCH" '
	function step() { base = sprintf("%s/%03d", dir, ++n) }
	/^```xml ./ { step(); print $2 >(base ".path"); block = ".text"; next }
	/^```console/ { block = ".out"; next }
	/^```/ { block = block == "" ? "other" : ""; next }
	block == ".text" { print >(base ".text") }
	block != ".out" { next }
	/^\$ / { step(); print substr($0, 3) >(base ".cmd"); next }
	/^> / { print substr($0, 3) >(base ".cmd"); next }
	{ print >(base ".out") }' "$SCRATCH/section"

# True if file GOT has the lines of WANT; '...' in it stands for any lines.
matches() {
	perl -0777 -e '
		my ($want, $got) = map { open my $f, "<", $_ or die; <$f> } @ARGV;
		my $pattern = join "(?:.*\n)*?", map { quotemeta }
			split /^\.\.\.\n/m, $want, -1;
		exit($got =~ /\A$pattern\z/ ? 0 : 1);' "$1" "$2"
}

export HOME=$SCRATCH/home PATH=$SCRATCH/bin:$PATH SCRATCH
cd "$HOME" || exit 3
commands=0 files=0 lines=0
for step in $(find "$SCRATCH" -maxdepth 1 -name '[0-9]*.cmd' -o \
	-maxdepth 1 -name '[0-9]*.path' | sort); do
	base=${step%.*}
	if [ -f "$base.path" ]; then
		path=$(cat "$base.path")
		[ -e "$path" ] || path=$(find . -path "*/$path" | head -n 1)
		[ -n "$path" ] || path=$(cat "$base.path")
		files=$((files + 1))
		[ -e "$path" ] || : >"$path"
		lines=$((lines + $(diff "$path" "$base.text" | grep -c '^>')))
		cp "$base.text" "$path"
		continue
	fi
	name=$(head -n 1 "$step")
	commands=$((commands + 1))
	# A 'cd' holds for the commands that follow.
	{ cat "$step"; echo 'status=$?; pwd >"$SCRATCH/pwd"; exit $status'; } >"$base.run"
	bash "$base.run" >"$base.got" 2>&1 </dev/null
	status=$?
	[ ! -s "$SCRATCH/pwd" ] || cd "$(cat "$SCRATCH/pwd")" || exit 3
	if [ $status -ne 0 ] && ! grep -qs 'error:' "$base.out"; then
		echo "exit status $status" >>"$base.got"
		not_ok "readme: $name" "$base.got"
	elif [ -s "$base.out" ] && ! matches "$base.out" "$base.got"; then
		diff -u --label README --label here "$base.out" "$base.got" \
			>"$SCRATCH/diff"
		not_ok "readme: $name" "$SCRATCH/diff"
	else
		ok "readme: $name"
	fi
done
limit() { echo "$2 $1, at most $3" && [ "$2" -le "$3" ]; }
try "readme: commands" limit commands $commands 12
try "readme: edited files" limit files $files 3
try "readme: lines" limit lines $lines 15
