/* Ledgers: changing a register and leaving the rest as it is. */
#ifndef ISMSDOC_LEDGER_H
#define ISMSDOC_LEDGER_H

#include <stddef.h>

#include "buf.h"
#include "diag.h"

/* One cell of the new row. */
struct ledger_cell {
	const char	*column;
	const char	*value;		/* NULL or "": empty */
};

/*
 * Append a row with the N CELLS to TEXT, the CSV of the register PATH, with
 * or without BOM.  Its separator and line ends are kept, and the bytes of
 * all other rows; but where the header lacks a column that has a value, it
 * gets that column at its end, and every row an empty cell.  An empty TEXT
 * becomes a register with the columns of CELLS.  0; or -1 with messages, and
 * TEXT is unchanged.
 */
int	 ledger_append(struct buf *text, const char *path,
	    const struct ledger_cell *cells, size_t n, struct diag *d);

/* New values for cells of a row: others keep their bytes. */
struct ledger_change {
	size_t			 row;	/* as sheet_read counts them, from 0; */
					/* LEDGER_NEW: one more at the end */
	struct ledger_cell	*cells;
	size_t			 n;
};

#define LEDGER_NEW ((size_t)-1)

/*
 * The same with the N CHANGES, by row and with the new ones last, in one go.
 * A cell that already has the value keeps its bytes too.
 */
int	 ledger_apply(struct buf *text, const char *path,
	    const struct ledger_change *changes, size_t n, struct diag *d);

#endif
