# What ships in catalog/: numbers, the lists of facts where they are there
# ($ISMSDOC_FACTS, else ../shared/data), schemas, and that every catalogue,
# alone and with those it is used with, makes a folder that builds.
. "$here/lib.sh"
ships=$(cd "$top/catalog" && ls *.xml | sed 's/\.xml$//')
catalogs=$(cd "$top/catalog" && grep -l '^<catalog' *.xml | sed 's/\.xml$//')
together="iso27001-2022+iso27002-2022 iso27001-2013+iso27002-2013
    iso27001-2005+iso27002-2005
    iso27001-2022+iso27002-2022+iso27017-2015+iso27018-2019+iso27019-2024
    iso27001-2013+iso27002-2013+iso27017-2015+iso27018-2019+iso27701-2019
    iso27001-2022+iso27002-2022+iso27701-2025+vda-isa-6+iec62443-2-1-2024
    iso27001-2022+iso27002-2022+own-controls-example
    iso27701-2025+vda-isa-6 iso27001-2013+iso27001-2022
    iso27001-2022+iso27002-2022+iso27002-2013"
facts=${ISMSDOC_FACTS:-$top/../shared/data}
if [ "$1" = list ]; then
	for f in $ships; do echo "numbers/$f"; echo "facts/$f"; echo "schema/$f"; done
	for c in $catalogs $together; do echo "build/$c"; done
	exit
fi
check=${case%%/*} name=${case#*/}
file=$top/catalog/$name.xml
[ "${WRAP:-}" ] && [ "$check" != build ] && exit 0
mkdir -p "$work"
cd "$work" || exit 1

# FILE WHAT NUMBER: how many of WHAT, an XPath of OSCAL's element names.
numbers() { cat <<'END'
iso27001-2022 //control 30
iso27001-2022 /catalog/group 7
iso27002-2022 //control 93
iso27002-2022 //group[1]/control 37
iso27002-2022 //group[2]/control 8
iso27002-2022 //group[3]/control 14
iso27002-2022 //group[4]/control 34
iso27002-2022 //control/prop[@name="new"] 11
iso27002-2022 //prop[@class="usual"] 8
iso27001-2013 //control 26
iso27002-2013 //control 114
iso27002-2013 //group/group 35
iso27002-2013 /catalog/group 14
iso27001-2005 //control 18
iso27002-2005 //control 133
iso27002-2005 //group/group 39
iso27002-2005 /catalog/group 11
iso27017-2015 //control 7
iso27018-2019 //control 25
iso27018-2019 /catalog/group 8
iso27019-2024 //control 12
iso27019-2024 //group[1]/control 2
iso27019-2024 //group[2]/control 4
iso27019-2024 //group[3]/control 6
iso27701-2019 //control 49
iso27701-2019 //control[prop[@name="role"]/@value="controller"] 31
iso27701-2019 //control[prop[@name="role"]/@value="processor"] 18
iso27701-2025 //control 78
iso27701-2025 //control[prop[@name="role"]/@value="controller"] 31
iso27701-2025 //control[prop[@name="role"]/@value="processor"] 18
iso27701-2025 //control[prop[@name="role"]/@value="both"] 29
iso27799-2016 //alter 50
iec62443-2-1-2024 //control 87
iec62443-2-1-2024 /catalog/group 8
iec62443-2-1-2024 //group/group 16
vda-isa-6 //control 80
vda-isa-6 //control[prop/@value="withdrawn"] 1
vda-isa-6 //prop[@name="scale"] 6
own-controls-example //control 5
mapping-27002-2013-2022 //map 115
mapping-27002-2013-2022 //map[relationship="subset-of"] 55
mapping-27002-2013-2022 //map[relationship="equivalent-to"] 58
mapping-27002-2013-2022 //map[relationship="intersects-with"] 2
mapping-27002-2013-2022 //target-gap-summary//with-id 11
mapping-27001-2013-2022 //map 29
mapping-27001-2013-2022 //target-gap-summary//with-id 1
mapping-27002-2005-2013 //map 90
mapping-27002-2005-2013 //source-gap-summary//with-id 44
mapping-27701-2019-2025 //map 49
mapping-27701-2019-2025 //target-gap-summary//with-id 29
END
}

