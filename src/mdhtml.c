/* Raw HTML in Markdown: where a tag ends, and the text between tags. */
#include "mdhtml.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>

/* What scanning a text has found out: is there no end of this any more? */
struct scan {
	const char	*s;
	size_t		 len;
	unsigned	 endless;	/* by index of spans[] */
};

static const struct span {
	const char	*open;
	const char	*close;
	int		 is_text;	/* what is inside stays */
	int		 is_comment;
	int		 is_name;	/* a letter must follow */
} spans[] = {
	{ "<!--", "-->", 0, 1, 0 },
	{ "<![CDATA[", "]]>", 1, 0, 0 },
	{ "<?", "?>", 0, 0, 0 },
	{ "<!", ">", 0, 0, 1 }
};

enum { NSPANS = sizeof(spans) / sizeof(*spans) };

static size_t
skip_space(const char *s, size_t len, size_t i)
{
	while (i < len && strchr(" \t\n\v\f\r", s[i]) != NULL &&
	    s[i] != '\0')
		i++;
	return i;
}

static int
is_name(char c)
{
	return isalnum((unsigned char)c) || strchr("_.:-", c) != NULL;
}

/* End of the attribute value at I, after the "="; 0: there is none. */
static size_t
skip_value(const char *s, size_t len, size_t i)
{
	const char *end;
	size_t from = i;

	if (i < len && (s[i] == '"' || s[i] == '\'')) {
		end = memchr(s + i + 1, s[i], len - i - 1);
		return end == NULL ? 0 : (size_t)(end - s) + 1;
	}
	while (i < len && s[i] != '\0' &&
	    strchr(" \t\n\v\f\r\"'=<>`", s[i]) == NULL)
		i++;
	return i > from ? i : 0;
}

/* End of the attributes from I on; 0: one of them is none. */
static size_t
skip_attributes(const char *s, size_t len, size_t i)
{
	size_t next;

	for (;;) {
		next = skip_space(s, len, i);
		if (next == i || next == len || s[next] == '\0' ||
		    !(isalpha((unsigned char)s[next]) ||
		    s[next] == '_' || s[next] == ':'))
			return i;
		for (i = next; i < len && s[i] != '\0' && is_name(s[i]); i++)
			;
		next = skip_space(s, len, i);
		if (next == len || s[next] != '=')
			continue;
		i = skip_value(s, len, skip_space(s, len, next + 1));
		if (i == 0)
			return 0;
	}
}

size_t
mdhtml_tag(const char *s, size_t len)
{
	size_t i = 1;
	int closing;

	if (len < 3 || s[0] != '<')
		return 0;
	closing = s[1] == '/';
	i += (size_t)closing;
	if (!isalpha((unsigned char)s[i]))
		return 0;
	while (i < len && (isalnum((unsigned char)s[i]) || s[i] == '-'))
		i++;
	if (!closing)
		i = skip_attributes(s, len, i);
	if (i == 0)
		return 0;
	i = skip_space(s, len, i);
	if (!closing && i < len && s[i] == '/')
		i++;
	return i < len && s[i] == '>' ? i + 1 : 0;
}

int
mdhtml_is_break(const char *s, size_t len)
{
	size_t i;

	if (len < 4 || strncasecmp(s, "<br", 3) != 0)
		return 0;
	i = skip_space(s, len, 3);
	if (i < len && s[i] == '/')
		i++;
	return i + 1 == len && s[i] == '>';
}

/* Append the entity at S and return its length, or 0. */
static size_t
take_entity(const char *s, size_t len, struct buf *out)
{
	const htmlEntityDesc *entity;
	char name[16];
	size_t i;
	unsigned long cp;
	char *end;

	for (i = 1; i < len && i < sizeof(name) && s[i] != ';'; i++)
		name[i - 1] = s[i];
	if (i == len || i == sizeof(name) || i < 2)
		return 0;
	name[i - 1] = '\0';
	if (name[0] == '#') {
		cp = strtoul(name + 1 + (tolower((unsigned char)name[1]) ==
		    'x'), &end, tolower((unsigned char)name[1]) == 'x' ?
		    16 : 10);
		if (*end != '\0' || !isalnum((unsigned char)name[1]))
			return 0;
		/* Private characters would pass for marks (mdpre.h). */
		buf_utf8(out, utf8_is_xml(cp) && (cp < 0xE000 ||
		    cp > 0xF8FF) ? cp : 0xFFFD);
		return i + 1;
	}
	entity = htmlEntityLookup((const xmlChar *)name);
	if (entity == NULL)
		return 0;
	buf_utf8(out, entity->value);
	return i + 1;
}

static void
add_text(const char *s, size_t len, struct buf *out)
{
	size_t i, n;

	for (i = 0; i < len; i += n) {
		n = s[i] == '&' ? take_entity(s + i, len - i, out) : 0;
		if (n == 0) {
			buf_putc(out, s[i]);
			n = 1;
		}
	}
}

/* Length of the span or tag at I, which goes out; 0: it is text. */
static size_t
skip_markup(struct scan *scan, size_t i, int *found, struct buf *out)
{
	const char *s = scan->s + i, *end;
	size_t k, n, len = scan->len - i;

	for (k = 0; k < NSPANS; k++) {
		n = strlen(spans[k].open);
		if (len <= n || memcmp(s, spans[k].open, n) != 0 ||
		    (scan->endless & 1u << k) != 0 ||
		    (spans[k].is_name && !isalpha((unsigned char)s[n])))
			continue;
		end = memmem(s + n, len - n, spans[k].close,
		    strlen(spans[k].close));
		if (end == NULL) {
			scan->endless |= 1u << k;
			continue;
		}
		*found |= !spans[k].is_comment;
		if (spans[k].is_text)
			buf_add(out, s + n, (size_t)(end - s) - n);
		return (size_t)(end - s) + strlen(spans[k].close);
	}
	n = mdhtml_tag(s, len);
	*found |= n > 0;
	return n;
}

int
mdhtml_text(const char *s, size_t len, struct buf *out)
{
	struct scan scan = { s, len, 0 };
	size_t i, from = 0, n;
	int found = 0;

	for (i = 0; i < len; i++) {
		if (s[i] != '<')
			continue;
		add_text(s + from, i - from, out);
		from = i;
		n = skip_markup(&scan, i, &found, out);
		if (n > 0) {
			from = i + n;
			i = from - 1;
		}
	}
	add_text(s + from, len - from, out);
	return found;
}
