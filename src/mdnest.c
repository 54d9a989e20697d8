/* Flat Markdown blocks to sections, and what DocBook asks of them. */
#include <libxml/chvalid.h>
#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "markdown.h"
#include "mem.h"
#include "xml.h"

enum { LEVELS = 6 };

/* The sections that are open while nesting. */
struct nest {
	xmlNodePtr	 parent;
	const char	*ids;
	struct diag	*d;
	xmlHashTablePtr	 slugs;		/* how often each was asked for */
	int		 least;		/* heading level */
	int		 n;
	struct {
		int		 level;
		xmlNodePtr	 section;
	}		 open[LEVELS];
};

/* Capital letters whose small ones stand STEP further on. */
static const struct capitals {
	unsigned	 first;
	unsigned	 last;
	unsigned	 step;
	unsigned	 every;	/* 2: every other one, from first */
} capitals[] = {
	{ 'A', 'Z', 32, 1 },
	{ 0xC0, 0xD6, 32, 1 }, { 0xD8, 0xDE, 32, 1 },	/* Latin */
	{ 0x100, 0x12E, 1, 2 }, { 0x132, 0x136, 1, 2 },
	{ 0x139, 0x147, 1, 2 }, { 0x14A, 0x176, 1, 2 },
	{ 0x179, 0x17D, 1, 2 },
	{ 0x386, 0x386, 38, 1 }, { 0x388, 0x38A, 37, 1 },	/* Greek */
	{ 0x38C, 0x38C, 64, 1 }, { 0x38E, 0x38F, 63, 1 },
	{ 0x391, 0x3A1, 32, 1 }, { 0x3A3, 0x3AB, 32, 1 },
	{ 0x400, 0x40F, 80, 1 }, { 0x410, 0x42F, 32, 1 },	/* Cyrillic */
	{ 0x460, 0x480, 1, 2 }, { 0x48A, 0x4BE, 1, 2 }
};

static unsigned long
small_letter(unsigned long cp)
{
	size_t i;

	if (cp == 0x178)
		return 0xFF;
	for (i = 0; i < sizeof(capitals) / sizeof(*capitals); i++)
		if (cp >= capitals[i].first && cp <= capitals[i].last &&
		    (cp - capitals[i].first) % capitals[i].every == 0)
			return cp + capitals[i].step;
	return cp;
}

/* Letters as libxml2 has them in names, where its ids are checked. */
static int
is_letter(unsigned long cp)
{
	return cp < 0x80 ? cp >= 'a' && cp <= 'z' :
	    xmlIsBaseCharQ((unsigned)cp) || xmlIsIdeographicQ((unsigned)cp);
}

static int
is_inside(unsigned long cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 0x80 &&
	    (xmlIsDigitQ((unsigned)cp) || xmlIsCombiningQ((unsigned)cp)));
}

char *
markdown_slug(const char *title)
{
	struct buf slug = { 0 };
	unsigned long cp;
	size_t n, len;
	int gap = 0;

	for (len = strlen(title); len > 0; title += n, len -= n) {
		n = utf8_len(title, len, &cp);
		if (n == 0) {
			n = 1;
			cp = ' ';
		}
		cp = small_letter(cp);
		if (!is_letter(cp) && !is_inside(cp)) {
			gap = 1;
			continue;
		}
		if (slug.len == 0 && !is_letter(cp))
			buf_putc(&slug, 's');
		else if (gap && slug.len > 0)
			buf_putc(&slug, '-');
		gap = 0;
		buf_utf8(&slug, cp);
	}
	if (slug.len == 0)
		buf_puts(&slug, "section");
	return buf_detach(&slug);
}

static void
free_count(void *count, const xmlChar *name)
{
	(void)name;
	free(count);
}

/* How often SLUG was asked for, with this time. */
static int
ask(struct nest *nest, const char *slug)
{
	int *count;

	count = xmlHashLookup(nest->slugs, BAD_CAST slug);
	if (count == NULL) {
		count = mem_zalloc(sizeof(*count));
		xmlHashAddEntry(nest->slugs, BAD_CAST slug, count);
	}
	return ++*count;
}

/* Give SECTION an id of its own. */
static void
set_id(struct nest *nest, xmlNodePtr section, const xmlNode *title)
{
	char *words, *slug, *own;
	int n;

	if (nest->ids == NULL)
		return;
	words = xml_words(title);
	slug = markdown_slug(words);
	own = mem_strdup(slug);
	n = ask(nest, slug);
	while (n > 1) {
		free(own);
		own = mem_printf("%s-%d", slug, n);
		if (ask(nest, own) == 1)
			break;
		n = ask(nest, slug);
	}
	xml_setf(section, "xml:id", "%s.%s", nest->ids, own);
	free(words);
	free(slug);
	free(own);
}

/* The place that NODE's i:src names; *PATH is new memory. */
static struct place
place_of(const xmlNode *node, char **path)
{
	struct place place = { 0 };
	const char *src;
	char *colon;
	int part;

	*path = NULL;
	src = xml_get_ns(node, XML_NS_I, "src");
	if (src == NULL)
		return place;
	*path = mem_strdup(src);
	for (part = 0; part < 2; part++) {
		colon = strrchr(*path, ':');
		if (colon == NULL)
			break;
		*(part == 0 ? &place.col : &place.line) =
		    (int)strtol(colon + 1, NULL, 10);
		*colon = '\0';
	}
	place.path = *path;
	return place;
}

static void
say_skipped(struct nest *nest, const xmlNode *heading, int level, int wanted)
{
	struct place place;
	char *path;

	place = place_of(heading, &path);
	diag_add(nest->d, DIAG_HEADING_LEVEL, &place,
	    "heading of level %d is taken as level %d: a level was skipped",
	    level, wanted);
	free(path);
}

