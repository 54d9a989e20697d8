/* A Markdown text read by cmark, tables taken out, and places in it. */
#include "mddoc.h"

#include <stdlib.h>
#include <string.h>

#include "mdprefix.h"
#include "mem.h"

enum {
	ROUNDS = 8,	/* a table may come to light behind a table */
	TAB = 4
};

/* What becomes of a line of the prepared text: kept, dropped, or the index */
/* of the table that stands there and 1. */
#define LINE_KEPT 0
#define LINE_DROPPED SIZE_MAX

/* A place in a line as cmark moves along it. */
struct cursor {
	const char	*s;	/* the line */
	size_t		 len;
	size_t		 i;	/* byte */
	int		 col;	/* from 0; a tab leads to a multiple of 4 */
	int		 in_tab;	/* the tab at I is used up in part */
};

/* Move on by N columns; part of a tab moves the column only. */
static void
advance(struct cursor *c, int n)
{
	int step;

	while (n > 0 && c->i < c->len) {
		step = c->s[c->i] == '\t' ? TAB - c->col % TAB : 1;
		c->in_tab = step > n;
		if (step > n) {
			c->col += n;
			return;
		}
		c->i++;
		c->col += step;
		n -= step;
	}
}

/* Columns of blanks at C; *AT is the byte after them. */
static int
blanks(const struct cursor *c, size_t *at)
{
	size_t i;
	int col = c->col;

	for (i = c->i; i < c->len && (c->s[i] == ' ' || c->s[i] == '\t'); i++)
		col += c->s[i] == ' ' ? 1 : TAB - col % TAB;
	*at = i;
	return col - c->col;
}

/* Pass the sign of BOX in LINE, or return 0: it is not there. */
static int
pass_box(struct cursor *c, const struct mdbox *box, int line)
{
	size_t at;
	int indent;

	indent = blanks(c, &at);
	if (box->quote) {
		if (indent >= TAB || at == c->len || c->s[at] != '>')
			return 0;
		advance(c, indent + 1);
		if (c->i < c->len && (c->s[c->i] == ' ' ||
		    c->s[c->i] == '\t'))
			advance(c, 1);
		return 1;
	}
	if (box->line != line && indent < box->width && at < c->len)
		return 0;
	advance(c, box->width);
	return 1;
}

/* Pass all boxes in LINE, which begins at C; 0 if one is not there. */
static int
pass_boxes(const struct mddoc *doc, struct cursor *c, int line)
{
	int i;

	for (i = 0; i < doc->nbox; i++)
		if (!pass_box(c, &doc->box[i], line))
			return 0;
	return 1;
}

/* C at the beginning of cmark's LINE; sets the line's offset; 0: no line. */
static int
open_line(const struct mddoc *doc, int line, struct cursor *c, size_t *begin)
{
	size_t row;

	if (line < 1 || (size_t)line > doc->nrows)
		return 0;
	row = doc->rows[line - 1];
	*begin = doc->pre.lines[row].at;
	memset(c, 0, sizeof(*c));
	c->s = doc->pre.text.data + *begin;
	c->len = mdpre_line_end(&doc->pre, row) - *begin;
	return 1;
}

int
mddoc_start(const struct mddoc *doc, int line, struct mdstart *start)
{
	struct cursor c;
	size_t begin, at;

	memset(start, 0, sizeof(*start));
	if (!open_line(doc, line, &c, &begin))
		return 0;
	start->lazy = !pass_boxes(doc, &c, line);
	start->indent = blanks(&c, &at);
	start->text = begin + at;
	start->end = begin + c.len;
	if (start->lazy)
		at = c.i;
	/* cmark writes out what is left of a tab as blanks. */
	if (start->lazy && c.in_tab)
		at = at + 1 - (size_t)(TAB - c.col % TAB);
	start->at = begin + at;
	return 1;
}