# Which list has the facts of a file, which of its columns by awk (a: the
# cells, A. and so on put before ids), and which columns of facts.xsl.
lists() {
	low='function low(s) { s = tolower(s); gsub(/_/, "-", s); return s }'
	role='function role(s) { return s ~ /controller/ && s ~ /processor/ ? "both" : s ~ /controller/ ? "controller" : s ~ /processor/ ? "processor" : "both" }'
	case $name in
	iso27002-2022) list=iso27002-2022-controls.tsv cut=1,2,9-14
		row='"A." c("id"), c("title"), low(c("control_types")), low(c("information_security_properties")), low(c("cybersecurity_concepts")), low(c("operational_capabilities")), low(c("security_domains")), c("new_in_2022") == "yes" ? 2022 : ""' ;;
	iso27001-2022|iso27001-2013) list=$name-clauses.tsv cut=1,2,15,16
		when='c("kind") == "requirement"'
		row='c("id"), c("title"), low(c("pdca")), c("documented_information") == "yes" ? split(c("document"), x, ";") : 0' ;;
	iso27002-2013) list=iso27002-2013-controls.tsv cut=1-6
		row='c("id"), c("title"), c("objective_id"), c("objective_title"), c("domain_id"), c("domain_title")' ;;
	iso27002-2005) list=legacy/iso27002-2005-controls.tsv cut=1-6
		row='c("id"), c("title"), c("objective_id"), c("objective_title"), c("domain_id"), c("domain_title")' ;;
	iso27001-2005) list=legacy/iso27001-2005-clauses.tsv cut=1,2
		leaves=1 row='c("id"), c("title")' ;;
	iso27017-2015) list=sector/$name.tsv cut=1-3 row='c("id"), c("title"), c("parent_id")' ;;
	iso27018-2019) list=sector/$name.tsv cut=1-4 row='c("id"), c("title"), c("parent_id"), c("parent_title")' ;;
	iso27019-2024) list=sector/$name.tsv cut=1-4 row='c("id") " " c("label"), c("title"), c("parent_id"), c("parent_title")' ;;
	iso27701-2019) list=sector/$name.tsv cut=1-4,7 row='c("id"), c("title"), c("parent_id"), c("parent_title"), role(c("role"))' ;;
	iso27701-2025) list=sector/$name.tsv cut=1-4,7,8 row='c("id"), c("title"), c("parent_id"), c("parent_title"), role(c("role")), last(c("base_control"))' ;;
	iec62443-2-1-2024) list=sector/$name.tsv cut=1-6 row='c("id"), c("title"), c("parent_id"), c("parent_title"), c("spe"), c("spe_title")' ;;
	vda-isa-6) list=sector/vda-isa-6.0.2.tsv cut=1-6 row='c("id"), c("label_in_our_words"), c("parent_id"), c("parent_title"), around("chapter_id"), around("chapter_title")' ;;
	mapping-27002-2013-2022) list=mapping-27002-2013-to-2022.tsv cut=1-3
		row='low(c("id_2013")), "a." c("id_2022"), c("split") == "yes" ? "intersects-with" : c("relation") == "merged" ? "subset-of" : "equivalent-to"' ;;
	mapping-27002-2005-2013) list=legacy/mapping-27002-2005-to-2013.tsv cut=1,2,4
		row='low(c("id_2005")), low(c("id_2013")), c("verified") == "title only" ? "title-only" : c("verified")' ;;
	mapping-27701-2019-2025) list=sector/iso27701-2019.tsv cut=1,2
		row='"pims-" low(c("id")), "pims-" low(c("id_2025"))' ;;
	*) return 1 ;;
	esac
	last='function last(s) { sub(/.* /, "", s); return s == "" ? "" : "A." s }'
	cat > row.awk <<END
function around(name) { return c("parent_id") == c("chapter_id") ? "" : c(name) }
function c(name) { return \$h[name] }
$low
$role
$last
BEGIN { FS = OFS = "\t" }
FNR == 1 { for (i = 1; i <= NF; i++) h[\$i] = i; next }
NR == FNR { parent[c("parent")] = 1; next }
(!${leaves:-0} || !(c("id") in parent)) && (${when:-1}) { print $row }
END
}

case $check in
numbers)
	numbers | grep "^$name " > wanted || { echo "no numbers for $name"; exit 1; }
	sed '2,$!b; s/ xmlns="[^"]*"//' "$file" > plain.xml
	rc=0
	while read -r _ what n; do
		got=$(xmllint --nonet --xpath "count($what)" plain.xml)
		[ "$got" = "$n" ] || { echo "$what: $got, not $n"; rc=1; }
	done < wanted
	exit $rc ;;
facts)
	lists || exit 0
	[ -e "$facts/$list" ] || { echo "no $list in $facts; set ISMSDOC_FACTS"; exit 77; }
	awk -f row.awk "$facts/$list" "$facts/$list" | sort > wanted
	xsltproc --nonet "$here/facts.xsl" "$file" | cut -f $cut | sort > got
	[ -s wanted ] && diff wanted got ;;
schema)
	rc=0
	for schema in "$top/catalog/oscal.xsd" "$OSCAL/schema/oscal-1.2.2_complete.xsd"; do
		[ -e "$schema" ] || { echo "no $schema; set ISMSDOC_OSCAL"; exit 77; }
		xmllint --noout --nonet --schema "$schema" "$file" 2> log || {
			head -n 5 log; rc=1; }
	done
	exit $rc ;;
build)
	$ISMSDOC -q init org $(echo "+$name" | sed 's/+/ --catalog /g') 2> stderr ||
	    { cat stderr; exit 1; }
	no_memory_fault stderr || exit 1
	$ISMSDOC -C org build > stdout 2> stderr || { cat stderr; exit 1; }
	no_memory_fault stderr || exit 1
	rng=/usr/share/xml/docbook/schema/rng/5.0/docbook.rng
	[ -e $rng ] && { xmllint --noout --nonet --relaxng $rng \
	    org/out/docbook/statement-*.xml 2> log || {
		grep -v validates log | head; exit 1; }; }
	# With one of the two standards alone, policies speak of others that
	# are not built, which is said. Nothing else is.
	case $name in *27001*+*27002*) none=. ;; *) none='\[not-built\]$' ;; esac
	[ "$none" = . ] && { cat stderr; [ ! -s stderr ]; exit; }
	grep ': [a-z]*: ' stderr | grep -v "$none"
	[ $? = 1 ] ;;
esac
