/* ismsdoc init: a folder that builds at once. */
#include "cmd.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "take.h"
#include "workspace.h"
#include "xml.h"

struct init {
	struct call	*call;
	const char	*dir;
	const char	*name;
	const char	*language;
	struct strs	 catalogs;	/* shipped names, "catalog/x.xml" */
	struct strs	 made;		/* files and folders, to undo */
	struct take	 take;
	size_t		 nanswers;
};

static int
refused(struct init *init, const char *name)
{
	return diag_add(&init->call->d, errno == EEXIST ? DIAG_OUT_FOREIGN :
	    DIAG_SYSTEM, NULL, "cannot make \"%s\": %s", name,
	    strerror(errno));
}

/* Make the folder NAME and those above it. */
static int
make_dirs(struct init *init, const char *name)
{
	char *above;
	int rc = 0;

	if (name[0] == '\0' || mkdir(name, 0777) == 0) {
		if (name[0] != '\0')
			strs_add(&init->made, name);
		return 0;
	}
	if (errno == EEXIST)
		return 0;
	if (errno != ENOENT)
		return refused(init, name);
	above = path_dir(name);
	rc = make_dirs(init, above);
	free(above);
	if (rc == 0 && mkdir(name, 0777) == -1 && errno != EEXIST)
		return refused(init, name);
	if (rc == 0)
		strs_add(&init->made, name);
	return rc;
}

static int
write_all(int fd, const char *text, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, text, len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		text += n;
		len -= (size_t)n;
	}
	return 0;
}

/* Write a file that must not be there yet, below the new folder. */
static int
write_file(struct init *init, const char *path, const char *text,
    size_t len)
{
	char *name, *dir;
	int fd, rc;

	name = path_join(init->dir, path);
	dir = path_dir(name);
	rc = make_dirs(init, dir);
	free(dir);
	fd = rc == -1 ? -1 : open(name, O_WRONLY | O_CREAT | O_EXCL |
	    O_CLOEXEC, 0666);
	if (rc == 0 && fd == -1)
		rc = refused(init, name);
	if (fd != -1) {
		strs_add(&init->made, name);
		if (write_all(fd, text, len) == -1)
			rc = refused(init, name);
		if (close(fd) == -1 && rc == 0)
			rc = refused(init, name);
	}
	free(name);
	return rc;
}

/* Nothing that failed half way is left behind. */
static void
undo(struct init *init)
{
	size_t i;

	for (i = init->made.n; i > 0; i--)
		if (unlink(init->made.v[i - 1]) == -1)
			rmdir(init->made.v[i - 1]);
}

