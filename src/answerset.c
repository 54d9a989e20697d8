/* Changing an answer's file: keys of its front matter, notes in its text. */
#include "answerset.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "yml.h"

#define HEADING "## Imported"

/* TEXT in one line; new memory. */
static char *
one_line(const char *text)
{
	struct buf out = { 0 };

	for (; *text != '\0'; text++) {
		if (!isspace((unsigned char)*text))
			buf_putc(&out, *text);
		else if (out.len > 0 && out.data[out.len - 1] != ' ')
			buf_putc(&out, ' ');
	}
	while (out.len > 0 && out.data[out.len - 1] == ' ')
		out.data[--out.len] = '\0';
	return out.data == NULL ? mem_strdup("") : buf_detach(&out);
}

/* Is what stands at S, at the beginning of a line, more than a text? */
static int
is_marker(const char *s)
{
	size_t n;

	if (strchr("-+=:~", *s) != NULL)
		return 1;
	n = strspn(s, "0123456789");
	return n > 0 && (s[n] == '.' || s[n] == ')');
}

/* TEXT as Markdown that shows it as it is, into OUT. */
static void
add_markdown(struct buf *out, const char *text)
{
	int begins = 1;

	for (; *text != '\0'; text++) {
		if (*text == '\r' || (begins && (*text == ' ' ||
		    *text == '\t')))
			continue;
		if (begins && is_marker(text)) {
			/* "1." has its point escaped, which comes. */
			while (isdigit((unsigned char)*text))
				buf_putc(out, *text++);
			buf_putc(out, '\\');
		} else if (strchr("\\`*_{}[]<>#|&!", *text) != NULL) {
			buf_putc(out, '\\');
		}
		buf_putc(out, *text);
		begins = *text == '\n';
	}
}

void
answerset_key(struct answerset *set, const char *key, const char *head,
    const char *value)
{
	char *line;

	line = one_line(value);
	if (set->nkeys == FRONTSET_MAX || line[0] == '\0') {
		free(line);
		return;
	}
	set->keys[set->nkeys].key = key;
	set->keys[set->nkeys].value = line;
	set->keys[set->nkeys].whole = 1;
	set->heads[set->nkeys++] = mem_strdup(head);
}

void
answerset_text(struct answerset *set, const char *head, const char *text)
{
	if (set->text != NULL) {
		answerset_note(set, head, text);
		return;
	}
	set->text = mem_strdup(text);
	set->text_head = mem_strdup(head);
}

void
answerset_replace(struct answerset *set, const char *text)
{
	free(set->new_text);
	set->new_text = mem_strdup(text);
}

void
answerset_note(struct answerset *set, const char *head, const char *text)
{
	struct buf out = { 0 };
	char *line;

	buf_puts(&out, "- ");
	line = one_line(head);
	add_markdown(&out, line);
	free(line);
	buf_puts(&out, ": ");
	line = one_line(text);
	add_markdown(&out, line);
	free(line);
	set->notes = mem_resize(set->notes, set->nnotes + 1,
	    sizeof(*set->notes));
	set->notes[set->nnotes++] = buf_detach(&out);
}

/* ---- Front matter ---- */

/* The keys that say something else than YML does, the others dropped. */
static size_t
keep_news(struct answerset *set, const struct yml *yml,
    struct frontset_key *keys)
{
	const char *old;
	char *line;
	size_t i, n = 0;
	int same;

	for (i = 0; i < set->nkeys; i++) {
		if (strcmp(set->keys[i].key, "status") == 0 &&
		    yml_get(yml, "parts") != NULL) {
			answerset_note(set, set->heads[i],
			    set->keys[i].value);
			continue;
		}
		old = yml_text(yml, set->keys[i].key);
		line = one_line(old == NULL ? "" : old);
		same = strcmp(line, set->keys[i].value) == 0;
		free(line);
		if (!same)
			keys[n++] = set->keys[i];
	}
	return n;
}

