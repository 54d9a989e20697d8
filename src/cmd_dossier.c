/* ismsdoc dossier: the intermediate XML. */
#include "cmd.h"

#include <getopt.h>

#include "xml.h"

static void
print_dossier(struct call *call)
{
	struct reading_run run;
	struct buf out = { 0 };

	if (cmd_read(call, &run, 0, 0) == 0) {
		xml_write(run.dossier.doc, &out);
		fwrite(buf_str(&out), 1, out.len, stdout);
	}
	buf_release(&out);
	cmd_read_release(&run);
}

int
cmd_dossier(struct call *call, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "view", required_argument, NULL, 'W' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option, rc = 0;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1) {
		if (option == 'W')
			rc = cmd_view(call, optarg);
		else
			rc = cmd_option(call, option, optarg);
		if (rc != 0)
			return EXIT_USAGE;
	}
	argc -= optind;
	argv += optind;
	if (cmd_folder(call, &argc, &argv) == -1)
		return diag_status(&call->d);
	rc = cmd_no_operands(call, argc, argv);
	if (rc != 0)
		return rc;
	xslt_setup(&call->roots);
	print_dossier(call);
	xslt_teardown();
	return diag_status(&call->d);
}
