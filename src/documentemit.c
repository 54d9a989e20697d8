/* Documents into the dossier: front matter, body, rules. */
#include "document.h"

#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "modules.h"
#include "shipped.h"
#include "supersede.h"
#include "texts.h"
#include "xml.h"

/*
 * Has what ships as ID, the LEN bytes of TEXT, changed since the copy of which
 * YML is the front matter was made?
 */
static void
check_based_on(const char *id, const struct yml *yml, const char *text,
    size_t len, struct diag *d)
{
	const struct yml *based;
	char *now;

	based = yml_get(yml, "based-on");
	if (based == NULL || based->kind != YML_SCALAR)
		return;
	now = shipped_origin(id, text, len);
	if (strcmp(now, based->text) != 0)
		diag_add(d, DIAG_OVERRIDE_OLD, &based->at, "what ships is now "
		    "\"%s\"; see \"ismsdoc template %s --diff\", then update "
		    "\"based-on\"", now, id);
	free(now);
}

/* The shipped template that DOC replaces. */
static void
check_replaced(const struct document *doc, const struct documents *all,
    struct diag *d)
{
	const struct document *shipped;
	size_t i;

	for (i = 0; i < all->n && !doc->shipped; i++) {
		shipped = &all->items[i];
		if (shipped->shipped && strcmp(shipped->id, doc->id) == 0)
			check_based_on(doc->id, doc->yml, shipped->text,
			    shipped->len, d);
	}
}

/* Has the document been said to serve the control REF already? */
static int
implements(const struct document *doc, const char *ref)
{
	const xmlNode *node;

	for (node = xml_first(doc->node, "i:implements"); node != NULL;
	    node = xml_next(node, "i:implements"))
		if (strcmp(xml_get(node, "ref"), ref) == 0)
			return 1;
	return 0;
}

/* ITEM of the list: the control, or those that a mapping leads to. */
static void
emit_served(struct document *doc, const struct yml *item, struct refs *refs,
    struct diag *d)
{
	struct controls found = { 0 };
	xmlNodePtr node;
	const char *ref;
	size_t i;

	refs_controls(refs, item->text, doc->t.home, &item->at,
	    doc->shipped, &found, d);
	for (i = 0; i < found.n; i++) {
		ref = xml_get(found.v[i], "ref");
		/* Several can have been merged into one, or come of one. */
		if (found.mapped && implements(doc, ref))
			continue;
		node = xml_add(doc->node, "i:implements");
		xml_set(node, "ref", ref);
		xml_set_src(node, &item->at);
	}
	controls_release(&found);
}

static void
emit_implements(struct document *doc, struct refs *refs, struct diag *d)
{
	const struct yml *list, *item;

	list = yml_get(doc->yml, "implements");
	if (list == NULL || list->kind == YML_MAP)
		return;
	for (item = list->kind == YML_SCALAR ? list : list->first;
	    item != NULL;
	    item = list->kind == YML_SCALAR ? NULL : item->next) {
		if (item->kind != YML_SCALAR || item->text[0] == '\0')
			continue;
		emit_served(doc, item, refs, d);
	}
}

/* A role named in the front matter under KEY, checked. */
static void
set_role(struct document *doc, const char *key, const struct refs *refs,
    struct diag *d)
{
	const struct yml *value;

	value = yml_get(doc->yml, key);
	if (value == NULL || value->kind != YML_SCALAR ||
	    value->text[0] == '\0')
		return;
	if (workspace_check_role(refs->ws, value->text, &value->at, d) == 0)
		xml_set(doc->node, key, value->text);
}

static void
emit_status(struct document *doc)
{
	struct strs texts = { 0 };
	size_t i;

	xml_set(doc->node, "status", yml_text(doc->yml, "status"));
	yml_texts(yml_get(doc->yml, "distribution"), &texts);
	for (i = 0; i < texts.n; i++)
		xml_add_text(doc->node, "i:distribution", texts.v[i]);
	strs_release(&texts);
}

