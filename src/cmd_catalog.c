/* ismsdoc catalog: what ships, or the controls of one catalogue. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "catalog.h"
#include "mem.h"
#include "workspace.h"
#include "xml.h"

enum {
	WIDTH = 80,		/* columns of what is wrapped */
	INDENT = 2,		/* columns a level */
	LABEL_MAX = 20		/* longer labels are not aligned */
};

/* The columns of the list, each as wide as its widest cell. */
enum { COL_NAME, COL_USE, COL_COUNT, COL_EDITION, COL_N };

struct listing {
	struct call	*call;
	xmlDocPtr	 doc;
	xmlNodePtr	 catalogs;	/* i:catalogs */
	int		 width[COL_N];
};

static int
columns(const char *text)
{
	return (int)utf8_count(text, strlen(text));
}

static void
put_indent(int n)
{
	while (n-- > 0)
		putchar(' ');
}

/* TEXT, and blanks up to WIDTH columns and GAP more. */
static void
put_padded(const char *text, int width, int gap)
{
	fputs(text, stdout);
	put_indent(width - columns(text));
	put_indent(gap);
}

/* TEXT in lines of at most WIDTH columns, the first after FIRST. */
static void
put_wrapped(const char *text, const char *first, int indent)
{
	size_t len;
	int at, width;

	put_indent(indent);
	fputs(first, stdout);
	indent += columns(first);
	for (at = indent; *text != '\0'; text += len) {
		text += *text == ' ';
		len = strcspn(text, " ");
		width = (int)utf8_count(text, len);
		if (at > indent && at + 1 + width > WIDTH) {
			putchar('\n');
			put_indent(indent);
			at = indent;
		} else if (at > indent) {
			putchar(' ');
			at++;
		}
		fwrite(text, 1, len, stdout);
		at += width;
	}
	putchar('\n');
}

/*
 * Reading.
 */

static int
load(struct listing *list, char *name, char *path, int shipped,
    struct diag *d)
{
	struct catalog_entry entry = { 0 };

	entry.name = name;
	entry.path = path;
	entry.shipped = shipped;
	return catalog_load(&list->call->roots, &entry, NULL, list->catalogs,
	    d);
}

static int
load_shipped(struct listing *list, char *name, struct diag *d)
{
	char *path;
	int rc;

	path = mem_printf(PATH_SHIPPED "catalog/%s.xml", name);
	rc = load(list, name, path, 1, d);
	free(path);
	return rc;
}

/* FILE, as if its folder were an organisation's. */
static int
load_file(struct listing *list, const char *file)
{
	struct call *call = list->call;
	char *dir, *data, *name, *path;
	int rc;

	dir = path_dir(file);
	data = mem_strdup(call->roots.data);
	path_roots_release(&call->roots);
	rc = path_roots(&call->roots, dir[0] != '\0' ? dir :
	    file[0] == '/' ? "/" : ".", data, &call->d);
	name = path_stem(file);
	path = mem_strdup(path_base(file));
	if (rc == 0)
		rc = load(list, name, path, 0, &call->d);
	free(path);
	free(name);
	free(data);
	free(dir);
	return rc;
}

/* The catalogue that WORD means: a shipped name, or a file. */
static int
load_named(struct listing *list, char *word)
{
	struct call *call = list->call;
	char *file;
	int rc;

	if (strchr(word, '/') == NULL &&
	    workspace_ships(&call->roots, word))
		return load_shipped(list, word, &call->d);
	file = path_join(call->dir == NULL || word[0] == '/' ? "" :
	    call->dir, word);
	if (strchr(word, '/') != NULL || path_has_suffix(word, ".xml") ||
	    access(file, F_OK) == 0)
		rc = load_file(list, file);
	else
		rc = workspace_unknown_catalog(&call->roots, word, NULL,
		    &call->d);
	free(file);
	return rc;
}

/* Controls below NODE that are withdrawn, or those that are not. */
static size_t
count(const xmlNode *parent, int withdrawn)
{
	const xmlNode *node;
	size_t n = 0;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:control"))
			n += (xml_get(node, "withdrawn") != NULL) ==
			    withdrawn;
		if (xml_is(node, "i:control") || xml_is(node, "i:group"))
			n += count(node, withdrawn);
	}
	return n;
}

