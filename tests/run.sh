#!/bin/sh
# The one test runner. Suites: those in suite/, such as unit, bad, cases, xslt,
# catalog. Environment: B (build folder), WRAP (valgrind ...), UPDATE=1
# (show what changed, then take it as expected), ONLY (a pattern of names),
# TIMES=1 (how long each case took).
# Closes with "N passed, N failed, N skipped".
set -u
LC_ALL=C TZ=UTC0
export LC_ALL TZ
unset SOURCE_DATE_EPOCH ISMSDOC_DATA NO_COLOR XML_CATALOG_FILES
here=$(cd "$(dirname "$0")" && pwd)
top=${here%/*}
cd "$top" || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$top/$B ;; esac
ISMSDOC_BIN=$B/ismsdoc
ISMSDOC="${WRAP:-} $ISMSDOC_BIN --today 2026-11-23"
OSCAL=${ISMSDOC_OSCAL:-$top/../shared/oscal}
[ -d "$OSCAL" ] && OSCAL=$(cd "$OSCAL" && pwd)
TMP=$(mktemp -d) || exit 1
trap 'rm -rf "$TMP"' EXIT
trap 'exit 1' INT TERM
export here top B ISMSDOC ISMSDOC_BIN OSCAL TMP
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:exitcode=98
export UBSAN_OPTIONS=print_stacktrace=1
JOBS=${JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}

for suite in "$here"/suite/*.sh; do
	name=$(basename "$suite" .sh)
	case $name in ${SUITE:-*}) ;; *) continue ;; esac
	mkdir -p "$TMP/$name"
	started=$(date +%s)
	# A suite lists its cases; each is run by itself, in parallel.
	sh "$suite" list > "$TMP/$name.list" || exit 1
	grep -e "${ONLY:-.}" "$TMP/$name.list" |
	    xargs -P "$JOBS" -I{} sh "$here/one.sh" "$suite" {} \
	    >> "$TMP/results"
	echo "$name: $(grep -c "^pass $name/" "$TMP/results") of $(grep -c \
	    -e "${ONLY:-.}" "$TMP/$name.list") in $(($(date +%s) - started)) s"
done

passed=$(grep -c '^pass ' "$TMP/results")
failed=$(grep -c '^fail ' "$TMP/results")
skipped=$(grep -c '^skip ' "$TMP/results")
grep '^skip ' "$TMP/results" | sort
sed -n 's/^fail /FAILED /p' "$TMP/results" | sort
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
