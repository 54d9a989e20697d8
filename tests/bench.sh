#!/bin/sh
# Figures as ratios against other programs in one run; medians of N runs.
# Set B to the build folder. Asserts nothing.
set -eu
LC_ALL=C
export LC_ALL
B=${B:-build}
N=${N:-7}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

now() { date +%s%N; }

# median COMMAND...: milliseconds, the median of N runs after one warm-up.
median() {
	"$@" > /dev/null 2>&1 || true
	i=0
	while [ $i -lt "$N" ]; do
		a=$(now)
		"$@" > /dev/null 2>&1 || true
		b=$(now)
		echo $(((b - a) / 1000))
		i=$((i + 1))
	done | sort -n | awk '{ v[NR] = $1 } END { printf "%.1f", v[int((NR + 1) / 2)] / 1000 }'
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }

# A sample's Markdown: answers, documents, and the templates it is built with.
markdown=$(find samples/northwind/answers samples/northwind/documents \
    templates -name '*.md' ! -name README.md)
cat > "$T/identity.xsl" <<'END'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
</xsl:stylesheet>
END

build_fresh() { rm -rf "$T/out"; "$B/ismsdoc" -q build samples/northwind -o "$T/out"; }
build_again() { "$B/ismsdoc" -q build samples/northwind -o "$T/out"; }
pandoc_all() {
	for f in $markdown; do
		pandoc -f gfm -t html5 -s --metadata title=x "$f" -o "$T/p.html"
		pandoc -f gfm -t docbook5 -s --metadata title=x "$f" -o "$T/p.xml"
	done
}
floor_all() {
	# shellcheck disable=SC2086
	cmark $markdown
	xsltproc --nonet "$T/identity.xsl" "$T"/out/docbook/*.xml
}

build_fresh
files=$(find "$T/out" -type f | wc -l)
bytes=$(cat $markdown | wc -c)
echo "northwind: $(echo "$markdown" | wc -l) Markdown files, $bytes bytes -> $files files"
ours=$(median build_fresh)
again=$(median build_again)
floor=$(median floor_all)
check=$(median "$B/ismsdoc" check samples/northwind)
echo "build, new folder:       $ours ms"
echo "build, nothing changed:  $again ms"
echo "check:                   $check ms"
echo "floor (cmark, xsltproc): $floor ms; build is $(ratio "$ours" "$floor") times that"
if command -v /usr/bin/time > /dev/null; then
	rm -rf "$T/out"
	/usr/bin/time -f "peak memory of a build:  %M KiB" \
	    "$B/ismsdoc" -q build samples/northwind -o "$T/out"
fi
if command -v pandoc > /dev/null; then
	N=1 pandoc=$(N=1 median pandoc_all)
	echo "pandoc, same Markdown:   $pandoc ms; $(ratio "$pandoc" "$ours") times ours"
fi

OSCAL=${ISMSDOC_OSCAL:-../shared/oscal}
big=$OSCAL/content/nist.gov/SP800-53/rev4/xml/NIST_SP-800-53_rev4_catalog.xml
[ -f "$big" ] || { echo "SP 800-53: skipped, no $big"; exit 0; }
# From a folder that holds what the profile imports.
here=$(pwd)
case $B in /*) bin=$B/ismsdoc ;; *) bin=$here/$B/ismsdoc ;; esac
cd "$OSCAL"
high=content/nist.gov/SP800-53/rev4/xml/NIST_SP-800-53_rev4_HIGH-baseline_profile.xml
echo "SP 800-53 rev 4 HIGH, profile resolved:   $(median "$bin" -q resolve $high) ms"
if command -v /usr/bin/time > /dev/null; then
	/usr/bin/time -f "peak memory of that:     %M KiB" "$bin" -q resolve $high > /dev/null
fi
cd "$here"
"$B/ismsdoc" -q init "$T/sp" --catalog "$big"
sp_build() { rm -rf "$T/sp/out"; "$B/ismsdoc" -q -C "$T/sp" build; }
echo "SP 800-53 rev 4, 922 controls, undecided: $(median sp_build) ms"
for f in "$T"/sp/answers/*/*.md; do
	printf -- '---\napplicable: true\nstatus: implemented\njustification: Needed for %s.\nbecause: [{ decision: "Board, 2026-03-02" }]\nevidence: { none-because: made up }\n---\nThis is how %s is done here, by whom and how often.\n\n## Details\n\nMore on it.\n' \
	    "$(basename "$f" .md)" "$(basename "$f" .md)" > "$f"
done
echo "SP 800-53 rev 4, every answer filled:     $(median sp_build) ms"
if command -v /usr/bin/time > /dev/null; then
	rm -rf "$T/sp/out"
	/usr/bin/time -f "peak memory of that:     %M KiB" "$B/ismsdoc" -q -C "$T/sp" build
fi