/* What is counted: requirements or controls, N of them. */
static const char *
counted(const xmlNode *catalog, size_t n)
{
	if (strcmp(xml_get(catalog, "use"), "requirements") == 0)
		return n == 1 ? "requirement" : "requirements";
	return n == 1 ? "control" : "controls";
}

/* The edition with its amendment; new memory. */
static char *
edition(const xmlNode *catalog)
{
	const char *name, *amendment;

	name = catalog_prop(catalog, "edition");
	amendment = catalog_prop(catalog, "amendment");
	if (name == NULL)
		return mem_strdup("");
	return mem_printf("%s%s%s", name, amendment == NULL ? "" : " with ",
	    amendment == NULL ? "" : amendment);
}

/* " (on ...; superseded by ...; valid until ...)", or nothing. */
static void
put_standing(const xmlNode *catalog)
{
	static const struct {
		const char	*prop;
		const char	*words;
	} standing[] = {
		{ "base", "on" },
		{ "superseded-by", "superseded by" },
		{ "valid-until", "valid until" }
	};
	const char *value, *between = " (";
	size_t i;

	for (i = 0; i < sizeof(standing) / sizeof(*standing); i++) {
		value = catalog_prop(catalog, standing[i].prop);
		if (value == NULL)
			continue;
		printf("%s%s %s", between, standing[i].words, value);
		between = "; ";
	}
	if (between[0] == ';')
		putchar(')');
}

/*
 * The list.
 */

static void
row(const xmlNode *catalog, char *cells[COL_N])
{
	size_t n;

	cells[COL_NAME] = mem_strdup(xml_get(catalog, "name"));
	cells[COL_USE] = mem_strdup(xml_get(catalog, "use"));
	n = count(catalog, 0);
	cells[COL_COUNT] = mem_printf("%4zu %s", n, counted(catalog, n));
	cells[COL_EDITION] = edition(catalog);
}

static void
free_row(char *cells[COL_N])
{
	int i;

	for (i = 0; i < COL_N; i++)
		free(cells[i]);
}

static void
measure(struct listing *list)
{
	const xmlNode *catalog;
	char *cells[COL_N];
	int i, n;

	for (catalog = xml_first(list->catalogs, "i:catalog");
	    catalog != NULL; catalog = xml_next(catalog, "i:catalog")) {
		row(catalog, cells);
		for (i = 0; i < COL_N; i++) {
			n = columns(cells[i]);
			if (n > list->width[i])
				list->width[i] = n;
		}
		free_row(cells);
	}
}

static void
print_list(struct listing *list)
{
	const xmlNode *catalog;
	char *cells[COL_N];
	int i;

	measure(list);
	for (catalog = xml_first(list->catalogs, "i:catalog");
	    catalog != NULL; catalog = xml_next(catalog, "i:catalog")) {
		row(catalog, cells);
		for (i = 0; i < COL_N; i++)
			put_padded(cells[i], list->width[i], INDENT);
		fputs(xml_get(catalog, "title"), stdout);
		put_standing(catalog);
		putchar('\n');
		free_row(cells);
	}
}

/* What ships. */
static void
list_shipped(struct listing *list)
{
	struct diag *d = &list->call->d;
	struct strs names = { 0 };
	size_t i;

	workspace_shipped(&list->call->roots, &names);
	for (i = 0; i < names.n; i++) {
		load_shipped(list, names.v[i], d);
	}
	print_list(list);
	strs_release(&names);
}

/*
 * One catalogue.
 */

/* The label that PART's own prop gives it, or NULL. */
static const char *
part_label(const xmlNode *part)
{
	const xmlNode *prop;

	for (prop = xml_first(part, "i:prop"); prop != NULL;
	    prop = xml_next(prop, "i:prop"))
		if (strcmp(xml_get(prop, "name"), "label") == 0)
			return xml_get(prop, "value");
	return NULL;
}

