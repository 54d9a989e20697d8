/* The output folder claimed for one build: found, locked, found to be ours. */
#ifndef ISMSDOC_CLAIM_H
#define ISMSDOC_CLAIM_H

#include "diag.h"
#include "sums.h"

/*
 * The lock is flock() on .NAME.lock beside OUT, made for the purpose and
 * removed at the end (a killed run leaves it, which does no harm), and on
 * OUT's own folder as well: so a build that cannot write the folder above
 * and one that can exclude each other too.
 *
 * Under the lock every tree that an earlier run left behind is that of a
 * dead run.  Those with a name of ours that we own are swept, in the folder
 * above and in OUT's cache; one that was being moved into OUT file by file
 * is moved to the end first.
 */
#define CLAIM_CACHE ".ismsdoc"

struct claim {
	struct diag	*d;	/* borrowed */
	char		*out;	/* OUT as the user named it, for messages */
	char		*base;	/* its name in the folder above */
	char		*lock_name;	/* .NAME.lock */
	char		*stage_name;	/* .NAME.ismsdoc-PID: the new tree */
	char		*moving_name;	/* .NAME.ismsdoc-moving: the same */
					/* while it is moved file by file */
	int		 parent;	/* descriptor of the folder above */
	int		 lock;	/* of the locked file; -1: not possible */
	int		 tree;	/* of OUT itself; -1: absent */
	const char	*fixed;	/* why OUT cannot be exchanged, or NULL */
	int		 has_list;	/* OUT has a list of ours */
	struct sums	 old;	/* what the list names */
};

/*
 * Claim the folder OUT.  Returns 0; or -1 with a message, and nothing is
 * claimed.
 */
int	 claim_take(struct claim *claim, const char *out, struct diag *d);

/* Is OUT still the folder that was claimed, and all in it ours? 0 or -1. */
int	 claim_check(const struct claim *claim);

/* The folder in OUT that the cache is, as a descriptor, or -1 with errno. */
int	 claim_cache(const struct claim *claim);

/* Unlock and forget; accepts a zeroed claim. */
void	 claim_release(struct claim *claim);

#endif
