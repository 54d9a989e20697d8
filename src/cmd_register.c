/* ismsdoc register: the registers, or the rows of one that are asked for. */
#include "cmd.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "catalog.h"
#include "layout.h"
#include "regdef.h"
#include "registers.h"
#include "xml.h"

enum format {
	FORMAT_TEXT,
	FORMAT_CSV,
	FORMAT_JSON
};

/* --where COLUMN=VALUE. */
struct where {
	const char	*column;	/* its name in the dossier */
	const char	*value;
	const char	*ref;		/* the control that it means, or NULL */
};

struct asking {
	struct call		*call;
	struct reading_run	 read;
	struct regdefs		 defs;
	const struct regdef	*def;		/* NULL: not a known one */
	const char		*name;		/* NULL: all registers */
	enum format		 format;
	struct strs		 said;		/* as --where has them */
	struct where		*wheres;	/* as many */
	struct catalog_index	*index;		/* made when needed */
	xmlNodePtr		 reg;		/* NULL: no such file */
};

static xmlNodePtr
registers_of(const struct asking *a)
{
	return xml_first(xmlDocGetRootElement(a->read.dossier.doc),
	    "i:registers");
}

static int
take_format(struct asking *a, const char *arg)
{
	static const char *const words[] = { "text", "csv", "json" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i], arg) == 0) {
			a->format = (enum format)i;
			return 0;
		}
	return cmd_mistake(a->call, "--format is text, csv or json, not "
	    "\"%s\"", arg);
}

static int
options(struct asking *a, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "where", required_argument, NULL, 'w' },
		{ "format", required_argument, NULL, 'f' },
		CMD_LONG, { NULL, 0, NULL, 0 }
	};
	int option, rc = 0;

	while (rc == 0 && (option = getopt_long(argc, argv, CMD_SHORT, longs,
	    NULL)) != -1) {
		if (option == 'f')
			rc = take_format(a, optarg);
		else if (option != 'w')
			rc = cmd_option(a->call, option, optarg);
		else if (strchr(optarg, '=') == NULL || optarg[0] == '=')
			rc = cmd_mistake(a->call, "--where takes "
			    "COLUMN=VALUE, not \"%s\"", optarg);
		else
			strs_add(&a->said, optarg);
	}
	return rc == 0 ? 0 : EXIT_USAGE;
}

/*
 * The operands DIR and NAME.  A register may have the name of a folder, as
 * evidence has: DIR is one that holds an organisation, or stands before NAME.
 */
static int
operands(struct asking *a, int argc, char **argv)
{
	int none = 0;

	if (argc == 1 && !cmd_is_organisation(argv[0])) {
		a->name = argv[0];
		return cmd_folder(a->call, &none, &argv) == -1 ?
		    (int)diag_status(&a->call->d) : 0;
	}
	if (cmd_folder(a->call, &argc, &argv) == -1)
		return diag_status(&a->call->d);
	if (argc > 1)
		return cmd_mistake(a->call, "register takes one name, not "
		    "\"%s\" too", argv[1]);
	a->name = argc == 1 ? argv[0] : NULL;
	return 0;
}

/* The register that is asked for; 0, or -1 with the nearest name. */
static int
find_register(struct asking *a)
{
	struct strs names = { 0 };
	const char *near;
	xmlNodePtr reg;
	size_t i;

	a->def = regdefs_find(&a->defs, a->name);
	a->reg = registers_find(registers_of(a), a->name);
	if (a->reg != NULL || a->def != NULL)
		return 0;
	for (reg = xml_first(registers_of(a), "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register"))
		strs_add(&names, xml_get(reg, "name"));
	for (i = 0; i < a->defs.n; i++)
		strs_add(&names, a->defs.items[i].name);
	near = strs_nearest(&names, a->name);
	diag_add(&a->call->d, DIAG_REGISTER_UNKNOWN, NULL, "unknown register "
	    "\"%s\"; %s%s%s", a->name, near == NULL ? "\"ismsdoc register\" "
	    "lists those that are there" : "did you mean \"", near == NULL ?
	    "" : near, near == NULL ? "" : "\"?");
	strs_release(&names);
	return -1;
}

