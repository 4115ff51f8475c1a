#!/bin/bash
# LibreOffice opens every Word file of the example site; its text equals the
# text twin but for white space and the marks of lists and tables.
. "$(dirname "$0")/../lib.sh"
need soffice unzip xmllint
need_site docx

mapfile -t files < <(cd "$SITE" && find . -name '*.docx' -printf '%P\n' | sort)
if [ ${#files[@]} -eq 0 ]; then
	not_ok "docx: the site has none"
	exit 1
fi
mkdir -p "$SCRATCH/in" "$SCRATCH/out"
for file in "${files[@]}"; do
	cp "$SITE/$file" "$SCRATCH/in/${file//\//,}"
done
timeout 1200 soffice "-env:UserInstallation=file://$SCRATCH/profile" --headless \
	--convert-to txt:Text:UTF8 --outdir "$SCRATCH/out" "$SCRATCH"/in/*.docx \
	>"$SCRATCH/log" 2>&1

# One word a line, without the marks that each writer draws its own way and the
# addresses of pictures and films, which Word shows as links.
words() {
	sed 's/^\xef\xbb\xbf//; s/[|•◦▪]/ /g; s/[─━=_-]\{3,\}/ /g' "$1" |
		tr -s '[:space:]' '\n' | grep -vxE '[-*+•]|[0-9]+[.)]' |
		grep -vxE '<https?://.*\.(jpg|png|mp4)>' | grep .
}
# Text breaks a cell over lines, beside those of its neighbours: where there is
# a table, the words are the same but not their order.
order() {
	if grep -qE '^ *-{3,}( +-{3,})+' "$1"; then sort; else cat; fi
}

for file in "${files[@]}"; do
	name=${file//\//,}
	text=$SCRATCH/out/${name%.docx}.txt
	twin=$SITE/${file%.docx}.txt
	if [ ! -s "$text" ]; then
		not_ok "docx: LibreOffice does not open $file" "$SCRATCH/log"
	elif [ ! -f "$twin" ]; then
		not_ok "docx: $file has no text twin"
	elif diff -U2 --label text --label word \
		<(words "$twin" | order "$twin") <(words "$text" | order "$twin") \
		>"$SCRATCH/diff"; then
		ok "docx: $file"
	else
		not_ok "docx: $file" "$SCRATCH/diff"
	fi
done

# Word is stricter than LibreOffice: each part well formed, each relation's
# target there, each style that is used defined.
check_parts() {
	local folder=$SCRATCH/parts style
	rm -rf "$folder" && mkdir "$folder"
	unzip -q "$1" -d "$folder" || return 1
	find "$folder" \( -name '*.xml' -o -name '*.rels' \) -print0 |
		xargs -0 xmllint --nonet --noout || return 1
	[ "$(unzip -Z1 "$1" | head -n 1)" = '[Content_Types].xml' ] || {
		echo "[Content_Types].xml is not the first part"
		return 1
	}
	grep -oE '<w:(pStyle|rStyle|tblStyle) w:val="[^"]*"' \
		"$folder/word/document.xml" | sed 's/.*val=//' | sort -u |
	while read -r style; do
		grep -q "w:styleId=$style" "$folder/word/styles.xml" ||
			echo "style $style is not defined"
	done | grep . && return 1
	return 0
}
for file in "${files[@]}"; do
	try "docx: parts of $file" check_parts "$SITE/$file"
done
