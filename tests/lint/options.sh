#!/bin/bash
# The tables of commands and options in src/cli, the man page and the table of
# commands in README.md name the same things.
. "$(dirname "$0")/lib.sh"

perl -0777 -e '
	my $man = "src/man/rolewright.1";
	my (%code, %paper, %readme, $text);
	sub slurp { open my $f, "<", $_[0] or return ""; local $/; scalar <$f> }
	sub line { 1 + (substr($_[0], 0, $_[1]) =~ tr/\n//) }

	# In the source: a table of options, then the command that names it.
	for my $file (sort glob "src/cli/*.c") {
		$text = slurp($file);
		my %table;
		while ($text =~ /const struct rw_option (\w+)\[\] = \{(.*?)\n\};/gs) {
			my ($name, $body, $from) = ($1, $2, $-[2]);
			while ($body =~ /\{\s*(?:\.name = )?"([a-z-]+)"/g) {
				$table{$name}{$1} = "$file:" . line($text, $from + $-[0]);
			}
		}
		$code{""} = $table{rw_common_options} if $table{rw_common_options};
		while ($text =~ /const struct rw_command (?:\w+) = \{\s*(?:\.name = )?"([a-z-]+)"(.*?)\n\};/gs) {
			my ($command, $body, $at) = ($1, $2, line($text, $-[1]));
			$code{$command}{""} = "$file:$at";
			for my $name (grep { $body =~ /\b\Q$_\E\b/ } keys %table) {
				$code{$command}{$_} = $table{$name}{$_}
					for keys %{$table{$name}};
			}
		}
	}

	# On paper: ".It Ic COMMAND", then ".It Fl -OPTION" or "Fl -OPTION" in it.
	$text = slurp($man);
	$text =~ s/\\\n/ \x01/g;
	my ($command, $n) = ("", 0);
	for (split /\n/, $text) {
		$n += 1 + tr/\x01//;
		last if /^\.Sh (ENVIRONMENT|FILES)/;
		if (/^\.It Ic ([a-z-]+)/) {
			$command = $1;
			$paper{$command}{""} = "$man:$n";
		} elsif (!/^\.It /) {
			next;
		}
		$paper{$command}{$1} //= "$man:$n" while /Fl -([a-z][a-z-]*)/g;
	}

	$text = slurp("README.md");
	$n = 0;
	for (split /\n/, $text) {
		$n++;
		next unless /^\| *(`.*?) \|/;
		my $cell = $1;
		$readme{$1} //= "README.md:$n" while $cell =~ /`([a-z-]+)/g;
	}

	exit 0 unless %code;
	for my $command (sort keys %code) {
		my $of = $command eq "" ? "the program" : "\x27$command\x27";
		for my $option (sort keys %{$code{$command}}) {
			next if $paper{$command}{$option};
			print "$code{$command}{$option}: ", $option eq "" ?
				"command $of" : "--$option of $of", " is not in $man\n";
		}
		print "$code{$command}{\"\"}: command $of is not in README.md\n"
			if $command ne "" && !$readme{$command};
	}
	for my $command (sort keys %paper) {
		my $of = $command eq "" ? "the program" : "\x27$command\x27";
		for my $option (sort keys %{$paper{$command}}) {
			next if $code{$command}{$option};
			print "$paper{$command}{$option}: ", $option eq "" ?
				"command $of" : "--$option of $of", " is not in src/cli\n";
		}
	}' | report
finish
