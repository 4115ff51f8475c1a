#!/bin/bash
# distcheck.sh ARCHIVE NAME: unpacks, builds, tests, installs, runs from the
# installed place, uninstalls, and finds nothing left.
set -eu
archive=$(realpath "$1") name=$2
work=$(mktemp -d "${TMPDIR:-/tmp}/distcheck.XXXXXX")
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

cd "$work"
tar -xzf "$archive"
cd "$name"
make -s all PREFIX="$work/usr"
make -s check PREFIX="$work/usr"
make -s install PREFIX="$work/usr"
cd "$work"
rm -rf "$name/build" "$name/templates" "$name/glossary" "$name/stylesheets"

# Away from the tree, only with what was installed.
rw=$work/usr/bin/rolewright
mkdir site
"$rw" --version
"$rw" -C "$work/usr/share/rolewright/templates/examples" build --output "$work/site"
[ -s site/index.html ]
"$rw" explain RW001 >/dev/null
tar -xzf "$archive"
make -s -C "$name" uninstall PREFIX="$work/usr"
left=$(find usr -type f)
[ -z "$left" ] || { printf 'left behind:\n%s\n' "$left" >&2; exit 1; }
echo "distcheck: $name is fine"
