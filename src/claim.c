/* The output folder claimed for one build: found, locked, found to be ours. */
#include "claim.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "path.h"
#include "settle.h"
#include "swap.h"
#include "tree.h"

enum {
	LOCK_TRIES = 8,
	NAMED_MAX = 5	/* foreign files that a message names */
};

/* Add the message "cannot VERB "OUT": errno". */
static int
refused(const struct claim *c, const char *verb)
{
	return diag_add(c->d, DIAG_SYSTEM, NULL, "cannot %s \"%s\": %s", verb,
	    c->out, strerror(errno));
}

static int
foreign(const struct claim *c, const char *why)
{
	return diag_add(c->d, DIAG_OUT_FOREIGN, NULL,
	    "cannot write to \"%s\": %s; choose another folder with -o",
	    c->out, why);
}

/* ---- Where it is ---- */

/* NAME without the slashes at its end; new memory. */
static char *
trimmed(const char *name)
{
	size_t len;

	len = strlen(name);
	while (len > 1 && name[len - 1] == '/')
		len--;
	return mem_strndup(name, len);
}

/*
 * The real name of OUT, which is absent, once the folders above it have been
 * made; NULL with a message.
 */
static char *
future_name(const struct claim *c)
{
	const char *base;
	char *name, *dir = NULL, *above = NULL, *real = NULL;
	struct stat st;

	name = trimmed(c->out);
	base = path_base(name);
	if (lstat(name, &st) == 0) {
		foreign(c, "it is a link that leads nowhere");
	} else if (base[0] == '\0' || strcmp(base, ".") == 0 ||
	    strcmp(base, "..") == 0 ||
	    tree_folders(AT_FDCWD, name) == -1) {
		refused(c, "make");
	} else {
		dir = path_dir(name);
		above = realpath(dir[0] != '\0' ? dir : name[0] == '/' ? "/" :
		    ".", NULL);
		if (above == NULL)
			refused(c, "make");
		else
			real = path_join(above, base);
	}
	free(name);
	free(dir);
	free(above);
	return real;
}

/* Find OUT, open the folder above it and make the names that we use there. */
static int
locate(struct claim *c)
{
	char *real, *dir;
	int rc = 0;

	real = realpath(c->out, NULL);
	if (real == NULL && errno != ENOENT)
		return refused(c, "open");
	if (real == NULL)
		real = future_name(c);
	if (real == NULL)
		return -1;
	c->base = mem_strdup(path_base(real));
	c->lock_name = mem_printf(".%s.lock", c->base);
	c->stage_name = mem_printf(".%s.ismsdoc-%ld", c->base,
	    (long)getpid());
	c->moving_name = mem_printf(".%s.ismsdoc-moving", c->base);
	dir = path_dir(real);
	if (c->base[0] == '\0')
		rc = foreign(c, "it is the root of all folders");
	else
		c->parent = open(dir[0] == '\0' ? "/" : dir, O_RDONLY |
		    O_DIRECTORY | O_CLOEXEC);
	if (rc == 0 && c->parent == -1)
		rc = refused(c, "open the folder above");
	free(dir);
	free(real);
	return rc;
}

/* ---- The lock ---- */

static int
locked(const struct claim *c)
{
	return diag_add(c->d, DIAG_OUT_LOCKED, NULL,
	    "cannot write to \"%s\": another ismsdoc is writing there; "
	    "wait until it has ended", c->out);
}

/* The file to lock, made if need be; -1 with errno. */
static int
open_lock(const struct claim *c)
{
	const int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
	int fd, saved;

	fd = openat(c->parent, c->lock_name, O_RDWR | O_CREAT | flags, 0666);
	if (fd == -1 && (errno == EACCES || errno == EROFS)) {
		saved = errno;
		fd = openat(c->parent, c->lock_name, O_RDONLY | flags);
		errno = saved;
	}
	return fd;
}

/* Is the open file FD still the one that the lock's name leads to? */
static int
is_current(const struct claim *c, int fd)
{
	struct stat a, b;

	return fstat(fd, &a) == 0 && fstatat(c->parent, c->lock_name, &b,
	    AT_SYMLINK_NOFOLLOW) == 0 && a.st_dev == b.st_dev &&
	    a.st_ino == b.st_ino;
}

/* flock that adds its message; CANNOT: what not to lock at all means. */
static int
lock_fd(const struct claim *c, int fd, int cannot)
{
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return 0;
	if (errno == EWOULDBLOCK)
		return locked(c);
	return cannot == -1 ? refused(c, "lock") : cannot;
}

