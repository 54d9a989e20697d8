/* Looking controls up by label or id, and naming their pages and files. */
#include "catalog.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "mem.h"
#include "xml.h"

enum {
	NAME_MAX_LEN = 100,	/* of a file or page, without suffixes */
	BUCKETS_MAX = 1 << 20	/* of a table; more entries share them */
};

/* Kinds of key in a catalogue's table: (text, kind) -> the first control. */
#define BY_LABEL	BAD_CAST "label"
#define BY_ID		BAD_CAST "id"
#define BY_LOW_LABEL	BAD_CAST "low label"
#define BY_LOW_ID	BAD_CAST "low id"
#define LABEL_TWICE	BAD_CAST "label twice"	/* ignoring case */
#define BY_FILE		BAD_CAST "file"		/* in lower case */

struct indexed {
	const char	*name;		/* borrowed from the tree */
	const char	*also;		/* more names, between blanks; or "" */
	xmlHashTablePtr	 keys;
	xmlNodePtr	*controls;	/* in document order */
	size_t		 n;
};

struct catalog_index {
	struct indexed	*catalogs;
	size_t		 n;
	struct strs	 labels;
	xmlHashTablePtr	 anchors;	/* lower-case anchor -> control */
	xmlHashTablePtr	 tries;		/* lower-case anchor -> latest number */
};

/*
 * Walking.
 */

static int
holds_controls(const xmlNode *node)
{
	return xml_is(node, "i:group") || xml_is(node, "i:control");
}

/* NODE or the first one after it among its siblings that may hold controls. */
static xmlNodePtr
from_here(xmlNodePtr node)
{
	while (node != NULL && !holds_controls(node))
		node = node->next;
	return node;
}

/* The control after NODE in document order, inside CATALOG; or NULL. */
static xmlNodePtr
next_control(xmlNodePtr node, const xmlNode *catalog)
{
	xmlNodePtr next;

	do {
		next = from_here(node->children);
		while (next == NULL && node != catalog) {
			next = from_here(node->next);
			node = node->parent;
		}
		node = next;
	} while (node != NULL && !xml_is(node, "i:control"));
	return node;
}

/*
 * Names.
 */

