/* OSCAL prose to DocBook blocks. */
#include "oscal_line.h"

#include <string.h>

#include "xml.h"

/* What a block becomes. */
struct block {
	const char	*name;
	void		(*put)(struct flow *, const xmlNode *, xmlNodePtr,
			    const struct block *);
	const char	*docbook;
};

static void	put_blocks(struct flow *, const xmlNode *, xmlNodePtr);
static const struct block	*block_of(const xmlNode *);

/* The words of NODE, which may not stand where it does, as a paragraph. */
static void
put_stray(struct flow *f, const xmlNode *node, xmlNodePtr to)
{
	flow_begin(f, to, "para");
	flow_node(f, node);
	flow_end(f);
}

/* Is NODE nothing, or nothing but blanks? */
static int
is_blank(const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE)
		return 0;
	if (node->type != XML_TEXT_NODE &&
	    node->type != XML_CDATA_SECTION_NODE)
		return 1;
	return node->content[strspn((const char *)node->content,
	    OSCAL_BLANKS)] == '\0';
}

static void
put_transparent(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	(void)block;
	put_blocks(f, node, to);
}

static void
put_heading(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	flow_begin(f, to, block->docbook);
	flow_line(f, node);
	flow_end(f);
}

static void
put_listing(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	flow_begin(f, to, block->docbook);
	f->in |= IN_PRE;
	flow_line(f, node);
	f->in &= ~(unsigned)IN_PRE;
	flow_end(f);
}

static void
put_rule(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	xmlAddChild(to, xmlNewDocPI(to->doc, BAD_CAST block->docbook, NULL));
	put_blocks(f, node, to);
}

static void
put_quote(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	xmlNodePtr quote;

	quote = xml_add(to, block->docbook);
	put_blocks(f, node, quote);
	if (xml_first(quote, NULL) == NULL)
		xml_remove(quote);
}

/* ITEM as a list item; what is not <li> stands alone in one. */
static void
put_item(struct flow *f, const xmlNode *item, xmlNodePtr list)
{
	const struct block *block;
	xmlNodePtr to;

	to = xml_add(list, "listitem");
	block = block_of(item);
	if (oscal_is(item, "li"))
		put_blocks(f, item, to);
	else if (block != NULL)
		block->put(f, item, to, block);
	else
		put_stray(f, item, to);
	if (xml_first(to, NULL) == NULL)
		xml_add(to, "para");
}

static void
put_list(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	const xmlNode *item;
	const char *start;
	xmlNodePtr list;

	list = xml_add(to, block->docbook);
	start = xml_get(node, "start");
	if (start != NULL && oscal_is(node, "ol") && start[0] != '\0' &&
	    strlen(start) < 10 &&
	    start[strspn(start, "0123456789")] == '\0')
		xml_set(list, "startingnumber", start);
	for (item = node->children; item != NULL; item = item->next)
		if (!is_blank(item))
			put_item(f, item, list);
	if (list->children == NULL)
		xml_remove(list);
}

static int
has_block(const xmlNode *parent)
{
	const xmlNode *node;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL))
		if (block_of(node) != NULL)
			return 1;
	return 0;
}

static void
put_cell(struct flow *f, const xmlNode *node, xmlNodePtr row)
{
	const char *align;
	xmlNodePtr cell;

	cell = xml_add(row, oscal_is(node, "th") ? "th" : "td");
	align = node->type != XML_ELEMENT_NODE ? NULL :
	    xml_get(node, "align");
	if (align != NULL && (strcmp(align, "left") == 0 ||
	    strcmp(align, "center") == 0 || strcmp(align, "right") == 0))
		xml_set(cell, "align", align);
	if (has_block(node)) {
		put_blocks(f, node, cell);
		return;
	}
	f->at = cell;
	f->gap = 1;
	flow_node(f, node);
	flow_close(f);
}

static void
put_row(struct flow *f, const xmlNode *node, xmlNodePtr body)
{
	const xmlNode *cell;
	xmlNodePtr row;

	row = xml_add(body, "tr");
	for (cell = node->children; cell != NULL; cell = cell->next)
		if (!is_blank(cell))
			put_cell(f, cell, row);
	if (row->children == NULL)
		xml_remove(row);
}

