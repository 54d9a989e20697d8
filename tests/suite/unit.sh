# Unit suites by check, one case per suite.
. "$here/lib.sh"
[ "$1" = list ] && { "$B/unit/run" --list; exit; }
CK_FORK=${WRAP:+no} ${WRAP:-} "$B/unit/run" "$case" > "$work.out" 2>&1
status=$?
[ $status = 0 ] && no_memory_fault "$work.out" && exit 0
cat "$work.out"
exit 1
