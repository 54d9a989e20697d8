/* The pass before cmark: limits, lines, {{...}}, and places in the file. */
#include "mdpre.h"

#include <stdlib.h>
#include <string.h>

#include "mdprefix.h"
#include "mem.h"

/* What reading a text needs besides its result. */
struct reader {
	struct mdpre	*pre;
	struct diag	*d;
	struct place	 at;		/* of the line being read */
	size_t		 brackets;
	int		 bad_character;	/* was said */
	int		 code;		/* a fence was seen: there may be */
					/* code from here on */
	int		 wide;		/* the last line that was not empty */
					/* is indented as code is */
	size_t		 run_at;	/* offset in the file's text, */
	size_t		 run;		/* number, */
	int		 run_quotes;	/* quotes of the empty lines that are */
	int		 run_line;	/* still to be written, first line */
};

static int
limit(struct reader *r, int col, const char *what)
{
	r->at.col = col;
	return diag_add(r->d, DIAG_MD_LIMIT, &r->at,
	    "cannot read Markdown: %s", what);
}

/* Write digits of 1024, the least first, so that 0 has one too. */
void
mdpre_put_mark(struct buf *out, enum mdmark open, size_t index)
{
	buf_utf8(out, open);
	do {
		buf_utf8(out, MDMARK_DIGIT + (index & 1023));
		index >>= 10;
	} while (index > 0);
	buf_utf8(out, MDMARK_END);
}

size_t
mdpre_mark(const char *s, size_t len, enum mdmark open, size_t *index)
{
	unsigned long cp;
	size_t i, n, shift = 0;

	n = utf8_len(s, len, &cp);
	if (n == 0 || cp != (unsigned long)open)
		return 0;
	*index = 0;
	for (i = n; i < len; i += n) {
		n = utf8_len(s + i, len - i, &cp);
		if (n == 0)
			return 0;
		if (cp == MDMARK_END)
			return i + n;
		if (cp < MDMARK_DIGIT || cp >= MDMARK_DIGIT + 1024 ||
		    shift > 20)
			return 0;
		*index |= (size_t)(cp - MDMARK_DIGIT) << shift;
		shift += 10;
	}
	return 0;
}

static int
is_mark(const struct mdpre *pre, const char *s, size_t len, size_t *n,
    size_t *index)
{
	if ((unsigned char)s[0] != 0xEE)
		return 0;
	*n = mdpre_mark(s, len, MDMARK_HOLE, index);
	return *n > 0 && *index < pre->nholes;
}

void
mdpre_restore(const struct mdpre *pre, const char *s, size_t len,
    struct buf *out)
{
	size_t i, from = 0, n, index;

	for (i = 0; i < len; i++) {
		if (!is_mark(pre, s + i, len - i, &n, &index))
			continue;
		buf_add(out, s + from, i - from);
		buf_add(out, pre->holes[index].src, pre->holes[index].len);
		from = i + n;
		i = from - 1;
	}
	buf_add(out, s + from, len - from);
}

int
mdpre_has_directive(const struct mdpre *pre, const char *s)
{
	size_t i, n, index, len;

	len = strlen(s);
	for (i = 0; i < len; i++)
		if (is_mark(pre, s + i, len - i, &n, &index) &&
		    pre->holes[index].kind == MDHOLE_DIRECTIVE)
			return 1;
	return 0;
}

/* Note the hole of LEN bytes at S, which stands at AT, and put its mark. */
static void
add_hole(struct reader *r, enum mdhole_kind kind, const char *s, size_t len,
    int col)
{
	struct mdpre *pre = r->pre;
	struct mdhole *hole;

	if ((pre->nholes & (pre->nholes - 1)) == 0)
		pre->holes = mem_resize(pre->holes, pre->nholes == 0 ? 1 :
		    pre->nholes * 2, sizeof(*pre->holes));
	hole = &pre->holes[pre->nholes];
	hole->kind = kind;
	hole->src = s;
	hole->len = len;
	hole->line = r->at.line;
	hole->col = col;
	mdpre_put_mark(&pre->text, MDMARK_HOLE, pre->nholes++);
}

/* Length of what "{{" at S opens; *KIND says what it is. */
static size_t
directive(const char *s, size_t len, enum mdhole_kind *kind)
{
	size_t i, first = 0;

	for (i = 2; i + 1 < len; i++) {
		if (s[i] == '{' && s[i + 1] == '{')
			break;
		if (s[i] == '}' && s[i + 1] == '}') {
			*kind = first == 0 ? MDHOLE_EMPTY :
			    s[first] == '!' ? MDHOLE_COMMENT :
			    MDHOLE_DIRECTIVE;
			return i + 2;
		}
		if (first == 0 && s[i] != ' ' && s[i] != '\t')
			first = i;
	}
	*kind = MDHOLE_OPEN;
	return 2;
}

