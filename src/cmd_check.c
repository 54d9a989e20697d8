/* ismsdoc check: what the rules find. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

struct check {
	struct call	*call;
	enum diag_level	 level;		/* exit 1 from here on */
	int		 only_dates;
	int		 list_rules;
};

static int
take_level(struct check *check, const char *text)
{
	if (strcmp(text, "error") != 0 && strcmp(text, "warning") != 0 &&
	    strcmp(text, "info") != 0)
		return cmd_mistake(check->call, "--level is error, warning "
		    "or info, not \"%s\"", text);
	check->level = run_level(text);
	return 0;
}

static int
take_only(struct check *check, const char *text)
{
	if (strcmp(text, "dates") != 0)
		return cmd_mistake(check->call, "--only knows \"dates\", not "
		    "\"%s\"", text);
	check->only_dates = 1;
	return 0;
}

static int
take_format(struct check *check, const char *text)
{
	if (strcmp(text, "text") != 0)
		return cmd_mistake(check->call, "--format knows \"text\", "
		    "not \"%s\"", text);
	return 0;
}

static int
options(struct check *check, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "format", required_argument, NULL, 'F' },
		{ "level", required_argument, NULL, 'L' },
		{ "only", required_argument, NULL, 'O' },
		{ "rules", no_argument, NULL, 'R' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option, rc = 0;

	while (rc == 0 && (option = getopt_long(argc, argv, CMD_SHORT, longs,
	    NULL)) != -1) {
		if (option == 'L')
			rc = take_level(check, optarg);
		else if (option == 'O')
			rc = take_only(check, optarg);
		else if (option == 'F')
			rc = take_format(check, optarg);
		else if (option == 'R')
			check->list_rules = 1;
		else
			rc = cmd_option(check->call, option, optarg) == -1 ?
			    EXIT_USAGE : 0;
	}
	return rc;
}

static void
print_rule(void *arg, xmlNodePtr node)
{
	const char *code, *level, *basis, *clause;
	char *text;

	(void)arg;
	if (!xml_is(node, "i:rule"))
		return;
	code = xml_get(node, "code");
	level = xml_get(node, "level");
	basis = xml_get(node, "basis");
	clause = xml_get(node, "clause");
	text = xml_words(node);
	printf("%-28s %-8s %-9s %-9s %s\n", code == NULL ? "" : code,
	    level == NULL ? "" : level, basis == NULL ? "" : basis,
	    clause == NULL ? "" : clause, text);
	free(text);
}

static int
list_rules(struct check *check)
{
	struct xslt *rules;

	rules = xslt_compile("rules.xsl", &check->call->d);
	if (rules == NULL)
		return -1;
	xslt_each_top(rules, print_rule, NULL);
	xslt_free(rules);
	return 0;
}

/* The dossier's findings that were asked for, as messages. */
static void
collect(const struct check *check, xmlDocPtr dossier, struct diag *found)
{
	xmlNodePtr node;

	node = xml_first(xmlDocGetRootElement(dossier), "i:findings");
	for (node = xml_first(node, "i:finding"); node != NULL;
	    node = xml_next(node, "i:finding"))
		if (!check->only_dates || xml_get(node, "calendar") != NULL)
			run_report_one(node, found);
}

static int
print_findings(const struct check *check, const struct diag *found)
{
	struct diag_view view = { 0 };
	size_t i, counts[DIAG_FATAL + 1] = { 0 }, bad = 0;

	view.locate = path_locate;
	view.arg = &check->call->roots;
	view.least = check->level < DIAG_WARNING || check->call->verbose ?
	    DIAG_INFO : DIAG_WARNING;
	diag_print(found, 0, stdout, &view);
	for (i = 0; i < found->n; i++) {
		counts[found->msgs[i].level]++;
		bad += found->msgs[i].level >= check->level;
	}
	if (!check->call->quiet)
		printf("%zu errors, %zu warnings, %zu notes\n",
		    counts[DIAG_ERROR], counts[DIAG_WARNING],
		    counts[DIAG_INFO]);
	return bad > 0 ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* Compose once, so that what it reports is a fault here as in a build. */
static int
compose(struct call *call, struct reading_run *run)
{
	xmlDocPtr composed;

	composed = run_stylesheet(run->styles.compose, run->dossier.doc,
	    run->dossier.doc, NULL, &call->d);
	if (composed == NULL)
		return -1;
	run_report(composed, &call->d);
	run_add_findings(composed, run->dossier.doc);
	xmlFreeDoc(composed);
	return call->d.nerrors + call->d.nfatal > 0 ? -1 : 0;
}

static int
run_check(struct check *check)
{
	struct call *call = check->call;
	struct reading_run run;
	struct diag found = { 0 };
	int rc;

	rc = cmd_read(call, &run, STYLES_RULES, 0);
	if (rc == 0)
		rc = compose(call, &run);
	if (rc == 0) {
		call->printed = call->d.n;
		collect(check, run.dossier.doc, &found);
		rc = print_findings(check, &found);
	} else {
		rc = diag_status(&call->d);
	}
	diag_release(&found);
	cmd_read_release(&run);
	return rc;
}

int
cmd_check(struct call *call, int argc, char **argv)
{
	struct check check = { 0 };
	int rc;

	check.call = call;
	check.level = DIAG_WARNING;
	rc = options(&check, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0 && (!check.list_rules || argc > 0 || call->dir != NULL) &&
	    cmd_folder(call, &argc, &argv) == -1)
		rc = diag_status(&call->d);
	if (rc == 0)
		rc = cmd_no_operands(call, argc, argv);
	if (rc != 0)
		return rc;
	xslt_setup(&call->roots);
	if (check.list_rules)
		rc = list_rules(&check) == -1 ? (int)diag_status(&call->d) :
		    EXIT_CLEAN;
	else
		rc = run_check(&check);
	xslt_teardown();
	return rc;
}
