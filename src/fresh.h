/* Fresh files: written where none is yet, and taken back after a failure. */
#ifndef ISMSDOC_FRESH_H
#define ISMSDOC_FRESH_H

#include <stddef.h>

#include "diag.h"
#include "mem.h"

/* What one run makes in the folder DIR.  Nothing is ever overwritten. */
struct fresh {
	const char	*dir;		/* borrowed */
	struct diag	*d;
	struct strs	 made;		/* files and folders, to take back */
	struct strs	 files;		/* the files among them, below DIR */
};

/* Make DIR and the folders above it.  0, or -1 with a message. */
int	 fresh_begin(struct fresh *fresh);

/*
 * Write LEN bytes of TEXT to the file PATH below DIR, with the folders on the
 * way.  Where it is there already: left alone with KEEP, else a fault.  0, or
 * -1 with a message.
 */
int	 fresh_write(struct fresh *fresh, const char *path, const char *text,
	    size_t len, int keep);

/* Remove everything that was made. */
void	 fresh_undo(const struct fresh *fresh);

void	 fresh_release(struct fresh *fresh);

#endif
