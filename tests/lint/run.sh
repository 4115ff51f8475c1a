#!/bin/sh
# Runs every lint, two at a time: 'ok NAME' or 'not ok NAME', its findings
# below; exit 1 when one has any.
cd "$(dirname "$0")" || exit 3
for lint in *.sh; do
	case $lint in lib.sh | run.sh) ;; *) echo "${lint%.sh}" ;; esac
done | xargs -P2 -I{} sh -c '
	if out=$(bash {}.sh 2>&1); then
		printf "ok %s\n%s" {} "${out:+$out
}"
	else
		printf "not ok %s\n%s\n" {} "$out"
		exit 1
	fi'
