#!/bin/bash
# Documents with one defect each, most of them made to hurt: 'check' finds it
# once, at its line, with a hint, in 10 seconds and 1 GB, and reads no other file.
. "$(dirname "$0")/../lib.sh"
need jq perl
ws=$SCRATCH/ws
cp -r "$TOP/tests/golden/in" "$ws"
bad=$ws/templates/roles/bad.xml
head='<role xmlns="urn:rolewright:1" id="bad" xml:lang="en">'
title='<title>Bad</title>'

# bad CODE LINE NAME: checks the document on standard input.
bad() {
	local code=$1 line=$2 name=$3 status
	[ -e "$bad" ] || [ -L "$bad" ] || cat >"$bad"
	(
		ulimit -v 1500000
		timeout 60 "$RW" -C "$ws" check --format json templates/roles/bad.xml
	) >"$SCRATCH/json" 2>"$SCRATCH/err"
	status=$?
	{
		echo "wanted $code at line $line, exit status 1; got $status"
		cut -c 1-400 "$SCRATCH/json"
		head -c 1000 "$SCRATCH/err"
	} >"$SCRATCH/got"
	if [ $status -eq 1 ] && jq -es --arg code "$code" --argjson line "$line" '
		[.[] | select(.severity == "error")] | length == 1 and
		.[0].code == $code and ($line == 0 or .[0].line == $line) and
		(.[0].help | type == "string" and length > 0)' \
		"$SCRATCH/json" >/dev/null 2>&1; then
		ok "hostile: $name"
	else
		not_ok "hostile: $name" "$SCRATCH/got"
	fi
	rm -rf "$bad"
}
x() { perl -e "print $1"; }
role() { printf '<?xml version="1.0" encoding="UTF-8"?>\n%s\n%s\n' "$head" "$title"; }
good() { # NAME: nothing wrong in it
	cat >"$bad"
	if timeout 60 "$RW" -C "$ws" check --format json templates/roles/bad.xml \
		>"$SCRATCH/json" 2>&1; then
		ok "hostile: $1 is allowed"
	else
		cut -c 1-400 "$SCRATCH/json" >"$SCRATCH/got"
		not_ok "hostile: $1 is allowed" "$SCRATCH/got"
	fi
	rm -f "$bad"
}

{ role; echo '<summary>Fine.</summary></role>'; } | good "a small role"

