/* Registers: CSV files by libcsv, with the place of every cell. */
#ifndef ISMSDOC_SHEET_H
#define ISMSDOC_SHEET_H

#include <stddef.h>

#include "diag.h"

/*
 * RFC 4180: quotes around cells that hold the separator, a quote (doubled)
 * or a line feed; LF or CRLF.  The separator is "," or ";", whichever the
 * header row has more of outside quotes.  Rows without any text are passed
 * over.  Missing cells at the end of a row are empty.
 */

struct sheet_cell {
	char	*text;		/* never NULL; blanks around only if quoted */
	int	 line;		/* where it begins */
	int	 col;		/* in characters */
};

struct sheet_row {
	struct sheet_cell	*cells;		/* ncolumns of them */
	int			 line;
};

struct sheet {
	struct sheet_cell	*columns;	/* the header */
	size_t			 ncolumns;
	struct sheet_row	*rows;
	size_t			 nrows;
	char			 separator;
};

enum {
	SHEET_COLUMNS_MAX = 200,
	SHEET_ROWS_MAX = 200000
};

/*
 * Read LEN bytes of TEXT (UTF-8, without BOM) that came from PATH.  Returns
 * 0, or -1 with messages: no header, a column without a name or named twice,
 * a row with more cells than the header, quotes that are not RFC 4180.
 * Release SHEET in either case.
 */
int	 sheet_read(struct sheet *sheet, const char *path, const char *text,
	    size_t len, struct diag *d);

/* Index of the column NAME, or -1. */
int	 sheet_column(const struct sheet *sheet, const char *name);

void	 sheet_release(struct sheet *sheet);

#endif
