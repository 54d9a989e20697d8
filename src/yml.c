/* YAML by libyaml: a small tree with places. */
#include "yml.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "buf.h"

enum {
	DEPTH_MAX = 32,
	NODES_MAX = 100000
};

/* What reading one stream needs. */
struct reader {
	yaml_parser_t	 parser;
	const char	*path;
	const char	*text;
	size_t		 len;
	int		 line0;
	size_t		 nodes;
	struct diag	*d;
};

struct yml *
yml_load(const struct roots *roots, const char *path, struct diag *d)
{
	struct buf text = { 0 };
	struct yml *yml = NULL;

	if (path_read_text(roots, path, PATH_TEXT_MAX, &text, NULL, d) == 0)
		yml = yml_parse(path, buf_str(&text), text.len, 0, d);
	buf_release(&text);
	return yml;
}

void
yml_free(struct yml *node)
{
	struct yml *next;

	for (; node != NULL; node = next) {
		next = node->next;
		yml_free(node->first);
		free(node->text);
		free(node->key);
		free(node);
	}
}

static struct place
place_of(const struct reader *r, const yaml_mark_t *mark)
{
	struct place at;

	at.path = r->path;
	at.line = r->line0 + (int)mark->line + 1;
	at.col = (int)mark->column + 1;
	return at;
}

/* Line LINE (from 0) of the text, without its end. */
static const char *
line_at(const struct reader *r, size_t line, size_t *len)
{
	const char *s, *end, *lf;

	s = r->text;
	end = r->text + r->len;
	while (line > 0 && s < end) {
		lf = memchr(s, '\n', (size_t)(end - s));
		s = lf == NULL ? end : lf + 1;
		line--;
	}
	lf = memchr(s, '\n', (size_t)(end - s));
	*len = (size_t)((lf == NULL ? end : lf) - s);
	return s;
}

/*
 * "justification: Backups: see plan" is the fault that everybody makes: say
 * so, with the key of that line.  Where the line's first colon is the fault,
 * it is a key that is indented more than the others.
 */
static int
colon_fault(const struct reader *r, const struct place *at)
{
	const char *line, *colon;
	size_t len, before;

	line = line_at(r, r->parser.problem_mark.line, &len);
	colon = memchr(line, ':', len);
	before = colon == NULL ? 0 : utf8_count(line, (size_t)(colon - line));
	if (colon == NULL || before >= r->parser.problem_mark.column)
		return diag_add(r->d, DIAG_YAML_SYNTAX, at,
		    "cannot read YAML: a key where the text above goes on; "
		    "align it with the other keys, or put that text in "
		    "quotes");
	while (*line == ' ' || *line == '-')
		line++;
	return diag_add(r->d, DIAG_YAML_SYNTAX, at,
	    "cannot read YAML: a colon and a blank inside a text; write "
	    "\"%.*s: >\" and the text indented on the next line, or put it "
	    "in quotes", (int)(colon - line), line);
}

/* What libyaml says, and what we say; the first that fits. */
static const struct {
	const char	*context;	/* part of it; NULL: any */
	const char	*problem;	/* part of it */
	int		 at_context;	/* the place is where it began */
	const char	*text;
} faults[] = {
	{ NULL, "cannot start any token", 0, "no text may begin with this "
	    "character; indent with blanks, not tabs, and put such a text "
	    "in quotes" },
	{ "an alias", "", 1, "no text may begin with this character; put it "
	    "in quotes" },
	{ "an anchor", "", 1, "no text may begin with this character; put "
	    "it in quotes" },
	{ "a simple key", "", 1, "a line without \"key: \"; write a colon "
	    "and a blank after the key, or indent the text under its key" },
	{ "a quoted scalar", "escape", 0, "unknown escape after \"\\\" in "
	    "double quotes; write \"\\\\\", or use single quotes" },
	{ "a quoted scalar", "", 1, "this quote is not closed; add the "
	    "closing quote" },
	{ "a flow mapping", "", 1, "this \"{\" is not closed, or a comma is "
	    "missing in it" },
	{ "a flow sequence", "", 1, "this \"[\" is not closed, or a comma "
	    "is missing in it" },
	{ "a block mapping", "", 0, "wrong indentation; align this line with "
	    "the keys that it belongs to" },
	{ "a block collection", "", 0, "wrong indentation; align this line "
	    "with the items that it belongs to" },
	{ NULL, "expected <document start>", 0, "text after the end of the "
	    "document; one file is one document" }
};

