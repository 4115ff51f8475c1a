#!/bin/bash
# Each rule for feeds (tests/boards/rules.tsv), at each board that has it: a posting
# or a feed that breaks the rule is found out, and one that just passes is not. At
# the end: no rule and board without both.
. "$(dirname "$0")/../lib.sh"
need perl jq xmllint
shopt -s nullglob
boards=("$TOP"/templates/boards/*.xml)
boards=("${boards[@]##*/}")
boards=("${boards[@]%.xml}")
all=$(IFS=,; echo "${boards[*]}")
marks=$SCRATCH/marks

workspace() { # NAME: a fresh one
	rm -rf "${SCRATCH:?}/$1"
	cp -R "$TOP/tests/data/rules" "$SCRATCH/$1"
}
export_to() { # WORKSPACE BOARDS [OPTION...]
	local ws=$1 list=$2
	shift 2
	"$RW" -C "$SCRATCH/$ws" export --all --board "$list" "$@" 2>&1
}

# --- postings: all at once, each under an id of its own

cat >"$SCRATCH/cases.pl" <<'PL'
use utf8;
use open qw(:std :encoding(UTF-8));
my ($table, $folder) = @ARGV;
sub slurp { open my $f, "<", $_[0] or die "$_[0]: $!\n"; local $/; <$f> }
sub spill { open my $f, ">", $_[0] or die "$_[0]: $!\n"; print $f $_[1] }
our ($id, $c);
sub title { my $t = shift; s{<place}{<title>$t</title>$&} or s{<opening}{<title>$t</title>$&} }
sub words_of { my $n = shift; my $t = substr "Pumps of farms " x (1 + $n / 15), 0, $n; $t =~ s/ $/s/; $t }
sub drop { my $list = shift;
	s{<workplace}{"<$list>" . join("", map { qq{<remove ref="$_"/>} } @_) . "</$list>$&"}e }
# Nothing but 'text' is the description.
sub text { my $t = shift; s{<opening>.*</opening>}{<opening>$t</opening>}s; s{<pay .*}{};
	drop("responsibilities", "visit", "lead"); drop("requirements", "sell", "degree");
	$c =~ s{<(about|benefits)>.*?</\1>}{}gs }
my $posting = slurp("$folder/templates/postings/base.xml");
my $company = slurp("$folder/templates/companies/tarn.xml");
open my $in, "<", $table or die;
while (<$in>) {
	next if /^#/;
	chomp;
	my ($rule, $boards, $verdict, $codes, $change) = split /\t/, $_, 5;
	$id = sprintf "p%03d", ++$number;
	$c = $company =~ s/id="tarn"/id="k$id"/r;
	local $_ = $posting =~ s/id="base"/id="$id"/r =~ s/company="tarn"/company="k$id"/r;
	my $before = $_ . $c;
	eval "use utf8; $change; 1" or die "line $.: $@";
	die "line $.: changes nothing\n" if $before eq $_ . $c;
	spill("$folder/templates/postings/$id.xml", $_);
	spill("$folder/templates/companies/k$id.xml", $c);
	print join("\t", $id, $rule, $boards, $verdict, $codes, "$rule $verdict: $change"), "\n";
}
PL
# What the report says, as lines: board, posting (feeds keep the first id),  'in' or the code and severity
# of a finding, or 'refused'.
findings() {
	jq -r '.brokenPostings as $broken | (.boards[] | .id as $board |
		((.refusedPostings + $broken)[] | [$board, .posting[0:4], "refused", ""]),
		((.refusedPostings + .warnedPostings + $broken)[] | .posting[0:4] as $p |
			.findings[] | [$board, $p, .code, .severity])),
		(.leftOut[] | ["", .posting, "left-out", ""]) | @tsv' "$1"
}
# 'ok' or 'not ok' for each case and board; marks what is proved.
cat >"$SCRATCH/verdicts.pl" <<'PL'
my ($cases, $findings, $rules, $marks, @boards) = @ARGV;
open my $in, "<", $findings or die;
while (<$in>) {
	chomp;
	my ($board, $id, $code, $severity) = split /\t/, $_, -1;
	$found{"$board $id"}{$code} = $severity;
}
open $in, "<", $rules or die;
while (<$in>) {
	my ($rule, $severity, $on) = split /\t/;
	$severity{"$rule $_"}{$severity eq "E" ? "error" : "warning"} = 1 for split /,/, $on;
}
open my $mark, ">>", $marks or die;
open $in, "<", $cases or die;
while (<$in>) {
	chomp;
	my ($id, $rule, $on, $verdict, $codes, $name) = split /\t/, $_, 6;
	my %on = map { $_ => 1 } split /,/, $on;
	for my $board (grep { $on{$_} || $on{all} } @boards) {
		my %at = (%{$found{"$board $id"} || {}}, %{$found{" $id"} || {}});
		my %may = (%{$severity{"$rule $board"} || {}}, %{$severity{"$rule all"} || {}});
		my ($bad, $seen) = ("", 0);
		for (split /,/, $codes) {
			my ($code, $level) = split m{/};
			next unless exists $at{$code};
			$seen = 1;
			$bad ||= "$code is no " . join(" or ", sort keys %may)
				unless $code eq "left-out" || ($level ? $at{$code} eq $level : $may{$at{$code}});
		}
		if ($verdict eq "breaks") {
			$bad ||= "no $codes" unless $seen;
		} else {
			$bad = $seen ? "it has $codes" : "";
			$bad ||= "it is refused" if exists $at{refused};
			$bad ||= "it is left out" if exists $at{"left-out"};
		}
		print $bad ? "not ok rules: $board: $name\n    $bad; it has: @{[%at]}\n" : "ok rules: $board: $name\n";
		print $mark "$rule $board $verdict\n" unless $bad;
	}
}
PL
workspace cases
if perl "$SCRATCH/cases.pl" "$TOP/tests/data/rules/cases.tsv" "$SCRATCH/cases" >"$SCRATCH/cases.tsv" 2>"$SCRATCH/log"; then
	export_to cases "$all" --allow-empty -o "$SCRATCH/feeds" --report "$SCRATCH/report.json" >"$SCRATCH/log"
	findings "$SCRATCH/report.json" >"$SCRATCH/findings"
	perl "$SCRATCH/verdicts.pl" "$SCRATCH/cases.tsv" "$SCRATCH/findings" \
		"$TOP/tests/boards/rules.tsv" "$marks" "${boards[@]}"
