#!/bin/bash
# Another implementation of XML Schema, Xerces, accepts our schema and all our
# documents.
. "$(dirname "$0")/../lib.sh"
need java
jars=/usr/share/java/xercesImpl.jar:/usr/share/java/xml-apis.jar
if [ ! -f "${jars%%:*}" ]; then
	skip xerces "no libxerces2-java"
	exit 0
fi
cd "$TOP" || exit 3
mapfile -t files < <(find templates glossary stylesheets/l10n -name '*.xml' \
	! -name 'catalog.xml' ! -name 'nvdl.xml' ! -path '*/.*' | sort)
java -cp "$jars" tests/data/Validate.java templates/schema/rolewright.xsd \
	"${files[@]}"
