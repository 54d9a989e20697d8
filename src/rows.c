/* Rows of long tables, kept as text while the rest of a result is made. */
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "xml.h"

#define TARGET	"ismsdoc-rows"

enum { ROWS_FROM = 20000 };	/* a table of fewer nodes stays a tree */

/* The text that stands in the place of NODE; NULL: NODE is another one. */
static struct buf *
run_of(const xmlNode *node)
{
	if (node == NULL || node->type != XML_PI_NODE ||
	    strcmp((const char *)node->name, TARGET) != 0)
		return NULL;
	return node->_private;
}

/* A new text, and what stands in its place, before NODE. */
static struct buf *
add_run(struct rows *rows, xmlNodePtr node)
{
	struct buf *run;
	xmlNodePtr pi;
	char *number;

	run = mem_zalloc(sizeof(*run));
	rows->runs = mem_resize(rows->runs, rows->nruns + 1,
	    sizeof(*rows->runs));
	number = mem_printf("%zu", rows->nruns);
	rows->runs[rows->nruns++] = run;
	pi = xmlNewDocPI(node->doc, BAD_CAST TARGET, BAD_CAST number);
	free(number);
	pi->_private = run;
	xmlAddPrevSibling(node, pi);
	return run;
}

/* Append the XML TEXT to OUT, with the rows for what stands in their place. */
static void
splice(const struct rows *rows, const struct buf *text, struct buf *out)
{
	static const char mark[] = "<?" TARGET " ";
	const char *from, *at, *end;
	size_t n, len;

	from = buf_str(text);
	if (rows->nruns == 0 || strstr(from, mark) == NULL) {
		buf_add(out, from, text->len);
		return;
	}
	for (n = 0, len = text->len; n < rows->nruns; n++)
		len += rows->runs[n]->len;
	buf_reserve(out, len);
	while ((at = strstr(from, mark)) != NULL) {
		n = strtoul(at + strlen(mark), NULL, 10);
		end = strstr(at, "?>");
		if (end == NULL)
			break;
		buf_add(out, from, (size_t)(at - from));
		if (n < rows->nruns)
			buf_add(out, buf_str(rows->runs[n]),
			    rows->runs[n]->len);
		from = end + 2;
	}
	buf_add(out, from, strlen(from));
}

static void
to_text(struct rows *rows, xmlNodePtr row, struct buf *run)
{
	struct buf text = { 0 };

	rows->nnodes += xml_count(row);
	if (rows->write != NULL) {
		rows->write(rows->arg, row, run);
	} else {
		xml_write_part(row, &text);
		splice(rows, &text, run);
		buf_release(&text);
	}
	xml_remove(row);
}

/* All rows of ROW's table so far, which have nothing between them. */
static void
begin_run(struct rows *rows, xmlNodePtr row)
{
	xmlNodePtr first = row, next;
	struct buf *run;

	while (first->prev != NULL && first->prev->type == XML_ELEMENT_NODE &&
	    xmlStrEqual(first->prev->name, row->name))
		first = first->prev;
	run = add_run(rows, first);
	for (; first != NULL; first = next) {
		next = first->next;
		to_text(rows, first, run);
	}
}

/* The table of ROW; those that were begun in a row of it are over. */
static struct rows_table *
table_of(struct rows *rows, const xmlNode *row)
{
	size_t i;

	for (i = rows->ntables; i > 0; i--)
		if (rows->tables[i - 1].parent == row->parent)
			break;
	if (i == 0) {
		i = rows->ntables + 1;
		rows->tables = mem_resize(rows->tables, i,
		    sizeof(*rows->tables));
		rows->tables[i - 1].parent = row->parent;
		rows->tables[i - 1].n = 0;
	}
	rows->ntables = i;
	return &rows->tables[i - 1];
}

void
rows_take(struct rows *rows, xmlNodePtr row)
{
	struct rows_table *table;
	struct buf *run;

	table = table_of(rows, row);
	run = run_of(row->prev);
	if (run != NULL) {
		to_text(rows, row, run);
		return;
	}
	table->n += xml_count(row);
	if (table->n < ROWS_FROM)
		return;
	begin_run(rows, row);
	table->n = 0;
}

/* Is there, in TEXT, an attribute whose name begins with MARK, " xlink:"? */
static int
has_attribute(const char *text, const char *mark)
{
	const char *at = text;

	while ((at = strstr(at, mark)) != NULL) {
		at += strlen(mark);
		at += strcspn(at, "=<> \t\n");
		if (at[0] == '=' && at[1] == '"')
			return 1;
	}
	return 0;
}

/* Does the XML of any row use the prefix of a namespace? */
static int
uses_prefix(const struct rows *rows, const char *prefix)
{
	char *element, *attribute;
	const char *text;
	size_t i;
	int uses = 0;

	element = mem_printf("<%s:", prefix);
	attribute = mem_printf(" %s:", prefix);
	for (i = 0; i < rows->nruns && !uses; i++) {
		text = buf_str(rows->runs[i]);
		uses = strstr(text, element) != NULL ||
		    has_attribute(text, attribute);
	}
	free(attribute);
	free(element);
	return uses;
}

void
rows_pack(const struct rows *rows, xmlNodePtr node, const xmlNode *within,
    struct buf *out)
{
	struct buf text = { 0 };
	const xmlNode *around;
	const xmlNs *ns;

	if (rows->nruns == 0) {
		xml_pack(node, within, out);
		return;
	}
	for (around = within; around != NULL &&
	    around->type == XML_ELEMENT_NODE; around = around->parent)
		for (ns = around->nsDef; ns != NULL; ns = ns->next)
			if (ns->prefix != NULL &&
			    uses_prefix(rows, (const char *)ns->prefix))
				xmlNewNs(node, ns->href, ns->prefix);
	xml_pack(node, within, &text);
	splice(rows, &text, out);
	buf_release(&text);
}

static void
restore_one(xmlNodePtr pi)
{
	xml_read_part(pi, run_of(pi));
	xml_remove(pi);
}

void
rows_restore(struct rows *rows, xmlNodePtr root)
{
	xmlNodePtr node, next;

	for (node = rows->nruns == 0 ? NULL : root->children; node != NULL;
	    node = next) {
		next = node->next;
		if (run_of(node) != NULL)
			restore_one(node);
		else if (node->type == XML_ELEMENT_NODE)
			rows_restore(rows, node);
	}
}

void
rows_release(struct rows *rows)
{
	size_t i;

	for (i = 0; i < rows->nruns; i++) {
		buf_release(rows->runs[i]);
		free(rows->runs[i]);
	}
	free(rows->runs);
	free(rows->tables);
	rows->runs = NULL;
	rows->tables = NULL;
	rows->nruns = rows->nnodes = rows->ntables = 0;
}
