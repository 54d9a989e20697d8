/* Reports as SARIF 2.1.0, for code hosts and editors. */
#include "report.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "mem.h"
#include "rules.h"
#include "xml.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/" \
	"os/schemas/sarif-schema-2.1.0.json"

struct sarif {
	const struct report	*report;
	struct strs		 ids;	/* of the rules, in their order */
	struct json		*rules;
};

static const char *
level_word(enum diag_level level)
{
	return level == DIAG_INFO ? "note" : diag_level_word(level);
}

static void
set_message(struct json *to, const char *key, const char *text)
{
	json_set_text(json_set_object(to, key), "text", text);
}

/* Both have a text of their own: one says what holds, one what to do. */
static void
add_rule(struct sarif *sarif, const xmlNode *rule)
{
	struct json *to, *of;
	const char *todo, *says, *usual, *dates;

	strs_add(&sarif->ids, xml_get(rule, "code"));
	says = xml_get(rule, "says");
	todo = xml_get(rule, "do");
	usual = xml_get(rule, "default");
	dates = xml_get(rule, "dates");
	to = json_add_object(sarif->rules);
	json_set_text(to, "id", xml_get(rule, "code"));
	set_message(to, "shortDescription", says == NULL || says[0] == '\0' ?
	    xml_get(rule, "code") : says);
	if (todo != NULL && todo[0] != '\0')
		set_message(to, "help", todo);
	json_set_text(json_set_object(to, "defaultConfiguration"), "level",
	    level_word(diag_level_of(usual)));
	of = json_set_object(to, "properties");
	json_set_text(of, "basis", xml_get(rule, "rests-on"));
	json_set_bool(of, "dates", dates != NULL && strcmp(dates, "true") ==
	    0);
}

/* A code that no rule declares: a fault, or a layer's own. */
static void
add_code(struct sarif *sarif, const char *code)
{
	struct json *to;
	enum diag_code known;

	strs_add(&sarif->ids, code);
	known = diag_code_of(code);
	to = json_add_object(sarif->rules);
	json_set_text(to, "id", code);
	set_message(to, "shortDescription", known == DIAG_NCODES ? code :
	    diag_meaning(known));
	if (known != DIAG_NCODES)
		json_set_text(json_set_object(to, "defaultConfiguration"),
		    "level", level_word(diag_level(known)));
}

static void
add_rules(struct sarif *sarif)
{
	const struct report *report = sarif->report;
	const xmlNode *rule;
	size_t i;

	for (rule = report->dossier == NULL ? NULL :
	    xml_first(rules_of(report->dossier), "i:rule"); rule != NULL;
	    rule = xml_next(rule, "i:rule"))
		if (xml_get(rule, "default") != NULL)
			add_rule(sarif, rule);
	for (i = 0; i < report->n; i++)
		if (strs_find(&sarif->ids, report->items[i].code) == -1)
			add_code(sarif, report->items[i].code);
}

/* PATH as a relative URI: each byte that may not stand there as %XX. */
static char *
uri_of(const char *path)
{
	struct buf uri = { 0 };

	for (; *path != '\0'; path++)
		if (isalnum((unsigned char)*path) ||
		    strchr("/-._~", *path) != NULL)
			buf_putc(&uri, *path);
		else
			buf_printf(&uri, "%%%02X", (unsigned char)*path);
	return uri.data == NULL ? mem_strdup("") : buf_detach(&uri);
}

static void
set_location(struct json *result, const struct report_item *item)
{
	struct json *physical, *to;
	const char *path;
	char *uri;
	int shipped;

	path = report_path(item, &shipped);
	if (path == NULL)
		return;
	physical = json_set_object(json_add_object(json_set_array(result,
	    "locations")), "physicalLocation");
	to = json_set_object(physical, "artifactLocation");
	uri = uri_of(path);
	json_set_text(to, "uri", uri);
	json_set_text(to, "uriBaseId", shipped ? "ISMSDOC" : "%SRCROOT%");
	free(uri);
	if (item->line == 0)
		return;
	to = json_set_object(physical, "region");
	json_set_int(to, "startLine", item->line);
	if (item->col > 0)
		json_set_int(to, "startColumn", item->col);
}

