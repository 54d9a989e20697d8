/* Approvals: what registers/approvals.csv says of each document. */
#ifndef ISMSDOC_APPROVAL_H
#define ISMSDOC_APPROVAL_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"

/*
 * Append an <i:version> to each i:document and i:retired of DOCUMENTS for
 * each row of approvals.csv that names it; of an i:document mark the one in
 * force at TODAY, and set @state.  A row without document or version, and a
 * front matter version lower than an approved one, is a fault.  0, or -1
 * with messages.
 */
int	 approval_emit(const struct refs *refs, xmlNodePtr documents,
	    const char *today, struct diag *d);

/* Less than, equal to or greater than 0 as version A is before B: "1.10" is */
/* after "1.9".  What is not a number counts as 0. */
int	 approval_compare(const char *a, const char *b);

#endif
