#!/bin/sh
# Mechanical tidying: blank space at line ends, final line feeds.
set -eu
for f in src/*.[ch] tests/unit/*.[ch] tests/*.sh tests/suite/*.sh \
    stylesheets/*.xsl stylesheets/*/*.xsl; do
	sed -i -e 's/[[:blank:]]*$//' "$f"
	[ -z "$(tail -c 1 "$f")" ] || echo >> "$f"
done
