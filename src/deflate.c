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

int
deflate_text(const struct buf *text, struct buf *out)
{
	z_stream z = { 0 };
	Bytef room[16384];
	size_t given = 0;
	int rc;

	if (deflateInit(&z, Z_BEST_SPEED) != Z_OK)
		return -1;
	do {
		if (z.avail_in == 0) {
			z.next_in = (Bytef *)(size_t)buf_str(text) + given;
			z.avail_in = some_of(text->len - given);
			given += z.avail_in;
		}
		z.next_out = room;
		z.avail_out = sizeof(room);
		rc = deflate(&z, given == text->len ? Z_FINISH : Z_NO_FLUSH);
		buf_add(out, (const char *)room, sizeof(room) -
		    z.avail_out);
	} while (rc == Z_OK);
	deflateEnd(&z);
	return rc == Z_STREAM_END ? 0 : -1;
}

int
inflate_text(const struct buf *packed, struct buf *out)
{
	z_stream z = { 0 };
	Bytef room[16384];
	size_t given = 0;
	int rc;

	if (inflateInit(&z) != Z_OK)
		return -1;
	do {
		if (z.avail_in == 0) {
			z.next_in = (Bytef *)(size_t)buf_str(packed) + given;
			z.avail_in = some_of(packed->len - given);
			given += z.avail_in;
		}
		z.next_out = room;
		z.avail_out = sizeof(room);
		rc = inflate(&z, Z_NO_FLUSH);
		buf_add(out, (const char *)room, sizeof(room) -
		    z.avail_out);
	} while (rc == Z_OK);
	inflateEnd(&z);
	return rc == Z_STREAM_END ? 0 : -1;
}
