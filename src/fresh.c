/* Fresh files: written where none is yet, and taken back after a failure. */
#include "fresh.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "path.h"

static int
refused(struct fresh *fresh, const char *name)
{
	return diag_add(fresh->d, errno == EEXIST ? DIAG_OUT_FOREIGN :
	    DIAG_SYSTEM, NULL, "cannot make \"%s\": %s", name,
	    strerror(errno));
}

/* Make the folder NAME and those above it. */
static int
make_dirs(struct fresh *fresh, const char *name)
{
	char *above;
	int rc = 0;

	if (name[0] == '\0' || mkdir(name, 0777) == 0) {
		if (name[0] != '\0')
			strs_add(&fresh->made, name);
		return 0;
	}
	if (errno == EEXIST)
		return 0;
	if (errno != ENOENT)
		return refused(fresh, name);
	above = path_dir(name);
	rc = make_dirs(fresh, above);
	free(above);
	if (rc == 0 && mkdir(name, 0777) == -1 && errno != EEXIST)
		return refused(fresh, name);
	if (rc == 0)
		strs_add(&fresh->made, name);
	return rc;
}

int
fresh_begin(struct fresh *fresh)
{
	return make_dirs(fresh, fresh->dir);
}

/* Does NAME, or the nearest folder above it that is there, lie in the root? */
static int
stays_inside(const struct fresh *fresh, const char *name)
{
	char *above, *dir, *real, *root;
	size_t len;
	int is;

	root = realpath(fresh->dir, NULL);
	dir = mem_strdup(name);
	real = realpath(dir[0] == '\0' ? "." : dir, NULL);
	while (real == NULL && dir[0] != '\0') {
		above = path_dir(dir);
		free(dir);
		dir = above;
		real = realpath(dir[0] == '\0' ? "." : dir, NULL);
	}
	len = root == NULL ? 0 : strlen(root);
	is = root != NULL && real != NULL && strncmp(real, root, len) == 0 &&
	    (real[len] == '\0' || real[len] == '/' || len == 1);
	free(root);
	free(real);
	free(dir);
	return is;
}

static int
write_all(int fd, const char *text, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, text, len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		text += n;
		len -= (size_t)n;
	}
	return 0;
}

/* Fill the new file NAME, open as FD, which is closed. */
static int
fill(struct fresh *fresh, int fd, const char *name, const char *text,
    size_t len)
{
	int rc = 0;

	strs_add(&fresh->made, name);
	if (write_all(fd, text, len) == -1)
		rc = refused(fresh, name);
	if (close(fd) == -1 && rc == 0)
		rc = refused(fresh, name);
	return rc;
}

int
fresh_write(struct fresh *fresh, const char *path, const char *text,
    size_t len, int keep)
{
	char *name, *dir;
	int fd = -1, rc;

	name = path_join(fresh->dir, path);
	dir = path_dir(name);
	rc = stays_inside(fresh, dir) ? make_dirs(fresh, dir) :
	    diag_add(fresh->d, DIAG_FILE_KIND, NULL, "cannot make \"%s\": a "
	    "link leads out of the folder", name);
	free(dir);
	if (rc == 0)
		fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    0666);
	if (fd != -1) {
		rc = fill(fresh, fd, name, text, len);
		strs_add(&fresh->files, path);
	} else if (rc == 0 && (errno != EEXIST || !keep)) {
		rc = refused(fresh, name);
	}
	free(name);
	return rc;
}

void
fresh_undo(const struct fresh *fresh)
{
	size_t i;

	for (i = fresh->made.n; i > 0; i--)
		if (unlink(fresh->made.v[i - 1]) == -1)
			rmdir(fresh->made.v[i - 1]);
}

void
fresh_release(struct fresh *fresh)
{
	strs_release(&fresh->made);
	strs_release(&fresh->files);
}
