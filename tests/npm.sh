#!/bin/sh
# Packages of the npm registry that tests use, into build/npm: once.
set -u
dir=$1
pkgs="commonmark-spec@0.31.2 vnu-jar@26.9.27
    @microsoft/jest-sarif@1.0.0-beta.0 ajv@6.12.6"
[ -e "$dir/done" ] && [ "$(cat "$dir/done")" = "$pkgs" ] && exit 0
mkdir -p "$dir"
# shellcheck disable=SC2086
npm install --prefix "$dir" --no-save --no-package-lock --no-audit --no-fund \
    --ignore-scripts $pkgs > "$dir/log" 2>&1 && echo "$pkgs" > "$dir/done"
