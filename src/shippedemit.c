/* Shipped templates into the dossier: what init asks and lists. */
#include "shipped.h"

#include <stdlib.h>

#include "xml.h"

/* Each variable that ONE declares, but those that NODE has already. */
static void
emit_variables(const struct shipped_text *one, const struct workspace *ws,
    xmlNodePtr node, struct strs *seen)
{
	const struct yml *item, *value;
	xmlNodePtr variable;
	char *text;

	item = yml_get(one->yml, "variables");
	for (item = item == NULL ? NULL : item->first; item != NULL;
	    item = item->next) {
		value = yml_get(item, "default");
		if (value == NULL || strs_find(seen, item->key) != -1)
			continue;
		strs_add(seen, item->key);
		text = yml_joined(value);
		variable = xml_add(node, "i:variable");
		xml_set(variable, "name", item->key);
		xml_set(variable, "default", text == NULL ? "" : text);
		xml_set(variable, "ask", yml_text(item, "ask"));
		if (yml_path(yml_get(ws->yml, "variables"), item->key) !=
		    NULL)
			xml_set(variable, "set", "true");
		free(text);
	}
}

static void
emit_names(const char *kind, const struct strs *names, xmlNodePtr node)
{
	xmlNodePtr name;
	size_t i;

	for (i = 0; i < names->n; i++) {
		name = xml_add(node, "i:names");
		xml_set(name, "kind", kind);
		xml_set(name, "name", names->v[i]);
	}
}

/* Owner and approver of ONE, as roles that it names. */
static void
add_heads(const struct shipped_text *one, struct strs *roles)
{
	static const char *const keys[] = { "owner", "approver" };
	const char *role;
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		role = yml_text(one->yml, keys[i]);
		if (role != NULL && strs_find(roles, role) == -1)
			strs_add(roles, role);
	}
}

/* Is what ONE is written for here, or is there a way to what is? */
static int
is_reached(const struct shipped_text *one, struct homes *homes)
{
	const char *home;

	home = yml_text(one->yml, "catalog");
	return home == NULL || homes_is_loaded(homes, home) ||
	    homes_leads(homes, home);
}

static void
emit_attributes(const struct shipped_text *one, struct homes *homes,
    xmlNodePtr node)
{
	struct strs sets = { 0 };
	struct buf text = { 0 };
	struct place at;
	const char *type;
	size_t i;

	type = yml_text(one->yml, "type");
	yml_texts(yml_get(one->yml, "sets"), &sets);
	for (i = 0; i < sets.n; i++)
		buf_printf(&text, "%s%s", i == 0 ? "" : " ", sets.v[i]);
	xml_set(node, "id", one->id);
	xml_set(node, "title", yml_text(one->yml, "title"));
	xml_set(node, "type", type == NULL ? "policy" : type);
	if (sets.n > 0)
		xml_set(node, "sets", buf_str(&text));
	xml_set(node, "catalog", yml_text(one->yml, "catalog"));
	if (homes != NULL)
		xml_set(node, "reached", is_reached(one, homes) ? "true" :
		    "false");
	at.path = one->path;
	at.line = at.col = 1;
	xml_set_src(node, &at);
	strs_release(&sets);
	buf_release(&text);
}

static void
emit_template(const struct shipped *shipped, const struct shipped_text *one,
    const struct workspace *ws, struct homes *homes, xmlNodePtr parent)
{
	struct strs modules = { 0 }, roles = { 0 }, registers = { 0 };
	struct strs seen = { 0 };
	const struct shipped_text *module;
	xmlNodePtr node;
	size_t i;

	node = xml_add(parent, "i:template");
	emit_attributes(one, homes, node);
	shipped_names(one, "include", &modules);
	for (i = 0; i <= modules.n; i++) {
		module = i == 0 ? one : shipped_find(shipped,
		    modules.v[i - 1]);
		if (module == NULL)
			continue;
		emit_variables(module, ws, node, &seen);
		add_heads(module, &roles);
		shipped_names(module, "role", &roles);
		shipped_names(module, "register", &registers);
	}
	emit_names("module", &modules, node);
	emit_names("role", &roles, node);
	emit_names("register", &registers, node);
	strs_release(&modules);
	strs_release(&roles);
	strs_release(&registers);
	strs_release(&seen);
}

void
shipped_emit(const struct shipped *shipped, const struct workspace *ws,
    struct homes *homes, xmlNodePtr parent)
{
	xmlNodePtr node;
	size_t i;

	node = xml_add(parent, "i:templates");
	for (i = 0; i < shipped->n; i++)
		if (!shipped->items[i].module)
			emit_template(shipped, &shipped->items[i], ws,
			    homes, node);
}
