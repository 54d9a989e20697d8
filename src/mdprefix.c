/* What stands before the text of a Markdown line: blanks, >, bullets. */
#include "mdprefix.h"

#include <string.h>

enum {
	TAB = 4,		/* columns of a tab stop */
	DIGITS_MAX = 9		/* of an ordered item's number */
};

int
mdprefix_is_break(const char *s, size_t len)
{
	size_t i, count = 0;

	if (len == 0 || strchr("*-_", s[0]) == NULL || s[0] == '\0')
		return 0;
	for (i = 0; i < len; i++) {
		if (s[i] == s[0])
			count++;
		else if (s[i] != ' ' && s[i] != '\t')
			return 0;
	}
	return count >= 3;
}

size_t
mdprefix_marker(const char *s, size_t len)
{
	size_t i = 0;

	if (len > 0 && (s[0] == '-' || s[0] == '*' || s[0] == '+')) {
		i = 1;
	} else {
		while (i < len && i < DIGITS_MAX && s[i] >= '0' &&
		    s[i] <= '9')
			i++;
		if (i == 0 || i == len || (s[i] != '.' && s[i] != ')'))
			return 0;
		i++;
	}
	return i == len || s[i] == ' ' || s[i] == '\t' ? i : 0;
}

/* Offset from which the line is a thematic break at every bullet, or LEN. */
static size_t
break_begin(const char *s, size_t len)
{
	size_t i, count = 0;
	char c = '\0';

	for (i = len; i > 0; i--) {
		if (s[i - 1] == ' ' || s[i - 1] == '\t')
			continue;
		if (s[i - 1] != '*' && s[i - 1] != '-')
			break;
		if (c != '\0' && s[i - 1] != c)
			break;
		c = s[i - 1];
		count++;
	}
	return count >= 3 ? i : len;
}

/* Skip blanks at *I; *COL is the column that they begin in. */
static void
skip_blanks(struct mdprefix *prefix, const char *s, size_t len, size_t *i,
    int *col)
{
	int from = *col;

	for (; *i < len && (s[*i] == ' ' || s[*i] == '\t'); (*i)++)
		*col += s[*i] == ' ' ? 1 : TAB - *col % TAB;
	prefix->blanks += *col - from;
	if (*col - from > prefix->widest)
		prefix->widest = *col - from;
}

static int
is_fence(const char *s, size_t len)
{
	return len >= 3 && (memcmp(s, "```", 3) == 0 ||
	    memcmp(s, "~~~", 3) == 0);
}

void
mdprefix_read(struct mdprefix *prefix, const char *s, size_t len)
{
	size_t i = 0, n, ruler;
	int col = 0;

	memset(prefix, 0, sizeof(*prefix));
	ruler = break_begin(s, len);
	for (;;) {
		skip_blanks(prefix, s, len, &i, &col);
		if (i == len || i >= ruler)
			break;
		n = s[i] == '>' ? 1 : mdprefix_marker(s + i, len - i);
		if (n == 0)
			break;
		prefix->quotes += s[i] == '>';
		prefix->boxes++;
		i += n;
		col += (int)n;
	}
	prefix->len = i;
	prefix->empty = i == len && prefix->boxes == prefix->quotes;
	prefix->fence = is_fence(s + i, len - i);
}
