/* Samples: a copy of one that ships, for another organisation. */
#ifndef ISMSDOC_SAMPLE_H
#define ISMSDOC_SAMPLE_H

#include "diag.h"
#include "fresh.h"
#include "path.h"

/*
 * Copy the sample NAME to FRESH, with ORGANISATION as the name in isms.yaml.
 * Approvals and approved texts stay behind: nobody has approved anything for
 * the new organisation.  0; or -1 with messages, where none of that name ships
 * with the nearest one.
 */
int	 sample_copy(const struct roots *roots, const char *name,
	    const char *organisation, struct fresh *fresh, struct diag *d);

#endif