static void
add_result(struct sarif *sarif, struct json *results,
    const struct report_item *item)
{
	struct json *to, *of;

	to = json_add_object(results);
	json_set_text(to, "ruleId", item->code);
	json_set_int(to, "ruleIndex", (long)strs_find(&sarif->ids,
	    item->code));
	json_set_text(to, "level", level_word(item->level));
	set_message(to, "message", item->text);
	set_location(to, item);
	of = json_set_object(to, "properties");
	json_set_bool(of, "dates", item->dates);
	if (item->rule != NULL)
		json_set_text(of, "basis", xml_get(item->rule, "rests-on"));
}

/* Levels that isms.yaml changes. */
static void
set_overrides(struct sarif *sarif, struct json *invocation)
{
	struct json *list = NULL, *to, *of;
	const xmlNode *rule;
	const char *code, *set;

	for (rule = sarif->report->dossier == NULL ? NULL :
	    xml_first(rules_of(sarif->report->dossier), "i:rule");
	    rule != NULL; rule = xml_next(rule, "i:rule")) {
		set = xml_get(rule, "set");
		code = xml_get(rule, "code");
		if (set == NULL || strs_find(&sarif->ids, code) == -1)
			continue;
		if (list == NULL)
			list = json_set_array(invocation,
			    "ruleConfigurationOverrides");
		to = json_add_object(list);
		of = json_set_object(to, "configuration");
		if (strcmp(set, "off") == 0)
			json_set_bool(of, "enabled", 0);
		else
			json_set_text(of, "level",
			    level_word(diag_level_of(set)));
		of = json_set_object(to, "descriptor");
		json_set_text(of, "id", code);
		json_set_int(of, "index", (long)strs_find(&sarif->ids, code));
		if (xml_get(rule, "reason") != NULL)
			json_set_text(json_set_object(to, "properties"),
			    "reason", xml_get(rule, "reason"));
	}
}

/* What the system refused is about the run, not about the input. */
static void
set_notifications(const struct report *report, struct json *invocation)
{
	const struct diag_msg *msg;
	struct json *list = NULL, *to;
	size_t i;

	for (i = 0; report->faults != NULL && i < report->faults->n; i++) {
		msg = &report->faults->msgs[i];
		if (msg->level != DIAG_FATAL)
			continue;
		if (list == NULL)
			list = json_set_array(invocation,
			    "toolExecutionNotifications");
		to = json_add_object(list);
		json_set_text(json_set_object(to, "descriptor"), "id",
		    diag_msg_word(msg));
		json_set_text(to, "level", "error");
		set_message(to, "message", msg->text);
	}
}

static void
set_bases(struct json *run)
{
	struct json *bases;

	bases = json_set_object(run, "originalUriBaseIds");
	set_message(json_set_object(bases, "%SRCROOT%"), "description",
	    "the organisation's folder");
	set_message(json_set_object(bases, "ISMSDOC"), "description",
	    "the files that ship with ismsdoc");
}

static void
set_tool(struct sarif *sarif, struct json *run)
{
	struct json *driver;
	const char *version;

	version = strchr(sarif->report->generator, ' ');
	driver = json_set_object(json_set_object(run, "tool"), "driver");
	json_set_text(driver, "name", "ismsdoc");
	json_set_text(driver, "version", version == NULL ? "" : version + 1);
	sarif->rules = json_set_array(driver, "rules");
	add_rules(sarif);
}

void
report_sarif(const struct report *report, struct buf *out)
{
	struct sarif sarif = { 0 };
	struct json *root, *run, *invocation, *results;
	size_t i;

	sarif.report = report;
	root = json_new();
	json_set_text(root, "$schema", SCHEMA);
	json_set_text(root, "version", "2.1.0");
	run = json_add_object(json_set_array(root, "runs"));
	set_tool(&sarif, run);
	invocation = json_add_object(json_set_array(run, "invocations"));
	json_set_bool(invocation, "executionSuccessful",
	    report->status == EXIT_CLEAN || report->status == EXIT_FINDINGS);
	json_set_int(invocation, "exitCode", report->status);
	set_overrides(&sarif, invocation);
	set_notifications(report, invocation);
	set_bases(run);
	json_set_text(run, "columnKind", "unicodeCodePoints");
	results = json_set_array(run, "results");
	for (i = 0; i < report->n; i++)
		add_result(&sarif, results, &report->items[i]);
	json_write(root, out);
	strs_release(&sarif.ids);
}
