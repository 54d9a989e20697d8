/* Publishing: the whole output put in place at once, or not at all. */
#ifndef ISMSDOC_PUBLISH_H
#define ISMSDOC_PUBLISH_H

#include <stddef.h>

#include "diag.h"

/*
 *	struct publish *p;
 *
 *	p = publish_open("out", &diag);
 *	if (p != NULL && publish_add(p, "html/index.html", s, len) == 0 &&
 *	    publish_copy(p, "html/media/plan.png", "documents/plan.png") == 0)
 *		publish_commit(p);
 *	publish_free(p);
 *
 * OUT is a folder that belongs to us altogether: absent, empty, or carrying
 * our list SHA256SUMS, which names every file in it.  A file that the list
 * does not name (or anything that is no plain file) stops the build, so that
 * a slip of the keyboard deletes nothing.  Only the folder .ismsdoc/ in it
 * is passed over: a cache, never listed, carried over, safe to delete.
 *
 * Beside OUT lie, while a build runs, a lock, .NAME.lock, and the new tree,
 * .NAME.ismsdoc-PID.  A file whose bytes are those in OUT is linked into
 * the new tree, so that it keeps its time stamps; the bytes themselves are
 * compared, so a file edited by hand is written anew.  publish_commit writes
 * the list, brings all onto the disk and exchanges the two trees in one
 * step.  Whatever ends the program before that step, even a kill or a power
 * cut, leaves OUT as it was; what is left beside it is swept by the next
 * run.  Where nothing has changed, OUT is not touched at all.
 *
 * Where OUT cannot be exchanged (something is mounted there, the folder
 * above cannot be written, the file system does not know how), the files are
 * moved into it one by one, with a warning; see settle.h.  A run killed in
 * between is finished by the next publish_open.
 *
 * OUT may be a link to a folder: the folder it leads to is meant.  What is
 * made has the rights that the umask leaves; OUT itself keeps its own.
 *
 * Everything that fails has added a message.  After a failure every further
 * publish_add, publish_copy and publish_commit does nothing but return -1.
 */
struct publish;

/*
 * Begin a build into the folder OUT, named relative to the current folder.
 * The folders above it are made.  D is borrowed until publish_free.  NULL
 * with a message where OUT is not ours (DIAG_OUT_FOREIGN), another build is
 * writing there (DIAG_OUT_LOCKED), or the system refuses.
 */
struct publish	*publish_open(const char *out, struct diag *d);

/*
 * Give the output file PATH, relative to OUT, the LEN bytes at DATA, which
 * are not needed afterwards.  Returns 0; or -1 with DIAG_RESULT where PATH
 * cannot stand in an output (see sums_refusal) or has been given before, and
 * with DIAG_SYSTEM where it cannot be written.
 */
int	 publish_add(struct publish *p, const char *path, const void *data,
	    size_t len);

/*
 * The same with the content of the file SOURCE, of any size.  SOURCE is a
 * file name as open() takes it; whether it may be published is the caller's
 * question (path_exists).
 */
int	 publish_copy(struct publish *p, const char *path,
	    const char *source);

/*
 * Keep the LEN bytes at DATA as the file NAME in OUT's cache, once the output
 * is in place; with LEN 0 a file of that name goes.  May be called once.  Not
 * an error where it cannot be kept: what is in a cache can be made again.
 */
void	 publish_cache(struct publish *p, const char *name,
	    const void *data, size_t len);

/*
 * Put everything in place.  Returns 0; or -1 with a message, and OUT is as
 * it was (or, file by file, finished by the next build).  The lock is
 * released in either case.  May be called once.
 */
int	 publish_commit(struct publish *p);

/*
 * Give up: what was written is removed and the lock released.  Does nothing
 * after publish_commit.  publish_free does it where nobody else has.
 */
void	 publish_abort(struct publish *p);

/* What a build did, in files. */
struct publish_counts {
	size_t	written;	/* new, or with other bytes */
	size_t	unchanged;
	size_t	removed;	/* in the former list and not in this one; */
				/* 0 before publish_commit */
};

void	 publish_counts(const struct publish *p,
	    struct publish_counts *counts);

/* Accepts NULL. */
void	 publish_free(struct publish *p);

#endif
