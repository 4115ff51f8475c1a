#!/usr/bin/env python3
"""rows.py COUNT [SEED [ROLE]]: postings of a table that are alike but for their
values, some of which are made to hurt; with the role ROLE in place of a text, or
with title and text of their own if ROLE is "texts". The same seed gives the
same table."""
import csv
import random
import sys

HOSTILE = [
    "]]", "]]>", "]", ">", "1.", "</", "<b>", "'", '"', "&", "&amp;", "&amp;amp;",
    "a b", "  a  b ", "-", "=1+1", "@x", "%s", "\\", "#", "*x*", "[[key account]]",
    "{{place.city}}", "{{id}}", "blank", "wide", "Aspen (hybrid) North", "Remote", "US", "CO", "Denver", "full-time",
    "north", "\u00dcn\u00efcode", "\u65e5\u672c", "e\u0301", "\u2028", "\u202e",
    "\ufdd0" + "1" + "\ufdd1", "\ufdd0", "\U0001f600", "\t", "", "", "x" * 300,
]
COLUMNS = ("id", "title", "role", "company", "language", "city", "region", "country",
           "postal", "street", "posted", "closes", "employment", "description",
           "apply_url", "url", "pay_min", "pay_max", "openings", "requirements", "category")
HURT = ("id", "city", "postal", "street", "posted", "closes", "apply_url", "url",
        "region")
TEXT = """<p>You keep <b>the stock</b> of %d &amp; more in order, count what comes in,
and sign for what leaves. Each week you tell the buyer what runs low.</p>
<ul><li>Count the shelves</li><li>Sign for deliveries</li></ul>
<p>We are %d people, and everybody has a key. You work by day, never at night, and
no weekend is longer than two days. There is a bus from the station, a canteen, and
a shower for those who come by bicycle; the bicycle may stand inside.</p>
<p>Those who stay for a year may choose their hours first, and teach who comes
next. The others are told a month before what their weeks look like.</p>"""


TITLES = ["Store Clerk", "Clerk for $20", "Clerk in Denver", "Clerk 2026", "CLERK OF THE STORE", "Clerk",
          "Urgent: Clerk", "Clerk & Driver", "Clerk <Night>", "B\u00fcrokraft (m/w/d)", "Clerk at North", "x" * 180]
PARTS = ["<p>You count the shelves, and tell the buyer what runs low before it is missed.</p>",
         "<p>We are %d people &amp; everybody has a key &lt;of brass&gt;.</p>",
         "<h3>What you do</h3><ul><li>Count</li><li>Sign for deliveries by <b>hand</b></li></ul>",
         "<h3>What you bring</h3><ol><li>Patience</li><li>A pencil</li></ol>",
         "<p>Write to <a href=\"https://x.example/%d\">the store</a>, or to clerk@x.example.</p>",
         "<p><strong>Your days</strong></p><p>You work by day, never at night&nbsp;and on no Sunday.</p>",
         "<table><tr><td>Mon</td><td>9-5</td></tr></table>", "<p>Store Clerk</p>", "<p>and so on...</p>",
         "<p>caf\u00e9 \U0001f600 &amp;amp; ]]&gt; </p>", "<script>x()</script><p onclick=\"x()\">Ends here</p>"]


def own_text(rng, number):
    parts = [rng.choice(PARTS) for _ in range(rng.choice([1, 3, 8, 12, 16]))]
    return "".join(part.replace("%d", str(number)) for part in parts)


def own_figures(rng):
    least = rng.randrange(40, 60) * 1000
    most = rng.choice([least, least + 7500, least + 12500, least + 90000, least - 5000])
    figures = {"pay_min": rng.choice([least, "%d.50" % least]), "pay_max": most,
               "openings": rng.choice([1, 2, 30]), "category": rng.choice(["Sales", "Stores"]),
               "requirements": "\n".join("* " + rng.choice(HOSTILE) + " you can count"
                                         for _ in range(2)) if rng.randrange(8) == 0 else "* Patience"}
    if rng.randrange(8) == 0:
        figures[rng.choice(list(figures))] = ""
    return figures


def days(rng):
    posted = rng.choice(["2026-11-%02d", "2026-11-%02d", "2026-10-%02d", "2026-08-%02d"])
    closes = "2026-11-%02d" if rng.randrange(20) == 0 else "2026-12-%02d"
    return posted % rng.randrange(1, 22), closes % rng.randrange(15, 29)


def plain_row(rng, number, role):
    kind = rng.randrange(6)
    posted, closes = days(rng)
    address = "https://x.example/apply/%d" % number
    texts = role == "texts"
    role = "" if texts else role
    figures = own_figures(rng) if texts else dict.fromkeys(COLUMNS[-5:], "")
    return {
        **figures,
        "id": "k%d" % number,
        "title": rng.choice(TITLES) if texts else "" if role else "Clerk in Denver" if kind == 5 else "Store Clerk",
        "role": role,
        "company": "lindquell" if role else ("north", "south")[kind % 2],
        "language": "en",
        "city": rng.choice(["Denver", "Austin", "Boulder", "Aspen"]),
        "region": rng.choice(["CO", "CO", "TX"]),
        "country": "US",
        "postal": "8%04d" % rng.randrange(9999),
        "street": "%d Main Street" % rng.randrange(1, 99),
        "posted": posted,
        "closes": closes,
        "employment": "full-time",
        "description": own_text(rng, number) if texts else "" if role else TEXT % (kind + 2, kind + 2),
        "apply_url": address,
        "url": ("https://x.example/job/%d?a=1" % number, "", address)[max(0, kind - 3)],
    }


def main():
    count = int(sys.argv[1])
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    role = sys.argv[3] if len(sys.argv) > 3 else ""
    hurt = HURT + ("title", "description") if role == "texts" else HURT
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for number in range(count):
        row = plain_row(rng, number, role)
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
            column, bad = rng.choice(hurt), rng.choice(HOSTILE)
            row[column] = rng.choice([bad, row[column] + bad, bad + row[column],
                                      str(rng.choice(list(row.values())))[:80]])
        out.writerow([row[column] for column in COLUMNS])


main()
