#!/bin/sh
# Lint of catalogues, templates and samples: prints what is wrong, nothing
# where all is well.
set -u

# Counts that the standards fix.
count() {	# count FILE PATTERN WANTED WHAT
	n=$(grep -c "$2" "$1")
	[ "$n" = "$3" ] || echo "$1: $n $4, not $3"
}
count catalog/iso27001-2022.xml '<control ' 30 requirements
count catalog/iso27002-2022.xml '<control ' 93 controls
for t in 5:37 6:8 7:14 8:34; do
	count catalog/iso27002-2022.xml "<control id=\"a\.${t%:*}\." "${t#*:}" \
	    "controls in A.${t%:*}"
done
count catalog/iso27002-2022.xml 'prop name="new"' 11 "new controls"

# Each control has one statement; no two sentences are the same.
for f in catalog/iso27001-2022.xml catalog/iso27002-2022.xml; do
	[ "$(grep -c 'name="statement"' "$f")" = "$(grep -c '<control ' "$f")" ] ||
	    echo "$f: not one statement per control"
	sed -n 's/.*<p>\(.*\)<\/p>.*/\1/p' "$f"
done | grep -v '^Usually' | sort | uniq -d | sed 's/^/said twice: /'

# Templates and their rules, set by set.
sh tests/templates.sh

# Words that have no place in a policy or an answer.
grep -niE 'lorem|ipsum|\bTODO\b|\bTBD\b|\bFIXME\b|\bxxx\b|best-in-class|world-class|cutting-edge' \
    templates/*.md templates/rules/*.md catalog/iso*.xml \
    samples/*/*.md samples/*/answers/*/*.md samples/*/documents/*.md
exit 0
