#!/bin/sh
# Unpack a release, build it elsewhere, install and uninstall it: nothing may
# be missing and nothing may be left. distcheck.sh TARBALL
set -eu
tar=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
gzip -dc "$tar" | tar xf -
cd ismsdoc-*
make all > "$T/log" 2>&1 || { tail -n 30 "$T/log"; exit 1; }
make install PREFIX=/usr DESTDIR="$T/root" > "$T/log" 2>&1 ||
    { tail -n 30 "$T/log"; exit 1; }
# The installed program with the installed files, away from the sources.
cp -R samples/northwind "$T/northwind"
cd "$T"
ISMSDOC_DATA="$T/root/usr/share/ismsdoc" "$T/root/usr/bin/ismsdoc" \
    -q build northwind
[ -s northwind/out/html/index.html ] || { echo "nothing was built"; exit 1; }
ISMSDOC_DATA="$T/root/usr/share/ismsdoc" "$T/root/usr/bin/ismsdoc" \
    -q init copy --from northwind
[ -s copy/isms.yaml ] || { echo "no sample was copied"; exit 1; }
"$T/root/usr/bin/ismsdoc" --version > /dev/null
cd "$T"/ismsdoc-*
make uninstall PREFIX=/usr DESTDIR="$T/root" > /dev/null
left=$(find "$T/root" -type f)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "distcheck: built, installed, ran, uninstalled"
