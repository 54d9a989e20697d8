/* Answers into the dossier: decision, status, parts and text. */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "template.h"
#include "terms.h"
#include "texts.h"
#include "xml.h"

/* TEXT, a status, where it is worse than WORST; both may be NULL. */
static const char *
worse(const struct answer *answer, const char *worst, const char *text)
{
	return terms_rank(answer->control, text) <
	    terms_rank(answer->control, worst) ? text : worst;
}

/* The worst status of the parts, or NULL where none is given. */
static const char *
worst(const struct answer *answer)
{
	const struct yml *parts, *item;
	const char *least = NULL;
	size_t i;

	parts = answer->file == NULL ? NULL :
	    yml_get(answer->file->yml, "parts");
	for (item = parts == NULL ? NULL : parts->first; item != NULL;
	    item = item->next)
		least = worse(answer, least, yml_text(item, "status"));
	for (i = 0; i < answer->nsites; i++)
		least = worse(answer, least,
		    yml_text(answer->sites[i]->yml, "status"));
	if (answer->nsites > 0 && answer->file != NULL)
		least = worse(answer, least,
		    yml_text(answer->file->yml, "status"));
	return least;
}

const char *
answer_status(const struct answer *answer)
{
	const char *status;

	status = worst(answer);
	if (status == NULL && answer->file != NULL)
		status = yml_text(answer->file->yml, "status");
	if (status == NULL || answer_is_requirement(answer->control))
		return status;
	return terms_state(answer->control, status);
}

/* The status that an answer says, on NODE: the state, and on which scale. */
static void
set_status(const struct answer *answer, xmlNodePtr node, const char *text)
{
	const char *state;

	if (answer_is_requirement(answer->control)) {
		xml_set(node, "status", text);
		return;
	}
	state = terms_state(answer->control, text);
	xml_set(node, "status", state);
	if (state != NULL && terms_has_scale(answer->control))
		xml_set(node, "scale", text);
}

static struct markdown_text
text_of(const struct answer_file *file)
{
	return markdown_body(file->path, file->text, file->len, file->body,
	    file->line0, MARKDOWN_HOLES);
}

void
answers_texts(const struct answers *answers, struct texts *texts)
{
	struct markdown_text md;
	size_t i;

	for (i = 0; i < answers->n; i++) {
		if (answers->items[i].file == NULL)
			continue;
		md = text_of(answers->items[i].file);
		texts_add(texts, &md);
	}
}

/* The flat blocks of a file's text; read once, a copy for each control. */
static xmlNodePtr
blocks_of(struct answer_file *file, struct template *t, xmlNodePtr parent)
{
	struct markdown_text md;
	xmlNodePtr copy;

	if (file->blocks == NULL) {
		file->blocks = xml_make(parent, "i:details");
		md = text_of(file);
		texts_put(t->refs->texts, &md, file->blocks, t->d);
		template_expand(t, file->blocks);
	}
	copy = xml_make(parent, "i:details");
	xml_copy_children(copy, file->blocks);
	return copy;
}

/* Move what stands before the first heading from FROM to TO. */
static void
move_summary(xmlNodePtr from, xmlNodePtr to)
{
	xmlNodePtr node;

	while ((node = from->children) != NULL &&
	    !xml_is(node, "i:heading")) {
		xmlUnlinkNode(node);
		xmlAddChild(to, node);
	}
}

static void
emit_text(struct answer *answer, struct template *t)
{
	xmlNodePtr details, summary;

	if (answer->file == NULL)
		return;
	details = blocks_of(answer->file, t, answer->node);
	summary = xml_make(answer->node, "i:summary");
	move_summary(details, summary);
	markdown_nest(details, NULL, t->d);
	if (xml_first(summary, NULL) != NULL)
		xmlAddChild(answer->node, summary);
	else
		xmlFreeNode(summary);
	if (xml_first(details, NULL) != NULL)
		xmlAddChild(answer->node, details);
	else
		xmlFreeNode(details);
}

static void
emit_yml_parts(struct answer *answer)
{
	const struct yml *parts, *item;
	xmlNodePtr part;
	const char *name;

	parts = answer->file == NULL ? NULL :
	    yml_get(answer->file->yml, "parts");
	for (item = parts == NULL ? NULL : parts->first; item != NULL;
	    item = item->next) {
		name = yml_text(item, "name");
		part = xml_add(answer->node, "i:site-part");
		xml_set(part, "name", name);
		xml_set(part, "at", yml_text(item, "at"));
		set_status(answer, part, yml_text(item, "status"));
		xml_set(part, "due", yml_text(item, "due"));
		xml_set(part, "owner", yml_text(item, "owner"));
		xml_set_src(part, &item->at);
	}
}

static void
emit_site_files(struct answer *answer, struct template *t)
{
	struct answer_file *file;
	struct place at = { 0 };
	xmlNodePtr part, blocks, node;
	size_t i;

	for (i = 0; i < answer->nsites; i++) {
		file = answer->sites[i];
		part = xml_add(answer->node, "i:site-part");
		xml_set(part, "at", file->site);
		set_status(answer, part, yml_text(file->yml, "status"));
		xml_set(part, "due", yml_text(file->yml, "due"));
		xml_set(part, "owner", yml_text(file->yml, "owner"));
		at.path = file->path;
		at.line = file->line;
		at.col = 1;
		xml_set_src(part, &at);
		blocks = blocks_of(file, t, part);
		markdown_nest(blocks, NULL, t->d);
		while ((node = blocks->children) != NULL) {
			xmlUnlinkNode(node);
			xmlAddChild(part, node);
		}
		xmlFreeNode(blocks);
	}
}

