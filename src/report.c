/* Reports: what check has to say, in order; as JSON; and the rules. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "mem.h"
#include "path.h"
#include "rules.h"
#include "xml.h"

static int
is_true(const xmlNode *node, const char *name)
{
	const char *value;

	value = node == NULL ? NULL : xml_get(node, name);
	return value != NULL && strcmp(value, "true") == 0;
}

/* A new item; its text and path are the caller's to set. */
static struct report_item *
add_item(struct report *report, const char *code, enum diag_level level)
{
	struct report_item *item;

	report->items = mem_resize(report->items, report->n + 1,
	    sizeof(*report->items));
	item = &report->items[report->n++];
	memset(item, 0, sizeof(*item));
	item->code = code;
	item->level = level;
	item->rule = report->dossier == NULL ? NULL :
	    rules_find(report->dossier, code);
	return item;
}

static int
by_place(const void *a, const void *b)
{
	const struct report_item *x = a, *y = b;
	struct place at = { x->path, x->line, x->col };
	struct place other = { y->path, y->line, y->col };
	int c;

	c = place_compare(&at, &other);
	if (c != 0)
		return c;
	c = strcmp(x->code, y->code);
	return c != 0 ? c : strcmp(x->text, y->text);
}

static void
item_release(struct report_item *item)
{
	free(item->text);
	free(item->path);
}

/* Put the items in order; what is said twice of one place counts once. */
static void
settle(struct report *report)
{
	size_t i, n = 0;

	if (report->n == 0)
		return;
	qsort(report->items, report->n, sizeof(*report->items), by_place);
	for (i = 1; i < report->n; i++)
		if (by_place(&report->items[n], &report->items[i]) == 0)
			item_release(&report->items[i]);
		else
			report->items[++n] = report->items[i];
	report->n = n + 1;
}

void
report_findings(struct report *report, xmlDocPtr dossier)
{
	struct report_item *item;
	struct place at;
	xmlNodePtr node;
	const char *code;

	report->dossier = dossier;
	node = xml_first(xmlDocGetRootElement(dossier), "i:findings");
	for (node = xml_first(node, "i:finding"); node != NULL;
	    node = xml_next(node, "i:finding")) {
		if (report->only_dates && !is_true(node, "calendar"))
			continue;
		code = xml_get(node, "code");
		item = add_item(report, code == NULL ? "finding" : code,
		    diag_level_of(xml_get(node, "level")));
		at = xml_place(node, &item->path);
		item->line = at.line;
		item->col = at.col;
		item->text = xml_words(node);
		item->dates = is_true(node, "calendar");
	}
	settle(report);
}

void
report_faults(struct report *report, xmlDocPtr dossier, const struct diag *d)
{
	const struct diag_msg *msg;
	struct report_item *item;
	size_t i;

	report->dossier = dossier;
	report->faults = d;
	for (i = 0; i < d->n; i++) {
		msg = &d->msgs[i];
		if (msg->level == DIAG_FATAL)
			continue;
		item = add_item(report, diag_msg_word(msg), msg->level);
		item->text = mem_strdup(msg->text);
		item->path = msg->path == NULL ? NULL : mem_strdup(msg->path);
		item->line = msg->line;
		item->col = msg->col;
	}
	settle(report);
}

void
report_release(struct report *report)
{
	size_t i;

	for (i = 0; i < report->n; i++)
		item_release(&report->items[i]);
	free(report->items);
	memset(report, 0, sizeof(*report));
}

size_t
report_count(const struct report *report, enum diag_level level, int atleast)
{
	size_t i, n = 0;

	for (i = 0; i < report->n; i++)
		n += report->items[i].level == level ||
		    (atleast && report->items[i].level > level);
	return n;
}

const char *
report_path(const struct report_item *item, int *shipped)
{
	size_t mark = strlen(PATH_SHIPPED);

	*shipped = item->path != NULL &&
	    strncmp(item->path, PATH_SHIPPED, mark) == 0;
	return *shipped ? item->path + mark : item->path;
}

static void
item_json(struct json *to, const struct report_item *item)
{
	const char *path;
	int shipped;

	path = report_path(item, &shipped);
	json_set_text(to, "code", item->code);
	json_set_text(to, "level", diag_level_word(item->level));
	json_set_text(to, "path", path);
	if (path != NULL)
		json_set_bool(to, "shipped", shipped);
	if (item->line > 0)
		json_set_int(to, "line", item->line);
	if (item->line > 0 && item->col > 0)
		json_set_int(to, "column", item->col);
	json_set_text(to, "text", item->text);
	json_set_bool(to, "dates", item->dates);
	if (item->rule != NULL)
		json_set_text(to, "basis", xml_get(item->rule, "rests-on"));
}

/* What the system refused, without a place. */
static void
fatal_json(struct json *list, const struct diag *d)
{
	struct report_item item = { 0 };
	size_t i;

	for (i = 0; i < d->n; i++)
		if (d->msgs[i].level == DIAG_FATAL) {
			item.code = diag_msg_word(&d->msgs[i]);
			item.text = d->msgs[i].text;
			item.level = DIAG_FATAL;
			item_json(json_add_object(list), &item);
		}
}

void
report_json(const struct report *report, struct buf *out)
{
	struct json *list;
	size_t i;

	list = json_new_array();
	for (i = 0; i < report->n; i++)
		item_json(json_add_object(list), &report->items[i]);
	if (report->faults != NULL)
		fatal_json(list, report->faults);
	json_write(list, out);
}

/* ---- Rules ---- */

static const char *
said(const xmlNode *rule, const char *name)
{
	const char *value;

	value = xml_get(rule, name);
	return value == NULL ? "" : value;
}

void
report_rules(xmlDocPtr dossier, struct buf *out)
{
	const xmlNode *rule;

	for (rule = xml_first(rules_of(dossier), "i:rule"); rule != NULL;
	    rule = xml_next(rule, "i:rule")) {
		buf_printf(out, "%-40s %-8s %-6s %-26s %s", said(rule,
		    "code"), said(rule, "level"), is_true(rule, "dates") ?
		    "dates" : "-", said(rule, "rests-on"), said(rule,
		    "says"));
		if (xml_get(rule, "do") != NULL)
			buf_printf(out, "; if not: %s", said(rule, "do"));
		if (xml_get(rule, "set") != NULL)
			buf_printf(out, " (%s by default%s%s)", said(rule,
			    "default"), xml_get(rule, "reason") == NULL ?
			    "" : "; ", said(rule, "reason"));
		buf_putc(out, '\n');
	}
}

void
report_rules_json(xmlDocPtr dossier, struct buf *out)
{
	const xmlNode *rule;
	struct json *list, *to;

	list = json_new_array();
	for (rule = xml_first(rules_of(dossier), "i:rule"); rule != NULL;
	    rule = xml_next(rule, "i:rule")) {
		to = json_add_object(list);
		json_set_text(to, "code", xml_get(rule, "code"));
		json_set_text(to, "level", xml_get(rule, "level"));
		json_set_text(to, "default", xml_get(rule, "default"));
		json_set_text(to, "reason", xml_get(rule, "reason"));
		json_set_bool(to, "dates", is_true(rule, "dates"));
		json_set_text(to, "basis", xml_get(rule, "rests-on"));
		json_set_text(to, "says", xml_get(rule, "says"));
		json_set_text(to, "do", xml_get(rule, "do"));
	}
	json_write(list, out);
}
