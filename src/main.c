/* ismsdoc: options of all commands, set-up, the final check of stdout. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "date.h"
#include "markdown.h"
#include "xml.h"

static void
print_version(void)
{
	printf("ismsdoc %s\n%s, cmark %s\n", ISMSDOC_VERSION, xslt_versions(),
	    markdown_cmark());
}

/* Today in UTC: SOURCE_DATE_EPOCH, else the clock. */
static int
find_today(struct call *call)
{
	const char *epoch;
	struct date date;
	int rc;

	epoch = getenv("SOURCE_DATE_EPOCH");
	if (epoch != NULL && epoch[0] != '\0') {
		rc = date_from_epoch(epoch, &date);
		if (rc == -1)
			return cmd_mistake(call, "SOURCE_DATE_EPOCH is not a "
			    "number of seconds: \"%.40s\"", epoch);
	} else if (date_from_clock(&date) == -1) {
		diag_add(&call->d, DIAG_SYSTEM, NULL, "cannot read the "
		    "clock; give --today");
		return EXIT_SYSTEM;
	}
	date_format(date, call->today_text);
	call->today = call->today_text;
	return 0;
}

/* What was printed must have arrived. */
static int
check_stdout(struct call *call, int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout) && fclose(stdout) == 0)
		return status;
	diag_add(&call->d, DIAG_SYSTEM, NULL, "cannot write the output: %s",
	    strerror(errno));
	return EXIT_SYSTEM;
}

static int
global_options(struct call *call, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "version", no_argument, NULL, 'V' }, CMD_LONG,
		{ NULL, 0, NULL, 0 }
	};
	int option;

	call->argv = argv;
	while ((option = getopt_long(argc, argv, "+" CMD_SHORT "V", longs,
	    NULL)) != -1) {
		if (option == 'V') {
			print_version();
			return EXIT_FINDINGS;
		}
		if (option == 'h') {
			cmd_usage(stdout, NULL);
			return EXIT_FINDINGS;
		}
		if (cmd_option(call, option, optarg) == -1)
			return EXIT_USAGE;
	}
	return 0;
}

static int
asks_help(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "-h") == 0 ||
		    strcmp(argv[i], "--help") == 0)
			return 1;
	return 0;
}

static int
run_command(struct call *call, const char *argv0, int argc, char **argv)
{
	const struct cmd *cmd;
	char *data;
	int rc;

	if (argc == 0) {
		cmd_usage(stderr, NULL);
		return EXIT_USAGE;
	}
	cmd = cmd_find(call, argv[0]);
	if (cmd == NULL)
		return EXIT_USAGE;
	if (asks_help(argc, argv)) {
		cmd_usage(stdout, cmd);
		return EXIT_CLEAN;
	}
	if (call->today == NULL && find_today(call) != 0)
		return call->d.nfatal > 0 ? EXIT_SYSTEM : EXIT_USAGE;
	if (cmd->flags & CMD_DATA) {
		data = cmd_data(call, argv0);
		rc = data == NULL ? -1 : path_roots(&call->roots, NULL, data,
		    &call->d);
		free(data);
		if (rc == -1)
			return EXIT_SYSTEM;
	}
	call->command = cmd->name;
	call->argv = argv;
	optind = 0;	/* forget the "+" of the first loop too */
	return cmd->fn(call, argc, argv);
}

int
main(int argc, char **argv)
{
	struct call call = { 0 };
	int rc;

	mem_thread();
	xml_setup();
	rc = global_options(&call, argc, argv);
	if (rc == 0)
		rc = run_command(&call, argv[0], argc - optind,
		    argv + optind);
	else if (rc == EXIT_FINDINGS)
		rc = EXIT_CLEAN;
	rc = check_stdout(&call, rc);
	cmd_print(&call);
	diag_release(&call.d);
	path_roots_release(&call.roots);
	xml_teardown();
	return rc;
}
