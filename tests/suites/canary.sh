#!/bin/bash
# Text of internal fields (it holds the word CANARY) is in no public output, in
# the files that the internal record and the kit are made of it is; what is
# public is in each format. The workspace is that of 'golden'.
. "$(dirname "$0")/../lib.sh"
cp -r "$TOP/tests/golden/in" "$SCRATCH/ws"
rw() { "$RW" -C "$SCRATCH/ws" "$@"; }

# The text of a file, out of its archive if it is one.
text_of() {
	case $1 in
	*.docx) unzip -p "$1" ;;
	*) cat "$1" ;;
	esac
}
quiet() {
	text_of "$1" | grep -ao 'CANARY[-a-z]*' | sort -u
	[ "${PIPESTATUS[1]}" -ne 0 ]
}

site=$SCRATCH/site
if ! rw build --output "$site" >"$SCRATCH/log" 2>&1; then
	not_ok "canary: build" "$SCRATCH/log"
	exit 1
fi
while read -r file; do
	try "canary: ${file#"$site"/}" quiet "$file"
done < <(find "$site" -type f | sort)

for id in lamp-keeper keeper-denver; do
	for format in html md txt docx json tex man; do
		for as in ad summary; do
			rw render $id --as $as --to $format -o "$SCRATCH/a.$format" \
				2>/dev/null || continue
			try "canary: $id as $as.$format" quiet "$SCRATCH/a.$format"
		done
	done
	rw resolve $id --audience public >"$SCRATCH/a.xml" 2>/dev/null
	try "canary: $id resolved" quiet "$SCRATCH/a.xml"
done

# The other way round: nothing gets lost.
shows() { # FILE WORD...
	local file=$1 word missing=0
	shift
	text_of "$file" | sed 's/<[^>]*>//g' | tr -s '[:space:]\\' ' ' >"$SCRATCH/text"
	for word; do
		grep -qF -- "$word" "$SCRATCH/text" && continue
		echo "no '$word'"
		missing=1
	done
	return $missing
}
public=(Denver 'of our keepers retire' 'Walk through each hall' 'Clear the snow'
	'Write down what broke' 'licence' 'Two years of work' 'screws'
	'Wiring' 'Soldering' 'Lamps that burn' 'Counted at midnight' 'Head of Works'
	'Night watch' 'Between the halls' 'Two pairs of boots' 'Health and dental'
	'decides on merit' 'Lamps in each hall' '120' 'safety notes' 'a lamp that you mended'
	'Four halls')
for format in html md txt docx tex man; do
	rw render keeper-denver --to $format -o "$SCRATCH/p.$format" 2>/dev/null
	try "public text: keeper-denver.$format" shows "$SCRATCH/p.$format" "${public[@]}"
done
rw render lamp-keeper --as description --audience internal --to md \
	-o "$SCRATCH/d.md" 2>/dev/null
try "public text: competencies in the record" shows "$SCRATCH/d.md" \
	'Sees what others'
try "internal text: the record" shows "$SCRATCH/d.md" CANARY-duty \
	CANARY-condition CANARY-job-code CANARY-approver CANARY-direct-reports
rw render lamp-keeper --as kit --audience internal --to md -o "$SCRATCH/k.md" 2>/dev/null
try "internal text: the kit" shows "$SCRATCH/k.md" CANARY-question CANARY-answer \
	CANARY-criterion CANARY-goal

# The same with each element and attribute that the schema has: what it calls
# internal is in no public file, what it calls public is in each.
every=$SCRATCH/every
mkdir -p "$every"/templates/{roles,postings,companies}
make_every() { # KIND FOLDER
	xsltproc --nonet --stringparam schema "$TOP/templates/schema/rolewright.xsd" \
		"$TOP/tests/data/canary/every.xsl" "$TOP/tests/data/schema/valid/$1.xml" \
		>"$every/templates/$2/every-$1.xml"
}
make_every role roles && make_every posting postings && make_every company companies
echo '<site xmlns="urn:rolewright:1" id="site" xml:lang="en" roles="all"><title>Every</title></site>' \
	>"$every/site.xml"
# Also in lower case, and the dates and the number that stand for words.
tells() {
	text_of "$1" | sed 's/<[^>]*>//g' |
		grep -aiEo 'canary[-a-z]*|2031|2019-03|March 7|555 0199' | sort -u
}
silent() { [ -s "$1" ] && ! tells "$1" | grep .; }
seen() { # FILE: the public names that are not there
	text_of "$1" | tr -d '\\' | sed 's/<[^>]*>//g' | tr -s '[:space:]' ' ' \
		>"$SCRATCH/text"
	grep -oh 'PUBLIC-[a-z-]*' "$every"/templates/*/*.xml | sort -u |
		grep -vxE "$2" | while read -r word; do
		grep -qF -- "$word" "$SCRATCH/text" || echo "no $word"
	done | grep . && return 1
	return 0
}
if "$RW" -C "$every" build --formats html,md,txt,docx,json --output "$every/output" \
	>"$SCRATCH/log" 2>&1; then
	while read -r file; do
		try "canary: every ${file#"$every"/output/}" silent "$file"
	done < <(find "$every/output" -type f | sort)
else
	not_ok "canary: build with every element" "$SCRATCH/log"
fi
# A posting does not show where the role stands among others, nor the names in
# the register of companies, nor competencies, which the record has.
unseen='PUBLIC-(family|level|legal-name|parent-organization|place|competency)'
for format in html md txt docx tex man; do
	for id in every-role every-posting; do
		for as in ad summary; do
			"$RW" -C "$every" render $id --as $as -o "$SCRATCH/e.$format" \
				2>/dev/null
			try "canary: $id as $as.$format" silent "$SCRATCH/e.$format"
		done
	done
	"$RW" -C "$every" render every-posting -o "$SCRATCH/e.$format" 2>/dev/null
	try "public text: every-posting.$format" seen "$SCRATCH/e.$format" "$unseen"
done
