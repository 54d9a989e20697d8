/* CSV out: a grid as RFC 4180 has it, by libcsv. */
#ifndef ISMSDOC_CSVOUT_H
#define ISMSDOC_CSVOUT_H

#include "buf.h"
#include "grid.h"

/*
 * Append GRID to OUT: a header with the names of the columns, then the rows;
 * commas, CRLF, quotes where a cell needs them, UTF-8 without BOM.  CSV is
 * what programs read, and many take a BOM for a part of the first name; for
 * people and their spreadsheets there is XLSX.
 *
 * A spreadsheet takes a cell that begins with = + - @, a tab, a carriage
 * return or a line feed for a formula, quoted or not, and formulas can run
 * programs: such a cell gets an apostrophe before it.  A plain number stays
 * as it is.
 */
void	 csvout(const struct grid *grid, struct buf *out);

#endif
