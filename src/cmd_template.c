/* ismsdoc template: what ships, and copies of it in the folder. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "linediff.h"
#include "shipped.h"
#include "store.h"
#include "template.h"
#include "workspace.h"
#include "xml.h"

struct templates {
	struct call		*call;
	struct shipped		 shipped;
	xmlNodePtr		 dossier;	/* its root; NULL: no folder */
	const char		*id;		/* NULL: all */
	int			 eject;
	int			 diff;
};

static int
options(struct templates *t, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "eject", no_argument, NULL, 'E' },
		{ "diff", no_argument, NULL, 'D' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1) {
		if (option == 'E')
			t->eject = 1;
		else if (option == 'D')
			t->diff = 1;
		else if (cmd_option(t->call, option, optarg) == -1)
			return EXIT_USAGE;
	}
	if (t->eject && t->diff)
		return cmd_mistake(t->call, "--eject copies and --diff "
		    "compares; give one of them");
	return 0;
}

/* The operands DIR and ID; a folder is needed to copy and to compare. */
static int
operands(struct templates *t, int argc, char **argv)
{
	int none = 0;

	if (cmd_has_folder(t->call, argc, argv) ?
	    cmd_folder(t->call, &argc, &argv) == -1 :
	    (t->eject || t->diff) && cmd_folder(t->call, &none, &argv) == -1)
		return diag_status(&t->call->d);
	if (argc > 1)
		return cmd_mistake(t->call, "template takes one id, not "
		    "\"%s\" too", argv[1]);
	t->id = argc == 1 ? argv[0] : NULL;
	if (t->eject && t->id == NULL)
		return cmd_mistake(t->call, "say what to copy: template ID "
		    "--eject");
	return 0;
}

