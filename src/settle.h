/* Moving a finished tree into the output file by file. */
#ifndef ISMSDOC_SETTLE_H
#define ISMSDOC_SETTLE_H

#include "diag.h"
#include "sums.h"

/*
 * For where two folders cannot be exchanged in one step.  The tree holds
 * every file of the new output and its list, SHA256SUMS; it lies on the
 * output's file system.  Files are moved one by one, so each is always whole;
 * then what only the old list names is removed; then the list is moved.
 *
 * Until that last step the tree's list and the output's list together name
 * every file in the output.  So a run that was killed in between can be
 * finished by doing all of it again, at any time: the tree itself is the
 * record of what is left to do.
 */
struct settle {
	int		 host;	/* folder that holds the tree */
	const char	*name;	/* the tree's name in it */
	int		 out;	/* folder of the output */
	const char	*label;	/* the output as the user named it */
	int		 begun;	/* an earlier run may have moved files */
};

/*
 * Do it, from the list OLD (the output's, or empty) to NEW (the tree's), and
 * remove the tree.  Returns 0; or -1 with a message.  The tree then stays,
 * to be finished later, unless nothing had been moved yet.
 */
int	 settle(const struct settle *job, const struct sums *old,
	    const struct sums *new, struct diag *d);

#endif
