#!/bin/sh
# Lints: floors, banned functions, width, function length, XSLT modes and
# templates, manual against program. lint.sh BUILD. Closes with a count.
set -u
LC_ALL=C
export LC_ALL
B=${1:-build}
T=$(mktemp -d) || exit 1
trap 'rm -rf "$T"' EXIT

# check NAME: what comes on standard input is wrong; nothing is fine. It runs
# at the end of a pipe, in a shell of its own, so it counts in a file.
check() {
	out=$(cat)
	if [ -n "$out" ]; then
		echo "lint: $1:"
		printf '%s\n' "$out" | head -n 40
		echo bad >> "$T/count"
	else
		echo good >> "$T/count"
	fi
}

awk -f tests/floors.awk src/FLOORS src/*.[ch] | check "floors"

grep -nE '\b(strcpy|strcat|sprintf|strtok|strncpy|gets|atoi|gmtime|localtime|system)\(' \
    src/*.[ch] | check "banned functions"

grep -nE '\b_?exit\(' src/*.c | grep -vE '^src/(main|mem)\.c:' |
    check "only main.c and mem.c exit"

for f in src/*.[ch] tests/unit/*.[ch]; do
	expand "$f" | awk -v f="$f" 'length > 80 { print f ":" NR ": " length " columns" }'
done | check "more than 80 columns"

grep -nE '[[:blank:]]+$' src/*.[ch] stylesheets/*.xsl stylesheets/*/*.xsl \
    tests/*.sh Makefile | check "blank space at the end of a line"

grep -nE '^[[:blank:]]+[^*]*\b(if|while) \([^=!<>]*[^=!<>]=[^=][^;]*\)' src/*.c |
    grep -vE 'getopt|\(\(|== |!= |<= |>= ' | check "assignment in a condition"

# First line says what the file is for.
for f in src/*.[ch]; do
	head -n 1 "$f" | grep -q '^/\* .*[.] \*/$\|^/\* .*[.:]$\|^/\* .* \*/$' ||
	    echo "$f:1: no sentence on what the file is for"
done | check "first line"

# No function over 100 lines, no file over 800.
awk 'FNR == 1 { start = 0 }
    /^\{/ { start = FNR }
    /^\}/ && start { if (FNR - start > 100) print FILENAME ":" start ": " FNR - start " lines"; start = 0 }' \
    src/*.c | check "function over 100 lines"
wc -l src/*.[ch] | awk '$2 != "total" && $1 > 800 { print $2 ": " $1 " lines" }' |
    check "file over 800 lines"

# Every mode that is applied has a template, every template called exists.
xsls=$(find stylesheets -name '*.xsl')
# shellcheck disable=SC2086
uses=$(grep -ohE 'apply-templates[^>]*mode="[^"]+"' $xsls | sed 's/.*mode="//; s/"//' | sort -u)
# shellcheck disable=SC2086
has=$(grep -ohE '<xsl:template[^>]*mode="[^"]+"' $xsls | sed 's/.*mode="//; s/"//' | sort -u)
for m in $uses; do
	printf '%s\n' "$has" | grep -qx "$m" || echo "mode $m has no template"
done | check "XSLT modes"
# shellcheck disable=SC2086
calls=$(grep -ohE 'call-template name="[^"]+"' $xsls | sed 's/.*name="//; s/"//' | sort -u)
# shellcheck disable=SC2086
names=$(tr '\n' ' ' < /dev/null; cat $xsls | tr '\n' ' ' | grep -oE '<xsl:template[^>]*name="[^"]+"' | sed 's/.*name="//; s/"//' | sort -u)
for t in $calls; do
	printf '%s\n' "$names" | grep -qx "$t" || echo "template $t is not there"
done | check "XSLT named templates"
# shellcheck disable=SC2086
grep -nE 'generate-id\(|<xsl:sort[^>]*lang=|exsl:document|xsl:result-document' $xsls |
    grep -v 'generate-id(.*=.*generate-id(\|count(.*|' |
    check "generate-id, lang in sort, exsl:document"

# What libxslt and libxml2 answer with a search of the whole document: two
# predicates on a step of a pattern, and //x[...].
{
	grep -nE '(select|test)="[^"]*[^:]//[a-z:]+\[' $xsls
	grep -nE '<xsl:template match="' $xsls | awk '{
		s = $0
		sub(/.*<xsl:template match="/, "", s)
		sub(/".*/, "", s)
		for (depth = i = 0; ++i <= length(s); ) {
			c = substr(s, i, 1)
			depth += (c == "[") - (c == "]")
			if (depth == 0 && substr(s, i, 2) == "][") {
				print
				break
			}
		}
	}'
} | check "patterns with two predicates on a step, //x with a predicate"

# An alternative of a key that begins with a blank is looked for everywhere.
# shellcheck disable=SC2086
for f in $xsls; do
	tr '\n' ' ' < "$f" | grep -oE '<xsl:key [^>]*>' |
	    grep -oE 'match="[^"]*\|[[:blank:]][^"]*"' | sed "s|^|$f: |"
done | check "keys with a blank after |"

# The manual: clean, and the same usage and codes as the program.
mandoc -Tlint -Wwarning src/ismsdoc.1 src/ismsdoc.5 2>&1 | check "mandoc"
mandoc -Tascii -O width=500 src/ismsdoc.1 | col -b > "$B/ismsdoc.txt"
"$B/ismsdoc" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' | while read -r c; do
	use=$("$B/ismsdoc" help "$c" | sed -n '1s/^usage: //p')
	grep -qF "$use" "$B/ismsdoc.txt" || echo "ismsdoc.1 lacks: $use"
