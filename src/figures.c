/* Tables of a stylesheet's result, for a terminal and as JSON. */
#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "mem.h"
#include "xml.h"

enum {
	BAR_WIDTH = 20,
	COLUMNS_MAX = 32
};

struct figures {
	xmlNodePtr	 table;
	unsigned	 flags;
	size_t		 widths[COLUMNS_MAX];	/* in characters */
	struct buf	*out;
};

/* How the parts of bars are drawn; the last one is any other. */
static const struct look {
	const char	*part;
	const char	*block;
	char		 ascii;
	const char	*color;
} looks[] = {
	{ "implemented", "\xE2\x96\x88", '#', "\033[32m" },	/* full */
	{ "approved", "\xE2\x96\x88", '#', "\033[32m" },
	{ "partial", "\xE2\x96\x93", '+', "\033[33m" },		/* dark */
	{ "changed", "\xE2\x96\x93", '+', "\033[33m" },
	{ "planned", "\xE2\x96\x92", '=', "\033[36m" },		/* medium */
	{ "open", "\xE2\x96\x91", '-', "\033[31m" },		/* light */
	{ "draft", "\xE2\x96\x91", '-', "\033[31m" },
	{ "undecided", "?", '?', "\033[31m" },
	{ "excluded", "\xC2\xB7", '.', "" },			/* dot */
	{ NULL, "\xC2\xB7", '.', "" }
};

static const struct look *
look_of(const xmlNode *part)
{
	const struct look *look;
	const char *name;

	name = xml_get(part, "name");
	for (look = looks; look->part != NULL; look++)
		if (name != NULL && strcmp(look->part, name) == 0)
			break;
	return look;
}

static int
is_type(const xmlNode *column, const char *type)
{
	const char *word;

	word = xml_get(column, "type");
	return word != NULL && strcmp(word, type) == 0;
}

static int
has_role(const xmlNode *row, const char *role)
{
	const char *word;

	word = xml_get(row, "role");
	return word != NULL && strcmp(word, role) == 0;
}

static long
count_of(const xmlNode *part)
{
	const char *text;

	text = xml_get(part, "count");
	return text == NULL ? 0 : strtol(text, NULL, 10);
}

/* ---- Text ---- */

/* The first character of PART's look, N times. */
static void
draw(struct figures *f, const xmlNode *part, long n)
{
	const struct look *look = look_of(part);
	int colored;

	colored = n > 0 && f->flags & FIGURES_COLOR && look->color[0] != '\0';
	if (colored)
		buf_puts(f->out, look->color);
	for (; n > 0; n--) {
		if (f->flags & FIGURES_ASCII)
			buf_putc(f->out, look->ascii);
		else
			buf_puts(f->out, look->block);
	}
	if (colored)
		buf_puts(f->out, "\033[0m");
}

/* Where each part ends is rounded, so that the whole is BAR_WIDTH long. */
static void
draw_bar(struct figures *f, const xmlNode *cell)
{
	const xmlNode *part;
	long sum = 0, done = 0, at = 0, to;

	for (part = xml_first(cell, "i:part"); part != NULL;
	    part = xml_next(part, "i:part"))
		sum += count_of(part);
	for (part = xml_first(cell, "i:part"); sum > 0 && part != NULL;
	    part = xml_next(part, "i:part")) {
		done += count_of(part);
		to = (2 * done * BAR_WIDTH + sum) / (2 * sum);
		draw(f, part, to - at);
		at = to;
	}
	for (; at < BAR_WIDTH; at++)
		buf_putc(f->out, ' ');
}

static void
pad(struct figures *f, size_t n)
{
	for (; n > 0; n--)
		buf_putc(f->out, ' ');
}

/* TEXT in the column of number I, to the right where it is a number. */
static void
put(struct figures *f, size_t i, const char *text, int right)
{
	size_t width = utf8_count(text, strlen(text));

	width = width > f->widths[i] ? 0 : f->widths[i] - width;
	if (right)
		pad(f, width);
	buf_puts(f->out, text);
	if (!right)
		pad(f, width);
}

static const char *
indent_of(const xmlNode *row)
{
	return xml_get(row, "role") == NULL ? "  " : "";
}

/* Text of CELL as it stands in ROW; new memory. */
static char *
shown(const xmlNode *row, const xmlNode *column, const xmlNode *cell)
{
	char *words, *text;

	words = xml_words(cell);
	if (!is_type(column, "text"))
		return words;
	text = mem_printf("%s%s", indent_of(row), words);
	free(words);
	return text;
}

