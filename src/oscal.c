/* OSCAL: ids, props and words of a document that is being read. */
#include "oscal.h"

#include <libxml/uri.h>

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "buf.h"
#include "mem.h"
#include "xml.h"

#define OSCAL_PROPS	"http://csrc.nist.gov/ns/oscal"

enum {
	NESTING_MAX = 256,	/* what the parser lets through */
	BUCKETS_MAX = 1 << 20	/* libxml2's tables hardly grow by themselves */
};

/* Kinds of element that have an id, and the attribute that it is in. */
static const struct {
	const char	*name;
	const char	*attr;		/* NULL: none */
	int		 inner;		/* may hold others of them */
} kinds[] = {
	{ "control", "id", 1 },
	{ "group", "id", 1 },
	{ "part", "id", 1 },
	{ "param", "id", 0 },
	{ "resource", "uuid", 0 },
	{ "back-matter", NULL, 1 }
};

#define NKINDS (sizeof(kinds) / sizeof(*kinds))

int
oscal_is(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE &&
	    (name == NULL || strcmp((const char *)node->name, name) == 0) &&
	    node->ns != NULL &&
	    strcmp((const char *)node->ns->href, XML_NS_OSCAL) == 0;
}

static const xmlNode *
from_here(const xmlNode *node, const char *name)
{
	while (node != NULL && !oscal_is(node, name))
		node = node->next;
	return node;
}

const xmlNode *
oscal_first(const xmlNode *parent, const char *name)
{
	return parent == NULL ? NULL : from_here(parent->children, name);
}

const xmlNode *
oscal_next(const xmlNode *node, const char *name)
{
	return from_here(node->next, name);
}

const char *
oscal_origin(const xmlNode *node)
{
	for (; node != NULL && node->type == XML_ELEMENT_NODE;
	    node = node->parent)
		if (node->_private != NULL)
			return ((const struct origin *)node->_private)->path;
	return NULL;
}

char *
oscal_source(const xmlNode *node)
{
	const char *path;
	char *name, *s;

	path = oscal_origin(node);
	if (path == NULL)
		return NULL;
	name = path_stem(path);
	for (s = name; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x80 || (!isalnum((unsigned char)*s)
		    && strchr("._-", *s) == NULL))
			*s = '_';
	return name;
}

struct place
oscal_place(const struct oscal *oscal, const xmlNode *node)
{
	struct place at = { 0 };

	at.path = oscal_origin(node);
	if (at.path == NULL)
		at.path = oscal->path;
	at.line = xml_line(node);
	return at;
}

struct oscal_shown
oscal_shown(const char *s)
{
	struct oscal_shown shown;
	size_t len, n, max;

	max = sizeof(shown.text) - sizeof("...");
	len = strlen(s);
	if (len > max) {
		for (len = 0;; len += n) {
			n = utf8_len(s + len, 4, NULL);
			n = n == 0 ? 1 : n;
			if (len + n > max)
				break;
		}
	}
	memcpy(shown.text, s, len);
	memcpy(shown.text + len, s[len] == '\0' ? "" : "...",
	    s[len] == '\0' ? 1 : sizeof("..."));
	return shown;
}

void
oscal_say(struct oscal *oscal, enum diag_code code, const xmlNode *node,
    const char *fmt, ...)
{
	struct place at;
	va_list ap;
	char text[1024];

	at = oscal_place(oscal, node);
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_add(oscal->d, code, &at, "%s", text);
	if (diag_level(code) >= DIAG_ERROR)
		oscal->bad = 1;
}

void
oscal_too_deep(struct oscal *oscal, const xmlNode *node)
{
	oscal->bad = 1;
	if (!oscal->deep)
		oscal_say(oscal, DIAG_XML_LIMIT, node, "cannot read <%s>: "
		    "nested more than %d deep",
		    oscal_shown((const char *)node->name).text,
		    OSCAL_DEPTH_MAX);
	oscal->deep = 1;
}

int
oscal_own_ns(const char *ns)
{
	return ns == NULL || strcmp(ns, OSCAL_PROPS) == 0 ||
	    strcmp(ns, XML_NS_OSCAL) == 0;
}

char *
oscal_prop(const xmlNode *node, const char *name)
{
	const char *value, *best = NULL;
	const xmlNode *prop;
	size_t len;

	for (prop = oscal_first(node, "prop"); prop != NULL;
	    prop = oscal_next(prop, "prop")) {
		value = xml_get(prop, "name");
		if (value == NULL || strcmp(value, name) != 0 ||
		    !oscal_own_ns(xml_get(prop, "ns")))
			continue;
		value = xml_get(prop, "value");
		if (value == NULL || value[strspn(value, " \t\r\n")] == '\0')
			continue;
		if (best == NULL || xml_get(prop, "class") == NULL)
			best = value;
		if (xml_get(prop, "class") == NULL)
			break;
	}
	if (best == NULL)
		return NULL;
	best += strspn(best, " \t\r\n");
	len = strlen(best);
	while (len > 0 && strchr(" \t\r\n", best[len - 1]) != NULL)
		len--;
	return mem_strndup(best, len);
}

/* Is HREF an address as the schema of DocBook wants it (xs:anyURI)? */
static int
is_uri(const char *href)
{
	xmlURIPtr uri;
	char *plain, *s;

	plain = mem_strdup(href);
	for (s = plain; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x7F ||
		    strchr("<>\"{}|\\^`", *s) != NULL)
			*s = '_';
	uri = xmlParseURI(plain);
	free(plain);
	xmlFreeURI(uri);
	return uri != NULL;
}

