/* Files below an open folder: written, compared, listed, removed. */
#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "path.h"

enum { CHUNK = 65536 };

/* close, in a way that keeps the errno of what went before. */
static void
close_quietly(int fd)
{
	int saved;

	saved = errno;
	close(fd);
	errno = saved;
}

/* read that is not disturbed by signals. */
static ssize_t
read_some(int fd, void *data, size_t len)
{
	ssize_t n;

	do
		n = read(fd, data, len);
	while (n == -1 && errno == EINTR);
	return n;
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

int
tree_open(int fd, const char *name)
{
	return openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
}

int
tree_folders(int fd, const char *path)
{
	char *dir, *slash;
	int rc = 0;

	dir = mem_strdup(path);
	for (slash = strchr(dir + (dir[0] == '/'), '/'); slash != NULL &&
	    rc == 0;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdirat(fd, dir, 0777) == -1 && errno != EEXIST)
			rc = -1;
		*slash = '/';
	}
	free(dir);
	return rc;
}

/* A new file PATH, open for writing; -1 with errno. */
static int
create(int fd, const char *path)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	int file;

	file = openat(fd, path, flags, 0666);
	if (file == -1 && errno == ENOENT && tree_folders(fd, path) == 0)
		file = openat(fd, path, flags, 0666);
	return file;
}

/* Close FILE, just written as PATH with the result RC; remove it if bad. */
static int
finish(int fd, const char *path, int file, int rc)
{
	int saved;

	saved = errno;
	if (close(file) == -1 && rc == 0 && errno != EINTR) {
		saved = errno;
		rc = -1;
	}
	if (rc == -1)
		unlinkat(fd, path, 0);
	errno = saved;
	return rc;
}

int
tree_write(int fd, const char *path, const void *data, size_t len)
{
	int file;

	file = create(fd, path);
	if (file == -1)
		return -1;
	return finish(fd, path, file, write_all(file, data, len));
}

int
tree_copy(int fd, const char *path, int from, char hex[SHA_HEX])
{
	char chunk[CHUNK];
	struct sha *sha;
	ssize_t n;
	int file, rc = 0;

	file = create(fd, path);
	if (file == -1)
		return -1;
	sha = sha_new();
	for (;;) {
		n = read_some(from, chunk, sizeof(chunk));
		if (n <= 0)
			break;
		sha_add(sha, chunk, (size_t)n);
		rc = write_all(file, chunk, (size_t)n);
		if (rc == -1)
			break;
	}
	if (n == -1)
		rc = -1;
	sha_end(sha, hex);
	sha_free(sha);
	return finish(fd, path, file, rc);
}

int
tree_read(int fd, const char *path, struct stat *st)
{
	int file;

	file = openat(fd, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_NOCTTY | O_CLOEXEC);
	if (file == -1)
		return -1;
	if (fstat(file, st) == -1) {
		close_quietly(file);
		return -1;
	}
	if (!S_ISREG(st->st_mode)) {
		close(file);
		errno = EINVAL;
		return -1;
	}
	return file;
}

int
tree_slurp(int fd, const char *path, size_t max, struct buf *out)
{
	char chunk[CHUNK];
	struct stat st;
	ssize_t n;
	int file;

	file = tree_read(fd, path, &st);
	if (file == -1)
		return -1;
	for (;;) {
		n = read_some(file, chunk, sizeof(chunk));
		if (n <= 0)
			break;
		buf_add(out, chunk, (size_t)n);
		if (out->len > max) {
			errno = EFBIG;
			n = -1;
			break;
		}
	}
	close_quietly(file);
	return n == -1 ? -1 : 0;
}

int
tree_equals(int fd, const char *path, const void *data, size_t len,
    struct stat *st)
{
	char chunk[CHUNK];
	const char *rest;
	ssize_t n;
	int file, same;

	file = tree_read(fd, path, st);
	if (file == -1)
		return 0;
	rest = data;
	same = st->st_size >= 0 && (size_t)st->st_size == len;
	while (same && len > 0) {
		n = read_some(file, chunk, sizeof(chunk));
		same = n > 0 && (size_t)n <= len &&
		    memcmp(chunk, rest, (size_t)n) == 0;
		if (same) {
			rest += n;
			len -= (size_t)n;
		}
	}
	close(file);
	return same;
}

