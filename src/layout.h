/* Layouts: a table of text in aligned columns, for a terminal or a pipe. */
#ifndef ISMSDOC_LAYOUT_H
#define ISMSDOC_LAYOUT_H

#include <stdio.h>

#include "mem.h"

/* Cells of NCOLUMNS columns, row after row, the head first. */
struct layout {
	size_t		 ncolumns;	/* at least 1 */
	struct strs	 cells;		/* a multiple of that many */
};

/*
 * Columns of a terminal that TEXT (UTF-8) takes: none for marks that combine
 * with what is before them, two for wide letters as those of Chinese.
 */
int	 layout_columns(const char *text);

/*
 * Print GRID with two blanks between columns.  Where WIDTH is not 0 and the
 * rows are wider, the widest columns are made narrower and their cells
 * wrapped, between words if possible; where that is not enough, each row is
 * a block of lines, one for each cell.  With a WIDTH of 0 a row is a line.
 */
void	 layout_print(const struct layout *grid, int width, FILE *out);

/* How wide the terminal OUT is; 0 where it is none. */
int	 layout_terminal(FILE *out);

void	 layout_release(struct layout *grid);

#endif