/* The template or module that was asked for, or NULL with a message. */
static const struct shipped_text *
find(struct templates *t)
{
	const struct shipped_text *one;
	struct strs ids = { 0 };
	const char *near;
	size_t i;

	one = shipped_find(&t->shipped, t->id);
	if (one != NULL)
		return one;
	for (i = 0; i < t->shipped.n; i++)
		strs_add(&ids, t->shipped.items[i].id);
	near = strs_nearest(&ids, t->id);
	diag_add(&t->call->d, DIAG_DOCUMENT_UNKNOWN, NULL, "no template "
	    "\"%s\" ships; %s%s%s", t->id, near == NULL ? "see \"ismsdoc "
	    "template\"" : "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	strs_release(&ids);
	return NULL;
}

/* Does NODE, of the dossier, come from the file at PATH? */
static int
is_from(const xmlNode *node, const char *path)
{
	struct place at;
	char *file;
	int is;

	at = template_place(node, &file);
	is = at.path != NULL && strcmp(at.path, path) == 0;
	free(file);
	return is;
}

/* Has reading found that what the file at PATH is a copy of has changed? */
static int
is_old(const struct templates *t, const char *path)
{
	xmlNodePtr node;

	node = xml_first(t->dossier, "i:findings");
	for (node = xml_first(node, "i:finding"); node != NULL;
	    node = xml_next(node, "i:finding"))
		if (strcmp(xml_get(node, "code"),
		    diag_word(DIAG_OVERRIDE_OLD)) == 0 &&
		    is_from(node, path))
			return 1;
	return 0;
}

/* Why the document ID, of the file at PATH, is not built; NULL: it is. */
static const char *
why_not(const struct templates *t, const char *id, const char *path)
{
	xmlNodePtr node;

	node = xml_first(t->dossier, "i:documents");
	for (node = xml_first(node, "i:not-built"); node != NULL;
	    node = xml_next(node, "i:not-built"))
		if (strcmp(xml_get(node, "id"), id) == 0 &&
		    is_from(node, path))
			return xml_get(node, "reason");
	return NULL;
}

/* What this folder does with ONE; new memory. */
static char *
state(const struct templates *t, const struct shipped_text *one)
{
	const char *reason;
	char *path, *text;

	path = shipped_override(&t->call->roots, one);
	reason = why_not(t, one->id, path == NULL ? one->path : path);
	if (path == NULL && (one->module || xml_first(xml_first(t->dossier,
	    "i:documents"), NULL) == NULL))
		text = mem_strdup("");
	else if (path == NULL)
		text = mem_printf("%s%s", reason == NULL ? "built" :
		    "not built: ", reason == NULL ? "" : reason);
	else
		text = mem_printf("replaced by %s%s%s%s", path,
		    is_old(t, path) ? ", a copy of an older one" : "",
		    reason == NULL ? "" : "; not built: ",
		    reason == NULL ? "" : reason);
	free(path);
	return text;
}

/* The titles of a list: of a module, the templates that include it. */
static char *
title(const struct templates *t, const struct shipped_text *one)
{
	struct buf out = { 0 };
	struct strs names = { 0 };
	const char *text;
	size_t i;

	text = yml_text(one->yml, "title");
	if (!one->module)
		return mem_strdup(text == NULL ? one->id : text);
	for (i = 0; i < t->shipped.n; i++) {
		strs_release(&names);
		shipped_names(&t->shipped.items[i], "include", &names);
		if (strs_find(&names, one->id) != -1)
			buf_printf(&out, "%s%s", out.len == 0 ? "in " : ", ",
			    t->shipped.items[i].id);
	}
	strs_release(&names);
	return buf_detach(&out);
}

enum { COLUMNS = 5 };

/* The columns of one row: id, type, sets, title, state; new memory. */
static void
make_row(const struct templates *t, const struct shipped_text *one,
    char *row[COLUMNS])
{
	struct buf sets = { 0 };
	struct strs names = { 0 };
	const char *type;
	size_t i;

	type = one->module ? "module" : yml_text(one->yml, "type");
	yml_texts(yml_get(one->yml, "sets"), &names);
	for (i = 0; i < names.n; i++)
		buf_printf(&sets, "%s%s", i == 0 ? "" : ",", names.v[i]);
	row[0] = mem_strdup(one->id);
	row[1] = mem_strdup(type == NULL ? "policy" : type);
	row[2] = sets.len > 0 ? buf_detach(&sets) :
	    mem_strdup(one->module ? "-" : "all");
	row[3] = title(t, one);
	row[4] = t->dossier == NULL ? mem_strdup("") : state(t, one);
	strs_release(&names);
}

static void
print_list(const struct templates *t)
{
	char *(*rows)[COLUMNS];
	size_t width[COLUMNS] = { 0 }, i, len;
	int c, last;

	rows = mem_zalloc(t->shipped.n * sizeof(*rows));
	for (i = 0; i < t->shipped.n; i++) {
		make_row(t, &t->shipped.items[i], rows[i]);
		for (c = 0; c < COLUMNS; c++) {
			len = utf8_count(rows[i][c], strlen(rows[i][c]));
			width[c] = len > width[c] ? len : width[c];
		}
	}
	for (i = 0; i < t->shipped.n; i++) {
		last = rows[i][COLUMNS - 1][0] != '\0' ? COLUMNS - 1 :
		    COLUMNS - 2;
		for (c = 0; c <= last; c++) {
			len = utf8_count(rows[i][c], strlen(rows[i][c]));
			printf("%s%*s", rows[i][c], c == last ? 0 :
			    (int)(width[c] - len + 2), c == last ? "\n" : "");
		}
		for (c = 0; c < COLUMNS; c++)
			free(rows[i][c]);
	}
	free(rows);
}

/* All that ships; where there is a folder, with what becomes of it there. */
static void
list(struct templates *t)
{
	struct reading_run run = { 0 };

	if (t->call->roots.org == NULL) {
		print_list(t);
		return;
	}
	t->call->as_written = 1;
	xslt_setup(&t->call->roots);
	cmd_read(t->call, &run, 0, 0);
	if (run.dossier.doc != NULL)
		t->dossier = xmlDocGetRootElement(run.dossier.doc);
	print_list(t);
	cmd_read_release(&run);
	xslt_teardown();
}

static void
print(struct templates *t)
{
	const struct shipped_text *one;
	struct buf out = { 0 };

	one = find(t);
	if (one == NULL)
		return;
	if (t->call->verbose)
		shipped_expand(&t->shipped, one, &out);
	else
		buf_add(&out, one->text, one->len);
	fwrite(buf_str(&out), 1, out.len, stdout);
	buf_release(&out);
}

/* Say so where this folder's set has no place for a copy of ONE at PATH. */
static void
warn_set(struct call *call, const struct shipped_text *one, const char *path)
{
	struct workspace ws;
	struct strs sets = { 0 }, also = { 0 };
	struct diag said = { 0 };

	workspace_load(&ws, &call->roots, &said);
	yml_texts(yml_get(one->yml, "sets"), &sets);
	yml_texts(yml_get(yml_get(ws.yml, "documents"), "also"), &also);
	if (ws.set != NULL && sets.n > 0 && strs_find(&sets, ws.set) == -1 &&
	    strs_find(&also, one->id) == -1)
		diag_add(&call->d, DIAG_NOT_BUILT, NULL, "\"%s\" is not "
		    "built: it is not in the set \"%s\"; add \"%s\" to "
		    "\"also:\" in isms.yaml", path, ws.set, one->id);
	strs_release(&sets);
	strs_release(&also);
	workspace_release(&ws);
	diag_release(&said);
}

static void
write_copy(struct call *call, const struct shipped_text *one,
    const char *path)
{
	struct buf out = { 0 };
	int rc;

	shipped_copy(one, &out);
	rc = store_write(&call->roots, path, buf_str(&out), out.len,
	    &call->d);
	if (rc == 0 && !call->quiet)
		printf("%s\n", path);
	if (rc == 0)
		warn_set(call, one, path);
	buf_release(&out);
}

static void
eject(struct templates *t)
{
	const struct shipped_text *one;
	struct call *call = t->call;
	char *path, *other;

	one = find(t);
	if (one == NULL)
		return;
	path = mem_printf("documents/%s.md", one->id);
	other = shipped_override(&call->roots, one);
	if (other != NULL)
		diag_add(&call->d, DIAG_OUT_FOREIGN, NULL, "\"%s\" takes the "
		    "place of \"%s\" already; see \"ismsdoc template %s "
		    "--diff\"", other, one->id, one->id);
	else if (path_exists(&call->roots, path))
		diag_add(&call->d, DIAG_OUT_FOREIGN, NULL, "\"%s\" is there "
		    "already, with another id; rename it", path);
	else
		write_copy(call, one, path);
	free(other);
	free(path);
}

/*
 * How the file PATH differs from a copy of ONE made now: 1 where it does, 0,
 * or -1 with a message.
 */
static int
print_diff(struct templates *t, const struct shipped_text *one,
    const char *path)
{
	struct buf mine = { 0 }, copy = { 0 }, out = { 0 };
	int rc;

	rc = path_read_text(&t->call->roots, path, PATH_TEXT_MAX, &mine,
	    NULL, &t->call->d);
	if (rc == 0) {
		shipped_copy(one, &copy);
		rc = linediff(buf_str(&mine), mine.len, buf_str(&copy),
		    copy.len, &out);
	}
	if (rc == 1)
		printf("--- %s\n+++ %s\n%s", path, one->path, buf_str(&out));
	buf_release(&mine);
	buf_release(&copy);
	buf_release(&out);
	return rc;
}

/* The copy that was asked for, or all of them; 1 where one differs. */
static int
diff(struct templates *t)
{
	const struct shipped_text *one = NULL;
	char *path;
	size_t i;
	int differ = 0;

	if (t->id != NULL) {
		one = find(t);
		if (one == NULL)
			return 0;
	}
	for (i = 0; i < t->shipped.n; i++) {
		if (one != NULL && one != &t->shipped.items[i])
			continue;
		path = shipped_override(&t->call->roots,
		    &t->shipped.items[i]);
		if (path == NULL && one != NULL)
			diag_add(&t->call->d, DIAG_FILE_MISSING, NULL, "no "
			    "file in documents/ takes the place of \"%s\"; "
			    "copy it with --eject", one->id);
		if (path != NULL && print_diff(t, &t->shipped.items[i],
		    path) == 1)
			differ = 1;
		free(path);
	}
	return differ;
}

int
cmd_template(struct call *call, int argc, char **argv)
{
	struct templates t = { 0 };
	int rc;

	t.call = call;
	rc = options(&t, argc, argv);
	if (rc == 0)
		rc = operands(&t, argc - optind, argv + optind);
	if (rc != 0)
		return rc;
	if (shipped_read(&t.shipped, &call->roots, &call->d) == 0) {
		if (t.eject)
			eject(&t);
		else if (t.diff)
			rc = diff(&t);
		else if (t.id != NULL)
			print(&t);
		else
			list(&t);
	}
	shipped_release(&t.shipped);
	if (diag_status(&call->d) != EXIT_CLEAN)
		return diag_status(&call->d);
	return rc == 1 ? EXIT_FINDINGS : EXIT_CLEAN;
}
