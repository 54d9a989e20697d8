/* Answer files: what may stand in their front matter. */
#include "answer.h"

#include <string.h>

#include "terms.h"
#include "xml.h"

#define STATUSES	"implemented|partial|planned|not-implemented"

static const struct yml_key part_keys[] = {
	{ "name", YML_TEXT, 0, NULL, NULL },
	{ "at", YML_TEXT, 0, NULL, NULL },
	{ "status", YML_WORD, YML_REQUIRED, STATUSES, NULL },
	{ "due", YML_DATE, 0, NULL, NULL },
	{ "owner", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key part_key = {
	"parts", YML_KEYS, 0, NULL, part_keys
};

static const struct yml_key reason_keys[] = {
	{ "decision", YML_TEXT, 0, NULL, NULL },
	{ "law", YML_TEXT, 0, NULL, NULL },
	{ "contract", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key reason_key = {
	"because", YML_KEYS, YML_OR_TEXT, NULL, reason_keys
};

static const struct yml_key control_keys[] = {
	{ "applicable", YML_BOOL, 0, NULL, NULL },
	{ "status", YML_WORD, 0, STATUSES, NULL },
	{ "due", YML_DATE, 0, NULL, NULL },
	{ "owner", YML_TEXT, 0, NULL, NULL },
	{ "justification", YML_TEXT, 0, NULL, NULL },
	{ "exclusion", YML_TEXT, 0, NULL, NULL },
	{ "reassess-by", YML_DATE, 0, NULL, NULL },
	{ "because", YML_SEQ_OF, YML_OR_TEXT, NULL, &reason_key },
	{ "responsibility", YML_WORD, 0, "own|shared|inherited", NULL },
	{ "provider", YML_TEXT, 0, NULL, NULL },
	{ "role", YML_WORD, 0, "provider|customer|controller|processor|both",
	    NULL },
	{ "parts", YML_SEQ_OF, 0, NULL, &part_key },
	{ "evidence", YML_TEXTS, YML_OR_KEYS, NULL, NULL },
	{ "answers", YML_TEXTS, 0, NULL, NULL },
	{ "title", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key requirement_keys[] = {
	{ "applicable", YML_BOOL, 0, NULL, NULL },
	{ "status", YML_WORD, 0, "conforms|gap", NULL },
	{ "due", YML_DATE, 0, NULL, NULL },
	{ "owner", YML_TEXT, 0, NULL, NULL },
	{ "evidence", YML_TEXTS, YML_OR_KEYS, NULL, NULL },
	{ "answers", YML_TEXTS, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key evidence_keys[] = {
	{ "none-because", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

int
answer_is_requirement(const xmlNode *control)
{
	const char *use = NULL;

	for (; control != NULL && use == NULL; control = control->parent)
		if (xml_is(control, "i:catalog"))
			use = xml_get(control, "use");
	return use != NULL && strcmp(use, "requirements") == 0;
}

/* `evidence: { none-because: ... }` has a table of its own. */
static int
check_evidence(const struct answer_file *file, struct diag *d)
{
	const struct yml *evidence;

	evidence = yml_get(file->yml, "evidence");
	if (evidence == NULL || evidence->kind != YML_MAP)
		return 0;
	return yml_check(evidence, evidence_keys, d);
}

/* A site where the control that is out applies. */
static int
check_sites(const struct answer *answer, struct diag *d)
{
	const struct yml *applicable;
	const char *main;
	size_t i;
	int rc = 0;

	main = yml_text(answer->file->yml, "applicable");
	if (main == NULL || strcmp(main, "false") != 0)
		return 0;
	for (i = 0; i < answer->nsites; i++) {
		applicable = yml_get(answer->sites[i]->yml, "applicable");
		if (applicable != NULL && applicable->kind == YML_SCALAR &&
		    strcmp(applicable->text, "true") == 0)
			rc = diag_add(d, DIAG_ANSWER_FORM, &applicable->at,
			    "\"applicable: true\" contradicts \"%s\"; what "
			    "one site needs is applicable",
			    answer->file->path);
	}
	return rc;
}

/* What keys of one answer contradict. */
static int
check_form(const struct answer *answer, int requirement, struct diag *d)
{
	const struct yml *yml, *applicable, *parts, *status;
	int rc = 0;

	yml = answer->file->yml;
	applicable = yml_get(yml, "applicable");
	parts = yml_get(yml, "parts");
	status = yml_get(yml, "status");
	if (requirement && applicable != NULL &&
	    strcmp(yml_text(yml, "applicable") == NULL ? "" :
	    yml_text(yml, "applicable"), "false") == 0)
		rc = diag_add(d, DIAG_ANSWER_FORM, &applicable->at,
		    "a requirement cannot be excluded; write \"status: gap\" "
		    "and a date");
	if (parts != NULL && status != NULL)
		rc = diag_add(d, DIAG_ANSWER_FORM, &status->key_at,
		    "\"status\" stands beside \"parts\"; the worst of the "
		    "parts is the control's status: remove one of them");
	if (parts != NULL && answer->nsites > 0)
		rc = diag_add(d, DIAG_ANSWER_FORM, &parts->key_at,
		    "\"parts\" stands beside \"%s\"; keep one of the two",
		    answer->sites[0]->path);
	return rc;
}

/* Roles and sites that the front matter names. */
static int
check_names(const struct yml *yml, const struct refs *refs, struct diag *d)
{
	const struct yml *value, *parts, *item;
	int rc = 0;

	value = yml_get(yml, "owner");
	if (value != NULL && value->kind == YML_SCALAR &&
	    value->text[0] != '\0' && workspace_check_role(refs->ws,
	    value->text, &value->at, d) == -1)
		rc = -1;
	value = yml_get(yml, "at");
	if (value != NULL && value->kind == YML_SCALAR &&
	    value->text[0] != '\0' && workspace_check_site(refs->ws,
	    value->text, &value->at, d) == -1)
		rc = -1;
	parts = yml_get(yml, "parts");
	for (item = parts == NULL ? NULL : parts->first; item != NULL;
	    item = item->next)
		if (item->kind == YML_MAP && check_names(item, refs, d) ==
		    -1)
			rc = -1;
	return rc;
}

/* The tables of keys with the words that the control's catalogue has. */
struct tables {
	struct yml_key	 control[sizeof(control_keys) /
			    sizeof(*control_keys)];
	struct yml_key	 parts[sizeof(part_keys) / sizeof(*part_keys)];
	struct yml_key	 part;
};

static void
set_words(struct yml_key *keys, const char *name, const char *words)
{
	for (; words != NULL && keys->name != NULL; keys++)
		if (strcmp(keys->name, name) == 0)
			keys->values = words;
}

static void
fill_tables(struct tables *tables, const struct terms *terms)
{
	struct yml_key *key;

	memcpy(tables->control, control_keys, sizeof(control_keys));
	memcpy(tables->parts, part_keys, sizeof(part_keys));
	tables->part = part_key;
	tables->part.sub = tables->parts;
	set_words(tables->parts, "status", terms->scale);
	set_words(tables->control, "status", terms->scale);
	set_words(tables->control, "role", terms->roles);
	for (key = tables->control; key->name != NULL; key++)
		if (key->sub == &part_key)
			key->sub = &tables->part;
}

/* A role, of a control that does not ask for one. */
static void
check_role(const struct answer_file *file, const xmlNode *control,
    struct diag *d)
{
	const struct yml *role;

	role = yml_get(file->yml, "role");
	if (role != NULL && yml_get(file->yml, "answers") == NULL &&
	    !terms_asks_role(control))
		diag_add(d, DIAG_ANSWER_UNUSED, &role->key_at, "\"role\" has "
		    "no meaning here and is passed over: the catalogue does "
		    "not say that the control depends on it");
}

static int
check_file(const struct answer_file *file, const xmlNode *control,
    const struct refs *refs, const struct terms *terms, struct diag *d)
{
	struct tables tables;
	int rc = 0;

	if (file->yml == NULL)
		return 0;
	fill_tables(&tables, terms);
	if (yml_check(file->yml, answer_is_requirement(control) ?
	    requirement_keys : tables.control, d) == -1)
		rc = -1;
	if (check_evidence(file, d) == -1)
		rc = -1;
	if (check_names(file->yml, refs, d) == -1)
		rc = -1;
	if (rc == 0)
		check_role(file, control, d);
	return rc;
}

int
answer_check(const struct answer *answer, const struct refs *refs,
    const struct terms *terms, struct diag *d)
{
	int rc = 0;
	size_t i;

	for (i = 0; i < answer->nsites; i++)
		if (check_file(answer->sites[i], answer->control, refs,
		    terms, d) == -1)
			rc = -1;
	if (answer->file == NULL)
		return rc;
	if (check_file(answer->file, answer->control, refs, terms, d) == -1)
		rc = -1;
	if (check_form(answer, answer_is_requirement(answer->control), d) ==
	    -1 || check_sites(answer, d) == -1)
		rc = -1;
	return rc;
}
