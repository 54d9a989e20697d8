/* Markdown to DocBook blocks, by cmark, with places and templates' holes. */
#include "markdown.h"

#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "mddoc.h"
#include "mdhtml.h"
#include "mdinline.h"
#include "mdkind.h"
#include "mdpre.h"
#include "mem.h"
#include "xml.h"

struct markdown {
	struct markdown_text	 md;
	struct mddoc		 doc;
	struct diag		 d;		/* what reading said */
	int			 unread;	/* a limit was passed */
};

struct walk {
	struct mddoc	 doc;
	struct mdinline	 in;
	xmlHashTablePtr	 rules;		/* id of each rule: its place's line */
	xmlNodePtr	 rule;		/* the last block, if it is a rule or */
					/* a list that belongs to one */
	int		 depth;		/* boxes around the block */
};

static void
blocks(struct walk *w, cmark_node *node, xmlNodePtr parent);

static struct place
place_of(struct walk *w, cmark_node *node)
{
	return mdpre_place(&w->doc.pre, mddoc_offset(&w->doc, node));
}

/* Make PARA the rule ID; the second of an id gets none. */
static void
make_rule(struct walk *w, xmlNodePtr para, const char *id,
    const struct place *place)
{
	const char *line;
	char *here;

	xml_set(para, "role", "rule");
	if (w->rules == NULL)
		w->rules = xmlHashCreate(0);
	line = xmlHashLookup(w->rules, BAD_CAST id);
	if (line != NULL) {
		diag_add(w->doc.d, DIAG_RULE_ID, place,
		    "rule \"%s\" stands twice; first in line %s", id, line);
		return;
	}
	here = mem_printf("%d", place->line);
	xmlHashAddEntry(w->rules, BAD_CAST id, here);
	xml_set(para, "xml:id", id);
}

/* Take the sign "[ ]" off NODE, the first paragraph of a task. */
static cmark_node *
skip_task(struct walk *w, cmark_node *node)
{
	cmark_node *first;

	first = cmark_node_first_child(node);
	w->in.trim = 1;
	/* Where there is a link definition for it, "[x]" is a link. */
	if (cmark_node_get_type(first) != CMARK_NODE_TEXT)
		return cmark_node_next(first);
	w->in.skip = 3;
	return first;
}

static void
paragraph(struct walk *w, cmark_node *node, xmlNodePtr parent, int is_task)
{
	cmark_node *first, *image = NULL;
	struct place place;
	xmlNodePtr para;
	const char *id;
	enum mdcontent content;
	size_t hole = 0;

	place = mdinline_begin(&w->in, node);
	content = mdkind_content(&w->doc.pre, node, &hole, &image);
	if (content == MDCONTENT_NONE)
		return;
	w->rule = NULL;
	if (content == MDCONTENT_HOLE) {
		xml_set(mdinline_hole(&w->in, hole, parent), "block", "true");
		return;
	}
	if (content == MDCONTENT_IMAGE) {
		mdinline_figure(&w->in, image, parent);
		return;
	}
	para = xml_add(parent, "para");
	first = is_task ? skip_task(w, node) : cmark_node_first_child(node);
	id = w->depth == 0 && (w->doc.flags & MARKDOWN_RULES) != 0 ?
	    mdkind_rule(node) : NULL;
	if (id != NULL) {
		make_rule(w, para, id, &place);
		w->rule = para;
	}
	xml_set_src(para, &place);
	mdinline_put(&w->in, first, para);
}

static void
heading(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	struct place place;
	xmlNodePtr title;

	w->rule = NULL;
	place = mdinline_begin(&w->in, node);
	if (mddoc_underline(&w->doc, node) == 0)
		place = place_of(w, node);
	title = xml_add(parent, w->depth > 0 ? "bridgehead" : "i:heading");
	if (w->depth == 0)
		xml_setf(title, "level", "%d",
		    cmark_node_get_heading_level(node));
	xml_set_src(title, &place);
	mdinline_put(&w->in, cmark_node_first_child(node), title);
}

/* Give NODE a <para/> where it holds no block. */
static void
fill(xmlNodePtr node)
{
	if (xml_first(node, NULL) == NULL)
		xml_add(node, "para");
}

