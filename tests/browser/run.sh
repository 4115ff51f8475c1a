#!/bin/bash
# One page of each kind, light and dark, wide and narrow, in a real Chromium:
# no finding of axe, one h1, no skipped heading, no sideways scrolling, nothing
# on the console, and the Copy button copies.
. "$(dirname "$0")/../lib.sh"
need node
need_site browser
if [ ! -d "$TOP/tests/browser/node_modules/playwright-core" ]; then
	skip browser "no playwright-core: run 'make setup-test'"
	exit 0
fi
if [ ! -x "${CHROMIUM:=/usr/bin/chromium}" ]; then
	skip browser "no $CHROMIUM"
	exit 0
fi
export CHROMIUM
timeout 1500 node "$TOP/tests/browser/pages.mjs" "$SITE" "$SCRATCH/profile"
