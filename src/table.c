/* GFM pipe tables: found in a paragraph's source lines, split into cells. */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "mddoc.h"
#include "mdhtml.h"
#include "mdprefix.h"
#include "mem.h"

/* A line's text, and where its next cell begins. */
struct row {
	const char	*s;
	size_t		 len;	/* without blanks at its end */
	size_t		 i;
};

static int
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static void
row_open(struct row *row, const char *s, size_t len)
{
	while (len > 0 && is_blank(s[len - 1]))
		len--;
	row->s = s;
	row->len = len;
	row->i = len > 0 && s[0] == '|' ? 1 : 0;
	while (row->i < len && is_blank(s[row->i]))
		row->i++;
}

/* The next cell's half-open range in the row; 0: there is none. */
static int
row_next(struct row *row, size_t *begin, size_t *end)
{
	size_t i = row->i;

	if (i == row->len)
		return 0;
	while (i < row->len && row->s[i] != '|')
		i += row->s[i] == '\\' && i + 1 < row->len &&
		    row->s[i + 1] == '|' ? 2 : 1;
	*begin = row->i;
	*end = i;
	row->i = i < row->len ? i + 1 : i;
	while (row->i < row->len && is_blank(row->s[row->i]))
		row->i++;
	while (*end > *begin && is_blank(row->s[*end - 1]))
		(*end)--;
	return 1;
}

static int
count_cells(const char *s, size_t len)
{
	struct row row;
	size_t begin, end;
	int n = 0;

	row_open(&row, s, len);
	while (row_next(&row, &begin, &end))
		n++;
	return n;
}

/* 'l', 'c', 'r', '-' for the cell of a delimiter row; 0: it is none. */
static char
alignment(const char *s, size_t len)
{
	int left, right;
	size_t i;

	left = len > 0 && s[0] == ':';
	right = len > 1 && s[len - 1] == ':';
	for (i = (size_t)left; i + (size_t)right < len && s[i] == '-'; i++)
		;
	if (i == (size_t)left || i + (size_t)right != len)
		return '\0';
	return left && right ? 'c' : left ? 'l' : right ? 'r' : '-';
}

/* Number of columns of the delimiter row S, 0: it is none. */
static int
delimiters(const char *s, size_t len, char *align)
{
	struct row row;
	size_t begin, end;
	char c;
	int n = 0;

	if (len == 0 || strchr("|:-", s[0]) == NULL)
		return 0;
	row_open(&row, s, len);
	for (; row_next(&row, &begin, &end); n++) {
		c = alignment(s + begin, end - begin);
		if (c == '\0')
			return 0;
		if (n < TABLE_COLUMNS_MAX)
			align[n] = c == '-' ? '\0' : c;
	}
	return n;
}

/*
 * Would this line of a paragraph begin another block if it did not continue
 * one?  (All else that begins a block ends a paragraph, too.)
 */
static int
begins_block(const char *s, size_t len)
{
	size_t n;

	if (mdprefix_is_break(s, len) || mdprefix_marker(s, len) > 0)
		return 1;
	n = mdhtml_tag(s, len);
	while (n > 0 && n < len && is_blank(s[n]))
		n++;
	return n > 0 && n == len;
}

static int
is_row(const char *text, const struct mdstart *start)
{
	return !start->lazy && start->indent < 4 &&
	    !begins_block(text + start->text, start->end - start->text) &&
	    count_cells(text + start->text, start->end - start->text) > 0;
}

static void
add_cell(struct tables *tables, size_t at, size_t len)
{
	struct table_cell *cell;

	if ((tables->ncells & (tables->ncells - 1)) == 0)
		tables->cells = mem_resize(tables->cells,
		    tables->ncells == 0 ? 1 : tables->ncells * 2,
		    sizeof(*tables->cells));
	cell = &tables->cells[tables->ncells++];
	cell->at = at;
	cell->len = len;
	cell->node = NULL;
}

/* Add the row at START with at most NCOLS cells. */
static void
add_row(struct tables *tables, const char *text,
    const struct mdstart *start, int ncols)
{
	struct table_row *into;
	struct row row;
	size_t begin, end;

	if ((tables->nrows & (tables->nrows - 1)) == 0)
		tables->rows = mem_resize(tables->rows,
		    tables->nrows == 0 ? 1 : tables->nrows * 2,
		    sizeof(*tables->rows));
	into = &tables->rows[tables->nrows++];
	into->cell = tables->ncells;
	into->ncells = 0;
	row_open(&row, text + start->text, start->end - start->text);
	while (into->ncells < ncols && row_next(&row, &begin, &end)) {
		add_cell(tables, start->text + begin, end - begin);
		into->ncells++;
	}
	tables->filled += (size_t)(ncols - into->ncells);
}

