/* Comparing two texts: words inserted and deleted, marked in the later one. */
#ifndef ISMSDOC_COMPARE_H
#define ISMSDOC_COMPARE_H

#include <libxml/tree.h>

/*
 * Texts are the DocBook below two elements, an i:body or an article.  They
 * are compared by blocks (a paragraph, a title, a cell, a directive that
 * stands alone), then the words of blocks that resemble each other.  As
 * DocBook has it, what is new stands in <phrase revisionflag="added">, and
 * what is gone in <phrase revisionflag="deleted"> where it stood; a block
 * that is gone is a paragraph of such a phrase after the block before it.
 *
 * The algorithm is that of E. Myers, "An O(ND) difference algorithm and its
 * variations" (1986), bounded: beyond COMPARE_MAX differences in a row all
 * that lies between counts as replaced.
 */

enum { COMPARE_MAX = 1000 };

/* How much two texts differ. */
struct compare_counts {
	size_t	 added;		/* words */
	size_t	 deleted;
};

/*
 * Mark in AFTER what distinguishes it from BEFORE, which stays as it is.
 * COUNTS may be NULL.
 */
void	 compare_mark(const xmlNode *before, xmlNodePtr after,
	    struct compare_counts *counts);

#endif
