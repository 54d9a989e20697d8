/* Commands: what they share. */
#include "cmd.h"

#include <sys/stat.h>

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "beside.h"
#include "claim.h"
#include "digests.h"
#include "facts.h"
#include "findings.h"
#include "date.h"
#include "rules.h"
#include "view.h"
#include "workspace.h"
#include "xml.h"

#ifndef ISMSDOC_PREFIX
#define ISMSDOC_PREFIX "/usr/local"
#endif

const struct cmd *
cmd_find(struct call *call, const char *name)
{
	const struct cmd *cmd;
	struct strs names = { 0 };
	const char *near;

	for (cmd = cmds; cmd->name != NULL; cmd++) {
		if (strcmp(cmd->name, name) == 0) {
			strs_release(&names);
			return cmd;
		}
		strs_add(&names, cmd->name);
	}
	near = strs_nearest(&names, name);
	if (near != NULL)
		cmd_mistake(call, "\"%s\" is not a command; did you mean "
		    "\"%s\"?", name, near);
	else
		cmd_mistake(call, "\"%s\" is not a command; see \"ismsdoc "
		    "help\"", name);
	strs_release(&names);
	return NULL;
}

void
cmd_usage(FILE *out, const struct cmd *cmd)
{
	if (cmd != NULL) {
		fprintf(out, "usage: ismsdoc %s%s%s\n\n%s.\n", cmd->name,
		    cmd->synopsis[0] == '\0' ? "" : " ", cmd->synopsis,
		    cmd->summary);
		if (cmd->options != NULL)
			fprintf(out, "\n%s", cmd->options);
		return;
	}
	fputs("usage: ismsdoc [-C DIR] [--today DATE] [-q] [-v] COMMAND "
	    "[options]\n\ncommands:\n", out);
	for (cmd = cmds; cmd->name != NULL; cmd++)
		fprintf(out, "  %-9s %s\n", cmd->name, cmd->summary);
	fputs("\n\"ismsdoc help COMMAND\" says more; the manual is "
	    "ismsdoc(1).\n", out);
}

int
cmd_mistake(struct call *call, const char *fmt, ...)
{
	va_list ap;
	char text[512];

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_add(&call->d, DIAG_USAGE, NULL, "%s", text);
	return EXIT_USAGE;
}

/* What getopt_long did not take: "-x" or "--word", perhaps with a value. */
static void
unknown_option(struct call *call)
{
	const char *word;
	char letter[3] = "-";

	word = call->argv[optind - 1];
	if (strncmp(word, "--", 2) != 0) {
		letter[1] = (char)optopt;
		word = letter;
	}
	cmd_mistake(call, "cannot use the option \"%s\"; see \"ismsdoc "
	    "help%s%s\"", word, call->command == NULL ? "" : " ",
	    call->command == NULL ? "" : call->command);
}

int
cmd_option(struct call *call, int option, const char *arg)
{
	struct date date;

	switch (option) {
	case 'C':
		call->dir = arg;
		return 0;
	case 'T':
		if (date_parse(arg, &date) == -1) {
			cmd_mistake(call, "--today must be a date "
			    "YYYY-MM-DD, not \"%s\"", arg);
			return -1;
		}
		call->today = arg;
		return 0;
	case 'q':
		call->quiet = 1;
		return 0;
	case 'v':
		call->verbose = 1;
		return 0;
	case ':':
		cmd_mistake(call, "the option \"%s\" needs a value",
		    call->argv[optind - 1]);
		return -1;
	default:
		unknown_option(call);
		return -1;
	}
}

int
cmd_view(struct call *call, const char *arg)
{
	if (!view_is(arg))
		return cmd_mistake(call, "--view is staff, management or "
		    "public, not \"%s\"", arg);
	call->view = arg;
	return 0;
}

static int
is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int
cmd_is_organisation(const char *dir)
{
	char *name;
	int has;

	name = path_join(strcmp(dir, ".") == 0 ? "" : dir, WORKSPACE_FILE);
	has = access(name, F_OK) == 0;
	free(name);
	return has;
}

/* The folder with isms.yaml at or above the current one; NULL if none. */
static char *
search_up(void)
{
	char *here, *dir, *slash;
	struct buf up = { 0 };

	here = realpath(".", NULL);
	if (here == NULL)
		return NULL;
	dir = mem_strdup(here);
	free(here);
	buf_puts(&up, ".");
	while (!cmd_is_organisation(buf_str(&up))) {
		slash = strrchr(dir, '/');
		if (slash == NULL || dir[1] == '\0') {
			buf_release(&up);
			break;
		}
		slash[slash == dir] = '\0';
		buf_puts(&up, up.len == 1 ? "." : "/..");
	}
	free(dir);
	return up.data == NULL ? NULL : buf_detach(&up);
}