/* The reader knows offsets, not lines. */
static struct place
reader_place(const struct reader *r)
{
	struct place at;
	size_t i, line = 0, begin = 0;

	for (i = 0; i < r->len && i < r->parser.problem_offset; i++)
		if (r->text[i] == '\n') {
			line++;
			begin = i + 1;
		}
	at.path = r->path;
	at.line = r->line0 + (int)line + 1;
	at.col = (int)utf8_count(r->text + begin, i - begin) + 1;
	return at;
}

static int
syntax_fault(const struct reader *r)
{
	const char *problem, *context;
	struct place at;
	size_t i;

	problem = r->parser.problem == NULL ? "out of memory" :
	    r->parser.problem;
	context = r->parser.context == NULL ? "" : r->parser.context;
	at = place_of(r, &r->parser.problem_mark);
	if (r->parser.error == YAML_READER_ERROR) {
		at = reader_place(r);
		return diag_add(r->d, DIAG_YAML_SYNTAX, &at,
		    "cannot read YAML: %s; remove that character", problem);
	}
	if (strstr(problem, "mapping values are not allowed") != NULL)
		return colon_fault(r, &at);
	for (i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		if (strstr(problem, faults[i].problem) != NULL &&
		    (faults[i].context == NULL ||
		    strstr(context, faults[i].context) != NULL))
			break;
	if (i == sizeof(faults) / sizeof(*faults))
		return diag_add(r->d, DIAG_YAML_SYNTAX, &at,
		    "cannot read YAML: %s%s%s", context, context[0] == '\0' ?
		    "" : ", ", problem);
	if (faults[i].at_context)
		at = place_of(r, &r->parser.context_mark);
	return diag_add(r->d, DIAG_YAML_SYNTAX, &at, "cannot read YAML: %s",
	    faults[i].text);
}

static int
next_event(struct reader *r, yaml_event_t *event)
{
	if (!yaml_parser_parse(&r->parser, event))
		return syntax_fault(r);
	return 0;
}

static int
form_fault(struct reader *r, const yaml_event_t *event, const char *what)
{
	struct place at;

	at = place_of(r, &event->start_mark);
	return diag_add(r->d, DIAG_YAML_FORM, &at, "cannot read YAML: %s",
	    what);
}

/* Is EVENT one that may stand for a value here? */
static int
check_event(struct reader *r, const yaml_event_t *event, int depth)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;

	if (event->type == YAML_ALIAS_EVENT)
		return form_fault(r, event, "aliases are not read; write the "
		    "value out");
	if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	}
	if (anchor != NULL)
		return form_fault(r, event, "anchors are not read; remove "
		    "the \"&\", or put the text in quotes");
	if (tag != NULL)
		return form_fault(r, event, "tags are not read; remove the "
		    "\"!\", or put the text in quotes");
	if (depth > DEPTH_MAX)
		return form_fault(r, event, "nested more than 32 deep");
	if (++r->nodes > NODES_MAX)
		return form_fault(r, event, "more than 100,000 values");
	return 0;
}

static struct yml	*read_value(struct reader *, yaml_event_t *, int);

static int
duplicate_key(struct reader *r, const struct yml *map, const struct yml *item)
{
	const struct yml *other;

	other = yml_get(map, item->key);
	if (other == NULL)
		return 0;
	return diag_add(r->d, DIAG_KEY_DUPLICATE, &item->key_at,
	    "the key \"%s\" stands already in line %d; keep one of them",
	    item->key, other->key_at.line);
}

