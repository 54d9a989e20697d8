/* Storing: the few files that are written into an organisation's folder. */
#include "store.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int
cannot(const char *verb, const char *path, struct diag *d)
{
	return diag_add(d, DIAG_SYSTEM, NULL, "cannot %s \"%s\": %s", verb,
	    path, strerror(errno));
}

/* Make the folders of PATH below the folder that FD is. */
static int
make_dirs(int fd, const char *path, struct diag *d)
{
	const char *slash;
	char *dir;
	int rc = 0;

	for (slash = strchr(path, '/'); slash != NULL && rc == 0;
	    slash = strchr(slash + 1, '/')) {
		dir = mem_strndup(path, (size_t)(slash - path));
		if (mkdirat(fd, dir, 0777) == -1 && errno != EEXIST)
			rc = cannot("make the folder", dir, d);
		free(dir);
	}
	return rc;
}

static int
write_all(int fd, const char *data, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, data, len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		data += n;
		len -= (size_t)n;
	}
	return 0;
}

/* Fill the new file and bring it onto the disk; closes FD. */
static int
fill(int fd, const void *data, size_t len, mode_t mode)
{
	int rc;

	rc = write_all(fd, data, len);
	if (rc == 0 && mode != 0)
		rc = fchmod(fd, mode);
	if (rc == 0)
		rc = fsync(fd);
	if (close(fd) == -1)
		rc = -1;
	return rc;
}

/* Does the folder of PATH lie inside the root, links resolved? */
static int
stays_inside(const struct roots *roots, const char *path)
{
	char *name, *dir, *real;
	size_t len;
	int is = 0;

	name = path_real(roots, path);
	dir = name == NULL ? NULL : path_dir(name);
	real = dir == NULL ? NULL : realpath(dir[0] == '\0' ? "." : dir,
	    NULL);
	if (real != NULL) {
		len = strlen(roots->org_real);
		is = strncmp(real, roots->org_real, len) == 0 &&
		    (real[len] == '\0' || real[len] == '/' ||
		    roots->org_real[len - 1] == '/');
	}
	free(real);
	free(dir);
	free(name);
	return is;
}

int
store_write(const struct roots *roots, const char *path, const void *data,
    size_t len, struct diag *d)
{
	struct stat st;
	char *beside;
	int fd, rc = -1;

	if (make_dirs(roots->org_fd, path, d) == -1)
		return -1;
	if (!stays_inside(roots, path))
		return diag_add(d, DIAG_FILE_KIND, NULL, "cannot write "
		    "\"%s\": a link leads out of the folder", path);
	if (fstatat(roots->org_fd, path, &st, AT_SYMLINK_NOFOLLOW) == -1)
		st.st_mode = 0;
	else if (!S_ISREG(st.st_mode))
		return diag_add(d, DIAG_FILE_KIND, NULL, "cannot write "
		    "\"%s\": not a regular file", path);
	beside = mem_printf("%s.new~", path);
	unlinkat(roots->org_fd, beside, 0);
	fd = openat(roots->org_fd, beside, O_WRONLY | O_CREAT | O_EXCL |
	    O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd == -1 || fill(fd, data, len, st.st_mode & 07777) == -1)
		cannot("write", path, d);
	else if (renameat(roots->org_fd, beside, roots->org_fd, path) == -1)
		cannot("replace", path, d);
	else
		rc = 0;
	if (rc == -1 && fd != -1)
		unlinkat(roots->org_fd, beside, 0);
	free(beside);
	return rc;
}
