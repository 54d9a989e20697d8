# Golden cases: tests/cases/NAME/cmd is run in an empty folder beside a copy
# of NAME/org (if any). Expected files, each compared where it exists: stdout,
# stderr, status (else 0), and every file below expect/.
. "$here/lib.sh"
[ "$1" = list ] && { ls "$here/cases"; exit; }
dir=$here/cases/$case
mkdir -p "$work"
cd "$work" || exit 1
[ -d "$dir/org" ] && cp -R "$dir/org" org
sh -eu "$dir/cmd" > stdout 2> stderr
status=$?
[ $status = 77 ] && { tail -n 1 stdout; exit 77; }
no_memory_fault stderr || exit 1
sed -i -e "s|$ISMSDOC_BIN|ismsdoc|g; s|$top/||g; s|$work/||g" stderr stdout
echo $status > status
rc=0
[ -e "$dir/status" ] || [ $status = 0 ] || {
	echo "exit status $status"; cat stderr stdout; rc=1; }
for f in stdout stderr status; do
	same "$dir/$f" $f || rc=1
done
[ -d "$dir/expect" ] && for f in $(cd "$dir/expect" && find . -type f); do
	same "$dir/expect/$f" "$f" || rc=1
done
exit $rc
