# The manual's examples, run in order as written, in a copy of the samples.
. "$here/lib.sh"
[ "$1" = list ] && { echo examples; exit; }
mkdir -p "$work/build"
cd "$work" || exit 1
cp -R "$top/samples" samples
rm -rf samples/*/out
sed -n 's/^\.Dl \$ //p' "$top/src/ismsdoc.1" > examples
[ -s examples ] || { echo "ismsdoc.1 has no examples"; exit 1; }
rc=0
while read -r line; do
	(ISMSDOC=$ISMSDOC; eval "$(echo "$line" | sed 's/ismsdoc/$ISMSDOC/')") \
	    > log 2>&1 < /dev/null
	s=$?
	# check says 1 where it finds something.
	case "$s $line" in
	"0 "*) continue ;;
	"1 "*" check "*) grep -q ' warnings\?,' log && continue ;;
	esac
	echo "$ $line: exit $s"
	tail -n 5 log
	rc=1
done < examples
exit $rc
