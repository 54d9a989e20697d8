/* Answers: own controls, and which answer is whose. */
#include "answer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "terms.h"
#include "xml.h"


void
answers_release(struct answers *answers)
{
	struct answer_file *file;
	size_t i;

	for (i = 0; i < answers->nfiles; i++) {
		file = &answers->files[i];
		free(file->path);
		free(file->catalog);
		free(file->label);
		free(file->site);
		free(file->text);
		yml_free(file->yml);
		if (file->blocks != NULL)
			xmlFreeNode(file->blocks);
	}
	for (i = 0; i < answers->n; i++)
		free(answers->items[i].sites);
	free(answers->files);
	free(answers->items);
	memset(answers, 0, sizeof(*answers));
}

/* An own control's OSCAL id: its label in lower case. */
static char *
own_id(const char *label)
{
	char *id;
	size_t i;

	id = mem_strdup(label);
	for (i = 0; id[i] != '\0'; i++) {
		id[i] = (char)tolower((unsigned char)id[i]);
		if (!isalnum((unsigned char)id[i]) &&
		    strchr("._-", id[i]) == NULL)
			id[i] = '-';
	}
	return id;
}

/* Can LABEL be referred to? */
static int
is_own_label(const char *label)
{
	if (!isalpha((unsigned char)*label))
		return 0;
	for (; *label != '\0'; label++)
		if (!isalnum((unsigned char)*label) &&
		    strchr("._()-", *label) == NULL)
			return 0;
	return 1;
}

/* Has CATALOG a control with ID? */
static int
has_own(const xmlNode *catalog, const char *id)
{
	const xmlNode *control;

	for (control = xml_first(catalog, "i:control"); control != NULL;
	    control = xml_next(control, "i:control"))
		if (strcmp(xml_get(control, "id"), id) == 0)
			return 1;
	return 0;
}

static int
add_own(const struct answer_file *file, xmlNodePtr catalog, struct diag *d)
{
	struct place at;
	xmlNodePtr control;
	const char *title;
	char *id;
	int rc = 0;

	at.path = file->path;
	at.line = file->line;
	at.col = 1;
	title = yml_text(file->yml, "title");
	if (title == NULL && !file->bad)
		rc = diag_add(d, DIAG_KEY_MISSING, &at,
		    "the key \"title\" is missing; an own control needs one");
	if (!is_own_label(file->label))
		rc = diag_add(d, DIAG_OSCAL_ID, &at, "an own control's file "
		    "is named by a letter and then letters, digits, \".\", "
		    "\"_\" and \"-\", as ORG-01.md is; rename it");
	id = own_id(file->label);
	if (has_own(catalog, id)) {
		free(id);
		return rc;	/* answered twice, which will be said */
	}
	control = xml_add(catalog, "i:control");
	xml_set(control, "id", id);
	xml_set(control, "label", file->label);
	xml_set(control, "title", title == NULL ? file->label : title);
	xml_set(control, "class", "own");
	xml_set_src(control, &at);
	free(id);
	return rc;
}

int
answers_own(const struct answers *answers, xmlNodePtr catalogs,
    struct diag *d)
{
	xmlNodePtr catalog = NULL;
	size_t i;
	int rc = 0;

	for (i = 0; i < answers->nfiles; i++) {
		if (strcmp(answers->files[i].catalog, "own") != 0 ||
		    answers->files[i].site != NULL)
			continue;
		if (catalog == NULL) {
			catalog = xml_add(catalogs, "i:catalog");
			xml_set(catalog, "name", "own");
			xml_set(catalog, "use", "own");
			xml_set(catalog, "title", "");
			xml_set(catalog, "version", "");
			xml_set(catalog, "last-modified", "");
			xml_set(catalog, "origin", "own");
			xml_set(catalog, "i:src", "answers/own");
		}
		if (add_own(&answers->files[i], catalog, d) == -1)
			rc = -1;
	}
	return rc;
}

static void
collect_controls(struct answers *answers, xmlNodePtr parent)
{
	xmlNodePtr node;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:control") &&
		    xml_get(node, "withdrawn") == NULL) {
			if ((answers->n & (answers->n - 1)) == 0)
				answers->items = mem_resize(answers->items,
				    answers->n == 0 ? 1 : answers->n * 2,
				    sizeof(*answers->items));
			memset(&answers->items[answers->n], 0,
			    sizeof(*answers->items));
			node->_private = (void *)(answers->n + 1);
			answers->items[answers->n++].control = node;
		}
		if (!xml_is(node, "i:part") && !xml_is(node, "i:prop"))
			collect_controls(answers, node);
	}
}

/* The answer of the control that a file's label or `answers:` names. */
static struct answer *
find_answer(struct answers *answers, const struct refs *refs,
    const struct answer_file *file, const char *word,
    const struct place *at, struct diag *d)
{
	xmlNodePtr control;
	char *full;

	full = strchr(word, ':') != NULL || file->catalog[0] == '\0' ?
	    mem_strdup(word) : mem_printf("%s:%s", file->catalog, word);
	control = catalog_find(refs->catalogs, full, NULL);
	if (control == NULL && catalog_profile_for(refs->catalogs, full,
	    NULL) != NULL)
		diag_add(d, DIAG_ANSWER_UNUSED, at, "the profile \"%s\" has "
		    "no control \"%s\"; its answer is passed over",
		    catalog_profile_for(refs->catalogs, full, NULL), word);
	else if (control == NULL)
		refs_control(refs, full, NULL, at, d);
	free(full);
	if (control == NULL)
		return NULL;
	if (control->_private == NULL) {
		diag_add(d, DIAG_ANSWER_UNUSED, at, "the control \"%s\" is "
		    "withdrawn; its answer is passed over", word);
		return NULL;
	}
	return &answers->items[(size_t)control->_private - 1];
}

