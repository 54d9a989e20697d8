/* ismsdoc init: a folder that builds at once, or what one lacks. */
#include "cmd.h"

#include <sys/stat.h>

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fresh.h"
#include "sample.h"
#include "take.h"
#include "workspace.h"
#include "xml.h"

struct init {
	struct call	*call;
	const char	*name;
	char		*real;		/* where DIR is, if it is there */
	const char	*language;
	const char	*set;
	const char	*from;		/* sample to copy */
	int		 grouped;
	int		 update;
	struct strs	 asked;		/* as --catalog has them */
	struct strs	 catalogs;	/* shipped names, "catalog/x.xml" */
	struct take	 take;
	struct fresh	 fresh;
	struct buf	 said;		/* i:say of the stylesheet */
};

static int
write_taken(void *arg, const char *path, const char *text, size_t len)
{
	struct init *init = arg;

	return fresh_write(&init->fresh, path, text, len, 0);
}

/* Copy the catalogue or profile FILE into the new folder; note its path. */
static int
take_file(struct init *init, const char *file)
{
	char *path, *entry = NULL;

	if (cmd_file(init->call, file, NULL, &path) == 0)
		entry = take_catalog(&init->take, &init->call->roots, path,
		    &init->call->d);
	free(path);
	if (entry == NULL) {
		cmd_print(init->call);	/* while its folder is the root */
		return -1;
	}
	strs_take(&init->catalogs, entry);
	return 0;
}

static int
is_file_name(const struct init *init, const char *word)
{
	return !workspace_ships(&init->call->roots, word) &&
	    (strchr(word, '/') != NULL || path_has_suffix(word, ".xml") ||
	    access(word, F_OK) == 0);
}

/* Say which of NAMES are no catalogues: that is found out late else. */
static void
check_names(struct init *init, const struct strs *names)
{
	struct workspace ws;

	workspace_make(&ws, &init->call->roots, names, init->language,
	    &init->call->d);
	workspace_release(&ws);
}

static int
take_catalogs(struct init *init)
{
	struct strs names = { 0 };
	const char *word;
	size_t i;
	int rc = 0;

	for (i = 0; i < init->asked.n; i++) {
		word = init->asked.v[i];
		if (is_file_name(init, word)) {
			if (take_file(init, word) == -1)
				rc = -1;
			continue;
		}
		strs_add(&init->catalogs, word);
		strs_add(&names, word);
	}
	if (rc == -1)
		check_names(init, &names);
	if (init->asked.n == 0) {
		strs_add(&init->catalogs, "iso27001-2022");
		strs_add(&init->catalogs, "iso27002-2022");
	}
	strs_release(&names);
	return rc;
}

/* One i:file or i:say of init.xsl's result. */
static int
take_result(struct init *init, xmlNodePtr node)
{
	xmlChar *text;
	const char *path;
	int rc = 0;

	text = xmlNodeGetContent(node);
	path = xml_get(node, "path");
	if (xml_is(node, "i:say"))
		buf_puts(&init->said, (const char *)text);
	else if (!xml_is(node, "i:file"))
		;
	else if (path == NULL || !path_is_source(path))
		rc = diag_add(&init->call->d, DIAG_RESULT, NULL,
		    "init.xsl gave a file without a usable path");
	else
		rc = fresh_write(&init->fresh, path, (const char *)text,
		    strlen((const char *)text), xml_get(node, "keep") !=
		    NULL);
	xmlFree(text);
	return rc;
}

