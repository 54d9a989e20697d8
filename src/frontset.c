/* Front matter: keys set in a file that keeps all its other bytes. */
#include "frontset.h"

#include <string.h>

#include "yml.h"

/* A front matter on its way. */
struct set {
	const char			*path;
	const struct frontset_key	*keys;
	size_t				 n;
	int				 line[FRONTSET_MAX];	/* of a key */
								/* or 0 */
	int				 indent;	/* of all keys */
	int				 crlf;
};

/* Values are plain where that is safe in YAML, else in quotes. */
static int
is_plain(const char *s)
{
	static const char safe[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-:";
	size_t len;

	len = strlen(s);
	return strspn(s, safe) == len && strchr("._-:", s[0]) == NULL &&
	    s[len - 1] != ':';
}

static void
add_value(const char *s, struct buf *out)
{
	if (is_plain(s)) {
		buf_puts(out, s);
		return;
	}
	buf_putc(out, '\'');
	for (; *s != '\0'; s++) {
		if (*s == '\'')
			buf_putc(out, '\'');
		buf_putc(out, *s);
	}
	buf_putc(out, '\'');
}

static void
add_list(const struct strs *list, struct buf *out)
{
	size_t i;

	buf_putc(out, '[');
	for (i = 0; i < list->n; i++) {
		if (i > 0)
			buf_puts(out, ", ");
		add_value(list->v[i], out);
	}
	buf_putc(out, ']');
}

static void
add_line(const struct set *set, size_t i, struct buf *out)
{
	int j;

	for (j = 0; j < set->indent; j++)
		buf_putc(out, ' ');
	buf_printf(out, "%s: ", set->keys[i].key);
	if (set->keys[i].list != NULL)
		add_list(set->keys[i].list, out);
	else
		add_value(set->keys[i].value, out);
	buf_puts(out, set->crlf ? "\r\n" : "\n");
}

/* The key that stands in LINE, or set->n. */
static size_t
key_at(const struct set *set, int line)
{
	size_t i;

	for (i = 0; i < set->n; i++)
		if (set->line[i] == line)
			break;
	return i;
}

/* Is the line at S further in than the keys, as part of a value? */
static int
continues(const struct set *set, const char *s, const char *end)
{
	int blanks = 0;

	while (s + blanks < end && s[blanks] == ' ')
		blanks++;
	return blanks > set->indent;
}

/* The line after the one at S. */
static const char *
line_after(const char *s, const char *end)
{
	const char *lf;

	lf = memchr(s, '\n', (size_t)(end - s));
	return lf == NULL ? end : lf + 1;
}

/* Past the lines that the value of a key goes on in, from S on. */
static const char *
skip_value(const struct set *set, const char *s, const char *end, int *line)
{
	const char *next, *past = s;
	int skipped = 0;

	for (; s < end; s = next) {
		next = line_after(s, end);
		skipped++;
		if (s[strspn(s, " \t\r")] == '\n')
			continue;	/* blank: perhaps between two */
		if (!continues(set, s, end))
			break;
		past = next;
		*line += skipped;
		skipped = 0;
	}
	return past;
}

/* The file with its front matter rewritten. */
static void
rewrite(const struct set *set, const char *text, size_t len,
    const struct front *front, struct buf *out)
{
	const char *s, *lf, *next;
	size_t i;
	int line = 1;

	buf_add(out, text, front->begin);
	for (s = text + front->begin; s < text + front->end; s = next) {
		lf = memchr(s, '\n', (size_t)(text + front->end - s));
		next = lf == NULL ? text + front->end : lf + 1;
		i = key_at(set, ++line);
		if (i < set->n)
			add_line(set, i, out);
		else
			buf_add(out, s, (size_t)(next - s));
		if (i < set->n && set->keys[i].whole)
			next = skip_value(set, next, text + front->end,
			    &line);
	}
	for (i = 0; i < set->n; i++)
		if (set->line[i] == 0)
			add_line(set, i, out);
	buf_add(out, text + front->end, len - front->end);
}

/* Where the keys stand now, and how their lines are written. */
static void
look(struct set *set, const struct yml *yml, const char *text,
    const struct front *front)
{
	const struct yml *item;
	size_t i;

	set->crlf = front->begin > 1 && text[front->begin - 2] == '\r';
	set->indent = yml->first == NULL ? 0 : yml->first->key_at.col - 1;
	for (i = 0; i < set->n; i++) {
		item = yml_get(yml, set->keys[i].key);
		set->line[i] = item == NULL ? 0 : item->key_at.line;
	}
}

static int
is_same(const struct yml *a, const struct yml *b)
{
	for (; a != NULL && b != NULL; a = a->next, b = b->next) {
		if (a->kind != b->kind || (a->key == NULL) !=
		    (b->key == NULL) || (a->text == NULL) !=
		    (b->text == NULL))
			return 0;
		if ((a->key != NULL && strcmp(a->key, b->key) != 0) ||
		    (a->text != NULL && strcmp(a->text, b->text) != 0) ||
		    !is_same(a->first, b->first))
			return 0;
	}
	return a == b;
}

/* Has the key its value, or the list, in YML? */
static int
has_value(const struct frontset_key *key, const struct yml *yml)
{
	const struct yml *item;
	const char *value;
	size_t i;

	if (key->list == NULL) {
		value = yml_text(yml, key->key);
		return value != NULL && strcmp(value, key->value) == 0;
	}
	item = yml_get(yml, key->key);
	item = item == NULL ? NULL : item->first;
	for (i = 0; i < key->list->n && item != NULL; i++) {
		if (item->text == NULL ||
		    strcmp(item->text, key->list->v[i]) != 0)
			return 0;
		item = item->next;
	}
	return i == key->list->n && item == NULL;
}

/* Is NEW what OLD was, but for the keys, which have their values? */
static int
is_done(const struct set *set, const struct yml *old, const struct yml *new)
{
	const struct yml *item, *other;
	size_t i;

	for (i = 0; i < set->n; i++)
		if (!has_value(&set->keys[i], new))
			return 0;
	for (item = old->first; item != NULL; item = item->next) {
		for (i = 0; i < set->n; i++)
			if (strcmp(set->keys[i].key, item->key) == 0)
				break;
		other = yml_get(new, item->key);
		if (i == set->n && (other == NULL || other->kind !=
		    item->kind || !is_same(item->first, other->first) ||
		    (item->text != NULL && strcmp(item->text, other->text) !=
		    0)))
			return 0;
	}
	return 1;
}

static struct yml *
parse(const struct set *set, const char *text, size_t len,
    struct front *front)
{
	struct diag ignored = { 0 };
	struct yml *yml = NULL;

	if (yml_front(set->path, text, len, front, &ignored) == 1)
		yml = yml_parse(set->path, text + front->begin,
		    front->end - front->begin, 1, &ignored);
	diag_release(&ignored);
	return yml;
}

int
frontset(struct buf *text, const char *path,
    const struct frontset_key *keys, size_t n, struct diag *d)
{
	struct set set = { 0 };
	struct buf out = { 0 };
	struct front front, after;
	struct yml *old, *new = NULL;
	struct place at = { 0 };
	const char *s;
	size_t bom, len;
	int rc = 0;

	set.path = at.path = path;
	set.keys = keys;
	set.n = n;
	at.line = at.col = 1;
	bom = utf8_bom(buf_str(text), text->len);
	s = buf_str(text) + bom;
	len = text->len - bom;
	old = parse(&set, s, len, &front);
	if (old != NULL) {
		look(&set, old, s, &front);
		buf_add(&out, buf_str(text), bom);
		rewrite(&set, s, len, &front, &out);
		new = parse(&set, buf_str(&out) + bom, out.len - bom,
		    &after);
	}
	if (new != NULL && is_done(&set, old, new)) {
		buf_release(text);
		*text = out;
	} else {
		buf_release(&out);
		rc = diag_add(d, DIAG_RECORD, &at, "cannot write \"%s\" into "
		    "the front matter; let each key begin a line of its own, "
		    "with its value beside it", keys[0].key);
	}
	yml_free(old);
	yml_free(new);
	return rc;
}