static void
emit_head(struct document *doc, struct refs *refs, struct diag *d)
{
	const struct yml *title;
	const char *type, *audience, *classification, *months;
	struct place at;
	char *text;

	title = yml_get(doc->yml, "title");
	text = title == NULL || title->text == NULL ? mem_strdup(doc->id) :
	    template_text(&doc->t, title->text, &title->at);
	type = yml_text(doc->yml, "type");
	audience = yml_text(doc->yml, "audience");
	classification = yml_text(doc->yml, "classification");
	months = yml_text(doc->yml, "review-months");
	xml_set(doc->node, "id", doc->id);
	xml_set(doc->node, "title", text);
	xml_set(doc->node, "type", type == NULL ? "policy" : type);
	xml_set(doc->node, "origin", doc->shipped ? "shipped" : "own");
	set_role(doc, "owner", refs, d);
	set_role(doc, "approver", refs, d);
	xml_set(doc->node, "audience", audience == NULL ? "staff" :
	    audience);
	xml_set(doc->node, "classification", classification != NULL ?
	    classification : refs->ws->classification);
	if (months != NULL)
		xml_set(doc->node, "review-months", months);
	else
		xml_setf(doc->node, "review-months", "%d",
		    refs->ws->document_months);
	xml_set(doc->node, "version", yml_text(doc->yml, "version"));
	at.path = doc->path;
	at.line = at.col = 1;
	xml_set_src(doc->node, &at);
	free(text);
}

/* Make the rules below PARENT known; each id once in all documents. */
static void
learn_rules(struct document *doc, xmlNodePtr parent, struct refs *refs,
    struct diag *d)
{
	const char *id, *other;
	struct place at;
	xmlNodePtr node;
	char *path;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		id = xml_get(node, "role");
		if (id == NULL || strcmp(id, "rule") != 0)
			continue;
		id = xml_get_ns(node, (const char *)XML_XML_NAMESPACE, "id");
		if (id == NULL || refs_add(refs, REFS_RULE, id,
		    (void *)doc->id) == 0)
			continue;
		other = refs_get(refs, REFS_RULE, id);
		at = template_place(node, &path);
		diag_add(d, DIAG_RULE_ID, &at, "the rule id \"%s\" stands "
		    "already in the document \"%s\"; rule ids are never "
		    "used twice", id, other);
		free(path);
	}
}

static int
is_built(const struct document *doc)
{
	return doc->why_not == NULL && doc->yml != NULL;
}

static struct markdown_text
text_of(const struct document *doc)
{
	return markdown_body(doc->path, doc->text, doc->len, doc->body,
	    doc->line0, MARKDOWN_HOLES | MARKDOWN_RULES);
}

void
documents_texts(const struct documents *documents, struct texts *texts)
{
	struct markdown_text md;
	size_t i;

	for (i = 0; i < documents->n; i++) {
		if (!is_built(&documents->items[i]))
			continue;
		md = text_of(&documents->items[i]);
		texts_add(texts, &md);
	}
}

static void
emit_body(struct document *doc, struct refs *refs, struct diag *d)
{
	struct markdown_text md;
	xmlNodePtr body;

	body = xml_add(doc->node, "i:body");
	md = text_of(doc);
	texts_put(refs->texts, &md, body, d);
	template_expand(&doc->t, body);
	learn_rules(doc, body, refs, d);
}

static void
emit_document(struct document *doc, const struct documents *all,
    struct refs *refs, xmlNodePtr parent, struct diag *d)
{
	doc->t.refs = refs;
	doc->t.d = d;
	doc->t.home = yml_text(doc->yml, "catalog");
	doc->t.document = doc->id;
	doc->t.shipped = doc->shipped;
	template_declare(&doc->t, yml_get(doc->yml, "variables"));
	doc->node = xml_add(parent, "i:document");
	emit_head(doc, refs, d);
	emit_implements(doc, refs, d);
	document_roles(doc, all, refs);
	emit_status(doc);
	supersede_emit(doc);
	emit_body(doc, refs, d);
	check_replaced(doc, all, d);
}

