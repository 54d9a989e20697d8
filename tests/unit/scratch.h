/* For suites that need files: a folder of its own for each test. */
#ifndef ISMSDOC_SCRATCH_H
#define ISMSDOC_SCRATCH_H

#include <sys/stat.h>
#include <sys/types.h>

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"

/*
 * scratch_enter and scratch_leave are a checked fixture: the test runs with
 * an empty current folder, which is removed afterwards.
 */
struct scratch {
	char	name[256];
	int	home;		/* where the test was started */
};

static struct scratch scratch;

/* Where scratch folders are made: in memory if possible, it is faster. */
static inline const char *
scratch_place(void)
{
	const char *place;

	place = getenv("TMPDIR");
	if (place != NULL && strlen(place) < 200)
		return place;
	return access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
}

static inline void
scratch_enter(void)
{
	snprintf(scratch.name, sizeof(scratch.name),
	    "%s/ismsdoc-unit-XXXXXX", scratch_place());
	scratch.home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ck_assert_int_ne(scratch.home, -1);
	ck_assert_ptr_nonnull(mkdtemp(scratch.name));
	ck_assert_int_eq(chmod(scratch.name, 0755), 0);
	ck_assert_int_eq(chdir(scratch.name), 0);
}

/* Remove NAME in the folder FD with all that is in it. */
static inline void
scratch_remove(int fd, const char *name)
{
	struct dirent *entry;
	DIR *dir;
	int sub;

	if (unlinkat(fd, name, 0) == 0)
		return;
	sub = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	if (sub == -1)
		return;
	(void)fchmod(sub, 0700);
	dir = fdopendir(sub);
	for (entry = readdir(dir); entry != NULL; entry = readdir(dir))
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			scratch_remove(sub, entry->d_name);
	closedir(dir);
	unlinkat(fd, name, AT_REMOVEDIR);
}

static inline void
scratch_leave(void)
{
	ck_assert_int_eq(fchdir(scratch.home), 0);
	close(scratch.home);
	scratch_remove(AT_FDCWD, scratch.name);
}

/* Write TEXT to the file NAME, whose folder is there. */
static inline void
scratch_put(const char *name, const char *text)
{
	FILE *f;

	f = fopen(name, "w");
	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	ck_assert_int_eq(fclose(f), 0);
}

static inline int
scratch_has(const char *name)
{
	struct stat st;

	return lstat(name, &st) == 0;
}

/* How many messages of CODE are there? */
static inline int
scratch_said(const struct diag *d, enum diag_code code)
{
	size_t i;
	int n = 0;

	for (i = 0; i < d->n; i++)
		n += d->msgs[i].code == code;
	return n;
}

#endif
