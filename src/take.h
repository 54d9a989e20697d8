/* Catalogues taken into a new folder, with what a profile imports. */
#ifndef ISMSDOC_TAKE_H
#define ISMSDOC_TAKE_H

#include "diag.h"
#include "mem.h"
#include "path.h"

/*
 * A catalogue becomes catalog/NAME.xml.  Of a profile all files that it is
 * made of are taken, with their places relative to each other kept: that of
 * the folder which holds them all becomes catalog/.  Addresses that were
 * mapped to files are mapped by a new catalog/catalog.xml.  What ships stays
 * where it is, and a catalogue that came with a profile is not taken again.
 */
struct take {
	/* Writes a new file; returns 0, or -1 with a message. */
	int		 (*write)(void *arg, const char *path,
			    const char *text, size_t len);
	void		*arg;
	struct strs	 done;		/* pairs: a file, where it went */
};

/*
 * Take the file at the source path PATH of ROOTS.  Returns the path that
 * `catalogs:` names it by, in new memory; or NULL with messages.
 */
char	*take_catalog(struct take *take, const struct roots *roots,
	    const char *path, struct diag *d);

void	 take_release(struct take *take);

#endif
