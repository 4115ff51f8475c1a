#!/usr/bin/env python3
"""rows.py real|bulk COUNT [SEED]: a table of postings on standard output.

real: each row has a text of its own, about 3 kB of HTML, as an
      applicant-tracking system exports them.
bulk: 200 roles at 1,250 places, in two languages, for two companies: what a
      large chain publishes, a million rows that are all different. The text of
      a role is at least 2,500 bytes of HTML.
The same seed gives the same table.
"""
import csv
import random
import sys

COLUMNS = ("id", "title", "company", "language", "city", "region", "country",
           "posted", "closes", "employment", "description", "apply_url")

EN = {
    "who": "You|The shift|Your team|The driver on duty|A second fitter|Our planner",
    "does": "checks|loads|repairs|counts|plans|reports|cleans|measures|signs for",
    "what": "the pumps|each delivery|the spare parts|the morning tour|the test bench|"
            "all open orders|the cold store|the tools of the van|two lifts|the switchboard",
    "how": "before the gates open|by the list of the day|with the customer beside you|"
           "on the tablet|as the manual says|until the pressure holds|in writing|"
           "at the end of the shift|with a colleague",
    "heads": "The work|What you will do|What you bring|What you get",
    "titles": "Fitter|Driver|Planner|Clerk|Welder|Buyer|Cook|Technician|Dispatcher|Tester",
    "of": "Pumps|Cold Stores|Lifts|Test Benches|Spare Parts|Vans|Switchboards|Orders|"
          "Deliveries|Workshops|Kitchens|Yards|Boilers|Turbines|Cranes|Docks|Mills|"
          "Looms|Kilns|Ovens",
    "join": "{} for {}",
}
DE = {
    "who": "Sie|Die Schicht|Ihr Team|Wer fährt|Eine zweite Kraft|Die Planung",
    "does": "prüft|belädt|richtet|zählt|plant|meldet|reinigt|misst|quittiert",
    "what": "die Pumpen|jede Lieferung|die Ersatzteile|die Frühtour|den Prüfstand|"
            "alle offenen Aufträge|das Kühllager|das Werkzeug im Wagen|zwei Aufzüge|"
            "die Schaltanlage",
    "how": "vor der Öffnung|nach der Tagesliste|gemeinsam mit dem Kunden|am Tablet|"
           "nach Handbuch|bis der Druck hält|schriftlich|am Ende der Schicht|zu zweit",
    "heads": "Die Arbeit|Ihre Aufgaben|Das bringen Sie mit|Das bieten wir",
    "titles": "Montage|Fahrdienst|Planung|Verwaltung|Schweißen|Einkauf|Küche|Technik|"
              "Disposition|Prüfung",
    "of": "Pumpen|Kühllager|Aufzüge|Prüfstände|Ersatzteile|Wagen|Schaltanlagen|Aufträge|"
          "Lieferungen|Werkstätten|Küchen|Höfe|Kessel|Turbinen|Krane|Docks|Mühlen|"
          "Webstühle|Brennöfen|Öfen",
    "join": "{} {} (m/w/d)",
}
WORDS = {"en": {k: v.split("|") for k, v in EN.items()},
         "de": {k: v.split("|") for k, v in DE.items()}}
CITIES = {
    "en": [("Denver", "CO"), ("Chicago", "IL"), ("Austin", "TX"), ("Boston", "MA"),
           ("Reno", "NV"), ("Boise", "ID"), ("Tampa", "FL"), ("Omaha", "NE")],
    "de": [("Hamburg", "HH"), ("Leipzig", "SN"), ("Mainz", "RP"), ("Kiel", "SH"),
           ("Ulm", "BW"), ("Jena", "TH"), ("Trier", "RP"), ("Fulda", "HE")],
}


def sentence(rng, words):
    return " ".join(rng.choice(words[k]) for k in ("who", "does", "what", "how"))


def description(rng, lang, size):
    words, parts, length = WORDS[lang], [], 0
    for head in words["heads"]:
        parts.append("<h3>%s</h3>" % head)
        parts.append("<p>%s. <strong>%s</strong> &amp; more.</p>" % (
            ". ".join(sentence(rng, words) for _ in range(3)), sentence(rng, words)))
        parts.append("<ul>%s</ul>" % "".join(
            "<li>%s</li>" % sentence(rng, words) for _ in range(6)))
    length = sum(map(len, parts))
    while length < size:
        parts.append("<p>%s.</p>" % sentence(rng, words))
        length += len(parts[-1])
    return "".join(parts)


def title(lang, number):
    words = WORDS[lang]
    return words["join"][0].format(words["titles"][number % 10],
                                   words["of"][number // 10 % 20])


def row(number, lang, place, text, name, company=None):
    country = "US" if lang == "en" else "DE"
    return ("r%07d" % number, name,
            company or ("north" if number % 2 else "south"), lang,
            place[0], place[1], country, "2026-11-%02d" % (number % 20 + 1),
            "2027-01-%02d" % (number % 28 + 1), "full-time", text,
            "https://jobs.bench.example/apply/%d" % number)


def real(count, rng):
    for number in range(count):
        lang = "de" if number % 3 == 0 else "en"
        yield row(number, lang, rng.choice(CITIES[lang]),
                  description(rng, lang, 3000), title(lang, rng.randrange(200)))


def bulk(count, rng):
    texts = {lang: [description(rng, lang, 2500) for _ in range(200)] for lang in WORDS}
    for number in range(count):
        lang, role = ("en", "de")[number // 200 % 2], number % 200
        place = number // 800 % 1250
        city, region = CITIES[lang][place % 8]
        yield row(number, lang, ("%s %d" % (city, place // 8 + 1), region),
                  texts[lang][role], title(lang, role),
                  ("north", "south")[number // 400 % 2])


def main():
    kind, count = sys.argv[1], int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20261122)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    out.writerows({"real": real, "bulk": bulk}[kind](count, rng))


main()
