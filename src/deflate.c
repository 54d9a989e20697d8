/* Text made small in memory, by zlib. */
#include "deflate.h"

#include <zlib.h>

#include <stdlib.h>

#include "mem.h"

void
deflate_text(const struct buf *text, struct buf *out)
{
	uLongf len;
	Bytef *room;

	len = compressBound(text->len);
	room = mem_zalloc(len);
	/* With room for the worst case, only memory can be short. */
	if (compress2(room, &len, (const Bytef *)buf_str(text), text->len,
	    Z_BEST_SPEED) != Z_OK)
		len = 0;
	buf_add(out, (const char *)room, len);
	free(room);
}

int
inflate_text(const struct buf *packed, size_t len, struct buf *out)
{
	uLongf n = len;
	Bytef *room;
	int rc;

	room = mem_zalloc(len);
	rc = uncompress(room, &n, (const Bytef *)buf_str(packed),
	    packed->len);
	if (rc == Z_OK && n == len)
		buf_add(out, (const char *)room, len);
	free(room);
	return rc == Z_OK && n == len ? 0 : -1;
}
