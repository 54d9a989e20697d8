/* ismsdoc import: a spreadsheet taken into a register or the answers. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "importrows.h"
#include "importsheet.h"
#include "importsoa.h"
#include "tables.h"
#include "xml.h"

struct task {
	struct call		*call;
	struct reading_run	 read;
	struct import		 in;
	const char		*target;	/* "soa", "sheet", a register */
	const char		*file;
	const char		*sheet;
	int			 dry_run;
};

/* COLUMN=NAME; the last "=" counts, since a header may have one. */
static int
take_pair(struct task *task, const char *text)
{
	const char *is;

	is = strrchr(text, '=');
	if (is == NULL || is == text || is[1] == '\0')
		return cmd_mistake(task->call, "--map takes COLUMN=NAME, not "
		    "\"%s\"", text);
	strs_take(&task->in.pairs, mem_strndup(text, (size_t)(is - text)));
	strs_add(&task->in.pairs, is + 1);
	return 0;
}

static int
options(struct task *task, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "map", required_argument, NULL, 'm' },
		{ "sheet", required_argument, NULL, 's' },
		{ "dry-run", no_argument, NULL, 'n' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option, rc = 0;

	while (rc == 0 && (option = getopt_long(argc, argv, CMD_SHORT "n",
	    longs, NULL)) != -1) {
		if (option == 'm')
			rc = take_pair(task, optarg);
		else if (option == 's')
			task->sheet = optarg;
		else if (option == 'n')
			task->dry_run = 1;
		else if (cmd_option(task->call, option, optarg) == -1)
			rc = EXIT_USAGE;
	}
	return rc;
}

static int
check_target(struct task *task)
{
	const char *s = task->target;

	if (strcmp(s, "approvals") == 0)
		return cmd_mistake(task->call, "approvals are recorded by "
		    "\"ismsdoc approve\", not taken from a spreadsheet");
	if (s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0' ||
	    s[0] == '-' || s[0] == '\0')
		return cmd_mistake(task->call, "a register is named by small "
		    "letters, digits and \"-\", not \"%s\"", s);
	return 0;
}

/* Is it an owner sheet that is taken back? */
static int
is_sheet(const struct task *task)
{
	return strcmp(task->target, "sheet") == 0;
}

static int
operands(struct task *task, int argc, char **argv)
{
	int none = 0;

	/* "evidence" may be a folder here, and is a register all the same. */
	if (cmd_folder(task->call, argc > 2 ? &argc : &none, &argv) == -1)
		return diag_status(&task->call->d);
	if (argc != 2)
		return cmd_mistake(task->call, "import takes \"soa\", "
		    "\"sheet\" or the name of a register, and a file");
	task->target = argv[0];
	task->file = argv[1];
	if (is_sheet(task) && (task->sheet != NULL || task->in.pairs.n > 0))
		return cmd_mistake(task->call, "an owner sheet is taken back "
		    "as a whole: --sheet and --map are for others");
	return check_target(task);
}

/* Compare the sheet with the tables as they are. */
static int
compare(struct task *task)
{
	struct tables now = { 0 };
	int rc;

	rc = tables_read(&now, is_sheet(task) ? task->read.styles.sheets :
	    task->read.styles.export, task->read.dossier.doc,
	    &task->call->d);
	if (rc == 0 && is_sheet(task))
		rc = importsheet(&task->in, task->file, &now);
	else if (rc == 0)
		rc = strcmp(task->target, "soa") == 0 ?
		    importsoa(&task->in, &now, NULL) :
		    importrows(&task->in, task->target, &now);
	tables_release(&now);
	return rc;
}

static void
finish(struct task *task)
{
	struct buf shown = { 0 };

	import_show(&task->in, &shown);
	if (!task->call->quiet) {
		fputs(buf_str(&shown), stdout);
		fputs(buf_str(&task->in.said), stdout);
	}
	buf_release(&shown);
	if (!task->dry_run)
		import_store(&task->in);
	else if (!task->call->quiet)
		puts("nothing was written (--dry-run)");
}

static void
run(struct task *task)
{
	struct call *call = task->call;
	struct import *in = &task->in;

	in->roots = &call->roots;
	in->d = &call->d;
	if (importmap_load(&in->map, &call->roots, &call->d) == -1 ||
	    (!is_sheet(task) &&
	    import_load(in, task->file, task->sheet, task->target) == -1))
		return;
	call->as_written = 1;
	/* An owner sheet has what the rules find. */
	if (cmd_read(call, &task->read, is_sheet(task) ? STYLES_SHEETS |
	    STYLES_RULES : STYLES_EXPORT, 0) == -1)
		return;
	in->dossier = xmlDocGetRootElement(task->read.dossier.doc);
	if (compare(task) == 0 && call->d.nerrors + call->d.nfatal == 0)
		finish(task);
}

int
cmd_import(struct call *call, int argc, char **argv)
{
	struct task task = { 0 };
	int rc;

	task.call = call;
	rc = options(&task, argc, argv);
	if (rc == 0)
		rc = operands(&task, argc - optind, argv + optind);
	if (rc == 0) {
		xslt_setup(&call->roots);
		run(&task);
		cmd_read_release(&task.read);
		xslt_teardown();
		rc = diag_status(&call->d);
		if (rc == EXIT_CLEAN && task.in.nleft > 0)
			rc = EXIT_FINDINGS;
	}
	import_release(&task.in);
	return rc;
}
