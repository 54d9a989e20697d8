/* Text made small in memory, by zlib. */
#include "deflate.h"

#include <zlib.h>

#include <limits.h>

/* zlib counts in unsigned int. */
static uInt
some_of(size_t len)
{
	return len > INT_MAX ? INT_MAX : (uInt)len;
}

/*
 * Pass all of FROM through Z by STEP, deflate or inflate, and append what comes
 * out to OUT.
 */
static int
pass(z_stream *z, int (*step)(z_stream *, int), const struct buf *from,
    struct buf *out)
{
	Bytef room[16384];
	size_t given = 0;
	int rc;

	do {
		if (z->avail_in == 0) {
			z->next_in = (Bytef *)(size_t)buf_str(from) + given;
			z->avail_in = some_of(from->len - given);
			given += z->avail_in;
		}
		z->next_out = room;
		z->avail_out = sizeof(room);
		rc = step(z, given == from->len && step == deflate ?
		    Z_FINISH : Z_NO_FLUSH);
		buf_add(out, (const char *)room, sizeof(room) -
		    z->avail_out);
	} while (rc == Z_OK);
	return rc == Z_STREAM_END ? 0 : -1;
}

int
deflate_text(const struct buf *text, struct buf *out)
{
	z_stream z = { 0 };
	int rc;

	if (deflateInit(&z, Z_BEST_SPEED) != Z_OK)
		return -1;
	rc = pass(&z, deflate, text, out);
	deflateEnd(&z);
	return rc;
}

int
inflate_text(const struct buf *packed, struct buf *out)
{
	z_stream z = { 0 };
	int rc;

	if (inflateInit(&z) != Z_OK)
		return -1;
	rc = pass(&z, inflate, packed, out);
	inflateEnd(&z);
	return rc;
}
