#!/bin/sh
# install.sh install|uninstall PROGRAM ROOT: data, man pages and completions
# below ROOT (DESTDIR and PREFIX).
set -eu
verb=$1 program=$2 root=$3
share=$root/share/rolewright
cd "$(dirname "$0")/.."

# 'page.1' of src/man goes to share/man/man1.
pages() {
	find src/man -name '*.[1-9]' | sort
}
man_of() {
	echo "$root/share/man/man${1##*.}/$(basename "$1")"
}
bash_file=$root/share/bash-completion/completions/rolewright
zsh_file=$root/share/zsh/site-functions/_rolewright
fish_file=$root/share/fish/vendor_completions.d/rolewright.fish

if [ "$verb" = uninstall ]; then
	rm -rf "$share"
	rm -f "$root/bin/rolewright" "$bash_file" "$zsh_file" "$fish_file"
	pages | while read -r page; do
		rm -f "$(man_of "$page")"
	done
	exit 0
fi

find templates glossary stylesheets -type f ! -path '*/.rolewright/*' \
	! -path '*/output/*' | while read -r file; do
	install -D -m 644 "$file" "$share/$file"
done
pages | while read -r page; do
	install -D -m 644 "$page" "$(man_of "$page")"
done
for shell in bash zsh fish; do
	eval "file=\$${shell}_file"
	mkdir -p "$(dirname "$file")"
	"$program" completion $shell >"$file"
	chmod 644 "$file"
done
