#!/bin/bash
# Text is written once: no run of 8 words stands in two places of the library
# (what two roles share is inherited, or taken from templates/statements).
. "$(dirname "$0")/lib.sh"

find templates/roles templates/statements glossary -name '*.xml' 2>/dev/null |
sort | xargs -r perl -0777 -ne '
	BEGIN { $run = 8 }
	my $text = $_;
	my $blank = sub { $_[0] =~ s/[^\n]/ /gr };
	# Sources are cited again and again; comments and tags are no text.
	$text =~ s{<!--.*?-->|<source\b[^>]*?(?:/>|>.*?</source>)}{$blank->($&)}gse;
	$text =~ s{</?(?:responsibility|requirement|competency|kpi|measure|question|good-answer|criterion|goal|definition|example|formula|summary|scope|condition|notice|benefit|label|synonym|inflection|position|title)\b[^>]*>}{my $b = $blank->($&); my $id = $& =~ /\sid="([^"]*)"/ ? $1 : "";
		  $& =~ m{^</} ? $b : "\x01$id\x02" . $b}gse;
	$text =~ s{<[^>]*>}{$blank->($&)}gse;
	my (@word, @line, @item);
	my ($n, $item) = (1, "");
	while ($text =~ /(\n)|\x01([^\x02]*)\x02|([\w\x80-\xff]+)/g) {
		if ($1) { $n++; next }
		$item = $2 if ($2 // "") ne "";
		push @word, defined $2 ? "" : lc $3;
		push @line, $n;
		push @item, $item;
	}
	my $last = -$run;
	for my $i (0 .. $#word - $run + 1) {
		my @gram = @word[$i .. $i + $run - 1];
		next if grep { $_ eq "" } @gram;
		my $gram = "@gram";
		if ($seen{$gram}) {
			my ($at, $id) = @{$seen{$gram}};
			next if $id ne "" && $id eq $item[$i] &&
				$at !~ /^\Q$ARGV\E:/;
			print "$ARGV:$line[$i]: \"$gram\" stands in $at\n"
				if $i > $last + $run && $at ne "$ARGV:$line[$i]";
			$last = $i;
		} else {
			$seen{$gram} = ["$ARGV:$line[$i]", $item[$i]];
		}
	}' | report
finish