int
oscal_is_address(const char *href)
{
	static const char *const schemes[] = {
		"http://", "https://", "mailto:"
	};
	const char *s;
	size_t i;

	for (s = href; *s != '\0'; s++)
		if ((unsigned char)*s <= 0x20 || *s == 0x7F)
			return 0;
	for (i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (strncasecmp(href, schemes[i], strlen(schemes[i])) == 0)
			return is_uri(href);
	return 0;
}

void
oscal_check_target(struct oscal *oscal, const xmlNode *node,
    const char *href)
{
	if (!oscal->shipped || href == NULL || href[0] != '#' ||
	    oscal_find(oscal, href + 1, NULL) != NULL)
		return;
	oscal_say(oscal, DIAG_OSCAL_DEMAND, node, "the link \"%s\" leads "
	    "nowhere; mend it or take it out", oscal_shown(href).text);
}

const xmlNode *
oscal_find(const struct oscal *oscal, const char *id, const char *kind)
{
	return xmlHashLookup2(oscal->ids, BAD_CAST id, BAD_CAST kind);
}

/* NODE has an ID that FIRST has already. */
static void
say_twice(struct oscal *oscal, const xmlNode *node, const char *id,
    const xmlNode *first)
{
	if (oscal_is(node, "control") &&
	    oscal_find(oscal, id, "control") != NULL) {
		first = oscal_find(oscal, id, "control");
		oscal_say(oscal, DIAG_OSCAL_ID, node, "two controls have the "
		    "id \"%s\", the first in line %d; rename one",
		    oscal_shown(id).text, xml_line(first));
	} else if (oscal->shipped) {
		oscal_say(oscal, DIAG_OSCAL_ID, node, "the id \"%s\" stands "
		    "twice, first in line %d; rename one",
		    oscal_shown(id).text, xml_line(first));
	} else if (xmlHashAddEntry2(oscal->ids, BAD_CAST id,
	    BAD_CAST "twice", oscal) == 0) {
		oscal_say(oscal, DIAG_OSCAL_DUPLICATE, node, "the id \"%s\" "
		    "stands twice, first in line %d",
		    oscal_shown(id).text, xml_line(first));
	}
}

static void
add_id(struct oscal *oscal, xmlNodePtr node, const char *kind,
    const char *id)
{
	const xmlNode *first;

	first = oscal_find(oscal, id, NULL);
	if (first != NULL)
		say_twice(oscal, node, id, first);
	else
		xmlHashAddEntry2(oscal->ids, BAD_CAST id, NULL, node);
	xmlHashAddEntry2(oscal->ids, BAD_CAST id, BAD_CAST kind, node);
}

static void
say_no_id(struct oscal *oscal, const xmlNode *control)
{
	char *title;

	title = xml_words(oscal_first(control, "title"));
	oscal_say(oscal, DIAG_OSCAL_ID, control, "the control \"%s\" has no "
	    "id; give it one", oscal_shown(title).text);
	free(title);
}

/* The kind of NODE in the table, or where there is none, the table's size. */
static size_t
kind_of(const xmlNode *node)
{
	size_t i;

	for (i = 0; i < NKINDS; i++)
		if (oscal_is(node, kinds[i].name))
			break;
	return i;
}

/* How many elements below PARENT may have an id. */
static size_t
count(const xmlNode *parent, int depth)
{
	const xmlNode *node;
	size_t i, n = 0;

	for (node = xml_first(parent, NULL); node != NULL && depth <
	    NESTING_MAX; node = xml_next(node, NULL)) {
		i = kind_of(node);
		if (i < NKINDS)
			n += 1 + (kinds[i].inner ? count(node, depth + 1) : 0);
	}
	return n;
}

static void
collect(struct oscal *oscal, xmlNodePtr parent, int depth)
{
	xmlNodePtr node;
	const char *id;
	size_t i;

	for (node = xml_first(parent, NULL); node != NULL && depth <
	    NESTING_MAX; node = xml_next(node, NULL)) {
		i = kind_of(node);
		if (i == NKINDS)
			continue;
		id = kinds[i].attr == NULL ? NULL :
		    xml_get(node, kinds[i].attr);
		if (id != NULL && id[0] != '\0')
			add_id(oscal, node, kinds[i].name, id);
		else if (i == 0)
			say_no_id(oscal, node);
		if (kinds[i].inner)
			collect(oscal, node, depth + 1);
	}
}

void
oscal_init(struct oscal *oscal, xmlDocPtr doc, const char *path, int shipped,
    struct diag *d)
{
	xmlNodePtr root;
	size_t n;

	memset(oscal, 0, sizeof(*oscal));
	oscal->path = path;
	oscal->shipped = shipped;
	oscal->d = d;
	root = xmlDocGetRootElement(doc);
	n = count(root, 0);
	oscal->ids = xmlHashCreate(2 * n < BUCKETS_MAX ? 2 * (int)n + 64 :
	    BUCKETS_MAX);
	oscal->params = xmlHashCreate(256);
	oscal->said = xmlHashCreate(16);
	collect(oscal, root, 0);
}

static void
free_param(void *payload, const xmlChar *name)
{
	struct oscal_param *param = payload;

	(void)name;
	free(param->text);
	free(param);
}

void
oscal_release(struct oscal *oscal)
{
	xmlHashFree(oscal->ids, NULL);
	xmlHashFree(oscal->params, free_param);
	xmlHashFree(oscal->said, NULL);
	strs_release(&oscal->sources);
	memset(oscal, 0, sizeof(*oscal));
}
