#!/bin/bash
# Text made to hurt, in every field at every board: readers of other makers find it
# as it was put in, or the posting is refused with a message. And our CSV can be read
# again.
. "$(dirname "$0")/../lib.sh"
need python3 node
boards=("$TOP"/templates/boards/*.xml)
boards=("${boards[@]##*/}")
boards=("${boards[@]%.xml}")
all=$(IFS=,; echo "${boards[*]}")

cat >"$SCRATCH/feeds.py" <<'PY'
"""put FOLDER TEXT: the base posting with TEXT in each field, between two marks.
find FEEDS REPORT BENIGN TEXT: what became of it; BENIGN is the same of a harmless text."""
import csv, glob, html, json, os, re, sys
from html.parser import HTMLParser
from xml.etree import ElementTree
from xml.sax.saxutils import escape

csv.field_size_limit(10 ** 9)
BLANK = re.compile(r"\s+")
MARK = re.compile(r"Q([a-z]+)Q (.*?) Q\1Q", re.S)

def one_line(text): return BLANK.sub(" ", text).strip()

def markdown(text): return re.sub(r"([\\`*_\[\]()#+.!|~<>&=:@/{}^$\"'-])", r"\\\1", text)

def put(folder, text):
    def mark(name, text): return f"Q{name}Q {text} Q{name}Q"
    def line(name): return escape(mark(name, text))
    def prose(name): return escape(mark(name, markdown(text)))
    def attribute(name): return escape(mark(name, text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
    def edit(path, *changes):
        path = os.path.join(folder, path)
        old = open(path, encoding="utf-8").read()
        for pattern, new in changes:
            old, count = re.subn(pattern, lambda match: new, old, count=1, flags=re.S)
            assert count == 1, pattern
        open(path, "w", encoding="utf-8").write(old)
    edit("templates/postings/base.xml",
         ("<place ref", f"<title>{line('title')}</title><family id='sales'>{line('family')}</family><place ref"),
         ("You sell the", f"{prose('opening')} you sell the"))
    edit("templates/companies/tarn.xml",
         ("<name>Tarn Pumps", f"<name>{line('company')}"), ("Tarn builds", f"{prose('about')} builds"),
         ('city="Hamburg"', f'city="{attribute("city")}"'), ('street="Am Muster 1"', f'street="{attribute("street")}"'),
         ("Six weeks off", f"{prose('benefit')} six weeks off"))
    edit("templates/roles/sales-manager.xml",
         ("Visit the farms", f"{prose('duty')} visit the farms"), ("You have sold", f"{prose('need')} you have sold"))

class Text(HTMLParser):
    def __init__(self): super().__init__(); self.text = ""
    def handle_data(self, data): self.text += data

def knows_entities(board):
    profile = ElementTree.parse(f"{os.environ['TOP']}/templates/boards/{board}.xml")
    return profile.find("{urn:rolewright:1}markup[@entities='no']") is None

def plain(board, text):
    if not re.search("</?(p|li|ul|h[1-6])>", text): return text
    if not knows_entities(board): return re.sub("</?[a-z][a-z0-9]*>", "", text)
    parser = Text(); parser.feed(text); parser.close()
    return parser.text

def strings(value):
    if isinstance(value, str): yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else (): yield from strings(part)

def values(path):
    if path.endswith(".json"): yield from strings(json.load(open(path, encoding="utf-8")))
    elif path.endswith(".csv"):
        for row in csv.reader(open(path, newline="", encoding="utf-8")): yield from row
    else:
        for node in ElementTree.parse(path).iter():
            yield node.text or ""
            yield from node.attrib.values()

def wanted(board, text):  # StepStone wants no invisible characters
    return re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text) if board == "stepstone" else text

def found(feeds, board):
    paths = glob.glob(f"{feeds}/{board}.*") or glob.glob(f"{feeds}/{board}-[0-9]*.*")
    return [match for path in paths for value in values(path) for match in MARK.findall(plain(board, value))]

def find(feeds, report, benign, text):
    said = json.load(open(report))
    for board in said["boards"]:
        name = board["id"]
        refusals = board["refusedPostings"] + said["brokenPostings"]
        refused = [f"{f['code']} {f['message']}" for p in refusals for f in p["findings"] if f["severity"] == "error"]
        # What is wrong with the company stands on standard error only.
        refused = refused or ["its company"] * (len(refusals) and "error: " in open(report[:-4] + "log", encoding="utf-8").read())
        if board["items"] == 0:
            print(f"{'refused' if refused else 'WRONG: neither there nor refused'} {name}: {refused[:1]}")
            continue
        want, got = found(benign, name), found(feeds, name)
        for field in sorted({w[0] for w in want}):
            count = sum(w[0] == field for w in want), sum(g[0] == field for g in got)
            if count[0] != count[1]: print(f"WRONG: {name}: {field} is there {count[1]} times, not {count[0]}")
        for field, value in got:
            if one_line(value) != one_line(wanted(name, text)): print(f"WRONG: {name}: {field} is {value[:200]!r}")
        print(f"same {name}: {len(got)} values")

if sys.argv[1] == "put": put(sys.argv[2], open(sys.argv[3], encoding="utf-8").read())
else: find(*sys.argv[2:5], open(sys.argv[5], encoding="utf-8").read())
PY

send() { # NAME FILE: exports the posting with the text of FILE to all boards
	rm -rf "${SCRATCH:?}/ws"
	cp -R "$TOP/tests/data/rules" "$SCRATCH/ws"
	python3 "$SCRATCH/feeds.py" put "$SCRATCH/ws" "$2" || return
	"$RW" -C "$SCRATCH/ws" export --all --allow-empty -q --board "$all" \
		-o "$SCRATCH/$1" --report "$SCRATCH/$1.json" >"$SCRATCH/$1.log" 2>&1
	[ $? -le 1 ] && [ -s "$SCRATCH/$1.json" ]
}
printf harmless >"$SCRATCH/text"
send benign "$SCRATCH/text" || not_ok "feeds: harmless" "$SCRATCH/benign.log"

# What a board refuses must be told; StepStone and the like have reasons of their own.
hurt() { # TEXT LEAST: at so many boards, at least, it arrives
	printf '%s' "$1" >"$SCRATCH/text"
	send hurt "$SCRATCH/text" || return
	python3 "$SCRATCH/feeds.py" find "$SCRATCH/hurt" "$SCRATCH/hurt.json" "$SCRATCH/benign" "$SCRATCH/text" >"$SCRATCH/said" 2>&1 ||
		{ cat "$SCRATCH/said"; return 1; }
	cat "$SCRATCH/said"
	! grep -q WRONG "$SCRATCH/said" && [ "$(grep -c '^same' "$SCRATCH/said")" -ge "$2" ]
}
most=$((${#boards[@]} - 4))
try "feeds: harmless" hurt harmless $((${#boards[@]} - 1))
try "feeds: end of CDATA" hurt 'a ]]> b ]]]>> c' $most
try "feeds: script" hurt 'a </script><b> c --> d' $((most - 1))
try "feeds: entities" hurt 'a &amp;amp; &lt; &#38; &nbsp; c' $((most - 1))
try "feeds: quotes, commas and backslashes" hurt "\"a\" 'b', c; \\n \\\" \\u0041 | d" $most
try "feeds: emoji and other scripts" hurt 'a 😀👩‍🔧 漢字 c' $most
try "feeds: from right to left" hurt $'\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\x8f\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a\xe2\x80\x8f c' $most
for start in = + - @; do
	try "feeds: formula with $start" hurt "${start}cmd|' /C x'!A1" $most
done
try "feeds: 15,000 characters" hurt "$(perl -e 'print "pumps " x 2_500')" 0
try "feeds: 100,000 characters" hurt "$(perl -e 'print "pumps " x 16_666')" 0

# A character that XML has no place for: nobody gets it, and a message says so.
refused() { # TEXT
	printf '%b' "$1" >"$SCRATCH/text"
	send refused "$SCRATCH/text"
	cat "$SCRATCH/refused.log"
	grep -q 'error: ' "$SCRATCH/refused.log" &&
		! grep -rlP '[\x00-\x08\x0b\x0c\x0e-\x1f]|&#' "$SCRATCH/refused" 2>/dev/null
}
for code in 01 03 08 0b 1f; do
	try "feeds: control character $code" refused "a \\x$code c"
done
try "feeds: no UTF-8" eval 'cp "$TOP/tests/data/rules/templates/postings/base.xml" "$SCRATCH/ws/templates/postings/" &&
	printf "<!-- \\xff -->" >>"$SCRATCH/ws/templates/postings/base.xml" &&
	"$RW" -C "$SCRATCH/ws" export --all --board rss,csv -o "$SCRATCH/none" 2>&1 | grep "error: "'

# --- CSV: what we write, we read

# Rows with cells made to hurt at their start, as spreadsheets see it.
cat >"$SCRATCH/rows.py" <<'PY'
import csv, sys
starts = ["=1+1", "+1", "-1", "@A1", "\t=1", "a ]]> b", "</script>", "&amp;amp;", "a \"b\", 'c'; d", "😀 שלום", "1.", "#", "NULL"]
with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file)
    out.writerow("id title company language city region country workplace remote-from employment hours openings posted closes"
                 " ongoing starts pay-min pay-max currency period category seniority apply-url apply-email street postal-code description".split())
    for number, start in enumerate(starts):
        out.writerow([f"r{number}", start + " Pump Fitter", "tarn", "en", "Hamburg", "HH", "DE", ["hybrid", "on-site"][number % 2], "",
                      ["full-time", "part-time,permanent"][number % 2], "38.5", "2", "2026-11-02", "2026-12-18", "", "2027-01-04",
                      "52000", "61000.5", "EUR", "year", start + " Works", "senior", "https://www.tarn.example/apply", "jobs@tarn.example",
                      start + " 1", "20095", f"<p>{start.replace('&', '&amp;').replace('<', '&lt;')} You mend pumps.</p>"])
    out.writerow(["far", "Seller", "tarn", "de", "", "", "", "remote", "DE, AT", "full-time", "", "", "2026-11-02", "", "yes", "",
                  "", "", "", "", "", "", "", "", "", "", "<p>You sell pumps.</p>"])
PY
python3 "$SCRATCH/rows.py" "$SCRATCH/rows.csv"
rows() { # FROM TO: as postings, and out again as CSV
	"$RW" -C "$SCRATCH/csv" export --postings "$1" --all --board csv -q -o "$SCRATCH/$2" >"$SCRATCH/log" 2>&1
	local status=$?
	cat "$SCRATCH/log"
	return $status
}
cat >"$SCRATCH/same.py" <<'PY'
import csv, html, re, sys
def read(path): return list(csv.DictReader(open(path, newline="", encoding="utf-8")))
first, second = read(sys.argv[1]), read(sys.argv[2])
assert len(first) == len(second) > 1, (len(first), len(second))
for a, b in zip(sorted(first, key=lambda row: row["title"].strip()), sorted(second, key=lambda row: row["title"])):
    for name, value in a.items():
        want, got = (" ".join(cell.split()) for cell in (value, b[name]))
        if name == "company": want = got and "Tarn Pumps"
        # The place is in the id; what has columns of its own follows the text.
        if name in ("id", "url", "apply-url", "apply-email") : continue
        if name == "description": want, got = (" ".join(html.unescape(re.sub("<[^>]*>", " ", cell)).split()) for cell in (want, got))
        if got[:len(want)] != want if name == "description" else got != want: sys.exit(f"{name}: {got[:300]!r}, not {want[:300]!r}")
PY
cp -R "$TOP/tests/data/rules" "$SCRATCH/csv"
rm "$SCRATCH/csv/templates/postings/base.xml"
try "feeds: CSV: rows become rows" eval 'rows "$SCRATCH/rows.csv" once && python3 "$SCRATCH/same.py" "$SCRATCH/rows.csv" "$SCRATCH/once/csv.csv"'
try "feeds: CSV: and again" eval 'rows "$SCRATCH/once/csv.csv" twice && python3 "$SCRATCH/same.py" "$SCRATCH/once/csv.csv" "$SCRATCH/twice/csv.csv"'
examples() {
	"$RW" -C "$EXAMPLES" export --all --allow-empty -q --board csv -o "$SCRATCH/examples" >/dev/null 2>&1
	"$RW" -C "$EXAMPLES" check --postings "$SCRATCH/examples/csv.csv" --rejected "$SCRATCH/rejected.csv" 2>&1 | grep ', 0 rejected'
}
try "feeds: CSV: the examples are read again without a map" examples
try "feeds: CSV: columns that the schema names" "$TOP/tests/boards/check.sh" csv "$SCRATCH/examples/csv.csv"