int
cmd_has_folder(const struct call *call, int argc, char **argv)
{
	char *found;
	int has;

	if (call->dir != NULL || (argc > 0 && is_dir(argv[0])))
		return 1;
	found = search_up();
	has = found != NULL;
	free(found);
	return has;
}

int
cmd_folder(struct call *call, int *argc, char ***argv)
{
	char *data, *found = NULL;
	const char *dir;
	int rc;

	dir = call->dir;
	if (dir == NULL && *argc > 0 && is_dir((*argv)[0])) {
		dir = call->dir = (*argv)[0];
		(*argc)--;
		(*argv)++;
	}
	if (dir == NULL)
		dir = found = search_up();
	if (dir == NULL && *argc > 0)
		return diag_add(&call->d, DIAG_NO_FOLDER, NULL, "\"%s\" is "
		    "not a folder", (*argv)[0]);
	if (dir == NULL)
		return diag_add(&call->d, DIAG_NO_FOLDER, NULL, "no "
		    WORKSPACE_FILE " here or above; go into an "
		    "organisation's folder, name it with -C DIR, or make "
		    "one with \"ismsdoc init DIR\"");
	if (!cmd_is_organisation(dir)) {
		diag_add(&call->d, DIAG_NO_FOLDER, NULL, "no "
		    WORKSPACE_FILE " in \"%s\"; name an organisation's "
		    "folder, or make one with \"ismsdoc init DIR\"", dir);
		free(found);
		return -1;
	}
	data = call->roots.data;
	call->roots.data = NULL;
	path_roots_release(&call->roots);
	rc = path_roots(&call->roots, dir, data, &call->d);
	free(data);
	free(found);
	return rc;
}

/* What REAL, a resolved name, is below the resolved folder DIR; or NULL. */
static const char *
below(const char *real, const char *dir)
{
	size_t len;

	len = strlen(dir);
	if (strncmp(real, dir, len) != 0)
		return NULL;
	if (real[len] == '\0')
		return "";
	return real[len] == '/' ? real + len + 1 : len == 1 ? real + 1 : NULL;
}

/* The folder with isms.yaml at or above the resolved folder REAL, or NULL. */
static char *
settings_above(const char *real)
{
	char *dir, *above;

	dir = mem_strdup(real);
	while (dir[0] != '\0' && !cmd_is_organisation(dir)) {
		above = path_dir(dir);
		free(dir);
		dir = above;
	}
	if (dir[0] != '\0')
		return dir;
	free(dir);
	return NULL;
}

/* The name of the folder TOP as somebody at HERE would say it; new memory. */
static char *
shown_name(const char *top, const char *here)
{
	const char *rest;

	rest = strcmp(top, "/") == 0 ? NULL : below(top, here);
	return mem_strdup(rest == NULL ? top : rest[0] == '\0' ? "." : rest);
}

/* The resolved folder that is the root of a file in the folder REAL. */
static char *
root_of(const char *dir, const char *real, const char *here)
{
	char *found, *top;

	if (dir == NULL) {
		top = settings_above(real);
		return top != NULL ? top : mem_strdup(below(real, here) !=
		    NULL ? here : "/");
	}
	found = realpath(dir, NULL);
	top = mem_strdup(found == NULL ? dir : found);
	free(found);
	return top;
}

/* Let TOP, as somebody at HERE names it, be the root. */
static int
set_root(struct call *call, const char *top, const char *here)
{
	char *data, *shown;
	int rc;

	data = call->roots.data;
	call->roots.data = NULL;
	path_roots_release(&call->roots);
	shown = shown_name(top, here);
	rc = path_roots(&call->roots, shown, data, &call->d);
	free(shown);
	free(data);
	return rc;
}

