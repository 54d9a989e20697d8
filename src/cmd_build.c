/* ismsdoc build: the documents. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "digests.h"
#include "publish.h"
#include "site.h"
#include "tables.h"
#include "xml.h"

enum { PROGRESS_AFTER = 500 };	/* milliseconds before a bar is shown */

struct build {
	struct call		*call;
	struct reading_run	 read;
	unsigned		 formats;	/* STYLES_HTML and the like */
	unsigned		 tables;	/* TABLES_CSV and the like */
	unsigned		 nthreads;	/* 0: one per processor */
	char			*out;
	int			 sheets;	/* of owners too */
	int			 verify;	/* read all evidence anew */
	int			 huge;		/* memory counts */
	struct timespec		 begun;
	int			 shown;		/* a progress line stands */
};

/* What --format knows: a stylesheet, and what the tables become. */
static const struct {
	const char	*name;
	unsigned	 style;
	unsigned	 tables;
} formats[] = {
	{ "html", STYLES_HTML, 0 },
	{ "docbook", STYLES_DOCBOOK, 0 },
	{ "csv", STYLES_EXPORT, TABLES_CSV },
	{ "xlsx", STYLES_EXPORT, TABLES_XLSX }
};

enum { NFORMATS = sizeof(formats) / sizeof(*formats) };

static void
add_format(struct build *build, size_t i)
{
	build->formats |= formats[i].style;
	build->tables |= formats[i].tables;
}

static int
take_formats(struct build *build, const char *text)
{
	size_t i, len;

	build->formats = build->tables = 0;
	for (;; text += len + 1) {
		len = strcspn(text, ",");
		for (i = 0; i < NFORMATS; i++)
			if (strlen(formats[i].name) == len &&
			    strncmp(text, formats[i].name, len) == 0)
				break;
		if (i == NFORMATS)
			return cmd_mistake(build->call, "--format knows "
			    "html, docbook, csv and xlsx, not \"%.*s\"",
			    (int)len, text);
		add_format(build, i);
		if (text[len] == '\0')
			return 0;
	}
}

static int
take_jobs(struct build *build, const char *text)
{
	char *end;
	long n;

	n = strtol(text, &end, 10);
	if (end == text || *end != '\0' || n < 1 || n > 64)
		return cmd_mistake(build->call, "-j takes a number from 1 "
		    "to 64, not \"%s\"", text);
	build->nthreads = (unsigned)n;
	return 0;
}

static int
options(struct build *build, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "format", required_argument, NULL, 'F' },
		{ "jobs", required_argument, NULL, 'j' },
		{ "output", required_argument, NULL, 'o' },
		{ "sheets", no_argument, NULL, 'S' },
		{ "verify", no_argument, NULL, 'Y' },
		{ "view", required_argument, NULL, 'W' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option, rc = 0;

	while (rc == 0 && (option = getopt_long(argc, argv, CMD_SHORT "j:o:",
	    longs, NULL)) != -1) {
		if (option == 'F') {
			rc = take_formats(build, optarg);
		} else if (option == 'j') {
			rc = take_jobs(build, optarg);
		} else if (option == 'o') {
			free(build->out);
			build->out = mem_strdup(optarg);
		} else if (option == 'S') {
			build->sheets = 1;
		} else if (option == 'Y') {
			build->verify = 1;
		} else if (option == 'W') {
			rc = cmd_view(build->call, optarg);
		} else {
			rc = cmd_option(build->call, option, optarg) == -1 ?
			    EXIT_USAGE : 0;
		}
	}
	/* They show all that there is of an owner. */
	if (rc == 0 && build->sheets && build->call->view != NULL)
		rc = cmd_mistake(build->call, "--sheets are of the whole: "
		    "a view has none");
	return rc;
}

static long
elapsed(const struct build *build)
{
	struct timespec now;

	if (clock_gettime(CLOCK_MONOTONIC, &now) == -1)
		return 0;
	return (now.tv_sec - build->begun.tv_sec) * 1000 +
	    (now.tv_nsec - build->begun.tv_nsec) / 1000000;
}

static void
progress(void *arg, size_t done, size_t of)
{
	struct build *build = arg;

	if (!build->shown && elapsed(build) < PROGRESS_AFTER)
		return;
	build->shown = 1;
	fprintf(stderr, "\rrendering %zu of %zu", done, of);
	if (done == of)
		fputs("\r\033[K", stderr);
	fflush(stderr);
}

static void
count_findings(xmlDocPtr dossier, size_t counts[DIAG_FATAL])
{
	xmlNodePtr node;

	node = xml_first(xmlDocGetRootElement(dossier), "i:findings");
	for (node = xml_first(node, "i:finding"); node != NULL;
	    node = xml_next(node, "i:finding"))
		counts[diag_level_of(xml_get(node, "level"))]++;
}

/* What was built, and what there is to look at. */
static void
say_done(const struct build *build, const struct site *site)
{
	struct publish_counts files;
	size_t findings[DIAG_FATAL] = { 0 };

	if (build->call->quiet)
		return;
	publish_counts(site->out, &files);
	count_findings(build->read.dossier.doc, findings);
	printf("%zu document%s in %s: %zu file%s written, %zu unchanged, %zu "
	    "removed\n", site->ndocuments, mem_plural(site->ndocuments),
	    build->out, files.written, mem_plural(files.written),
	    files.unchanged, files.removed);
	if (findings[DIAG_ERROR] + findings[DIAG_WARNING] > 0)
		printf("%zu error%s and %zu warning%s in what they say: see "
		    "\"ismsdoc check\"\n", findings[DIAG_ERROR],
		    mem_plural(findings[DIAG_ERROR]), findings[DIAG_WARNING],
		    mem_plural(findings[DIAG_WARNING]));
	if (build->formats & STYLES_HTML)
		printf("open %s/html/index.html\n", build->out);
}

