#!/usr/bin/env python3
"""lxml_export.py TABLE FOLDER BOARD...: feeds as a script makes them.

What somebody writes who needs feeds this week: each row is read, its HTML goes
through an allow-list, and an item is built for each board. Nothing is checked.
"""
import csv
import json
import os
import sys
from datetime import datetime
from email.utils import format_datetime
from lxml import etree, html

csv.field_size_limit(1 << 30)
ALLOWED = {"p", "br", "ul", "ol", "li", "b", "strong", "i", "em",
           "h1", "h2", "h3", "h4", "h5", "h6"}

# The root, the element of an item, and what its fields are called.
XML = {
    "indeed": ("source", "job", {
        "title": "title", "date": "date:rfc", "referencenumber": "id", "url": "apply_url",
        "company": "company", "city": "city", "state": "region", "country": "country",
        "description": "html", "jobtype": "employment", "expirationdate": "closes"}),
    "linkedin": ("source", "job", {
        "title": "title", "partnerJobId": "id", "applyUrl": "apply_url", "company": "company",
        "city": "city", "state": "region", "country": "country", "description": "html",
        "listDate": "posted", "expirationDate": "closes"}),
    "ziprecruiter": ("source", "job", {
        "title": "title", "referencenumber": "id", "url": "apply_url", "company": "company",
        "city": "city", "state": "region", "country": "country", "description": "html",
        "date": "date:rfc"}),
    "talent": ("source", "job", {
        "title": "title", "referencenumber": "id", "url": "apply_url", "company": "company",
        "city": "city", "state": "region", "country": "country", "description": "html",
        "dateposted": "posted", "expirationdate": "closes"}),
    "jooble": ("jobs", "job", {
        "link": "apply_url", "name": "title", "region": "city", "description": "html",
        "pubdate": "posted", "updated": "posted", "expire": "closes", "company": "company"}),
    "adzuna": ("jobs", "job", {
        "id": "id", "title": "title", "url": "apply_url", "company": "company",
        "location": "city", "description": "text", "date": "posted"}),
    "careerjet": ("jobs", "job", {
        "title": "title", "url": "apply_url", "company": "company", "location": "city",
        "description": "html", "date": "posted"}),
    "rss": ("channel", "item", {
        "title": "title", "link": "apply_url", "guid": "id", "description": "html",
        "pubDate": "date:rfc"}),
    "atom": ("feed", "entry", {
        "id": "id", "title": "title", "content": "html", "updated": "posted"}),
}


def clean(source):
    """The description with allowed elements only, and its plain text."""
    tree = html.fragment_fromstring(source, create_parent="div")
    for element in list(tree.iter()):
        if element is tree:
            continue
        if element.tag not in ALLOWED:
            element.drop_tag()
        else:
            element.attrib.clear()
    whole = "".join(html.tostring(child, encoding="unicode") for child in tree)
    return whole, tree.text_content()


def prepare(row):
    row["html"], row["text"] = clean(row["description"])
    row["date:rfc"] = format_datetime(datetime.strptime(row["posted"], "%Y-%m-%d"))
    return row


def xml_item(row, name, fields):
    item = etree.Element(name)
    for field, source in fields.items():
        etree.SubElement(item, field).text = etree.CDATA(row[source]) \
            if source == "html" else row[source]
    return etree.tostring(item, encoding="utf-8")


def json_item(row):
    return json.dumps({
        "id": row["id"], "url": row["apply_url"], "title": row["title"],
        "content_html": row["html"], "date_published": row["posted"]}, ensure_ascii=False)


def google_item(row):
    return json.dumps({
        "@context": "https://schema.org/", "@type": "JobPosting", "title": row["title"],
        "description": row["html"], "datePosted": row["posted"], "validThrough": row["closes"],
        "employmentType": "FULL_TIME", "identifier": row["id"],
        "hiringOrganization": {"@type": "Organization", "name": row["company"]},
        "jobLocation": {"@type": "Place", "address": {
            "@type": "PostalAddress", "addressLocality": row["city"],
            "addressRegion": row["region"], "addressCountry": row["country"]}}},
        ensure_ascii=False)


def main():
    table, folder, boards = sys.argv[1], sys.argv[2], sys.argv[3:]
    os.makedirs(folder, exist_ok=True)
    out = {board: open(os.path.join(folder, board), "wb") for board in boards}
    for board, file in out.items():
        file.write(b"<%s>" % XML[board][0].encode() if board in XML else b"[")
    first = True
    with open(table, newline="", encoding="utf-8") as rows:
        for row in map(prepare, csv.DictReader(rows)):
            for board, file in out.items():
                if board in XML:
                    file.write(xml_item(row, *XML[board][1:]))
                else:
                    item = google_item(row) if board == "google" else json_item(row)
                    file.write((b"" if first else b",") + item.encode())
            first = False
    for board, file in out.items():
        file.write(b"</%s>" % XML[board][0].encode() if board in XML else b"]")
        file.close()


main()
