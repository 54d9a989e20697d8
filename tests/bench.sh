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

# Rows: is the time per row the same for ten times as many, and how much
# memory do they take?
rows() {	# rows N: a folder with N risks, N actions, N / 2 evidence
	"$B/ismsdoc" -q init "$T/r$1" --name Bench
	sed '/^#*risk:/d' "$T/r$1/isms.yaml" > "$T/yaml"
	cat "$T/yaml" - > "$T/r$1/isms.yaml" <<'END'
risk:
  likelihood: 5
  impact: 5
  bands: [{ name: low, up-to: 4, accept: risk-owner }, { name: medium, up-to: 9, accept: ciso }, { name: high }]
  accept-up-to: 8
END
	awk -v n="$1" -v dir="$T/r$1/registers" '
	function control(k) {	# one of the 93
		k = k % 93
		return k < 37 ? "A.5." (k + 1) : k < 45 ? "A.6." (k - 36) : \
		    k < 59 ? "A.7." (k - 44) : "A.8." (k - 58)
	}
	BEGIN {
		f = dir "/risks.csv"
		print "id,title,owner,current-likelihood,current-impact,option,target-likelihood,target-impact,controls,plan-approved-on" > f
		for (i = 1; i <= n; i++)
			printf "R-%05d,Risk number %d,head-of-it,%d,%d,reduce,%d,%d,%s;%s,2026-03-01\n", i, i,
			    i % 5 + 1, int(i / 5) % 5 + 1, i % 2 + 1, i % 3 + 1, control(i), control(i * 7 + 13) > f
		f = dir "/treatment.csv"
		print "id,risk,control,action,owner,due,done-on" > f
		for (i = 1; i <= n; i++)
			printf "T-%05d,R-%05d,%s,Action number %d,head-of-it,2027-01-31,%s\n", i, i,
			    control(i), i, i % 3 ? "" : "2026-10-01" > f
		f = dir "/evidence.csv"
		print "id,title,kind,where,owner,collected-on,covers-from,covers-to,seen-by,seen-on,controls,risks,actions" > f
		for (i = 1; i <= n / 2; i++)
			printf "EV-%05d,Evidence number %d,%s,DMS/store/%d,head-of-it,2026-%02d-%02d,,,,,%s;%s,R-%05d,T-%05d\n", i, i,
			    i % 2 ? "design" : "operation", i, i % 10 + 1, i % 28 + 1, control(i), control(i * 5 + 7), 2 * i, 2 * i > f
	}'
}
rows_build() { rm -rf "$T/r$1/out"; "$B/ismsdoc" -q -C "$T/r$1" --today 2026-11-23 build; }
rows_check() { "$B/ismsdoc" -q -C "$T/r$1" --today 2026-11-23 check; }
per_row() { awk -v a="$1" -v b="$2" -v c="$3" 'BEGIN { printf "%.2f", (c - a) / 10000 / ((b - a) / 1000) }'; }
for n in 10 1000 10000; do rows $n; done
for what in build check; do
	few=$(N=3 median rows_$what 10)
	some=$(N=3 median rows_$what 1000)
	many=$(N=1 median rows_$what 10000)
	echo "$what of risks with an action each and half as much evidence: 10 in $few ms, 1,000 in $some ms," \
	    "10,000 in $many ms; per row $(per_row "$few" "$some" "$many") times as long"
	if command -v /usr/bin/time > /dev/null; then
		rm -rf "$T/r10000/out"
		/usr/bin/time -f "peak memory with 10,000: %M KiB" \
		    "$B/ismsdoc" -q -C "$T/r10000" --today 2026-11-23 $what > /dev/null || true
	fi
done
# And without the actions: risks and evidence alone.
for f in treatment evidence; do
	awk -F, -v f=$f 'BEGIN { OFS = "," } NR > 1 && f == "treatment" { exit } NR > 1 { $NF = "" } { print }' \
	    "$T/r10000/registers/$f.csv" > "$T/rows" && mv "$T/rows" "$T/r10000/registers/$f.csv"
done
if command -v /usr/bin/time > /dev/null; then
	for what in build check; do
		rm -rf "$T/r10000/out"
		/usr/bin/time -f "$what of 10,000 risks and 5,000 rows of evidence: %e s, %M KiB" \
		    "$B/ismsdoc" -q -C "$T/r10000" --today 2026-11-23 $what > /dev/null || true
	done
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