/* Columns from a list item's surroundings to its text, as cmark has them. */
static int
item_width(const struct mddoc *doc, cmark_node *node)
{
	struct cursor c;
	size_t begin, at, n;
	int width, gap;

	if (!open_line(doc, cmark_node_get_start_line(node), &c, &begin))
		return 0;
	pass_boxes(doc, &c, cmark_node_get_start_line(node));
	width = blanks(&c, &at);
	n = mdprefix_marker(c.s + at, c.len - at);
	width += (int)n;
	advance(&c, width);
	gap = blanks(&c, &at);
	return width + (gap > TAB || gap < 1 || at == c.len ? 1 : gap);
}

size_t
mddoc_offset(const struct mddoc *doc, cmark_node *node)
{
	struct cursor c;
	size_t begin, col;

	if (!open_line(doc, cmark_node_get_start_line(node), &c, &begin))
		return 0;
	col = (size_t)cmark_node_get_start_column(node);
	col = col > 0 ? col - 1 : 0;
	return begin + (col < c.len ? col : c.len);
}

static int
too_deep(struct mddoc *doc, size_t at)
{
	struct place place;

	place = mdpre_place(&doc->pre, at);
	return diag_add(doc->d, DIAG_MD_LIMIT, &place,
	    "cannot read Markdown: nested more than 64 deep");
}

int
mddoc_push(struct mddoc *doc, cmark_node *node)
{
	struct mdbox box = { 0 };

	if (doc->nbox == MDDOC_DEPTH_MAX)
		return too_deep(doc, mddoc_offset(doc, node));
	box.line = cmark_node_get_start_line(node);
	if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
		box.quote = 1;
	else
		box.width = item_width(doc, node);
	doc->box[doc->nbox++] = box;
	return 0;
}

void
mddoc_pop(struct mddoc *doc)
{
	doc->nbox--;
}

/* Is the text from AT to END an underline: one kind of sign, then blanks? */
static int
is_underline(const char *s, size_t at, size_t end)
{
	char c = s[at];

	if (at == end || (c != '=' && c != '-'))
		return 0;
	while (at < end && s[at] == c)
		at++;
	while (at < end && (s[at] == ' ' || s[at] == '\t'))
		at++;
	return at == end;
}

int
mddoc_underline(const struct mddoc *doc, cmark_node *node)
{
	const char *s = doc->pre.text.data;
	struct mdstart start;
	size_t at;
	int line, last, n;

	at = mddoc_offset(doc, node);
	for (n = 0; s[at + (size_t)n] == '#'; n++)
		;
	if (n > 0 && n <= 6 && strchr(" \t\n", s[at + (size_t)n]) != NULL)
		return 0;
	last = cmark_node_get_end_line(node);
	for (line = cmark_node_get_start_line(node) + 1; line <= last; line++)
		if (mddoc_start(doc, line, &start) && !start.lazy &&
		    start.indent < TAB &&
		    is_underline(s, start.text, start.end))
			return line;
	return 0;
}

/* What becomes of each line; new memory. */
static size_t *
plan_lines(const struct mddoc *doc)
{
	const struct table *table;
	size_t *plan, i, line;

	plan = mem_zalloc(doc->pre.nlines * sizeof(*plan));
	for (i = 0; i < doc->tables.n; i++) {
		table = &doc->tables.v[i];
		for (line = table->first; line < table->last; line++)
			plan[line] = LINE_DROPPED;
		plan[table->stand] = i + 1;
	}
	return plan;
}

static void
put_cells(struct mddoc *doc, struct buf *out)
{
	const struct table_cell *cell;
	size_t i;

	for (i = 0; i < doc->tables.ncells; i++) {
		cell = &doc->tables.cells[i];
		if (cell->len == 0)
			continue;
		buf_utf8(out, MDMARK_CELL);
		buf_putc(out, ' ');
		table_cell_text(cell, doc->pre.text.data, out);
		buf_puts(out, "\n\n");
		doc->rows[doc->nrows++] = 0;
		doc->rows[doc->nrows++] = 0;
	}
}

