# What the suites share. Sourced; needs $here, $top, $TMP.

# same EXPECTED ACTUAL: compare; with UPDATE=1 show the difference and take
# it over. An expected file that is missing is not compared.
same() {
	if [ "${UPDATE:-}" ]; then
		[ -e "$1" ] || [ "${3:-}" = new ] || return 0
		cmp -s "$1" "$2" && return 0
		diff -u "$1" "$2" 2>/dev/null | head -n 60 >&2
		mkdir -p "$(dirname "$1")"
		cp "$2" "$1"
		return 0
	fi
	[ -e "$1" ] || return 0
	cmp -s "$1" "$2" && return 0
	diff -u "$1" "$2" | head -n 60
	return 1
}

# Sanitizers and valgrind speak on standard error: that is never expected.
no_memory_fault() {
	if grep -qE 'Sanitizer|runtime error:|^==[0-9]+==' "$1"; then
		cat "$1"
		return 1
	fi
}
