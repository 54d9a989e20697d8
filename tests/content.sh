#!/bin/sh
# Lint of templates and samples: prints what is wrong, nothing where all is
# well. Catalogues have a lint of their own, wording.sh.
set -u

# Rule ids once, each module included once, an actor first.
grep -ohE '^\*\*[A-Z0-9-]+-[0-9]+\*\*' templates/rules/*.md | sort | uniq -d |
    sed 's/^/rule id twice: /'
for f in templates/rules/*.md; do
	m=rules/$(basename "$f" .md)
	n=$(grep -l "{{include $m}}" templates/*.md | wc -l)
	[ "$n" = 1 ] || echo "$f: included by $n documents"
done
for f in templates/*.md; do
	for v in $(grep -oE '\{\{[a-z]+\.[a-z.-]+\}\}' "$f" | tr -d '{}' | sort -u); do
		case $v in organisation.*|scope.*) continue ;; esac
		grep -q "^  $v:" "$f" || grep -qs "^  $v:" \
		    "templates/rules/$(sed -n 's/.*{{include rules\/\(.*\)}}.*/\1/p' "$f" | head -n 1).md" ||
		    echo "$f: variable $v is not declared"
	done
done

# Words that have no place in a policy or an answer.
grep -niE 'lorem|ipsum|\bTODO\b|\bTBD\b|\bFIXME\b|\bxxx\b|best-in-class|world-class|cutting-edge' \
    templates/*.md templates/rules/*.md \
    samples/*/*.md samples/*/answers/*/*.md samples/*/documents/*.md
exit 0
