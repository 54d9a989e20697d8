/* SHA256SUMS: the list of what a build wrote, as sha256sum reads it. */
#ifndef ISMSDOC_SUMS_H
#define ISMSDOC_SUMS_H

#include <stddef.h>

#include "buf.h"
#include "sha.h"

/*
 * The list is at once the readers' check (sha256sum -c) and our proof of
 * ownership: what it names may be replaced and removed by the next build,
 * anything else may not.  So a list counts as ours only if this module would
 * have written the very same bytes: sorted by bytes, each path once, and
 * each in one of the folders of an output.  The list of somebody else's
 * downloads therefore never makes their folder ours.
 */
#define SUMS_NAME "SHA256SUMS"

enum { SUMS_MAX = 64 << 20 };	/* bytes of a list that is read */

struct sum {
	char	*path;		/* relative, plain, UTF-8 */
	char	 hex[SHA_HEX];
	unsigned flags;		/* the caller's; 0 at first */
};

/* A list; zeroed it is empty.  Fields may be read. */
struct sums {
	struct sum	*v;
	size_t		 n;
};

/*
 * NULL where PATH may stand in an output; else why not, as the end of a
 * sentence ("it has a control character").
 */
const char	*sums_refusal(const char *path);

/* Append PATH, which is copied.  Sort before find and write. */
void	 sums_add(struct sums *sums, const char *path,
	    const char hex[SHA_HEX]);
void	 sums_sort(struct sums *sums);

/* The entry of PATH in a sorted list, or NULL. */
struct sum	*sums_find(const struct sums *sums, const char *path);

/* Append the text of a sorted list to OUT. */
void	 sums_write(const struct sums *sums, struct buf *out);

/*
 * Read the LEN bytes of TEXT, which a NUL follows, into the empty SUMS.
 * Returns 0; or -1 where it is no list of ours, without a message.
 */
int	 sums_read(struct sums *sums, const char *text, size_t len);

/*
 * Read the list in the folder FD into the empty SUMS.  Returns 0; or -1
 * with errno: ENOENT where there is none, EINVAL where it is not ours.
 */
int	 sums_load(struct sums *sums, int fd);

void	 sums_release(struct sums *sums);

#endif
