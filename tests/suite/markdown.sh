# Markdown to DocBook: tests/markdown/NAME.md in, NAME.xml expected, NAME.err
# where there are messages.
. "$here/lib.sh"
[ "$1" = list ] && { cd "$here/markdown" && ls -- *.md | sed 's/\.md$//'; exit; }
in=$here/markdown/$case
cd "$here/markdown" || exit 1
${WRAP:-} "$B/mdtool" --rules --holes --ids t "$case.md" > "$work.xml" 2> "$work.err"
no_memory_fault "$work.err" || exit 1
sed -i "s|$here/markdown/||g; s|$top/||g" "$work.err"
rc=0
same "$in.xml" "$work.xml" new || rc=1
if [ -s "$work.err" ] || [ -e "$in.err" ]; then
	[ -e "$in.err" ] || [ "${UPDATE:-}" ] || { cat "$work.err"; rc=1; }
	same "$in.err" "$work.err" new || rc=1
fi
exit $rc
