/* Relations: which rows of registers speak of which controls, once. */
#ifndef ISMSDOC_RELATIONS_H
#define ISMSDOC_RELATIONS_H

#include <libxml/tree.h>

#include "answer.h"
#include "diag.h"
#include "refs.h"

/*
 * Append an <i:relation> to PARENT for each pair of a control and a register
 * row that either side names, in the order of controls, then of registers.
 * Evidence that an answer cites as a file is hashed.  0, or -1 with messages.
 */
int	 relations_emit(const struct answers *answers,
	    const struct refs *refs, xmlNodePtr parent, struct diag *d);

/*
 * Set @reviewed-on and @reviewed-by on each i:answer from reviews.csv, and
 * <i:reviewed> on each i:document of DOCUMENTS: the latest not after TODAY.
 */
void	 relations_reviews(const struct answers *answers,
	    const struct refs *refs, xmlNodePtr documents,
	    const char *today);

#endif
