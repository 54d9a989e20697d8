# The manual's examples, run as written in a copy of the samples.
. "$here/lib.sh"
list() { sed -n 's/^\.Dl \$ //p' "$top/src/ismsdoc.1"; }
[ "$1" = list ] && { list | awk '{ print "example-" NR }'; exit; }
mkdir -p "$work/build"
cd "$work" || exit 1
cp -R "$top/samples" samples
rm -rf samples/*/out
list | sed -n "1,${case#example-}p" | sed 's/^ismsdoc/$ISMSDOC/' > script
ISMSDOC="$ISMSDOC" sh -e script > log 2>&1 || {
	s=$?; [ $s = 1 ] && tail -n 1 script | grep -q check && exit 0
	cat log; exit 1; }
