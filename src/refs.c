/* References: what labels, ids and names in the organisation's files mean. */
#include "refs.h"

#include <stdlib.h>
#include <string.h>

#include "xml.h"

enum {
	NEAREST_NAMES = 5000,
	NEAREST_FAULTS = 500
};

static const struct {
	const char	*what;
	const char	*advice;
	enum diag_code	 code;
} kinds[] = {
	{ "document", "see the ids in templates and documents/",
	    DIAG_DOCUMENT_UNKNOWN },
	{ "rule", "see the rules of the documents", DIAG_RULE_UNKNOWN },
	{ "id", "no register has a row with it", DIAG_ROW_UNKNOWN }
};

void
refs_init(struct refs *refs)
{
	memset(refs, 0, sizeof(*refs));
	refs->out = xmlHashCreate(64);
	refs->status = xmlHashCreate(256);
	refs->documents = xmlHashCreate(64);
	refs->stand_ins = xmlHashCreate(64);
	refs->retired = xmlHashCreate(16);
	refs->retired_rules = xmlHashCreate(16);
	refs->rules = xmlHashCreate(256);
	refs->rows = xmlHashCreate(256);
}

void
refs_release(struct refs *refs)
{
	size_t i;

	xmlHashFree(refs->out, NULL);
	xmlHashFree(refs->status, NULL);
	xmlHashFree(refs->documents, NULL);
	xmlHashFree(refs->stand_ins, NULL);
	xmlHashFree(refs->retired, NULL);
	xmlHashFree(refs->retired_rules, NULL);
	xmlHashFree(refs->rules, NULL);
	xmlHashFree(refs->rows, NULL);
	for (i = 0; i < sizeof(refs->names) / sizeof(*refs->names); i++)
		strs_release(&refs->names[i]);
	memset(refs, 0, sizeof(*refs));
}

static xmlHashTablePtr
table_of(const struct refs *refs, enum refs_kind kind)
{
	if (kind == REFS_DOCUMENT)
		return refs->documents;
	return kind == REFS_RULE ? refs->rules : refs->rows;
}

int
refs_add(struct refs *refs, enum refs_kind kind, const char *name,
    void *value)
{
	if (xmlHashAddEntry(table_of(refs, kind), BAD_CAST name, value) != 0)
		return -1;
	strs_add(&refs->names[kind], name);
	return 0;
}

void *
refs_get(const struct refs *refs, enum refs_kind kind, const char *name)
{
	return xmlHashLookup(table_of(refs, kind), BAD_CAST name);
}

int
refs_add_row(struct refs *refs, const char *reg, const char *id,
    xmlNodePtr row)
{
	if (xmlHashAddEntry2(refs->rows, BAD_CAST id, BAD_CAST reg, row) !=
	    0)
		return -1;
	refs_add(refs, REFS_ROW, id, row);
	return 0;
}

xmlNodePtr
refs_row(const struct refs *refs, const char *reg, const char *id)
{
	return xmlHashLookup2(refs->rows, BAD_CAST id, BAD_CAST reg);
}

/* Does WORD begin with the name of a catalogue that ships but isn't used? */
static int
names_unloaded(const struct refs *refs, const char *word)
{
	const char *colon;
	char *name;
	int is;

	colon = strchr(word, ':');
	if (colon == NULL)
		return 0;
	name = mem_strndup(word, (size_t)(colon - word));
	is = path_is_source(name) && strchr(name, '/') == NULL &&
	    workspace_ships(refs->roots, name);
	if (catalog_has(refs->catalogs, name))
		is = 0;
	free(name);
	return is;
}

xmlNodePtr
refs_control(const struct refs *refs, const char *word, const char *home,
    const struct place *at, struct diag *d)
{
	const char *near, *profile;
	xmlNodePtr control;

	control = catalog_find(refs->catalogs, word, home);
	if (control != NULL)
		return control;
	profile = catalog_profile_for(refs->catalogs, word, home);
	/* In a template that ships nobody can do anything about it. */
	if (catalog_has_profile(refs->catalogs) && at->path != NULL &&
	    strncmp(at->path, PATH_SHIPPED, strlen(PATH_SHIPPED)) == 0)
		return NULL;
	if (profile != NULL) {
		diag_add(d, DIAG_NOT_BUILT, at, "\"%s\" is printed without a "
		    "link: the profile \"%s\" has no such control", word,
		    profile);
		return NULL;
	}
	if (names_unloaded(refs, word)) {
		diag_add(d, DIAG_NOT_BUILT, at, "\"%s\" is printed without a "
		    "link: its catalogue is not among \"catalogs:\" in "
		    "isms.yaml", word);
		return NULL;
	}
	near = catalog_nearest(refs->catalogs, word);
	if (near != NULL)
		diag_add(d, DIAG_CONTROL_UNKNOWN, at, "no catalogue has the "
		    "control \"%s\"; did you mean \"%s\"?", word, near);
	else
		diag_add(d, DIAG_CONTROL_UNKNOWN, at, "no catalogue has the "
		    "control \"%s\"; see \"catalogs:\" in isms.yaml", word);
	return NULL;
}

