/* Signing off: a record's date, role and digest into its front matter. */
#ifndef ISMSDOC_SIGNOFF_H
#define ISMSDOC_SIGNOFF_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "path.h"

/* Records that are to be signed off together; zeroed: none. */
struct signoffs {
	struct signoff	*items;
	size_t		 n;
};

struct signoff {
	char		*path;		/* of its file */
	struct buf	 text;		/* the file as it will be */
};

/*
 * Make ready that the i:record RECORD is signed off by the role BY on the
 * day TODAY; nothing is written yet.  0; or -1 with a message: it is signed
 * off and unchanged, it has not happened yet, or its front matter cannot be
 * rewritten.
 */
int	 signoffs_take(struct signoffs *signoffs, const struct roots *roots,
	    const xmlNode *record, const char *by, const char *today,
	    struct diag *d);

/* Write the files, one after the other.  0, or -1 with a message. */
int	 signoffs_write(const struct signoffs *signoffs,
	    const struct roots *roots, struct diag *d);

void	 signoffs_release(struct signoffs *signoffs);

#endif
