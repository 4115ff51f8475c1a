# Shared by the lints: run from the top of the tree, findings as
# 'file:line: message', exit 1 when there is one.
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 3

findings=$(mktemp) || exit 3
trap 'rm -f "$findings"' EXIT

# Prints stdin, keeps it as the lint's findings.
report() {
	sort -t: -k1,1 -k2,2n -s | uniq | tee -a "$findings"
}

# The exit status of the lint.
finish() {
	[ ! -s "$findings" ]
	exit
}

c_files() {
	find src tests/unit tests/fuzz -name '*.[ch]' 2>/dev/null | sort
}

# The files named, each line prefixed 'file:line:', comments and what stands
# in strings blanked, so that a pattern finds code only.
c_code() {
	[ $# -gt 0 ] || return 0
	perl -0777 -ne '
		s{("(?:\\.|[^"\\\n])*")|(\x27(?:\\.|[^\x27\\\n])+\x27)|(/\*.*?\*/|//[^\n]*)}
		 {my $t = $&; $1 ? $t =~ s/[^"\n]/ /gr : $2 ? $t =~ s/[{}]/ /gr : $t =~ s/[^\n]/ /gr}gse;
		my $n = 0;
		print map { $n++; "$ARGV:$n:$_\n" } split /\n/;
	' "$@"
}
