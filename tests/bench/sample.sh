# Timing commands beside each other; to be read in by a script that sets $work.

# sample NAME COMMAND...: one run; milliseconds into NAME.ms, kB into NAME.kb.
sample() {
	local name=$1 start end
	shift
	start=$(date +%s%N)
	if ! /usr/bin/time -f %M -o "$work/kb" "$@" >"$work/$name.out" 2>"$work/$name.err"; then
		echo "  $name failed:" && tail -n 3 "$work/$name.err"
		return 1
	fi
	end=$(date +%s%N)
	echo $(((end - start) / 1000)) >>"$work/$name.us"
	tail -n 1 "$work/kb" >>"$work/$name.kb"
}

median() {
	sort -n "$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'
}

# table COUNT NAME...: the medians, and each as a multiple of the first.
table() {
	local count=$1 first= us kb name
	shift
	printf '  %-28s %12s %10s %12s %10s\n' '' median ratio 'a document' memory
	for name; do
		[ -s "$work/$name.us" ] || continue
		us=$(median "$work/$name.us") kb=$(sort -n "$work/$name.kb" | tail -n 1)
		first=${first:-$us}
		awk -v name="$name" -v us="$us" -v first="$first" -v n="$count" -v kb="$kb" 'BEGIN {
			printf "  %-28s %9.1f ms %9.2fx %9.1f us %7.1f MB\n",
				name, us / 1000, us / first, us / n, kb / 1024 }'
	done
	rm -f "$work"/*.us "$work"/*.kb
}
