/* The parts of an XLSX file, out of its zip, by libarchive. */
#ifndef ISMSDOC_XLSXZIP_H
#define ISMSDOC_XLSXZIP_H

#include "buf.h"
#include "diag.h"

/*
 * Only XML parts are taken out, into memory; pictures and the like are passed
 * over.  A zip can grow a thousand times when it is unpacked, so everything
 * has a limit: how many entries there are, how large one is and all are, and
 * how much they grow.
 */
enum {
	XLSXZIP_ENTRIES_MAX = 10000,
	XLSXZIP_PART_MAX = 64 << 20,	/* bytes of one part, unpacked */
	XLSXZIP_TOTAL_MAX = 192 << 20,	/* of all */
	XLSXZIP_RATIO_MAX = 200,	/* times the size of the file, */
	XLSXZIP_RATIO_FROM = 8 << 20	/* from so many bytes on */
};

struct xlsxzip_part {
	char		*name;		/* without a "/" at the beginning */
	struct buf	 text;
};

struct xlsxzip {
	struct xlsxzip_part	*v;
	size_t			 n;
};

/*
 * Take the parts out of the LEN bytes of DATA that came from PATH.  0; or -1
 * with one message: not a zip, damaged, or beyond a limit.  Release ZIP in
 * either case.
 */
int	 xlsxzip_open(struct xlsxzip *zip, const char *path,
	    const void *data, size_t len, struct diag *d);

/* The part NAME, in whatever case; NULL where there is none. */
const struct buf	*xlsxzip_part(const struct xlsxzip *zip,
			    const char *name);

void	 xlsxzip_release(struct xlsxzip *zip);

#endif
