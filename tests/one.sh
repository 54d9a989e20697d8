#!/bin/sh
# Run one case of a suite: one.sh SUITE CASE. Prints "pass suite/case" (and
# fail, skip); what a failing case said goes to standard error.
suite=$1 case=$2
name=$(basename "$suite" .sh)
work=$TMP/$name/$(echo "$case" | tr / _)
mkdir -p "$work"
export work case
started=$(date +%s%3N)
sh "$suite" run "$case" > "$work.log" 2>&1
status=$?
[ "${TIMES:-}" ] && echo "$(($(date +%s%3N) - started)) ms $name/$case" >&2
case $status in
0) echo "pass $name/$case"
   [ "${UPDATE:-}" ] && [ -s "$work.log" ] && cat "$work.log" >&2 ;;
77) echo "skip $name/$case: $(tail -n 1 "$work.log")" ;;
*) { echo "--- $name/$case"; head -c 6000 "$work.log"; } >&2
   echo "fail $name/$case" ;;
esac
[ "${KEEP:-}" ] || rm -rf "$work"
