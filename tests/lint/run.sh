#!/bin/sh
# Runs every lint, two at a time. One line each: 'ok NAME' or 'FAILED NAME'
# after its findings; exit 1 when one failed.
cd "$(dirname "$0")" || exit 3
for lint in *.sh; do
	case $lint in lib.sh | run.sh) ;; *) echo "$lint" ;; esac
done | xargs -P2 -I{} sh -c '
	if out=$(bash {} 2>&1); then
		printf "%s\n" "${out:+$out
}ok {}"
	else
		printf "%s\n" "${out:+$out
}FAILED {}"
		exit 1
	fi'