/*
 * Lock beside OUT.  Whoever holds the lock removes the file at the end, so
 * what was locked may be a file that is gone: then try again.  Where the
 * folder above cannot be written there is no lock, and errno says why.
 */
static int
lock_beside(struct claim *c)
{
	int fd, tries;

	for (tries = 0; tries < LOCK_TRIES; tries++) {
		fd = open_lock(c);
		if (fd == -1)
			return errno == EACCES || errno == EROFS ? 0 :
			    refused(c, "make a lock beside");
		if (lock_fd(c, fd, -1) == -1) {
			close(fd);
			return -1;
		}
		if (is_current(c, fd)) {
			c->lock = fd;
			return 0;
		}
		close(fd);
	}
	return locked(c);
}

/* Take both locks, and open OUT if it is there. */
static int
take_locks(struct claim *c)
{
	int saved;

	if (lock_beside(c) == -1)
		return -1;
	saved = errno;
	c->tree = tree_open(c->parent, c->base);
	if (c->tree == -1 && errno == ENOENT) {
		errno = saved;
		return c->lock == -1 ? refused(c, "make") : 0;
	}
	if (c->tree == -1)
		return errno == ENOTDIR || errno == ELOOP ?
		    foreign(c, "it is not a folder") : refused(c, "open");
	if (lock_fd(c, c->tree, c->lock == -1 ? -1 : 0) == -1)
		return -1;
	if (c->lock == -1 ||
	    faccessat(c->parent, ".", W_OK | X_OK, AT_EACCESS) == -1)
		c->fixed = "the folder above it cannot be written";
	else if (swap_is_mount(c->parent, c->base))
		c->fixed = "a file system is mounted there";
	return 0;
}

/* ---- Is all of it ours? ---- */

struct survey {
	const struct sums	*old;
	const struct sums	*new;
	struct buf		 names;	/* of foreign files, for a message */
	int			 n;
};

static void
name_foreign(struct survey *s, const char *path)
{
	if (s->n < NAMED_MAX)
		buf_printf(&s->names, "%s\"%s\"", s->n == 0 ? "" : ", ",
		    path);
	else if (s->n == NAMED_MAX)
		buf_puts(&s->names, " and others");
	s->n++;
}

static int
visit(void *arg, const char *path, const struct stat *st)
{
	struct survey *s = arg;

	if (!S_ISREG(st->st_mode) || (strcmp(path, SUMS_NAME) != 0 &&
	    sums_find(s->old, path) == NULL &&
	    sums_find(s->new, path) == NULL))
		name_foreign(s, path);
	return s->n > NAMED_MAX;
}

/* Without a list nothing but the cache may be there, not even a folder. */
static int
visit_top(const struct claim *c, struct survey *s)
{
	struct strs names = { 0 };
	size_t i;
	int rc;

	rc = tree_names(c->tree, &names);
	for (i = 0; i < names.n; i++)
		if (strcmp(names.v[i], CLAIM_CACHE) != 0)
			name_foreign(s, names.v[i]);
	strs_release(&names);
	return rc;
}

/* See that OUT holds nothing that neither its list nor NEW names. */
static int
survey(const struct claim *c, const struct sums *new)
{
	struct survey s = { 0 };
	int rc;

	s.old = &c->old;
	s.new = new;
	if (c->has_list || new->n > 0)
		rc = tree_walk(c->tree, CLAIM_CACHE, visit, &s);
	else
		rc = visit_top(c, &s);
	if (rc == -1)
		refused(c, "list");
	else if (s.n > 0)
		rc = diag_add(c->d, DIAG_OUT_FOREIGN, NULL,
		    "cannot write to \"%s\": %s: %s; move %s away, or choose "
		    "another folder with -o", c->out, c->has_list ?
		    "it holds files that ismsdoc has not made" :
		    "it is not empty and ismsdoc has not made it",
		    buf_str(&s.names), s.n == 1 ? "it" : "them");
	buf_release(&s.names);
	return rc;
}

static int
load_list(struct claim *c)
{
	sums_release(&c->old);
	c->has_list = sums_load(&c->old, c->tree) == 0;
	if (c->has_list || errno == ENOENT)
		return 0;
	if (errno == EINVAL || errno == ELOOP)
		return foreign(c, "ismsdoc has not written its SHA256SUMS");
	return refused(c, "read the list in");
}

/* ---- What dead runs have left ---- */

