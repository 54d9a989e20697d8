/* Taking a spreadsheet into a register. */
#ifndef ISMSDOC_IMPORTROWS_H
#define ISMSDOC_IMPORTROWS_H

#include "import.h"
#include "tables.h"

/*
 * Put the rows of the sheet of IN into registers/NAME.csv: one whose id is
 * there changes that row, where it has a text; others are added, but for one
 * without an id that is there word by word.  No cell is lost, and what is
 * not changed keeps its bytes.  NOW are the tables as they are: columns may
 * have the titles that they have there.  0, or -1 with messages.
 */
int	 importrows(struct import *in, const char *name,
	    const struct tables *now);

#endif
