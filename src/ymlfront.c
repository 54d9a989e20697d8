/* Front matter: where it begins and ends in a text. */
#include "yml.h"

#include <string.h>

/* Is the line at S (LEN bytes to the end of the text) one of three marks? */
static int
is_mark(const char *s, size_t len, const char *mark)
{
	size_t i;

	if (len < 3 || memcmp(s, mark, 3) != 0)
		return 0;
	for (i = 3; i < len && s[i] != '\n'; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r')
			return 0;
	return 1;
}

int
yml_front_at(const char *path, const char *text, size_t len, int line0,
    struct front *front, struct diag *d)
{
	struct place at = { 0 };
	const char *lf;
	size_t pos;
	int line = 0;

	memset(front, 0, sizeof(*front));
	front->body_line0 = line0;
	if (!is_mark(text, len, "---"))
		return 0;
	for (pos = 0; pos < len; line++) {
		if (line > 0 && (is_mark(text + pos, len - pos, "---") ||
		    is_mark(text + pos, len - pos, "...")))
			break;
		lf = memchr(text + pos, '\n', len - pos);
		pos = lf == NULL ? len : (size_t)(lf - text) + 1;
		if (line == 0)
			front->begin = pos;
	}
	if (pos < len) {
		front->end = pos;
		lf = memchr(text + pos, '\n', len - pos);
		front->body = lf == NULL ? len : (size_t)(lf - text) + 1;
		front->body_line0 = line0 + line + 1;
		return 1;
	}
	at.path = path;
	at.line = line0 + 1;
	at.col = 1;
	return diag_add(d, DIAG_FRONT_MATTER, &at,
	    "the front matter is not closed; end it with a line \"---\"");
}

int
yml_front(const char *path, const char *text, size_t len,
    struct front *front, struct diag *d)
{
	return yml_front_at(path, text, len, 0, front, d);
}

size_t
yml_front_next(const char *text, size_t len, size_t from, const char *key)
{
	const char *lf;
	size_t pos, next, n;

	n = strlen(key);
	for (pos = from; pos < len; pos = next) {
		lf = memchr(text + pos, '\n', len - pos);
		next = lf == NULL ? len : (size_t)(lf - text) + 1;
		if (is_mark(text + pos, len - pos, "---") && len - next > n &&
		    strncmp(text + next, key, n) == 0 && text[next + n] == ':')
			return pos;
	}
	return len;
}