/* Write what init.xsl makes of the dossier. */
static int
generate(struct init *init, const struct dossier *dossier)
{
	struct call *call = init->call;
	struct buf list = { 0 };
	struct xslt *xslt;
	xmlDocPtr result = NULL;
	xmlNodePtr node;
	const char *params[] = { "name", init->name, "catalogs", NULL,
	    "grouped", init->grouped ? "true" : "", "update",
	    init->update ? "true" : "", NULL };
	size_t i;
	int rc = -1;

	for (i = 0; i < init->catalogs.n; i++)
		buf_printf(&list, "%s%s", i == 0 ? "" : " ",
		    init->catalogs.v[i]);
	params[3] = buf_str(&list);
	xslt = xslt_compile("init.xsl", &call->d);
	if (xslt != NULL)
		result = run_stylesheet(xslt, dossier->doc, dossier->doc,
		    params, &call->d);
	if (result != NULL) {
		rc = 0;
		node = xml_first(xmlDocGetRootElement(result), NULL);
		for (; node != NULL && rc == 0; node = xml_next(node, NULL))
			rc = take_result(init, node);
		run_report(result, &call->d);
		xmlFreeDoc(result);
	}
	xslt_free(xslt);
	buf_release(&list);
	return rc;
}

/* From catalogues and templates alone. */
static int
generate_new(struct init *init)
{
	struct call *call = init->call;
	struct dossier_new new = { &init->catalogs, init->language,
	    init->set, call->today };
	struct dossier dossier;
	int rc;

	rc = dossier_empty(&dossier, &call->roots, &new, &call->d);
	if (rc == 0)
		rc = generate(init, &dossier);
	dossier_release(&dossier);
	return rc;
}

/* From what is in the folder. */
static int
generate_missing(struct init *init)
{
	struct call *call = init->call;
	struct reading_run run = { 0 };
	int rc;

	call->as_written = 1;
	rc = cmd_read(call, &run, 0, 0);
	if (rc == 0)
		rc = dossier_templates(&run.dossier, &call->roots, &call->d);
	if (rc == 0)
		rc = generate(init, &run.dossier);
	cmd_read_release(&run);
	return rc;
}

/* Before anything is written: is there a folder to begin in? */
static int
check_dir(struct init *init)
{
	struct stat st;
	const char *dir = init->fresh.dir;
	char *name;
	int has;

	if (stat(dir, &st) == 0 && !S_ISDIR(st.st_mode))
		return diag_add(&init->call->d, DIAG_OUT_FOREIGN, NULL,
		    "cannot make \"%s\": it is a file", dir);
	name = path_join(dir, WORKSPACE_FILE);
	has = access(name, F_OK) == 0;
	free(name);
	if (has)
		return diag_add(&init->call->d, DIAG_OUT_FOREIGN, NULL,
		    "\"%s\" is an organisation's folder already; name "
		    "another, or add what it lacks with --update", dir);
	return 0;
}

/* Fill the new folder: with a sample, or with catalogues. */
static int
make_folder(struct init *init)
{
	struct call *call = init->call;
	char *data;
	int rc;

	rc = check_dir(init);
	if (rc == 0)
		rc = fresh_begin(&init->fresh);
	if (rc == 0)
		rc = init->from != NULL ? sample_copy(&call->roots,
		    init->from, init->name, &init->fresh, &call->d) :
		    take_catalogs(init);
	if (rc == -1)
		return -1;
	data = mem_strdup(call->roots.data);
	path_roots_release(&call->roots);
	rc = path_roots(&call->roots, init->fresh.dir, data, &call->d);
	free(data);
	return rc;
}

static void
report(const struct init *init)
{
	const char *dir = init->fresh.dir;
	size_t i, nanswers = 0;

	for (i = 0; i < init->fresh.files.n; i++) {
		nanswers += strncmp(init->fresh.files.v[i], "answers/", 8) ==
		    0;
		if (init->update)
			printf("%s\n", init->fresh.files.v[i]);
	}
	if (!init->update)
		printf("%s: %zu answer files; read %s/README.md, then run "
		    "\"ismsdoc -C %s build\"\n", dir, nanswers, dir, dir);
	else if (init->fresh.files.n == 0)
		printf("%s: no file is missing\n", dir);
	fwrite(buf_str(&init->said), 1, init->said.len, stdout);
}

static void
run_init(struct init *init)
{
	struct call *call = init->call;
	int rc;

	init->fresh.d = &call->d;
	rc = init->update ? 0 : make_folder(init);
	if (rc == 0) {
		xslt_setup(&call->roots);
		rc = init->update || init->from != NULL ?
		    generate_missing(init) : generate_new(init);
		xslt_teardown();
	}
	if (rc == -1)
		fresh_undo(&init->fresh);
	else if (!call->quiet)
		report(init);
}