static char *
lower(const char *s)
{
	char *low, *p;

	low = mem_strdup(s);
	for (p = low; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return low;
}

/* Is C an ASCII letter or digit? */
static int
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* May NAME, as it is, name an answer file? */
static int
is_file_name(const char *name)
{
	const char *s;

	for (s = name; *s != '\0'; s++)
		if (!is_word(*s) && strchr("._()-", *s) == NULL)
			return 0;
	return s != name && s - name <= NAME_MAX_LEN && name[0] != '.' &&
	    name[0] != '-' && strcasecmp(name, "readme") != 0;
}

/* ID as a name of files: what is not plain becomes "_". */
static char *
safe_id(const char *id)
{
	char *safe, *s;

	if (id == NULL || id[0] == '\0')
		return mem_strdup("_");
	safe = mem_strndup(id, strnlen(id, NAME_MAX_LEN));
	for (s = safe; *s != '\0'; s++)
		if (!is_word(*s) && (s == safe || strchr("._-", *s) == NULL))
			*s = '_';
	return safe;
}

/*
 * Take ANCHOR for CONTROL where no other has it, whatever the case; 0 or -1.
 * A page is named by it, and some file systems ignore case.
 */
static int
take_anchor(struct catalog_index *index, xmlNodePtr control,
    const char *anchor)
{
	char *low;
	int rc;

	low = lower(anchor);
	rc = xmlHashAddEntry(index->anchors, BAD_CAST low, control);
	free(low);
	if (rc == 0)
		xml_set(control, "anchor", anchor);
	return rc;
}

/* The latest number that was tried behind ANCHOR, which is kept there. */
static size_t *
tried(struct catalog_index *index, const char *anchor)
{
	size_t *number;
	char *low;

	low = lower(anchor);
	number = xmlHashLookup(index->tries, BAD_CAST low);
	if (number == NULL) {
		number = mem_zalloc(sizeof(*number));
		*number = 1;
		xmlHashAddEntry(index->tries, BAD_CAST low, number);
	}
	free(low);
	return number;
}

static void
set_anchor(struct catalog_index *index, const struct indexed *in,
    xmlNodePtr control)
{
	char *id, *name, *anchor, *numbered;
	size_t *number;
	int rc;

	id = safe_id(xml_get(control, "id"));
	anchor = mem_printf("control-%s", id);
	rc = take_anchor(index, control, anchor);
	if (rc != 0) {
		free(anchor);
		name = safe_id(in->name);
		anchor = mem_printf("control-%s-%s", name, id);
		free(name);
		rc = take_anchor(index, control, anchor);
	}
	number = rc == 0 ? NULL : tried(index, anchor);
	while (rc != 0) {
		numbered = mem_printf("%s-%zu", anchor, ++*number);
		rc = take_anchor(index, control, numbered);
		free(numbered);
	}
	free(anchor);
	free(id);
}

/*
 * Keys.
 */

/* Make CONTROL known by TEXT in lower case; -1 where another is already. */
static int
add_low(struct indexed *in, const char *text, const xmlChar *kind,
    xmlNodePtr control)
{
	char *low;
	int rc;

	low = lower(text);
	rc = xmlHashAddEntry2(in->keys, BAD_CAST low, kind, control);
	free(low);
	return rc;
}

static void
add_keys(struct catalog_index *index, struct indexed *in,
    xmlNodePtr control)
{
	const char *id, *label;

	id = xml_get(control, "id");
	label = xml_get(control, "label");
	id = id == NULL ? "" : id;
	label = label == NULL ? id : label;
	xmlHashAddEntry2(in->keys, BAD_CAST label, BY_LABEL, control);
	xmlHashAddEntry2(in->keys, BAD_CAST id, BY_ID, control);
	if (add_low(in, label, BY_LOW_LABEL, control) != 0)
		add_low(in, label, LABEL_TWICE, control);
	add_low(in, id, BY_LOW_ID, control);
	strs_add(&index->labels, label);
	xml_setf(control, "ref", "%s:%s", in->name, id);
}

/* Let FILE be CONTROL's, unless another has it, whatever the case. */
static int
take_file(struct indexed *in, xmlNodePtr control, const char *file)
{
	if (add_low(in, file, BY_FILE, control) != 0)
		return -1;
	xml_set(control, "file", file);
	return 0;
}

/* The label where it may be a file's name and no other control has it. */
static void
set_file_by_label(struct indexed *in, xmlNodePtr control)
{
	const char *label;
	char *low;

	xmlUnsetProp(control, BAD_CAST "file");
	label = xml_get(control, "label");
	if (label == NULL || !is_file_name(label))
		return;
	low = lower(label);
	if (xmlHashLookup2(in->keys, BAD_CAST low, LABEL_TWICE) == NULL)
		take_file(in, control, label);
	free(low);
}

/* Of those that have no file yet: the id, else what the page is called. */
static void
set_file_by_id(struct indexed *in, xmlNodePtr control)
{
	const char *id, *page;
	char *file;
	size_t i;
	int rc;

	if (xml_get(control, "file") != NULL)
		return;
	id = xml_get(control, "id");
	if (id != NULL && is_file_name(id) && take_file(in, control, id) == 0)
		return;
	page = xml_get(control, "anchor") + strlen("control-");
	rc = strcasecmp(page, "readme") == 0 ? -1 :
	    take_file(in, control, page);
	for (i = 2; rc != 0; i++) {
		file = mem_printf("%s-%zu", page, i);
		rc = take_file(in, control, file);
		free(file);
	}
}

/* Links of CONTROL to controls of its own catalogue. */
static void
resolve_links(const struct indexed *in, xmlNodePtr control)
{
	const char *href;
	xmlNodePtr link, target;

	for (link = xml_first(control, "i:link"); link != NULL;
	    link = xml_next(link, "i:link")) {
		href = xml_get(link, "href");
		target = href == NULL || href[0] != '#' ? NULL :
		    xmlHashLookup2(in->keys, BAD_CAST (href + 1), BY_ID);
		if (target == NULL)
			continue;
		xml_set(link, "ref", xml_get(target, "ref"));
		xmlUnsetProp(link, BAD_CAST "href");
	}
}

/* A table for N entries: libxml2's hardly grow by themselves. */
static xmlHashTablePtr
make_table(size_t n)
{
	return xmlHashCreate(n < BUCKETS_MAX ? (int)n + 16 : BUCKETS_MAX);
}

static void
list_controls(struct indexed *in, xmlNodePtr catalog)
{
	xmlNodePtr control;
	size_t room = 0;

	for (control = next_control(catalog, catalog); control != NULL;
	    control = next_control(control, catalog)) {
		if (in->n == room) {
			room = room == 0 ? 128 : room * 2;
			in->controls = mem_resize(in->controls, room,
			    sizeof(*in->controls));
		}
		in->controls[in->n++] = control;
	}
}

static void
index_one(struct catalog_index *index, struct indexed *in)
{
	size_t i;

	in->keys = make_table(in->n * 5);
	for (i = 0; i < in->n; i++) {
		add_keys(index, in, in->controls[i]);
		set_anchor(index, in, in->controls[i]);
	}
	for (i = 0; i < in->n; i++)
		set_file_by_label(in, in->controls[i]);
	for (i = 0; i < in->n; i++) {
		set_file_by_id(in, in->controls[i]);
		resolve_links(in, in->controls[i]);
	}
}

/*
 * The interface.
 */

struct catalog_index *
catalog_index_new(xmlNodePtr catalogs)
{
	struct catalog_index *index;
	struct indexed *in;
	xmlNodePtr catalog;
	size_t i, n = 0;

	index = mem_zalloc(sizeof(*index));
	for (catalog = xml_first(catalogs, "i:catalog"); catalog != NULL;
	    catalog = xml_next(catalog, "i:catalog")) {
		index->catalogs = mem_resize(index->catalogs, index->n + 1,
		    sizeof(*index->catalogs));
		in = &index->catalogs[index->n++];
		memset(in, 0, sizeof(*in));
		in->name = xml_get(catalog, "name");
		in->name = in->name == NULL ? "" : in->name;
		in->also = xml_get(catalog, "also");
		in->also = in->also == NULL ? "" : in->also;
		list_controls(in, catalog);
		n += in->n;
	}
	index->anchors = make_table(n);
	index->tries = make_table(0);
	for (i = 0; i < index->n; i++)
		index_one(index, &index->catalogs[i]);
	return index;
}

static void
free_payload(void *payload, const xmlChar *name)
{
	(void)name;
	free(payload);
}

void
catalog_index_free(struct catalog_index *index)
{
	size_t i;

	if (index == NULL)
		return;
	for (i = 0; i < index->n; i++) {
		xmlHashFree(index->catalogs[i].keys, NULL);
		free(index->catalogs[i].controls);
	}
	xmlHashFree(index->anchors, NULL);
	xmlHashFree(index->tries, free_payload);
	strs_release(&index->labels);
	free(index->catalogs);
	free(index);
}

/* The control of IN that WORD means, or NULL. */
static xmlNodePtr
find_in(const struct indexed *in, const char *word)
{
	static const struct {
		const xmlChar	*kind;
		int		 low;
	} order[] = {
		{ BY_LABEL, 0 }, { BY_ID, 0 }, { BY_LOW_LABEL, 1 },
		{ BY_LOW_ID, 1 }, { BY_FILE, 1 }
	};
	xmlNodePtr control = NULL;
	char *low;
	size_t i;

	low = lower(word);
	for (i = 0; control == NULL && i < sizeof(order) / sizeof(*order);
	    i++)
		control = xmlHashLookup2(in->keys,
		    BAD_CAST (order[i].low ? low : word), order[i].kind);
	free(low);
	return control;
}

/* Is the LEN bytes at NAME one of the names between blanks in LIST? */
static int
is_listed(const char *list, const char *name, size_t len)
{
	size_t n;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (n == len && strncmp(list, name, len) == 0)
			return 1;
	}
	return 0;
}

