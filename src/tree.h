/* Files below an open folder: written, compared, listed, removed. */
#ifndef ISMSDOC_TREE_H
#define ISMSDOC_TREE_H

#include <sys/stat.h>

#include <stddef.h>

#include "buf.h"
#include "mem.h"
#include "sha.h"

/*
 * A tree is known by the descriptor FD of its folder, so that what happens
 * to the names above it does not matter.  PATH is relative to it and plain:
 * no "..", no link on the way.  Links are never followed at its end.
 * Functions return 0, or -1 with errno; none adds a message.
 */

enum { TREE_DEPTH = 32 };	/* folders deeper than this are refused */

/* The folder NAME in FD as a descriptor, or -1; a link is refused. */
int	 tree_open(int fd, const char *name);

/* Make the folders above PATH; those that are there are left alone. */
int	 tree_folders(int fd, const char *path);

/*
 * Write the LEN bytes at DATA as a new file PATH and make the folders above
 * it.  EEXIST where there is something of that name.  What was begun is
 * removed when it fails.
 */
int	 tree_write(int fd, const char *path, const void *data, size_t len);

/*
 * The same with what can be read from FROM; HEX gets the digest of what was
 * written.
 */
int	 tree_copy(int fd, const char *path, int from, char hex[SHA_HEX]);

/*
 * Open the regular file PATH for reading: a descriptor that the caller
 * closes; EINVAL where it is none.  ST gets what it is.
 */
int	 tree_read(int fd, const char *path, struct stat *st);

/* All of the regular file PATH of at most MAX bytes, else EFBIG; into OUT. */
int	 tree_slurp(int fd, const char *path, size_t max, struct buf *out);

/*
 * Is PATH a regular file of exactly the LEN bytes at DATA?  1 or 0; ST gets
 * what it was then.  A file that cannot be read is not equal.
 */
int	 tree_equals(int fd, const char *path, const void *data, size_t len,
	    struct stat *st);

/* The same by the digest HEX and the length LEN. */
int	 tree_has_digest(int fd, const char *path, const char *hex,
	    off_t len, struct stat *st);

/* Are A and B the same file, not written to between the two? */
int	 tree_is_same_file(const struct stat *a, const struct stat *b);

/*
 * Call VISIT for everything below FD that is not a folder, and for folders
 * below TREE_DEPTH, which are not entered; in byte order of the names within
 * each folder.  The folder SKIP at the top is passed over.  PATH is relative
 * to FD.  Stops when VISIT returns 1.  Returns 1 where it was stopped, 0 at
 * the end, -1 with errno.
 */
typedef int	 tree_visit(void *arg, const char *path,
	    const struct stat *st);
int	 tree_walk(int fd, const char *skip, tree_visit *visit, void *arg);

/* The names in the folder FD, in byte order, without "." and "..". */
int	 tree_names(int fd, struct strs *names);

/* Remove the folder NAME in FD with everything in it. */
int	 tree_remove(int fd, const char *name);

/* Remove the empty folders above PATH, from below. */
void	 tree_prune(int fd, const char *path);

#endif
