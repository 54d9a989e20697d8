/* Reports as JUnit XML: a test suite with a test case per rule. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "rules.h"
#include "xml.h"

struct junit {
	const struct report	*report;
	xmlNodePtr		 suite;
	struct strs		 codes;		/* of the cases so far */
	size_t			 nfailures;
	size_t			 nerrors;
	size_t			 nskipped;
};

/* A child of PARENT in no namespace, before which the line is indented. */
static xmlNodePtr
add(xmlNodePtr parent, const char *name, const char *indent)
{
	xmlNodePtr node;

	xml_text(parent, indent, strlen(indent));
	node = xmlNewDocNode(parent->doc, NULL, BAD_CAST name, NULL);
	xmlAddChild(parent, node);
	return node;
}

/* The items of CODE at LEVEL and above, or below it, a line each. */
static size_t
collect(const struct report *report, const char *code, int failing,
    struct buf *lines)
{
	const struct report_item *item;
	size_t i, n = 0;

	for (i = 0; i < report->n; i++) {
		item = &report->items[i];
		if (strcmp(item->code, code) != 0 ||
		    (item->level >= report->level) != failing)
			continue;
		if (item->path != NULL)
			buf_puts(lines, item->path);
		if (item->path != NULL && item->line > 0)
			buf_printf(lines, ":%d", item->line);
		if (item->path != NULL && item->line > 0 && item->col > 0)
			buf_printf(lines, ":%d", item->col);
		buf_printf(lines, "%s%s: %s\n", item->path == NULL ? "" :
		    ": ", diag_level_word(item->level), item->text);
		n++;
	}
	return n;
}

static void
add_lines(xmlNodePtr test, const char *name, const char *message,
    const struct buf *lines)
{
	xmlNodePtr node;

	node = add(test, name, "\n    ");
	xml_set(node, "message", message);
	xml_text(node, buf_str(lines), lines->len);
}

/* The case of CODE; RULE is its declaration, or NULL for a fault's. */
static void
add_case(struct junit *junit, const char *code, const xmlNode *rule)
{
	struct buf bad = { 0 }, rest = { 0 };
	const char *says, *set;
	xmlNodePtr test;
	size_t n;

	strs_add(&junit->codes, code);
	n = collect(junit->report, code, 1, &bad);
	collect(junit->report, code, 0, &rest);
	test = add(junit->suite, "testcase", "\n  ");
	xml_set(test, "classname", "ismsdoc");
	xml_set(test, "name", code);
	says = rule == NULL ? NULL : xml_get(rule, "says");
	set = rule == NULL ? NULL : xml_get(rule, "set");
	if (n > 0 && junit->report->faults != NULL) {
		add_lines(test, "error", diag_code_of(code) == DIAG_NCODES ?
		    code : diag_meaning(diag_code_of(code)), &bad);
		junit->nerrors++;
	} else if (n > 0) {
		add_lines(test, "failure", says == NULL ? code : says, &bad);
		junit->nfailures++;
	} else if (set != NULL && strcmp(set, "off") == 0) {
		xml_set(add(test, "skipped", "\n    "), "message",
		    xml_get(rule, "reason"));
		junit->nskipped++;
	}
	if (rest.len > 0)
		xml_text(add(test, "system-out", "\n    "), buf_str(&rest),
		    rest.len);
	if (test->children != NULL)
		xml_text(test, "\n  ", 3);
	buf_release(&bad);
	buf_release(&rest);
}

static int
is_asked(const struct report *report, const xmlNode *rule)
{
	const char *dates;

	dates = xml_get(rule, "dates");
	return xml_get(rule, "default") != NULL && (!report->only_dates ||
	    (dates != NULL && strcmp(dates, "true") == 0));
}

/* System errors have no test that failed. */
static void
add_fatal(struct junit *junit)
{
	const struct diag *d = junit->report->faults;
	struct buf lines = { 0 };
	xmlNodePtr test;
	size_t i;

	for (i = 0; d != NULL && i < d->n; i++)
		if (d->msgs[i].level == DIAG_FATAL)
			buf_printf(&lines, "%s\n", d->msgs[i].text);
	if (lines.len > 0) {
		test = add(junit->suite, "testcase", "\n  ");
		xml_set(test, "classname", "ismsdoc");
		xml_set(test, "name", "system");
		add_lines(test, "error", "the system refused", &lines);
		xml_text(test, "\n  ", 3);
		strs_add(&junit->codes, "system");
		junit->nerrors++;
	}
	buf_release(&lines);
}

static void
add_cases(struct junit *junit)
{
	const struct report *report = junit->report;
	const xmlNode *rule;
	size_t i;

	for (rule = report->dossier == NULL || report->faults != NULL ? NULL :
	    xml_first(rules_of(report->dossier), "i:rule"); rule != NULL;
	    rule = xml_next(rule, "i:rule"))
		if (is_asked(report, rule))
			add_case(junit, xml_get(rule, "code"), rule);
	for (i = 0; i < report->n; i++)
		if (strs_find(&junit->codes, report->items[i].code) == -1)
			add_case(junit, report->items[i].code,
			    report->items[i].rule);
	add_fatal(junit);
}

void
report_junit(const struct report *report, struct buf *out)
{
	struct junit junit = { 0 };
	xmlDocPtr doc;

	junit.report = report;
	doc = xmlNewDoc(BAD_CAST "1.0");
	junit.suite = xmlNewDocNode(doc, NULL, BAD_CAST "testsuite", NULL);
	xmlDocSetRootElement(doc, junit.suite);
	xml_set(junit.suite, "name", "ismsdoc check");
	add_cases(&junit);
	xml_text(junit.suite, "\n", 1);
	xml_setf(junit.suite, "tests", "%zu", junit.codes.n);
	xml_setf(junit.suite, "failures", "%zu", junit.nfailures);
	xml_setf(junit.suite, "errors", "%zu", junit.nerrors);
	xml_setf(junit.suite, "skipped", "%zu", junit.nskipped);
	xml_write(doc, out);
	xmlFreeDoc(doc);
	strs_release(&junit.codes);
}
