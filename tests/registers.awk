# registers.awk: templates/registers.yaml as lint wants it. Reads the form in which
# that file is written: a register a paragraph, a column a line.
#
# usage: awk -f registers.awk -v what=manual|words templates/registers.yaml

function value(key, rest) {
	if (!match($0, "[{,] *" key ": *"))
		return ""
	rest = substr($0, RSTART + RLENGTH)
	if (rest ~ /^\[/)
		sub(/\].*/, "", rest)
	else
		sub(/[,}].*/, "", rest)
	gsub(/^\[|[ ]+$/, "", rest)
	return rest
}

# What may stand in the column, for the manual.
function shape(type, s) {
	s = type == "" ? "text" : type
	if (type == "choice") {
		s = value("values")
		gsub(/, /, " | ", s)
	}
	if (type == "rows")
		s = "ids of " value("of")
	if (value("several") == "true")
		s = s ", several"
	if (value("required") == "true")
		s = s ", required"
	if (value("extra") == "true")
		s = s "; extra"
	if (value("also") != "")
		s = s "; also " value("also")
	return s
}

function end() {
	if (name != "" && what == "manual")
		print ".El"
}

/^[a-z-]+:$/ {
	end()
	name = substr($0, 1, length($0) - 1)
	if (what == "words")
		print "register." name
}

$1 == "use:" && what == "manual" {
	print ".It Pa " name ".csv No (" $2 ")"
	print ".Bl -column -compact effect-checked-on"
}

$1 == "-" {
	column = value("name")
	if (what == "manual") {
		print ".It Cm " column " Ta " shape(value("type"))
		next
	}
	print "column." column
	n = split(value("values"), words, /, */)
	for (i = 1; i <= n; i++)
		print column "." words[i]
	if (value("type") == "yes-no") {
		print "yes-no.yes"
		print "yes-no.no"
	}
}

END { end() }