/* Set the keys in ANSWER, the text of this one answer. */
static int
set_keys(struct answerset *set, struct buf *answer, struct diag *d)
{
	struct frontset_key keys[FRONTSET_MAX];
	struct front front;
	struct yml *yml = NULL;
	size_t n, bom;
	int rc;

	bom = utf8_bom(buf_str(answer), answer->len);
	if (yml_front(set->path, buf_str(answer) + bom, answer->len - bom,
	    &front, d) == 1)
		yml = yml_parse(set->path, buf_str(answer) + bom +
		    front.begin, front.end - front.begin, set->line, d);
	if (yml == NULL)
		return diag_add(d, DIAG_IMPORT, &set->from, "cannot change "
		    "the answer in \"%s\": its front matter cannot be read",
		    set->path);
	n = keep_news(set, yml, keys);
	rc = n == 0 ? 0 : frontset(answer, set->path, keys, n, d);
	yml_free(yml);
	return rc;
}

/* ---- Text ---- */

/* Where the body of ANSWER begins. */
static size_t
body_of(const struct answerset *set, const struct buf *answer)
{
	struct diag ignored = { 0 };
	struct front front;
	size_t bom;

	bom = utf8_bom(buf_str(answer), answer->len);
	if (yml_front(set->path, buf_str(answer) + bom, answer->len - bom,
	    &front, &ignored) != 1)
		front.body = 0;
	diag_release(&ignored);
	return front.body + bom;
}

/* Take blank lines off the end of ANSWER. */
static void
trim(struct buf *answer)
{
	while (answer->len > 1 && strchr("\r\n \t",
	    answer->data[answer->len - 1]) != NULL)
		answer->data[--answer->len] = '\0';
}

/* The offset in TEXT of the beginning of LINE, from 1. */
static size_t
offset_of(const struct buf *text, int line)
{
	const char *s = buf_str(text), *lf;

	for (; line > 1; line--) {
		lf = strchr(s, '\n');
		if (lf == NULL)
			break;
		s = lf + 1;
	}
	return (size_t)(s - buf_str(text));
}

int
answerset_ends_blank(const struct buf *text)
{
	const char *end;

	end = buf_str(text) + text->len;
	return (text->len >= 2 && strcmp(end - 2, "\n\n") == 0) ||
	    (text->len >= 3 && strcmp(end - 3, "\n\r\n") == 0);
}

/* The lines from S to END that are no text: definitions of links, comments. */
static void
keep_lines(const char *s, const char *end, struct buf *kept)
{
	const char *lf, *mark;
	int comment = 0;

	for (; s < end; s = lf) {
		lf = memchr(s, '\n', (size_t)(end - s));
		lf = lf == NULL ? end : lf + 1;
		comment |= strncmp(s, "<!--", 4) == 0;
		mark = strstr(s, "]:");
		if (comment || (*s == '[' && mark != NULL && mark < lf))
			buf_add(kept, s, (size_t)(lf - s));
		mark = strstr(s, "-->");
		if (mark != NULL && mark < lf)
			comment = 0;
	}
}

/* Put the new text where what is done stands, or before what follows it. */
static void
replace_text(struct answerset *set, struct buf *answer)
{
	struct buf out = { 0 }, kept = { 0 };
	size_t from, to;

	if (set->new_text == NULL)
		return;
	to = set->text_to == 0 ? answer->len : offset_of(answer,
	    set->text_to - set->line + 1);
	from = set->text_from == 0 ? to : offset_of(answer, set->text_from -
	    set->line + 1);
	buf_add(&out, buf_str(answer), from);
	if (from == answer->len && !answerset_ends_blank(&out) && from > 0 &&
	    body_of(set, answer) < from)
		buf_putc(&out, '\n');
	add_markdown(&out, set->new_text);
	buf_putc(&out, '\n');
	keep_lines(buf_str(answer) + from, buf_str(answer) + to, &kept);
	if (kept.len > 0)
		buf_printf(&out, "\n%s", buf_str(&kept));
	if (to < answer->len) {
		buf_putc(&out, '\n');
		buf_add(&out, buf_str(answer) + to, answer->len - to);
	}
	buf_release(&kept);
	buf_release(answer);
	*answer = out;
}

