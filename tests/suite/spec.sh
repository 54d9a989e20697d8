# CommonMark's own examples through our Markdown adapter.
. "$here/lib.sh"
[ "$1" = list ] && { echo commonmark; exit; }
[ "${WRAP:-}" ] && { echo "runs without valgrind and under sanitizers"; exit 0; }
sh "$here/npm.sh" "$top/build/npm" || { echo "commonmark-spec cannot be had"; exit 77; }
node "$here/commonmark.mjs" --spec "$top/build/npm/node_modules/commonmark-spec" \
    --mdtool "$B/mdtool"