/* Length of the numeric reference at S to a private character, or 0. */
static size_t
private_reference(const char *s, size_t len)
{
	static const char hex[] = "0123456789abcdef";
	const char *digit;
	unsigned long cp = 0;
	size_t i = 2, base = 10;

	if (len > 2 && (s[2] == 'x' || s[2] == 'X')) {
		base = 16;
		i = 3;
	}
	for (; i < len && s[i] != ';'; i++) {
		digit = s[i] == '\0' ? NULL : strchr(hex,
		    s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]);
		if (digit == NULL || (size_t)(digit - hex) >= base ||
		    cp > 0x10FFFF)
			return 0;
		cp = cp * base + (unsigned long)(digit - hex);
	}
	return i < len && cp >= MDMARK_FIRST && cp <= MDMARK_LAST ? i + 1 : 0;
}

static int
can_stand(unsigned long cp)
{
	return utf8_is_xml(cp) && (cp < MDMARK_FIRST || cp > MDMARK_LAST);
}

/* Is S UTF-8 whose characters all can stand? */
static int
is_clean(const char *s, size_t len)
{
	unsigned long cp;
	size_t i, n;

	for (i = 0; i < len; i += n) {
		n = utf8_len(s + i, len - i, &cp);
		if (n == 0 || !can_stand(cp))
			return 0;
	}
	return 1;
}

/*
 * Put a mark for what begins at S, or return 0: it is plain text, as is what
 * holds characters that cannot stand, so that they are met one by one.
 */
static size_t
take_special(struct reader *r, const char *s, size_t len, int col)
{
	enum mdhole_kind kind = MDHOLE_PRIVATE;
	size_t n = 0;

	if (len < 2)
		return 0;
	if (s[0] == '{' && s[1] == '{' &&
	    (r->pre->md->flags & MARKDOWN_HOLES) != 0)
		n = directive(s, len, &kind);
	else if (s[0] == '&' && s[1] == '#')
		n = private_reference(s, len);
	if (n == 0 || !is_clean(s, n))
		return 0;
	add_hole(r, kind, s, n, col);
	return n;
}

/* Put U+FFFD for a character that cannot stand. */
static void
bad_character(struct reader *r, unsigned long cp, int col)
{
	buf_utf8(&r->pre->text, 0xFFFD);
	r->at.col = col;
	if (!r->bad_character)
		diag_add(r->d, DIAG_CONTROL_CHARACTER, &r->at,
		    "cannot read character U+%04lX; remove it", cp);
	r->bad_character = 1;
}

/* How many characters from S on are ASCII and nothing special? */
static size_t
plain_run(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (s[i] < ' ' || s[i] > '~' || s[i] == '{' ||
		    s[i] == '&' || s[i] == '\\' || s[i] == '[')
			break;
	return i;
}

/* Append the line S, without its end, to the prepared text. */
static int
copy_text(struct reader *r, const char *s, size_t len)
{
	unsigned long cp;
	size_t i, n;
	int col, escaped = 0;

	for (i = 0, col = 1; i < len; i += n, col++) {
		n = escaped ? 0 : plain_run(s + i, len - i);
		if (n > 0) {
			buf_add(&r->pre->text, s + i, n);
			col += (int)n - 1;
			continue;
		}
		n = escaped ? 0 : take_special(r, s + i, len - i, col);
		if (n > 0) {
			col += (int)utf8_count(s + i, n) - 1;
			continue;
		}
		n = utf8_len(s + i, len - i, &cp);
		if (n == 0) {
			r->at.col = col;
			return diag_add(r->d, DIAG_UTF8, &r->at,
			    "cannot read text: not UTF-8");
		}
		escaped = cp == '\\' && !escaped;
		r->brackets += cp == '[';
		if (r->brackets > MDPRE_BRACKETS_MAX)
			return limit(r, col, "more than 10000 \"[\"");
		if (!can_stand(cp))
			bad_character(r, cp, col);
		else
			buf_add(&r->pre->text, s + i, n);
	}
	return 0;
}

static int
copy_line(struct reader *r, const char *s, size_t len)
{
	struct mdpre *pre = r->pre;

	if ((pre->nlines & (pre->nlines - 1)) == 0)
		pre->lines = mem_resize(pre->lines, pre->nlines == 0 ? 1 :
		    pre->nlines * 2, sizeof(*pre->lines));
	pre->lines[pre->nlines].at = pre->text.len;
	pre->lines[pre->nlines++].line = r->at.line;
	if (copy_text(r, s, len) != 0)
		return -1;
	buf_putc(&pre->text, '\n');
	return 0;
}

/* Length of the line at S without its end, and of the end: LF, CR, CRLF. */
static size_t
line_len(const char *s, size_t len, size_t *end)
{
	size_t i;

	for (i = 0; i < len && s[i] != '\n' && s[i] != '\r'; i++)
		;
	*end = i == len ? 0 : 1;
	if (i + 1 < len && s[i] == '\r' && s[i + 1] == '\n')
		*end = 2;
	return i;
}

/*
 * Write the empty lines that were passed over: one of them will do, unless
 * they could be part of code.  WIDE: so is the line that follows.
 */
