# Published OSCAL catalogues as they are: init, build, build with answers.
. "$here/lib.sh"
if [ "$1" = list ]; then
	if [ -d "$OSCAL/content" ]; then
		(cd "$OSCAL/content" && find . -name '*catalog.xml' | sed 's|^\./||' | sort)
	else
		echo published
	fi
	exit
fi
[ "$case" = published ] && { echo "no OSCAL files in $OSCAL; set ISMSDOC_OSCAL"; exit 77; }
rng=/usr/share/xml/docbook/schema/rng/5.0/docbook.rng
mkdir -p "$work"
cd "$work" || exit 1
$ISMSDOC -q init org --catalog "$OSCAL/content/$case" --name "Try & <Co>" \
    2> stderr || { cat stderr; exit 1; }
no_memory_fault stderr || exit 1
$ISMSDOC -q -C org build 2> stderr || { cat stderr; exit 1; }
no_memory_fault stderr || exit 1
asked=$(find org/answers -name '*.md' | wc -l)
# Every control that is not withdrawn has a file and a row.
want=$(xmllint --xpath 'count(//*[local-name()="control"][not(*[local-name()="prop"][@name="status" and translate(@value,"WITHDRAWN","withdrawn")="withdrawn"])])' "$OSCAL/content/$case" 2>/dev/null)
[ "$asked" = "$want" ] || { echo "$asked answer files for $want controls"; exit 1; }
rows=$(grep -o 'xml:id="control-[^"]*"' org/out/docbook/statement-of-applicability.xml | wc -l)
[ "$rows" = "$want" ] || { echo "$rows rows for $want controls"; exit 1; }
xmllint --noout --nonet --relaxng $rng org/out/docbook/control-handbook.xml \
    org/out/docbook/statement-of-applicability.xml 2> log || { grep -v validates log | head; exit 1; }
exit 0
