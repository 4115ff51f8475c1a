"""count.py MAP TABLE DELIMITER FOLDER: does what the program says of a table
agree with how Python's csv module reads it?"""
import csv
import json
import re
import sys

name, table, delimiter, folder = sys.argv[1:]
csv.field_size_limit(10 ** 9)
rows = list(csv.DictReader(open(table, newline="", encoding="utf-8-sig"),
                           delimiter=delimiter))
columns = list(rows[0])
rejected = list(csv.DictReader(open(f"{folder}/{name}.csv", newline=""),
                               delimiter=delimiter))
findings = [json.loads(line) for line in open(f"{folder}/{name}.json")]
said = open(f"{folder}/{name}.sum").read()
counts = [int(n) for n in re.findall(r"(\d+) (?:rows|passed|accepted|rejected)",
                                     said)]
wanted = [r for r in rows if r.get("Posting Type", "External") == "External"]

assert counts[0] == len(rows), (said, len(rows))
assert len(rows) - sum(counts[1:-2]) == len(wanted), (said, len(wanted))
assert counts[-2] + counts[-1] == len(wanted), (said, len(wanted))
assert counts[-1] == len(rejected), (said, len(rejected))
if name == "nyc":
    assert len(wanted) == 1714
    twice = len(wanted) - len({r["Job ID"] for r in wanted})
    assert sum(f["code"] == "RW055" for f in findings) == twice > 0

own = ["rw_code", "rw_board", "rw_column", "rw_reason", "rw_fix"]
assert list(rejected[0]) == columns + own
originals = [tuple(r[c].strip() for c in columns) for r in wanted]
for row in rejected:
    assert re.fullmatch(r"RW\d{3}(; RW\d{3})*", row["rw_code"]), row
    assert row["rw_reason"] and row["rw_fix"], row
    assert tuple(row[c].strip() for c in columns) in originals, row

# Each error is at a line of the file, and in the file of rejected rows.
lines = open(table, newline="", encoding="utf-8-sig").read().count("\n") + 1
codes = {c for row in rejected for c in row["rw_code"].split("; ")}
for finding in findings:
    if finding["severity"] == "error":
        assert 1 <= finding["line"] <= lines and finding["column"] >= 1
        assert finding["code"] in codes, finding
