#!/usr/bin/perl
# mutate.pl SEED FILE...: one defect in one of the files, chosen by the seed.
# Prints 'FILE<tab>KIND<tab>FIRST<tab>LAST<tab>what' (the lines where a finding
# may stand) and then the changed file.
use strict;
use warnings;

my $seed = shift @ARGV;
my $items = join "|", qw(responsibility requirement competency skill kpi
	question goal condition benefit notice term place word);
my $parts = join "|", qw(title summary family scope pay travel definition label);
my %required = (
	occupation => [qw(scheme code match)], band => [qw(grade min max)],
	area => [qw(id name factor)], goal => ["by-day"], benefit => ["kind"],
	notice => ["kind"], place => [qw(id city country)], use => ["ref"],
	remove => ["ref"], kpi => ["id"], responsibility => ["id"],
	requirement => ["id"], competency => ["id"], skill => ["id"],
	term => ["id"], role => ["id"], posting => [qw(id company)],
	"see-also" => ["ref"], word => ["key"], workplace => ["mode"],
);
my $enumerated = join "|", qw(status level kind match scheme essential key
	period exempt mode case link);
my $reference = join "|", qw(extends after before ref grade table about role
	company);

sub line { 1 + (substr($_[0], 0, $_[1]) =~ tr/\n//) }
sub pick { $_[int rand @_] }

# Two neighbouring letters change places, or one is lost or doubled.
sub misspell {
	my $word = shift;
	for (1 .. 20) {
		my $i = 1 + int rand(length($word) - 1);
		my $how = int rand 3;
		my $new = $word;
		if ($how == 0) {
			substr($new, $i - 1, 2) = reverse substr $new, $i - 1, 2;
		} elsif ($how == 1) {
			substr($new, $i, 1) = "";
		} else {
			substr($new, $i, 1) .= substr $new, $i, 1;
		}
		return $new if $new ne $word && length $new > 1;
	}
	return $word . "x";
}

# [offset, length, name, attributes] of each start tag.
sub tags {
	my ($text, @tags) = @_;
	while ($text =~ /<([a-z][a-z0-9-]*)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g) {
		push @tags, [$-[0], $+[0] - $-[0], $1, $2];
	}
	return @tags;
}

# Offset and length of each attribute that 'names' matches: [offset, length,
# element, name, value].
sub attributes {
	my ($text, $names, @found) = @_;
	for my $tag (tags($text)) {
		my ($at, undef, $element, $attributes) = @$tag;
		my $base = $at + 1 + length $element;
		while ($attributes =~ /\s([\w:-]+)="([^"]*)"/g) {
			my ($name, $value, $from, $to) = ($1, $2, $-[0], $+[0]);
			push @found, [$base + $from, $to - $from, $element,
				$name, $value] if $name =~ /^(?:$names)$/;
		}
	}
	return @found;
}

