#!/bin/bash
# MUTANTS (150) files of the library with one defect each: 90 % are found at
# the right place, with at most one finding more on average; no crash, none
# takes a second of processor time.
. "$(dirname "$0")/../lib.sh"
need perl jq
tree=$SCRATCH/tree
mkdir -p "$tree/build" "$tree/src/cli"	# a build tree: it is its own library
cp -r "$TOP/templates" "$TOP/glossary" "$TOP/stylesheets" "$tree/"
cp "$RW" "$tree/build/rolewright"
cd "$tree" || exit 3
mapfile -t library < <(find templates/roles templates/statements templates/pay \
	glossary templates/examples/templates -name '*.xml' | sort)

# The workspace of a file: the examples, or the tree as a whole. More than a
# second of processor time ends the program, and counts as a crash.
check() (
	ulimit -t 1
	case $1 in
	templates/examples/*)
		timeout 60 build/rolewright -C templates/examples check \
			--format json "${1#templates/examples/}" ;;
	*) timeout 60 build/rolewright -C . check --format json "$1" ;;
	esac
)
key='[.file, .code, .message] | @tsv'

run_mutant() { # SEED: 'found|missed|crash extra ms', details in $SCRATCH/missed
	local head file kind first last what status start ms
	perl "$TOP/tests/mutants/mutate.pl" "$1" "${library[@]}" >"$SCRATCH/mutant" || return 1
	IFS=$'\t' read -r file kind first last what <"$SCRATCH/mutant"
	cp "$file" "$SCRATCH/original"
	[ -f "$SCRATCH/base.${file//\//,}" ] ||
		check "$file" 2>/dev/null | jq -r "$key" | sort >"$SCRATCH/base.${file//\//,}"
	tail -n +2 "$SCRATCH/mutant" >"$file"
	start=$(date +%s%N)
	check "$file" >"$SCRATCH/json" 2>"$SCRATCH/err"
	status=$?
	ms=$((($(date +%s%N) - start) / 1000000))
	cp "$SCRATCH/original" "$file"
	if [ $status -ne 0 ] && [ $status -ne 1 ]; then
		echo "crash 0 $ms"
		echo "seed $1: exit status $status: $file: $kind: $what" >>"$SCRATCH/crashed"
		return
	fi
	# What was there before the defect does not count.
	jq -r "select(($key) as \$k | [\$base | split(\"\n\")[]] | index(\$k) | not) |
		[(.file | split(\"/\") | last), .line] | @tsv" \
		--arg base "$(cat "$SCRATCH/base.${file//\//,}")" "$SCRATCH/json" \
		>"$SCRATCH/new" 2>>"$SCRATCH/err"
	awk -F'\t' -v file="${file##*/}" -v first="$first" -v last="$last" -v ms="$ms" '
		$1 == file && $2 >= first && $2 <= last { found++; next }
		{ extra++ }
		END {
			print (found ? "found" : "missed"), extra + (found > 1 ? found - 1 : 0), ms
		}' "$SCRATCH/new"
	awk -F'\t' -v file="${file##*/}" -v first="$first" -v last="$last" \
		'$1 == file && $2 >= first && $2 <= last { f = 1 } END { exit f }' "$SCRATCH/new" &&
		echo "seed $1: $file:$first-$last: $kind: $what: $(tr '\n\t' ' :' <"$SCRATCH/new")" >>"$SCRATCH/missed"
}

: >"$SCRATCH/missed"
: >"$SCRATCH/crashed"
for ((seed = 1; seed <= ${MUTANTS:-150}; seed++)); do
	run_mutant $seed
done >"$SCRATCH/results"
awk '
	{ n++; of[$1]++; extra += $2; if ($3 > slow) slow = $3 }
	END { print n + 0, of["found"] + 0, of["crash"] + 0, extra + 0, slow + 0 }' \
	"$SCRATCH/results" >"$SCRATCH/sum"
read -r n found crash extra slow <"$SCRATCH/sum"
echo "$n mutants: $found found at the place, $extra findings more, slowest $slow ms"
verdict() {
	if [ "$2" -ne 0 ]; then ok "mutants: $1"; else not_ok "mutants: $1" "$3"; fi
}
verdict "no crash, each under a second of processor time" $((n > 0 && crash == 0)) "$SCRATCH/crashed"
verdict "90 % found at the place" $((found * 10 >= n * 9 && n > 0)) "$SCRATCH/missed"
verdict "at most one finding more" $((extra <= n)) "$SCRATCH/sum"
