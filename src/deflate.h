/* Text made small in memory, by zlib. */
#ifndef ISMSDOC_DEFLATE_H
#define ISMSDOC_DEFLATE_H

#include "buf.h"

/*
 * Put TEXT into OUT, empty before, deflated (RFC 1950) at the quickest level;
 * markup shrinks to a tenth or less.
 */
void	 deflate_text(const struct buf *text, struct buf *out);

/*
 * Append to OUT the LEN bytes that deflate_text made PACKED of.  0, or -1 where
 * it is not such a thing.
 */
int	 inflate_text(const struct buf *packed, size_t len, struct buf *out);

#endif