static void
measure(struct figures *f)
{
	const xmlNode *row, *column, *cell;
	const char *title;
	char *text;
	size_t i, width;

	memset(f->widths, 0, sizeof(f->widths));
	i = 0;
	for (column = xml_first(f->table, "i:column"); column != NULL &&
	    i < COLUMNS_MAX; column = xml_next(column, "i:column"), i++) {
		title = xml_get(column, "title");
		f->widths[i] = is_type(column, "bar") ? BAR_WIDTH :
		    title == NULL ? 0 : utf8_count(title, strlen(title));
	}
	for (row = xml_first(f->table, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		i = 0;
		column = xml_first(f->table, "i:column");
		cell = xml_first(row, "i:cell");
		for (; column != NULL && cell != NULL && i < COLUMNS_MAX;
		    column = xml_next(column, "i:column"),
		    cell = xml_next(cell, "i:cell"), i++) {
			if (is_type(column, "bar"))
				continue;
			text = shown(row, column, cell);
			width = utf8_count(text, strlen(text));
			if (width > f->widths[i])
				f->widths[i] = width;
			free(text);
		}
	}
}

/* Blanks at the end of the line that begins at START go. */
static void
end_line(struct figures *f, size_t start)
{
	while (f->out->len > start && f->out->data[f->out->len - 1] == ' ')
		f->out->data[--f->out->len] = '\0';
	buf_putc(f->out, '\n');
}

static void
put_head(struct figures *f)
{
	const xmlNode *column;
	const char *title;
	size_t i = 0, start = f->out->len, any = 0;

	for (column = xml_first(f->table, "i:column"); column != NULL &&
	    i < COLUMNS_MAX; column = xml_next(column, "i:column"), i++) {
		if (is_type(column, "key"))
			continue;
		if (any++ > 0)
			pad(f, 2);
		title = xml_get(column, "title");
		put(f, i, title == NULL ? "" : title, is_type(column,
		    "number"));
	}
	end_line(f, start);
}

static void
put_row(struct figures *f, const xmlNode *row)
{
	const xmlNode *column, *cell;
	size_t i = 0, start, any = 0;
	char *text;

	if (has_role(row, "head") || has_role(row, "total"))
		buf_putc(f->out, '\n');
	start = f->out->len;
	column = xml_first(f->table, "i:column");
	cell = xml_first(row, "i:cell");
	for (; column != NULL && cell != NULL && i < COLUMNS_MAX;
	    column = xml_next(column, "i:column"),
	    cell = xml_next(cell, "i:cell"), i++) {
		if (is_type(column, "key"))
			continue;
		if (any++ > 0)
			pad(f, 2);
		if (is_type(column, "bar")) {
			draw_bar(f, cell);
			continue;
		}
		text = shown(row, column, cell);
		put(f, i, text, is_type(column, "number"));
		free(text);
	}
	end_line(f, start);
}

/* What the parts of the last row's bar stand for. */
static void
put_legend(struct figures *f, const xmlNode *row)
{
	const xmlNode *cell, *part;
	const char *title, *between = "\n";

	for (cell = xml_first(row, "i:cell"); cell != NULL;
	    cell = xml_next(cell, "i:cell"))
		for (part = xml_first(cell, "i:part"); part != NULL;
		    part = xml_next(part, "i:part")) {
			title = xml_get(part, "title");
			buf_puts(f->out, between);
			draw(f, part, 1);
			buf_printf(f->out, " %s", title == NULL ? "" : title);
			between = "   ";
		}
	if (between[0] == ' ')
		buf_putc(f->out, '\n');
}

static void
put_table(struct figures *f)
{
	const xmlNode *row, *last = NULL;
	const char *title;

	measure(f);
	title = xml_get(f->table, "title");
	if (title != NULL)
		buf_printf(f->out, "%s\n\n", title);
	put_head(f);
	for (row = xml_first(f->table, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		put_row(f, row);
		last = row;
	}
	if (last != NULL)
		put_legend(f, last);
}

void
figures_text(xmlDocPtr result, unsigned flags, struct buf *out)
{
	struct figures f = { 0 };

	f.flags = flags;
	f.out = out;
	for (f.table = xml_first(xmlDocGetRootElement(result), "i:table");
	    f.table != NULL; f.table = xml_next(f.table, "i:table")) {
		if (out->len > 0)
			buf_puts(out, "\n\n");
		put_table(&f);
	}
}

/* ---- JSON ---- */

static void
row_json(struct json *to, const xmlNode *table, const xmlNode *row)
{
	const xmlNode *column, *cell;
	const char *name;
	char *text;

	json_set_text(to, "role", xml_get(row, "role"));
	column = xml_first(table, "i:column");
	cell = xml_first(row, "i:cell");
	for (; column != NULL && cell != NULL;
	    column = xml_next(column, "i:column"),
	    cell = xml_next(cell, "i:cell")) {
		name = xml_get(column, "name");
		if (is_type(column, "bar") || name == NULL)
			continue;
		text = xml_words(cell);
		if (is_type(column, "number"))
			json_set_int(to, name, strtol(text, NULL, 10));
		else if (text[0] != '\0')
			json_set_text(to, name, text);
		free(text);
	}
}

void
figures_json(xmlDocPtr result, struct buf *out)
{
	const xmlNode *table, *row;
	struct json *root, *list;
	const char *name;

	root = json_new();
	for (table = xml_first(xmlDocGetRootElement(result), "i:table");
	    table != NULL; table = xml_next(table, "i:table")) {
		name = xml_get(table, "name");
		list = json_set_array(root, name == NULL ? "" : name);
		for (row = xml_first(table, "i:row"); row != NULL;
		    row = xml_next(row, "i:row"))
			row_json(json_add_object(list), table, row);
	}
	json_write(root, out);
}
