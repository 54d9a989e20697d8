/* Taking back an owner sheet: answers and registers from one workbook. */
#ifndef ISMSDOC_IMPORTSHEET_H
#define ISMSDOC_IMPORTSHEET_H

#include "import.h"
#include "tables.h"

/*
 * What sheets.xsl makes is taken back cell by cell.  A grid says what it is
 * `of`; its column "key" names the control or the row; a column that may be
 * filled in (`fill`) has one beside it, "was-" and its name, with what the
 * folder said when the sheet was made.  So each cell is one of these:
 *
 *	as it was made		nothing changes
 *	changed, and the folder still says what it said: it is taken
 *	changed, and the folder says that already: nothing changes
 *	changed, and the folder says something else by now: it is left
 *
 * What is left, rows and columns that nobody knows, and what was written
 * where nothing is taken from, are warnings [sheet-left] each with its place.
 * What is taken goes through importsoa and importrows, as other spreadsheets
 * do; a new day of review becomes a row of the reviews.
 *
 * NOW has the tables of sheets.xsl as they are.  0, or -1 with messages.
 */
int	 importsheet(struct import *in, const char *file,
	    const struct tables *now);

#endif