static void
item(struct walk *w, cmark_node *node, xmlNodePtr list)
{
	cmark_node *first;
	struct place place;
	xmlNodePtr into;
	char sign;

	place = place_of(w, node);
	into = xml_add(list, "listitem");
	if (mddoc_push(&w->doc, node) != 0)
		return;
	w->depth++;
	first = cmark_node_first_child(node);
	sign = mdkind_task(&w->doc, node);
	if (sign != '\0')
		xml_set(into, "role", sign == ' ' ? "open" : "done");
	xml_set_src(into, &place);
	if (sign != '\0') {
		paragraph(w, first, into, 1);
		first = cmark_node_next(first);
	}
	blocks(w, first, into);
	fill(into);
	w->depth--;
	mddoc_pop(&w->doc);
}

static void
list(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	cmark_node *child;
	struct place place;
	xmlNodePtr into, rule;
	int start;

	place = place_of(w, node);
	rule = w->depth == 0 ? w->rule : NULL;
	into = xml_add(rule != NULL ? rule : parent,
	    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ?
	    "orderedlist" : "itemizedlist");
	start = cmark_node_get_list_start(node);
	if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
		xml_set(into, "numeration", "arabic");
		if (start != 1)
			xml_setf(into, "startingnumber", "%d", start);
	}
	if (cmark_node_get_list_tight(node))
		xml_set(into, "spacing", "compact");
	xml_set_src(into, &place);
	child = cmark_node_first_child(node);
	for (; child != NULL; child = cmark_node_next(child))
		item(w, child, into);
	w->rule = rule;
}

static void
quote(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	struct place place;
	xmlNodePtr into;

	w->rule = NULL;
	place = place_of(w, node);
	into = xml_add(parent, "blockquote");
	xml_set_src(into, &place);
	if (mddoc_push(&w->doc, node) != 0)
		return;
	w->depth++;
	blocks(w, cmark_node_first_child(node), into);
	fill(into);
	w->depth--;
	mddoc_pop(&w->doc);
}

static void
code(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	struct buf language = { 0 };
	struct place place;
	xmlNodePtr into;
	const char *s;
	size_t len;

	w->rule = NULL;
	place = place_of(w, node);
	into = xml_add(parent, "programlisting");
	s = cmark_node_get_fence_info(node);
	if (s != NULL && s[0] != '\0') {
		mdpre_restore(&w->doc.pre, s, strcspn(s, " \t"), &language);
		xml_set(into, "language", buf_str(&language));
	}
	xml_set_src(into, &place);
	s = cmark_node_get_literal(node);
	len = strlen(s);
	if (len > 0 && s[len - 1] == '\n')
		len--;
	mdinline_literal(&w->in, s, len, into);
	buf_release(&language);
}

static void
raw_html(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	struct buf html = { 0 }, text = { 0 };
	struct place place;
	xmlNodePtr para;
	const char *s;
	size_t len;
	int found;

	s = cmark_node_get_literal(node);
	mdpre_restore(&w->doc.pre, s, strlen(s), &html);
	found = mdhtml_text(buf_str(&html), html.len, &text);
	s = buf_str(&text) + strspn(buf_str(&text), " \t\n");
	for (len = strlen(s); len > 0 && strchr(" \t\n", s[len - 1]) != NULL;)
		len--;
	place = place_of(w, node);
	w->in.said_html = 0;
	if (found || len > 0)
		mdinline_say_html(&w->in, &place);
	if (len > 0) {
		w->rule = NULL;
		para = xml_add(parent, "para");
		xml_set_src(para, &place);
		xml_text(para, s, len);
	}
	buf_release(&html);
	buf_release(&text);
}

static void
row(struct walk *w, const struct table *table, size_t index, const char *name,
    xmlNodePtr parent)
{
	static const struct {
		char		 sign;
		const char	*word;
	} aligns[] = { { 'l', "left" }, { 'c', "center" }, { 'r', "right" } };
	const struct table_row *from = &w->doc.tables.rows[index];
	xmlNodePtr tr, cell;
	size_t k;
	int i;

	tr = xml_add(parent, "tr");
	for (i = 0; i < table->ncols; i++) {
		cell = xml_add(tr, name);
		if (name[1] == 'h')
			xml_set(cell, "scope", "col");
		for (k = 0; k < sizeof(aligns) / sizeof(*aligns); k++)
			if (aligns[k].sign == table->align[i])
				xml_set(cell, "align", aligns[k].word);
		if (i < from->ncells)
			mdinline_cell(&w->in,
			    &w->doc.tables.cells[from->cell + (size_t)i],
			    cell);
	}
}

