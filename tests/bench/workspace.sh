#!/bin/sh
# workspace.sh DIR COUNT: a workspace with a company, four places and COUNT
# postings of the library's account manager roles.
set -eu
dir=$1 count=$2
mkdir -p "$dir/templates/companies" "$dir/templates/postings" "$dir/glossary"

cat >"$dir/site.xml" <<'XML'
<site xmlns="urn:rolewright:1" id="site" base-url="https://careers.bench.example/"
      company="bench" languages="en" roles="used" postings="all" glossary="used">
  <title>Careers at Bench</title>
</site>
XML
cat >"$dir/templates/companies/bench.xml" <<'XML'
<company xmlns="urn:rolewright:1" id="bench" xml:lang="en" kind="employer" headcount="1200">
  <name>Bench</name>
  <about>Bench makes workbenches, vices and the lamps above them.</about>
  <places>
    <place id="denver" city="Denver" region="CO" region-name="Colorado" country="US" postal-code="80202"/>
    <place id="chicago" city="Chicago" region="IL" region-name="Illinois" country="US" postal-code="60601"/>
    <place id="austin" city="Austin" region="TX" region-name="Texas" country="US" postal-code="78701"/>
    <place id="boston" city="Boston" region="MA" region-name="Massachusetts" country="US" postal-code="02108"/>
  </places>
  <apply url="https://careers.bench.example/apply"/>
</company>
XML
awk -v count="$count" -v dir="$dir/templates/postings" 'BEGIN {
	split("account-manager senior-account-manager key-account-manager strategic-account-manager", role, " ")
	split("denver chicago austin boston", place, " ")
	for (i = 1; i <= count; i++) {
		id = sprintf("bench-%05d", i)
		file = dir "/" id ".xml"
		printf "<posting xmlns=\"urn:rolewright:1\" id=\"%s\" role=\"%s\" company=\"bench\" xml:lang=\"en\"\n", id, role[i % 4 + 1] >file
		printf "         posted=\"2026-11-%02d\" closes=\"2027-01-%02d\" employment=\"full-time\" openings=\"%d\">\n", i % 20 + 1, i % 28 + 1, i % 3 + 1 >file
		printf "  <place ref=\"%s\"/>\n", place[int(i / 4) % 4 + 1] >file
		print "  <workplace mode=\"hybrid\" days-on-site=\"3\"/>" >file
		printf "  <pay min=\"%d\" max=\"%d\" currency=\"USD\" period=\"year\"/>\n", 60000 + i % 40 * 500, 90000 + i % 40 * 500 >file
		printf "  <opening>Opening %d of this year: our customers in the region grow, and so do we.</opening>\n", i >file
		printf "  <apply url=\"https://careers.bench.example/apply/%s\"/>\n", id >file
		print "</posting>" >file
		close(file)
	}
}'