/* The key of the next item; 0 at the end of the mapping, -1 at a fault. */
static int
read_key(struct reader *r, char **key, struct place *at)
{
	yaml_event_t event;
	int rc;

	if (next_event(r, &event) == -1)
		return -1;
	if (event.type == YAML_MAPPING_END_EVENT) {
		yaml_event_delete(&event);
		return 0;
	}
	rc = check_event(r, &event, 0);
	if (rc == 0 && event.type != YAML_SCALAR_EVENT)
		rc = form_fault(r, &event, "a key must be a plain text");
	if (rc == 0) {
		*key = mem_strdup((char *)event.data.scalar.value);
		*at = place_of(r, &event.start_mark);
		rc = 1;
	}
	yaml_event_delete(&event);
	return rc;
}

static int
read_map(struct reader *r, struct yml *map, int depth)
{
	struct yml **tail = &map->first, *item;
	struct place at;
	yaml_event_t event;
	char *key = NULL;
	int rc;

	for (;;) {
		rc = read_key(r, &key, &at);
		if (rc <= 0)
			return rc;
		if (next_event(r, &event) == -1) {
			free(key);
			return -1;
		}
		item = read_value(r, &event, depth);
		yaml_event_delete(&event);
		if (item == NULL) {
			free(key);
			return -1;
		}
		item->key = key;
		item->key_at = at;
		if (duplicate_key(r, map, item) == -1) {
			yml_free(item);
			continue;
		}
		*tail = item;
		tail = &item->next;
	}
}

static int
read_seq(struct reader *r, struct yml *seq, int depth)
{
	struct yml **tail = &seq->first, *item;
	yaml_event_t event;
	int ended;

	for (;;) {
		if (next_event(r, &event) == -1)
			return -1;
		ended = event.type == YAML_SEQUENCE_END_EVENT;
		item = ended ? NULL : read_value(r, &event, depth);
		yaml_event_delete(&event);
		if (ended)
			return 0;
		if (item == NULL)
			return -1;
		*tail = item;
		tail = &item->next;
	}
}

/* A block scalar ends in a line feed that nobody means. */
static void
trim_end(char *text)
{
	size_t len;

	len = strlen(text);
	while (len > 0 && text[len - 1] == '\n')
		text[--len] = '\0';
}

static struct yml *
read_value(struct reader *r, yaml_event_t *event, int depth)
{
	struct yml *node;
	int rc = 0;

	if (check_event(r, event, depth) == -1)
		return NULL;
	node = mem_zalloc(sizeof(*node));
	node->at = place_of(r, &event->start_mark);
	if (event->type == YAML_SCALAR_EVENT) {
		node->kind = YML_SCALAR;
		node->text = mem_strdup((char *)event->data.scalar.value);
		node->quoted = event->data.scalar.style !=
		    YAML_PLAIN_SCALAR_STYLE;
		if (strlen(node->text) != event->data.scalar.length)
			rc = form_fault(r, event, "a text holds a NUL");
		trim_end(node->text);
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		node->kind = YML_MAP;
		rc = read_map(r, node, depth + 1);
	} else {
		node->kind = YML_SEQ;
		rc = read_seq(r, node, depth + 1);
	}
	if (rc == 0)
		return node;
	yml_free(node);
	return NULL;
}

/* The one document of the stream, which must be a mapping. */
static struct yml *
read_root(struct reader *r, yaml_event_t *event)
{
	struct yml *root = NULL;

	if (event->type == YAML_STREAM_END_EVENT ||
	    (event->type == YAML_SCALAR_EVENT &&
	    event->data.scalar.length == 0)) {
		root = mem_zalloc(sizeof(*root));
		root->kind = YML_MAP;
		root->at.path = r->path;
		root->at.line = r->line0 + 1;
		root->at.col = 1;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		root = read_value(r, event, 1);
	} else {
		form_fault(r, event, "expected \"key: value\" lines");
	}
	return root;
}

