#!/bin/bash
# House rules of the stylesheets: templates of at most 25 lines, none of the
# instructions that depend on the place or copy text unescaped, and for each
# mode that a stylesheet uses a catch-all for elements and one for text.
. "$(dirname "$0")/lib.sh"

find stylesheets -name '*.xsl' 2>/dev/null | sort | xargs -r perl -0777 -e '
	use File::Basename;
	my (%text, %imports, %imported, %modes, %catch, %quiet);
	sub line { 1 + (substr($_[0], 0, $_[1]) =~ tr/\n//) }
	sub clean { my $p = $_[0]; 1 while $p =~ s{[^/]+/\.\./}{}; $p =~ s{\./}{}gr }
	my %never = (
		"disable-output-escaping" => qr/disable-output-escaping/,
		"document()" => qr/[^-\w]document\(/,
		"xsl:number" => qr/<xsl:number\b/,
		"generate-id()" => qr/generate-id\(/,
		"format-number()" => qr/format-number\(/,
		# Up to libxml2 2.9.14, threads that evaluate it spoil it for each other.
		"(a | b)[...]" => qr/(?(DEFINE)(?<in>\((?:[^()"]|(?&in))*\)))
			(?<![\w-])\((?:[^()"|]|(?&in))*\|(?:[^()"]|(?&in))*\)\[/x,
		"exsl:document" => qr/<exsl:document\b/,
		"a language in xsl:sort" => qr/<xsl:sort\b[^>]*\slang=/,
		"indent=\"yes\"" => qr/<xsl:output\b[^>]*indent="yes"/,
	);
	for my $file (@ARGV) {
		open my $f, "<", $file or next;
		my $text = <$f>;
		$text =~ s{<!--.*?-->}{$& =~ s/[^\n]/ /gr}gse;
		$text{$file} = $text;
		for my $what (sort keys %never) {
			while ($text =~ /$never{$what}/g) {
				print "$file:", line($text, $-[0]), ": $what is not used\n";
			}
		}
		while ($text =~ /<xsl:(?:import|include)\s[^>]*?href="([^"]*)"/g) {
			my $to = clean(dirname($file) . "/$1");
			push @{$imports{$file}}, $to;
			$imported{$to} = 1;
		}
		while ($text =~ m{<xsl:template\b([^>]*?)(?:/>|>(.*?)</xsl:template>)}gs) {
			my ($at, $tag, $body) = (line($text, $-[0]), $1, $2 // "");
			my $lines = 1 + ($& =~ tr/\n//);
			print "$file:$at: template of $lines lines, at most 25\n"
				if $lines > 25;
			my ($match) = $tag =~ /match="([^"]*)"/ or next;
			my ($mode) = $tag =~ /mode="([^"]*)"/;
			# The root alone in the default mode is how a driver begins.
			next if !defined $mode && $match eq "/";
			$mode //= "";
			$modes{$file}{$mode} //= $at;
			my @parts = map { s/^\s+|\s+$//gr } split /\|/, $match;
			$catch{$file}{$mode} = 1 if grep { $_ eq "*" } @parts;
			$quiet{$file}{$mode} = 1 if grep { $_ eq "text()" } @parts;
		}
	}
	for my $driver (grep { !$imported{$_} } @ARGV) {
		my (%seen, @todo) = ();
		@todo = ($driver);
		while (my $file = shift @todo) {
			next if $seen{$file}++;
			push @todo, @{$imports{$file} // []};
		}
		my @files = grep { $text{$_} } sort keys %seen;
		next unless $text{$driver};
		print "$driver:1: no xsl:output with indent=\"no\"\n"
			unless grep { $text{$_} =~ /<xsl:output\b[^>]*indent="no"/ } @files;
		print "$driver:1: no xsl:strip-space\n"
			unless grep { $text{$_} =~ /<xsl:strip-space\b/ } @files;
		my %mode;
		for my $file (@files) {
			$mode{$_} //= "$file:$modes{$file}{$_}"
				for keys %{$modes{$file} // {}};
		}
		for my $mode (sort keys %mode) {
			my $name = $mode eq "" ? "the default mode" : "mode \x27$mode\x27";
			print "$mode{$mode}: $name has no catch-all match=\"*\" in $driver\n"
				unless grep { $catch{$_}{$mode} } @files;
			print "$mode{$mode}: $name has no quiet match=\"text()\" in $driver\n"
				unless grep { $quiet{$_}{$mode} } @files;
		}
	}' | report
finish
