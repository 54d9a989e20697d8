/* Text made small in memory, by zlib. */
#ifndef ISMSDOC_DEFLATE_H
#define ISMSDOC_DEFLATE_H

#include "buf.h"

/*
 * Append TEXT to OUT, deflated (RFC 1950) at the quickest level; markup shrinks
 * to a tenth or less.  0, or -1 where zlib has no memory.
 */
int	 deflate_text(const struct buf *text, struct buf *out);

/*
 * Append to OUT what deflate_text made PACKED of.  0, or -1 where it is not
 * such a thing, or zlib has no memory.
 */
int	 inflate_text(const struct buf *packed, struct buf *out);

#endif