/* CAPTION is the paragraph that holds it, or NULL. */
static void
put_table(struct walk *w, const struct table *table, cmark_node *caption,
    xmlNodePtr parent)
{
	struct place place;
	xmlNodePtr into, part;
	size_t i;

	w->rule = NULL;
	place = mdpre_place(&w->doc.pre, table->at);
	into = xml_add(parent, caption != NULL ? "table" : "informaltable");
	xml_set_src(into, &place);
	if (caption != NULL) {
		part = xml_add(into, "caption");
		place = mdinline_begin(&w->in, caption);
		xml_set_src(part, &place);
		w->in.skip = mdkind_caption(caption);
		mdinline_put(&w->in, cmark_node_first_child(caption), part);
	}
	/* DocBook wants a row in the body: a header alone becomes it. */
	part = xml_add(into, table->nrows > 1 ? "thead" : "tbody");
	row(w, table, table->row, "th", part);
	if (table->nrows > 1)
		part = xml_add(into, "tbody");
	for (i = 1; i < table->nrows; i++)
		row(w, table, table->row + i, "td", part);
}

static void
block(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		paragraph(w, node, parent, 0);
		break;
	case CMARK_NODE_HEADING:
		heading(w, node, parent);
		break;
	case CMARK_NODE_LIST:
		list(w, node, parent);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		quote(w, node, parent);
		break;
	case CMARK_NODE_CODE_BLOCK:
		code(w, node, parent);
		break;
	case CMARK_NODE_HTML_BLOCK:
		raw_html(w, node, parent);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		w->rule = NULL;
		xmlAddChild(parent, xmlNewDocPI(parent->doc,
		    BAD_CAST "thematicbreak", NULL));
		break;
	default:
		break;
	}
}

/*
 * NODE and what follows it.  A caption stands before its table or, where
 * there is none before, after it.  Depth is at most MDDOC_DEPTH_MAX.
 */
static void
blocks(struct walk *w, cmark_node *node, xmlNodePtr parent)
{
	const struct table *table;
	cmark_node *next, *caption;

	for (; node != NULL; node = next) {
		next = cmark_node_next(node);
		caption = NULL;
		table = mdkind_table(&w->doc, node);
		if (mdkind_caption(node) > 0 && next != NULL &&
		    mdkind_table(&w->doc, next) != NULL) {
			caption = node;
			table = mdkind_table(&w->doc, next);
			next = cmark_node_next(next);
		} else if (table != NULL && next != NULL &&
		    mdkind_caption(next) > 0) {
			caption = next;
			next = cmark_node_next(next);
		}
		if (table != NULL)
			put_table(w, table, caption, parent);
		else
			block(w, node, parent);
	}
}

static void
free_line(void *line, const xmlChar *id)
{
	(void)id;
	free(line);
}

struct markdown_text
markdown_body(const char *path, const char *file, size_t len, size_t body,
    int line0, unsigned flags)
{
	struct markdown_text md;

	md.path = path;
	md.text = file + body;
	md.len = len - body;
	md.line0 = line0;
	md.flags = flags;
	return md;
}

struct markdown *
markdown_read(const struct markdown_text *md)
{
	struct markdown *read;

	read = mem_zalloc(sizeof(*read));
	read->md = *md;
	read->unread = mddoc_read(&read->doc, &read->md, &read->d) == -1;
	return read;
}

int
markdown_put(struct markdown *read, xmlNodePtr parent, struct diag *d)
{
	struct walk w;
	size_t errors = d->nerrors;

	diag_merge(d, &read->d);
	memset(&w, 0, sizeof(w));
	w.doc = read->doc;
	w.doc.d = d;
	if (!read->unread) {
		mdinline_init(&w.in, &w.doc);
		blocks(&w, w.doc.first, parent);
		mdinline_release(&w.in);
	}
	xmlHashFree(w.rules, free_line);
	mddoc_release(&w.doc);
	free(read);
	return d->nerrors > errors ? -1 : 0;
}

void
markdown_forget(struct markdown *read)
{
	if (read == NULL)
		return;
	mddoc_release(&read->doc);
	diag_release(&read->d);
	free(read);
}

int
markdown_blocks(const struct markdown_text *md, xmlNodePtr parent,
    struct diag *d)
{
	return markdown_put(markdown_read(md), parent, d);
}
