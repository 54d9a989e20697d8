# What the samples' output must be: valid DocBook, HTML and SARIF, stock
# stylesheets without a warning, the same bytes anywhere; and so in each view.
# One case per check and sample.
. "$here/lib.sh"
rng=/usr/share/xml/docbook/schema/rng/5.0/docbook.rng
stock=/usr/share/xml/docbook/stylesheet/docbook-xsl-ns
samples=$(cd "$top/samples" && ls)
if [ "$1" = list ]; then
	for s in $samples base; do
		for c in docbook stock html sums same sarif; do
			echo "$c/$s"
		done
	done
	for s in $samples; do echo "dossier/$s"; echo "views/$s"; done
	echo many/base
	exit
fi
check=${case%%/*} sample=${case#*/}
src=$top/samples/$sample
[ "$sample" = base ] && src=$here/base
mkdir -p "$work"
cp -R "$src" "$work/org"
rm -rf "$work/org/out"
cd "$work" || exit 1
build() {	# build FOLDER
	$ISMSDOC -q -C "$1" build --sheets > stdout 2> stderr || { cat stderr; return 1; }
	no_memory_fault stderr
}
case $check in
many)	# Articles so large that they are packed: the same in any order, valid.
	[ "${WRAP:-}" ] && { echo "too slow"; exit 0; }
	rm -rf org
	$ISMSDOC -q init org --name Many > log || exit 1
	sed '/^#*risk:/d' org/isms.yaml > yaml
	{ cat yaml; echo 'risk: { likelihood: 5, impact: 5, accept-up-to: 8 }'; } > org/isms.yaml
	awk 'BEGIN { print "id,title,owner,current-likelihood,current-impact,option,target-likelihood,target-impact,controls"
	    for (i = 1; i <= 700; i++) printf "R-%d,Risk <%d>,ciso,%d,3,reduce,1,2,A.5.%d;A.8.%d\n", i, i, i % 5 + 1, i % 37 + 1, i % 34 + 1 }' \
	    > org/registers/risks.csv
	awk 'BEGIN { print "id,risk,control,action,owner,due"
	    for (i = 1; i <= 700; i++) printf "T-%d,R-%d,A.8.%d,Action & %d,ciso,2027-01-31\n", i, i, i % 34 + 1, i }' \
	    > org/registers/treatment.csv
	build org || exit 1
	plan=org/out/docbook/risk-treatment-plan.xml
	[ "$(grep -o 'xml:id="risk-treatment-plan.row.R-' $plan | wc -l)" = 700 ] ||
	    { echo "rows are missing"; exit 1; }
	[ ! -e $rng ] || xmllint --noout --nonet --relaxng $rng $plan 2> log || { cat log; exit 1; }
	$ISMSDOC -q -C org build --sheets -j 1 -o one && diff -r -x .ismsdoc org/out one ;;
docbook)
	[ -e $rng ] || { echo "$rng is not there"; exit 77; }
	build org || exit 1
	find org/out/docbook -name '*.xml' | xargs xmllint --xinclude --noout \
	    --nonet --relaxng $rng 2> log
	n=$(find org/out/docbook -name '*.xml' | wc -l)
	[ "$(grep -c ' validates$' log)" = "$n" ] && exit 0
	grep -v ' validates$' log | head -n 30
	exit 1 ;;
stock)
	[ -d $stock ] || { echo "$stock is not there"; exit 77; }
	build org || exit 1
	for f in $(find org/out/docbook -name '*.xml'); do
		[ "$f" = org/out/docbook/isms.xml ] && continue
		xsltproc --nonet --stringparam docbook.css.source "" \
		    --stringparam generate.toc "" \
		    $stock/xhtml5/docbook.xsl "$f" > page.html 2>> log || exit 1
		grep -q 'color: red' page.html && echo "$f: unmatched" >> log
	done
	[ -s log ] && { head -n 20 log; exit 1; }
	exit 0 ;;
sarif)
	sh "$here/npm.sh" "$top/build/npm" || { echo "ajv cannot be had"; exit 77; }
	$ISMSDOC -C org check --format sarif > found.sarif
	$ISMSDOC -C org check --format sarif --only dates > dates.sarif
	printf 'rules: { copied-reason: { level: "off", reason: "<x>" } }\n' \
	    >> org/isms.yaml
	$ISMSDOC -C org check --format sarif > changed.sarif
	echo 'nothing: "\u0007"' >> org/isms.yaml
	$ISMSDOC -C org check --format sarif > faults.sarif
	node "$here/sarif.mjs" "$top/build/npm/node_modules" *.sarif ;;
html)
	sh "$here/npm.sh" "$top/build/npm" || { echo "vnu-jar cannot be had"; exit 77; }
	command -v java > /dev/null || { echo "java cannot be had"; exit 77; }
	build org || exit 1
	find org/out/html -name '*.html' | xargs java -jar \
	    "$top/build/npm/node_modules/vnu-jar/build/dist/vnu.jar" \
	    > said 2>&1
	# Its idea of "self" has no files; browsers load them (see README).
	grep -v 'Resource violates Content Security Policy' said > log
	[ ! -s log ] && exit 0
	head -n 30 log
	exit 1 ;;
sums)
	build org || exit 1
	cd org/out && sha256sum -c --quiet SHA256SUMS || exit 1
	find . -type f ! -name SHA256SUMS ! -path './.ismsdoc/*' | sed 's|^\./||' | LC_ALL=C sort > "$work/have"
	sed 's/^[0-9a-f]*  //' SHA256SUMS > "$work/listed"
	diff "$work/have" "$work/listed" ;;
same)
	# Another folder, time zone, locale and order of files on the disk.
	build org || exit 1
	mkdir -p "elsewhere/deep er"
	(cd org && find . -type f ! -path './out/*' | LC_ALL=C sort -r) |
	    while read -r f; do
		mkdir -p "elsewhere/deep er/$(dirname "$f")"
		cp "org/$f" "elsewhere/deep er/$f"
	done
	(cd "elsewhere/deep er" && TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 \
	    LANG=de_DE.UTF-8 $ISMSDOC -q build --sheets -j 1 2> ../../stderr) ||
	    { cat stderr; exit 1; }
	diff -r -x .ismsdoc org/out "elsewhere/deep er/out" | head -n 20 > log
	[ ! -s log ] && exit 0
	cat log
	exit 1 ;;
views)
	for v in public staff management; do
		$ISMSDOC -q -C org build --view $v -o $v 2> stderr ||
		    { cat stderr; exit 1; }
		[ -s stderr ] && { cat stderr; exit 1; }
		$ISMSDOC -C org dossier --view $v > dossier.xml
		xmllint --noout --nonet --schema "$top/stylesheets/dossier.xsd" \
		    dossier.xml 2> log || { head -n 20 log; exit 1; }
		[ -e $rng ] && xmllint --xinclude --noout --nonet --relaxng $rng \
		    $v/docbook/*.xml 2>&1 | grep -v ' validates$' && exit 1
	done
	exit 0 ;;
dossier)
	$ISMSDOC -C org dossier > dossier.xml 2> stderr || { cat stderr; exit 1; }
	xmllint --noout --nonet --schema "$top/stylesheets/dossier.xsd" \
	    dossier.xml 2> log && exit 0
	head -n 20 log
	exit 1 ;;
esac
