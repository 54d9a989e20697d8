/* The template language: includes, conditions and variables. */
#include "template.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "xml.h"

static void	expand_children(struct template *, xmlNodePtr, int);

static void
free_string(void *s, const xmlChar *name)
{
	(void)name;
	free(s);
}

void
template_release(struct template *t)
{
	if (t->defaults != NULL)
		xmlHashFree(t->defaults, free_string);
	t->defaults = NULL;
}

struct place
template_place(const xmlNode *node, char **path)
{
	struct place at = { 0 };
	const char *src = NULL;
	char *colon;

	*path = NULL;
	for (; node != NULL && src == NULL; node = node->parent)
		if (node->type == XML_ELEMENT_NODE)
			src = xml_get_ns(node, XML_NS_I, "src");
	if (src == NULL)
		return at;
	*path = mem_strdup(src);
	at.path = *path;
	colon = strrchr(*path, ':');
	if (colon != NULL && isdigit((unsigned char)colon[1])) {
		at.line = (int)strtol(colon + 1, NULL, 10);
		*colon = '\0';
	}
	colon = strrchr(*path, ':');
	if (colon != NULL && isdigit((unsigned char)colon[1])) {
		at.col = at.line;
		at.line = (int)strtol(colon + 1, NULL, 10);
		*colon = '\0';
	}
	return at;
}

static void
fault(struct template *t, enum diag_code code, const xmlNode *node,
    const char *fmt, const char *arg, const char *more)
{
	struct place at;
	char *path, *text;

	at = template_place(node, &path);
	text = mem_printf("%s%s%s", fmt, arg, more);
	diag_add(t->d, code, &at, "%s", text);
	free(text);
	free(path);
}

