/* Git: the history of a folder, read by one "git log" in the background. */
#ifndef ISMSDOC_GIT_H
#define ISMSDOC_GIT_H

#include <stddef.h>

#include "date.h"
#include "diag.h"
#include "mem.h"

/*
 *	git = git_start(dir, 0, d);
 *	...				git works meanwhile
 *	if (git != NULL && git_read(git, d) == 0)
 *		... git_commit(git, 0) is the newest
 *	git_free(git);
 *
 * The repository may be anybody's, so nothing in its configuration can run
 * a program, ask for a password or reach the network, and no shell is
 * involved.  What the user has set (git's order of files, its dates, its
 * renames) makes no difference: the same history always reads the same.
 *
 * Whatever hinders git is a warning (DIAG_HISTORY), one for each run, with
 * what to do: there is no git, the repository belongs to somebody else, it
 * is a shallow clone.  A repository without a commit has a history without
 * commits, and no warning.
 */
struct git;

enum {
	GIT_COMMITS = 2000,		/* as many are read, the newest */
	GIT_BYTES = 4 << 20,		/* as much of what git says */
	GIT_SUBJECT = 200,		/* characters; the rest is cut off */
	GIT_SECONDS = 20		/* then git is killed */
};

/* One commit that touched something in the folder. */
struct git_commit {
	char		*id;		/* 12 hexadecimal digits */
	char		 date[DATE_SIZE];	/* where the author was; */
					/* "" where it is no date */
	char		*author;	/* name; not always UTF-8 */
	char		*subject;	/* not always UTF-8 */
	struct strs	 paths;		/* relative to the folder, in byte */
					/* order; not always UTF-8 */
};

/*
 * Has the open folder FD a repository of its own: a folder or file .git?
 */
int	 git_has_own(int fd);

/*
 * Begin to read the history of the folder DIR, an absolute name.  AROUND:
 * it may lie anywhere in a repository; else it must be the top of one.
 * NULL with a warning where git could not be started.
 */
struct git	*git_start(const char *dir, int around, struct diag *d);

/*
 * Wait for git and read what it says.  0; or -1 with a warning, and there are
 * no commits.
 */
int	 git_read(struct git *git, struct diag *d);

/* How many there are, and the one at INDEX; the newest is 0. */
size_t	 git_count(const struct git *git);
const struct git_commit	*git_commit(const struct git *git, size_t index);

/* Is it the whole history?  0 beyond a limit, and of a shallow clone. */
int	 git_is_whole(const struct git *git);

/* A git that is still at work is killed.  Accepts NULL. */
void	 git_free(struct git *git);

#endif
