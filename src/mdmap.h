/* Where the inlines of a block stand in the text. */
#ifndef ISMSDOC_MDMAP_H
#define ISMSDOC_MDMAP_H

#include <cmark.h>
#include <stddef.h>

#include "diag.h"
#include "mddoc.h"

/*
 * cmark counts an inline's column within the content of its block: from the
 * line end that it last met as such, indentation and quote signs taken off,
 * and not aware of line feeds in code spans and link destinations.  A map
 * holds where each line of the content begins, is told of the inlines in
 * their order, and so can say where one stands.  Where cmark's counting does
 * not fit the text (another version's might not), the next sign that can
 * begin such an inline is taken.
 */
enum {
	MDMAP_CELL_PREFIX = 4	/* bytes before a cell's text: mark, blank */
};

struct mdmap {
	struct mddoc	*doc;
	struct mdseg {
		size_t	 at;	/* offset in the content */
		size_t	 src;	/* the same byte in the prepared text */
	}		*segs;	/* lines of a block, pieces of a cell */
	size_t		 nsegs;
	size_t		 cap;
	size_t		 len;	/* of the content */
	size_t		 base;	/* what cmark's columns count from */
	size_t		 row;	/* index of a line not after the next one */
	size_t		 cur;	/* end of what was passed */
	int		 col0;	/* cmark's columns before the content */
	int		 lost;	/* a sign was not found */
};

/* Begin NODE, a paragraph or heading; or CELL, whose text is LEN bytes. */
void	 mdmap_block(struct mdmap *map, struct mddoc *doc, cmark_node *node);
void	 mdmap_cell(struct mdmap *map, struct mddoc *doc,
	    const struct table_cell *cell);
void	 mdmap_release(struct mdmap *map);

/* Place of the first byte of the content. */
struct place	 mdmap_begin(struct mdmap *map);

/* Place of NODE: a link, an image or raw HTML.  Call it before mdmap_pass */
/* of anything in it. */
struct place	 mdmap_place(struct mdmap *map, cmark_node *node);

/* NODE, an inline that was entered, has been dealt with. */
void	 mdmap_pass(struct mdmap *map, cmark_node *node);

#endif