/* The text that cmark reads: cells, then lines with marks for tables. */
static void
put_text(struct mddoc *doc, struct buf *out)
{
	const struct mdpre *pre = &doc->pre;
	size_t *plan, i, begin;

	doc->nrows = 0;
	doc->rows = mem_resize(doc->rows, pre->nlines + 1 +
	    2 * doc->tables.ncells, sizeof(*doc->rows));
	put_cells(doc, out);
	plan = plan_lines(doc);
	for (i = 0; i < pre->nlines; i++) {
		if (plan[i] == LINE_DROPPED)
			continue;
		begin = pre->lines[i].at;
		doc->rows[doc->nrows++] = i;
		if (plan[i] == LINE_KEPT) {
			buf_add(out, pre->text.data + begin,
			    mdpre_line_end(pre, i) + 1 - begin);
			continue;
		}
		buf_add(out, pre->text.data + begin,
		    doc->tables.v[plan[i] - 1].stand_at - begin);
		buf_puts(out, "###### ");
		mdpre_put_mark(out, MDMARK_TABLE, plan[i] - 1);
		buf_putc(out, '\n');
	}
	free(plan);
}

static void
parse(struct mddoc *doc)
{
	struct buf text = { 0 };
	struct table_cell *cell;
	size_t i;

	put_text(doc, &text);
	if (doc->root != NULL)
		cmark_node_free(doc->root);
	doc->root = cmark_parse_document(buf_str(&text), text.len,
	    CMARK_OPT_DEFAULT);
	buf_release(&text);
	doc->first = cmark_node_first_child(doc->root);
	for (i = 0; i < doc->tables.ncells && doc->first != NULL; i++) {
		cell = &doc->tables.cells[i];
		cell->node = cell->len == 0 ? NULL : doc->first;
		if (cell->len > 0)
			doc->first = cmark_node_next(doc->first);
	}
}

/* The offset to name for NODE: where the block around it begins. */
static size_t
offset_near(const struct mddoc *doc, cmark_node *node)
{
	size_t i;

	while (cmark_node_get_type(node) > CMARK_NODE_LAST_BLOCK)
		node = cmark_node_parent(node);
	for (i = 0; i < doc->tables.ncells; i++)
		if (doc->tables.cells[i].node == node)
			return doc->tables.cells[i].at;
	return mddoc_offset(doc, node);
}

/* Nodes that cmark's iterator does not leave, since it never goes in. */
static int
is_leaf(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
	case CMARK_NODE_TEXT:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_CODE:
	case CMARK_NODE_HTML_INLINE:
		return 1;
	default:
		return 0;
	}
}

static int
check_depth(struct mddoc *doc)
{
	cmark_iter *iter;
	cmark_event_type event;
	cmark_node *node;
	int depth = -1, rc = 0;

	iter = cmark_iter_new(doc->root);
	for (event = cmark_iter_next(iter); event != CMARK_EVENT_DONE &&
	    rc == 0; event = cmark_iter_next(iter)) {
		node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_EXIT)
			depth--;
		else if (!is_leaf(node))
			depth++;
		if (depth > MDDOC_DEPTH_MAX)
			rc = too_deep(doc, offset_near(doc, node));
	}
	cmark_iter_free(iter);
	return rc;
}

int
mddoc_read(struct mddoc *doc, const struct markdown_text *md, struct diag *d)
{
	size_t n;
	int round;

	memset(doc, 0, sizeof(*doc));
	doc->d = d;
	doc->flags = md->flags;
	if (mdpre_read(&doc->pre, md, d) != 0)
		return -1;
	for (round = 0; round < ROUNDS; round++) {
		parse(doc);
		n = doc->tables.n;
		if (table_find(doc) != 0)
			return -1;
		if (doc->tables.n == n)
			return check_depth(doc);
	}
	parse(doc);
	return check_depth(doc);
}

void
mddoc_release(struct mddoc *doc)
{
	mdpre_release(&doc->pre);
	if (doc->root != NULL)
		cmark_node_free(doc->root);
	table_release(&doc->tables);
	free(doc->rows);
	memset(doc, 0, sizeof(*doc));
}

const char *
markdown_cmark(void)
{
	return cmark_version_string();
}
