/* Records into the dossier: what the front matter says, and the text. */
#include "record.h"

#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "template.h"
#include "texts.h"
#include "xml.h"

/* "72", "72 months" and "6 years" are months; -1 for any other text. */
static int
months_of(const char *text)
{
	const char *rest;
	char *end;
	long n;

	if (text[0] < '0' || text[0] > '9')
		return -1;
	n = strtol(text, &end, 10);
	rest = end + strspn(end, " ");
	if (n <= 999 && (strcmp(rest, "year") == 0 ||
	    strcmp(rest, "years") == 0))
		return (int)n * 12;
	if (n <= 9999 && (*rest == '\0' || strcmp(rest, "month") == 0 ||
	    strcmp(rest, "months") == 0))
		return (int)n;
	return -1;
}

static void
set_retention(const struct record *record)
{
	const char *text;
	int months;

	text = yml_text(record->yml, "retention");
	if (text == NULL || text[0] == '\0')
		return;
	months = months_of(text);
	if (months == -1)
		xml_set(record->node, "retention", text);
	else
		xml_setf(record->node, "retention-months", "%d", months);
}

/* The document whose form the record follows, or the one in its place. */
static void
set_form(const struct record *record, const struct refs *refs,
    struct diag *d)
{
	const struct yml *form;
	const char *other, *title;

	form = yml_get(record->yml, "form");
	if (form == NULL || form->kind != YML_SCALAR || form->text[0] == '\0')
		return;
	title = refs_get(refs, REFS_DOCUMENT, form->text);
	other = refs_stand_in(refs, form->text);
	if (title != NULL && title[0] == '\0' && other != NULL)
		xml_set(record->node, "form", other);
	else if (refs_check(refs, REFS_DOCUMENT, form->text, &form->at, d) !=
	    NULL)
		xml_set(record->node, "form", form->text);
}

static void
set_signature(const struct record *record, const struct refs *refs,
    struct diag *d)
{
	const struct yml *role;
	const char *sum;

	role = yml_get(record->yml, "signed-by");
	sum = yml_text(record->yml, "sha256");
	xml_set(record->node, "signed-off", yml_text(record->yml,
	    "signed-off"));
	if (role != NULL && role->kind == YML_SCALAR &&
	    role->text[0] != '\0' && workspace_check_role(refs->ws,
	    role->text, &role->at, d) == 0)
		xml_set(record->node, "signed-by", role->text);
	if (sum != NULL && sum[0] != '\0')
		xml_set(record->node, "sha256", sum);
}

static void
emit_participants(const struct record *record)
{
	struct strs names = { 0 };
	size_t i;

	yml_texts(yml_get(record->yml, "participants"), &names);
	for (i = 0; i < names.n; i++)
		if (names.v[i][0] != '\0')
			xml_add_text(record->node, "i:participant",
			    names.v[i]);
	strs_release(&names);
}

static void
emit_implements(const struct record *record, const struct refs *refs,
    struct diag *d)
{
	const struct yml *list, *item;
	xmlNodePtr control, node;

	list = yml_get(record->yml, "implements");
	if (list == NULL || list->kind == YML_MAP)
		return;
	for (item = list->kind == YML_SCALAR ? list : list->first;
	    item != NULL;
	    item = list->kind == YML_SCALAR ? NULL : item->next) {
		if (item->kind != YML_SCALAR || item->text[0] == '\0')
			continue;
		control = refs_control(refs, item->text, NULL, &item->at, d);
		if (control == NULL)
			continue;
		node = xml_add(record->node, "i:implements");
		xml_set(node, "ref", xml_get(control, "ref"));
		xml_set_src(node, &item->at);
	}
}

/*
 * What was signed may not read differently when a setting changes: of the
 * template language a record has the directives within a line alone, which
 * count as themselves.
 */
static int
may_stand(const xmlNode *hole, const struct refs *refs)
{
	const char *text;
	char *name;
	int may;

	text = xml_get(hole, "text");
	name = mem_strndup(text, strcspn(text, " \t"));
	may = strcmp(name, "date") != 0 &&
	    strs_find(&refs->declared->inlines, name) != -1;
	free(name);
	return may;
}

