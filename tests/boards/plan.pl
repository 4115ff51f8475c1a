#!/usr/bin/perl
# plan.pl BOARD FOLDER LIST <PARTS: prints the plan of all mutants for mutate.xsl and writes LIST,
# a line for each: file, 'ok' or 'no', name. PARTS is what mutate.xsl prints of the smallest
# fixture: each part of it is removed, emptied and renamed; then come the lines of mutations.tsv.
use strict;
use warnings;
my ($board, $folder, $list) = @ARGV;
my $count = 0;
open my $out, ">", $list or die "$list: $!\n";
print "<plan>\n";

sub escape { $_[0] =~ s/([&<>"])/"&#" . ord($1) . ";"/ger }

sub mutant {
	my ($name, $verdict, $fixture, $do, $at, $value) = @_;
	my $file = "$folder/" . ++$count . ".xml";
	print $out join("\t", $file, $verdict, $name), "\n";
	printf qq{<mutant file="%s" fixture="valid/%s.xml" do="%s" at="%s" value="%s"/>\n},
		$file, $fixture, $do, escape($at), escape($value // "");
}

while (<STDIN>) {
	my ($path, $kind) = /^(\S+) (\w+)$/ or die "no part: $_";
	my $name = $path =~ s/\*\[local-name\(\)="([^"]*)"\]\[1\]/$1/gr =~ s{^/[^/]*}{}r;
	mutant("without $name", "no", $board, "remove", $path);
	mutant("$name empty", "no", $board, "set", $path) if $kind eq "leaf";
	mutant("$name under another name", "no", $board, "rename", $path)
		if $path !~ /\@/;
}

open my $table, "<", "mutations.tsv" or die "mutations.tsv: $!\n";
while (<$table>) {
	chomp;
	my ($id, $verdict, $path, $values) = split /\t/;
	next if $id ne $board;
	my $word = $verdict eq "ok" ? "accepted" : "refused";
	for my $value (split /\|/, $values // "", -1) {
		my @mutant = $value eq "-" ? ("removed", "remove")
			: $value eq "+" ? ("twice", "twice")
			: $value =~ /^\*(\d+)$/ ? ("of $1 letters", "set", "a" x $1)
			: ("= '$value'", "set", $value);
		mutant("$path $mutant[0] is $word", $verdict, "$board-full", $mutant[1],
			$path, $mutant[2]);
	}
}
print "</plan>\n";
