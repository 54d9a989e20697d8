/* Approvals: what registers/approvals.csv says of each document. */
#include "approval.h"

#include <stdlib.h>
#include <string.h>

#include "registers.h"
#include "template.h"
#include "xml.h"
#include "yml.h"

int
approval_compare(const char *a, const char *b)
{
	char *end_a, *end_b;
	long x, y;

	for (;;) {
		x = strtol(a, &end_a, 10);
		y = strtol(b, &end_b, 10);
		if (x != y)
			return x < y ? -1 : 1;
		a = *end_a == '.' ? end_a + 1 : "";
		b = *end_b == '.' ? end_b + 1 : "";
		if (*a == '\0' && *b == '\0')
			return 0;
	}
}

static xmlNodePtr
find_document(xmlNodePtr documents, const char *id)
{
	xmlNodePtr doc;

	for (doc = xml_first(documents, NULL); doc != NULL;
	    doc = xml_next(doc, NULL))
		if (strcmp(xml_get(doc, "id"), id) == 0 &&
		    !xml_is(doc, "i:not-built"))
			return doc;
	return NULL;
}

/* When the version of ROW takes effect: effective-on, else approved-on. */
static const char *
effective(const xmlNode *row)
{
	const char *date;

	date = registers_text(row, "effective-on");
	return date != NULL ? date : registers_text(row, "approved-on");
}

static void
emit_version(xmlNodePtr doc, xmlNodePtr row)
{
	static const char *const copied[] = {
		"version", "approved-on", "effective-on", "role", "person",
		"change", "summary", "method", "reference", "sha256"
	};
	xmlNodePtr node, before;
	size_t i;

	node = xml_make(doc, "i:version");
	before = xml_first(doc, "i:reviewed");
	if (before == NULL)
		before = xml_first(doc, "i:body");
	if (before != NULL)
		xmlAddPrevSibling(before, node);
	else
		xmlAddChild(doc, node);
	for (i = 0; i < sizeof(copied) / sizeof(*copied); i++)
		xml_set(node, copied[i], registers_text(row, copied[i]));
	if (xml_get(node, "effective-on") == NULL)
		xml_set(node, "effective-on", effective(row));
	xml_set(node, "i:src", xml_get_ns(row, XML_NS_I, "src"));
}

/* What a row lacks was said when it was read. */
static void
take_row(xmlNodePtr row, xmlNodePtr documents)
{
	xmlNodePtr value, doc;
	const char *ref, *version;

	version = registers_text(row, "version");
	if (version == NULL || !yml_is_version(version) ||
	    effective(row) == NULL)
		return;
	for (value = xml_first(registers_cell(row, "document"), "i:value");
	    value != NULL; value = xml_next(value, "i:value")) {
		ref = xml_get(value, "ref");
		doc = ref == NULL ? NULL : find_document(documents, ref);
		if (doc != NULL)
			emit_version(doc, row);
	}
}

/* The version in force at TODAY: the latest that has taken effect. */
static xmlNodePtr
current_version(xmlNodePtr doc, const char *today)
{
	xmlNodePtr node, best = NULL;
	const char *date;

	for (node = xml_first(doc, "i:version"); node != NULL;
	    node = xml_next(node, "i:version")) {
		date = xml_get(node, "effective-on");
		if (date == NULL || strcmp(date, today) > 0)
			continue;
		if (best == NULL ||
		    strcmp(date, xml_get(best, "effective-on")) >= 0)
			best = node;
	}
	return best;
}

static int
check_version(xmlNodePtr doc, const xmlNode *current, struct diag *d)
{
	const char *draft, *approved;
	struct place at;
	char *path;

	draft = xml_get(doc, "version");
	approved = xml_get(current, "version");
	if (draft == NULL || approval_compare(draft, approved) >= 0)
		return 0;
	at = template_place(doc, &path);
	diag_add(d, DIAG_VERSION, &at, "the draft's version %s is lower than "
	    "the approved %s; raise it or remove the key", draft, approved);
	free(path);
	return -1;
}

int
approval_emit(const struct refs *refs, xmlNodePtr documents,
    const char *today, struct diag *d)
{
	xmlNodePtr reg, row, doc, current;
	int rc = 0;

	reg = registers_find(refs->registers, "approvals");
	for (row = xml_first(reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row"))
		take_row(row, documents);
	for (doc = xml_first(documents, "i:document"); doc != NULL;
	    doc = xml_next(doc, "i:document")) {
		current = current_version(doc, today);
		xml_set(doc, "state", current == NULL ? "draft" :
		    "approved");
		if (current == NULL)
			continue;
		xml_set(current, "current", "true");
		if (check_version(doc, current, d) == -1)
			rc = -1;
	}
	return rc;
}
