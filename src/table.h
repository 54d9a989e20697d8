/* GFM pipe tables: found in a paragraph's source lines, split into cells. */
#ifndef ISMSDOC_TABLE_H
#define ISMSDOC_TABLE_H

#include <cmark.h>
#include <stddef.h>

#include "buf.h"

/*
 * The rules are those of the GFM specification, section 4.10, and where it
 * is silent those of cmark-gfm: a row of text, a delimiter row with as many
 * cells, then rows up to an empty line or the beginning of another block.
 * In a cell "\|" is "|", in code too.  Rows are cut or filled to the width
 * of the first.  The source lines have marks in place of {{...}} (mdpre.h),
 * so that a "|" in there splits nothing.
 */

enum {
	TABLE_COLUMNS_MAX = 64,
	TABLE_FILLED_MAX = 65536	/* cells that rows of a text lack */
};

struct table_cell {
	size_t		 at;	/* of its text in the prepared text */
	size_t		 len;	/* 0: empty */
	cmark_node	*node;	/* paragraph with its inlines; NULL: empty */
};

struct table_row {
	size_t		 cell;	/* index of its first cell */
	int		 ncells;	/* rows may be short */
};

struct table {
	size_t		 at;	/* offset of the header's text */
	size_t		 first;	/* half-open range of lines */
	size_t		 last;
	size_t		 stand;	/* line whose boxes hold the table, and */
	size_t		 stand_at;	/* offset of the text in it */
	int		 ncols;
	char		 align[TABLE_COLUMNS_MAX];	/* l c r or NUL */
	size_t		 row;	/* index of the header row */
	size_t		 nrows;	/* with it */
};

struct tables {
	struct table		*v;
	size_t			 n;
	struct table_row	*rows;
	size_t			 nrows;
	struct table_cell	*cells;
	size_t			 ncells;
	size_t			 filled;	/* cells lacking so far */
};

struct mddoc;

/*
 * Add to DOC's tables those that stand in its paragraphs as they are parsed
 * now.  -1 with a message where blocks are nested too deeply; a table that
 * is too large is left what it is, with a message.
 */
int	 table_find(struct mddoc *doc);

/* Append a cell's text, "\|" as "|". */
void	 table_cell_text(const struct table_cell *cell, const char *text,
	    struct buf *out);

void	 table_release(struct tables *tables);

#endif