/* After the document nothing may follow. */
static int
check_end(struct reader *r)
{
	yaml_event_t event;
	int rc;

	if (next_event(r, &event) == -1)
		return -1;
	if (event.type == YAML_DOCUMENT_END_EVENT) {
		yaml_event_delete(&event);
		if (next_event(r, &event) == -1)
			return -1;
	}
	rc = event.type == YAML_STREAM_END_EVENT ? 0 :
	    form_fault(r, &event, "a second document; one file is one "
	    "document");
	yaml_event_delete(&event);
	return rc;
}

/* Skip the start of stream and document. */
static int
first_event(struct reader *r, yaml_event_t *event)
{
	for (;;) {
		if (next_event(r, event) == -1)
			return -1;
		if (event->type != YAML_STREAM_START_EVENT &&
		    event->type != YAML_DOCUMENT_START_EVENT)
			return 0;
		yaml_event_delete(event);
	}
}

struct yml *
yml_parse(const char *path, const char *text, size_t len, int line0,
    struct diag *d)
{
	struct reader r = { 0 };
	struct yml *root = NULL;
	yaml_event_t event;
	int at_end;

	r.path = path;
	r.text = text;
	r.len = len;
	r.line0 = line0;
	r.d = d;
	if (!yaml_parser_initialize(&r.parser)) {
		diag_add(d, DIAG_SYSTEM, NULL, "cannot make a YAML parser");
		return NULL;
	}
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text,
	    len);
	if (first_event(&r, &event) == 0) {
		at_end = event.type == YAML_STREAM_END_EVENT;
		root = read_root(&r, &event);
		yaml_event_delete(&event);
		if (root != NULL && !at_end && check_end(&r) == -1) {
			yml_free(root);
			root = NULL;
		}
	}
	yaml_parser_delete(&r.parser);
	return root;
}

const struct yml *
yml_get(const struct yml *node, const char *key)
{
	const struct yml *item;

	if (node == NULL || node->kind != YML_MAP)
		return NULL;
	for (item = node->first; item != NULL; item = item->next)
		if (strcmp(item->key, key) == 0)
			return item;
	return NULL;
}

const struct yml *
yml_path(const struct yml *node, const char *dotted)
{
	const struct yml *item;
	char *head;
	size_t len;

	while (node != NULL) {
		item = yml_get(node, dotted);
		if (item != NULL)
			return item;
		len = strcspn(dotted, ".");
		if (dotted[len] == '\0')
			return NULL;
		head = mem_strndup(dotted, len);
		node = yml_get(node, head);
		free(head);
		dotted += len + 1;
	}
	return NULL;
}

const char *
yml_text(const struct yml *node, const char *key)
{
	const struct yml *item;

	item = yml_get(node, key);
	return item == NULL || item->kind != YML_SCALAR ? NULL : item->text;
}

void
yml_texts(const struct yml *node, struct strs *list)
{
	const struct yml *item;

	if (node == NULL)
		return;
	if (node->kind == YML_SCALAR) {
		strs_add(list, node->text);
		return;
	}
	for (item = node->first; item != NULL; item = item->next)
		if (item->kind == YML_SCALAR)
			strs_add(list, item->text);
}

char *
yml_joined(const struct yml *node)
{
	struct buf out = { 0 };
	const struct yml *item;

	if (node->kind == YML_SCALAR)
		return mem_strdup(node->text);
	if (node->kind == YML_MAP)
		return NULL;
	for (item = node->first; item != NULL; item = item->next) {
		if (item->kind != YML_SCALAR)
			continue;
		if (out.len > 0)
			buf_puts(&out, ", ");
		buf_puts(&out, item->text);
	}
	return buf_detach(&out);
}