/*
 * The control of the catalogue NAME that WORD means (NULL: none is looked
 * for).  A catalogue of just that name, if there is one, is the only one;
 * else those that are known by it.  *KNOWN is set where there is any.
 */
static xmlNodePtr
find_named(const struct catalog_index *index, const char *name, size_t len,
    const char *word, int *known)
{
	const struct indexed *in;
	xmlNodePtr control = NULL;
	const char *source;
	size_t i;

	for (i = 0; i < index->n; i++) {
		in = &index->catalogs[i];
		if (strlen(in->name) == len &&
		    strncmp(in->name, name, len) == 0) {
			*known = 1;
			return word == NULL ? NULL : find_in(in, word);
		}
	}
	for (i = 0; i < index->n && control == NULL; i++) {
		in = &index->catalogs[i];
		if (!is_listed(in->also, name, len))
			continue;
		*known = 1;
		control = word == NULL ? NULL : find_in(in, word);
		source = control == NULL ? NULL : xml_get(control, "source");
		if (source != NULL && !is_listed(source, name, len))
			control = NULL;
	}
	return control;
}

/* The length of the catalogue's name that WORD begins with, or 0. */
static size_t
name_length(const struct catalog_index *index, const char *word)
{
	const char *colon;
	int known;

	/* A label may hold a colon, and so may a catalogue's name. */
	for (colon = strchr(word, ':'); colon != NULL;
	    colon = strchr(colon + 1, ':')) {
		known = 0;
		find_named(index, word, (size_t)(colon - word), NULL,
		    &known);
		if (known && colon > word)
			return (size_t)(colon - word);
	}
	return 0;
}

