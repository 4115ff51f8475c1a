#!/bin/bash
# Another implementation of XML Schema, Xerces, accepts our schema and all our
# documents.
. "$(dirname "$0")/../lib.sh"
need java
java=/usr/share/java
if [ ! -f $java/xercesSamples.jar ]; then
	skip xerces "no libxerces2-java"
	exit 0
fi
cd "$TOP" || exit 3
schema=templates/schema/rolewright.xsd
mapfile -t files < <(grep -lr 'xmlns="urn:rolewright:1"' templates glossary \
	stylesheets/l10n --include='*.xml' | sort)

# Prints what it finds in a file, then 'FILE: N ms'.
java -cp $java/xercesSamples.jar:$java/xercesImpl.jar:$java/xml-apis.jar \
	jaxp.SourceValidator -a $schema -i "${files[@]}" >"$SCRATCH/log" 2>&1
if ! grep -q ' ms$' "$SCRATCH/log"; then
	not_ok "xerces: $schema" "$SCRATCH/log"
	exit 1
fi
awk '
	/: [0-9]+ ms$/ {
		sub(/: [0-9]+ ms$/, "")
		print (found == "" ? "ok" : "not ok") " xerces: " $0
		printf "%s", found
		found = ""
		next
	}
	{ found = found "    " $0 "\n" }
	END {
		if (found != "")
			printf "not ok xerces\n%s", found
	}' "$SCRATCH/log"
