#!/bin/bash
# Rows that are alike are stamped from a pattern: with hostile values in them, too,
# everything that an export leaves behind is what it leaves with --direct.
. "$(dirname "$0")/../lib.sh"
need python3 jq
cp -r "$TOP/tests/data/alike" "$SCRATCH/ws"
cp -r "$EXAMPLES" "$SCRATCH/examples"
all=("$TOP"/templates/boards/*.xml)
all=("${all[@]##*/}")
all=$(IFS=,; echo "${all[*]%.xml}")

map=$TOP/tests/data/alike/alike.xml

# run WORKSPACE TABLE BOARDS [--direct]: an export, with all that it says, in 'made'.
run() {
	rm -rf "$SCRATCH/made"
	mkdir -p "$SCRATCH/made"
	"$RW" -C "$SCRATCH/$1" export --postings "$2" --map "$map" \
		--board "$3" -o "$SCRATCH/made/feeds" --rejected "$SCRATCH/made/rejected.csv" \
		--report "$SCRATCH/made/report.json" --allow-empty ${4:+"$4"} \
		>"$SCRATCH/made/said" 2>&1
	[ $? -le 1 ] || return
	stamped=$(jq '[.boards[].stamped] | min' "$SCRATCH/made/report.json")
	jq 'del(.boards[].stamped)' "$SCRATCH/made/report.json" >"$SCRATCH/made/report" &&
		rm "$SCRATCH/made/report.json"
}

# same LEAST WORKSPACE TABLE BOARDS: both ways; LEAST rows or more are stamped for each board.
same() {
	local least=$1
	shift
	run "$@" --direct || { cat "$SCRATCH/made/said"; return 1; }
	[ "$stamped" -eq 0 ] || { echo "$stamped rows are stamped with --direct"; return 1; }
	rm -rf "$SCRATCH/direct"
	mv "$SCRATCH/made" "$SCRATCH/direct"
	run "$@" || { cat "$SCRATCH/made/said"; return 1; }
	[ "$stamped" -ge "$least" ] || { echo "$stamped rows are stamped"; return 1; }
	diff -r "$SCRATCH/direct" "$SCRATCH/made"
}

python3 "$TOP/tests/data/alike/rows.py" 10000 1 >"$SCRATCH/many.csv"
try "alike: 10,000 rows at Indeed" same 4000 ws "$SCRATCH/many.csv" indeed
python3 "$TOP/tests/data/alike/rows.py" 1500 2 >"$SCRATCH/some.csv"
try "alike: boards that take no place, and one item for each" \
	same 250 ws "$SCRATCH/some.csv" \
	indeed,linkedin,ziprecruiter,talent,jooble,careerjet,rss,atom,json-feed,trovit,jobrapido,xing