/* Put what is done into an empty body; else it is a note. */
static void
set_text(struct answerset *set, struct buf *answer)
{
	const char *body;
	struct buf out = { 0 };

	if (set->text == NULL)
		return;
	add_markdown(&out, set->text);
	body = buf_str(answer) + body_of(set, answer);
	if (body[strspn(body, " \t\r\n")] == '\0') {
		trim(answer);
		buf_printf(answer, "\n%s\n", buf_str(&out));
	} else if (strstr(body, buf_str(&out)) == NULL) {
		answerset_note(set, set->text_head, set->text);
	}
	buf_release(&out);
}

/* Add the notes that ANSWER does not have yet. */
static void
add_notes(const struct answerset *set, struct buf *answer)
{
	size_t i;
	int begun;

	begun = strstr(buf_str(answer), "\n" HEADING) != NULL;
	for (i = 0; i < set->nnotes; i++) {
		if (strstr(buf_str(answer), set->notes[i]) != NULL)
			continue;
		trim(answer);
		if (!begun)
			buf_puts(answer, "\n\n" HEADING "\n");
		buf_printf(answer, "\n%s\n", set->notes[i]);
		begun = 1;
	}
}

/* Line feeds of TEXT as the file has them, where that is CRLF. */
static void
set_line_ends(struct buf *text)
{
	struct buf out = { 0 };
	const char *s;

	for (s = buf_str(text); *s != '\0'; s++) {
		if (*s == '\n' && (s == text->data || s[-1] != '\r'))
			buf_putc(&out, '\r');
		buf_putc(&out, *s);
	}
	buf_release(text);
	*text = out;
}

int
answerset_change(struct answerset *set, struct buf *answer, struct diag *d)
{
	int crlf, blank;

	crlf = strcmp(buf_line_end(answer), "\r\n") == 0;
	blank = answerset_ends_blank(answer);
	replace_text(set, answer);	/* while lines are where they were */
	if (set_keys(set, answer, d) == -1)
		return -1;
	set_text(set, answer);
	add_notes(set, answer);
	if (blank && !answerset_ends_blank(answer))
		buf_putc(answer, '\n');	/* the next begins after it */
	if (crlf)
		set_line_ends(answer);
	return 0;
}

void
answerset_block(const struct answerset *set, const struct buf *file,
    size_t *from, size_t *to)
{
	struct buf rest = { 0 };

	*from = offset_of(file, set->line);
	buf_add(&rest, buf_str(file) + *from, file->len - *from);
	*to = *from + yml_front_next(buf_str(&rest), rest.len, body_of(set,
	    &rest), "answers");
	buf_release(&rest);
}

int
answerset_apply(struct answerset *set, struct buf *file, struct diag *d)
{
	struct buf answer = { 0 }, out = { 0 };
	size_t from, to;
	int rc;

	if (file->len == 0)
		buf_puts(file, "---\n---\n");
	answerset_block(set, file, &from, &to);
	buf_add(&answer, buf_str(file) + from, to - from);
	rc = answerset_change(set, &answer, d);
	if (rc == 0) {
		buf_add(&out, buf_str(file), from);
		buf_add(&out, buf_str(&answer), answer.len);
		buf_add(&out, buf_str(file) + to, file->len - to);
		buf_release(file);
		*file = out;
	}
	buf_release(&answer);
	return rc;
}

void
answerset_release(struct answerset *set)
{
	size_t i;

	for (i = 0; i < set->nkeys; i++) {
		free((char *)(size_t)set->keys[i].value);
		free(set->heads[i]);
	}
	for (i = 0; i < set->nnotes; i++)
		free(set->notes[i]);
	free(set->notes);
	free(set->text);
	free(set->text_head);
	free(set->new_text);
	free(set->path);
	memset(set, 0, sizeof(*set));
}