# DTDs and entities
echo "canary-of-the-file" >"$SCRATCH/secret"
bad RW007 2 doctype <<EOF1
<?xml version="1.0"?>
<!DOCTYPE role>
$head$title</role>
EOF1
bad RW007 1 "external entity" <<EOF1
<!DOCTYPE role [<!ENTITY x SYSTEM "file://$SCRATCH/secret">]>
$head<title>&x;</title></role>
EOF1
{ echo '<!DOCTYPE role ['
echo '<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">'
for i in b c d e f g h i j k; do
	p=$(echo $i | tr b-k a-j)
	echo "<!ENTITY $i \"&$p;&$p;&$p;&$p;&$p;&$p;&$p;&$p;&$p;&$p;\">"
done
echo "]>$head<title>&k;</title></role>"; } | bad RW007 1 "entity bomb"
bad RW007 1 "parameter entity" <<EOF1
<!DOCTYPE role [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>
$head$title</role>
EOF1
{ role; echo '<summary>&nosuch;</summary></role>'; } | bad RW021 4 "unknown entity"
{ role; echo '<summary>&#0;</summary></role>'; } | bad RW022 4 "forbidden character reference"

# XInclude and instructions are inert or refused, never followed
{ role
echo "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://$SCRATCH/secret\" parse=\"text\"/>"
echo '</role>'; } | bad RW101 4 XInclude
! grep -q canary-of "$SCRATCH/json" || not_ok "hostile: XInclude was followed"

# size and shape
{ role; printf '<summary id="'; x '"a" x 209715200'; echo '">x</summary></role>'; } |
	bad RW002 0 "200 MB attribute"
{ role; printf '<summary class="'; x '"a" x 33000'; echo '">x</summary></role>'; } |
	bad RW009 4 "start tag over 32 KiB"
{ role; printf '<summary'; x 'join "", map " a$_=\"\"", 1..300'; echo '>x</summary></role>'; } |
	bad RW009 4 "300 attributes"
{ role; x '"<a>" x 100000'; } | bad RW009 4 "depth 100,000"
{ role; x '"<a>" x 100000'; x '"</a>" x 100000'; echo '</role>'; } |
	bad RW009 4 "depth 100,000, closed"
{ role; echo '<summary>'; x '"word " x 300000'; echo '</summary></role>'; } |
	bad RW002 0 "role over 1 MiB"
{ role; echo '<summary>'; x '"word\n" x 3600'; echo '</summary></role>'; } |
	bad RW009 4 "prose over 16 KiB"
{ role; echo '<summary>'; x '"> " x 17 . "x\n"'; echo '</summary></role>'; } |
	bad RW009 4 "17 levels of containers"
{ role; echo '<summary>'; x '"> " x 16 . "x\n"'; echo '</summary></role>'; } |
	good "16 levels of containers"

# bytes
{ role; printf '<summary>caf\xe9</summary></role>\n'; } | bad RW004 4 "invalid UTF-8"
{ role; printf '<summary>\xed\xa0\x80</summary></role>\n'; } | bad RW004 4 surrogate
{ role; printf '<summary>\xc0\xaf</summary></role>\n'; } | bad RW004 4 "overlong UTF-8"
{ role; printf '<summary>a\x01b</summary></role>\n'; } | bad RW005 4 "control character"
{ role; printf '<summary>a\x1b[31mb</summary></role>\n'; } | bad RW005 4 "escape sequence"
{ role; printf '<summary>a\xe2\x80\xaeb</summary></role>\n'; } | bad RW006 4 "direction override"
{ role; printf '<summary>a]]>b</summary></role>\n'; } | bad RW024 4 ']]>'
{ role; echo '</role>'; } | iconv -t UTF-16 | bad RW010 0 UTF-16
{ role | sed 's/UTF-8/ISO-8859-1/'; echo '</role>'; } | bad RW010 1 "another encoding"
{ role; x '"x" x 2000000'; echo '</role>'; } | gzip -n | bad RW011 0 "gzip under an .xml name"
printf 'PK\003\004rest' | bad RW011 0 "a zip under an .xml name"

# well-formedness
printf '' | bad RW003 0 "empty file"
printf '   \n\n' | bad RW003 0 "only blanks"
{ role; echo '<summary>x</sumary></role>'; } | bad RW012 4 "wrong end tag"
{ role; echo '<summary>x'; } | bad RW013 4 "no end tag"
{ role; echo '<summary class=x>x</summary></role>'; } | bad RW016 4 "value without quotes"
{ role; echo '<summary class="a" class="b">x</summary></role>'; } | bad RW017 4 "attribute twice"
{ role; echo '<summary>a < b</summary></role>'; } | bad RW018 4 "bare <"
{ role; echo '<summary>a & b</summary></role>'; } | bad RW020 4 "bare &"
{ role; echo '<x:summary>a</x:summary></role>'; } | bad RW023 4 "undeclared prefix"
{ role; echo '<!-- a -- b --></role>'; } | bad RW025 4 "-- in a comment"
{ role; echo '</role>'; echo '<role/>'; } | bad RW026 5 "two roots"
{ echo; role; echo '</role>'; } | bad RW028 2 "declaration on line 2"

# schema
{ role | sed 's/urn:rolewright:1/urn:rolewright:2/'; echo '</role>'; } | bad RW110 2 "wrong namespace"
{ role | sed 's/ xmlns="[^"]*"//'; echo '</role>'; } | bad RW110 2 "no namespace"
{ role; echo '<sumary>x</sumary></role>'; } | bad RW101 4 "misspelled element"
{ role; echo '<summary>x</summary><summary>y</summary></role>'; } | bad RW104 4 "part twice"
{ role; echo '<travel overnigt="yes">x</travel></role>'; } | bad RW105 4 "misspelled attribute"
{ role; echo '<travel overnight="yess">x</travel></role>'; } | bad RW107 4 "no such value"
{ role; echo 'stray</role>'; } | bad RW109 4 "stray text"

# what is no file at all
mkdir "$bad"
bad RW001 0 "a folder" </dev/null
ln -s /dev/zero "$bad"
bad RW001 0 "a device" </dev/null
ln -s "$bad" "$bad"
bad RW001 0 "a link to itself" </dev/null
mkfifo "$bad"
bad RW001 0 "a pipe" </dev/null
if [ "$(id -u)" != 0 ]; then
	{ role; echo '</role>'; } >"$bad"
	chmod 0 "$bad"
	bad RW001 0 unreadable </dev/null
fi

# chains
chain() { # COUNT: bad extends c1 extends c2 ... extends cN
	local i next
	{ role | sed "s/id=/extends=\"c1\" id=/"; echo '</role>'; } >"$SCRATCH/bad"
	for ((i = 1; i <= $1; i++)); do
		next=" extends=\"c$((i + 1))\""
		[ $i -lt "$1" ] || next=
		echo "<role xmlns=\"urn:rolewright:1\" id=\"c$i\" xml:lang=\"en\"$next><title>C</title></role>" \
			>"$ws/templates/roles/c$i.xml"
	done
}
chain 15
good "a chain of 16" <"$SCRATCH/bad"
chain 16
bad RW122 0 "a chain of 17" <"$SCRATCH/bad"
rm -f "$ws"/templates/roles/c*.xml
{ role | sed 's/id=/extends="bad" id=/'; echo '</role>'; } | bad RW121 2 "a cycle"

# cells of a table: a million bytes that something might read over and over
cells() { # COLUMN TEXT
	{
		echo id,title,company,description,country,$1
		printf 'a,Pilot,Tarn,Steer.,DE,"'
		yes "$2" | tr -d '\n' | head -c 1000000
		echo '"'
	} >"$SCRATCH/cells.csv"
	timeout 20 "$RW" -C "$ws" check --postings "$SCRATCH/cells.csv" >"$SCRATCH/out" 2>&1
	[ $? -le 1 ] || { tail -n 3 "$SCRATCH/out"; return 1; }
}
for text in 'remote ' 'a;' 'a / '; do
	try "hostile: cell: '$text'" cells location "$text"
done
try "hostile: cell: an agency of brackets" cells agency '(('
