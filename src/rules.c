/* Rules: the findings that are declared, and the levels isms.yaml sets. */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "xml.h"

xmlNodePtr
rules_of(xmlDocPtr dossier)
{
	return xml_first(xmlDocGetRootElement(dossier), "i:rules");
}

xmlNodePtr
rules_find(xmlDocPtr dossier, const char *code)
{
	xmlNodePtr rule;

	for (rule = xml_first(rules_of(dossier), "i:rule"); rule != NULL;
	    rule = xml_next(rule, "i:rule"))
		if (strcmp(xml_get(rule, "code"), code) == 0)
			return rule;
	return NULL;
}

/* i:rules, made behind the settings where it is not there. */
static xmlNodePtr
group_of(xmlDocPtr dossier)
{
	xmlNodePtr root, settings, rules;

	rules = rules_of(dossier);
	if (rules != NULL)
		return rules;
	root = xmlDocGetRootElement(dossier);
	rules = xml_add(root, "i:rules");
	settings = xml_first(root, "i:settings");
	if (settings != NULL) {
		xmlUnlinkNode(rules);
		xmlAddNextSibling(settings, rules);
	}
	return rules;
}

static void
declare(void *arg, xmlNodePtr node)
{
	static const char *const names[] = {
		"basis", "clause", "dates", "do"
	};
	const char *code, *level;
	char *says;
	xmlNodePtr rule;
	size_t i;

	code = xml_get(node, "code");
	if (!xml_is(node, "i:rule") || code == NULL)
		return;
	rule = rules_find(arg, code);
	if (rule == NULL) {
		rule = xml_add(group_of(arg), "i:rule");
		xml_set(rule, "code", code);
	}
	level = diag_level_word(diag_level_of(xml_get(node, "level")));
	xml_set(rule, "default", level);
	if (xml_get(rule, "set") == NULL)
		xml_set(rule, "level", level);
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		xml_set(rule, names[i], xml_get(node, names[i]));
	if (xml_get(rule, "basis") == NULL)
		xml_set(rule, "basis", "practice");
	says = xml_words(node);
	xmlNodeSetContent(rule, NULL);
	xml_text(rule, says, strlen(says));
	free(says);
}

void
rules_declare(xmlDocPtr dossier, const struct xslt *xslt)
{
	xslt_each_top(xslt, declare, dossier);
}

