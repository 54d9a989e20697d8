/* Documents: reading templates and the organisation's own. */
#include "document.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "supersede.h"
#include "xml.h"

static const struct yml_key keys[] = {
	{ "id", YML_TOKEN, 0, NULL, NULL },
	{ "title", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ "type", YML_WORD, 0, "policy|procedure|plan|standard|form", NULL },
	{ "catalog", YML_TEXT, 0, NULL, NULL },
	{ "implements", YML_TEXTS, 0, NULL, NULL },
	{ "owner", YML_TEXT, 0, NULL, NULL },
	{ "approver", YML_TEXT, 0, NULL, NULL },
	{ "audience", YML_WORD, 0, "staff|management|auditor|public", NULL },
	{ "classification", YML_TEXT, 0, NULL, NULL },
	{ "review-months", YML_COUNT, 0, NULL, NULL },
	{ "sets", YML_TEXTS, 0, NULL, NULL },
	{ "stands-for", YML_TEXTS, 0, NULL, NULL },
	{ "version", YML_VERSION, 0, NULL, NULL },
	{ "status", YML_ANY, 0, NULL, NULL },
	{ "retired-on", YML_DATE, 0, NULL, NULL },
	{ "supersedes", YML_TEXTS, 0, NULL, NULL },
	{ "superseded-by", YML_TEXTS, 0, NULL, NULL },
	{ "distribution", YML_TEXTS, 0, NULL, NULL },
	{ "based-on", YML_TEXT, 0, NULL, NULL },
	{ "variables", YML_ANY, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

int
document_is_id(const char *id)
{
	if (!islower((unsigned char)*id))
		return 0;
	for (; *id != '\0'; id++)
		if (!islower((unsigned char)*id) &&
		    !isdigit((unsigned char)*id) && *id != '-')
			return 0;
	return 1;
}

/*
 * What `status:` says.  That a text is approved is for the register alone to
 * say, since nobody could tell which text was meant.
 */
static int
check_status(struct document *doc, struct diag *d)
{
	const struct yml *status, *on;
	int rc = 0;

	status = yml_get(doc->yml, "status");
	on = yml_get(doc->yml, "retired-on");
	if (status != NULL && status->kind == YML_SCALAR &&
	    strcmp(status->text, "approved") == 0)
		return diag_add(d, DIAG_VALUE, &status->at, "\"status\" "
		    "cannot be \"approved\": only registers/approvals.csv "
		    "says that; remove the key and use \"ismsdoc "
		    "approve\"");
	if (status != NULL)
		rc = yml_check_word(status, "status",
		    "draft|in-review|retired", d);
	doc->retired = status != NULL && rc == 0 &&
	    strcmp(status->text, "retired") == 0;
	if (on != NULL && rc == 0 && !doc->retired)
		rc = diag_add(d, DIAG_VALUE, &on->key_at, "\"retired-on\" "
		    "of a document that is not retired; add \"status: "
		    "retired\", or remove the key");
	return rc;
}

static int
read_text(struct document *doc, const struct refs *refs, struct diag *d)
{
	struct buf text = { 0 };
	struct front front;
	struct place at;
	int rc;

	rc = path_read_text(refs->roots, doc->path, PATH_TEXT_MAX, &text,
	    NULL, d);
	doc->len = text.len;
	doc->text = buf_detach(&text);
	if (rc == -1)
		return -1;
	rc = yml_front(doc->path, doc->text, doc->len, &front, d);
	at.path = doc->path;
	at.line = at.col = 1;
	if (rc == 0)
		return diag_add(d, DIAG_FRONT_MATTER, &at, "a document needs "
		    "front matter with a title; begin with \"---\"");
	if (rc == -1)
		return -1;
	doc->body = front.body;
	doc->line0 = front.body_line0;
	doc->yml = yml_parse(doc->path, doc->text + front.begin,
	    front.end - front.begin, 1, d);
	if (doc->yml == NULL)
		return -1;
	rc = yml_check(doc->yml, keys, d);
	return check_status(doc, d) == -1 ? -1 : rc;
}

/* Has the output a file of that name already? */
static int
is_taken(const struct refs *refs, const char *id)
{
	const char *other;
	size_t i;

	if (strcmp(id, "index") == 0 || strcmp(id, "isms") == 0 ||
	    strcmp(id, "record") == 0)
		return 1;
	for (i = 0; i < refs->declared->nderived; i++) {
		other = xml_get(refs->declared->derived[i], "id");
		if (strcmp(other, id) == 0)
			return 1;
	}
	return 0;
}

static int
read_one(struct document *doc, const struct refs *refs, struct diag *d)
{
	const struct yml *id;
	struct place at;
	int rc;

	rc = read_text(doc, refs, d);
	id = yml_get(doc->yml, "id");
	if (id != NULL && id->kind == YML_SCALAR) {
		doc->id = mem_strdup(id->text);
		at = id->at;
	} else {
		doc->id = path_stem(doc->path);
		at.path = doc->path;
		at.line = at.col = 1;
	}
	if (rc == 0 && !document_is_id(doc->id))
		rc = diag_add(d, DIAG_DOCUMENT_ID, &at, "the document id "
		    "\"%s\" must be lower-case letters, digits and \"-\"; "
		    "give one with \"id:\"", doc->id);
	else if (is_taken(refs, doc->id))
		rc = diag_add(d, DIAG_DOCUMENT_ID, &at, "the document id "
		    "\"%s\" is that of a document that the program makes; "
		    "give it another", doc->id);
	return rc;
}

struct document *
documents_find(const struct documents *documents, const char *id,
    int shipped)
{
	size_t i;

	for (i = 0; i < documents->n; i++)
		if (documents->items[i].shipped == shipped &&
		    documents->items[i].id != NULL &&
		    strcmp(documents->items[i].id, id) == 0)
			return &documents->items[i];
	return NULL;
}

static int
read_dir(struct documents *documents, const struct refs *refs,
    const char *dir, int shipped, struct diag *d)
{
	struct strs files = { 0 };
	struct document *doc, *other;
	struct place at;
	size_t i;
	int rc;

	rc = path_list(refs->roots, dir, ".md", 0, &files, d);
	documents->items = mem_resize(documents->items,
	    documents->n + files.n + 1, sizeof(*documents->items));
	for (i = 0; i < files.n; i++) {
		doc = &documents->items[documents->n];
		memset(doc, 0, sizeof(*doc));
		doc->path = mem_strdup(files.v[i]);
		doc->shipped = shipped;
		if (read_one(doc, refs, d) == -1)
			rc = -1;
		other = documents_find(documents, doc->id, shipped);
		documents->n++;
		if (other == NULL)
			continue;
		at.path = doc->path;
		at.line = at.col = 1;
		rc = diag_add(d, DIAG_DOCUMENT_ID, &at, "the document id "
		    "\"%s\" is that of \"%s\" already; give it another",
		    doc->id, other->path);
	}
	strs_release(&files);
	return rc;
}

static int
is_listed(const struct yml *map, const char *key, const char *word)
{
	struct strs list = { 0 };
	int is;

	yml_texts(yml_get(map, key), &list);
	is = strs_find(&list, word) != -1;
	strs_release(&list);
	return is;
}

/* Why DOC is not among the documents of this build, or NULL. */
static const char *
reason_against(const struct document *doc,
    const struct documents *documents, const struct refs *refs)
{
	const struct yml *settings;
	const char *home;

	settings = yml_get(refs->ws->yml, "documents");
	if (doc->shipped && documents_find(documents, doc->id, 0) != NULL)
		return "replaced by a document of the organisation";
	if (is_listed(settings, "skip", doc->id))
		return "left out by isms.yaml";
	if (doc->retired)
		return "retired";
	home = yml_text(doc->yml, "catalog");
	if (home != NULL && !catalog_has(refs->catalogs, home) &&
	    !homes_leads(refs->homes, home))
		return "the catalogue that it is written for is not loaded, "
		    "and no mapping leads from it to one that is";
	if (documents_find(documents, doc->id, 1) != NULL &&
	    !is_listed(settings, "also", doc->id) &&
	    yml_get(doc->yml, "sets") != NULL &&
	    !is_listed(doc->yml, "sets", refs->ws->set))
		return "not in the set that isms.yaml asks for";
	return NULL;
}

int
document_check(const struct refs *refs, const struct yml *item,
    struct diag *d)
{
	const char *near;

	if (item->kind != YML_SCALAR || item->text[0] == '\0' ||
	    refs_get(refs, REFS_DOCUMENT, item->text) != NULL)
		return 0;
	near = strs_nearest(&refs->names[REFS_DOCUMENT], item->text);
	return diag_add(d, DIAG_DOCUMENT_UNKNOWN, &item->at,
	    "no document has the id \"%s\"; %s%s%s", item->text,
	    near == NULL ? "see the ids in templates and documents/" :
	    "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
}

/* Ids in `also:` and `skip:` must exist. */
static int
check_settings(const struct refs *refs, const char *key, struct diag *d)
{
	const struct yml *list, *item;
	int rc = 0;

	list = yml_get(yml_get(refs->ws->yml, "documents"), key);
	if (list != NULL && list->kind == YML_SCALAR)
		return document_check(refs, list, d);
	for (item = list == NULL || list->kind != YML_SEQ ? NULL :
	    list->first; item != NULL; item = item->next)
		if (document_check(refs, item, d) == -1)
			rc = -1;
	return rc;
}

/*
 * A built document stands for others: a reference to one of them that is not
 * built leads to it.  All ids must exist.
 */
static int
learn_stand_ins(const struct document *doc, struct refs *refs,
    struct diag *d)
{
	const struct yml *list, *item;
	int rc = 0;

	list = yml_get(doc->yml, "stands-for");
	if (doc->why_not != NULL || list == NULL || list->kind == YML_MAP)
		return 0;
	for (item = list->kind == YML_SCALAR ? list : list->first;
	    item != NULL;
	    item = list->kind == YML_SCALAR ? NULL : item->next) {
		if (item->kind != YML_SCALAR || item->text[0] == '\0')
			continue;
		if (document_check(refs, item, d) == -1)
			rc = -1;
		xmlHashAddEntry(refs->stand_ins, BAD_CAST item->text,
		    doc->id);
	}
	return rc;
}

/* Is WORD one of the WORDS, which are parted by blanks? */
static int
has_word(const char *words, const char *word)
{
	size_t len, wanted = strlen(word);

	for (; *words != '\0'; words += len) {
		words += strspn(words, " ");
		len = strcspn(words, " ");
		if (len == wanted && strncmp(words, word, len) == 0)
			return 1;
	}
	return 0;
}

/*
 * Has one of the registers that NAMES, parted by blanks, lists a row?  With
 * "!" before them, one that it does not list.
 */
static int
has_rows(const struct refs *refs, const char *names)
{
	const char *name;
	xmlNodePtr node;
	int others;

	others = names[0] == '!';
	node = xml_first(refs->registers, "i:register");
	for (; node != NULL; node = xml_next(node, "i:register")) {
		name = xml_get(node, "name");
		if (name != NULL && has_word(names, name) != others &&
		    xml_first(node, "i:row") != NULL)
			return 1;
	}
	return 0;
}

/* Has the dossier what DERIVED needs to be made? */
static int
has_needed(const struct refs *refs, const xmlNode *derived)
{
	const char *needs;
	char *name;
	int is;

	needs = xml_get(derived, "registers");
	if (needs != NULL && !has_rows(refs, needs))
		return 0;
	needs = xml_get(derived, "needs");
	if (needs == NULL)
		return 1;
	name = mem_printf("i:%s", needs);
	is = xml_first(refs->registers->parent, name) != NULL;
	free(name);
	return is;
}

const char *
document_why_not_derived(const struct refs *refs, const xmlNode *derived)
{
	const char *props;

	if (!has_needed(refs, derived))
		return "the folder has nothing that it would show";
	props = xml_get(derived, "props");
	if (props == NULL || catalog_has_prop(refs->catalogs, props))
		return NULL;
	return "no control of the catalogues here has what it shows";
}

/* The ids of the derived documents; those not made are known as such. */
static void
add_derived(struct refs *refs)
{
	const xmlNode *derived;
	size_t i;

	for (i = 0; i < refs->declared->nderived; i++) {
		derived = refs->declared->derived[i];
		refs_add(refs, REFS_DOCUMENT, xml_get(derived, "id"),
		    document_why_not_derived(refs, derived) == NULL ?
		    (void *)"derived" : (void *)"");
	}
}

int
documents_read(struct documents *documents, struct refs *refs,
    struct diag *d)
{
	struct document *doc;
	const char *title;
	size_t i;
	int rc = 0;

	memset(documents, 0, sizeof(*documents));
	if (read_dir(documents, refs, PATH_SHIPPED "templates", 1, d) == -1)
		rc = -1;
	if (read_dir(documents, refs, "documents", 0, d) == -1)
		rc = -1;
	for (i = 0; i < documents->n; i++) {
		doc = &documents->items[i];
		doc->why_not = reason_against(doc, documents, refs);
		title = yml_text(doc->yml, "title");
		if (doc->shipped &&
		    documents_find(documents, doc->id, 0) != NULL)
			continue;
		refs_add(refs, REFS_DOCUMENT, doc->id, doc->why_not != NULL ||
		    title == NULL ? (void *)"" : (void *)title);
	}
	add_derived(refs);
	for (i = 0; i < documents->n; i++)
		if (learn_stand_ins(&documents->items[i], refs, d) == -1)
			rc = -1;
	if (supersede_learn(documents, refs, d) == -1)
		rc = -1;
	if (check_settings(refs, "also", d) == -1)
		rc = -1;
	if (check_settings(refs, "skip", d) == -1)
		rc = -1;
	return rc;
}

void
documents_release(struct documents *documents)
{
	struct document *doc;
	size_t i;

	for (i = 0; i < documents->n; i++) {
		doc = &documents->items[i];
		free(doc->path);
		free(doc->id);
		free(doc->text);
		yml_free(doc->yml);
		template_release(&doc->t);
	}
	free(documents->items);
	memset(documents, 0, sizeof(*documents));
}
