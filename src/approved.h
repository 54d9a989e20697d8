/* Approved texts: which text of a document is the published one. */
#ifndef ISMSDOC_APPROVED_H
#define ISMSDOC_APPROVED_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"

/*
 * For each written document whose version in force has a digest: where its
 * text is no longer the approved one, the frozen text takes its place among
 * the i:documents of the dossier ROOT, with today's directives in it, and
 * the changed text moves to i:drafts, with the words marked that were
 * inserted and deleted since (compare.h), their numbers in @added and
 * @deleted.  A draft that is approved but not yet in effect says from when
 * (@effective-from).
 *
 * Where the frozen text is missing, or is not what was approved, nothing can
 * be published as approved: the document is a draft, and @approved-text says
 * "missing" or "changed"; "lost" where the text itself is unchanged and only
 * its copy is missing.  A version without a digest is taken at its word:
 * @approved-text is "unknown".
 *
 * The dossier is complete: links are resolved.  Digests are made in at most
 * NTHREADS threads (0: one per processor).  0, or -1 with messages.
 */
int	 approved_texts(const struct refs *refs, xmlNodePtr root,
	    unsigned nthreads, struct diag *d);

#endif
