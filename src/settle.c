/* Moving a finished tree into the output file by file. */
#include "settle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tree.h"

/* The work at hand. */
struct work {
	int			 tree;	/* where the files come from */
	int			 out;	/* and go to */
	const struct sums	*old;
	const struct sums	*new;
	int			 moved;	/* the output may have changed */
};

/* Remove from the output what only OLD names, and what that empties. */
static int
remove_stale(struct work *w)
{
	const char *path;
	size_t i;

	for (i = 0; i < w->old->n; i++) {
		path = w->old->v[i].path;
		if (sums_find(w->new, path) != NULL)
			continue;
		if (unlinkat(w->out, path, 0) == 0)
			w->moved = 1;
		else if (errno != ENOENT && errno != ENOTDIR &&
		    errno != EISDIR)
			return -1;
		tree_prune(w->out, path);
	}
	return 0;
}

/* Is there anything at PATH in the folder FD? */
static int
is_there(int fd, const char *path)
{
	struct stat st;

	return fstatat(fd, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

/* A file where a folder is wanted, or the other way round? */
static int
is_in_the_way(int error)
{
	return error == EISDIR || error == ENOTDIR || error == EEXIST ||
	    error == ENOTEMPTY;
}

/* Move PATH; 0 as well where an earlier run has done so. */
static int
move_file(struct work *w, const char *path)
{
	int rc;

	rc = renameat(w->tree, path, w->out, path);
	if (rc == -1 && (errno == ENOENT || errno == ENOTDIR)) {
		if (!is_there(w->tree, path))
			return 0;
		if (tree_folders(w->out, path) == -1)
			return -1;
		rc = renameat(w->tree, path, w->out, path);
	}
	if (rc == 0)
		w->moved = 1;
	return rc;
}

static int
move_files(struct work *w)
{
	size_t i;
	int rc;

	for (i = 0; i < w->new->n; i++) {
		rc = move_file(w, w->new->v[i].path);
		if (rc == -1 && is_in_the_way(errno) && remove_stale(w) == 0)
			rc = move_file(w, w->new->v[i].path);
		if (rc == -1)
			return -1;
	}
	return 0;
}

int
settle(const struct settle *job, const struct sums *old,
    const struct sums *new, struct diag *d)
{
	struct work w;
	int rc = -1;

	w.out = job->out;
	w.old = old;
	w.new = new;
	w.moved = job->begun;
	w.tree = tree_open(job->host, job->name);
	if (w.tree != -1 && move_files(&w) == 0 && remove_stale(&w) == 0)
		rc = renameat(w.tree, SUMS_NAME, w.out, SUMS_NAME);
	if (rc == -1)
		diag_add(d, DIAG_SYSTEM, NULL,
		    "cannot move the new files into \"%s\": %s; %s",
		    job->label, strerror(errno), w.moved ? "it is half "
		    "written, and the next build will finish it" :
		    "nothing in it has changed");
	if (w.tree != -1)
		close(w.tree);
	if ((rc == 0 || !w.moved) &&
	    tree_remove(job->host, job->name) == -1 && rc == 0)
		diag_add(d, DIAG_OUT_LEFT, NULL,
		    "cannot remove what is left in \"%s\": %s", job->name,
		    strerror(errno));
	return rc;
}
