/* Running one entry of the stylesheets and reading its i:result. */
#include "run.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "rules.h"
#include "template.h"
#include "xml.h"

static void
declare_directive(struct declared *declared, xmlNodePtr node)
{
	const char *name, *place;
	struct strs *list;

	name = xml_get(node, "name");
	place = xml_get(node, "place");
	if (name == NULL)
		return;
	list = place != NULL && strcmp(place, "block") == 0 ?
	    &declared->blocks : &declared->inlines;
	if (strs_find(list, name) == -1)
		strs_add(list, name);
}

static void
declare_derived(struct declared *declared, xmlNodePtr node)
{
	const char *id;
	size_t i;

	id = xml_get(node, "id");
	if (id == NULL)
		return;
	for (i = 0; i < declared->nderived; i++)
		if (strcmp(xml_get(declared->derived[i], "id"), id) == 0)
			break;
	if (i == declared->nderived) {
		declared->derived = mem_resize(declared->derived,
		    declared->nderived + 1, sizeof(xmlNodePtr));
		declared->nderived++;
	}
	declared->derived[i] = node;
}

static void
declare(void *arg, xmlNodePtr node)
{
	if (xml_is(node, "i:directive"))
		declare_directive(arg, node);
	else if (xml_is(node, "i:derived"))
		declare_derived(arg, node);
}

void
run_declared(const struct xslt *xslt, struct declared *declared)
{
	memset(declared, 0, sizeof(*declared));
	xslt_each_top(xslt, declare, declared);
}

void
run_declared_release(struct declared *declared)
{
	strs_release(&declared->inlines);
	strs_release(&declared->blocks);
	free(declared->derived);
	memset(declared, 0, sizeof(*declared));
}

void
run_report_one(xmlNodePtr finding, struct diag *d)
{
	struct place at;
	const char *code;
	char *path, *text;

	at = template_place(finding, &path);
	text = xml_words(finding);
	code = xml_get(finding, "code");
	diag_add_word(d, diag_level_of(xml_get(finding, "level")),
	    code == NULL ? "finding" : code, &at, text);
	free(text);
	free(path);
}

void
run_report(xmlDocPtr result, struct diag *d)
{
	xmlNodePtr node;

	for (node = xml_first(xmlDocGetRootElement(result), "i:finding");
	    node != NULL; node = xml_next(node, "i:finding"))
		run_report_one(node, d);
}

/* The element or text after NODE in document order, below ROOT. */
static xmlNodePtr
after(xmlNodePtr node, xmlNodePtr root)
{
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

void
run_lift(xmlNodePtr root)
{
	xmlNodePtr node, next;
	int found;

	for (node = root->children; node != NULL; node = next) {
		found = node->type == XML_ELEMENT_NODE &&
		    node->name[0] == 'f' && xml_is(node, "i:finding");
		if (!found && node->type == XML_ELEMENT_NODE &&
		    node->children != NULL) {
			next = node->children;
			continue;
		}
		next = after(node, root);
		if (found && node->parent != root) {
			xmlUnlinkNode(node);
			xmlAddChild(root, node);
		}
	}
}

void
run_lift_out(xmlNodePtr row)
{
	xmlNodePtr node, next;

	run_lift(row);
	for (node = row->children; node != NULL; node = next) {
		next = node->next;
		if (!xml_is(node, "i:finding"))
			continue;
		xmlUnlinkNode(node);
		xmlAddPrevSibling(xml_first(xmlDocGetRootElement(row->doc),
		    NULL), node);
	}
}

enum { PARAMS = 16 };

/* The parameters of a run: those that every run gets, and MORE. */
static void
set_params(const char *params[PARAMS], xmlDocPtr dossier,
    const char *const *more)
{
	static const char *const names[] = {
		"today", "language", "generator"
	};
	xmlNodePtr root;
	size_t i, n = 0;

	root = xmlDocGetRootElement(dossier);
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		params[n++] = names[i];
		params[n] = xml_get(root, names[i]);
		if (params[n++] == NULL)
			params[n - 1] = "";
	}
	for (; more != NULL && *more != NULL && n + 3 < PARAMS; more += 2) {
		params[n++] = more[0];
		params[n++] = more[1];
	}
	params[n] = NULL;
}

/* RESULT, with its findings at the end and their levels in force. */
static xmlDocPtr
settled(xmlDocPtr result, xmlDocPtr dossier)
{
	xmlNodePtr root;

	root = result == NULL ? NULL : xmlDocGetRootElement(result);
	if (root != NULL) {
		run_lift(root);
		rules_settle(root, dossier);
	}
	return result;
}

xmlDocPtr
run_taking(const struct xslt *xslt, xmlDocPtr input, xmlDocPtr dossier,
    const char *const *more, const struct xslt_taker *taker, struct diag *d)
{
	const char *params[PARAMS];

	set_params(params, dossier, more);
	return settled(xslt_run(xslt, input, params, taker, d), dossier);
}

xmlDocPtr
run_stylesheet(const struct xslt *xslt, xmlDocPtr input, xmlDocPtr dossier,
    const char *const *more, struct diag *d)
{
	return run_taking(xslt, input, dossier, more, NULL, d);
}

void
run_add_findings(xmlDocPtr result, xmlDocPtr dossier)
{
	xmlNodePtr group, node;

	group = xml_first(xmlDocGetRootElement(dossier), "i:findings");
	for (node = xml_first(xmlDocGetRootElement(result), "i:finding");
	    group != NULL && node != NULL;
	    node = xml_next(node, "i:finding"))
		xmlAddChild(group, xmlDocCopyNode(node, dossier, 1));
}
