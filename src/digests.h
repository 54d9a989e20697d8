/* Digests of the organisation's files, each read once and kept between runs. */
#ifndef ISMSDOC_DIGESTS_H
#define ISMSDOC_DIGESTS_H

#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "path.h"
#include "sha.h"

/*
 * Evidence may be gigabytes that never change.  What was found for a file is
 * kept with its size and the time of its last change, and holds as long as
 * both are the same.  The file of them is a cache: one that is not there,
 * damaged or of another form is as good as an empty one.
 */
struct digests;

/* Below an output folder: where a build keeps it. */
#define DIGESTS_NAME "digests"

struct digest {
	char		 hex[SHA_HEX];
	uintmax_t	 size;		/* bytes */
};

/*
 * With what the file NAME keeps, or NULL: nothing.  ANEW: read every file all
 * the same, and say where one has changed that looks as if it had not.
 */
struct digests	*digests_new(const char *name, int anew);

/*
 * The digest and size of the regular file at the source path PATH, into
 * DIGEST.  0; or -1 with a message at WHERE, as sha_file gives it.  With
 * DIAG_EVIDENCE_CHANGED where it was to be read anew and differs from what
 * was kept for the same size and time.
 */
int	 digests_get(struct digests *ds, const struct roots *roots,
	    const char *path, struct digest *digest,
	    const struct place *where, struct diag *d);

/*
 * What is to be kept of the files that were asked for, for a file NAME; empty
 * where there is nothing.  A file that was changed a moment ago is left out:
 * it may change once more within the same tick of the clock.
 */
void	 digests_write(const struct digests *ds, struct buf *out);

void	 digests_free(struct digests *ds);	/* accepts NULL */

#endif