int
tree_has_digest(int fd, const char *path, const char *hex, off_t len,
    struct stat *st)
{
	char found[SHA_HEX];
	int file, same;

	file = tree_read(fd, path, st);
	if (file == -1)
		return 0;
	same = st->st_size == len && sha_fd(file, found) == 0 &&
	    strcmp(found, hex) == 0;
	close(file);
	return same;
}

int
tree_is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	    a->st_size == b->st_size &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

int
tree_names(int fd, struct strs *names)
{
	struct dirent *entry;
	DIR *handle;
	int own, saved;

	own = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (own == -1)
		return -1;
	handle = fdopendir(own);
	if (handle == NULL) {
		close_quietly(own);
		return -1;
	}
	for (;;) {
		errno = 0;
		entry = readdir(handle);
		if (entry == NULL)
			break;
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			strs_add(names, entry->d_name);
	}
	saved = errno;
	closedir(handle);
	strs_sort(names);
	errno = saved;
	return saved == 0 ? 0 : -1;
}

/* What a walk carries along. */
struct walk {
	const char	*skip;
	tree_visit	*visit;
	void		*arg;
};

static int	walk(const struct walk *, int, const char *, int);

/* One entry of the folder FD, whose path is PATH. */
static int
walk_entry(const struct walk *w, int fd, const char *name, const char *path,
    int depth)
{
	struct stat st;
	int sub, rc;

	if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) == -1)
		return errno == ENOENT ? 0 : -1;
	if (!S_ISDIR(st.st_mode) || depth == 0)
		return w->visit(w->arg, path, &st);
	if (strcmp(path, w->skip) == 0)
		return 0;
	sub = tree_open(fd, name);
	if (sub == -1)
		return -1;
	rc = walk(w, sub, path, depth - 1);
	close_quietly(sub);
	return rc;
}

static int
walk(const struct walk *w, int fd, const char *dir, int depth)
{
	struct strs names = { 0 };
	char *path;
	size_t i;
	int rc;

	rc = tree_names(fd, &names);
	for (i = 0; i < names.n && rc == 0; i++) {
		path = path_join(dir, names.v[i]);
		rc = walk_entry(w, fd, names.v[i], path, depth);
		free(path);
	}
	strs_release(&names);
	return rc;
}

int
tree_walk(int fd, const char *skip, tree_visit *visit, void *arg)
{
	struct walk w;

	w.skip = skip;
	w.visit = visit;
	w.arg = arg;
	return walk(&w, fd, "", TREE_DEPTH);
}

static int	remove_below(int, const char *, int);

/* Empty the folder FD, to which rights are taken first. */
static int
empty(int fd, int depth)
{
	struct strs names = { 0 };
	struct stat st;
	size_t i;
	int rc;

	if (fstat(fd, &st) == 0 && (st.st_mode & S_IRWXU) != S_IRWXU)
		(void)fchmod(fd, (st.st_mode & 0777) | S_IRWXU);
	rc = tree_names(fd, &names);
	for (i = 0; i < names.n && rc == 0; i++) {
		if (unlinkat(fd, names.v[i], 0) == 0)
			continue;
		if (errno == EISDIR || errno == EPERM)
			rc = remove_below(fd, names.v[i], depth - 1);
		else if (errno != ENOENT)
			rc = -1;
	}
	strs_release(&names);
	return rc;
}

static int
remove_below(int fd, const char *name, int depth)
{
	int sub, rc;

	if (depth < 0) {
		errno = ELOOP;
		return -1;
	}
	sub = tree_open(fd, name);
	if (sub == -1)
		return -1;
	rc = empty(sub, depth);
	close_quietly(sub);
	return rc == -1 ? -1 : unlinkat(fd, name, AT_REMOVEDIR);
}

int
tree_remove(int fd, const char *name)
{
	return remove_below(fd, name, TREE_DEPTH + 1);
}

void
tree_prune(int fd, const char *path)
{
	char *dir, *slash;

	dir = mem_strdup(path);
	for (slash = strrchr(dir, '/'); slash != NULL;
	    slash = strrchr(dir, '/')) {
		*slash = '\0';
		if (unlinkat(fd, dir, AT_REMOVEDIR) == -1)
			break;
	}
	free(dir);
}
