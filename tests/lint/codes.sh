#!/bin/bash
# Each code of codes.def: well formed, in order, reported somewhere, explained
# by a paragraph of explain.def and raised by a test.
. "$(dirname "$0")/lib.sh"

tests=$(grep -rhoE '\bRW([0-9]{3}|_[A-Z0-9_]+)\b' tests --exclude-dir=lint \
	--exclude-dir=node_modules | sort -u | tr '\n' ' ')
used=$(grep -rhowE 'RW_[A-Z0-9_]+' src --include='*.c' --include='*.h' |
	sort -u | tr '\n' ' ')

TESTS="$tests" USED="$used" perl -0777 -e '
	my %tested = map { $_ => 1 } split " ", $ENV{TESTS};
	my %used = map { $_ => 1 } split " ", $ENV{USED};
	sub slurp { open my $f, "<", $_[0] or return ""; local $/; my $t = <$f>;
		$t =~ s{/\*.*?\*/}{$& =~ s/[^\n]//gr}gse; $t }
	sub line { 1 + (substr($_[0], 0, $_[1]) =~ tr/\n//) }
	my ($codes, $explain) = ("src/diag/codes.def", "src/diag/explain.def");
	my $text = slurp($explain);
	my (%said, @order);
	while ($text =~ /^EXPLAIN\(\s*(\w+)/gm) {
		my $at = "$explain:" . line($text, $-[0]);
		print "$at: $1 is explained twice\n" if $said{$1};
		$said{$1} = $at;
		push @order, $1;
	}
	$text = slurp($codes);
	my $string = qr/((?:"(?:\\.|[^"\\])*"\s*)+)/;
	my ($last, %id, %name, @names) = ("");
	while ($text =~ /^CODE\(([^\n]*)/gm) {
		my $at = "$codes:" . line($text, $-[0]);
		pos($text) = $-[0];
		if ($text !~ /\GCODE\(\s*(\w+),\s*"(RW\d{3})",\s*(NOTE|STYLE|WARNING|ERROR),\s*$string,\s*$string\)/g) {
			print "$at: not CODE(NAME, \"RWnnn\", SEVERITY, message, hint)\n";
			$text =~ /\GCODE\(/g;
			next;
		}
		my ($name, $id, $message, $hint) = ($1, $2, $4, $5);
		s/^"|"\s*$//g, s/"\s*"//g for $message, $hint;
		print "$at: $id stands twice\n" if $id{$id}++;
		print "$at: $name stands twice\n" if $name{$name}++;
		print "$at: $id comes after $last\n" if $id lt $last;
		$last = $id;
		push @names, $name;
		print "$at: message of $id starts with a capital\n"
			if $message =~ /^[A-Z][a-z]/;
		print "$at: $_ of $id ends in a full stop\n"
			for map { $$_[1] =~ /\.(?<!\.\.\.)$/ ? $$_[0] : () }
				["message", $message], ["hint", $hint];
		print "$at: hint of $id does not start with a verb\n"
			if $hint !~ /^[a-z]/;
		print "$at: $id has no paragraph in explain.def\n"
			unless $said{$name};
		print "$at: $id is reported nowhere\n" unless $used{"RW_$name"};
		print "$at: no test raises $id\n" unless $tested{$id} || $tested{"RW_$name"};
	}
	for (sort keys %said) {
		print "$said{$_}: $_ is no code\n" unless $name{$_};
	}
	my @want = grep { $said{$_} } @names;
	my @have = grep { $name{$_} } @order;
	for (0 .. $#have) {
		next if $have[$_] eq ($want[$_] // "");
		print "$said{$have[$_]}: $have[$_] is out of the order of codes.def\n";
		last;
	}
' | report
finish