/* A catalogue that WORD names and that is not loaded; new memory or NULL. */
static char *
unloaded_in(const struct refs *refs, const char *word)
{
	if (!names_unloaded(refs, word))
		return NULL;
	return mem_strndup(word, strcspn(word, ":"));
}

int
refs_controls(const struct refs *refs, const char *word, const char *home,
    const struct place *at, int quiet, struct controls *found,
    struct diag *d)
{
	xmlNodePtr control;
	char *named;
	int rc = -1;

	named = unloaded_in(refs, word);
	if (refs->homes != NULL && named != NULL)
		rc = homes_find(refs->homes, named, strchr(word, ':') + 1,
		    found);
	else if (refs->homes != NULL && home != NULL &&
	    strchr(word, ':') == NULL && !catalog_has(refs->catalogs, home))
		rc = homes_find(refs->homes, home, word, found);
	quiet = quiet && named != NULL;
	free(named);
	if (rc == 0 || quiet)
		return rc;
	control = refs_control(refs, word, home, at, d);
	if (control == NULL)
		return -1;
	controls_add(found, control);
	return 0;
}

/* Looking for the nearest of very many names, very often, takes too long. */
static int
can_suggest(const struct refs *refs, enum refs_kind kind,
    const struct diag *d)
{
	return refs->names[kind].n <= NEAREST_NAMES &&
	    d->nerrors <= NEAREST_FAULTS;
}

int
refs_not_built(const struct refs *refs, enum refs_kind kind,
    const char *name, const struct place *at, struct diag *d)
{
	const char *document, *now;

	document = kind == REFS_DOCUMENT ? name :
	    xmlHashLookup(refs->retired_rules, BAD_CAST name);
	now = document == NULL ? NULL :
	    xmlHashLookup(refs->retired, BAD_CAST document);
	if (now == NULL)
		return diag_add(d, DIAG_NOT_BUILT, at, "the %s \"%s\" is "
		    "printed without a link: this build does not make it",
		    kinds[kind].what, name);
	return diag_add(d, DIAG_RETIRED_CITED, at, "the %s \"%s\" is "
	    "printed without a link: %s%s%sis retired; %s%s%s",
	    kinds[kind].what, name, document == name ? "" : "\"",
	    document == name ? "it " : document, document == name ? "" :
	    "\" ", now[0] == '\0' ? "remove the reference" :
	    "refer to \"", now, now[0] == '\0' ? "" :
	    "\", which supersedes it");
}

const void *
refs_check(const struct refs *refs, enum refs_kind kind, const char *name,
    const struct place *at, struct diag *d)
{
	const char *value, *near;

	value = refs_get(refs, kind, name);
	if (value != NULL && kind != REFS_ROW && value[0] == '\0') {
		refs_not_built(refs, kind, name, at, d);
		return value;
	}
	if (value != NULL || (kind == REFS_ROW && refs->lacks_rows))
		return value;
	near = can_suggest(refs, kind, d) ?
	    strs_nearest(&refs->names[kind], name) : NULL;
	if (near != NULL)
		diag_add(d, kinds[kind].code, at, "unknown %s \"%s\"; did "
		    "you mean \"%s\"?", kinds[kind].what, name, near);
	else
		diag_add(d, kinds[kind].code, at, "unknown %s \"%s\"; %s",
		    kinds[kind].what, name, kinds[kind].advice);
	return NULL;
}

/* The ids of the rows of REGISTER. */
static void
ids_of(const struct refs *refs, const char *reg, struct strs *ids)
{
	xmlNodePtr node, row;

	for (node = xml_first(refs->registers, "i:register"); node != NULL;
	    node = xml_next(node, "i:register"))
		if (strcmp(xml_get(node, "name"), reg) == 0)
			break;
	for (row = xml_first(node, "i:row"); row != NULL;
	    row = xml_next(row, "i:row"))
		if (xml_get(row, "id") != NULL)
			strs_add(ids, xml_get(row, "id"));
}

void
refs_row_unknown(const struct refs *refs, const char *reg, const char *id,
    const struct place *at, struct diag *d)
{
	struct strs ids = { 0 };
	const char *near;

	if (refs->lacks_rows)
		return;
	if (can_suggest(refs, REFS_ROW, d))
		ids_of(refs, reg, &ids);
	near = strs_nearest(&ids, id);
	diag_add(d, DIAG_ROW_UNKNOWN, at, "the register \"%s\" has no id "
	    "\"%.60s\"; %s%s%s", reg, id, near == NULL ? "add the row, or "
	    "correct the cell" : "did you mean \"", near == NULL ? "" :
	    near, near == NULL ? "" : "\"?");
	strs_release(&ids);
}

const char *
refs_stand_in(const struct refs *refs, const char *id)
{
	return xmlHashLookup(refs->stand_ins, BAD_CAST id);
}

const char *
refs_status(const struct refs *refs, const char *ref)
{
	return xmlHashLookup(refs->status, BAD_CAST ref);
}

int
refs_applicable(const struct refs *refs, const char *ref)
{
	return xmlHashLookup(refs->out, BAD_CAST ref) == NULL;
}
