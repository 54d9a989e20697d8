/* Diagnostics: every message of the program, collected, counted, printed. */
#include "diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "mem.h"

enum {
	MSGS_MAX = 500,		/* kept in one run */
	CARET_WIDTH = 160	/* a longer source line is not shown */
};

static const struct {
	enum diag_level	 level;
	const char	*word;
	const char	*meaning;
} codes[] = {
#define X(name, level, word, text) { DIAG_##level, word, text },
	DIAG_CODES(X)
#undef X
};

const char *
diag_word(enum diag_code code)
{
	return codes[code].word;
}

const char *
diag_meaning(enum diag_code code)
{
	return codes[code].meaning;
}

enum diag_level
diag_level(enum diag_code code)
{
	return codes[code].level;
}

const char *
diag_level_word(enum diag_level level)
{
	if (level == DIAG_INFO)
		return "info";
	return level == DIAG_WARNING ? "warning" : "error";
}

enum diag_exit
diag_status(const struct diag *d)
{
	if (d->nfatal > 0)
		return EXIT_SYSTEM;
	return d->nerrors > 0 ? EXIT_INPUT : EXIT_CLEAN;
}

static int
same_string(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

static int
is_known(const struct diag *d, const struct diag_msg *msg)
{
	size_t i;

	for (i = d->n; i > 0; i--)
		if (d->msgs[i - 1].code == msg->code &&
		    d->msgs[i - 1].line == msg->line &&
		    d->msgs[i - 1].col == msg->col &&
		    same_string(d->msgs[i - 1].path, msg->path) &&
		    same_string(d->msgs[i - 1].word, msg->word) &&
		    strcmp(d->msgs[i - 1].text, msg->text) == 0)
			return 1;
	return 0;
}

static void
msg_release(struct diag_msg *msg)
{
	free(msg->path);
	free(msg->text);
	free(msg->word);
}

static void
keep(struct diag *d, struct diag_msg *msg)
{
	if (is_known(d, msg)) {
		msg_release(msg);
		return;
	}
	if (msg->level == DIAG_ERROR)
		d->nerrors++;
	if (msg->level == DIAG_FATAL)
		d->nfatal++;
	if (d->n == MSGS_MAX + 1) {
		msg_release(msg);
		return;
	}
	if (d->n == MSGS_MAX) {
		msg_release(msg);
		memset(msg, 0, sizeof(*msg));
		msg->code = DIAG_TOO_MANY;
		msg->level = d->nerrors > 0 ? DIAG_ERROR : DIAG_WARNING;
		msg->text = mem_printf("more than %d messages; the rest is "
		    "left out, mend these first", MSGS_MAX);
	}
	d->msgs = mem_resize(d->msgs, d->n + 1, sizeof(*d->msgs));
	d->msgs[d->n++] = *msg;
}

/* One line of UTF-8, no control characters that would upset a terminal. */
static void
flatten(char *s)
{
	unsigned long cp;
	size_t n;

	for (; *s != '\0'; s += n) {
		n = utf8_len(s, strnlen(s, 4), &cp);
		if (n == 0)
			*s = '?';
		else if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			memset(s, ' ', n);
		n = n == 0 ? 1 : n;
	}
}

/* Put a message together and keep it; TEXT and WORD are taken over. */
static void
add(struct diag *d, enum diag_code code, enum diag_level level, char *word,
    const struct place *place, char *text)
{
	struct diag_msg msg = { 0 };

	msg.code = code;
	msg.level = level;
	msg.word = word;
	msg.text = text;
	flatten(msg.text);
	if (word != NULL)
		flatten(msg.word);
	if (place != NULL && place->path != NULL) {
		msg.path = mem_strdup(place->path);
		flatten(msg.path);
		msg.line = place->line;
		msg.col = place->col;
	}
	keep(d, &msg);
}

int
diag_add(struct diag *d, enum diag_code code, const struct place *place,
    const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = mem_vprintf(fmt, ap);
	va_end(ap);
	add(d, code, codes[code].level, NULL, place, text);
	return -1;
}

void
diag_add_word(struct diag *d, enum diag_level level, const char *word,
    const struct place *place, const char *text)
{
	add(d, DIAG_RULE, level, mem_strdup(word), place, mem_strdup(text));
}

void
diag_filter(struct diag *d, size_t first,
    int (*keep_one)(void *arg, struct diag_msg *msg), void *arg)
{
	size_t i, n = first;

	for (i = first; i < d->n; i++) {
		if (d->msgs[i].level <= DIAG_WARNING &&
		    !keep_one(arg, &d->msgs[i]))
			msg_release(&d->msgs[i]);
		else
			d->msgs[n++] = d->msgs[i];
	}
	if (n < d->n)
		d->n = n;
}

enum diag_level
diag_level_of(const char *word)
{
	if (word != NULL && strcmp(word, "error") == 0)
		return DIAG_ERROR;
	if (word != NULL && strcmp(word, "info") == 0)
		return DIAG_INFO;
	return DIAG_WARNING;
}

enum diag_code
diag_code_of(const char *word)
{
	int code;

	for (code = 0; code < DIAG_NCODES; code++)
		if (strcmp(codes[code].word, word) == 0)
			break;
	return (enum diag_code)code;
}

void
diag_merge(struct diag *d, struct diag *from)
{
	size_t i;

	for (i = 0; i < from->n; i++)
		keep(d, &from->msgs[i]);
	free(from->msgs);
	memset(from, 0, sizeof(*from));
}

const char *
diag_msg_word(const struct diag_msg *msg)
{
	return msg->word != NULL ? msg->word : codes[msg->code].word;
}

/* Line LINE of the file NAME without its end, or NULL. */
static char *
source_line(const char *name, int line)
{
	FILE *f;
	char text[CARET_WIDTH * 4 + 2], *found = NULL;
	int n = 1, whole, begins = 1;

	f = fopen(name, "re");
	if (f == NULL)
		return NULL;
	while (n <= line && fgets(text, sizeof(text), f) != NULL) {
		whole = strchr(text, '\n') != NULL;
		if (n == line && begins && (whole || feof(f))) {
			text[strcspn(text, "\r\n")] = '\0';
			found = mem_strdup(text);
			break;
		}
		n += whole;
		begins = whole;
	}
	fclose(f);
	return found;
}

/* Blanks (and the tabs of TEXT) up to column COL, then the caret. */
static void
print_caret(FILE *out, const char *text, int col)
{
	size_t n, left;
	int i;

	left = strlen(text);
	for (i = 1; i < col && left > 0; i++) {
		fputc(*text == '\t' ? '\t' : ' ', out);
		n = utf8_len(text, left, NULL);
		n = n == 0 ? 1 : n;
		text += n;
		left -= n;
	}
	for (; i < col; i++)
		fputc(' ', out);
	fputs("^\n", out);
}

static void
print_source(const struct diag_msg *msg, const char *name, FILE *out)
{
	char *text;

	text = source_line(name, msg->line);
	if (text == NULL)
		return;
	flatten(text);
	if (utf8_check(text, strlen(text)) == strlen(text) &&
	    utf8_count(text, strlen(text)) <= CARET_WIDTH) {
		fprintf(out, "  %s\n  ", text);
		print_caret(out, text, msg->col);
	}
	free(text);
}

static void
print_msg(const struct diag_msg *msg, FILE *out, const struct diag_view *view)
{
	static const char *const colors[] = {
		"\033[36m", "\033[33m", "\033[1;31m", "\033[1;31m"
	};
	char *name = NULL;

	if (msg->path != NULL && view->locate != NULL)
		name = view->locate(view->arg, msg->path);
	if (msg->path == NULL)
		fputs("ismsdoc: ", out);
	else
		fprintf(out, "%s:", name != NULL ? name : msg->path);
	if (msg->line > 0)
		fprintf(out, "%d:", msg->line);
	if (msg->line > 0 && msg->col > 0)
		fprintf(out, "%d:", msg->col);
	fprintf(out, "%s%s%s%s: %s [%s]\n", msg->path == NULL ? "" : " ",
	    view->color ? colors[msg->level] : "",
	    diag_level_word(msg->level), view->color ? "\033[0m" : "",
	    msg->text, diag_msg_word(msg));
	if (view->source && name != NULL && msg->line > 0 && msg->col > 0)
		print_source(msg, name, out);
	free(name);
}

int
place_compare(const struct place *x, const struct place *y)
{
	int c;

	if (x->path == NULL || y->path == NULL) {
		if (x->path != y->path)
			return x->path == NULL ? 1 : -1;
	} else {
		c = strcmp(x->path, y->path);
		if (c != 0)
			return c;
	}
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	return 0;
}

/* By place; where those are equal, as they came. */
static int
by_place(const void *a, const void *b)
{
	const struct diag_msg *x = *(const struct diag_msg *const *)a;
	const struct diag_msg *y = *(const struct diag_msg *const *)b;
	struct place at = { x->path, x->line, x->col };
	struct place other = { y->path, y->line, y->col };
	int c;

	c = place_compare(&at, &other);
	return c != 0 ? c : x < y ? -1 : x > y;
}

void
diag_print(const struct diag *d, size_t first, FILE *out,
    const struct diag_view *view)
{
	const struct diag_msg **order;
	size_t i, n;

	n = d->n - first;
	order = mem_resize(NULL, n + 1, sizeof(const struct diag_msg *));
	for (i = 0; i < n; i++)
		order[i] = &d->msgs[first + i];
	qsort(order, n, sizeof(const struct diag_msg *), by_place);
	for (i = 0; i < n; i++)
		if (order[i]->level >= view->least)
			print_msg(order[i], out, view);
	free(order);
}

void
diag_release(struct diag *d)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		msg_release(&d->msgs[i]);
	free(d->msgs);
	memset(d, 0, sizeof(*d));
}
