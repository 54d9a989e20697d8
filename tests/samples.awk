# What two samples share, from the lines of samples.xsl: a reason that stands
# twice, whether in one sample or in two, and a sentence of more than eight
# words in answers of two. Case and punctuation make no difference.
BEGIN { FS = "\t" }

# plain TEXT: its words alone.
function plain(text) {
	text = tolower(text)
	gsub(/[^a-z0-9]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	return text
}

$1 == "J" {
	text = plain($4)
	here = $2 ", " $3
	if (text == "")
		next
	if (text in reason)
		print "the reason of " here " is that of " reason[text]
	else
		reason[text] = here
}

$1 == "T" {
	n = split($4, sentences, /[.:;?!]( |$)/)
	for (i = 1; i <= n; i++) {
		text = plain(sentences[i])
		if (split(text, words, " ") <= 8)
			continue
		if (!(text in sample)) {
			sample[text] = $2
			place[text] = $2 ", " $3
		} else if (sample[text] != $2)
			print $2 ", " $3 " and " place[text] " share: " \
			    substr(text, 1, 60)
	}
}