static const struct yml_key variable_keys[] = {
	{ "default", YML_ANY, YML_REQUIRED, NULL, NULL },
	{ "ask", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

int
template_declare(struct template *t, const struct yml *variables)
{
	const struct yml *item, *value;
	int rc = 0;

	if (variables == NULL)
		return 0;
	if (variables->kind != YML_MAP)
		return diag_add(t->d, DIAG_VALUE_KIND, &variables->at,
		    "\"variables\" must be a mapping of names to "
		    "{ default: ..., ask: ... }");
	if (t->defaults == NULL)
		t->defaults = xmlHashCreate(16);
	for (item = variables->first; item != NULL; item = item->next) {
		if (item->kind != YML_MAP) {
			rc = diag_add(t->d, DIAG_VALUE_KIND, &item->at,
			    "the variable \"%s\" must be "
			    "{ default: ..., ask: ... }", item->key);
			continue;
		}
		if (yml_check(item, variable_keys, t->d) == -1)
			rc = -1;
		value = yml_get(item, "default");
		if (value != NULL && value->kind == YML_SCALAR)
			xmlHashUpdateEntry(t->defaults, BAD_CAST item->key,
			    mem_strdup(value->text), free_string);
	}
	return rc;
}

static int
is_name(const char *s)
{
	if (!isalpha((unsigned char)*s))
		return 0;
	for (; *s != '\0'; s++)
		if (!isalnum((unsigned char)*s) && strchr("._-", *s) == NULL)
			return 0;
	return 1;
}

/* The text of a list as "a, b, c"; new memory, NULL for a mapping. */
static char *
joined(const struct yml *value)
{
	struct buf out = { 0 };
	const struct yml *item;

	if (value->kind == YML_SCALAR)
		return mem_strdup(value->text);
	if (value->kind == YML_MAP)
		return NULL;
	for (item = value->first; item != NULL; item = item->next) {
		if (item->kind != YML_SCALAR)
			continue;
		if (out.len > 0)
			buf_puts(&out, ", ");
		buf_puts(&out, item->text);
	}
	return buf_detach(&out);
}

/*
 * The value of the variable NAME: isms.yaml's `variables:`, what a template
 * declares, then organisation.*, scope.* and language; new memory or NULL.
 */
static char *
lookup(const struct template *t, const char *name)
{
	const struct yml *root, *value;
	const char *text;

	root = t->refs->ws->yml;
	value = yml_path(yml_get(root, "variables"), name);
	if (value != NULL)
		return joined(value);
	text = t->defaults == NULL ? NULL :
	    xmlHashLookup(t->defaults, BAD_CAST name);
	if (text != NULL)
		return mem_strdup(text);
	if (strcmp(name, "organisation.short") == 0 &&
	    yml_path(root, name) == NULL)
		name = "organisation.name";
	if (strncmp(name, "organisation.", 13) != 0 &&
	    strncmp(name, "scope.", 6) != 0 && strcmp(name, "language") != 0)
		return NULL;
	value = yml_path(root, name);
	return value == NULL ? NULL : joined(value);
}

/* A key of isms.yaml that need not be there: no fault to ask for it. */
static int
is_setting(const char *name)
{
	static const char *const settings[] = {
		"organisation.short", "scope.excludes", "scope.includes",
		"scope.interfaces", "scope.statement"
	};
	size_t i;

	for (i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		if (strcmp(settings[i], name) == 0)
			return 1;
	return 0;
}

static void
collect_names(const struct yml *map, const char *prefix, struct strs *names)
{
	const struct yml *item;
	char *name;

	for (item = map == NULL || map->kind != YML_MAP ? NULL : map->first;
	    item != NULL; item = item->next) {
		name = mem_printf("%s%s", prefix, item->key);
		if (item->kind == YML_MAP) {
			char *deeper;

			deeper = mem_printf("%s.", name);
			collect_names(item, deeper, names);
			free(deeper);
		}
		strs_take(names, name);
	}
}

static void
collect_default(void *text, void *names, const xmlChar *name)
{
	(void)text;
	strs_add(names, (const char *)name);
}

static int
is_declared(const struct strs *list, const char *text)
{
	char *word;
	int is;

	word = mem_strndup(text, strcspn(text, " \t"));
	is = strs_find(list, word) != -1;
	free(word);
	return is;
}

/* Report that NAME is no variable, with the nearest name of any kind. */
static void
unknown_variable(struct template *t, const char *name,
    const struct place *at)
{
	struct strs names = { 0 };
	const char *near;
	size_t i;

	collect_names(yml_get(t->refs->ws->yml, "variables"), "", &names);
	collect_names(yml_get(t->refs->ws->yml, "organisation"),
	    "organisation.", &names);
	collect_names(yml_get(t->refs->ws->yml, "scope"), "scope.", &names);
	if (t->defaults != NULL)
		xmlHashScan(t->defaults, collect_default, &names);
	for (i = 0; i < t->refs->declared->inlines.n; i++)
		strs_add(&names, t->refs->declared->inlines.v[i]);
	for (i = 0; i < t->refs->declared->blocks.n; i++)
		strs_add(&names, t->refs->declared->blocks.v[i]);
	strs_sort(&names);
	near = strs_nearest(&names, name);
	if (near != NULL)
		diag_add(t->d, DIAG_VARIABLE, at, "\"%s\" is no variable or "
		    "directive; did you mean \"%s\"?", name, near);
	else
		diag_add(t->d, DIAG_VARIABLE, at, "\"%s\" is no variable or "
		    "directive; give it a value under \"variables:\" in "
		    "isms.yaml, or a default after \"|\"", name);
	strs_release(&names);
}

/*
 * The value of "name" or "name|default" at AT; new memory.  Where there is
 * none: NULL, with a message unless QUIET.
 */
static char *
value_of(struct template *t, const char *text, const struct place *at,
    int quiet)
{
	const char *bar;
	char *name, *value;
	size_t len;

	bar = strchr(text, '|');
	len = bar == NULL ? strlen(text) : (size_t)(bar - text);
	while (len > 0 && isspace((unsigned char)text[len - 1]))
		len--;
	name = mem_strndup(text, len);
	value = is_name(name) ? lookup(t, name) : NULL;
	if (value == NULL && is_name(name) && bar != NULL) {
		bar++;
		bar += strspn(bar, " \t");
		value = mem_strdup(bar);
	}
	if (value == NULL && !quiet && is_name(name))
		unknown_variable(t, name, at);
	else if (value == NULL && !quiet)
		diag_add(t->d, DIAG_TPL_SYNTAX, at, "\"{{%s}}\" is neither a "
		    "directive nor a variable; variables are words joined "
		    "by dots", text);
	free(name);
	return value;
}

char *
template_text(struct template *t, const char *text, const struct place *at)
{
	struct buf out = { 0 };
	const char *open, *close;
	char *inner, *value;

	for (;;) {
		open = strstr(text, "{{");
		close = open == NULL ? NULL : strstr(open, "}}");
		if (close == NULL)
			break;
		buf_add(&out, text, (size_t)(open - text));
		open += 2 + strspn(open + 2, " \t");
		inner = mem_strndup(open, (size_t)(close - open));
		value = value_of(t, inner, at, 0);
		if (value != NULL)
			buf_puts(&out, value);
		free(value);
		free(inner);
		text = close + 2;
	}
	buf_puts(&out, text);
	return buf_detach(&out);
}

static const char *
hole_text(const xmlNode *node)
{
	const char *text;

	if (!xml_is(node, "i:hole"))
		return NULL;
	text = xml_get(node, "text");
	return text == NULL ? "" : text;
}

static int
is_block(const xmlNode *hole)
{
	return xml_get(hole, "block") != NULL;
}

/* Does TEXT begin with WORD, alone or followed by a blank?  Its rest. */
static const char *
after_word(const char *text, const char *word)
{
	size_t len;

	len = strlen(word);
	if (strncmp(text, word, len) != 0)
		return NULL;
	if (text[len] != '\0' && text[len] != ' ' && text[len] != '\t')
		return NULL;
	return text + len + strspn(text + len, " \t");
}

/* What kind of condition mark the text of a hole is. */
enum mark {
	MARK_NONE,
	MARK_OPEN_IF,
	MARK_OPEN_APPLICABLE,
	MARK_ELSE,
	MARK_CLOSE_IF,
	MARK_CLOSE_APPLICABLE
};

static enum mark
mark_of(const xmlNode *node)
{
	const char *text;

	text = hole_text(node);
	if (text == NULL)
		return MARK_NONE;
	if (after_word(text, "#if") != NULL)
		return MARK_OPEN_IF;
	if (after_word(text, "#applicable") != NULL)
		return MARK_OPEN_APPLICABLE;
	if (strcmp(text, "else") == 0)
		return MARK_ELSE;
	if (strcmp(text, "/if") == 0)
		return MARK_CLOSE_IF;
	if (strcmp(text, "/applicable") == 0)
		return MARK_CLOSE_APPLICABLE;
	return MARK_NONE;
}

static int
is_open(enum mark mark)
{
	return mark == MARK_OPEN_IF || mark == MARK_OPEN_APPLICABLE;
}

/*
 * From the opening mark OPEN, its matching end among the siblings, and its
 * {{else}} if any.  NULL where it is not closed.
 */
static xmlNodePtr
find_close(xmlNodePtr open, xmlNodePtr *otherwise)
{
	enum mark mark;
	xmlNodePtr node;
	int depth = 0;

	*otherwise = NULL;
	for (node = open->next; node != NULL; node = node->next) {
		mark = mark_of(node);
		if (is_open(mark))
			depth++;
		else if (mark == MARK_ELSE && depth == 0 &&
		    *otherwise == NULL)
			*otherwise = node;
		else if ((mark == MARK_CLOSE_IF ||
		    mark == MARK_CLOSE_APPLICABLE) && depth-- == 0)
			return node;
	}
	return NULL;
}

/* Is TEXT (a variable's value) what "if" takes for yes? */
static int
is_true(const char *text)
{
	return text != NULL && text[0] != '\0' &&
	    strcmp(text, "false") != 0 && strcmp(text, "no") != 0 &&
	    strcmp(text, "0") != 0;
}

static int
holds_if(struct template *t, const xmlNode *node, const char *rest)
{
	const char *negated;
	struct place at;
	char *value, *path;
	int yes;

	negated = after_word(rest, "not");
	at = template_place(node, &path);
	rest = negated != NULL ? negated : rest;
	value = value_of(t, rest, &at, is_setting(rest));
	yes = is_true(value);
	free(value);
	free(path);
	return negated != NULL ? !yes : yes;
}

static int
holds_applicable(struct template *t, const xmlNode *node, const char *rest)
{
	xmlNodePtr control;
	struct place at;
	char *path;

	at = template_place(node, &path);
	if (rest[0] == '\0') {
		diag_add(t->d, DIAG_DIRECTIVE, &at,
		    "\"#applicable\" needs the label of a control");
		control = NULL;
	} else {
		control = refs_control(t->refs, rest, t->home, &at, t->d);
	}
	free(path);
	return control == NULL ||
	    refs_applicable(t->refs, xml_get(control, "ref"));
}

static int
heading_level(const xmlNode *node)
{
	return xml_is(node, "i:heading") ?
	    (int)strtol(xml_get(node, "level"), NULL, 10) : 0;
}

/*
 * What stands from FIRST up to END must be whole sections or hold no heading:
 * else what follows would fall into a section that is there only sometimes.
 */
static void
check_sections(struct template *t, xmlNodePtr first, xmlNodePtr end,
    xmlNodePtr close)
{
	xmlNodePtr node;
	int level, least = 0, seen = 0;

	for (node = first; node != end; node = node->next) {
		if (node->type != XML_ELEMENT_NODE ||
		    mark_of(node) != MARK_NONE)
			continue;
		level = heading_level(node);
		if (level > 0 && seen && least == 0)
			break;
		if (level > 0 && (least == 0 || level < least))
			least = level;
		seen = 1;
	}
	if (node == end && least > 0)
		for (node = close->next; node != NULL; node = node->next)
			if (node->type == XML_ELEMENT_NODE &&
			    mark_of(node) == MARK_NONE)
				break;
	if (least == 0 && node == end)
		return;
	level = node == NULL || node == end ? 0 : heading_level(node);
	if (node != NULL && (least == 0 || level == 0 || level > least))
		fault(t, DIAG_TPL_PLACE, node, "a condition must enclose "
		    "whole sections or no heading; end it before the next "
		    "heading of the same level", "", "");
}

static void
remove_range(xmlNodePtr first, xmlNodePtr end)
{
	xmlNodePtr next;

	for (; first != NULL && first != end; first = next) {
		next = first->next;
		xml_remove(first);
	}
}

/* Resolve the condition that OPEN begins; returns the node to go on with. */
static xmlNodePtr
resolve_condition(struct template *t, xmlNodePtr open)
{
	xmlNodePtr close, otherwise, next;
	const char *text;
	enum mark mark;
	int holds;

	mark = mark_of(open);
	close = find_close(open, &otherwise);
	next = open->next;
	if (close == NULL || (mark == MARK_OPEN_IF) !=
	    (mark_of(close) == MARK_CLOSE_IF)) {
		fault(t, DIAG_TPL_UNCLOSED, open, "\"{{", hole_text(open),
		    "}}\" is not closed in the same list, quote or section; "
		    "add its end");
		xml_remove(open);
		return next;
	}
	text = hole_text(open);
	holds = mark == MARK_OPEN_IF ?
	    holds_if(t, open, after_word(text, "#if")) :
	    holds_applicable(t, open, after_word(text, "#applicable"));
	check_sections(t, open->next, otherwise != NULL ? otherwise : close,
	    close);
	if (otherwise != NULL)
		check_sections(t, otherwise->next, close, close);
	if (holds && otherwise != NULL)
		remove_range(otherwise, close);
	else if (!holds)
		remove_range(open->next, otherwise != NULL ? otherwise :
		    close);
	if (!holds && otherwise != NULL)
		xml_remove(otherwise);
	next = open->next;
	xml_remove(open);
	if (next == close)
		next = close->next;
	xml_remove(close);
	return next;
}

/* The module NAME as flat blocks in a new node, or NULL with a message. */
static xmlNodePtr
load_module(struct template *t, xmlNodePtr hole, const char *name)
{
	struct markdown_text md = { 0 };
	struct buf text = { 0 };
	struct front front;
	struct place at;
	struct yml *yml = NULL;
	char *path, *file;
	xmlNodePtr holder = NULL;
	int rc;

	at = template_place(hole, &path);
	file = mem_printf("documents/%s.md", name);
	if (!path_exists(t->refs->roots, file)) {
		free(file);
		file = mem_printf(PATH_SHIPPED "templates/%s.md", name);
	}
	if (!path_is_source(file) || !path_exists(t->refs->roots, file)) {
		diag_add(t->d, DIAG_INCLUDE, &at, "cannot include \"%s\": no "
		    "documents/%s.md and no such module ships", name, name);
		goto out;
	}
	if (path_read_text(t->refs->roots, file, PATH_TEXT_MAX, &text, &at,
	    t->d) == -1)
		goto out;
	rc = yml_front(file, buf_str(&text), text.len, &front, t->d);
	if (rc == -1)
		goto out;
	if (rc == 1)
		yml = yml_parse(file, text.data + front.begin,
		    front.end - front.begin, 1, t->d);
	template_declare(t, yml_get(yml, "variables"));
	holder = xml_make(hole, "i:module");
	xml_set(holder, "i:src", file);
	md.path = file;
	md.text = buf_str(&text) + front.body;
	md.len = text.len - front.body;
	md.line0 = front.body_line0;
	md.flags = MARKDOWN_HOLES | MARKDOWN_RULES;
	markdown_blocks(&md, holder, t->d);
out:
	yml_free(yml);
	buf_release(&text);
	free(file);
	free(path);
	return holder;
}

/* Put the module in place of HOLE; returns the node to go on with. */
static xmlNodePtr
include_module(struct template *t, xmlNodePtr hole, const char *name)
{
	xmlNodePtr holder, next, child;

	holder = load_module(t, hole, name);
	next = hole->next;
	if (holder != NULL) {
		expand_children(t, holder, 1);
		while ((child = holder->children) != NULL) {
			xmlUnlinkNode(child);
			xmlAddPrevSibling(hole, child);
		}
		xmlFreeNode(holder);
	}
	xml_remove(hole);
	return next;
}

/* A variable's value where HOLE stands; a block one becomes a paragraph. */
static xmlNodePtr
put_variable(struct template *t, xmlNodePtr hole)
{
	xmlNodePtr next, phrase, para;
	struct place at;
	char *path, *value, *name;

	next = hole->next;
	at = template_place(hole, &path);
	value = value_of(t, hole_text(hole), &at, 0);
	phrase = xml_make(hole, "phrase");
	name = mem_strndup(hole_text(hole), strcspn(hole_text(hole), " |"));
	xml_set(phrase, "i:variable", name);
	xml_set_src(phrase, &at);
	if (value != NULL)
		xml_text(phrase, value, strlen(value));
	if (is_block(hole)) {
		para = xml_make(hole, "para");
		xml_set_src(para, &at);
		xmlAddChild(para, phrase);
		phrase = para;
	}
	xmlReplaceNode(hole, phrase);
	xmlFreeNode(hole);
	free(name);
	free(value);
	free(path);
	return next;
}

static int
is_directive(const struct template *t, const char *text)
{
	return is_declared(&t->refs->declared->inlines, text) ||
	    is_declared(&t->refs->declared->blocks, text);
}

/* One hole that is no condition; returns the node to go on with. */
static xmlNodePtr
expand_hole(struct template *t, xmlNodePtr hole, int in_module)
{
	const char *text, *rest;
	xmlNodePtr next;

	text = hole_text(hole);
	next = hole->next;
	rest = after_word(text, "include");
	if (rest != NULL && is_block(hole) && !in_module &&
	    t->document != NULL)
		return include_module(t, hole, rest);
	if (rest != NULL) {
		fault(t, DIAG_INCLUDE, hole, "\"{{", text, in_module ?
		    "}}\" stands in a module; modules do not nest" :
		    "}}\" must stand alone in a paragraph of a document");
		xml_remove(hole);
		return next;
	}
	if (mark_of(hole) != MARK_NONE) {
		fault(t, mark_of(hole) == MARK_ELSE || is_block(hole) ?
		    DIAG_TPL_UNCLOSED : DIAG_TPL_PLACE, hole, "\"{{", text,
		    is_block(hole) ? "}}\" has no beginning here" :
		    "}}\" must stand alone in a paragraph");
		xml_remove(hole);
		return next;
	}
	if (is_directive(t, text))
		return next;
	return put_variable(t, hole);
}

/* Links whose target holds {{variables}}. */
static void
expand_href(struct template *t, xmlNodePtr link)
{
	const char *href;
	struct place at;
	char *path, *text;
	xmlAttrPtr mark;

	mark = xmlHasNsProp(link, BAD_CAST "hole-href", BAD_CAST XML_NS_I);
	if (mark == NULL)
		return;
	xmlRemoveProp(mark);
	href = xml_get_ns(link, XML_NS_XLINK, "href");
	if (href == NULL)
		return;
	at = template_place(link, &path);
	text = template_text(t, href, &at);
	xml_set(link, "xlink:href", text);
	free(text);
	free(path);
}

/* Everything below PARENT, siblings in their order. */
static void
expand_children(struct template *t, xmlNodePtr parent, int in_module)
{
	xmlNodePtr node, next;

	for (node = parent->children; node != NULL; node = next) {
		next = node->next;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (is_open(mark_of(node)) && is_block(node)) {
			next = resolve_condition(t, node);
		} else if (xml_is(node, "i:hole")) {
			next = expand_hole(t, node, in_module);
		} else {
			expand_href(t, node);
			expand_children(t, node, in_module);
		}
	}
}

void
template_expand(struct template *t, xmlNodePtr parent)
{
	expand_children(t, parent, 0);
	markdown_tidy(parent);
}
