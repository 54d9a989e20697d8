#!/bin/sh
# Install what is missing: deps.sh build|test|valgrind|bench. Root or sudo on
# Debian: apt-get; otherwise the packages are named and the run stops.
set -u

have() { command -v "$1" >/dev/null 2>&1; }
pc() { have pkg-config && pkg-config --exists "$1"; }
header() {
	printf '#include <stdio.h>\n#include <%s>\n' "$1" |
	    ${CC:-cc} -E -xc - >/dev/null 2>&1
}

missing=
need() {	# need TEST ARG DEBIAN
	"$1" "$2" || missing="$missing $3"
}

build_needs() {
	have "${CC:-cc}" || missing="$missing gcc libc6-dev"
	need have pkg-config pkg-config
	need pc libxml-2.0 libxml2-dev
	need pc libxslt libxslt1-dev
	need pc libcmark libcmark-dev
	need pc yaml-0.1 libyaml-dev
	need pc nettle nettle-dev
	need pc json-c libjson-c-dev
	need header csv.h libcsv-dev
	need pc xlsxwriter libxlsxwriter-dev
	need pc zlib zlib1g-dev
	need pc libarchive libarchive-dev
	need header mimalloc.h libmimalloc-dev
}

test_needs() {
	build_needs
	need pc check check
	need have xmllint libxml2-utils
	need have xsltproc xsltproc
	need have mandoc mandoc
	need have node nodejs
	need have npm npm
	need have git git
	need have patch patch
	need have java default-jre-headless
	need have cmark cmark
	need have soffice libreoffice-calc-nogui
	[ -f /usr/share/xml/docbook/schema/rng/5.0/docbook.rng ] ||
	    missing="$missing docbook5-xml"
	[ -d /usr/share/xml/docbook/stylesheet/docbook-xsl-ns ] ||
	    missing="$missing docbook-xsl-ns"
}

case ${1:-} in
build) build_needs ;;
test) test_needs ;;
valgrind) test_needs; need have valgrind valgrind ;;
bench) build_needs; need have pandoc pandoc; need have cmark cmark
    need have xsltproc xsltproc ;;
*) echo "usage: deps.sh build|test|valgrind|bench" >&2; exit 2 ;;
esac
[ -n "$missing" ] || exit 0

# shellcheck disable=SC2086
try() {
	echo "installing:$missing"
	"$@" install -y --no-install-recommends $missing && return 0
	"$@" update && "$@" install -y --no-install-recommends $missing
}
if have apt-get; then
	export DEBIAN_FRONTEND=noninteractive
	if [ "$(id -u)" = 0 ]; then
		try apt-get >&2 && exit 0
	elif have sudo && sudo -n true 2>/dev/null; then
		try sudo -n apt-get >&2 && exit 0
	fi
fi

cat >&2 <<END
ismsdoc: missing on this machine:$missing
Install it, then run make again. To build:
  Debian    apt-get install gcc libc6-dev make pkg-config libxml2-dev libxslt1-dev libcmark-dev libyaml-dev libcsv-dev nettle-dev libjson-c-dev libxlsxwriter-dev zlib1g-dev libarchive-dev libmimalloc-dev
  Fedora    dnf install gcc make pkgconf libxml2-devel libxslt-devel cmark-devel libyaml-devel libcsv-devel nettle-devel json-c-devel libxlsxwriter-devel zlib-devel libarchive-devel mimalloc-devel
  Alpine    apk add build-base pkgconf libxml2-dev libxslt-dev cmark-dev yaml-dev libcsv-dev nettle-dev json-c-dev libxlsxwriter-dev zlib-dev libarchive-dev mimalloc2-dev
  Homebrew  brew install pkg-config libxml2 libxslt cmark libyaml libcsv nettle json-c libxlsxwriter libarchive mimalloc
To test, also:
  Debian    apt-get install check libxml2-utils xsltproc mandoc cmark docbook5-xml docbook-xsl-ns nodejs npm default-jre-headless git patch libreoffice-calc-nogui
  Fedora    dnf install check-devel libxml2 libxslt mandoc cmark docbook5-schemas docbook5-style-xsl nodejs npm java-latest-openjdk-headless git patch libreoffice-calc
  Alpine    apk add check-dev libxml2-utils libxslt mandoc cmark docbook-xml docbook-xsl nodejs npm openjdk17-jre-headless git patch libreoffice-calc
  Homebrew  brew install check mandoc docbook docbook-xsl node openjdk git; brew install --cask libreoffice
END
exit 1