static void
emit_not_built(const struct document *doc, xmlNodePtr parent)
{
	struct place at;
	xmlNodePtr node;
	const char *title;

	node = xml_add(parent, "i:not-built");
	title = yml_text(doc->yml, "title");
	xml_set(node, "id", doc->id);
	xml_set(node, "title", title == NULL ? doc->id : title);
	xml_set(node, "reason", doc->why_not);
	at.path = doc->path;
	at.line = at.col = 1;
	xml_set_src(node, &at);
}

/* What is left to say of a retired document; its text is not read. */
static void
emit_retired(struct document *doc, struct refs *refs, xmlNodePtr parent,
    struct diag *d)
{
	const struct yml *title;
	const char *type, *audience;
	struct place at;
	char *text;

	doc->t.refs = refs;
	doc->t.d = d;
	doc->t.document = doc->id;
	doc->t.shipped = doc->shipped;
	template_declare(&doc->t, yml_get(doc->yml, "variables"));
	title = yml_get(doc->yml, "title");
	text = title == NULL || title->text == NULL ? mem_strdup(doc->id) :
	    template_text(&doc->t, title->text, &title->at);
	type = yml_text(doc->yml, "type");
	audience = yml_text(doc->yml, "audience");
	doc->node = xml_add(parent, "i:retired");
	xml_set(doc->node, "id", doc->id);
	xml_set(doc->node, "title", text);
	xml_set(doc->node, "type", type == NULL ? "policy" : type);
	xml_set(doc->node, "audience", audience == NULL ? "staff" :
	    audience);
	xml_set(doc->node, "retired-on", yml_text(doc->yml, "retired-on"));
	at.path = doc->path;
	at.line = at.col = 1;
	xml_set_src(doc->node, &at);
	supersede_emit(doc);
	free(text);
}

static void
emit_derived(const struct refs *refs, const xmlNode *declared,
    xmlNodePtr parent)
{
	static const char *const copied[] = {
		"id", "title", "type", "owner", "approver", "audience",
		"instead-of"
	};
	const char *value;
	xmlNodePtr node;
	size_t i;

	node = xml_add(parent, "i:document");
	for (i = 0; i < sizeof(copied) / sizeof(*copied); i++)
		xml_set(node, copied[i], xml_get(declared, copied[i]));
	xml_set(node, "origin", "derived");
	value = xml_get(declared, "classification");
	xml_set(node, "classification", value != NULL ? value :
	    refs->ws->classification);
	value = xml_get(declared, "review-months");
	if (value != NULL)
		xml_set(node, "review-months", value);
	else
		xml_setf(node, "review-months", "%d",
		    refs->ws->document_months);
}

/* The derived documents that are not made, each with the reason. */
static void
emit_underived(const struct refs *refs, xmlNodePtr parent)
{
	const xmlNode *derived;
	const char *why_not, *title;
	xmlNodePtr node;
	size_t i;

	for (i = 0; i < refs->declared->nderived; i++) {
		derived = refs->declared->derived[i];
		why_not = document_why_not_derived(refs, derived);
		if (why_not == NULL)
			continue;
		title = xml_get(derived, "title");
		node = xml_add(parent, "i:not-built");
		xml_set(node, "id", xml_get(derived, "id"));
		xml_set(node, "title", title == NULL ? xml_get(derived,
		    "id") : title);
		xml_set(node, "reason", why_not);
	}
}

/* Is it for no other reason that DOC is not built? */
static int
is_retired(const struct document *doc)
{
	return doc->why_not != NULL && strcmp(doc->why_not, "retired") == 0;
}