int
cmd_file(struct call *call, const char *file, const char *dir, char **path)
{
	char *name, *real, *here, *top = NULL;
	const char *rest;
	int rc = -1;

	*path = NULL;
	name = path_dir(file);
	real = realpath(name[0] != '\0' ? name : file[0] == '/' ? "/" : ".",
	    NULL);
	here = realpath(".", NULL);
	free(name);
	if (real == NULL || here == NULL) {
		diag_add(&call->d, DIAG_FILE_MISSING, NULL, "cannot open "
		    "\"%s\": %s", file, strerror(errno));
		goto out;
	}
	top = root_of(dir, real, here);
	rc = set_root(call, top, here);
	rest = below(real, top);
	if (rest != NULL)
		*path = path_join(rest, path_base(file));
	else
		rc = diag_add(&call->d, DIAG_FILE_KIND, NULL, "\"%s\" is not "
		    "in the folder \"%s\"; name a file that is", file, dir);
out:
	free(top);
	free(here);
	free(real);
	return rc;
}

static int
is_data(const char *dir)
{
	char *name;
	int is;

	name = path_join(dir, "stylesheets/compose.xsl");
	is = access(name, R_OK) == 0;
	free(name);
	return is;
}

/*
 * The source tree that the program was built in ("build/ismsdoc", or
 * "build/asan/ismsdoc"); NULL where it lies in none.
 */
static char *
source_tree(const char *argv0)
{
	char *dir, *above;
	int i;

	above = realpath("/proc/self/exe", NULL);
	if (above == NULL)
		above = realpath(argv0, NULL);
	for (i = 0; above != NULL && i < 3; i++) {
		dir = above;
		above = path_dir(dir);
		free(dir);
		if (i > 0 && above[0] == '/' && is_data(above))
			return above;
	}
	free(above);
	return NULL;
}

char *
cmd_data(struct call *call, const char *argv0)
{
	const char *asked;
	char *tree;

	asked = getenv("ISMSDOC_DATA");
	if (asked != NULL && asked[0] != '\0') {
		if (is_data(asked))
			return mem_strdup(asked);
		diag_add(&call->d, DIAG_NO_DATA, NULL, "no stylesheets in "
		    "\"%s\"; correct ISMSDOC_DATA", asked);
		return NULL;
	}
	tree = source_tree(argv0);
	if (tree != NULL)
		return tree;
	if (is_data(ISMSDOC_PREFIX "/share/ismsdoc"))
		return mem_strdup(ISMSDOC_PREFIX "/share/ismsdoc");
	diag_add(&call->d, DIAG_NO_DATA, NULL, "the shipped files are not in "
	    "\"%s\"; install again or set ISMSDOC_DATA",
	    ISMSDOC_PREFIX "/share/ismsdoc");
	return NULL;
}

int
cmd_no_operands(struct call *call, int argc, char **argv)
{
	if (argc == 0)
		return 0;
	if (call->dir == NULL && !is_dir(argv[0]))
		return cmd_mistake(call, "\"%s\" is not a folder", argv[0]);
	return cmd_mistake(call, "too many operands, from \"%s\" on",
	    argv[0]);
}

int
cmd_color(FILE *out)
{
	const char *no, *term;

	no = getenv("NO_COLOR");
	term = getenv("TERM");
	return isatty(fileno(out)) && (no == NULL || no[0] == '\0') &&
	    term != NULL && strcmp(term, "dumb") != 0;
}

void
cmd_print(struct call *call)
{
	struct diag_view view = { 0 };

	view.locate = path_locate;
	view.arg = &call->roots;
	view.color = cmd_color(stderr);
	view.least = call->quiet ? DIAG_ERROR : DIAG_INFO;
	view.source = 1;
	diag_print(&call->d, call->printed, stderr, &view);
	call->printed = call->d.n;
}

/*
 * What is declared meets what isms.yaml says of it, and reading's warnings
 * from FIRST on get their levels.
 */
static int
apply_rules(struct call *call, struct reading_run *run, size_t first)
{
	xmlDocPtr dossier = run->dossier.doc;
	int rc = 0;

	if (dossier == NULL || run->styles.declared == NULL)
		return 0;
	if (run->styles.rules != NULL) {
		rules_declare(dossier, run->styles.declared);
		rules_declare(dossier, run->styles.rules);
		rc = rules_check(dossier, &call->d);
	}
	rules_settle(xml_first(xmlDocGetRootElement(dossier), "i:findings"),
	    dossier);
	rules_settle_diag(&call->d, first, dossier);
	return rc;
}

/* A stylesheet over the dossier, and what came of it. */
struct side {
	const struct xslt	*xslt;		/* NULL: not asked for */
	xmlDocPtr		 dossier;
	xmlDocPtr		 result;
	struct diag		 d;
};

