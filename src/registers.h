/* Registers: registers/NAME.csv into the dossier, and what their rows say. */
#ifndef ISMSDOC_REGISTERS_H
#define ISMSDOC_REGISTERS_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"

/*
 * What a register and its columns are stands in regdef.h; a register or a
 * column that is not declared there is kept as it is.
 */

/*
 * Append an <i:register> for each CSV file to PARENT (i:registers), and make
 * the ids of their rows known to REFS.  Headers are checked, columns have
 * their declared names, with the file's own as @as; cells are still text.  In
 * at most NTHREADS threads (0: one per processor).  0, or -1 with messages.
 */
int	 registers_load(struct refs *refs, xmlNodePtr parent,
	    unsigned nthreads, struct diag *d);

/*
 * When controls and documents are known: check the cells by the types of
 * their columns and turn what refers to something into <i:value ref=>.
 */
int	 registers_link(const struct refs *refs, xmlNodePtr parent,
	    struct diag *d);

/* Does isms.yaml give views only registers that there can be?  0 or -1. */
int	 registers_check_views(const struct refs *refs, struct diag *d);

/* The register NAME, or NULL. */
xmlNodePtr	 registers_find(xmlNodePtr parent, const char *name);

/* The i:cell COLUMN of ROW, or NULL. */
xmlNodePtr	 registers_cell(const xmlNode *row, const char *column);

/* The text of that cell, borrowed; NULL where it is empty. */
const char	*registers_text(const xmlNode *row, const char *column);

#endif