/* Rules of templates that are not built, so that references know them. */
static void
learn_unbuilt(const struct document *doc, struct refs *refs)
{
	const char *s, *end, *stop;
	char *id;

	stop = doc->text + doc->len;
	for (s = doc->text; s != NULL && s < stop; s = strchr(s, '\n')) {
		s += *s == '\n';
		if (strncmp(s, "**", 2) != 0)
			continue;
		end = strstr(s + 2, "**");
		if (end == NULL || end - s > 40)
			continue;
		id = mem_strndup(s + 2, (size_t)(end - s - 2));
		refs_add(refs, REFS_RULE, id, (void *)"");
		if (doc->retired)
			xmlHashAddEntry(refs->retired_rules, BAD_CAST id,
			    doc->id);
		free(id);
	}
}

/* The shipped module that the one at PATH replaces. */
static void
check_module(const struct document *module, const struct refs *refs,
    struct diag *d)
{
	struct diag ignored = { 0 };
	struct front front;
	struct buf text = { 0 };
	struct yml *yml = NULL;
	char *stem, *id, *path;

	stem = path_stem(module->path);
	id = mem_printf("rules/%s", stem);
	path = mem_printf(PATH_SHIPPED "templates/%s.md", id);
	if (path_exists(refs->roots, path) && yml_front(module->path,
	    module->text, module->len, &front, &ignored) == 1)
		yml = yml_parse(module->path, module->text + front.begin,
		    front.end - front.begin, 1, &ignored);
	if (yml_get(yml, "based-on") != NULL && path_read_text(refs->roots,
	    path, PATH_TEXT_MAX, &text, NULL, d) == 0)
		check_based_on(id, yml, buf_str(&text), text.len, d);
	yml_free(yml);
	buf_release(&text);
	diag_release(&ignored);
	free(stem);
	free(id);
	free(path);
}

/* The same for modules: rules that a condition left out, or no document has. */
static void
learn_modules(struct refs *refs, const char *dir, struct diag *d)
{
	struct strs files = { 0 };
	struct document module = { 0 };
	const struct buf *text;
	size_t i;

	path_list(refs->roots, dir, ".md", 0, &files, d);
	for (i = 0; i < files.n; i++) {
		text = modules_text(refs->modules, files.v[i]);
		if (text == NULL || text->len == 0)
			continue;
		module.path = files.v[i];
		module.len = text->len;
		module.text = text->data;
		learn_unbuilt(&module, refs);
		if (strncmp(dir, PATH_SHIPPED, strlen(PATH_SHIPPED)) != 0)
			check_module(&module, refs, d);
	}
	strs_release(&files);
}

int
documents_emit(struct documents *documents, struct refs *refs,
    xmlNodePtr parent, struct diag *d)
{
	size_t i, before;

	before = d->nerrors + d->nfatal;
	for (i = 0; i < documents->n; i++)
		if (is_built(&documents->items[i]))
			emit_document(&documents->items[i], documents, refs,
			    parent, d);
	for (i = 0; i < refs->declared->nderived; i++)
		if (document_why_not_derived(refs,
		    refs->declared->derived[i]) == NULL)
			emit_derived(refs, refs->declared->derived[i],
			    parent);
	for (i = 0; i < documents->n; i++) {
		if (is_built(&documents->items[i]))
			continue;
		if (documents->items[i].why_not != NULL &&
		    !is_retired(&documents->items[i]))
			emit_not_built(&documents->items[i], parent);
		learn_unbuilt(&documents->items[i], refs);
	}
	emit_underived(refs, parent);
	for (i = 0; i < documents->n; i++)
		if (is_retired(&documents->items[i]))
			emit_retired(&documents->items[i], refs, parent, d);
	learn_modules(refs, PATH_SHIPPED "templates/rules", d);
	learn_modules(refs, "documents/rules", d);
	return d->nerrors + d->nfatal > before ? -1 : 0;
}

void
documents_link(struct documents *documents)
{
	struct document *doc;
	xmlNodePtr body;
	size_t i;

	for (i = 0; i < documents->n; i++) {
		doc = &documents->items[i];
		body = xml_first(doc->node, "i:body");
		if (body == NULL)
			continue;
		template_link(&doc->t, body);
		markdown_nest(body, doc->id, doc->t.d);
	}
}
