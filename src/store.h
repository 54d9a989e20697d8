/* Storing: the few files that are written into an organisation's folder. */
#ifndef ISMSDOC_STORE_H
#define ISMSDOC_STORE_H

#include <stddef.h>

#include "diag.h"
#include "path.h"

/*
 * Write LEN bytes of DATA to the source path PATH of the organisation's
 * folder: beside it first, then renamed, so that a reader sees the old file
 * or the new one, whole.  Folders on the way are made.  A file that is there
 * keeps its permissions.  Nothing is written through a link that leads out
 * of the folder.  0, or -1 with a message; then the old file is as it was.
 */
int	 store_write(const struct roots *roots, const char *path,
	    const void *data, size_t len, struct diag *d);

#endif
