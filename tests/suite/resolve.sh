# Profile resolution. Own cases: tests/resolve/NAME/ lies over
# tests/resolve/shared/; expected "resolved.xml", and "diag" where there are
# messages. Published ones: NIST's baselines and examples, compared as trees
# without metadata, the root's uuid, comments and blank space.
. "$here/lib.sh"
tsv=$OSCAL/profile-resolution/cases.tsv
rev4=content/nist.gov/SP800-53/rev4/xml/NIST_SP-800-53_rev4
if [ "$1" = list ]; then
	(cd "$here/resolve" && ls -d -- */ | sed 's|/$||' | grep -v '^shared$' |
	    sed 's|^|own/|')
	[ -e "$tsv" ] || { echo published; exit; }
	awk -F '\t' 'NR > 1 && $7 !~ /: skip$/ { print "nist/" $1 }' "$tsv"
	for l in LOW MODERATE HIGH; do echo "baseline/$l"; done
	exit
fi
kind=${case%%/*} name=${case#*/}
mkdir -p "$work"
resolve() {	# resolve PROFILE: in the current folder
	$ISMSDOC resolve "$1" > "$work/out.xml" 2> "$work/stderr"
	status=$?
	no_memory_fault "$work/stderr" || exit 1
}
valid() {	# against our schema, and the official one where it is there
	for xsd in "$top/catalog/oscal.xsd" \
	    "$OSCAL/schema/oscal-1.2.2_complete.xsd"; do
		[ -e "$xsd" ] || continue
		xmllint --noout --nonet --schema "$xsd" "$work/out.xml" \
		    2> "$work/log" || { head "$work/log"; exit 1; }
	done
}
equal() {	# equal FILE: as trees
	for f in "$work/out.xml" "$1"; do
		xsltproc --nonet "$here/resolve/tree.xsl" "$f" || exit 1
		echo
	done > "$work/trees"
	awk '{ a[NR] = $0 } END { n = NR / 2
	    for (i = 1; i <= n && a[i] == a[i + n]; i++)
		    ;
	    if (i <= n || NR % 2) { print a[i]; print a[i + n]; exit 1 } }' \
	    "$work/trees"
}
case $kind in
published)
	echo "no OSCAL files in $OSCAL; set ISMSDOC_OSCAL"
	exit 77 ;;
baseline)
	cd "$OSCAL" || exit 1
	resolve "${rev4}_$name-baseline_profile.xml"
	[ $status = 0 ] && [ ! -s "$work/stderr" ] || { cat "$work/stderr"; exit 1; }
	valid
	equal "${rev4}_$name-baseline-resolved-profile_catalog.xml" ;;
nist)
	cd "$OSCAL/profile-resolution" || exit 1
	row=$(awk -F '\t' -v n="$name" '$1 == n' "$tsv")
	field() { printf '%s' "$row" | cut -f "$1"; }
	case $(field 7) in *skip*) field 7; exit 77 ;; esac
	resolve "$(field 2)"
	case $(field 7) in *must-fail*)
		[ $status = 3 ] && [ ! -s "$work/out.xml" ] &&
		    grep -qE '^[^ ]+\.xml:[0-9]+: error: .*\[(profile-import|file-missing)\]$' \
		    "$work/stderr" && exit 0
		echo "exit status $status"; cat "$work/stderr"; exit 1 ;;
	esac
	[ $status = 0 ] || { cat "$work/stderr"; exit 1; }
	valid
	equal "$(field 3)" ;;
own)
	mkdir "$work/org"
	cp "$here"/resolve/shared/* "$work/org"
	cp -R "$here/resolve/$name/." "$work/org"
	cd "$work/org" || exit 1
	resolve profile.xml
	[ $status = 0 ] || { cat "$work/stderr"; exit 1; }
	valid
	rc=0
	same "$here/resolve/$name/resolved.xml" "$work/out.xml" new || rc=1
	[ -e "$here/resolve/$name/resolved.xml" ] || rc=1
	if [ -s "$work/stderr" ] || [ -e "$here/resolve/$name/diag" ]; then
		[ -e "$here/resolve/$name/diag" ] || [ "${UPDATE:-}" ] || {
			cat "$work/stderr"; rc=1; }
		same "$here/resolve/$name/diag" "$work/stderr" new || rc=1
	fi
	exit $rc ;;
esac
