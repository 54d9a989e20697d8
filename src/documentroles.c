/* Who keeps and who approves a document that does not say so. */
#include "document.h"

#include <string.h>

#include "xml.h"

/* The role that answers for the first control that DOC implements. */
static const char *
line_role(const struct document *doc, const struct refs *refs)
{
	const char *ref, *role = NULL;
	xmlNodePtr implements, control = NULL;

	implements = xml_first(doc->node, "i:implements");
	ref = xml_get(implements, "ref");
	if (ref != NULL)
		control = catalog_find(refs->catalogs, ref, NULL);
	if (control != NULL)
		role = workspace_owner(refs->ws, xml_get(control, "label"));
	return role == NULL ? "ciso" : role;
}

/*
 * Who keeps and who approves a document that does not say so; NULL is the
 * role that answers for what it is about.
 */
static const struct {
	const char	*type;
	const char	*owner;
	const char	*approver;
} defaults[] = {
	{ "policy", NULL, "ciso" },
	{ "standard", NULL, "ciso" },
	{ "plan", "ciso", "top-management" },
	{ "procedure", "ciso", NULL },
	{ "form", "ciso", NULL }
};

/* An approver who is not the OWNER: one step up, if they are the same. */
static const char *
other_role(const char *approver, const char *owner)
{
	if (strcmp(approver, owner) != 0)
		return approver;
	return strcmp(owner, "ciso") == 0 ? "top-management" : "ciso";
}

/* The key of the template that DOC replaces, or NULL. */
static const char *
of_template(const struct document *doc, const struct documents *all,
    const char *key)
{
	const struct document *shipped;

	shipped = documents_find(all, doc->id, 1);
	return shipped == NULL ? NULL : yml_text(shipped->yml, key);
}

void
document_roles(const struct document *doc, const struct documents *all,
    const struct refs *refs)
{
	const char *type, *owner, *approver, *line;
	size_t i, n = sizeof(defaults) / sizeof(*defaults);

	type = xml_get(doc->node, "type");
	line = line_role(doc, refs);
	for (i = 0; i + 1 < n && strcmp(defaults[i].type, type) != 0; i++)
		;
	if (yml_get(doc->yml, "owner") == NULL) {
		owner = of_template(doc, all, "owner");
		if (owner == NULL)
			owner = defaults[i].owner;
		xml_set(doc->node, "owner", owner == NULL ? line : owner);
	}
	owner = xml_get(doc->node, "owner");
	if (yml_get(doc->yml, "approver") == NULL && owner != NULL) {
		approver = of_template(doc, all, "approver");
		if (approver == NULL)
			approver = defaults[i].approver;
		xml_set(doc->node, "approver", other_role(approver == NULL ?
		    line : approver, owner));
	}
}
