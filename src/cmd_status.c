/* ismsdoc status: how far answers and documents are. */
#include "cmd.h"

#include <getopt.h>
#include <string.h>

#include "figures.h"

struct status {
	struct call	*call;
	int		 json;
	int		 ascii;
};

static int
take_format(struct status *status, const char *text)
{
	if (strcmp(text, "text") != 0 && strcmp(text, "json") != 0)
		return cmd_mistake(status->call, "--format is text or json, "
		    "not \"%s\"", text);
	status->json = strcmp(text, "json") == 0;
	return 0;
}

static int
options(struct status *status, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "format", required_argument, NULL, 'F' },
		{ "json", no_argument, NULL, 'J' },
		{ "ascii", no_argument, NULL, 'A' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option, rc = 0;

	while (rc == 0 && (option = getopt_long(argc, argv, CMD_SHORT, longs,
	    NULL)) != -1) {
		if (option == 'F')
			rc = take_format(status, optarg);
		else if (option == 'J')
			status->json = 1;
		else if (option == 'A')
			status->ascii = 1;
		else
			rc = cmd_option(status->call, option, optarg) == -1 ?
			    EXIT_USAGE : 0;
	}
	return rc;
}

static void
print(const struct status *status, xmlDocPtr result)
{
	struct buf out = { 0 };
	unsigned flags = 0;

	if (status->ascii)
		flags |= FIGURES_ASCII;
	if (cmd_color(stdout))
		flags |= FIGURES_COLOR;
	if (status->json)
		figures_json(result, &out);
	else
		figures_text(result, flags, &out);
	fwrite(buf_str(&out), 1, out.len, stdout);
	buf_release(&out);
}

static int
run_status(struct status *status)
{
	struct call *call = status->call;
	struct reading_run run;
	xmlDocPtr result = NULL;

	if (cmd_read(call, &run, STYLES_STATUS, 0) == 0 &&
	    diag_status(&call->d) == EXIT_CLEAN)
		result = run_stylesheet(run.styles.status, run.dossier.doc,
		    run.dossier.doc, NULL, &call->d);
	if (result != NULL)
		run_report(result, &call->d);
	if (result != NULL && diag_status(&call->d) == EXIT_CLEAN)
		print(status, result);
	xmlFreeDoc(result);
	cmd_read_release(&run);
	/* Warnings of reading are what check prints. */
	if (diag_status(&call->d) == EXIT_CLEAN)
		call->printed = call->d.n;
	return diag_status(&call->d);
}

int
cmd_status(struct call *call, int argc, char **argv)
{
	struct status status = { 0 };
	int rc;

	status.call = call;
	rc = options(&status, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0 && cmd_folder(call, &argc, &argv) == -1)
		rc = diag_status(&call->d);
	if (rc == 0)
		rc = cmd_no_operands(call, argc, argv);
	if (rc != 0)
		return rc;
	xslt_setup(&call->roots);
	rc = run_status(&status);
	xslt_teardown();
	return rc;
}