head -n 600 "$SCRATCH/some.csv" >"$SCRATCH/few.csv"
for board in ${all//,/ }; do
	try "alike: $board" same 0 ws "$SCRATCH/few.csv" "$board"
done
# Rows with a title and a text each.
python3 "$TOP/tests/data/alike/rows.py" 1500 4 texts >"$SCRATCH/texts.csv"
try "alike: texts of their own" same 120 ws "$SCRATCH/texts.csv" \
	google,indeed,linkedin,ziprecruiter,talent,jooble,adzuna,careerjet,rss,atom,json-feed,trovit,jobrapido,xing
try "alike: texts of their own, all boards" same 0 ws "$SCRATCH/texts.csv" "$all"
# Boards whose stylesheet or profile asks what a text is made of.
asks() { # NAME FIELD MARKUP: a board of the workspace
	cat >"$SCRATCH/ws/templates/boards/$1.xml" <<XML
<board xmlns="urn:rolewright:1" id="$1" xml:lang="en" version="0.1" updated="2026-11-22">
  <name>Asks $1</name><url>https://asks.example/</url>
  <facts checked="2026-11-21" confidence="A">Made up.</facts>
  <submit who="anyone">Whoever.</submit>
  <delivery method="feed" format="XML">Put it.</delivery>
  <markup tags="p ul li"/>
  <field name="title" select="rw:title" required="yes"/>
  <field name="guid" select="rw:board/@item" required="yes"/>
  $2
  <field name="description" select="rw:responsibilities" format="html"/>
</board>
XML
	cat >"$SCRATCH/ws/stylesheets/board/$1.xsl" <<XML
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:rw="urn:rolewright:1"
    xmlns:md="http://commonmark.org/xml/1.0" xmlns:out="urn:rolewright:output" xmlns:m="urn:rolewright:mode"
    exclude-result-prefixes="rw md m">
  <xsl:import href="fields.xsl"/>
  <xsl:template match="rw:feed" mode="m:feed"><jobs><out:items/></jobs></xsl:template>
  <xsl:template match="rw:posting" mode="m:job">
    <job>$3<text><xsl:apply-templates select="." mode="m:description"/></text></job>
  </xsl:template>
</xsl:stylesheet>
XML
}
mkdir -p "$SCRATCH/ws/templates/boards" "$SCRATCH/ws/stylesheets/board"
asks nothing '' "<xsl:apply-templates select=\"key('field', 'title')\" mode=\"m:field\"/>"
asks lists '' '<xsl:if test="rw:opening//md:list"><list/></xsl:if>'
asks length '' '<xsl:if test="string-length(rw:description) &gt; 900"><long/></xsl:if>'
asks negative '' '<n><xsl:value-of select="-rw:title"/></n>'
asks item '<field name="item" select="rw:opening//md:list/md:item[1]" max-length="3"/>' ''
asks needed '<field name="need" select="rw:x" required="yes" when="rw:opening//md:list"/>' ''
python3 - "$SCRATCH/asked.csv" <<'PY'
import csv, sys
out = csv.writer(open(sys.argv[1], "w", newline=""))
out.writerow("id title role company language city region country postal street posted closes employment "
             "description apply_url url pay_min pay_max openings requirements category".split())
for i in range(60):
    text = "<p>Count the shelves of store %d.</p>" % i
    if i > 12:
        text = ("<p>Count.</p><ul><li>Sign for it</li><li>Count</li></ul>" * (i % 3) + "<p>Go on. </p>" * (i * 9 % 200),
                "<table></table>")[i == 20]
    out.writerow(["k%d" % i, str(i) if i % 5 == 0 else "Clerk %d" % i, "", "north", "en", "Denver", "CO", "US", "80123",
                  "1 Main Street", "2026-11-01", "2026-12-20", "full-time", text, "https://x.example/%d" % i,
                  "https://x.example/job/%d" % i, "", "", "", "", ""])
PY
try "alike: a board of the workspace" same 12 ws "$SCRATCH/asked.csv" nothing
for board in lists length negative item needed; do
	try "alike: a board that asks: $board" same 0 ws "$SCRATCH/asked.csv" $board
done
# No column for a text, beside a board that takes no stamped items.
cat >"$SCRATCH/plain.xml" <<'XML'
<table-map xmlns="urn:rolewright:1" id="plain" xml:lang="en" format="html">
  <row-id from="id"/>
  <column from="role" to="role"/>
  <column from="company" to="company"/>
  <column from="city" to="city"/>
  <column from="country" to="country"/>
  <column from="posted" to="posted"/>
  <column from="url" to="apply-url"/>
</table-map>
XML
{
	echo id,role,company,city,country,posted,url
	for i in $(seq 9); do
		echo "p$i,key-account-manager,lindquell,Denver,US,2026-11-01,https://x.example/$i"
	done
} >"$SCRATCH/plain.csv"
map=$SCRATCH/plain.xml
try "alike: no column for a text" same 0 examples "$SCRATCH/plain.csv" stepstone,eures,rss
map=$TOP/tests/data/alike/alike.xml
# The place in one column, and no page; days in the text; an odd row in the second place.
sed -e 's/from="city" to="city"/from="city" to="location"/' -e '/to="region"\|from="url"/d' \
	"$TOP/tests/data/alike/alike.xml" >"$SCRATCH/location.xml"
map=$SCRATCH/location.xml
try "alike: places in one column" same 200 ws "$SCRATCH/some.csv" indeed,trovit
map=$TOP/tests/data/alike/alike.xml
sed 's/Store Clerk/Clerk until {{closes}}/' "$SCRATCH/some.csv" >"$SCRATCH/days.csv"
try "alike: days in titles" same 0 ws "$SCRATCH/days.csv" indeed,rss
sed '/apply-email/d' "$map" >"$SCRATCH/refused.xml"
map=$SCRATCH/refused.xml
try "alike: days in titles that are refused" same 0 ws "$SCRATCH/days.csv" indeed
map=$TOP/tests/data/alike/alike.xml
python3 - "$SCRATCH/odd.csv" <<'PY'
import csv, sys
head = "id title company language city region country posted closes employment description".split()
out = csv.writer(open(sys.argv[1], "w", newline=""))
out.writerow(head + ["role", "postal", "street", "apply_url", "url", "pay_min", "pay_max", "openings",
                    "requirements", "category"])
for i in range(300):
    out.writerow(["k%d" % i, "Clerk", "north", "en", "Town %s" % chr(65 + i % 26), "CO", "US",
                  "2026-08-01" if i == 1 else "2026-11-01", "2026-12-20", "full-time",
                  "Count the shelves of the store, and sign for what comes in. " * 12, "", "80%03d" % i, "",
                  "https://x.example/%d" % i, "https://x.example/job/%d" % i] + [""] * 5)
PY
try "alike: an odd row in the second place" same 250 ws "$SCRATCH/odd.csv" jooble
# Regions without a name, and one that is called as its city is.
{
	head -n 1 "$SCRATCH/some.csv"
	for i in $(seq 60); do
		[ "$i" = 50 ] && place=Ceuta,CE || place=Barcelona,B
		echo "r$i,Clerk,,north,es,$place,ES,2800$((i % 10)),Calle $i,2026-11-01,2026-12-20,full-time,$(
		)<p>Cuenta las cajas.</p>,https://x.example/$i,https://x.example/job/$i,,,,,"
	done
} >"$SCRATCH/regions.csv"
try "alike: a region that is called as its city is" same 1 ws "$SCRATCH/regions.csv" trovit
# A language without words is told of once, and of no row, whoever asks first.
said_once() {
	for _ in 1 2 3 4 5 6 7 8; do
		"$RW" -C "$SCRATCH/ws" export --postings "$SCRATCH/french.csv" --map "$map" --board indeed \
			-o "$SCRATCH/french" --allow-empty --jobs 4 2>&1 | grep RW642 >"$SCRATCH/said"
		echo "rolewright: warning: there are no interface words in 'fr' [RW642]
       1  RW642  there are no interface words in …" | diff - "$SCRATCH/said" || return
	done
}
{
	head -n 1 "$SCRATCH/some.csv"
	for i in $(seq 200); do
		echo "f$i,Clerk,,north,fr,Paris,,FR,$((75000 + i)),Rue $i,2026-11-01,2026-12-20,full-time,$(
		)<p>Comptez.</p>,https://x.example/$i,https://x.example/job/$i,,,,,"
	done
} >"$SCRATCH/french.csv"
try "alike: a language without words" said_once
# Pay goes by the place, and the text is that of the library.
python3 "$TOP/tests/data/alike/rows.py" 600 3 key-account-manager >"$SCRATCH/role.csv"
try "alike: rows with a role" same 100 examples "$SCRATCH/role.csv" indeed,rss,talent
