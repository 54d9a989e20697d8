/* Reading XLSX: a sheet of a workbook as the same rows that CSV gives. */
#ifndef ISMSDOC_XLSX_H
#define ISMSDOC_XLSX_H

#include "diag.h"
#include "sheet.h"

/*
 * Office Open XML, transitional or strict, from whatever program.  Cells
 * become text: shared and inline strings with their runs joined; numbers as
 * Excel shows them in the format "General" (0.3, never 0.30000000000000004);
 * TRUE and FALSE as true and false; dates, known by the format of the cell
 * and counted from 1900 or 1904, as YYYY-MM-DD; of a formula its last value.
 * Of merged cells the first has the value.
 *
 * XML is read without DOCTYPE, entities and network; unpacking has the
 * limits of xlsxzip.h.  A malformed file gives one message.
 */
struct xlsx;

enum {
	XLSX_TEXT_MAX = 64 << 20,	/* bytes of all cells together */
	XLSX_CELL_MAX = 131068		/* of one: 32,767 characters */
};

/*
 * Open the LEN bytes of DATA that came from PATH; DATA is not needed
 * afterwards, PATH is borrowed.  NULL with a message.
 */
struct xlsx	*xlsx_open(const char *path, const void *data, size_t len,
		    struct diag *d);
void		 xlsx_free(struct xlsx *book);

/*
 * Read the sheet NAME, or the first one that is not hidden where that is
 * NULL.  The header is the first row with at least two texts, so that a title
 * above it does no harm; columns without a name and without a text below are
 * left out.  `line` of a cell is the number of its row, `col` that of its
 * column.  0, or -1 with messages as sheet_read gives them; release SHEET in
 * either case.
 */
int		 xlsx_sheet(struct xlsx *book, const char *name,
		    struct sheet *sheet, struct diag *d);

/* The name of the sheet I that shows, borrowed; NULL after the last. */
const char	*xlsx_name(const struct xlsx *book, size_t i);

/* How many rows the file of a sheet has, the header among them.  0 or -1. */
int		 xlsx_count(struct xlsx *book, const char *name,
		    size_t *nrows, struct diag *d);

#endif
