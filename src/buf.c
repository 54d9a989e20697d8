/* A growing buffer of bytes with a maximum, always followed by a NUL. */
#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Room for LEN more bytes and a NUL, or 0 if the maximum forbids it. */
static int
reserve(struct buf *b, size_t len)
{
	size_t cap;

	if (b->full)
		return 0;
	if (b->max != 0 && (len > b->max || b->len > b->max - len)) {
		b->full = 1;
		return 0;
	}
	if (b->len + len + 1 <= b->cap)
		return 1;
	cap = b->cap == 0 ? 64 : b->cap;
	while (cap < b->len + len + 1)
		cap *= 2;
	b->data = mem_resize(b->data, cap, 1);
	b->cap = cap;
	return 1;
}

const char *
buf_str(const struct buf *b)
{
	return b->data == NULL ? "" : b->data;
}

void
buf_add(struct buf *b, const char *s, size_t len)
{
	if (!reserve(b, len))
		return;
	if (len > 0)
		memcpy(b->data + b->len, s, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (len < 0 || !reserve(b, (size_t)len))
		return;
	va_start(ap, fmt);
	vsnprintf(b->data + b->len, (size_t)len + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)len;
}

void
buf_utf8(struct buf *b, unsigned long cp)
{
	char s[4];

	if (cp < 0x80) {
		buf_putc(b, (char)cp);
	} else if (cp < 0x800) {
		s[0] = (char)(0xC0 | cp >> 6);
		s[1] = (char)(0x80 | (cp & 0x3F));
		buf_add(b, s, 2);
	} else if (cp < 0x10000) {
		s[0] = (char)(0xE0 | cp >> 12);
		s[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		s[2] = (char)(0x80 | (cp & 0x3F));
		buf_add(b, s, 3);
	} else {
		s[0] = (char)(0xF0 | cp >> 18);
		s[1] = (char)(0x80 | (cp >> 12 & 0x3F));
		s[2] = (char)(0x80 | (cp >> 6 & 0x3F));
		s[3] = (char)(0x80 | (cp & 0x3F));
		buf_add(b, s, 4);
	}
}

const char *
buf_line_end(const struct buf *b)
{
	const char *lf;

	lf = strchr(buf_str(b), '\n');
	return lf != NULL && lf > b->data && lf[-1] == '\r' ? "\r\n" : "\n";
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	b->full = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

void
buf_reserve(struct buf *b, size_t len)
{
	if (b->len + len < b->cap)
		return;
	b->cap = b->len + len + 1;
	b->data = mem_resize(b->data, b->cap, 1);
	b->data[b->len] = '\0';
}

void
buf_fit(struct buf *b)
{
	if (b->data == NULL)
		return;
	b->cap = b->len + 1;
	b->data = mem_resize(b->data, b->cap, 1);
}

char *
buf_detach(struct buf *b)
{
	char *s;

	s = b->data == NULL ? mem_strdup("") : b->data;
	b->data = NULL;
	b->len = b->cap = 0;
	b->full = 0;
	return s;
}

void
buf_release(struct buf *b)
{
	free(b->data);
	b->data = NULL;
	b->len = b->cap = 0;
	b->full = 0;
}

/* Length that the lead byte announces, 0 if it cannot lead. */
static size_t
announced(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead < 0xE0)
		return 2;
	if (lead >= 0xE0 && lead < 0xF0)
		return 3;
	if (lead >= 0xF0 && lead < 0xF5)
		return 4;
	return 0;
}

size_t
utf8_len(const char *s, size_t len, unsigned long *cp)
{
	static const unsigned long least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	static const unsigned char mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	unsigned long c;
	size_t i, n;

	n = len == 0 ? 0 : announced((unsigned char)s[0]);
	if (n == 0 || n > len)
		return 0;
	c = (unsigned char)s[0] & mask[n];
	for (i = 1; i < n; i++) {
		if (((unsigned char)s[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | ((unsigned char)s[i] & 0x3F);
	}
	if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0;
	if (cp != NULL)
		*cp = c;
	return n;
}

size_t
utf8_bom(const char *s, size_t len)
{
	return len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

size_t
utf8_check(const char *s, size_t len)
{
	size_t i, n;

	for (i = 0; i < len; i += n) {
		if ((unsigned char)s[i] < 0x80) {
			n = 1;
			continue;
		}
		n = utf8_len(s + i, len - i, NULL);
		if (n == 0)
			return i;
	}
	return len;
}

int
utf8_is_xml(unsigned long cp)
{
	return cp == 0x9 || cp == 0xA || cp == 0xD ||
	    (cp >= 0x20 && cp < 0xD800) || (cp >= 0xE000 && cp < 0xFFFE) ||
	    (cp >= 0x10000 && cp <= 0x10FFFF);
}

size_t
utf8_count(const char *s, size_t len)
{
	size_t i, n, count = 0;

	for (i = 0; i < len; i += n) {
		n = utf8_len(s + i, len - i, NULL);
		if (n == 0)
			n = 1;
		count++;
	}
	return count;
}
