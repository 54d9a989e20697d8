/* ismsdoc check: what the rules find. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "compose.h"
#include "report.h"
#include "rules.h"
#include "xml.h"

struct format {
	const char	*name;
	void		 (*write)(const struct report *report,
			    struct buf *out);	/* NULL: lines of text */
	void		 (*rules)(xmlDocPtr dossier, struct buf *out);
};

static const struct format formats[] = {
	{ "text", NULL, report_rules },
	{ "json", report_json, report_rules_json },
	{ "sarif", report_sarif, NULL },
	{ "junit", report_junit, NULL }
};

struct check {
	struct call		*call;
	const struct format	*format;
	enum diag_level		 level;		/* exit 1 from here on */
	int			 only_dates;
	int			 list_rules;
};

static int
take_level(struct check *check, const char *text)
{
	if (strcmp(text, "note") == 0)
		text = "info";
	if (strcmp(text, "error") != 0 && strcmp(text, "warning") != 0 &&
	    strcmp(text, "info") != 0)
		return cmd_mistake(check->call, "--level is error, warning "
		    "or info, not \"%s\"", text);
	check->level = diag_level_of(text);
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
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(formats[i].name, text) == 0) {
			check->format = &formats[i];
			return 0;
		}
	return cmd_mistake(check->call, "--format is text, json, sarif or "
	    "junit, not \"%s\"", text);
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
	if (rc == 0 && check->list_rules && check->format->rules == NULL)
		rc = cmd_mistake(check->call, "--rules are listed as text or "
		    "json, not as %s", check->format->name);
	return rc;
}

/* Everything was written, or nothing. */
static void
print(struct buf *out)
{
	fwrite(buf_str(out), 1, out->len, stdout);
	buf_release(out);
}

/* Declare what the two stylesheets do, and have it put into words. */
static int
find_rules(struct call *call, xmlDocPtr dossier)
{
	struct styles styles;
	xmlDocPtr result = NULL;
	int rc;

	styles_begin(&styles, STYLES_RULES, 0);
	rc = styles_end(&styles, &call->d);
	if (rc == 0) {
		rules_declare(dossier, styles.declared);
		rules_declare(dossier, styles.rules);
		rc = rules_check(dossier, &call->d);
	}
	if (rc == 0)
		result = run_stylesheet(styles.rules, dossier, dossier, NULL,
		    &call->d);
	if (result == NULL)
		rc = -1;
	else
		rules_words(dossier, result);
	xmlFreeDoc(result);
	styles_release(&styles);
	return rc;
}

static int
list_rules(struct check *check)
{
	struct call *call = check->call;
	struct dossier dossier;
	struct buf out = { 0 };
	int rc;

	rc = dossier_settings(&dossier, &call->roots, call->today, &call->d);
	if (find_rules(call, dossier.doc) == -1)
		rc = -1;
	if (diag_status(&call->d) != EXIT_CLEAN)
		rc = -1;
	if (rc == 0) {
		check->format->rules(dossier.doc, &out);
		print(&out);
	}
	dossier_release(&dossier);
	return rc;
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
		printf("%zu error%s, %zu warning%s, %zu note%s\n",
		    counts[DIAG_ERROR], mem_plural(counts[DIAG_ERROR]),
		    counts[DIAG_WARNING], mem_plural(counts[DIAG_WARNING]),
		    counts[DIAG_INFO], mem_plural(counts[DIAG_INFO]));
	return bad > 0 ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* What composing reports is a fault here as in a build. */
static int
add_reports(struct call *call, struct reading_run *run)
{
	struct composed composed = { .drops = 1 };
	size_t i;
	int rc = 0;

	if (run->reports != NULL) {
		run_report(run->reports, &call->d);
		run_add_findings(run->reports, run->dossier.doc);
	} else {
		rc = compose_run(&composed, run->styles.declared,
		    run->dossier.doc, 0, &call->d);
		for (i = 0; i < composed.n && rc == 0; i++)
			run_add_findings(composed.docs[i], run->dossier.doc);
		compose_release(&composed);
	}
	return rc == -1 || call->d.nerrors + call->d.nfatal > 0 ? -1 : 0;
}

/* What was found, or what makes the input unusable, in another format. */
static int
print_report(const struct check *check, xmlDocPtr dossier, int rc)
{
	struct call *call = check->call;
	struct report report = { 0 };
	struct buf out = { 0 };

	report.level = check->level;
	report.only_dates = check->only_dates;
	report.generator = "ismsdoc " ISMSDOC_VERSION;
	if (rc == 0)
		report_findings(&report, dossier);
	else
		report_faults(&report, dossier, &call->d);
	call->printed = call->d.n;
	if (rc != 0)
		report.status = diag_status(&call->d);
	else if (report_count(&report, check->level, 1) > 0)
		report.status = EXIT_FINDINGS;
	check->format->write(&report, &out);
	print(&out);
	rc = report.status;
	report_release(&report);
	return rc;
}

static int
print_text(const struct check *check, xmlDocPtr dossier, int rc)
{
	struct call *call = check->call;
	struct diag found = { 0 };

	if (rc != 0)
		return diag_status(&call->d);
	call->printed = call->d.n;
	collect(check, dossier, &found);
	rc = print_findings(check, &found);
	diag_release(&found);
	return rc;
}

/*
 * The process ends with this command, and the system takes back what was read
 * as a whole; node by node would be a twentieth of the time.
 */
static int
run_check(struct check *check)
{
	static struct reading_run run;
	struct call *call = check->call;
	int rc;

	rc = cmd_read(call, &run, STYLES_RULES | STYLES_REPORTS, 0);
	if (rc == 0)
		rc = add_reports(call, &run);
	if (check->format->write == NULL)
		rc = print_text(check, run.dossier.doc, rc);
	else
		rc = print_report(check, run.dossier.doc, rc);
	return rc;
}

int
cmd_check(struct call *call, int argc, char **argv)
{
	struct check check = { 0 };
	int rc;

	check.call = call;
	check.format = &formats[0];
	check.level = DIAG_WARNING;
	rc = options(&check, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0 && (!check.list_rules || cmd_has_folder(call, argc,
	    argv)) && cmd_folder(call, &argc, &argv) == -1)
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
