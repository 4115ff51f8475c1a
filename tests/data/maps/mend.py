"""mend.py MAP DELIMITER FOLDER: mends the file of rejected rows by what its
own columns say, as somebody would in a spreadsheet."""
import csv
import sys

name, delimiter, folder = sys.argv[1:]
csv.field_size_limit(10 ** 9)
rows = list(csv.DictReader(open(f"{folder}/{name}.csv", newline=""),
                           delimiter=delimiter))
DEFAULTS = {
    "company": "Somebody", "Company": "Somebody", "location": "United States",
    "Location": "Dublin, Ireland", "salary_tag": "", "lang": "en",
    "description_md": "To be described.", "Title": "To be named",
    "Responsibilities": "To be described.",
}
for number, row in enumerate(rows):
    for column in filter(None, row["rw_column"].split("; ")):
        if column in ("job_id", "Job ID"):
            row[column] += f"-{number}"
        elif column.startswith("Salary"):
            row[column] = f"{float(row[column]):.2f}"
        else:
            row[column] = DEFAULTS.get(column, "")
    if "has no" in row["rw_reason"]:
        for column in ("Responsibilities", "Company", "company",
                       "description_md"):
            if column in row and not row[column].strip():
                row[column] = DEFAULTS[column]
    if "RW055" in row["rw_code"] and "Title" in row:
        row["Title"] += f" {number}"
    if "RW005" in row["rw_code"] or "RW006" in row["rw_code"]:
        for column, text in row.items():
            row[column] = "".join(c for c in text
                                  if c in "\n\t" or c.isprintable())
with open(f"{folder}/{name}-mended.csv", "w", newline="") as out:
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
