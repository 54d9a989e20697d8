/* Markdown's inlines to DocBook's. */
#ifndef ISMSDOC_MDINLINE_H
#define ISMSDOC_MDINLINE_H

#include <cmark.h>
#include <libxml/tree.h>

#include "mddoc.h"
#include "mdmap.h"

/*
 * One for a text.  Begin a block or a cell, put any of its inlines, as often
 * as needed.
 */
struct mdinline {
	struct mddoc	*doc;
	struct mdmap	 map;
	struct buf	 text;		/* not yet in the tree */
	size_t		 skip;		/* bytes of text to leave out */
	size_t		 restored;	/* bytes put back into attributes */
	int		 trim;		/* blanks before any text go */
	int		 plain;		/* no elements: in an image's text */
	int		 said_html;	/* one warning per block */
	int		 said_restored;
};

void	 mdinline_init(struct mdinline *in, struct mddoc *doc);
void	 mdinline_release(struct mdinline *in);

/* Begin with NODE, a paragraph or heading; returns its place. */
struct place	 mdinline_begin(struct mdinline *in, cmark_node *node);

/*
 * Append NODE and what follows it to PARENT.  Before, SKIP can be set to
 * leave out the first bytes of text, and TRIM to leave out the blanks after
 * them.
 */
void	 mdinline_put(struct mdinline *in, cmark_node *node,
	    xmlNodePtr parent);

/* Append CELL to PARENT. */
void	 mdinline_cell(struct mdinline *in, const struct table_cell *cell,
	    xmlNodePtr parent);

/* Append IMAGE, the only inline of its paragraph, as a block. */
void	 mdinline_figure(struct mdinline *in, cmark_node *image,
	    xmlNodePtr parent);

/* Append the hole INDEX as an element. */
xmlNodePtr	 mdinline_hole(struct mdinline *in, size_t index,
		    xmlNodePtr parent);

/* Append S as text, marks put back. */
void	 mdinline_literal(struct mdinline *in, const char *s, size_t len,
	    xmlNodePtr parent);

/* Say that AT begins raw HTML, once in a block. */
void	 mdinline_say_html(struct mdinline *in, const struct place *at);

#endif
