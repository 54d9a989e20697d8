# Faults of the wording of one catalogue of ours, from flatten.xsl:
#   awk -v name=CATALOGUE -v dir=FOLDER -f lint.awk words parts FLAT
# Prints them as NAME: CONTROL: FAULT, nothing where all is well.
BEGIN {
	FS = "\t"
	# At most so many words in a paragraph.
	most["statement"] = 35; most["question"] = 30; most["evidence"] = 30
	most["assessment-objective"] = 40; most["guidance"] = 70
	most["objective"] = 35; most["health-note"] = 60
	suffix["statement"] = "_stm"; suffix["guidance"] = "_gdn"
	suffix["question"] = "_q"; suffix["evidence"] = "_e"
	suffix["assessment-objective"] = "_o"; suffix["objective"] = "_obj"
	suffix["health-note"] = "_hlt"
	split("statement guidance question evidence assessment-objective", a, " ")
	for (i in a) order[a[i]] = i
}
function say(of, what) { print name ": " of ": " what }
function plain(s) {
	s = tolower(s); gsub(/[^a-z0-9]+/, " ", s)
	sub(/^ /, "", s); sub(/ $/, "", s); return s
}

FILENAME != file { file = FILENAME; nfile++ }
nfile == 1 && /^(word|us|sign) / {
	kind = $0; sub(/ .*/, "", kind); w = $0; sub(/^[a-z]+ /, "", w)
	if (kind == "us") us[w] = 1
	else if (kind == "sign") sign[w] = 1
	else if (w ~ / /) phrase[w] = 1
	else word[w] = 1
	next
}
nfile == 2 && !/^#/ {
	split($0, f, " +"); if (f[1] != name) next
	known = 1
	split("x guidance question evidence assessment-objective", k, " ")
	for (i = 2; i <= 5; i++) {
		split(f[i], r, "-"); from[k[i]] = r[1]; to[k[i]] = r[2]
	}
}
nfile < 3 { next }

$1 == "root" { root = $2; if (root == "catalog" && !known) say("-", "stands not in tests/wording/parts") }
$1 == "meta" {
	meta[$2] = $4
	if ($2 == "use" && $4 !~ /^(requirements|annex-a|additional|peer)$/) say("-", "use " $4)
	if ($2 == "scale" && $5 !~ /^(implemented|partial|planned|not-implemented)$/) say("-", "scale " $4 " counts as " $5)
	# A catalogue that ships, or the number of a standard.
	if ($2 ~ /^(base|superseded-by)$/ && $4 !~ / / && (getline line < (dir "/" $4 ".xml")) < 0) say("-", $2 " " $4 ", which does not ship")
	if ($2 == "valid-until" && $4 !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/) say("-", "valid-until " $4)
}
$1 == "id" {
	if (ids[$2]++) say($2, "the id stands twice")
	if ($2 !~ /^[a-z][a-z0-9._-]*$/) say($2, "an id of other signs than a-z, 0-9, \".\", \"_\", \"-\"")
}
$1 == "control" {
	done(); control = $2; title = $7; withdrawn = $8 == "true"; required = $9 == "true"
	split("", n); last = 0; ncontrols++
	if ($3 != 1 || $5 != 1) say(control, $3 " labels and " $5 " sort-ids, not one each")
	if (labels[tolower($4)]++) say(control, "the label " $4 " stands twice")
	if ($6 "" <= sort "") say(control, "sort-id " $6 " after " sort)
	sort = $6; labelled[$2] = 1
}
$1 == "group" { done(); control = ""; title = $3; split("", n) }
$1 == "link" { related[$2 " " $3] = 1; nrelated[$2]++ }
$1 == "part" {
	if (!($3 in suffix)) { say($2, "a part " $3 " is not known here"); next }
	n[$3]++; want = $2 suffix[$3]
	if ($3 ~ /^(question|evidence|assessment-objective)$/) want = want n[$3]
	if ($4 != want) say($2, "the part is " $4 ", not " want)
	if (($5 == "true") != ($3 ~ /^(question|evidence|objective|health-note)$/)) say($2, "the ns of " $4)
	if ($3 == "guidance" ? $6 < 2 || $6 > 5 : $6 != 1) say($2, $4 " has " $6 " paragraphs")
	if (control != "" && $3 in order) {
		if (order[$3] < last) say($2, $4 " stands after what follows it")
		last = order[$3]
	}
}
$1 == "text" && $3 in most { text($2, $3, $4) }
END { done(); relations() }

# The control that has just ended: what it lacks. The statement of a
# withdrawn one says where it went.
function done(   k) {
	if (control == "") return
	if (n["statement"] != 1) say(control, n["statement"] + 0 " statements")
	for (k in from)
		if (!withdrawn && (n[k] < from[k] || n[k] > to[k]))
			say(control, n[k] + 0 " of " k ", not " from[k] " to " to[k])
}

function text(of, kind, s,   w, lows, words, i, all, parts, np) {
	words = split(s, w, " +")
	if (words > most[kind]) say(of, kind " of " words " words, at most " most[kind] ": " s)
	lows = plain(s); all = " " lows " "
	if (lows == plain(title)) say(of, "the title as its own " kind)
	for (i = split(lows, w, " "); i > 0; i--)
		if (w[i] in word) say(of, kind " says \"" w[i] "\": " s)
	for (i in phrase)
		if (index(all, " " i " ")) say(of, kind " says \"" i "\": " s)
	for (i in sign)
		if (index(s, i)) say(of, kind " has \"" i "\": " s)
	i = s; gsub(/[^A-Za-z]+/, " ", i)
	for (i = split(i, w, " "); i > 0; i--)
		if (w[i] in us) say(of, kind " has American \"" w[i] "\": " s)
	if (kind == "question" ? s !~ /\?$/ : kind == "evidence" ? s ~ /\.$/ : s !~ /[.?]$/)
		say(of, kind " ends in \"" substr(s, length(s)) "\": " s)
	if (kind == "evidence" && name == "iso27001-2022" && !required && s !~ /^Usually: /)
		say(of, "evidence does not begin with \"Usually: \": " s)
	# Sentences: what ends in . or ? before a blank, or at the end.
	gsub(/[.?!]+ +/, "\t", s); np = split(s, parts, "\t")
	for (i = 1; i <= np; i++) {
		lows = plain(parts[i])
		if (split(lows, w, " ") < 3) continue
		if (lows in said) say(of, "says the same as " said[lows] ": " parts[i])
		else said[lows] = of
	}
}

# Related controls name each other, in ISO/IEC 27002 two to five of them.
function relations(   k, w) {
	for (k in related) {
		split(k, w, " ")
		if (!((w[2] " " w[1]) in related)) say(w[1], "is related to " w[2] ", but not the other way round")
	}
	for (k in labelled)
		if (name == "iso27002-2022" && (nrelated[k] < 2 || nrelated[k] > 5)) say(k, nrelated[k] + 0 " related controls")
}