/* Where no file is there: the columns that init would give it. */
static void
make_columns(struct asking *a)
{
	xmlNodePtr node;
	size_t i;

	a->reg = xml_add(registers_of(a), "i:register");
	xml_set(a->reg, "name", a->name);
	for (i = 0; i < a->def->n; i++)
		if (!a->def->columns[i].extra) {
			node = xml_add(a->reg, "i:column");
			xml_set(node, "name", a->def->columns[i].name);
			regdef_set_type(&a->def->columns[i], node);
		}
}

/* The i:column NAME, in the dossier's spelling or another; or NULL. */
static xmlNodePtr
find_column(const struct asking *a, const char *name)
{
	const struct regdef_column *column;
	xmlNodePtr node;

	column = regdef_column(a->def, name);
	for (node = xml_first(a->reg, "i:column"); node != NULL;
	    node = xml_next(node, "i:column"))
		if (strcmp(xml_get(node, "name"), column == NULL ? name :
		    column->name) == 0)
			return node;
	return NULL;
}

static int
unknown_column(struct asking *a, const char *name)
{
	struct strs names = { 0 };
	const char *near;
	xmlNodePtr node;

	for (node = xml_first(a->reg, "i:column"); node != NULL;
	    node = xml_next(node, "i:column"))
		strs_add(&names, xml_get(node, "name"));
	near = strs_nearest(&names, name);
	cmd_mistake(a->call, "the register \"%s\" has no column \"%s\"; "
	    "%s%s%s", a->name, name, near == NULL ? "see its header" :
	    "did you mean \"", near == NULL ? "" : near, near == NULL ? "" :
	    "\"?");
	strs_release(&names);
	return EXIT_USAGE;
}

/* Take the condition SAID apart.  0, or the status to end with. */
static int
read_where(struct asking *a, const char *said, struct where *where)
{
	const char *near;
	xmlNodePtr column, control;
	char *name;
	int rc = 0;

	where->value = strchr(said, '=') + 1;
	name = mem_strndup(said, (size_t)(where->value - said - 1));
	column = find_column(a, name);
	if (column == NULL)
		rc = unknown_column(a, name);
	free(name);
	if (column == NULL)
		return rc;
	where->column = xml_get(column, "name");
	if (strcmp(xml_get(column, "type"), "controls") != 0 ||
	    where->value[0] == '\0')
		return 0;
	if (a->index == NULL)
		a->index = catalog_index_new(xml_first(xmlDocGetRootElement(
		    a->read.dossier.doc), "i:catalogs"));
	control = catalog_find(a->index, where->value, NULL);
	if (control != NULL) {
		where->ref = xml_get(control, "ref");
		return 0;
	}
	near = catalog_nearest(a->index, where->value);
	diag_add(&a->call->d, DIAG_CONTROL_UNKNOWN, NULL, "no catalogue has "
	    "the control \"%s\"; %s%s%s", where->value, near == NULL ?
	    "see \"catalogs:\" in isms.yaml" : "did you mean \"", near ==
	    NULL ? "" : near, near == NULL ? "" : "\"?");
	return EXIT_INPUT;
}

/* Is one of the cell's values what WHERE wants? */
static int
has_value(xmlNodePtr cell, const struct where *where)
{
	xmlNodePtr value;
	const char *ref;

	for (value = xml_first(cell, "i:value"); value != NULL;
	    value = xml_next(value, "i:value")) {
		ref = xml_get(value, "ref");
		if (where->ref != NULL ? ref != NULL && strcmp(ref,
		    where->ref) == 0 : value->children != NULL &&
		    strcmp((const char *)value->children->content,
		    where->value) == 0)
			return 1;
	}
	return 0;
}