static int
answered_twice(const struct answer_file *first, const char *label,
    const struct place *at, struct diag *d)
{
	return diag_add(d, DIAG_ANSWER_TWICE, at, "\"%s\" is answered in "
	    "\"%s\" already; keep one of the two", label, first->path);
}

static int
put_site(struct answer *answer, struct answer_file *file,
    const struct refs *refs, const struct place *at, struct diag *d)
{
	size_t i;

	if (workspace_check_site(refs->ws, file->site, at, d) == -1)
		return -1;
	for (i = 0; i < answer->nsites; i++)
		if (strcmp(answer->sites[i]->site, file->site) == 0)
			return answered_twice(answer->sites[i], file->label,
			    at, d);
	answer->sites = mem_resize(answer->sites, answer->nsites + 1,
	    sizeof(struct answer_file *));
	answer->sites[answer->nsites++] = file;
	return 0;
}

/* Give FILE to the control that WORD means. */
static int
put_file(struct answers *answers, struct answer_file *file,
    const char *word, const struct place *at, const struct refs *refs,
    struct diag *d)
{
	struct answer *answer;

	answer = find_answer(answers, refs, file, word, at, d);
	if (answer == NULL)
		return 0;
	if (file->site != NULL)
		return put_site(answer, file, refs, at, d);
	if (answer->file != NULL)
		return answered_twice(answer->file, xml_get(answer->control,
		    "label"), at, d);
	answer->file = file;
	return 0;
}

static int
is_loaded(const struct refs *refs, const char *catalog)
{
	return catalog[0] == '\0' || strcmp(catalog, "own") == 0 ||
	    catalog_has(refs->catalogs, catalog);
}

static int
match_file(struct answers *answers, struct answer_file *file,
    const struct refs *refs, struct diag *d)
{
	const struct yml *list, *item;
	struct place at;
	int rc = 0;

	if (file->bad)
		return 0;
	at.path = file->path;
	at.line = file->line;
	at.col = 1;
	list = yml_get(file->yml, "answers");
	if (!is_loaded(refs, file->catalog)) {
		diag_add(d, DIAG_ANSWER_UNUSED, &at, "no catalogue \"%s\" is "
		    "loaded; the answer is passed over", file->catalog);
		return 0;
	}
	if (list == NULL)
		return put_file(answers, file, file->label, &at, refs, d);
	if (list->kind == YML_SCALAR ? list->text[0] == '\0' :
	    list->kind == YML_MAP || list->first == NULL)
		return diag_add(d, DIAG_VALUE_KIND, &list->at, "\"answers\" "
		    "must be the label of a control or a list of labels");
	if (list->kind == YML_SCALAR)
		return put_file(answers, file, list->text, &list->at, refs,
		    d);
	for (item = list->first; item != NULL; item = item->next)
		if (item->kind == YML_SCALAR && item->text[0] != '\0' &&
		    put_file(answers, file, item->text, &item->at, refs,
		    d) == -1)
			rc = -1;
	return rc;
}

const char *
answer_decision(const struct answer *answer)
{
	const char *text = NULL, *site;
	size_t i;

	if (answer->file != NULL)
		text = yml_text(answer->file->yml, "applicable");
	if (text != NULL)
		return text;
	for (i = 0; i < answer->nsites; i++) {
		site = yml_text(answer->sites[i]->yml, "applicable");
		if (text == NULL || (site != NULL &&
		    strcmp(site, "true") == 0))
			text = site;
	}
	return text;
}

/* A control that is not necessary, as far as is decided. */
static void
tell_out(const struct answer *answer, struct refs *refs)
{
	const char *applicable, *ref, *status;

	applicable = answer_decision(answer);
	ref = xml_get(answer->control, "ref");
	status = answer_status(answer);
	if (status != NULL)
		xmlHashAddEntry(refs->status, BAD_CAST ref, (void *)status);
	if (applicable != NULL && strcmp(applicable, "false") == 0 &&
	    !answer_is_requirement(answer->control))
		xmlHashAddEntry(refs->out, BAD_CAST ref, "");
}

int
answers_match(struct answers *answers, struct refs *refs,
    xmlNodePtr catalogs, struct diag *d)
{
	struct terms terms = { 0 };
	size_t i;
	int rc = 0;

	collect_controls(answers, catalogs);
	for (i = 0; i < answers->nfiles; i++)
		if (match_file(answers, &answers->files[i], refs, d) == -1)
			rc = -1;
	for (i = 0; i < answers->n; i++) {
		tell_out(&answers->items[i], refs);
		terms_take(&terms, answers->items[i].control);
		if (answer_check(&answers->items[i], refs, &terms, d) == -1)
			rc = -1;
	}
	terms_release(&terms);
	for (i = 0; i < answers->n; i++)
		answers->items[i].control->_private = NULL;
	return rc;
}