static int
unknown(xmlNodePtr rule, const struct place *at, struct diag *d)
{
	struct strs names = { 0 };
	const char *code, *near;
	enum diag_code fault;
	xmlNodePtr other;

	code = xml_get(rule, "code");
	fault = diag_code_of(code);
	if (fault != DIAG_NCODES)
		return diag_add(d, DIAG_VALUE, at, "\"%s\" is no rule but a "
		    "%s: it cannot be changed; mend what it reports", code,
		    diag_level(fault) > DIAG_WARNING ? "fault" : "message");
	for (other = xml_first(rule->parent, "i:rule"); other != NULL;
	    other = xml_next(other, "i:rule"))
		if (xml_get(other, "default") != NULL)
			strs_add(&names, xml_get(other, "code"));
	near = strs_nearest(&names, code);
	diag_add(d, DIAG_KEY_UNKNOWN, at, "unknown rule \"%s\"; %s%s%s", code,
	    near == NULL ? "\"ismsdoc check --rules\" lists them" :
	    "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	strs_release(&names);
	return -1;
}

static int
check(xmlNodePtr rule, struct diag *d)
{
	struct place at;
	const char *set, *usual;
	char *path;
	int rc = 0;

	set = xml_get(rule, "set");
	usual = xml_get(rule, "default");
	at = xml_place(rule, &path);
	if (usual == NULL)
		rc = unknown(rule, &at, d);
	else if (xml_get(rule, "reason") == NULL && (strcmp(set, "off") == 0 ||
	    diag_level_of(set) < diag_level_of(usual)))
		rc = diag_add(d, DIAG_KEY_MISSING, &at, "\"%s\" is %s without "
		    "a reason (%s by default); add \"reason:\"",
		    xml_get(rule, "code"), strcmp(set, "off") == 0 ?
		    "switched off" : "lowered", usual);
	free(path);
	return rc;
}

int
rules_check(xmlDocPtr dossier, struct diag *d)
{
	xmlNodePtr rule;
	int rc = 0;

	for (rule = xml_first(rules_of(dossier), "i:rule"); rule != NULL;
	    rule = xml_next(rule, "i:rule")) {
		if (xml_get(rule, "set") == NULL)
			continue;
		if (check(rule, d) == -1)
			rc = -1;
		else
			xml_set(rule, "level", xml_get(rule, "set"));
	}
	return rc;
}

/*
 * The level in force of what RULE (or NULL) finds and itself calls OWN (or
 * NULL); NULL where it is off.  A case milder than the declaration stays so.
 */
static const char *
in_force(const xmlNode *rule, const char *own)
{
	const char *set, *usual;

	set = rule == NULL ? NULL : xml_get(rule, "set");
	usual = rule == NULL ? NULL : xml_get(rule, "default");
	if (own == NULL)
		own = usual == NULL ? "warning" : usual;
	if (set == NULL || (usual == NULL && strcmp(own, "error") == 0))
		return own;
	if (strcmp(set, "off") == 0)
		return NULL;
	if (usual != NULL && diag_level_of(own) < diag_level_of(usual) &&
	    diag_level_of(own) < diag_level_of(set))
		return own;
	return set;
}

static void
settle(xmlNodePtr finding, const xmlNode *rule)
{
	const char *own, *level, *basis;

	own = xml_get(finding, "level");
	level = in_force(rule, own);
	if (level == NULL) {
		xml_remove(finding);
		return;
	}
	if (level != own)
		xml_set(finding, "level", level);
	basis = rule == NULL ? NULL : xml_get(rule, "basis");
	if (xml_get(finding, "basis") == NULL)
		xml_set(finding, "basis", basis == NULL ? "practice" : basis);
	if (rule != NULL && xml_get(rule, "dates") != NULL &&
	    strcmp(xml_get(rule, "dates"), "true") == 0)
		xml_set(finding, "calendar", "true");
}

void
rules_settle(xmlNodePtr parent, xmlDocPtr dossier)
{
	xmlNodePtr finding, next;
	const char *code;

	for (finding = xml_first(parent, "i:finding"); finding != NULL;
	    finding = next) {
		next = xml_next(finding, "i:finding");
		code = xml_get(finding, "code");
		settle(finding, code == NULL ? NULL : rules_find(dossier,
		    code));
	}
}

static int
keep(void *dossier, struct diag_msg *msg)
{
	const char *level;

	level = in_force(rules_find(dossier, diag_msg_word(msg)),
	    diag_level_word(msg->level));
	if (level == NULL)
		return 0;
	msg->level = diag_level_of(level);
	if (msg->level > DIAG_WARNING)
		msg->level = DIAG_WARNING;
	return 1;
}

void
rules_settle_diag(struct diag *d, size_t first, xmlDocPtr dossier)
{
	diag_filter(d, first, keep, dossier);
}

void
rules_words(xmlDocPtr dossier, xmlDocPtr result)
{
	static const char *const names[] = { "says", "do", "rests-on" };
	xmlNodePtr said, rule;
	const char *code;
	size_t i;

	for (said = xml_first(xmlDocGetRootElement(result), "i:rule");
	    said != NULL; said = xml_next(said, "i:rule")) {
		code = xml_get(said, "code");
		rule = code == NULL ? NULL : rules_find(dossier, code);
		for (i = 0; rule != NULL && i < 3; i++)
			xml_set(rule, names[i], xml_get(said, names[i]));
	}
}