static int
is_wanted(const struct asking *a, xmlNodePtr row)
{
	const struct where *where;
	xmlNodePtr cell;
	const char *text;
	size_t i;

	for (i = 0; i < a->said.n; i++) {
		where = &a->wheres[i];
		cell = registers_cell(row, where->column);
		text = registers_text(row, where->column);
		if (xml_first(cell, "i:value") != NULL ?
		    !has_value(cell, where) : strcmp(text == NULL ? "" :
		    text, where->value) != 0)
			return 0;
	}
	return 1;
}

/*
 * Printing.
 */

/* The text of ROW's cell COLUMN, values with BETWEEN between; new memory. */
static char *
text_of(xmlNodePtr row, const char *column, const char *between)
{
	xmlNodePtr cell, value;
	const char *text;
	struct buf out = { 0 };

	cell = registers_cell(row, column);
	value = xml_first(cell, "i:value");
	if (value == NULL) {
		text = registers_text(row, column);
		return mem_strdup(text == NULL ? "" : text);
	}
	for (; value != NULL; value = xml_next(value, "i:value"))
		buf_printf(&out, "%s%s", out.len == 0 ? "" : between,
		    value->children == NULL ? "" :
		    (const char *)value->children->content);
	return buf_detach(&out);
}

/* RFC 4180. */
static void
put_csv(const struct layout *grid)
{
	const char *s;
	size_t i;

	for (i = 0; i < grid->cells.n; i++) {
		s = grid->cells.v[i];
		if (strpbrk(s, ",\"\r\n") == NULL && s[0] != ' ') {
			fputs(s, stdout);
		} else {
			putchar('"');
			for (; *s != '\0'; s++) {
				if (*s == '"')
					putchar('"');
				putchar(*s);
			}
			putchar('"');
		}
		fputs((i + 1) % grid->ncolumns == 0 ? "\r\n" : ",", stdout);
	}
}

static void
put_json_text(const char *s)
{
	putchar('"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			printf("\\%c", *s);
		else if ((unsigned char)*s < 0x20 || *s == 0x7F)
			printf("\\u%04x", (unsigned)*s);
		else
			putchar(*s);
	}
	putchar('"');
}

/* May TEXT, which is a number here, stand so in JSON? */
static int
is_json_number(const char *text)
{
	text += *text == '-';
	return text[0] != '0' || text[1] == '.' || text[1] == '\0';
}

/* An array where the column takes several values, null for nothing. */
static void
put_json_cell(xmlNodePtr row, xmlNodePtr column)
{
	const char *type, *text;
	xmlNodePtr value;
	int first = 1;

	type = xml_get(column, "type");
	text = registers_text(row, xml_get(column, "name"));
	if (xml_get(column, "several") != NULL) {
		putchar('[');
		for (value = xml_first(registers_cell(row, xml_get(column,
		    "name")), "i:value"); value != NULL;
		    value = xml_next(value, "i:value")) {
			fputs(first ? "" : ", ", stdout);
			first = 0;
			put_json_text((const char *)
			    value->children->content);
		}
		putchar(']');
	} else if (text == NULL) {
		fputs("null", stdout);
	} else if (strcmp(type, "yes-no") == 0) {
		fputs(strcmp(text, "yes") == 0 ? "true" : "false", stdout);
	} else if (strcmp(type, "number") == 0 && is_json_number(text)) {
		fputs(text, stdout);
	} else {
		put_json_text(text);
	}
}

