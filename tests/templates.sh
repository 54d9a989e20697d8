#!/bin/sh
# Lint of templates and rule modules: prints what is wrong. In each set a
# module stands once; a rule id stands once at all and is none of those that
# are retired; a rule begins with who acts; every variable is declared where
# it is used; every abbreviation is explained in its document.
set -u
cd "$(dirname "$0")/.." || exit 1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

for set in lean standard full; do
	for f in templates/*.md; do
		sed -n '/^sets:/p' "$f" | grep -qw "$set" || continue
		grep -oE '\{\{include rules/[a-z-]+\}\}' "$f" | sed "s|^|$set |"
	done
done > "$T/includes"
for f in templates/rules/*.md; do
	m=$(basename "$f" .md)
	for set in lean standard full; do
		n=$(grep -c "^$set {{include rules/$m}}" "$T/includes")
		[ "$n" = 1 ] || echo "$f: $n documents of the set $set include it"
	done
done
sed 's|.*{{include \(rules/.*\)}}|\1|' "$T/includes" | sort -u | while read -r m; do
	[ -f "templates/$m.md" ] || echo "no module templates/$m.md"
done

grep -ohE '^\*\*[A-Z][A-Z0-9-]*-[0-9]+\*\*' templates/rules/*.md |
    tr -d '*' | sort > "$T/rules"
uniq -d "$T/rules" | sed 's/^/rule id twice: /'
sed 1d templates/retired-rules.tsv | cut -f 1 | sort > "$T/retired"
comm -12 "$T/rules" "$T/retired" | sed 's/^/rule id that is retired: /'
cut -f 2 templates/retired-rules.tsv | tr ', ' '\n\n' | grep -E '^[A-Z]+-[0-9]+$' |
    sort -u | comm -13 "$T/rules" - | sed 's/^/retired-rules.tsv leads to no rule: /'
# A module has one prefix, and no other module has it.
for f in templates/rules/*.md; do
	grep -oE '^\*\*[A-Z]+' "$f" | sort -u | sed "s|^\*\*\(.*\)|\1 $f|"
done | awk '{ if (seen[$1]) print $2 ": the prefix " $1 " is that of " seen[$1]
	if (mine[$2]) print $2 ": has the prefixes " mine[$2] " and " $1
	seen[$1] = $2; mine[$2] = $1 }'
grep -ohE '\{\{rule [A-Z0-9-]+\}\}' templates/*.md templates/rules/*.md |
    sed 's/.* //; s/}}//' | sort -u | comm -13 "$T/rules" - |
    sed 's/^/reference to a rule that is not there: /'

# A rule says who: a role, everyone, or a kind of person by a capital noun.
awk 'FNR == 1 { front = 0 }
    /^\*\*[A-Z0-9-]+\*\* / {
	text = $0
	sub(/^\*\*[A-Z0-9-]+\*\* /, "", text)
	if (text !~ /^(The \{\{role [a-z-]+\}\}|\{\{role [a-z-]+\}\}|The [a-z]|[A-Z][a-z]+)/ ||
	    text ~ /^(It|This|There|All|Any|Each|If|When|Where|Before|After|In|On|At|For) /)
		print FILENAME ":" FNR ": does a rule begin with who acts? " substr($0, 1, 50)
    }' templates/rules/*.md

# Variables: declared in the front matter of the file that uses them.
for f in templates/*.md templates/rules/*.md; do
	awk -v f="$f" 'NR == 1 && /^---$/ { front = 1; next }
	    front && /^---$/ { front = 0; next }
	    front && /^  [a-z][a-z.-]*:/ { name = $1; sub(/:$/, "", name); declared[name] = "" }
	    front && name != "" { declared[name] = declared[name] $0 }
	    # The directive prints these: what a level of five means.
	    !front && /\{\{risk-scales\}\}/ { for (n in declared)
		if (n ~ /^risk\.(likelihood|impact)-[1-5]$/) used[n] = 1 }
	    !front { rest = $0
		while (match(rest, /\{\{(#if (not )?)?[a-z]+\.[a-z.-]+\}\}/)) {
			n = substr(rest, RSTART + 2, RLENGTH - 4)
			sub(/^#if (not )?/, "", n)
			used[n] = 1
			rest = substr(rest, RSTART + RLENGTH) } }
	    END { for (n in used) if (!(n in declared) && n !~ /^(organisation|scope)\./)
			print f ": variable " n " is not declared"
		for (n in declared) {
			if (declared[n] !~ /default:/ || declared[n] !~ /ask:/)
				print f ": " n " lacks a default or a question"
			if (!(n in used))
				print f ": variable " n " is not used" } }' "$f"
done

# Abbreviations: known to everybody, or explained as "... (ABC)" in the text.
known=' IT ID IDS PDF USB VPN ISMS ISO IEC EU CSV TV CEO UPS DNS URL SMS PIN QR CPU AM PM UK USA I A '
for f in templates/*.md; do
	{ sed '1,/^---$/{/^---$/!d;}' "$f" | sed '1,/^---$/d'
	for m in $(grep -oE '\{\{include rules/[a-z-]+\}\}' "$f" | sed 's|.*include \(.*\)}}|\1|'); do
		sed '/^variables:/,/^---$/d' "templates/$m.md"
	done; } | sed 's/{{[^}]*}}//g; s/^\*\*[A-Z0-9-]*\*\*//' > "$T/text"
	grep -oE '\b[A-Z]{2,}\b' "$T/text" | sort -u | while read -r w; do
		case $known in *" $w "*) continue ;; esac
		grep -q "($w)\|($w[,;]" "$T/text" || echo "$f: $w is not explained"
	done
done