/* What the options say of each other. */
static int
check_options(const struct init *init)
{
	int own;

	own = init->asked.n > 0 || init->set != NULL || init->grouped ||
	    init->language != NULL;
	if (init->from != NULL && own)
		return cmd_mistake(init->call, "a sample has its own "
		    "catalogues, set and language; only --name goes with "
		    "--from");
	if (init->update && (own || init->from != NULL ||
	    init->name != NULL))
		return cmd_mistake(init->call, "no other option of init goes "
		    "with --update");
	if (init->language != NULL && strcmp(init->language, "en") != 0)
		return cmd_mistake(init->call, "--language knows \"en\", not "
		    "\"%s\"", init->language);
	if (init->set != NULL && strcmp(init->set, "lean") != 0 &&
	    strcmp(init->set, "standard") != 0 &&
	    strcmp(init->set, "full") != 0)
		return cmd_mistake(init->call, "--set is lean, standard or "
		    "full, not \"%s\"", init->set);
	return 0;
}

static int
options(struct init *init, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "catalog", required_argument, NULL, 'K' },
		{ "name", required_argument, NULL, 'N' },
		{ "language", required_argument, NULL, 'G' },
		{ "set", required_argument, NULL, 'S' },
		{ "from", required_argument, NULL, 'F' },
		{ "grouped", no_argument, NULL, 'P' },
		{ "update", no_argument, NULL, 'U' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs,
	    NULL)) != -1) {
		switch (option) {
		case 'K':
			strs_add(&init->asked, optarg);
			break;
		case 'N':
			init->name = optarg;
			break;
		case 'G':
			init->language = optarg;
			break;
		case 'S':
			init->set = optarg;
			break;
		case 'F':
			init->from = optarg;
			break;
		case 'P':
			init->grouped = 1;
			break;
		case 'U':
			init->update = 1;
			break;
		default:
			if (cmd_option(init->call, option, optarg) == -1)
				return EXIT_USAGE;
		}
	}
	return check_options(init);
}

/* The folder to fill, in new memory; 0, or the exit status of a mistake. */
static int
find_dir(struct init *init, int argc, char **argv, char **dir)
{
	struct call *call = init->call;
	size_t len;

	if (init->update) {
		if (cmd_folder(call, &argc, &argv) == -1)
			return diag_status(&call->d);
		*dir = mem_strdup(call->roots.org);
		return cmd_no_operands(call, argc, argv);
	}
	if (argc != 1)
		return cmd_mistake(call, "init takes one folder; see "
		    "\"ismsdoc help init\"");
	*dir = path_join(call->dir == NULL ? "" : call->dir, argv[0]);
	for (len = strlen(*dir); len > 1 && (*dir)[len - 1] == '/'; len--)
		(*dir)[len - 1] = '\0';
	if (init->name == NULL || init->name[0] == '\0') {
		init->real = realpath(*dir, NULL);
		init->name = path_base(init->real == NULL ? *dir :
		    init->real);
	}
	return 0;
}

int
cmd_init(struct call *call, int argc, char **argv)
{
	struct init init = { 0 };
	char *dir = NULL;
	int rc;

	init.call = call;
	init.take.write = write_taken;
	init.take.arg = &init;
	rc = options(&init, argc, argv);
	if (rc == 0)
		rc = find_dir(&init, argc - optind, argv + optind, &dir);
	if (rc == 0) {
		init.fresh.dir = dir;
		init.set = init.set == NULL ? "lean" : init.set;
		init.language = init.language == NULL ? "en" : init.language;
		init.name = init.name == NULL ? "" : init.name;
		run_init(&init);
		rc = diag_status(&call->d);
	}
	take_release(&init.take);
	fresh_release(&init.fresh);
	buf_release(&init.said);
	strs_release(&init.catalogs);
	strs_release(&init.asked);
	free(init.real);
	free(dir);
	return rc;
}
