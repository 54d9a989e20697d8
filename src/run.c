/* Running one entry of the stylesheets and reading its i:result. */
#include "run.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
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

enum diag_level
run_level(const char *word)
{
	if (word != NULL && strcmp(word, "error") == 0)
		return DIAG_ERROR;
	if (word != NULL && strcmp(word, "info") == 0)
		return DIAG_INFO;
	return DIAG_WARNING;
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
	diag_add_word(d, run_level(xml_get(finding, "level")),
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

/* Move each i:finding below NODE to the end of ROOT. */
static void
lift_findings(xmlNodePtr node, xmlNodePtr root)
{
	xmlNodePtr child, next;

	for (child = xml_first(node, NULL); child != NULL; child = next) {
		next = xml_next(child, NULL);
		if (strcmp((const char *)child->name, "finding") != 0 ||
		    !xml_is(child, "i:finding")) {
			lift_findings(child, root);
		} else if (node != root) {
			xmlUnlinkNode(child);
			xmlAddChild(root, child);
		}
	}
}

xmlDocPtr
run_stylesheet(const struct xslt *xslt, xmlDocPtr input, xmlDocPtr dossier,
    const char *const *more, struct diag *d)
{
	static const char *const names[] = {
		"today", "language", "generator"
	};
	const char *params[16] = { NULL };
	xmlDocPtr result;
	xmlNodePtr root;
	size_t i, n = 0;

	root = xmlDocGetRootElement(dossier);
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		params[n++] = names[i];
		params[n] = xml_get(root, names[i]);
		if (params[n++] == NULL)
			params[n - 1] = "";
	}
	for (; more != NULL && *more != NULL && n + 3 < 16; more += 2) {
		params[n++] = more[0];
		params[n++] = more[1];
	}
	result = xslt_run(xslt, input, params, d);
	if (result != NULL)
		lift_findings(xmlDocGetRootElement(result),
		    xmlDocGetRootElement(result));
	return result;
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