/* The words of PART, the first of them after its label or MARK. */
static void
print_part(const xmlNode *part, const char *mark, int indent)
{
	const xmlNode *node;
	const char *label;
	char *first, *words;

	label = part_label(part);
	first = label == NULL ? mem_strdup(mark) : mem_printf("%s ", label);
	for (node = xml_first(part, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:prop"))
			continue;
		if (xml_is(node, "i:part")) {
			print_part(node, "", indent + INDENT);
			continue;
		}
		words = xml_words(node);
		put_wrapped(words, first, indent);
		free(words);
		first[0] = '\0';
	}
	free(first);
}

/* What the control wants, and the questions that an answer covers. */
static void
print_parts(const xmlNode *control, int indent)
{
	const xmlNode *part;
	const char *name;

	for (part = xml_first(control, "i:part"); part != NULL;
	    part = xml_next(part, "i:part")) {
		name = xml_get(part, "name");
		if (strcmp(name, "statement") == 0)
			print_part(part, "", indent);
		else if (strcmp(name, "question") == 0)
			print_part(part, "- ", indent);
	}
}

/* The widest label of the controls right in PARENT. */
static int
label_width(const xmlNode *parent)
{
	const xmlNode *node;
	int n, width = 0;

	for (node = xml_first(parent, "i:control"); node != NULL;
	    node = xml_next(node, "i:control")) {
		n = columns(xml_get(node, "label"));
		if (n > width && n <= LABEL_MAX)
			width = n;
	}
	return width;
}

static void	print_members(const struct listing *, const xmlNode *, int);

static void
print_control(const struct listing *list, const xmlNode *control,
    int indent, int width)
{
	const char *label, *title, *new_in;

	label = xml_get(control, "label");
	title = xml_get(control, "title");
	put_indent(indent);
	/* Some catalogues repeat the label as the title. */
	if (strcmp(label, title) != 0)
		put_padded(label, width, 1);
	fputs(title, stdout);
	new_in = catalog_prop(control, "new");
	if (new_in != NULL)
		printf(" (new in %s)", new_in);
	if (xml_get(control, "withdrawn") != NULL)
		fputs(" (withdrawn)", stdout);
	putchar('\n');
	if (list->call->verbose)
		print_parts(control, indent + INDENT);
	print_members(list, control, indent + INDENT);
}

static void
print_group(const struct listing *list, const xmlNode *group, int indent)
{
	const char *label, *title;

	label = xml_get(group, "label");
	title = xml_get(group, "title");
	put_indent(indent);
	if (label != NULL && strstr(label, title) == NULL)
		printf("%s ", label);
	puts(title);
	print_members(list, group, indent + INDENT);
}

static void
print_members(const struct listing *list, const xmlNode *parent, int indent)
{
	const xmlNode *node;
	int width;

	width = label_width(parent);
	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:group"))
			print_group(list, node, indent);
		else if (xml_is(node, "i:control"))
			print_control(list, node, indent, width);
	}
}

static void
print_catalog(const struct listing *list, const xmlNode *catalog)
{
	size_t n, withdrawn;
	char *text;

	n = count(catalog, 0);
	withdrawn = count(catalog, 1);
	text = edition(catalog);
	puts(xml_get(catalog, "title"));
	printf("%s%s%s, %zu %s", text, text[0] == '\0' ? "" : ", ",
	    xml_get(catalog, "use"), n, counted(catalog, n));
	if (withdrawn > 0)
		printf(", %zu withdrawn", withdrawn);
	put_standing(catalog);
	puts("\n");
	print_members(list, catalog, 0);
	free(text);
}

/*
 * The command.
 */

static void
run_catalog(struct call *call, char *word)
{
	struct listing list = { 0 };

	list.call = call;
	list.doc = xml_new("i:dossier");
	list.catalogs = xml_add(xmlDocGetRootElement(list.doc),
	    "i:catalogs");
	if (word == NULL)
		list_shipped(&list);
	else if (load_named(&list, word) == 0)
		print_catalog(&list, xml_first(list.catalogs, "i:catalog"));
	xmlFreeDoc(list.doc);
}

int
cmd_catalog(struct call *call, int argc, char **argv)
{
	static const struct option longs[] = {
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option;

	while ((option = getopt_long(argc, argv, CMD_SHORT, longs, NULL)) !=
	    -1)
		if (cmd_option(call, option, optarg) == -1)
			return EXIT_USAGE;
	argc -= optind;
	argv += optind;
	if (argc > 1)
		return cmd_mistake(call, "catalog takes one name or file; "
		    "see \"ismsdoc help catalog\"");
	run_catalog(call, argc == 0 ? NULL : argv[0]);
	return diag_status(&call->d);
}