static int
write_taken(void *init, const char *path, const char *text, size_t len)
{
	return write_file(init, path, text, len);
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

/* The files of init.xsl's result. */
static int
write_result(struct init *init, xmlDocPtr result)
{
	xmlNodePtr file;
	xmlChar *text;
	const char *path;
	int rc = 0;

	for (file = xml_first(xmlDocGetRootElement(result), "i:file");
	    file != NULL && rc == 0; file = xml_next(file, "i:file")) {
		path = xml_get(file, "path");
		if (path == NULL || !path_is_source(path))
			return diag_add(&init->call->d, DIAG_RESULT, NULL,
			    "init.xsl gave a file without a usable path");
		text = xmlNodeGetContent(file);
		rc = write_file(init, path, (const char *)text,
		    strlen((const char *)text));
		xmlFree(text);
		init->nanswers += strncmp(path, "answers/", 8) == 0;
	}
	run_report(result, &init->call->d);
	return rc;
}

static int
generate(struct init *init)
{
	struct call *call = init->call;
	struct dossier dossier;
	struct buf list = { 0 };
	struct xslt *xslt;
	xmlDocPtr result = NULL;
	const char *params[] = { "name", init->name, "catalogs", NULL, NULL };
	size_t i;
	int rc;

	for (i = 0; i < init->catalogs.n; i++)
		buf_printf(&list, "%s%s", i == 0 ? "" : " ",
		    init->catalogs.v[i]);
	params[3] = buf_str(&list);
	xslt = xslt_compile("init.xsl", &call->d);
	rc = dossier_empty(&dossier, &call->roots, &init->catalogs,
	    init->language, call->today, &call->d);
	if (xslt == NULL)
		rc = -1;
	if (rc == 0)
		result = run_stylesheet(xslt, dossier.doc, dossier.doc,
		    params, &call->d);
	if (result == NULL)
		rc = -1;
	if (rc == 0)
		rc = write_result(init, result);
	if (result != NULL)
		xmlFreeDoc(result);
	dossier_release(&dossier);
	xslt_free(xslt);
	buf_release(&list);
	return rc;
}

/* Before anything is written: is there a folder to begin in? */
static int
check_dir(struct init *init)
{
	struct stat st;
	char *name;
	int has;

	if (stat(init->dir, &st) == 0 && !S_ISDIR(st.st_mode))
		return diag_add(&init->call->d, DIAG_OUT_FOREIGN, NULL,
		    "cannot make \"%s\": it is a file", init->dir);
	name = path_join(init->dir, WORKSPACE_FILE);
	has = access(name, F_OK) == 0;
	free(name);
	if (has)
		return diag_add(&init->call->d, DIAG_OUT_FOREIGN, NULL,
		    "\"%s\" is an organisation's folder already; name "
		    "another", init->dir);
	return 0;
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
take_catalogs(struct init *init, const struct strs *asked)
{
	struct strs names = { 0 };
	size_t i;
	int rc = 0;

	for (i = 0; i < asked->n; i++) {
		if (is_file_name(init, asked->v[i])) {
			if (take_file(init, asked->v[i]) == -1)
				rc = -1;
			continue;
		}
		strs_add(&init->catalogs, asked->v[i]);
		strs_add(&names, asked->v[i]);
	}
	if (rc == -1)
		check_names(init, &names);
	if (asked->n == 0) {
		strs_add(&init->catalogs, "iso27001-2022");
		strs_add(&init->catalogs, "iso27002-2022");
	}
	strs_release(&names);
	return rc;
}

static int
run_init(struct init *init, const struct strs *asked)
{
	struct call *call = init->call;
	char *data;
	int rc;

	rc = check_dir(init);
	if (rc == 0)
		rc = make_dirs(init, init->dir);
	if (rc == 0)
		rc = take_catalogs(init, asked);
	if (rc == 0) {
		data = mem_strdup(call->roots.data);
		path_roots_release(&call->roots);
		rc = path_roots(&call->roots, init->dir, data, &call->d);
		free(data);
	}
	if (rc == 0) {
		xslt_setup(&call->roots);
		rc = generate(init);
		xslt_teardown();
	}
	if (rc == 0 && !call->quiet)
		printf("%s: %zu answer files; now \"ismsdoc -C %s build\"\n",
		    init->dir, init->nanswers, init->dir);
	if (rc == -1)
		undo(init);
	return rc;
}

static int
options(struct init *init, struct strs *asked, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "catalog", required_argument, NULL, 'K' },
		{ "name", required_argument, NULL, 'N' },
		{ "language", required_argument, NULL, 'G' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs,
	    NULL)) != -1) {
		if (option == 'K')
			strs_add(asked, optarg);
		else if (option == 'N')
			init->name = optarg;
		else if (option == 'G')
			init->language = optarg;
		else if (cmd_option(init->call, option, optarg) == -1)
			return EXIT_USAGE;
	}
	if (strcmp(init->language, "en") != 0)
		return cmd_mistake(init->call, "--language knows \"en\", not "
		    "\"%s\"", init->language);
	return 0;
}

int
cmd_init(struct call *call, int argc, char **argv)
{
	struct init init = { 0 };
	struct strs asked = { 0 };
	char *dir;
	int rc;

	init.call = call;
	init.take.write = write_taken;
	init.take.arg = &init;
	init.language = "en";
	rc = options(&init, &asked, argc, argv);
	argc -= optind;
	argv += optind;
	if (rc == 0 && argc != 1)
		rc = cmd_mistake(call, "init takes one folder; see "
		    "\"ismsdoc help init\"");
	if (rc != 0) {
		strs_release(&asked);
		return rc;
	}
	dir = path_join(call->dir == NULL ? "" : call->dir, argv[0]);
	while (strlen(dir) > 1 && dir[strlen(dir) - 1] == '/')
		dir[strlen(dir) - 1] = '\0';
	init.dir = dir;
	if (init.name == NULL || init.name[0] == '\0')
		init.name = path_base(dir);
	run_init(&init, &asked);
	strs_release(&init.catalogs);
	strs_release(&init.made);
	take_release(&init.take);
	strs_release(&asked);
	free(dir);
	return diag_status(&call->d);
}