static void
print_json(const struct asking *a)
{
	xmlNodePtr row, column;
	int first = 1, start;

	putchar('[');
	for (row = xml_first(a->reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		if (!is_wanted(a, row))
			continue;
		fputs(first ? "\n  {" : ",\n  {", stdout);
		first = 0;
		start = 1;
		for (column = xml_first(a->reg, "i:column"); column != NULL;
		    column = xml_next(column, "i:column")) {
			fputs(start ? "" : ", ", stdout);
			start = 0;
			put_json_text(xml_get(column, "name"));
			fputs(": ", stdout);
			put_json_cell(row, column);
		}
		putchar('}');
	}
	fputs(first ? "]\n" : "\n]\n", stdout);
}

static void
put_grid(const struct asking *a, const struct layout *grid)
{
	if (a->format == FORMAT_CSV)
		put_csv(grid);
	else
		layout_print(grid, layout_terminal(stdout), stdout);
}

static void
print_rows(const struct asking *a)
{
	struct layout grid = { 0 };
	xmlNodePtr row, column;

	for (column = xml_first(a->reg, "i:column"); column != NULL;
	    column = xml_next(column, "i:column")) {
		strs_add(&grid.cells, xml_get(column, "name"));
		grid.ncolumns++;
	}
	for (row = xml_first(a->reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		column = is_wanted(a, row) ? xml_first(a->reg, "i:column") :
		    NULL;
		for (; column != NULL; column = xml_next(column, "i:column"))
			strs_take(&grid.cells, text_of(row, xml_get(column,
			    "name"), a->format == FORMAT_CSV ? ";" : "; "));
	}
	put_grid(a, &grid);
	layout_release(&grid);
}

static void
put_json_list(const struct layout *grid)
{
	size_t i;

	putchar('[');
	for (i = 2; i < grid->cells.n; i += 2) {
		fputs(i == 2 ? "\n  {\"register\": " : ",\n  "
		    "{\"register\": ", stdout);
		put_json_text(grid->cells.v[i]);
		printf(", \"rows\": %s}", grid->cells.v[i + 1]);
	}
	fputs(i > 2 ? "\n]\n" : "]\n", stdout);
}

/* Every register with the number of its rows. */
static void
list(const struct asking *a)
{
	struct layout grid = { 0 };
	xmlNodePtr reg, row;
	size_t n;

	grid.ncolumns = 2;
	strs_add(&grid.cells, "register");
	strs_add(&grid.cells, "rows");
	for (reg = xml_first(registers_of(a), "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register")) {
		n = 0;
		for (row = xml_first(reg, "i:row"); row != NULL;
		    row = xml_next(row, "i:row"))
			n++;
		strs_add(&grid.cells, xml_get(reg, "name"));
		strs_take(&grid.cells, mem_printf("%zu", n));
	}
	if (a->format == FORMAT_JSON)
		put_json_list(&grid);
	else
		put_grid(a, &grid);
	layout_release(&grid);
}

static int
run(struct asking *a)
{
	size_t i;
	int rc = 0;

	if (a->name == NULL) {
		list(a);
		return 0;
	}
	if (find_register(a) == -1)
		return EXIT_INPUT;
	if (a->reg == NULL)
		make_columns(a);
	a->wheres = mem_zalloc((a->said.n + 1) * sizeof(*a->wheres));
	for (i = 0; i < a->said.n && rc == 0; i++)
		rc = read_where(a, a->said.v[i], &a->wheres[i]);
	if (rc == 0 && a->format == FORMAT_JSON)
		print_json(a);
	else if (rc == 0)
		print_rows(a);
	return rc;
}

int
cmd_register(struct call *call, int argc, char **argv)
{
	struct asking a = { 0 };
	int rc;

	a.call = call;
	rc = options(&a, argc, argv);
	if (rc == 0)
		rc = operands(&a, argc - optind, argv + optind);
	if (rc == 0 && a.name == NULL && a.said.n > 0)
		rc = cmd_mistake(call, "--where needs the name of a "
		    "register");
	if (rc == 0) {
		xslt_setup(&call->roots);
		call->as_written = 1;
		if (cmd_read(call, &a.read, 0, 0) == 0 &&
		    regdefs_load(&a.defs, &call->roots, &call->d) == 0)
			rc = run(&a);
		catalog_index_free(a.index);
		cmd_read_release(&a.read);
		xslt_teardown();
	}
	regdefs_release(&a.defs);
	free(a.wheres);
	strs_release(&a.said);
	return rc != 0 ? rc : (int)diag_status(&call->d);
}
