/* Documents that supersede others, and those that are retired. */
#include "supersede.h"

#include <string.h>

#include "xml.h"

static int
is_listed(const struct yml *list, const char *word)
{
	struct strs texts = { 0 };
	int is;

	yml_texts(list, &texts);
	is = strs_find(&texts, word) != -1;
	strs_release(&texts);
	return is;
}

/* The first item of LIST that names a document of this build, or "". */
static const char *
first_built(const struct yml *list, const struct refs *refs)
{
	const struct yml *item;
	const char *title;

	for (item = list == NULL || list->kind == YML_MAP ? NULL :
	    list->kind == YML_SCALAR ? list : list->first; item != NULL;
	    item = list->kind == YML_SCALAR ? NULL : item->next) {
		title = item->kind != YML_SCALAR ? NULL :
		    refs_get(refs, REFS_DOCUMENT, item->text);
		if (title != NULL && title[0] != '\0')
			return item->text;
	}
	return "";
}

/*
 * DOC says under KEY that it supersedes ITEM, or is superseded by it: an id
 * must exist, and that document say the same under OTHER, unless it ships.
 */
static int
check_supersession(const struct document *doc, const char *key,
    const char *other, const struct yml *item,
    const struct documents *documents, const struct refs *refs,
    struct diag *d)
{
	const struct document *peer;

	if (item->kind != YML_SCALAR || !document_is_id(item->text))
		return 0;
	if (strcmp(item->text, doc->id) == 0)
		return diag_add(d, DIAG_VALUE, &item->at, "\"%s\" names the "
		    "document itself; name the other one", key);
	if (document_check(refs, item, d) == -1)
		return -1;
	peer = documents_find(documents, item->text, 0);
	if (peer != NULL && !is_listed(yml_get(peer->yml, other), doc->id))
		diag_add(d, DIAG_SUPERSESSION, &item->at, "\"%s\" does not "
		    "say so; add \"%s: %s\" to %s", item->text, other,
		    doc->id, peer->path);
	return 0;
}

static int
check_superseded(const struct document *doc,
    const struct documents *documents, const struct refs *refs,
    struct diag *d)
{
	static const char *const words[] = { "supersedes", "superseded-by" };
	const struct yml *list, *item;
	size_t i;
	int rc = 0;

	for (i = 0; i < 2; i++) {
		list = yml_get(doc->yml, words[i]);
		if (list == NULL || list->kind == YML_MAP)
			continue;
		for (item = list->kind == YML_SCALAR ? list : list->first;
		    item != NULL;
		    item = list->kind == YML_SCALAR ? NULL : item->next)
			if (check_supersession(doc, words[i], words[1 - i],
			    item, documents, refs, d) == -1)
				rc = -1;
	}
	return rc;
}

int
supersede_learn(const struct documents *documents, struct refs *refs,
    struct diag *d)
{
	const struct document *doc;
	size_t i;
	int rc = 0;

	for (i = 0; i < documents->n; i++) {
		doc = &documents->items[i];
		if (check_superseded(doc, documents, refs, d) == -1)
			rc = -1;
		if (doc->retired && (!doc->shipped ||
		    documents_find(documents, doc->id, 0) == NULL))
			xmlHashAddEntry(refs->retired, BAD_CAST doc->id,
			    (void *)first_built(yml_get(doc->yml,
			    "superseded-by"), refs));
	}
	return rc;
}

/* What DOC says under KEY, an element NAME each. */
static void
emit_list(const struct document *doc, const char *key, const char *name)
{
	struct strs texts = { 0 };
	xmlNodePtr node;
	size_t i;

	yml_texts(yml_get(doc->yml, key), &texts);
	for (i = 0; i < texts.n; i++) {
		node = xml_add_text(doc->node, name, texts.v[i]);
		if (document_is_id(texts.v[i]))
			xml_set(node, "ref", texts.v[i]);
	}
	strs_release(&texts);
}

void
supersede_emit(const struct document *doc)
{
	emit_list(doc, "supersedes", "i:supersedes");
	emit_list(doc, "superseded-by", "i:superseded-by");
}