/* The rows below FROM into BODY, and what is no row as paragraphs into TO. */
static void
put_rows(struct flow *f, const xmlNode *from, xmlNodePtr body,
    xmlNodePtr to)
{
	const xmlNode *node;

	for (node = from->children; node != NULL; node = node->next) {
		if (oscal_is(node, "tr"))
			put_row(f, node, body);
		else if (oscal_is(node, "tbody") ||
		    oscal_is(node, "thead"))
			put_rows(f, node, body, to);
		else if (!is_blank(node))
			put_stray(f, node, to);
	}
}

/* The first row of BODY becomes a head where it is all th and not alone. */
static void
make_head(xmlNodePtr table, xmlNodePtr body)
{
	xmlNodePtr first, head, th;

	first = xml_first(body, "tr");
	if (xml_first(first, "td") != NULL || xml_next(first, "tr") == NULL)
		return;
	head = xml_make(table, "thead");
	xmlAddPrevSibling(body, head);
	xmlUnlinkNode(first);
	xmlAddChild(head, first);
	for (th = xml_first(first, "th"); th != NULL; th = xml_next(th, "th"))
		xml_set(th, "scope", "col");
}

static void
put_table(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	xmlNodePtr table, body, row, first;

	table = xml_make(to, block->docbook);
	body = xml_add(table, "tbody");
	put_rows(f, node, body, to);
	if (body->children == NULL) {
		xmlFreeNode(table);
		return;
	}
	make_head(table, body);
	for (row = xml_first(body, "tr"); row != NULL;
	    row = xml_next(row, "tr")) {
		first = xml_first(row, NULL);
		if (xml_is(first, "th"))
			xml_set(first, "scope", "row");
	}
	xmlAddChild(to, table);
}

static const struct block blocks[] = {
	{ "p", put_transparent, NULL },
	{ "ul", put_list, "itemizedlist" },
	{ "ol", put_list, "orderedlist" },
	{ "pre", put_listing, "programlisting" },
	{ "blockquote", put_quote, "blockquote" },
	{ "table", put_table, "informaltable" },
	{ "hr", put_rule, "thematicbreak" },
	{ "h1", put_heading, "bridgehead" },
	{ "h2", put_heading, "bridgehead" },
	{ "h3", put_heading, "bridgehead" },
	{ "h4", put_heading, "bridgehead" },
	{ "h5", put_heading, "bridgehead" },
	{ "h6", put_heading, "bridgehead" }
};

static const struct block *
block_of(const xmlNode *node)
{
	size_t i;

	for (i = 0; node->type == XML_ELEMENT_NODE && i < sizeof(blocks) /
	    sizeof(*blocks); i++)
		if (oscal_is(node, blocks[i].name))
			return &blocks[i];
	return NULL;
}

int
oscal_is_block(const xmlNode *node)
{
	return block_of(node) != NULL;
}

/* Children of a part, a group or the like that are no prose. */
static int
is_apart(const xmlNode *node)
{
	static const char *const names[] = {
		"title", "prop", "link", "part", "param", "remarks"
	};
	size_t i;

	for (i = 0; node->type == XML_ELEMENT_NODE && i < sizeof(names) /
	    sizeof(*names); i++)
		if (oscal_is(node, names[i]))
			return 1;
	return 0;
}

static void
put_block(struct flow *f, const xmlNode *node, xmlNodePtr to,
    const struct block *block)
{
	flow_end(f);
	if (f->depth == OSCAL_DEPTH_MAX) {
		oscal_too_deep(f->oscal, node);
		return;
	}
	f->depth++;
	if (block != NULL)
		block->put(f, node, to, block);
	else
		put_blocks(f, node, to);
	f->depth--;
}

/* Mixed content: lines become paragraphs, as do lists in a <p> its rest. */
static void
put_blocks(struct flow *f, const xmlNode *from, xmlNodePtr to)
{
	const struct block *block;
	const xmlNode *node;
	int is_part;

	is_part = oscal_is(from, "part");
	for (node = from->children; node != NULL; node = node->next) {
		block = block_of(node);
		if (block == NULL && is_part && is_apart(node))
			continue;
		if (block != NULL || (node->type == XML_ELEMENT_NODE &&
		    has_block(node))) {
			put_block(f, node, to, block);
			continue;
		}
		if (f->at == NULL && is_blank(node))
			continue;
		if (f->at == NULL)
			flow_begin(f, to, "para");
		flow_node(f, node);
	}
	flow_end(f);
}

void
oscal_prose(struct oscal *oscal, const xmlNode *from, xmlNodePtr to)
{
	struct flow f = { 0 };

	f.oscal = oscal;
	put_blocks(&f, from, to);
	buf_release(&f.text);
}