static void
emit_reasons(struct answer *answer)
{
	const struct yml *list, *item, *reason;
	const char *text;
	xmlNodePtr node;

	text = yml_text(answer->file->yml, "justification");
	if (text != NULL)
		xml_add_text(answer->node, "i:justification", text);
	text = yml_text(answer->file->yml, "exclusion");
	if (text != NULL)
		xml_add_text(answer->node, "i:exclusion", text);
	text = yml_text(yml_get(answer->file->yml, "evidence"),
	    "none-because");
	if (text != NULL)
		xml_add_text(answer->node, "i:none-because", text);
	list = yml_get(answer->file->yml, "because");
	for (item = list == NULL ? NULL : list->first; item != NULL;
	    item = item->next)
		for (reason = item->kind == YML_MAP ? item->first : NULL;
		    reason != NULL; reason = reason->next)
			if (reason->kind == YML_SCALAR) {
				node = xml_add_text(answer->node,
				    "i:because", reason->text);
				xml_set(node, "kind", reason->key);
			}
}

static void
check_unused(const struct answer *answer, const char *applicable,
    struct diag *d)
{
	static const char *const in_only[] = { "status", "due", "parts" };
	const struct yml *value;
	size_t i;
	int out;

	out = applicable != NULL && strcmp(applicable, "false") == 0;
	value = yml_get(answer->file->yml, "exclusion");
	if (value != NULL && !out)
		diag_add(d, DIAG_ANSWER_UNUSED, &value->key_at, "\"%s\" has "
		    "no meaning unless \"applicable: false\" stands here",
		    value->key);
	for (i = 0; out && i < 3; i++) {
		value = yml_get(answer->file->yml, in_only[i]);
		if (value != NULL)
			diag_add(d, DIAG_ANSWER_UNUSED, &value->key_at,
			    "\"%s\" has no meaning beside \"applicable: "
			    "false\" and is passed over", value->key);
	}
}

/* What stands in the file of one site and is read from the control's only. */
static void
check_site_files(const struct answer *answer, struct diag *d)
{
	static const char *const own_only[] = {
		"justification", "exclusion", "reassess-by", "because",
		"responsibility", "provider", "role", "parts", "title"
	};
	const struct yml *value;
	size_t i, j;

	for (i = 0; i < answer->nsites; i++)
		for (j = 0; j < sizeof(own_only) / sizeof(*own_only); j++) {
			value = yml_get(answer->sites[i]->yml, own_only[j]);
			if (value != NULL)
				diag_add(d, DIAG_ANSWER_UNUSED,
				    &value->key_at, "\"%s\" is passed over "
				    "in the answer of one site; put it into "
				    "\"%s.md\"", value->key, xml_get(
				    answer->control, "file"));
		}
}

/* Owner, provider and the like, from the front matter. */
static void
set_common(struct answer *answer, const struct refs *refs, int out)
{
	const struct yml *yml;
	struct place at = { 0 };
	const char *owner;

	yml = answer->file == NULL ? NULL : answer->file->yml;
	owner = yml_text(yml, "owner");
	if (owner == NULL)
		owner = workspace_owner(refs->ws, xml_get(answer->control,
		    "label"));
	xml_set(answer->node, "owner", owner);
	xml_set(answer->node, "responsibility", yml_text(yml,
	    "responsibility"));
	xml_set(answer->node, "provider", yml_text(yml, "provider"));
	if (terms_asks_role(answer->control))
		xml_set(answer->node, "role", yml_text(yml, "role"));
	if (out)
		xml_set(answer->node, "reassess-by", yml_text(yml,
		    "reassess-by"));
	if (answer->file != NULL) {
		at.path = answer->file->path;
		at.line = answer->file->line;
		at.col = 1;
		xml_set_src(answer->node, &at);
	} else if (answer->nsites > 0) {
		at.path = answer->sites[0]->path;
		at.line = answer->sites[0]->line;
		at.col = 1;
		xml_set_src(answer->node, &at);
	}
}

static void
emit_answer(struct answer *answer, struct refs *refs, xmlNodePtr parent,
    struct template *t)
{
	const char *applicable, *status;
	int requirement, decided, out;

	requirement = answer_is_requirement(answer->control);
	status = answer->file == NULL ? NULL :
	    yml_text(answer->file->yml, "status");
	applicable = requirement ? "true" : answer_decision(answer);
	decided = requirement ? status != NULL : applicable != NULL;
	out = applicable != NULL && strcmp(applicable, "false") == 0;
	if (worst(answer) != NULL)
		status = worst(answer);
	answer->node = xml_add(parent, "i:answer");
	xml_set(answer->node, "control", xml_get(answer->control, "ref"));
	xml_set(answer->node, "decided", decided ? "true" : "false");
	xml_set(answer->node, "applicable", applicable);
	if (decided && !out) {
		set_status(answer, answer->node, status);
		if (answer->file != NULL)
			xml_set(answer->node, "due", yml_text(
			    answer->file->yml, "due"));
	}
	set_common(answer, refs, out);
	if (answer->file != NULL) {
		if (!requirement)
			check_unused(answer, applicable, t->d);
		emit_reasons(answer);
	}
	check_site_files(answer, t->d);
	emit_yml_parts(answer);
	emit_site_files(answer, t);
	emit_text(answer, t);
}

int
answers_emit(struct answers *answers, struct refs *refs, xmlNodePtr parent,
    struct diag *d)
{
	struct template t = { 0 };
	size_t i, before;

	before = d->nerrors + d->nfatal;
	t.refs = refs;
	t.d = d;
	for (i = 0; i < answers->n; i++)
		emit_answer(&answers->items[i], refs, parent, &t);
	return d->nerrors + d->nfatal > before ? -1 : 0;
}