/* beside's fn. */
static void
run_side(void *arg)
{
	struct side *side = arg;

	if (side->xslt != NULL)
		side->result = run_stylesheet(side->xslt, side->dossier,
		    side->dossier, NULL, &side->d);
}

/*
 * Are documents made from data still as they were approved, and what would
 * composing report?  Both only look at the dossier as it was read.
 */
static int
look(struct call *call, struct reading_run *run, unsigned wanted,
    unsigned nthreads)
{
	struct side facts = { 0 }, reports = { 0 };
	int rc = 0;

	facts.dossier = reports.dossier = run->dossier.doc;
	if (!call->as_written && facts_wanted(run->dossier.doc))
		facts.xslt = run->styles.facts;
	if ((wanted & STYLES_REPORTS) && !xslt_is_own(run->styles.declared))
		reports.xslt = run->styles.declared;
	if (reports.xslt != NULL && beside_may(nthreads)) {
		beside_run(run_side, &facts, &reports);
	} else {
		run_side(&facts);
		run_side(&reports);
	}
	diag_merge(&call->d, &facts.d);
	diag_merge(&call->d, &reports.d);
	run->reports = reports.result;
	if ((facts.xslt != NULL && facts.result == NULL) ||
	    (reports.xslt != NULL && reports.result == NULL))
		rc = -1;
	if (facts.result != NULL && facts_settle(&call->roots,
	    run->dossier.doc, facts.result, &call->d) == -1)
		rc = -1;
	xmlFreeDoc(facts.result);
	return rc;
}

char *
cmd_digests(const char *out)
{
	return mem_printf("%s/" CLAIM_CACHE "/" DIGESTS_NAME, out);
}

/* dossier's "declared": by then it mostly has been compiled. */
static const struct declared *
declared(void *arg)
{
	struct reading_run *run = arg;
	const struct xslt *xslt;

	xslt = styles_declared(&run->styles);
	if (xslt == NULL)
		return NULL;
	run_declared(xslt, &run->declared);
	return &run->declared;
}

/* The dossier, with the digests of the last build where there are others. */
static int
read_folder(struct call *call, struct reading_run *run, unsigned nthreads)
{
	struct dossier_from from = { 0 };
	char *out, *name;
	int rc;

	from.roots = &call->roots;
	from.declared = declared;
	from.arg = run;
	from.digests = call->digests;
	from.today = call->today;
	from.as_written = call->as_written;
	from.nthreads = nthreads;
	if (from.digests == NULL) {
		out = path_join(call->roots.org, "out");
		name = cmd_digests(out);
		from.digests = digests_new(name, 0);
		free(name);
		free(out);
	}
	rc = dossier_read(&run->dossier, &from, &call->d);
	if (from.digests != call->digests)
		digests_free(from.digests);
	return rc;
}

int
cmd_read(struct call *call, struct reading_run *run, unsigned wanted,
    unsigned nthreads)
{
	size_t first = call->d.n;
	int rc;

	memset(run, 0, sizeof(*run));
	if (call->view != NULL)
		wanted &= ~(unsigned)STYLES_RULES;
	styles_begin(&run->styles, wanted | STYLES_FACTS, nthreads);
	rc = read_folder(call, run, nthreads);
	if (styles_end(&run->styles, &call->d) == -1)
		rc = -1;
	if (apply_rules(call, run, first) == -1)
		rc = -1;
	/*
	 * Facts tell what is approved, of the whole; what they are stays out
	 * of a view.  All that says or shows something comes after it.
	 */
	if (rc == 0)
		rc = look(call, run, wanted, nthreads);
	if (rc == 0)
		view_prune(run->dossier.doc, call->view);
	if (rc == 0 && run->styles.rules != NULL)
		rc = findings_run(run->styles.rules, run->dossier.doc,
		    nthreads, &call->d);
	return rc;
}

int
cmd_read_shrink(struct reading_run *run)
{
	int huge;

	huge = dossier_is_huge(run->dossier.doc);
	if (huge)
		mem_lean();
	run_declared_release(&run->declared);
	styles_composed(&run->styles);
	dossier_shrink(&run->dossier);
	if (huge)
		mem_trim();
	return huge;
}

void
cmd_read_release(struct reading_run *run)
{
	run_declared_release(&run->declared);
	xmlFreeDoc(run->reports);
	dossier_release(&run->dossier);
	styles_release(&run->styles);
	memset(run, 0, sizeof(*run));
}
