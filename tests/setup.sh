#!/bin/sh
# Installs what is missing: 'setup.sh build' for the build, 'setup.sh test'
# for the tests too. As root or with sudo; else it prints the line and exits 3.
set -eu
cd "$(dirname "$0")"

build='gcc libc6-dev make pkg-config xsltproc libxml2-dev libxslt1-dev
	libpcre2-dev libcmark-dev libicu-dev libzip-dev libcsv-dev
	libjansson-dev libxxhash-dev zlib1g-dev'
tests='libcmocka-dev clang clang-format libclang-rt-14-dev libxml2-utils
	cmark git jq mandoc zip unzip valgrind strace universal-ctags time
	poppler-utils default-jre-headless libxerces2-java jing trang
	libreoffice-writer chromium nodejs perl procps util-linux'
packages=$build
[ "${1:-build}" = build ] || packages="$build $tests"

present() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=
for package in $packages; do
	# Node.js and a Java may be there from elsewhere.
	case $package in
	nodejs) ! command -v node >/dev/null || continue ;;
	default-jre-headless) ! command -v java >/dev/null || continue ;;
	esac
	present "$package" || missing="$missing $package"
done
case $packages in
*nodejs*) command -v npm >/dev/null || missing="$missing npm" ;;
esac

if [ -n "$missing" ]; then
	line="apt-get install -y --no-install-recommends$missing"
	if [ "$(id -u)" = 0 ]; then
		sudo=
	elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
		sudo=sudo
	else
		printf 'missing packages; as root run:\n  %s\n' "$line" >&2
		exit 3
	fi
	export DEBIAN_FRONTEND=noninteractive
	$sudo apt-get update -q >/dev/null || exit 3
	$sudo $line >&2 || exit 3
fi

[ "${1:-build}" = build ] && exit 0

# From npm, by the lock file; nothing of it runs a script when installed.
cd browser
if ! cmp -s package-lock.json node_modules/.lock; then
	if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2; then
		cp package-lock.json node_modules/.lock
	elif [ "${CI:-}" = true ]; then
		exit 3
	else
		echo "npm failed: the tests in a browser will be skipped" >&2
	fi
fi