static struct table *
add_table(struct tables *tables)
{
	if ((tables->n & (tables->n - 1)) == 0)
		tables->v = mem_resize(tables->v, tables->n == 0 ? 1 :
		    tables->n * 2, sizeof(*tables->v));
	memset(&tables->v[tables->n], 0, sizeof(*tables->v));
	return &tables->v[tables->n++];
}

static int
too_large(struct mddoc *doc, size_t at, const char *what)
{
	struct place place;

	place = mdpre_place(&doc->pre, at);
	return diag_add(doc->d, DIAG_TABLE_SIZE, &place,
	    "cannot read table: %s", what);
}

/*
 * Add the table whose header is on cmark's line HEADER, the first line of a
 * paragraph if IS_FIRST, with rows up to LAST.
 */
static void
take_table(struct mddoc *doc, const struct table *model, int header,
    int is_first, int last)
{
	struct tables *tables = &doc->tables;
	const char *text = doc->pre.text.data;
	struct mdstart start;
	struct table *table;
	int line;

	table = add_table(tables);
	*table = *model;
	table->row = tables->nrows;
	mddoc_start(doc, header, &start);
	add_row(tables, text, &start, table->ncols);
	table->at = start.text;
	/* The first line may hold list markers; the second is never lazy. */
	if (!is_first)
		mddoc_start(doc, header + 1, &start);
	table->stand_at = start.text;
	table->first = doc->rows[header - 1];
	table->stand = table->first + !is_first;
	for (line = header + 2; line <= last &&
	    tables->filled <= TABLE_FILLED_MAX; line++) {
		if (!mddoc_start(doc, line, &start) || !is_row(text, &start))
			break;
		add_row(tables, text, &start, table->ncols);
	}
	table->last = doc->rows[line - 2] + 1;
	table->nrows = tables->nrows - table->row;
	if (tables->filled > TABLE_FILLED_MAX)
		too_large(doc, table->at, "too many rows with too few "
		    "cells");
}

/*
 * Look for a table in the paragraph from cmark's line FIRST to LAST.  The
 * last line of a heading is its underline, which is no delimiter row.
 */
static void
look(struct mddoc *doc, int first, int last, int is_heading)
{
	const char *text = doc->pre.text.data;
	struct table model = { 0 };
	struct mdstart start, above;
	int line;

	for (line = first + 1; line <= last - is_heading; line++) {
		if (!mddoc_start(doc, line, &start) || start.lazy ||
		    start.indent >= 4)
			continue;
		model.ncols = delimiters(text + start.text,
		    start.end - start.text, model.align);
		if (model.ncols == 0)
			continue;
		mddoc_start(doc, line - 1, &above);
		if (count_cells(text + above.text, above.end - above.text) !=
		    model.ncols)
			continue;
		if (model.ncols > TABLE_COLUMNS_MAX)
			too_large(doc, above.text, "more than 64 columns");
		else
			take_table(doc, &model, line - 1, line - 1 == first,
			    last);
		return;
	}
}

static int
find_in(struct mddoc *doc, cmark_node *node)
{
	cmark_node_type type;
	int line, rc = 0;

	for (; node != NULL && rc == 0; node = cmark_node_next(node)) {
		type = cmark_node_get_type(node);
		line = cmark_node_get_start_line(node);
		if (type == CMARK_NODE_PARAGRAPH) {
			look(doc, line, cmark_node_get_end_line(node), 0);
		} else if (type == CMARK_NODE_HEADING) {
			look(doc, line, mddoc_underline(doc, node), 1);
		} else if (type == CMARK_NODE_LIST) {
			rc = find_in(doc, cmark_node_first_child(node));
		} else if (type == CMARK_NODE_ITEM ||
		    type == CMARK_NODE_BLOCK_QUOTE) {
			rc = mddoc_push(doc, node);
			if (rc == 0) {
				rc = find_in(doc,
				    cmark_node_first_child(node));
				mddoc_pop(doc);
			}
		}
	}
	return rc;
}

int
table_find(struct mddoc *doc)
{
	return find_in(doc, doc->first);
}

void
table_cell_text(const struct table_cell *cell, const char *text,
    struct buf *out)
{
	const char *s = text + cell->at;
	size_t i, from = 0;

	for (i = 0; i + 1 < cell->len; i++)
		if (s[i] == '\\' && s[i + 1] == '|') {
			buf_add(out, s + from, i - from);
			from = ++i;
		}
	buf_add(out, s + from, cell->len - from);
}

void
table_release(struct tables *tables)
{
	free(tables->v);
	free(tables->rows);
	free(tables->cells);
	memset(tables, 0, sizeof(*tables));
}