done | check "usage in the manual"
sed -n 's/.*X([A-Z_0-9]*, [A-Z]*, "\([a-z0-9-]*\)".*/\1/p' src/diag.h > "$B/codes"
while read -r code; do
	grep -q "^\.It Cm $code\$\|^\.It $code\$" src/ismsdoc.1 ||
	    echo "ismsdoc.1 lacks the code $code"
	case $code in usage|system|no-data|too-many|rule|out-locked|out-exchange|out-left) continue ;; esac
	grep -rqs "\[$code\]" tests/bad tests/cases ||
	    echo "no expected file of the tests has [$code]"
done < "$B/codes" | check "codes in manual and tests"
# Who may read it is decided of each register that the program knows.
sed -n 's/^\([a-z-]*\):$/\1/p' templates/registers.yaml | while read -r r; do
	grep -q "{ \"$r\", AUDIENCE_" src/audience.c ||
	    echo "audience.c lacks $r"
done | check "registers and their audience"
# Each finding is declared, once, and each declaration is of a finding, has
# its words, and stands in the manual. Reading's are the warnings of diag.h,
# but for those that come after all findings.
declared=$(grep -ohE '<i:rule code="[^"{]+"' stylesheets/rules/*.xsl | sed 's/.*"\(.*\)"/\1/' | sort)
found=$(grep -ohE "name=\"code\" select=\"'[^']+'" stylesheets/rules/*.xsl | sed "s/.*'\(.*\)'/\1/" | sort -u)
warned=$(sed -n 's/.*X([A-Z_0-9]*, WARNING, "\([a-z0-9-]*\)".*/\1/p' src/diag.h |
    grep -vxE 'xslt-message|result-link|out-exchange|out-left|sheet-cut|sheet-left' | sort)
printf '%s\n%s\n' "$found" "$warned" | sort > "$T/found"
printf '%s\n' "$warned" > "$T/warned"
{
	printf '%s\n' "$declared" | uniq -d | sed 's/$/ is declared twice/'
	printf '%s\n' "$declared" | uniq > "$T/declared"
	comm -13 "$T/declared" "$T/found" | sed 's/$/ is no declared rule (i:rule)/'
	comm -23 "$T/declared" "$T/found" | sed 's/$/ is declared, but nothing finds it/'
	grep -hE '<i:rule [^>]*level="error"[^>]*dates="true"' stylesheets/rules/*.xsl |
	    sed 's/$/: what the calendar makes is a warning at most/'
	while read -r code; do
		for key in "rule.$code" "rule.$code.do"; do
			grep -qF "<text key=\"$key\">" stylesheets/common/gentext/en.xml ||
			    echo "en.xml lacks $key"
		done
		grep -q "^\.It Cm $code\$\|^\.It $code\$" src/ismsdoc.1 ||
		    echo "ismsdoc.1 lacks the rule $code"
	done < "$T/declared"
} | check "rules: declared, found, worded, in the manual"
# Each rule is broken in a test: in tests/xslt/rules, where what keeps it
# stands beside what does not, or in a case of its own.
comm -23 "$T/declared" "$T/warned" | while read -r code; do
	grep -rqE "code=\"$code\"|\[$code\]" tests/xslt/rules tests/cases ||
	    echo "no test breaks $code"
done | check "rules and their tests"
"$B/ismsdoc" check --rules | awk '{ print $1 }' | sort | comm -3 "$T/declared" - |
    check "check --rules lists what is declared"
# The declaration of registers: each in the manual, each with its words.
sed -n '/^\.\\" templates\/registers.yaml: begin/,/^\.\\" templates\/registers.yaml: end/p' \
    src/ismsdoc.5 | grep -v '^\.\\"' > "$B/registers.manual"
awk -f tests/registers.awk -v what=manual templates/registers.yaml |
    diff "$B/registers.manual" - | check "registers in the manual"
awk -f tests/registers.awk -v what=words templates/registers.yaml | sort -u |
    while read -r key; do
	grep -q "<text key=\"$key\">" stylesheets/common/gentext/en.xml ||
	    echo "gentext/en.xml lacks $key"
done | check "registers and their words"
sed -n 's/^\([a-z-]*\):$/\1/p' templates/registers.yaml | while read -r r; do
	for key in "init.register.$r" "init.example.$r"; do
		[ "$key" = init.example.approvals ] ||
		    grep -q "<text key=\"$key\">" stylesheets/init/gentext/en.xml ||
		    echo "init/gentext/en.xml lacks $key"
	done
done | check "registers and their examples"

# Data that must be well-formed and of its schema.
xmllint --nonet --noout --schema catalog/oscal.xsd catalog/*.xml 2>&1 |
    grep -v ' validates$' | check "catalogues against catalog/oscal.xsd"
sh tests/wording.sh | check "wording of the catalogues"
grep -rnE '/work/|ghp_|BEGIN [A-Z ]*PRIVATE' src stylesheets templates catalog \
    samples tests Makefile README.md --include='*' 2>/dev/null |
    grep -v 'tests/lint.sh' | check "paths of one machine"
sh tests/content.sh | check "content"
sh tests/samples.sh "$B" | check "samples"

bad=$(grep -c bad "$T/count")
echo "$(grep -c good "$T/count") passed, $bad failed"
[ "$bad" = 0 ]
