# Bad input: tests/bad/NAME/ lies over tests/base/ and is built. Expected:
# "diag" (standard error), "status" (else 3), and, where "cmd" exists, that
# script is run in place of a build.
. "$here/lib.sh"
[ "$1" = list ] && { ls "$here/bad"; exit; }
dir=$here/bad/$case
mkdir -p "$work/org"
cp -R "$here/base/." "$work/org"
(cd "$dir" && find . -type f ! -name diag ! -name status ! -name cmd \
    ! -name stdout) | while read -r f; do
	mkdir -p "$work/org/$(dirname "$f")"
	cp "$dir/$f" "$work/org/$f"
done
cd "$work" || exit 1
if [ -e "$dir/cmd" ]; then
	ISMSDOC="$ISMSDOC" sh "$dir/cmd" > stdout 2> stderr
else
	$ISMSDOC -q -C org build > stdout 2> stderr
fi
status=$?
no_memory_fault stderr || exit 1
sed -e "s|$ISMSDOC_BIN|ismsdoc|g; s|$top/||g; s|$work/||g" stderr > diag
echo $status > status
rc=0
[ -e "$dir/status" ] || [ $status = 3 ] || {
	echo "exit status $status, not 3"; cat stderr; rc=1; }
[ -e "$dir/diag" ] || [ "${UPDATE:-}" ] || { echo "no expected diag"; rc=1; }
same "$dir/diag" diag new || rc=1
same "$dir/status" status || rc=1
same "$dir/stdout" stdout || rc=1
exit $rc
