/* Front matter: keys set in a file that keeps all its other bytes. */
#ifndef ISMSDOC_FRONTSET_H
#define ISMSDOC_FRONTSET_H

#include <stddef.h>

#include "buf.h"
#include "diag.h"
#include "mem.h"

struct frontset_key {
	const char	*key;
	const char	*value;		/* one line, not empty */
	int		 whole;		/* where it had several lines, all of */
					/* them are replaced */
	const struct strs *list;	/* in place of a value; or NULL */
};

/*
 * Set the N KEYS, at most FRONTSET_MAX, in the front matter of TEXT, the
 * whole file PATH with or without BOM: a key's line is replaced, a new one
 * goes to the end of the front matter.  Line ends are kept, and the bytes of
 * all other lines.  0; or -1 with a message (DIAG_RECORD), and TEXT is
 * unchanged: the front matter is not a key a line.
 */
enum { FRONTSET_MAX = 12 };
int	 frontset(struct buf *text, const char *path,
	    const struct frontset_key *keys, size_t n, struct diag *d);

#endif
