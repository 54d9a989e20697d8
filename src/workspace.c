/* The organisation's folder: isms.yaml, and what it names. */
#include "workspace.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mapping.h"
#include "xml.h"

static const struct yml_key organisation_keys[] = {
	{ "name", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ "short", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key scope_keys[] = {
	{ "statement", YML_TEXT, 0, NULL, NULL },
	{ "includes", YML_TEXTS, 0, NULL, NULL },
	{ "excludes", YML_TEXTS, 0, NULL, NULL },
	{ "interfaces", YML_TEXTS, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key site_keys[] = {
	{ "address", YML_TEXT, 0, NULL, NULL },
	{ "activities", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key site_key = {
	"site", YML_KEYS, 0, NULL, site_keys
};

static const struct yml_key role_keys[] = {
	{ "title", YML_TEXT, 0, NULL, NULL },
	{ "holder", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key role_key = {
	"role", YML_KEYS, 0, NULL, role_keys
};

static const struct yml_key level_keys[] = {
	{ "state", YML_WORD, YML_REQUIRED,
	    "implemented|partial|planned|not-implemented", NULL },
	{ "word", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key level_key = {
	"scale", YML_KEYS, 0, NULL, level_keys
};

static const struct yml_key catalog_keys[] = {
	{ "name", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ "use", YML_WORD, 0, "requirements|annex-a|additional|own|peer",
	    NULL },
	{ "scale", YML_MAP_OF, 0, NULL, &level_key },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key catalog_key = {
	"catalogs", YML_KEYS, YML_OR_TEXT, NULL, catalog_keys
};

static const struct yml_key default_keys[] = {
	{ "owner", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key default_key = {
	"defaults", YML_KEYS, 0, NULL, default_keys
};

/* A parameter's value, or those of a catalogue's parameters. */
static const struct yml_key value_key = {
	"parameters", YML_TEXTS, 0, NULL, NULL
};

static const struct yml_key parameter_key = {
	"parameters", YML_TEXTS, YML_OR_KEYS, NULL, &value_key
};

static const struct yml_key document_keys[] = {
	{ "set", YML_WORD, 0, "lean|standard|full", NULL },
	{ "also", YML_TEXTS, 0, NULL, NULL },
	{ "skip", YML_TEXTS, 0, NULL, NULL },
	{ "classification", YML_TEXT, 0, NULL, NULL },
	{ "review-months", YML_COUNT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key answers_keys[] = {
	{ "review-months", YML_COUNT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key view_keys[] = {
	{ "registers", YML_TEXTS, YML_REQUIRED, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key views_keys[] = {
	{ "public", YML_KEYS, 0, NULL, view_keys },
	{ "staff", YML_KEYS, 0, NULL, view_keys },
	{ "management", YML_KEYS, 0, NULL, view_keys },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key rule_keys[] = {
	{ "level", YML_WORD, YML_REQUIRED, "off|note|info|warning|error",
	    NULL },
	{ "reason", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key rule_key = {
	"rules", YML_KEYS, 0, NULL, rule_keys
};

static const struct yml_key top_keys[] = {
	{ "organisation", YML_KEYS, YML_REQUIRED, NULL, organisation_keys },
	{ "scope", YML_KEYS, 0, NULL, scope_keys },
	{ "sites", YML_MAP_OF, 0, NULL, &site_key },
	{ "catalogs", YML_SEQ_OF, 0, NULL, &catalog_key },
	{ "language", YML_WORD, 0, "en", NULL },
	{ "roles", YML_MAP_OF, 0, NULL, &role_key },
	{ "defaults", YML_MAP_OF, 0, NULL, &default_key },
	{ "variables", YML_ANY, 0, NULL, NULL },
	{ "parameters", YML_MAP_OF, 0, NULL, &parameter_key },
	{ "documents", YML_KEYS, 0, NULL, document_keys },
	{ "answers", YML_KEYS, 0, NULL, answers_keys },
	{ "risk", YML_KEYS, 0, NULL, risk_keys },
	{ "history", YML_WORD, 0, "git|none", NULL },
	{ "views", YML_KEYS, 0, NULL, views_keys },
	{ "rules", YML_MAP_OF, 0, NULL, &rule_key },
	{ "foreign-names", YML_TEXTS, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key shipped_role_keys[] = {
	{ "title", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const char *const default_catalogs[] = {
	"iso27001-2022", "iso27002-2022"
};

int
workspace_ships(const struct roots *roots, const char *catalog)
{
	char *path;
	int is;

	path = mem_printf(PATH_SHIPPED "catalog/%s.xml", catalog);
	is = path_exists(roots, path);
	free(path);
	return is;
}

void
workspace_shipped(const struct roots *roots, struct strs *names)
{
	struct strs files = { 0 };
	struct diag ignored = { 0 };
	size_t i;

	path_list(roots, PATH_SHIPPED "catalog", ".xml", 0, &files, &ignored);
	for (i = 0; i < files.n; i++)
		if (!mappings_is_file(files.v[i]))
			strs_take(names, path_stem(files.v[i]));
	strs_release(&files);
	diag_release(&ignored);
}

int
workspace_unknown_catalog(const struct roots *roots, const char *word,
    const struct place *at, struct diag *d)
{
	struct strs names = { 0 };
	const char *near;

	workspace_shipped(roots, &names);
	near = strs_nearest(&names, word);
	diag_add(d, DIAG_CATALOG_NAME, at, "no catalogue \"%s\" ships and no "
	    "file of that name is in the folder; %s%s%s", word,
	    near == NULL ? "give a shipped name or a path such as "
	    "catalog/own.xml" : "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	strs_release(&names);
	return -1;
}

/* NAME is part of references and of the answers' folder. */
static int
is_catalog_name(const char *name)
{
	if (!isalnum((unsigned char)*name))
		return 0;
	for (; *name != '\0'; name++)
		if (!isalnum((unsigned char)*name) &&
		    strchr("._-", *name) == NULL)
			return 0;
	return 1;
}

/* Is NAME one, and neither reserved nor that of an entry before this? */
static int
check_catalog_name(const struct workspace *ws, const char *name,
    const struct place *at, struct diag *d)
{
	size_t i;

	if (!is_catalog_name(name))
		return diag_add(d, DIAG_CATALOG_NAME, at, "a catalogue "
		    "cannot be named \"%.60s\"; rename the file, with "
		    "letters, digits, \".\", \"_\" and \"-\"", name);
	if (strcmp(name, "own") == 0)
		return diag_add(d, DIAG_CATALOG_NAME, at,
		    "\"own\" is the name of the organisation's own controls; "
		    "rename the file");
	for (i = 0; i < ws->ncatalogs; i++)
		if (strcmp(ws->catalogs[i].name, name) == 0)
			return diag_add(d, DIAG_CATALOG_NAME, at,
			    "two catalogues are named \"%s\"; rename one of "
			    "the files", name);
	return 0;
}

static int
add_catalog(struct workspace *ws, const struct roots *roots,
    const char *word, const struct yml *item, const struct place *at,
    struct diag *d)
{
	struct catalog_entry *entry;
	char *name, *path, *norm;
	int shipped;

	shipped = strchr(word, '/') == NULL && workspace_ships(roots, word);
	norm = path_resolve("x", word);
	if (shipped)
		path = mem_printf(PATH_SHIPPED "catalog/%s.xml", word);
	else if (norm != NULL && path_exists(roots, norm))
		path = mem_strdup(norm);
	else
		path = NULL;
	free(norm);
	if (path == NULL)
		return workspace_unknown_catalog(roots, word, at, d);
	name = shipped ? mem_strdup(word) : path_stem(path);
	if (check_catalog_name(ws, name, at, d) == -1) {
		free(name);
		free(path);
		return -1;
	}
	ws->catalogs = mem_resize(ws->catalogs, ws->ncatalogs + 1,
	    sizeof(*ws->catalogs));
	entry = &ws->catalogs[ws->ncatalogs++];
	entry->name = name;
	entry->path = path;
	entry->use = yml_text(item, "use");
	entry->scale = yml_get(item, "scale");
	entry->language = ws->language;
	entry->at = *at;
	entry->shipped = shipped;
	return 0;
}

static int
load_catalogs(struct workspace *ws, const struct roots *roots,
    struct diag *d)
{
	const struct yml *list, *item;
	const char *word;
	size_t i;
	int rc = 0;

	list = yml_get(ws->yml, "catalogs");
	if (list != NULL && list->kind != YML_SEQ)
		return -1;
	for (i = 0; list == NULL && i < 2; i++)
		if (add_catalog(ws, roots, default_catalogs[i], NULL,
		    &ws->yml->at, d) == -1)
			rc = -1;
	for (item = list == NULL ? NULL : list->first; item != NULL;
	    item = item->next) {
		word = item->kind == YML_MAP ? yml_text(item, "name") :
		    item->text;
		if (word == NULL || word[0] == '\0' || add_catalog(ws, roots,
		    word, item, &item->at, d) == -1)
			rc = -1;
	}
	return rc;
}

static int
months(const struct workspace *ws, const char *group, int otherwise)
{
	const char *text;

	text = yml_text(yml_get(ws->yml, group), "review-months");
	return text == NULL ? otherwise : (int)strtol(text, NULL, 10);
}

/* Every owner in `defaults:` must be a role. */
static int
check_defaults(const struct workspace *ws, struct diag *d)
{
	const struct yml *list, *item, *owner;
	int rc = 0;

	list = yml_get(ws->yml, "defaults");
	for (item = list == NULL ? NULL : list->first; item != NULL;
	    item = item->next) {
		owner = yml_get(item, "owner");
		if (owner != NULL && owner->kind == YML_SCALAR &&
		    owner->text[0] != '\0' && workspace_check_role(ws,
		    owner->text, &owner->at, d) == -1)
			rc = -1;
	}
	return rc;
}

/* Whoever may accept a risk is its owner or a role. */
static int
check_acceptors(const struct workspace *ws, struct diag *d)
{
	const struct yml *accept;
	size_t i;
	int rc = 0;

	for (i = 0; i < ws->risk.nbands; i++) {
		accept = ws->risk.bands[i].accept;
		if (accept != NULL && accept->kind == YML_SCALAR &&
		    strcmp(accept->text, "risk-owner") != 0 &&
		    workspace_check_role(ws, accept->text, &accept->at, d) ==
		    -1)
			rc = -1;
	}
	return rc;
}

static void
set_settings(struct workspace *ws)
{
	const struct yml *documents;
	const char *text;

	documents = yml_get(ws->yml, "documents");
	text = yml_text(ws->yml, "language");
	ws->language = text == NULL ? "en" : text;
	text = yml_text(documents, "set");
	ws->set = text == NULL ? "standard" : text;
	text = yml_text(documents, "classification");
	ws->classification = text == NULL ? "Internal" : text;
	ws->document_months = months(ws, "documents", 12);
	ws->answer_months = months(ws, "answers", 12);
	ws->history = yml_text(ws->yml, "history");
}

static int
load_shipped_roles(struct workspace *ws, const struct roots *roots,
    struct diag *d)
{
	static const struct yml_key role = {
		"role", YML_KEYS, 0, NULL, shipped_role_keys
	};
	const struct yml *item;
	int rc = 0;

	ws->shipped_roles = yml_load(roots,
	    PATH_SHIPPED "templates/roles.yaml", d);
	if (ws->shipped_roles == NULL)
		return -1;
	for (item = ws->shipped_roles->first; item != NULL;
	    item = item->next)
		if (item->kind != YML_MAP ||
		    yml_check(item, role.sub, d) == -1)
			rc = -1;
	return rc;
}

int
workspace_load(struct workspace *ws, const struct roots *roots,
    struct diag *d)
{
	int rc = 0;

	memset(ws, 0, sizeof(*ws));
	if (load_shipped_roles(ws, roots, d) == -1 ||
	    regdefs_load(&ws->registers, roots, d) == -1)
		return -1;
	ws->yml = yml_load(roots, WORKSPACE_FILE, d);
	if (ws->yml == NULL)
		return -1;
	if (yml_check(ws->yml, top_keys, d) == -1)
		rc = -1;
	set_settings(ws);
	if (check_defaults(ws, d) == -1)
		rc = -1;
	catalog_read_params(&ws->params, yml_get(ws->yml, "parameters"));
	if (risk_read(&ws->risk, yml_get(ws->yml, "risk"), d) == -1)
		rc = -1;
	if (check_acceptors(ws, d) == -1)
		rc = -1;
	ws->lacks_catalog = load_catalogs(ws, roots, d) == -1;
	return ws->lacks_catalog ? -1 : rc;
}

int
workspace_make(struct workspace *ws, const struct roots *roots,
    const struct strs *catalogs, const char *language, struct diag *d)
{
	static const struct place nowhere = { NULL, 0, 0 };
	size_t i;
	int rc = 0;

	memset(ws, 0, sizeof(*ws));
	if (load_shipped_roles(ws, roots, d) == -1 ||
	    regdefs_load(&ws->registers, roots, d) == -1)
		return -1;
	set_settings(ws);
	ws->language = language;
	for (i = 0; i < catalogs->n; i++)
		if (add_catalog(ws, roots, catalogs->v[i], NULL, &nowhere,
		    d) == -1)
			rc = -1;
	return rc;
}

void
workspace_release(struct workspace *ws)
{
	size_t i;

	for (i = 0; i < ws->ncatalogs; i++) {
		free(ws->catalogs[i].name);
		free(ws->catalogs[i].path);
	}
	free(ws->catalogs);
	catalog_params_release(&ws->params);
	yml_free(ws->yml);
	yml_free(ws->shipped_roles);
	regdefs_release(&ws->registers);
	memset(ws, 0, sizeof(*ws));
}

static void
emit_list(xmlNodePtr parent, const char *name, const struct yml *list)
{
	struct strs texts = { 0 };
	size_t i;

	yml_texts(list, &texts);
	for (i = 0; i < texts.n; i++)
		xml_add_text(parent, name, texts.v[i]);
	strs_release(&texts);
}

static void
emit_scope(const struct workspace *ws, xmlNodePtr dossier)
{
	const struct yml *scope;
	const char *statement;
	xmlNodePtr node;

	scope = yml_get(ws->yml, "scope");
	node = xml_add(dossier, "i:scope");
	if (scope == NULL)
		return;
	xml_set_src(node, &scope->key_at);
	statement = yml_text(scope, "statement");
	if (statement != NULL)
		xml_add_text(node, "i:statement", statement);
	emit_list(node, "i:includes", yml_get(scope, "includes"));
	emit_list(node, "i:excludes", yml_get(scope, "excludes"));
	emit_list(node, "i:interfaces", yml_get(scope, "interfaces"));
}

static void
emit_sites(const struct workspace *ws, xmlNodePtr dossier)
{
	const struct yml *list, *item;
	xmlNodePtr sites, site;

	sites = xml_add(dossier, "i:sites");
	list = yml_get(ws->yml, "sites");
	for (item = list == NULL ? NULL : list->first; item != NULL;
	    item = item->next) {
		site = xml_add(sites, "i:site");
		xml_set(site, "id", item->key);
		xml_set(site, "address", yml_text(item, "address"));
		xml_set(site, "activities", yml_text(item, "activities"));
		xml_set_src(site, &item->key_at);
	}
}

static void
emit_role(const struct workspace *ws, xmlNodePtr roles,
    const struct yml *item, int declared)
{
	xmlNodePtr role;

	role = xml_add(roles, "i:role");
	xml_set(role, "id", item->key);
	xml_set(role, "title", workspace_role(ws, item->key));
	if (declared)
		xml_set(role, "holder", yml_text(item, "holder"));
	xml_set(role, "declared", declared ? "true" : "false");
	xml_set_src(role, &item->key_at);
}

static void
emit_roles(const struct workspace *ws, xmlNodePtr dossier)
{
	const struct yml *list, *item;
	xmlNodePtr roles;

	roles = xml_add(dossier, "i:roles");
	list = yml_get(ws->yml, "roles");
	for (item = list == NULL || list->kind != YML_MAP ? NULL :
	    list->first; item != NULL; item = item->next)
		emit_role(ws, roles, item, 1);
	for (item = ws->shipped_roles->first; item != NULL;
	    item = item->next)
		if (yml_get(list, item->key) == NULL)
			emit_role(ws, roles, item, 0);
}

static void
emit_risk(const struct workspace *ws, xmlNodePtr dossier)
{
	xmlNodePtr method;

	method = risk_emit(&ws->risk, dossier);
	if (method != NULL)
		xml_set_src(method, &ws->risk.yml->key_at);
}

/* What isms.yaml says of views: the registers that each has. */
static void
emit_views(const struct workspace *ws, xmlNodePtr settings)
{
	const struct yml *views, *item;
	struct strs names = { 0 };
	xmlNodePtr view;
	size_t i;

	views = yml_get(ws->yml, "views");
	for (item = views == NULL || views->kind != YML_MAP ? NULL :
	    views->first; item != NULL; item = item->next) {
		view = xml_add(settings, "i:view");
		xml_set(view, "name", item->key);
		yml_texts(yml_get(item, "registers"), &names);
		for (i = 0; i < names.n; i++)
			xml_set(xml_add(view, "i:register"), "name",
			    names.v[i]);
		strs_release(&names);
	}
}

/* Names of other organisations that must not stand in this one's texts. */
static void
emit_foreign(const struct workspace *ws, xmlNodePtr settings)
{
	const struct yml *list, *item;

	list = yml_get(ws->yml, "foreign-names");
	if (list == NULL || list->kind == YML_MAP)
		return;
	item = list->kind == YML_SEQ ? list->first : list;
	for (; item != NULL; item = list->kind == YML_SEQ ? item->next : NULL)
		if (item->text != NULL)
			xml_set_src(xml_add_text(settings, "i:foreign-name",
			    item->text), &item->at);
}

/* The levels that isms.yaml gives to rules; see rules.h. */
static void
emit_rules(const struct workspace *ws, xmlNodePtr dossier)
{
	const struct yml *list, *item;
	const char *level;
	xmlNodePtr rules, rule;

	list = yml_get(ws->yml, "rules");
	if (list == NULL || list->kind != YML_MAP || list->first == NULL)
		return;
	rules = xml_add(dossier, "i:rules");
	for (item = list->first; item != NULL; item = item->next) {
		level = yml_text(item, "level");
		if (level == NULL)
			continue;
		rule = xml_add(rules, "i:rule");
		xml_set(rule, "code", item->key);
		xml_set(rule, "set", strcmp(level, "note") == 0 ? "info" :
		    level);
		xml_set(rule, "reason", yml_text(item, "reason"));
		xml_set_src(rule, &item->key_at);
	}
}

void
workspace_emit(const struct workspace *ws, xmlNodePtr dossier)
{
	const struct yml *organisation;
	const char *name, *abbreviation;
	xmlNodePtr node;

	organisation = yml_get(ws->yml, "organisation");
	name = yml_text(organisation, "name");
	abbreviation = yml_text(organisation, "short");
	node = xml_add(dossier, "i:organisation");
	xml_set(node, "name", name == NULL ? "" : name);
	xml_set(node, "short", abbreviation != NULL ? abbreviation :
	    name != NULL ? name : "");
	if (organisation != NULL)
		xml_set_src(node, &organisation->key_at);
	emit_scope(ws, dossier);
	emit_sites(ws, dossier);
	emit_roles(ws, dossier);
	node = xml_add(dossier, "i:settings");
	xml_set(node, "set", ws->set);
	xml_set(node, "classification", ws->classification);
	xml_setf(node, "document-review-months", "%d", ws->document_months);
	xml_setf(node, "answer-review-months", "%d", ws->answer_months);
	emit_views(ws, node);
	emit_foreign(ws, node);
	emit_rules(ws, dossier);
	emit_risk(ws, dossier);
}

const char *
workspace_role(const struct workspace *ws, const char *role)
{
	const struct yml *mine, *shipped;
	const char *title;

	mine = yml_get(yml_get(ws->yml, "roles"), role);
	shipped = yml_get(ws->shipped_roles, role);
	title = yml_text(mine, "title");
	if (title == NULL)
		title = yml_text(shipped, "title");
	if (title == NULL && mine != NULL)
		title = mine->key;
	return title;
}

/* Names of the children of a mapping, for suggestions. */
static void
child_keys(const struct yml *map, struct strs *names)
{
	const struct yml *item;

	for (item = map == NULL || map->kind != YML_MAP ? NULL : map->first;
	    item != NULL; item = item->next)
		strs_add(names, item->key);
}

int
workspace_check_role(const struct workspace *ws, const char *role,
    const struct place *at, struct diag *d)
{
	struct strs names = { 0 };
	const char *near;

	if (workspace_role(ws, role) != NULL)
		return 0;
	child_keys(yml_get(ws->yml, "roles"), &names);
	child_keys(ws->shipped_roles, &names);
	near = strs_nearest(&names, role);
	diag_add(d, DIAG_ROLE_UNKNOWN, at, "unknown role \"%s\"; %s%s%s",
	    role, near == NULL ? "add it under \"roles:\" in isms.yaml" :
	    "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	strs_release(&names);
	return -1;
}

int
workspace_check_site(const struct workspace *ws, const char *site,
    const struct place *at, struct diag *d)
{
	struct strs names = { 0 };
	const char *near;

	if (yml_get(yml_get(ws->yml, "sites"), site) != NULL)
		return 0;
	child_keys(yml_get(ws->yml, "sites"), &names);
	near = strs_nearest(&names, site);
	diag_add(d, DIAG_SITE_UNKNOWN, at, "unknown site \"%s\"; %s%s%s",
	    site, near == NULL ? "add it under \"sites:\" in isms.yaml" :
	    "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	strs_release(&names);
	return -1;
}

const char *
workspace_owner(const struct workspace *ws, const char *label)
{
	const struct yml *list, *item;
	const char *owner;

	list = yml_get(ws->yml, "defaults");
	for (item = list == NULL ? NULL : list->first; item != NULL;
	    item = item->next) {
		owner = yml_text(item, "owner");
		if (owner != NULL && item->key != NULL &&
		    path_glob(item->key, label))
			return owner;
	}
	return NULL;
}
