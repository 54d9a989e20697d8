#!/bin/sh
# Lint of the wording of our catalogues: wording.sh [FILE]... (default: all).
# What is looked for stands in tests/wording/.
set -u
LC_ALL=C
export LC_ALL
here=$(dirname "$0")/wording
flat=$(mktemp) || exit 1
trap 'rm -f "$flat"' EXIT
[ $# -gt 0 ] || set -- "$here"/../../catalog/*.xml
for f; do
	case $f in */mapping-*) continue ;; esac
	xsltproc --nonet -o "$flat" "$here/flatten.xsl" "$f" || exit 1
	awk -v name="$(basename "$f" .xml)" -v dir="$here/../../catalog" -f "$here/lint.awk" \
	    "$here/words" "$here/parts" "$flat" || exit 1
done
exit 0