/* What of the template language stands at NODE and may not; or NULL. */
static const char *
refused_at(const xmlNode *node, const struct refs *refs)
{
	if (xml_is(node, "i:hole"))
		return may_stand(node, refs) ? NULL : xml_get(node, "text");
	if (xml_get_ns(node, XML_NS_I, "hole-href") == NULL)
		return NULL;
	return xml_is(node, "link") ? xml_get_ns(node, XML_NS_XLINK,
	    "href") : xml_get(node, "fileref");
}

static void
refuse_holes(xmlNodePtr parent, const struct refs *refs, struct diag *d)
{
	const char *what;
	xmlNodePtr node, next;
	struct place at;
	char *path;
	int hole;

	for (node = xml_first(parent, NULL); node != NULL; node = next) {
		next = xml_next(node, NULL);
		hole = xml_is(node, "i:hole");
		what = refused_at(node, refs);
		if (what != NULL) {
			at = template_place(node, &path);
			diag_add(d, DIAG_TPL_PLACE, &at, "\"%s%s%s\" "
			    "cannot stand in a record, whose text must stay "
			    "as it is; a record may name a control, "
			    "document, rule or role", hole ? "{{" : "",
			    what, hole ? "}}" : "");
			free(path);
		}
		if (hole && what != NULL)
			xml_remove(node);
		else
			refuse_holes(node, refs, d);
	}
}

static struct markdown_text
text_of(const struct record *record)
{
	return markdown_body(record->path, record->text, record->len,
	    record->body, record->line0, MARKDOWN_HOLES);
}

void
records_texts(const struct records *records, struct texts *texts)
{
	struct markdown_text md;
	size_t i;

	for (i = 0; i < records->n; i++) {
		if (records->items[i].text == NULL)
			continue;
		md = text_of(&records->items[i]);
		texts_add(texts, &md);
	}
}

static void
emit_body(const struct record *record, const struct refs *refs,
    struct diag *d)
{
	struct markdown_text md;
	xmlNodePtr body;

	body = xml_add(record->node, "i:body");
	md = text_of(record);
	texts_put(refs->texts, &md, body, d);
	refuse_holes(body, refs, d);
	markdown_tidy(body);
}

static void
emit_head(const struct record *record, const struct refs *refs,
    struct diag *d)
{
	const char *title, *access, *classification;
	struct place at = { 0 };

	title = yml_text(record->yml, "title");
	access = yml_text(record->yml, "access");
	classification = yml_text(record->yml, "classification");
	xml_set(record->node, "id", record->id);
	xml_setf(record->node, "anchor", "record.%s", record->id);
	xml_set(record->node, "title", title == NULL ? record->id : title);
	xml_set(record->node, "date", yml_text(record->yml, "date"));
	xml_set(record->node, "held-by", yml_text(record->yml, "held-by"));
	set_form(record, refs, d);
	set_signature(record, refs, d);
	set_retention(record);
	xml_set(record->node, "audience", access == NULL ? "auditor" :
	    access);
	xml_set(record->node, "classification", classification != NULL ?
	    classification : refs->ws->classification);
	at.path = record->path;
	at.line = at.col = 1;
	xml_set_src(record->node, &at);
}

int
records_emit(struct records *records, const struct refs *refs,
    struct diag *d)
{
	struct record *record;
	struct place at = { 0 };
	xmlNodePtr parent;
	size_t i, before;

	before = d->nerrors + d->nfatal;
	parent = xml_first(refs->registers->parent, "i:records");
	for (i = 0; i < records->n; i++) {
		record = &records->items[i];
		if (record->yml == NULL)
			continue;
		at.path = record->path;
		at.line = at.col = 1;
		if (refs_get(refs, REFS_DOCUMENT, record->id) != NULL)
			diag_add(d, DIAG_DOCUMENT_ID, &at, "the record id "
			    "\"%s\" is that of a document; give it another "
			    "with \"id:\"", record->id);
		record->node = xml_add(parent, "i:record");
		emit_head(record, refs, d);
		emit_participants(record);
		emit_implements(record, refs, d);
		emit_body(record, refs, d);
	}
	return d->nerrors + d->nfatal > before ? -1 : 0;
}

void
records_link(struct records *records, struct refs *refs, struct diag *d)
{
	struct template t = { 0 };
	xmlNodePtr body;
	size_t i;

	t.refs = refs;
	t.d = d;
	for (i = 0; i < records->n; i++) {
		body = xml_first(records->items[i].node, "i:body");
		if (body == NULL)
			continue;
		template_link(&t, body);
		markdown_nest(body, xml_get(records->items[i].node, "anchor"),
		    d);
	}
}