/*
 * Where the digests of this build stand.  They name every file of evidence,
 * so a view uses those beside the whole output and keeps none.
 */
static char *
digests_name(const struct build *build)
{
	char *out, *name;

	if (build->call->view == NULL)
		return cmd_digests(build->out);
	out = path_join(build->call->roots.org, "out");
	name = cmd_digests(out);
	free(out);
	return name;
}

static void
keep_digests(const struct build *build, struct publish *out)
{
	struct buf text = { 0 };

	if (build->call->view != NULL)
		return;
	digests_write(build->call->digests, &text);
	publish_cache(out, DIGESTS_NAME, buf_str(&text), text.len);
	buf_release(&text);
}

/* Beside the pages, or before them where both at once take too much. */
static void
make_tables(const struct build *build, struct tables *tables)
{
	tables_begin(tables, build->tables, build->huge ? 1 :
	    build->nthreads);
	if (build->huge)
		mem_trim();
}

/* Publish COMPOSED; the output is swapped in only if all went well. */
static int
publish_all(struct build *build, const struct composed *composed,
    struct tables *tables)
{
	struct site site = { 0 };
	struct diag *d = &build->call->d;
	int rc;

	site.out = publish_open(build->out, d);
	if (site.out == NULL)
		return -1;
	keep_digests(build, site.out);
	site.roots = &build->call->roots;
	site.d = d;
	site.docbook = build->read.styles.docbook;
	site.html = build->read.styles.html;
	site.render.dossier = build->read.dossier.doc;
	site.render.nthreads = build->nthreads;
	site.render.progress_arg = build;
	if (isatty(STDERR_FILENO) && !build->call->quiet)
		site.render.progress = progress;
	make_tables(build, tables);
	rc = site_publish(&site, composed);
	if (tables_end(tables, site.out, d) == -1)
		rc = -1;
	if (rc == 0 && d->nerrors + d->nfatal > 0)
		rc = -1;
	if (rc == 0)
		rc = publish_commit(site.out);
	if (rc == 0)
		say_done(build, &site);
	publish_free(site.out);
	return rc;
}

static int
read_tables(struct build *build, struct tables *tables)
{
	xmlDocPtr dossier = build->read.dossier.doc;
	const struct styles *styles = &build->read.styles;
	struct diag *d = &build->call->d;

	if (tables_read(tables, styles->export, dossier, d) == -1)
		return -1;
	return tables_add(tables, styles->sheets, dossier, d);
}

/* The dossier says that compose.xsl is to make them. */
static int
want_sheets(const struct build *build)
{
	if (build->sheets)
		xml_set(xmlDocGetRootElement(build->read.dossier.doc),
		    "sheets", "true");
	return 0;
}

static void
run_build(struct build *build)
{
	struct call *call = build->call;
	struct composed composed = { 0 };
	struct tables tables = { 0 };

	if (build->sheets && (build->tables & TABLES_XLSX))
		build->formats |= STYLES_SHEETS;
	if (cmd_read(call, &build->read, STYLES_COMPOSE | STYLES_RULES |
	    build->formats, build->nthreads) == 0 &&
	    want_sheets(build) == 0 &&
	    compose_run(&composed, styles_compose(&build->read.styles),
	    build->read.dossier.doc, build->nthreads, &call->d) == 0 &&
	    read_tables(build, &tables) == 0 &&
	    call->d.nerrors + call->d.nfatal == 0) {
		build->huge = cmd_read_shrink(&build->read);
		publish_all(build, &composed, &tables);
	}
	compose_release(&composed);
	tables_release(&tables);
}

/* Where to, unless -o says so: a view never takes the place of the whole. */
static char *
default_out(const struct call *call)
{
	char *name, *out;

	name = mem_printf("out%s%s", call->view == NULL ? "" : "-",
	    call->view == NULL ? "" : call->view);
	out = path_join(call->roots.org, name);
	free(name);
	return out;
}

int
cmd_build(struct call *call, int argc, char **argv)
{
	struct build build = { 0 };
	char *name;
	size_t i;
	int rc;

	build.call = call;
	for (i = 0; i < NFORMATS; i++)
		add_format(&build, i);
	clock_gettime(CLOCK_MONOTONIC, &build.begun);
	rc = options(&build, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0 && cmd_folder(call, &argc, &argv) == -1)
		rc = diag_status(&call->d);
	if (rc == 0)
		rc = cmd_no_operands(call, argc, argv);
	if (rc == 0) {
		if (build.out == NULL)
			build.out = default_out(call);
		name = digests_name(&build);
		call->digests = digests_new(name, build.verify);
		free(name);
		xslt_setup(&call->roots);
		run_build(&build);
		cmd_read_release(&build.read);
		xslt_teardown();
		rc = diag_status(&call->d);
	}
	digests_free(call->digests);
	call->digests = NULL;
	free(build.out);
	return rc;
}