static int
level_of(const xmlNode *heading)
{
	const char *s;
	long level;

	s = xml_get(heading, "level");
	level = s == NULL ? 1 : strtol(s, NULL, 10);
	return level < 1 ? 1 : level > LEVELS ? LEVELS : (int)level;
}

/* Move the children of FROM to the end of TO. */
static void
move_children(xmlNodePtr from, xmlNodePtr to)
{
	xmlNodePtr child;

	while (from->children != NULL) {
		child = from->children;
		xmlUnlinkNode(child);
		xmlAddChild(to, child);
	}
}

/* HEADING becomes a section that is open from now on. */
static void
open_section(struct nest *nest, xmlNodePtr heading)
{
	xmlNodePtr section, title, parent;
	int level, wanted;

	level = level_of(heading);
	while (nest->n > 0 && nest->open[nest->n - 1].level >= level)
		nest->n--;
	parent = nest->n > 0 ? nest->open[nest->n - 1].section :
	    nest->parent;
	wanted = nest->n > 0 ? nest->open[nest->n - 1].level + 1 :
	    nest->least;
	if (level > wanted)
		say_skipped(nest, heading, level, wanted);
	section = xml_make(nest->parent, "section");
	xml_set(section, "i:src", xml_get_ns(heading, XML_NS_I, "src"));
	title = xml_add(section, "title");
	move_children(heading, title);
	set_id(nest, section, title);
	xml_remove(heading);
	xmlAddChild(parent, section);
	nest->open[nest->n].level = level;
	nest->open[nest->n++].section = section;
}

static int
least_level(xmlNodePtr parent)
{
	xmlNodePtr node;
	int level, least = LEVELS;

	node = xml_first(parent, "i:heading");
	for (; node != NULL; node = xml_next(node, "i:heading")) {
		level = level_of(node);
		if (level < least)
			least = level;
	}
	return least;
}

void
markdown_nest(xmlNodePtr parent, const char *ids, struct diag *d)
{
	struct nest nest;
	xmlNodePtr node, next, last;

	memset(&nest, 0, sizeof(nest));
	nest.parent = parent;
	nest.ids = ids;
	nest.d = d;
	nest.least = least_level(parent);
	nest.slugs = xmlHashCreate(0);
	last = parent->last;
	for (node = parent->children; node != NULL; node = next) {
		next = node == last ? NULL : node->next;
		if (xml_is(node, "i:heading")) {
			open_section(&nest, node);
		} else if (nest.n > 0) {
			xmlUnlinkNode(node);
			xmlAddChild(nest.open[nest.n - 1].section, node);
		}
	}
	xmlHashFree(nest.slugs, free_count);
	markdown_tidy(parent);
}

/* What tidying knows about an element of DocBook. */
static const struct kind {
	const char	*name;
	int		 wants_block;	/* else <para/> */
	int		 is_table;
	const char	*wants;		/* a child without which it goes */
} kinds[] = {
	{ "section", 1, 0, NULL },
	{ "listitem", 1, 0, NULL },
	{ "blockquote", 1, 0, NULL },
	{ "table", 0, 1, NULL },
	{ "informaltable", 0, 1, NULL },
	{ "itemizedlist", 0, 0, "listitem" },
	{ "orderedlist", 0, 0, "listitem" },
	{ "thead", 0, 0, "tr" },
	{ "tbody", 0, 0, "tr" }
};

static const struct kind *
kind_of(const xmlNode *node)
{
	size_t i;

	if (node->ns == NULL ||
	    strcmp((const char *)node->ns->href, XML_NS_DB) != 0)
		return NULL;
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].name, (const char *)node->name) == 0)
			return &kinds[i];
	return NULL;
}

/* Does NODE hold an element that is not one of the three? */
static int
has_block(const xmlNode *node)
{
	const xmlNode *child;

	for (child = xml_first(node, NULL); child != NULL;
	    child = xml_next(child, NULL))
		if (!xml_is(child, "title") && !xml_is(child, "info") &&
		    !xml_is(child, "attribution"))
			return 1;
	return 0;
}

/* Put the rows of a table's head into a body where it has no other. */
static void
tidy_table(xmlNodePtr table)
{
	xmlNodePtr head, body;

	head = xml_first(table, "thead");
	if (xml_first(table, "tbody") != NULL ||
	    xml_first(table, "tr") != NULL)
		return;
	if (head == NULL) {
		xml_remove(table);
		return;
	}
	body = xml_add(table, "tbody");
	move_children(head, body);
	xml_remove(head);
}

/* Give NODE, whose content is tidy, what it needs; or it goes. */
static void
tidy(xmlNodePtr node)
{
	const struct kind *kind;

	kind = kind_of(node);
	if (kind == NULL)
		return;
	if (kind->wants_block && !has_block(node))
		xml_add(node, "para");
	else if (kind->is_table)
		tidy_table(node);
	else if (kind->wants != NULL && xml_first(node, kind->wants) == NULL)
		xml_remove(node);
}

/* The first node that has no child, from NODE on downwards. */
static xmlNodePtr
deepest(xmlNodePtr node)
{
	while (node->type == XML_ELEMENT_NODE && node->children != NULL)
		node = node->children;
	return node;
}

void
markdown_tidy(xmlNodePtr parent)
{
	xmlNodePtr node, next;

	/* Children before their parents, without recursion. */
	for (node = deepest(parent); node != parent; node = next) {
		next = node->next != NULL ? deepest(node->next) :
		    node->parent;
		if (node->type == XML_ELEMENT_NODE)
			tidy(node);
	}
}
