/* Registers: registers/NAME.csv into the dossier, and what their rows say. */
#ifndef ISMSDOC_REGISTERS_H
#define ISMSDOC_REGISTERS_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"

/*
 * Append an <i:register> for each CSV file to PARENT (i:registers), and make
 * the ids of their rows known to REFS.  References in cells are still text.
 * 0, or -1 with messages.
 */
int	 registers_load(struct refs *refs, xmlNodePtr parent,
	    struct diag *d);

/*
 * When controls and documents are known: turn the cells named controls,
 * control, documents, document, evidence, risks, risk into <i:value ref=>
 * and check the dates of reviews and approvals.
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