# Each is given the text and returns (text, first offset, last offset, what).
my %mutation = (
	drop => sub {
		my $text = shift;
		my @all = grep {
			my ($element, $name) = @{$_}[2, 3];
			grep { $_ eq $name } @{$required{$element} // []};
		} attributes($text, '[\w:-]+') or return;
		my $a = pick(@all);
		substr($text, $$a[0], $$a[1]) = "";
		return ($text, $$a[0] - 1, $$a[0], "$$a[3] of $$a[2]");
	},
	misspell => sub {
		my $text = shift;
		if (rand() < 0.5) {
			my @all = attributes($text, '[a-z-]+') or return;
			my $a = pick(grep { length $$_[3] > 1 } @all);
			my $new = misspell($$a[3]);
			substr($text, $$a[0] + 1, length $$a[3]) = $new;
			return ($text, $$a[0] + 1, $$a[0] + 1, "$$a[3] to $new");
		}
		my @all = $text =~ /<([a-z][a-z0-9-]+)[\s>]/g or return;
		my $name = pick(grep { !/^(?:role|posting|glossary|company)$/ } @all)
			or return;
		my @at;
		push @at, $-[0] while $text =~ /<\Q$name\E(?=[\s>\/])/g;
		my $at = pick(@at);
		my $new = misspell($name);
		my $rest = substr $text, $at + 1 + length $name;
		# The end tag goes with it, so that the file stays well-formed.
		if ($rest !~ /^[^<>]*\/>/) {
			$rest =~ s{</\Q$name\E>}{</$new>};
		}
		$text = substr($text, 0, $at) . "<$new" . $rest;
		return ($text, $at, $at, "$name to $new");
	},
	duplicate => sub {
		my $text = shift;
		my @at;
		push @at, [$-[0], $+[0]] while $text =~
			m{<($items)\s[^<>]*id="[^<>]*>(?:(?!</?\1[\s>]).)*</\1>}gs;
		push @at, [$-[0], $+[0]] while $text =~
			m{<(summary|scope|family|travel)\b[^<>]*>(?:(?!</?\1[\s>]).)*</\1>}gs;
		my $p = pick(@at) or return;
		my $copy = substr $text, $$p[0], $$p[1] - $$p[0];
		substr($text, $$p[1], 0) = "\n    $copy";
		return ($text, $$p[0], $$p[1] + 5 + length $copy,
			"twice " . substr $copy, 0, 40);
	},
	reorder => sub {
		my $text = shift;
		my @at;
		push @at, [$-[0], $+[0], $1] while $text =~
			m{<(responsibility|requirement|competency|skill|kpi|benefit)\s[^<>]*>(?:(?!</?\1[\s>]).)*</\1>}gs;
		my $p = pick(@at) or return;
		my $item = substr $text, $$p[0], $$p[1] - $$p[0];
		substr($text, $$p[0], $$p[1] - $$p[0]) = "";
		my @to;
		while ($text =~ /<(responsibilities|requirements|competencies|skills|kpis|reports-to)\b[^<>]*(?<!\/)>/g) {
			my ($list, $end) = ($1, $+[0]);
			push @to, $end if substr($list, 0, 4) ne substr $$p[2], 0, 4;
		}
		my $to = pick(@to) or return;
		substr($text, $to, 0) = "\n    $item";
		return ($text, $to + 5, $to + 5 + length $item, "$$p[2] moved");
	},
	enumeration => sub {
		my $text = shift;
		my @all = grep { $$_[2] ne "word" && $$_[4] =~ /^[a-z-]+$/
		} attributes($text, $enumerated) or return;
		my $a = pick(@all);
		my $new = misspell($$a[4]);
		substr($text, $$a[0], $$a[1]) = " $$a[3]=\"$new\"";
		return ($text, $$a[0] + 1, $$a[0] + $$a[1], "$$a[3] '$new'");
	},
	reference => sub {
		my $text = shift;
		my @all = attributes($text, $reference);
		# An area or a place has a 'role' or 'ref' of other kinds too.
		@all = grep { $$_[2] !~ /^(?:approval|source|link)$/ } @all or return;
		my $a = pick(@all) or return;
		my $new = $$a[4] . "-zz";
		substr($text, $$a[0], $$a[1]) = " $$a[3]=\"$new\"";
		return ($text, $$a[0] + 1, $$a[0] + $$a[1], "$$a[3] '$new'");
	},
);

srand $seed;
for (1 .. 100) {
	my $file = pick(@ARGV);
	my $kind = pick(sort keys %mutation);
	open my $in, "<", $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	# Comments stay as they are.
	next if $text =~ /<!--.*<.*-->/;
	my ($new, $first, $last, $what) = $mutation{$kind}->($text);
	next if !defined $new || $new eq $text;
	$what =~ s/\s+/ /g;
	printf "%s\t%s\t%d\t%d\t%s\n%s", $file, $kind, line($new, $first),
		line($new, $last), $what, $new;
	exit 0;
}
die "no mutation\n";