static int
end_run(struct reader *r, int wide)
{
	struct place here = r->at;
	const char *s;
	size_t len, end, left;

	left = r->run == 0 || r->code || (r->wide && wide) ? r->run : 1;
	s = r->pre->md->text + r->run_at;
	r->at.line = r->run_line;
	if (left > MDPRE_RUN_MAX)
		return limit(r, 1, "more than 64 empty lines in a row where "
		    "code may stand");
	for (; left > 0; left--, r->at.line++) {
		len = line_len(s, r->pre->md->len -
		    (size_t)(s - r->pre->md->text), &end);
		if (copy_line(r, s, len) != 0)
			return -1;
		s += len + end;
	}
	r->run = 0;
	r->at = here;
	return 0;
}

static int
check_line(struct reader *r, const struct mdprefix *prefix, const char *s,
    size_t len)
{
	if (len > MDPRE_LINE_MAX)
		return limit(r, (int)utf8_count(s, MDPRE_LINE_MAX) + 1,
		    "a line of more than 16384 bytes");
	/* One blank after each sign is not indentation. */
	if (prefix->blanks - prefix->boxes > MDPRE_BLANKS_MAX &&
	    prefix->len < len)
		return limit(r, (int)prefix->len + 1,
		    "more than 128 blanks before a line's text");
	if (prefix->boxes > MDPRE_BOXES_MAX)
		return limit(r, (int)prefix->len + 1,
		    "more than 32 lists or quotes opened on a line");
	return 0;
}

static int
take_line(struct reader *r, const char *s, size_t len)
{
	struct mdprefix prefix;

	mdprefix_read(&prefix, s, len);
	if (check_line(r, &prefix, s, len) != 0)
		return -1;
	if (prefix.empty && r->run > 0 && prefix.quotes == r->run_quotes) {
		r->run++;
		return 0;
	}
	if (end_run(r, prefix.widest >= 4) != 0)
		return -1;
	if (prefix.empty) {
		r->run = 1;
		r->run_at = (size_t)(s - r->pre->md->text);
		r->run_line = r->at.line;
		r->run_quotes = prefix.quotes;
		return 0;
	}
	r->code |= prefix.fence;
	r->wide = prefix.widest >= 4;
	return copy_line(r, s, len);
}

int
mdpre_read(struct mdpre *pre, const struct markdown_text *md, struct diag *d)
{
	struct reader r = { 0 };
	size_t i, n, end;

	memset(pre, 0, sizeof(*pre));
	pre->md = md;
	r.pre = pre;
	r.d = d;
	r.at.path = md->path;
	r.at.line = md->line0 + 1;
	if (md->len > MDPRE_TEXT_MAX)
		return limit(&r, 1, "more than 1 MiB");
	/* cmark would drop a byte order mark and shift the first columns. */
	i = utf8_bom(md->text, md->len);
	for (; i < md->len; i += n + end) {
		n = line_len(md->text + i, md->len - i, &end);
		if (take_line(&r, md->text + i, n) != 0)
			return -1;
		r.at.line++;
	}
	return end_run(&r, 0);
}

void
mdpre_release(struct mdpre *pre)
{
	buf_release(&pre->text);
	free(pre->lines);
	free(pre->holes);
	memset(pre, 0, sizeof(*pre));
}

size_t
mdpre_line_end(const struct mdpre *pre, size_t index)
{
	return (index + 1 < pre->nlines ? pre->lines[index + 1].at :
	    pre->text.len) - 1;
}

/* Index of the line that the byte at AT belongs to. */
static size_t
line_at(const struct mdpre *pre, size_t at)
{
	size_t low = 0, high = pre->nlines, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (pre->lines[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct place
mdpre_place(struct mdpre *pre, size_t at)
{
	struct place place = { 0 };
	const char *s;
	size_t i, n, hole, line;

	place.path = pre->md->path;
	if (pre->nlines == 0)
		return place;
	line = line_at(pre, at);
	place.line = pre->lines[line].line;
	place.col = 1;
	i = pre->lines[line].at;
	/* Mostly places are asked for from left to right. */
	if (pre->seen_col > 0 && pre->seen_line == line &&
	    pre->seen_at <= at) {
		place.col = pre->seen_col;
		i = pre->seen_at;
	}
	s = pre->text.data;
	while (i < at) {
		if (is_mark(pre, s + i, pre->text.len - i, &n, &hole)) {
			place.col += (int)utf8_count(pre->holes[hole].src,
			    pre->holes[hole].len);
			i += n;
			continue;
		}
		i += utf8_len(s + i, pre->text.len - i, NULL);
		place.col++;
	}
	pre->seen_at = i;
	pre->seen_line = line;
	pre->seen_col = place.col;
	return place;
}

struct place
mdpre_hole_place(const struct mdpre *pre, size_t hole)
{
	struct place place;

	place.path = pre->md->path;
	place.line = pre->holes[hole].line;
	place.col = pre->holes[hole].col;
	return place;
}
