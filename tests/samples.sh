#!/bin/sh
# Lint of the samples: prints what is wrong. samples.sh BUILD [FOLDER]: in each
# folder of FOLDER (default: samples) "check" finds no error, and no warning
# whose code its README does not explain; reasons and long sentences of answers
# stand in one place only (samples.awk).
set -u
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
ismsdoc=$1/ismsdoc
samples=${2:-$here/../samples}
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT

# look DIR: what there is to say about one sample, and its lines for comparison.
look() {
	name=$(basename "$1")
	"$ismsdoc" -q --today 2026-11-23 check "$1" > "$T/$name.found" 2>&1
	[ $? -le 1 ] || echo "$name: check does not come to an end"
	grep -E ': error: ' "$T/$name.found"
	sed -n 's/.*: warning: .*\[\([a-z-]*\)\]$/\1/p' "$T/$name.found" |
	    sort | uniq -c | while read -r n code; do
		grep -qsw -e "$code" "$1/README.md" ||
		    echo "$name: $n warnings [$code], which README.md does not name"
	done
	"$ismsdoc" -q --today 2026-11-23 -C "$1" dossier 2> /dev/null |
	    xsltproc --nonet --stringparam sample "$name" "$here/samples.xsl" - \
	    > "$T/$name.lines" 2> /dev/null ||
	    echo "$name: no dossier to read"
}

for dir in "$samples"/*/; do
	dir=${dir%/}
	look "$dir" > "$T/$(basename "$dir").said" 2>&1 &
done
wait
cat "$T"/*.said
awk -f "$here/samples.awk" "$T"/*.lines
exit 0
