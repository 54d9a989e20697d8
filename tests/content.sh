#!/bin/sh
# Lint of templates and samples: prints what is wrong, nothing where all is
# well. Catalogues have a lint of their own, wording.sh.
set -u

# Templates and their rules, set by set.
sh tests/templates.sh

# Words that have no place in a policy or an answer.
grep -niE 'lorem|ipsum|\bTODO\b|\bTBD\b|\bFIXME\b|\bxxx\b|best-in-class|world-class|cutting-edge' \
    templates/*.md templates/rules/*.md \
    samples/*/*.md samples/*/answers/*/*.md samples/*/documents/*.md
exit 0