xmlNodePtr
catalog_find(const struct catalog_index *index, const char *word,
    const char *home)
{
	xmlNodePtr control = NULL;
	size_t i, len;
	int known;

	len = name_length(index, word);
	if (len > 0)
		return find_named(index, word, len, word + len + 1, &known);
	if (home != NULL)
		control = find_named(index, home, strlen(home), word,
		    &known);
	for (i = 0; control == NULL && i < index->n; i++)
		control = find_in(&index->catalogs[i], word);
	return control;
}

static int
is_profile(const struct indexed *in)
{
	return in->n > 0 && xml_get(in->controls[0], "source") != NULL;
}

int
catalog_has_profile(const struct catalog_index *index)
{
	size_t i;

	for (i = 0; i < index->n; i++)
		if (is_profile(&index->catalogs[i]))
			return 1;
	return 0;
}

const char *
catalog_profile_for(const struct catalog_index *index, const char *word,
    const char *home)
{
	const struct indexed *in;
	size_t i, len;

	len = name_length(index, word);
	if (len == 0) {
		word = home == NULL ? "" : home;
		len = strlen(word);
	}
	for (i = 0; i < index->n; i++)
		if (strlen(index->catalogs[i].name) == len &&
		    strncmp(index->catalogs[i].name, word, len) == 0)
			return NULL;
	for (i = 0; i < index->n; i++) {
		in = &index->catalogs[i];
		if (is_listed(in->also, word, len) && is_profile(in))
			return in->name;
	}
	return NULL;
}

int
catalog_has(const struct catalog_index *index, const char *name)
{
	int known = 0;

	find_named(index, name, strlen(name), NULL, &known);
	return known;
}

int
catalog_has_prop(const struct catalog_index *index, const char *names)
{
	const struct indexed *in;
	struct strs list = { 0 };
	size_t i, j, k;
	int has = 0;

	strs_split(&list, names);
	for (i = 0; i < index->n && !has; i++) {
		in = &index->catalogs[i];
		for (j = 0; j < in->n && !has; j++)
			for (k = 0; k < list.n; k++)
				has |= catalog_prop(in->controls[j],
				    list.v[k]) != NULL;
	}
	strs_release(&list);
	return has;
}

const char *
catalog_nearest(const struct catalog_index *index, const char *word)
{
	size_t len;

	len = name_length(index, word);
	return strs_nearest(&index->labels, word + (len > 0 ? len + 1 : 0));
}