/* Finish moving the tree NAME in the folder HOST into OUT, or remove it. */
static int
finish(struct claim *c, int host, const char *name)
{
	struct settle job = { 0 };
	struct sums new = { 0 };
	int tree, rc;

	tree = tree_open(host, name);
	rc = tree == -1 ? -1 : sums_load(&new, tree);
	if (tree != -1)
		close(tree);
	if (rc == -1 || c->tree == -1) {
		/* Nothing was left to do but this. */
		sums_release(&new);
		return tree_remove(host, name) == -1 && errno != ENOENT ?
		    refused(c, "sweep what is left beside") : 0;
	}
	job.host = host;
	job.name = name;
	job.out = c->tree;
	job.label = c->out;
	job.begun = 1;
	rc = survey(c, &new);
	if (rc == 0)
		rc = settle(&job, &c->old, &new, c->d);
	if (rc == 0)
		rc = load_list(c);
	sums_release(&new);
	return rc;
}

/* Is NAME in the folder FD a folder that belongs to us? */
static int
is_own_folder(int fd, const char *name)
{
	struct stat st;

	return fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(st.st_mode) && st.st_uid == geteuid();
}

/* Does NAME end in a number of a process, after the part of ours? */
static int
is_stage(const struct claim *c, const char *name)
{
	size_t len;

	len = strlen(c->moving_name) - strlen("moving");
	return strncmp(name, c->moving_name, len) == 0 && name[len] != '\0' &&
	    name[len + strspn(name + len, "0123456789")] == '\0';
}

/* Deal with the left-over trees in the folder FD. */
static int
sweep(struct claim *c, int fd)
{
	struct strs names = { 0 };
	size_t i;
	int rc = 0;

	if (is_own_folder(fd, c->moving_name))
		rc = finish(c, fd, c->moving_name);
	if (rc == -1 || tree_names(fd, &names) == -1) {
		strs_release(&names);
		return rc;
	}
	for (i = 0; i < names.n; i++)
		if (is_stage(c, names.v[i]) &&
		    is_own_folder(fd, names.v[i]))
			(void)tree_remove(fd, names.v[i]);
	strs_release(&names);
	return 0;
}

int
claim_cache(const struct claim *c)
{
	return tree_open(c->tree, CLAIM_CACHE);
}

static int
sweep_all(struct claim *c)
{
	int cache, rc = 0;

	if (c->lock != -1)
		rc = sweep(c, c->parent);
	cache = c->tree == -1 || rc == -1 ? -1 : claim_cache(c);
	if (cache != -1) {
		rc = sweep(c, cache);
		close(cache);
	}
	return rc;
}

/* ---- All together ---- */

int
claim_check(const struct claim *c)
{
	static const struct sums none = { 0 };
	struct stat a, b;

	if (c->tree == -1)
		return 0;
	if (fstat(c->tree, &a) == -1 || fstatat(c->parent, c->base, &b,
	    AT_SYMLINK_NOFOLLOW) == -1)
		return refused(c, "find");
	if (a.st_dev != b.st_dev || a.st_ino != b.st_ino)
		return diag_add(c->d, DIAG_SYSTEM, NULL, "cannot write to "
		    "\"%s\": it was replaced meanwhile; build again", c->out);
	return survey(c, &none);
}

int
claim_take(struct claim *c, const char *out, struct diag *d)
{
	memset(c, 0, sizeof(*c));
	c->parent = c->lock = c->tree = -1;
	c->d = d;
	c->out = mem_strdup(out);
	if (locate(c) == -1 || take_locks(c) == -1 ||
	    (c->tree != -1 && load_list(c) == -1) || sweep_all(c) == -1 ||
	    claim_check(c) == -1) {
		claim_release(c);
		return -1;
	}
	return 0;
}

/* Remove the lock's file, if it is one that we can have made, and unlock. */
static void
unlock(const struct claim *c)
{
	struct stat st;

	if (fstat(c->lock, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size == 0)
		unlinkat(c->parent, c->lock_name, 0);
	close(c->lock);
}

void
claim_release(struct claim *c)
{
	if (c->out == NULL)
		return;
	if (c->lock != -1)
		unlock(c);
	if (c->tree != -1)
		close(c->tree);
	if (c->parent != -1)
		close(c->parent);
	free(c->out);
	free(c->base);
	free(c->lock_name);
	free(c->stage_name);
	free(c->moving_name);
	sums_release(&c->old);
	memset(c, 0, sizeof(*c));
}