else
	not_ok "rules: cases" "$SCRATCH/log"
fi

# --- feeds: whole ones

rule() { # RULE BOARD breaks|passes COMMAND...
	local name="rules: $2: $1 $3" mark="$1 $2 $3"
	shift 3
	if "$@" >"$SCRATCH/try.out" 2>&1; then
		ok "$name: $1"
		echo "$mark" >>"$marks"
	else
		not_ok "$name: $1" "$SCRATCH/try.out"
	fi
}
not() { ! "$@"; }
feed_of() { # FOLDER BOARD: its file, or the first of several
	local files=("$SCRATCH/$1/$2".* "$SCRATCH/$1/$2"*/*)
	echo "${files[0]:-$SCRATCH/$1/$2.none}"
}
has_board() { [ -f "$TOP/templates/boards/$1.xml" ]; }
# Boards of a rule that we have.
boards_of() { # RULE
	awk -F'\t' -v rule="$1" -v all="$all" '
		$1 == rule { print $3 == "all" ? all : $3 }' "$TOP/tests/boards/rules.tsv" |
		tr ',' '\n' | sort -u | while read -r board; do
		! has_board "$board" || echo "$board"
	done
}
posting() { # WORKSPACE ID PERL: the base posting, changed
	perl -Mutf8 -CSD -pe 'BEGIN { $change = shift; $id = shift; undef $/ } s/id="base"/id="$id"/; eval "$change; 1" or die' \
		"$3" "$2" "$TOP/tests/data/rules/templates/postings/base.xml" \
		>"$SCRATCH/$1/templates/postings/$2.xml"
}
overlay() { # WORKSPACE BOARD XML: adds to the profile of a board
	mkdir -p "$SCRATCH/$1/templates/boards"
	echo "<board xmlns=\"urn:rolewright:1\" id=\"$2\" xml:lang=\"en\">$3</board>" \
		>"$SCRATCH/$1/templates/boards/$2.xml"
}

# Read by others: a declaration, UTF-8, and a parser that takes it.
well_formed() { # FILE
	iconv -f UTF-8 -t UTF-8 "$1" >/dev/null || return
	case $1 in
	*.xml) head -n 1 "$1" | grep -q '^<?xml version="1.0" encoding="UTF-8"?>' &&
		xmllint --noout --huge "$1" ;;
	*.json) jq -e . "$1" >/dev/null ;;
	*.csv) perl -0777 -ne '
		my ($cells, $want) = (0);
		while (/\G(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/gc) {
			$cells++;
			next if $3 eq ",";
			$want //= $cells;
			die "$cells cells, not $want\n" if $cells != $want;
			$cells = 0;
		}
		die "ends in a row\n" if (pos // 0) != length' "$1" ;;
	esac
}
# What cross.xml says of a feed.
says() { # BOARD FILE WORDS
	printf '<files><file path="%s">x</file></files>' "$2" >"$SCRATCH/files.xml"
	xsltproc --nonet --huge --stringparam board "$1" "$TOP/tests/boards/cross.xsl" \
		"$SCRATCH/files.xml" 2>&1 | grep -F "$3"
}
changed() { # FILE SED-EXPRESSION: the feed with something put in; it must change
	sed -E "$2" "$1" >"$SCRATCH/changed.${1##*.}"
	! cmp -s "$1" "$SCRATCH/changed.${1##*.}"
}

workspace one
posting one base 's/You sell the/You sell "a" \& ]]&gt; x, the/; s/<place/<title>Pumps ]]&gt; Sales<\/title>$&/;
	s/&(?!gt;)/&amp;/; s/<\/opening>/\n\n## Head\n\n[a link](https:\/\/tarn.example\/a) `code`\n$&/'
export_to one "$all" --allow-empty -o "$SCRATCH/one.feeds" >"$SCRATCH/log"
unsplit() { # FILE
	changed "$1" 's/\]\]\]\]><!\[CDATA\[>|\]\]&gt;/]]>/g' && not well_formed "$SCRATCH/changed.xml"
}
cut_off() { # FILE
	head -c -9 "$1" >"$SCRATCH/cut.${1##*.}"
	not well_formed "$SCRATCH/cut.${1##*.}"
}
no_controls() { # FILE
	LC_ALL=C grep -cP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|^\xef\xbb\xbf' "$1" | grep -qx 0
}
for board in "${boards[@]}"; do
	file=$(feed_of one.feeds "$board")
	rule F01 "$board" passes well_formed "$file"
	rule F01 "$board" breaks cut_off "$file"
	rule F02 "$board" passes no_controls "$file"
	case $file in *.xml)
		rule F03 "$board" passes well_formed "$file"
		rule F03 "$board" breaks unsplit "$file"
	esac
done

# A control character, and text from elsewhere that begins with a mark of byte order.
workspace control
control() { # BOARD: refused, and the feed stays as it is
	local ws=$SCRATCH/control
	cp "$TOP/tests/data/rules/templates/postings/base.xml" "$ws/templates/postings/"
	export_to control "$1" -q -o "$ws/feeds" || return
	cp "$(feed_of control/feeds "$1")" "$ws/before"
	sed -i 's/You sell/You \x03sell/' "$ws/templates/postings/base.xml"
	export_to control "$1" -q -o "$ws/feeds" && return 1
	cmp "$ws/before" "$(feed_of control/feeds "$1")"
}
for board in "${boards[@]}"; do
	rule F02 "$board" breaks control "$board"
done

# Tags and entities.
tags_of() { # FILE: of the descriptions, as others read them
	case $1 in
	*.json) jq -r '.. | .description? | strings' "$1" ;;
	*) xmllint --xpath '//*[local-name() = "description" or local-name() = "Objective"]' "$1" |
		perl -0777 -pe 's/<!\[CDATA\[|\]\]>//g; s/<\/?(description|Objective)>//g; s/&lt;/</g; s/&gt;/>/g' ;;
	esac | grep -oE '</?[a-z][a-z0-9]*' | tr -d '</' | sort -u
}
only_tags() { # FILE LIST
	tags_of "$1" | grep -vxF "$(tr ' ' '\n' <<<"$2")" && return 1
	return 0
}
other_tags() { # FILE LIST
	changed "$1" 's/You sell/You <h2>x<\/h2> sell/' && not only_tags "$SCRATCH/changed.${1##*.}" "$2"
}
while IFS=$'\t' read -r _ _ board _ list; do
	has_board "$board" || continue
	rule D05 "$board" passes only_tags "$(feed_of one.feeds "$board")" "$list"
	rule D05 "$board" breaks other_tags "$(feed_of one.feeds "$board")" "$list"
done < <(grep '^D05' "$TOP/tests/boards/rules.tsv")
clean() { not says "$@"; }
broken() { # BOARD FILE SED WORDS
	changed "$2" "$3" && says "$1" "$SCRATCH/changed.xml" "$4"
}
feed=$(feed_of feeds indeed)
rule D06 indeed passes clean indeed "$feed" 'HTML entity'
rule D06 indeed breaks broken indeed "$feed" 's/You sell/R\&amp;D, you sell/' 'HTML entity'

# The day of the week: of those that the board's own rules read.
for board in $(boards_of X03); do
	feed=$(feed_of feeds "$board")
	rule X03 "$board" passes clean "$board" "$feed" 'day of the week'
	rule X03 "$board" breaks broken "$board" "$feed" \
		's/(Mon|Tue|Wed|Thu|Fri|Sun), ([0-9]+ [A-Z])/Sat, \2/; s/Sat, 21 Nov/Sun, 21 Nov/' 'day of the week'
done

# Two items with one id, or one address.
workspace twice
posting twice two 's/<posting /<posting formerly="base" /'
export_to twice "$all" -q --report "$SCRATCH/report.json" -o "$SCRATCH/twice.feeds" >"$SCRATCH/log"
findings "$SCRATCH/report.json" >"$SCRATCH/findings"
finds() { # BOARD CODE [SEVERITY]
	grep -P "^$1\t[^\t]*\t$2\t${3:-}" "$SCRATCH/findings"
}
items() { # BOARD NUMBER
	jq -e --arg board "$1" --argjson items "$2" \
		'.boards[] | select(.id == $board) | .items == $items' "$SCRATCH/report.json"
}
for board in "${boards[@]}"; do
	rule F04 "$board" breaks finds "$board" RW716 error
	rule F04 "$board" passes items "$board" 1
done
for board in $(boards_of U05); do
	workspace urls
	overlay urls "$board" '<name>Board</name><field name="url" select="rw:apply/@url" required="yes"/>'
	posting urls two ''
	export_to urls "$board" -q --report "$SCRATCH/report.json" -o "$SCRATCH/urls.feeds" >"$SCRATCH/log"
	findings "$SCRATCH/report.json" >"$SCRATCH/findings"
	rule U05 "$board" breaks finds "$board" RW753 error
	rule U05 "$board" passes items "$board" 1
done

# From one export to the next: ids and titles that change, feeds that shrink.
workspace days
for id in a b c d; do posting days $id "s/<place/<title>Pump Sales Manager \U$id\E<\/title>\$&/"; done
rm "$SCRATCH/days/templates/postings/base.xml"
cp -R "$SCRATCH/days" "$SCRATCH/first"
again() { # BOARD COMMAND: exports what COMMAND leaves of yesterday's postings
	rm -rf "$SCRATCH/days"
	cp -R "$SCRATCH/first" "$SCRATCH/days"
	export_to days "$1" -q -o "$SCRATCH/days/feeds" >/dev/null || return
	(cd "$SCRATCH/days/templates/postings" && eval "$2") || return
	export_to days "$1" -o "$SCRATCH/days/feeds" >"$SCRATCH/log"
	status=$?
	cat "$SCRATCH/log"
}
quiet() { # BOARD COMMAND CODES: none of them
	again "$1" "$2" || return
	[ $status -eq 0 ] && ! grep -qE "\[($3)\]" "$SCRATCH/log"
}
noisy() { # BOARD COMMAND CODE
	again "$1" "$2" || return
	grep -q "\[$3\]" "$SCRATCH/log"
}
refuses() { # BOARD COMMAND CODE: and leaves the feed as it is
	noisy "$@" && [ $status -eq 1 ] && grep -q 'the feed is not replaced' "$SCRATCH/log" &&
		grep -rq 'Manager A' "$SCRATCH/days/feeds"
}
rename='sed "s/id=\"a\"/id=\"z\"/" a.xml >z.xml; rm a.xml'
rename_openly='sed "s/id=\"a\"/id=\"z\" formerly=\"a\"/" a.xml >z.xml; rm a.xml'
renames() { # BOARD ID...: most of the ids; asked twice, it does so
	local board=$1 ids=${*:2}
	refuses "$board" "for id in $ids; do sed \"s/id=\\\"\$id\\\"/id=\\\"z\$id\\\"/\" \$id.xml >z\$id.xml; rm \$id.xml; done" RW721 &&
		export_to days "$board" -o "$SCRATCH/days/feeds" --allow-new-ids -q >/dev/null &&
		grep -rq '\<za\>' "$SCRATCH/days/feeds" && export_to days "$board" -o "$SCRATCH/days/feeds" -q >/dev/null
}
for board in "${boards[@]}"; do
	rule F06 "$board" breaks noisy "$board" "$rename" RW717
	rule F06 "$board" breaks renames "$board" a b c
	rule F06 "$board" passes quiet "$board" "$rename_openly" 'RW71.'
	rule F08 "$board" breaks refuses "$board" 'rm b.xml c.xml d.xml' RW711
	rule F08 "$board" breaks refuses "$board" 'rm *.xml' RW710
	rule F08 "$board" passes quiet "$board" 'rm c.xml d.xml' 'RW71.'
done
for board in $(boards_of F07); do
	rule F07 "$board" breaks noisy "$board" 'sed -i "s/Manager A/Lead A/" a.xml' RW718
	rule F07 "$board" passes quiet "$board" 'sed -i "s/You sell/You will sell/" a.xml' 'RW71.'
done

# Too big a feed becomes several.
splits() { # BOARD ITEMS FILES
	overlay first "$1" "<name>Board</name><limits items=\"$2\" per-place=\"yes\"/>"
	rm -rf "$SCRATCH/split.feeds"
	export_to first "$1" -q -o "$SCRATCH/split.feeds" >/dev/null
	ls "$SCRATCH/split.feeds"
	[ "$(ls "$SCRATCH/split.feeds" | tr '\n' ' ')" = "$3 " ]
}
for board in $(boards_of F09); do
	rule F09 "$board" breaks splits "$board" 3 "$board-1.xml $board-2.xml $board-index.xml"
	rule F09 "$board" passes splits "$board" 4 "$board.xml"
	rm "$SCRATCH/first/templates/boards/$board.xml"
	rule F09 "$board" passes grep -q "<limits[^>]* items=\"$(awk -F'\t' -v board="$board" \
		'$1 == "F09" && $3 == board { print $5 }' "$TOP/tests/boards/rules.tsv")\"" \
		"$TOP/templates/boards/$board.xml"
done

# Several places are several items.
ids_of() { # BOARD: of its feed
	jq -r --arg board "$1" '.boards[] | select(.id == $board) | .addedIds[]' "$SCRATCH/report.json"
}
has_ids() { # BOARD IDS
	export_to places "$1" -q --report "$SCRATCH/report.json" -o "$SCRATCH/places.feeds" >/dev/null
	[ "$(ids_of "$1" | tr '\n' ' ')" = "$2 " ]
}
for board in $(boards_of L02); do
	workspace places
	rm -rf "$SCRATCH/places.feeds"
	rule L02 "$board" passes has_ids "$board" base.hamburg
	posting places base 's/<place.*/$&<place ref="bremen"\/>/'
	rm -rf "$SCRATCH/.rolewright"
	rule L02 "$board" breaks has_ids "$board" 'base.bremen base.hamburg'
done

# Work that is not all remote must not say so to Google.
workspace remote
says_remote() { # MODE
	posting remote base "s/mode=\"on-site\"\/>/mode=\"$1\"><from country=\"DE\"\/><\/workplace>/; ${2:-}"
	export_to remote google -q -o "$SCRATCH/remote.feeds" >/dev/null
	jq -e '.[0] | .jobLocationType == "TELECOMMUTE" and .applicantLocationRequirements[0].name == "Germany"' \
		"$SCRATCH/remote.feeds/google.json"
}
if has_board google; then
	rule L04 google breaks not says_remote hybrid
	rule L04 google passes says_remote remote 's/<place.*//'
fi

# What Indeed's pay must not hold; addresses that name the board.
workspace pay
posting pay base 's/min="52000" max="61000"/min="1250000.5" max="2100000"/'
field_of() { # FILE NAME
	xmllint --xpath "string(//job[1]/$2)" "$1"
}
plain_pay() { # FILE
	field_of "$1" salary | grep -P '^[^\d]{0,4}[\d.]+ - [^\d]{0,4}[\d.]+ per \w+$'
}
tagged() { # FILE PATTERN
	field_of "$1" url | grep -E "[?&]$2"
}
export_to pay indeed,adzuna -q -o "$SCRATCH/pay.feeds" >"$SCRATCH/log"
feed=$(feed_of pay.feeds indeed)
rule S02 indeed passes plain_pay "$feed"
for wrong in 's/1250000/1,250,000/' 's/1250000.5/1250K/' "s/2100000/2'100'000/"; do
	rule S02 indeed breaks eval "changed '$feed' \"$wrong\" && not plain_pay '$SCRATCH/changed.xml'"
done
while IFS=$'\t' read -r _ _ board _ tag; do
	has_board "$board" || continue
	feed=$(feed_of pay.feeds "$board")
	rule U04 "$board" passes tagged "$feed" "$tag"
	rule U04 "$board" breaks eval "changed '$feed' 's/\?$tag/?x/' && not tagged '$SCRATCH/changed.xml' '$tag'"
done < <(grep '^U04' "$TOP/tests/boards/rules.tsv")

# Values that the board has no word for: reported, and not in the feed.
unknown() { # BOARD CODE WORDS PERL: WORDS are not in the feed
	workspace unknown
	posting unknown base "$4"
	export_to unknown "$1" --allow-empty -o "$SCRATCH/unknown/feeds" >"$SCRATCH/log"
	cat "$SCRATCH/log"
	grep -q "\[$2\]" "$SCRATCH/log" && ! grep -rqE "$3" "$SCRATCH/unknown/feeds"
}
known() { # BOARD
	workspace known
	export_to known "$1" --allow-empty -o "$SCRATCH/known/feeds" >"$SCRATCH/log"
	! grep 'RW703' "$SCRATCH/log" && [ -s "$(feed_of known/feeds "$1")" ]
}
odd='s/full-time/volunteer per-diem apprenticeship other/; s/"year"/"two-weeks"/; s/sales-manager/pump-wright/'
for board in "${boards[@]}"; do
	grep -q '<map ' "$TOP/templates/boards/$board.xml" || continue
	rule V01 "$board" passes known "$board"
	rule V01 "$board" breaks unknown "$board" RW703 '(>|CDATA\[|")[^<]*(per-diem|two-weeks)' "$odd"
done
if has_board adzuna; then
	rule S06 adzuna breaks unknown adzuna RW703 '<salary_frequency' 's/"year"/"week"/'
	rule S06 adzuna passes known adzuna
fi

# Internal text is in no feed, even of a profile that asks for it; what is public is in each.
workspace internal
perl -CSD -0777 -i -pe 's/requisition="[^"]*"//; s/<posting /<posting requisition="INTERNAL-REQ" owner="INTERNAL-OWNER" review-by="2027-01-01" /;
	s{</posting>}{<direct-reports min="2">INTERNAL-REPORTS</direct-reports>
		<working-conditions><condition id="a">INTERNAL-CONDITION</condition></working-conditions>
		<classification exempt="exempt">INTERNAL-CLASS</classification>
		<interview><question id="b">INTERNAL-QUESTION<good-answer>INTERNAL-ANSWER</good-answer></question></interview>
		<scorecard><criterion id="c">INTERNAL-CRITERION</criterion></scorecard>
		<first-90-days><goal id="d" by-day="30">INTERNAL-GOAL</goal></first-90-days>
		<approvals><approval by="INTERNAL-BY" role="INTERNAL-ROLE" date="2026-11-01"/></approvals>
		<note>INTERNAL-NOTE</note>
		<sources><source id="e">INTERNAL-SOURCE</source></sources>
		<changes><change version="1" date="2026-11-01">INTERNAL-CHANGE</change></changes>
		<responsibilities><responsibility id="f" audience="internal">INTERNAL-DUTY</responsibility></responsibilities>
		$&}; s{<pay [^>]*/>}{<pay min="52000" max="61000" currency="EUR" period="year"><note>INTERNAL-PAY-NOTE</note></pay>}' \
	"$SCRATCH/internal/templates/postings/base.xml"
sed -i 's/ada@tarn.example/INTERNAL-contact@tarn.example/' "$SCRATCH/internal/templates/companies/tarn.xml"
asks='<field name="x-requisition" select="@requisition"/><field name="x-owner" select="@owner"/>
	<field name="x-note" select="//rw:note"/><field name="x-all" select="/*"/>
	<field name="title" select="concat(rw:title, //@owner, //rw:interview, //rw:note, //@requisition)" required="yes"/>'
secret() { # BOARD
	overlay internal "$1" "<name>Board</name>$asks"
	export_to internal "$1" -q --allow-empty -o "$SCRATCH/internal/feeds" >"$SCRATCH/log" || return
	! grep -rno 'INTERNAL[-A-Z]*' "$(feed_of internal/feeds "$1")"
}
shown() { # BOARD
	grep -c 'stands still in July' "$(feed_of internal/feeds "$1")"
}
internal() { # all of it is there to be found
	"$RW" -C "$SCRATCH/internal" resolve base --audience internal 2>&1 | grep -o 'INTERNAL[-A-Z]*' | sort -u | wc -l | grep -x 16
}
try "rules: C04: internal text is in the internal document" internal
for board in "${boards[@]}"; do
	rule C04 "$board" breaks secret "$board"
	rule C04 "$board" passes shown "$board"
done

# What the page tells Google can be read on the page, too: place, pay and days.
styled() { # SHEET SED-EXPRESSION: builds the page with another stylesheet
	local own=$TOP/stylesheets/document/$1 sheet=$SCRATCH/page/stylesheets/document/$1
	workspace page
	mkdir -p "${sheet%/*}"
	sed "$2" "$own" >"$sheet"
	! cmp -s "$sheet" "$own" || return
	"$RW" -C "$SCRATCH/page" build -o "$SCRATCH/page/site" >"$SCRATCH/log" 2>&1
}
hidden() { # SHEET SED-EXPRESSION WHAT: nothing is published
	! styled "$1" "$2" && grep "search engines '$3' as .*RW655" "$SCRATCH/log" &&
		[ ! -e "$SCRATCH/page/site" ]
}
worded() { # SED-EXPRESSION [OPTION...]: the page of another posting
	local posting=$SCRATCH/page/templates/postings/base.xml
	rm -rf "$SCRATCH/page"
	workspace page
	sed -i "$1" "$posting"
	! cmp -s "$posting" "$TOP/tests/data/rules/templates/postings/base.xml" || return
	"$RW" -C "$SCRATCH/page" render base "${@:2}" -o "$SCRATCH/page.html" >"$SCRATCH/log" 2>&1
}
amount() { # ATTRIBUTES OF PAY
	worded "s|<pay [^>]*/>|<pay $1/>|"
}
rule D09 google passes amount 'fixed="17.8333" currency="EUR" period="hour"'
rule D09 google passes amount 'min="24.5" max="31.25" currency="EUR" period="hour"'
rule D09 google passes worded 's/xml:lang="en"/xml:lang="bn"/'
rule D09 google passes worded 's/xml:lang="en"/xml:lang="ar-EG"/'
rule D09 google passes worded 's|<place ref="hamburg"|<place city=" Ham  burg " country="DE"|'
rule D09 google passes worded 's|<place ref="hamburg"|<place city="Ulm" country="DE"|' --as kit --audience public
rule D09 google passes styled html-facts.xsl 's|<dt>|<dt class="own">|'
for day in posted:datePosted closes:validThrough; do
	rule D09 google breaks hidden html-facts.xsl "s|<time datetime=\"{../@${day%:*}}\">.*</time>|<time datetime=\"{../@${day%:*}}\"/>|" "${day#*:}"
	rule D09 google breaks hidden html-facts.xsl "s|<time datetime=\"{../@${day%:*}}\">\\(.*\\)</time>|\\1|" "${day#*:}"
done
rule D09 google breaks hidden facts.xsl '/match="rw:place" mode="m:fact-value"/,/<\/xsl:template>/s|<xsl:.*select.*/>|here|' addressLocality
rule D09 google breaks hidden order.xsl '/apply-templates select="rw:pay/d' minValue

# --- no rule and board without a test that breaks it and one that passes it

wants=$SCRATCH/wants
while IFS=$'\t' read -r id _ list _ parameter; do
	[ "$id" != id ] || continue
	for board in $(tr ',' ' ' <<<"${list/#all/$all}"); do
		has_board "$board" || continue
		# What only XML has, and boards that take every value.
		case $id:$parameter in
		F03:xml) [[ $(feed_of feeds "$board") = *.xml ]] || continue ;;
		V01:*) grep -q '<map ' "$TOP/templates/boards/$board.xml" || continue ;;
		esac
		printf '%s %s breaks\n%s %s passes\n' "$id" "$board" "$id" "$board"
	done
done <"$TOP/tests/boards/rules.tsv" | sort -u >"$wants"
untested() { sort -u "$marks" | comm -23 "$wants" - | grep .; }
try "rules: each of tests/boards/rules.tsv is broken and passed at each board" not untested
