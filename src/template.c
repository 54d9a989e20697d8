/* The template language: includes and conditions. */
#include "template.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "condition.h"
#include "markdown.h"
#include "modules.h"
#include "texts.h"
#include "xml.h"

enum { NESTED_MAX = 64 };	/* conditions opened inside one another */

static void	expand_children(struct template *, xmlNodePtr, int);

struct place
template_place(const xmlNode *node, char **path)
{
	return xml_place(node, path);
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
 * {{else}} if any.  NULL where it is not closed, or *DEEP: holds too many.
 */
static xmlNodePtr
find_close(xmlNodePtr open, xmlNodePtr *otherwise, int *deep)
{
	enum mark mark;
	xmlNodePtr node;
	int depth = 0;

	*otherwise = NULL;
	*deep = 0;
	for (node = open->next; node != NULL && depth < NESTED_MAX;
	    node = node->next) {
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
	*deep = depth == NESTED_MAX;
	return NULL;
}

static int
holds(struct template *t, const xmlNode *open, enum mark mark)
{
	struct place at;
	char *path;
	int yes;

	at = template_place(open, &path);
	yes = condition_holds(t, after_word(hole_text(open),
	    mark == MARK_OPEN_IF ? "#if" : "#applicable"),
	    mark == MARK_OPEN_APPLICABLE, &at);
	free(path);
	return yes;
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

/* {{else}} stands once in a condition: OTHERWISE is its first. */
static void
check_else(struct template *t, xmlNodePtr otherwise, const xmlNode *close)
{
	enum mark mark;
	xmlNodePtr node, next;
	int depth = 0;

	for (node = otherwise == NULL ? NULL : otherwise->next;
	    node != NULL && node != close; node = next) {
		next = node->next;
		mark = mark_of(node);
		depth += is_open(mark);
		depth -= mark == MARK_CLOSE_IF ||
		    mark == MARK_CLOSE_APPLICABLE;
		if (mark != MARK_ELSE || depth > 0)
			continue;
		fault(t, DIAG_TPL_UNCLOSED, node, "a second \"{{else}}\" in "
		    "one condition; remove it", "", "");
		xml_remove(node);
	}
}

/* Take the marks from OPEN to CLOSE out; returns the node to go on with. */
static xmlNodePtr
drop_marks(xmlNodePtr open, xmlNodePtr close)
{
	xmlNodePtr node, next, first = NULL;
	int last;

	for (node = open, last = 0; !last; node = next) {
		next = node->next;
		last = node == close;
		if (mark_of(node) != MARK_NONE)
			xml_remove(node);
		else if (first == NULL)
			first = node;
	}
	return first != NULL ? first : next;
}

/* Resolve the condition that OPEN begins; returns the node to go on with. */
static xmlNodePtr
resolve_condition(struct template *t, xmlNodePtr open)
{
	xmlNodePtr close, otherwise, next;
	enum mark mark;
	int yes, deep;

	mark = mark_of(open);
	close = find_close(open, &otherwise, &deep);
	next = open->next;
	if (close == NULL) {
		fault(t, DIAG_TPL_UNCLOSED, open, "\"{{", hole_text(open),
		    deep ? "}}\" holds 64 conditions inside one another; "
		    "close some first" : "}}\" is not closed in the same "
		    "list, quote or section; add its end");
		xml_remove(open);
		return next;
	}
	if ((mark == MARK_OPEN_IF) != (mark_of(close) == MARK_CLOSE_IF)) {
		fault(t, DIAG_TPL_UNCLOSED, close, "\"{{", hole_text(close),
		    mark == MARK_OPEN_IF ? "}}\" stands where \"{{/if}}\" "
		    "should; conditions end in the reverse order" :
		    "}}\" stands where \"{{/applicable}}\" should; "
		    "conditions end in the reverse order");
		return drop_marks(open, close);
	}
	check_else(t, otherwise, close);
	yes = holds(t, open, mark);
	check_sections(t, open->next, otherwise != NULL ? otherwise : close,
	    close);
	if (otherwise != NULL)
		check_sections(t, otherwise->next, close, close);
	if (yes && otherwise != NULL)
		remove_range(otherwise, close);
	else if (!yes)
		remove_range(open->next, otherwise != NULL ? otherwise :
		    close);
	if (!yes && otherwise != NULL)
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
	struct markdown_text md;
	const struct buf *text;
	struct buf own = { 0 };
	struct front front;
	struct place at;
	struct yml *yml = NULL;
	char *path, *file;
	xmlNodePtr holder = NULL;
	int rc;

	at = template_place(hole, &path);
	file = mem_printf("documents/%s.md", name);
	if (name[0] == '\0' || !path_is_source(file)) {
		diag_add(t->d, DIAG_INCLUDE, &at, "cannot include \"%.200s\": "
		    "a module is named as rules/backup, for a file in "
		    "documents/ or one that ships", name);
		goto out;
	}
	if (!path_exists(t->refs->roots, file)) {
		free(file);
		file = mem_printf(PATH_SHIPPED "templates/%s.md", name);
	}
	if (!path_exists(t->refs->roots, file)) {
		diag_add(t->d, DIAG_INCLUDE, &at, "cannot include \"%s\": no "
		    "documents/%s.md and no such module ships", name, name);
		goto out;
	}
	text = modules_text(t->refs->modules, file);
	if (text == NULL) {
		text = &own;
		if (path_read_text(t->refs->roots, file, PATH_TEXT_MAX, &own,
		    &at, t->d) == -1)
			goto out;
	}
	rc = yml_front(file, buf_str(text), text->len, &front, t->d);
	if (rc == -1)
		goto out;
	if (rc == 1)
		yml = yml_parse(file, text->data + front.begin,
		    front.end - front.begin, 1, t->d);
	template_declare(t, yml_get(yml, "variables"));
	holder = xml_make(hole, "i:module");
	xml_set(holder, "i:src", file);
	md = markdown_body(file, buf_str(text), text->len, front.body,
	    front.body_line0, MARKDOWN_HOLES | MARKDOWN_RULES);
	texts_put(t->refs->texts, &md, holder, t->d);
out:
	yml_free(yml);
	buf_release(&own);
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
	value = template_value(t, hole_text(hole), &at, 0);
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

/* Put the children of LINK in its place. */
static void
unwrap(xmlNodePtr link)
{
	xmlNodePtr child;

	while ((child = link->children) != NULL) {
		xmlUnlinkNode(child);
		xmlAddPrevSibling(link, child);
	}
	xml_remove(link);
}

/*
 * A link or an image whose address holds {{variables}}.  Their values have
 * not been judged yet; a link that may not be one is freed.
 */
static void
expand_address(struct template *t, xmlNodePtr node)
{
	const char *href;
	struct place at;
	char *path, *text;
	size_t before;
	xmlAttrPtr mark;
	int is_link;

	mark = xmlHasNsProp(node, BAD_CAST "hole-href", BAD_CAST XML_NS_I);
	if (mark == NULL)
		return;
	xmlRemoveProp(mark);
	is_link = xml_is(node, "link");
	href = is_link ? xml_get_ns(node, XML_NS_XLINK, "href") :
	    xml_get(node, "fileref");
	at = template_place(node, &path);
	before = t->d->nerrors;
	text = template_text(t, href == NULL ? "" : href, &at);
	xml_set(node, is_link ? "xlink:href" : "fileref", text);
	if (t->d->nerrors > before && !is_link) {
		xmlUnsetProp(node, BAD_CAST "fileref");
	} else if (is_link && !markdown_link_ok(text)) {
		diag_add(t->d, DIAG_LINK_SCHEME, &at, "the link \"%.200s\" is "
		    "printed as its text: its address is not relative, "
		    "http:, https: or mailto:", text);
		unwrap(node);
	}
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
			expand_children(t, node, in_module);
			expand_address(t, node);
		}
	}
}

void
template_expand(struct template *t, xmlNodePtr parent)
{
	expand_children(t, parent, 0);
	markdown_tidy(parent);
}
