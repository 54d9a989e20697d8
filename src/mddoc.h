/* A Markdown text read by cmark, tables taken out, and places in it. */
#ifndef ISMSDOC_MDDOC_H
#define ISMSDOC_MDDOC_H

#include <cmark.h>
#include <stddef.h>

#include "diag.h"
#include "mdpre.h"
#include "table.h"

/*
 * cmark knows no tables, and they cannot be made from its inlines: a code
 * span runs across cells.  So the text is parsed, tables are looked for in
 * the source lines of its paragraphs (table.h), and where there are any it is
 * parsed again: in place of a table stands a heading with its mark, and every
 * cell is a paragraph of its own before the text, where it sees the text's
 * link definitions.  What follows a table is read as GFM does, not as the
 * rest of a paragraph.
 *
 * cmark forgets what stood before the text of a line, so the boxes (quotes
 * and list items) around a block are kept while walking: they say where the
 * text of each of its lines begins.
 */

enum {
	MDDOC_DEPTH_MAX = 64	/* nodes in nodes */
};

struct mdbox {
	int	 quote;		/* else a list item */
	int	 width;		/* columns that an item's lines are indented */
	int	 line;		/* cmark's line that opened it */
};

struct mddoc {
	struct mdpre	 pre;
	struct diag	*d;
	unsigned	 flags;
	cmark_node	*root;
	cmark_node	*first;		/* of its children after the cells */
	struct tables	 tables;
	size_t		*rows;		/* line of pre of each line that */
	size_t		 nrows;		/* cmark read; a cell's is unused */
	struct mdbox	 box[MDDOC_DEPTH_MAX];
	int		 nbox;
};

/*
 * Read MD, which must outlive DOC.  Returns 0, or -1 with messages: a limit
 * was passed, there is nothing to walk.  mddoc_release in both cases.
 */
int	 mddoc_read(struct mddoc *doc, const struct markdown_text *md,
	    struct diag *d);
void	 mddoc_release(struct mddoc *doc);

/* Offset of the byte where NODE, a block, begins. */
size_t	 mddoc_offset(const struct mddoc *doc, cmark_node *node);

/* Enter NODE, a quote or list item: -1 with a message if too deep. */
int	 mddoc_push(struct mddoc *doc, cmark_node *node);
void	 mddoc_pop(struct mddoc *doc);

/* Where the text of a line begins, inside of the boxes around it. */
struct mdstart {
	size_t	 at;		/* offset of the first byte that cmark takes */
	size_t	 text;		/* of the first that is not blank */
	size_t	 end;		/* of its line feed */
	int	 indent;	/* columns of blanks before it */
	int	 lazy;		/* the line lacks a box's sign; blanks are */
				/* part of the text */
};

/* LINE as cmark counts; 1 if it is there, else 0. */
int	 mddoc_start(const struct mddoc *doc, int line,
	    struct mdstart *start);

/* cmark's line of the underline of NODE, a heading; 0: it has none. */
int	 mddoc_underline(const struct mddoc *doc, cmark_node *node);

#endif
