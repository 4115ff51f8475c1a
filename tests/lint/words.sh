#!/bin/bash
# Each file of interface words has the same keys, of the same kind, with the
# same placeholders, each once.
. "$(dirname "$0")/lib.sh"

perl -0777 -e '
	sub line { 1 + (substr($_[0], 0, $_[1]) =~ tr/\n//) }
	my (%key, %slots, @files);
	for my $file (sort glob "stylesheets/l10n/*.xml") {
		open my $f, "<", $file or next;
		my $text = <$f>;
		$text =~ s{<!--.*?-->}{$& =~ s/[^\n]//gr}gse;
		push @files, $file;
		while ($text =~ m{<(word|plural)\s[^>]*?key="([^"]*)"[^>]*?(?:/>|>(.*?)</\1>)}gs) {
			my ($kind, $name, $body) = ($1, $2, $3 // "");
			my $at = "$file:" . line($text, $-[0]);
			print "$at: key \x27$name\x27 stands twice\n"
				if $key{$file}{$name};
			$key{$file}{$name} = [$at, $kind];
			my %seen = map { $_ => 1 } $body =~ /%\d/g;
			$slots{$file}{$name} = join " ", sort keys %seen;
			print "$at: key \x27$name\x27 is empty\n"
				if $body !~ /\S/;
		}
	}
	for my $a (@files) {
		for my $name (sort keys %{$key{$a}}) {
			my ($at, $kind) = @{$key{$a}{$name}};
			for my $b (@files) {
				my $other = $key{$b}{$name};
				if (!$other) {
					print "$b:1: no $kind \x27$name\x27 ($at has it)\n";
				} elsif ($$other[1] ne $kind) {
					print "$$other[0]: \x27$name\x27 is no $kind as in $at\n";
				} elsif ($slots{$a}{$name} ne $slots{$b}{$name}) {
					print "$$other[0]: \x27$name\x27 has not the placeholders of $at\n";
				}
			}
		}
	}' | report
for file in stylesheets/l10n/*.xml; do
	[ ! -e "$file" ] || xmllint --nonet --noout "$file" 2>&1
done | grep -E '^[^ ]+:[0-9]+:' | report
finish
