/* XLSX out: grids as the sheets of a workbook, by libxlsxwriter. */
#ifndef ISMSDOC_XLSXOUT_H
#define ISMSDOC_XLSXOUT_H

#include "buf.h"
#include "diag.h"
#include "grid.h"

struct xlsxout {
	const char	*path;		/* of the output, for messages */
	const char	*title;		/* of the workbook */
	const char	*company;
	const char	*today;		/* YYYY-MM-DD: when it was made */
};

enum {
	XLSXOUT_CELL_MAX = 32767,	/* characters, as UTF-16 counts them */
	XLSXOUT_ROWS_MAX = 1048575	/* below the header */
};

/*
 * Append the workbook of the N grids to OUT: the titles of the columns in a
 * first row that is bold, frozen and filters; dates and numbers as such where
 * a cell is one; everything else as text, which never becomes a formula or a
 * link; a list to choose from in the columns of a status; columns to be filled
 * in with a coloured head, hidden ones hidden.  The bytes depend on nothing
 * but the arguments and the libraries.
 *
 * Names of sheets are the grids' titles, without what is not allowed in them,
 * cut to 31 characters, and numbered where two would be the same.  A cell or
 * a grid that is too long is cut with a warning.  0, or -1 with a message:
 * the library keeps temporary files in $TMPDIR, or /tmp.
 */
int	 xlsxout(const struct xlsxout *about, const struct grid *const *grids,
	    size_t n, struct buf *out, struct diag *d);

#endif
