/* Two texts compared by lines, shown as diff -u shows them. */
#ifndef ISMSDOC_LINEDIFF_H
#define ISMSDOC_LINEDIFF_H

#include <stddef.h>

#include "buf.h"

/*
 * Put the hunks that turn the NA bytes of A into the NB bytes of B to OUT, with
 * three lines around each change and without the two lines of names at the
 * head: what patch(1) takes.  1 where the texts differ, else 0.
 */
int	 linediff(const char *a, size_t na, const char *b, size_t nb,
	    struct buf *out);

#endif
