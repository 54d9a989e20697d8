# Stylesheet modules, by plain xsltproc: tests/xslt/ENTRY/CASE.xml in,
# CASE.out expected.
. "$here/lib.sh"
[ "$1" = list ] && { cd "$here/xslt" && find . -name '*.xml' | sed 's|^./||' |
    sort; exit; }
[ "${WRAP:-}" ] && { echo "no program of ours in it"; exit 0; }
entry=${case%%/*}
out=$here/xslt/${case%.xml}.out
[ -e "$out" ] || [ "${UPDATE:-}" ] || { echo "no expected $out"; exit 1; }
XML_CATALOG_FILES=$top/stylesheets/catalog.xml xsltproc --nonet \
    --stringparam today 2026-11-23 --stringparam language en \
    --stringparam generator "ismsdoc 0.1.0" \
    "$top/stylesheets/$entry.xsl" "$here/xslt/$case" > "$work.out" \
    2> "$work.err" || { cat "$work.err"; exit 1; }
[ -s "$work.err" ] && { cat "$work.err"; exit 1; }
same "$out" "$work.out" new
