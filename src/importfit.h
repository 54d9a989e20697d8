/* Whether a value that is taken in fits its column: what checks would say. */
#ifndef ISMSDOC_IMPORTFIT_H
#define ISMSDOC_IMPORTFIT_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "regdef.h"

/*
 * A cell that does not fit the type of its column would make the folder
 * unreadable.  The types are those of templates/registers.yaml, what there is
 * to refer to is that of the dossier.
 */
struct importfit {
	const struct regdef	*def;	/* of the register; NULL: not known */
	xmlHashTablePtr		 known;	/* "role ciso", "control A.5.1" ... */
	const char		*name;	/* of the register */
};

/* What the folder of the dossier with ROOT knows; release FIT. */
void	 importfit_begin(struct importfit *fit, const struct regdefs *defs,
	    const char *name, const xmlNode *root);

/* A row of the register that is taken in has ID. */
void	 importfit_add_row(struct importfit *fit, const char *id);

/* NULL where VALUE fits the column NAME; else what it is not: "a date". */
const char	*importfit_why_not(const struct importfit *fit,
		    const char *name, const char *value);

void	 importfit_end(struct importfit *fit);

#endif
