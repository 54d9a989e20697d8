/* Changes to an answer that several controls share, which may part them. */
#ifndef ISMSDOC_ANSWERSPLIT_H
#define ISMSDOC_ANSWERSPLIT_H

#include "answerset.h"

/*
 * Make the changes of the N SETS in FILE, the whole text of the file; all are
 * about the answer that begins at the line they name.  Where it answers
 * several controls, those for which the same changes are asked stay together:
 * the others get an answer of their own, a copy with their changes, behind
 * the one that keeps the rest.  0; or -1 with a message: the list of controls
 * does not name the one that a set is about, or two sets are about one.
 */
int	 answersplit_apply(struct answerset *sets, size_t n,
	    struct buf *file, struct diag *d);

#endif
