/* Cells: what may stand in a register's cell, by the type of its column. */
#ifndef ISMSDOC_CELL_H
#define ISMSDOC_CELL_H

#include <libxml/tree.h>

#include "diag.h"
#include "mem.h"
#include "refs.h"
#include "regdef.h"

/*
 * Check CELL, an i:cell that is not empty, as one of COLUMN, and turn what it
 * refers to into references: several values become i:value, with ref= where
 * they refer to something; a file gets file=, sha256= and size=.  Every fault
 * is added to D.
 */
void	 cell_link(const struct refs *refs, const struct regdef_column *column,
	    xmlNodePtr cell, struct diag *d);

/* The values of a cell's TEXT: split at ";" or line feed, trimmed. */
void	 cell_split(const char *text, struct strs *values);

/* Digits, with a point and a minus sign where need be? */
int	 cell_is_number(const char *text);

#endif
