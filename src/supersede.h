/* Documents that supersede others, and those that are retired. */
#ifndef ISMSDOC_SUPERSEDE_H
#define ISMSDOC_SUPERSEDE_H

#include "diag.h"
#include "document.h"
#include "refs.h"

/*
 * The front matter's `supersedes:` and `superseded-by:` hold ids of documents,
 * built or not, or free texts, which are not in the form of an id.  Once all
 * front matter is read: make the retired ones known to REFS, and check that
 * ids exist and that both documents say the same (DIAG_SUPERSESSION); of one
 * that ships nothing is asked.  0, or -1 with messages.
 */
int	 supersede_learn(const struct documents *documents,
	    struct refs *refs, struct diag *d);

/* Append <i:supersedes> and <i:superseded-by> to the node of DOC. */
void	 supersede_emit(const struct document *doc);

#endif
