/* Publishing: the whole output put in place at once, or not at all. */
#include "publish.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "claim.h"
#include "mem.h"
#include "settle.h"
#include "sums.h"
#include "swap.h"
#include "tree.h"

/* Flags of an entry of the former list. */
enum {
	SUM_GIVEN = 1 << 0,	/* this build has it too */
	SUM_KEPT = 1 << 1	/* with the same bytes */
};

enum state { BUILDING, FAILED, ENDED };

struct publish {
	struct diag	*d;
	struct claim	 claim;
	enum state	 state;
	int		 host;	/* the folder that holds the new tree: the */
				/* one above, or OUT's cache; -1: not yet */
	int		 stage;	/* the new tree; -1: not yet, or no more */
	int		 made_cache;
	struct stat	*kept;	/* per entry of the former list: the file */
				/* as it was when compared */
	struct sums	 sums;	/* what this build has given */
	char		*cache_name;	/* of a file for the cache, or NULL */
	struct buf	 cache;		/* its content */
	struct publish_counts	 counts;
	pthread_mutex_t	 lock;		/* held where threads share */
};

/* Fail for good: returns -1, like the message before it. */
static int
failed(struct publish *p)
{
	p->state = FAILED;
	return -1;
}

/* The same, with the message that errno gives for VERB PATH. */
static int
refused(struct publish *p, const char *verb, const char *path)
{
	if (errno == EEXIST || errno == ENOTDIR)
		diag_add(p->d, DIAG_RESULT, NULL,
		    "cannot publish \"%s\": a file or folder of that name has "
		    "been published already", path);
	else
		diag_add(p->d, DIAG_SYSTEM, NULL,
		    "cannot %s \"%s\" in \"%s\": %s%s", verb, path,
		    p->claim.out, errno == ESTALE ?
		    "it was changed meanwhile" : strerror(errno),
		    p->claim.tree == -1 ? "" :
		    "; the former output is unchanged");
	return failed(p);
}

struct publish *
publish_open(const char *out, struct diag *d)
{
	struct publish *p;

	p = mem_zalloc(sizeof(*p));
	p->d = d;
	p->host = p->stage = -1;
	pthread_mutex_init(&p->lock, NULL);
	if (claim_take(&p->claim, out, d) == -1) {
		pthread_mutex_destroy(&p->lock);
		free(p);
		return NULL;
	}
	p->kept = mem_resize(NULL, p->claim.old.n, sizeof(*p->kept));
	return p;
}

/* ---- The new tree ---- */

/* Open the folder that is to hold the new tree. */
static int
open_host(struct publish *p)
{
	if (p->claim.fixed == NULL) {
		p->host = fcntl(p->claim.parent, F_DUPFD_CLOEXEC, 0);
	} else {
		p->made_cache = mkdirat(p->claim.tree, CLAIM_CACHE,
		    0777) == 0;
		p->host = claim_cache(&p->claim);
	}
	return p->host == -1 ? -1 : 0;
}

/* Give the new tree the rights and the group that OUT has. */
static void
take_rights(const struct publish *p)
{
	struct stat st;
	mode_t mode;

	if (p->claim.tree == -1 || p->claim.fixed != NULL ||
	    fstat(p->claim.tree, &st) == -1)
		return;
	mode = st.st_mode & 07777;
	if (fchown(p->stage, (uid_t)-1, st.st_gid) == -1)
		mode &= 0777;	/* not for a group that it is not */
	(void)fchmod(p->stage, mode | S_IRWXU);
}

/* Make the new tree where it has not been made. */
static int
need_stage(struct publish *p)
{
	if (p->stage != -1)
		return 0;
	if ((p->host != -1 || open_host(p) == 0) &&
	    mkdirat(p->host, p->claim.stage_name, 0777) == 0)
		p->stage = tree_open(p->host, p->claim.stage_name);
	if (p->stage == -1) {
		diag_add(p->d, DIAG_SYSTEM, NULL,
		    "cannot make the folder \"%s\" for the new \"%s\": %s",
		    p->claim.stage_name, p->claim.out, strerror(errno));
		return failed(p);
	}
	take_rights(p);
	return 0;
}

/* Close the new tree and remove it where it still has its name. */
static void
drop_stage(struct publish *p)
{
	if (p->stage != -1)
		close(p->stage);
	if (p->host != -1) {
		tree_remove(p->host, p->claim.stage_name);
		close(p->host);
	}
	if (p->made_cache)
		unlinkat(p->claim.tree, CLAIM_CACHE, AT_REMOVEDIR);
	p->stage = p->host = -1;
	p->made_cache = 0;
}

/* ---- Giving files ---- */

/* May PATH be given?  *OLD gets its entry in the former list, or NULL. */
static int
begin(struct publish *p, const char *path, struct sum **old)
{
	const char *why;

	if (p->state != BUILDING)
		return -1;
	why = sums_refusal(path);
	if (why != NULL) {
		diag_add(p->d, DIAG_RESULT, NULL,
		    "cannot publish \"%s\": %s", path, why);
		return failed(p);
	}
	*old = sums_find(&p->claim.old, path);
	if (*old == NULL)
		return 0;
	if ((*old)->flags & SUM_GIVEN) {
		errno = EEXIST;
		return refused(p, "write", path);
	}
	(*old)->flags |= SUM_GIVEN;
	return 0;
}

/* Where the state of the file of OLD is remembered. */
static struct stat *
kept(const struct publish *p, const struct sum *old)
{
	return &p->kept[old - p->claim.old.v];
}

static void
keep(struct publish *p, struct sum *old)
{
	old->flags |= SUM_KEPT;
	p->counts.unchanged++;
	sums_add(&p->sums, old->path, old->hex);
}

/* Begin, with the lock held. */
static int
begin_locked(struct publish *p, const char *path, struct sum **old)
{
	int rc;

	pthread_mutex_lock(&p->lock);
	rc = begin(p, path, old);
	pthread_mutex_unlock(&p->lock);
	return rc;
}

/* Write the file; what all threads share is touched with the lock held. */
static int
write_new(struct publish *p, const char *path, const void *data, size_t len,
    const char *hex)
{
	int rc, error;

	pthread_mutex_lock(&p->lock);
	rc = p->state == BUILDING ? need_stage(p) : -1;
	pthread_mutex_unlock(&p->lock);
	if (rc == -1)
		return -1;
	rc = tree_write(p->stage, path, data, len);
	error = errno;
	pthread_mutex_lock(&p->lock);
	if (rc == 0) {
		p->counts.written++;
		sums_add(&p->sums, path, hex);
	} else {
		errno = error;
		refused(p, "write", path);
	}
	pthread_mutex_unlock(&p->lock);
	return rc;
}

int
publish_add(struct publish *p, const char *path, const void *data, size_t len)
{
	char hex[SHA_HEX];
	struct sum *old;

	if (begin_locked(p, path, &old) == -1)
		return -1;
	sha_hex(data, len, hex);
	if (old == NULL || strcmp(old->hex, hex) != 0 ||
	    !tree_equals(p->claim.tree, path, data, len, kept(p, old)))
		return write_new(p, path, data, len, hex);
	pthread_mutex_lock(&p->lock);
	keep(p, old);
	pthread_mutex_unlock(&p->lock);
	return 0;
}

/* Is FROM, of LEN bytes, what the file of OLD holds and should hold? */
static int
is_unchanged(const struct publish *p, int from, off_t len,
    const struct sum *old)
{
	char hex[SHA_HEX];

	return sha_fd(from, hex) == 0 && strcmp(hex, old->hex) == 0 &&
	    tree_has_digest(p->claim.tree, old->path, hex, len, kept(p, old));
}

/* publish_copy with the source open as FROM. */
static int
copy(struct publish *p, const char *path, int from, off_t len,
    struct sum *old)
{
	char hex[SHA_HEX];

	if (old != NULL && is_unchanged(p, from, len, old)) {
		keep(p, old);
		return 0;
	}
	if (need_stage(p) == -1)
		return -1;
	if (lseek(from, 0, SEEK_SET) == -1 ||
	    tree_copy(p->stage, path, from, hex) == -1)
		return refused(p, "write", path);
	p->counts.written++;
	sums_add(&p->sums, path, hex);
	return 0;
}

int
publish_copy(struct publish *p, const char *path, const char *source)
{
	struct stat st;
	struct sum *old;
	int from, rc;

	if (begin(p, path, &old) == -1)
		return -1;
	from = open(source, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (from == -1 || fstat(from, &st) == -1 || !S_ISREG(st.st_mode)) {
		diag_add(p->d, from == -1 && errno == ENOENT ?
		    DIAG_FILE_MISSING : DIAG_FILE_KIND, NULL,
		    "cannot read \"%s\": %s", source, from == -1 ?
		    strerror(errno) : "not a regular file");
		if (from != -1)
			close(from);
		return failed(p);
	}
	rc = copy(p, path, from, st.st_size, old);
	close(from);
	return rc;
}

/* ---- Putting it in place ---- */

/* Copy the unchanged file of OLD with its time, where no link can be made. */
static int
copy_kept(struct publish *p, const struct sum *old)
{
	struct timespec times[2];
	struct stat st;
	char hex[SHA_HEX];
	int from, rc;

	from = tree_read(p->claim.tree, old->path, &st);
	if (from == -1)
		return -1;
	rc = tree_copy(p->stage, old->path, from, hex);
	close(from);
	if (rc == -1)
		return -1;
	if (strcmp(hex, old->hex) != 0) {
		errno = ESTALE;
		return -1;
	}
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	return utimensat(p->stage, old->path, times, AT_SYMLINK_NOFOLLOW);
}

/* Put the unchanged file of OLD into the new tree too; -1 with errno. */
static int
link_kept(struct publish *p, const struct sum *old)
{
	const char *path = old->path;
	struct stat st;
	int rc;

	if (fstatat(p->claim.tree, path, &st, AT_SYMLINK_NOFOLLOW) == -1)
		return -1;
	if (!tree_is_same_file(&st, kept(p, old))) {
		errno = ESTALE;
		return -1;
	}
	rc = linkat(p->claim.tree, path, p->stage, path, 0);
	if (rc == -1 && errno == ENOENT &&
	    tree_folders(p->stage, path) == 0)
		rc = linkat(p->claim.tree, path, p->stage, path, 0);
	if (rc == -1 && (errno == EXDEV || errno == EPERM ||
	    errno == EMLINK || errno == EOPNOTSUPP || errno == ENOSYS))
		rc = copy_kept(p, old);
	return rc;
}

/* Complete the new tree: unchanged files, the list, all onto the disk. */
static int
complete(struct publish *p)
{
	struct buf text = { 0 };
	size_t i;
	int rc;

	if (need_stage(p) == -1)
		return -1;
	for (i = 0; i < p->claim.old.n; i++)
		if ((p->claim.old.v[i].flags & SUM_KEPT) &&
		    link_kept(p, &p->claim.old.v[i]) == -1)
			return refused(p, "keep", p->claim.old.v[i].path);
	sums_write(&p->sums, &text);
	rc = tree_write(p->stage, SUMS_NAME, buf_str(&text), text.len);
	buf_release(&text);
	if (rc == -1 || swap_sync(p->stage) == -1)
		return refused(p, "write", SUMS_NAME);
	return 0;
}

/* The new tree stands as OUT, and the former one under its name. */
static void
clear_former(struct publish *p)
{
	if (renameat(p->claim.tree, CLAIM_CACHE, p->stage, CLAIM_CACHE) == -1)
		errno = 0;	/* there was none; or it is made again */
	if (tree_remove(p->host, p->claim.stage_name) == -1)
		diag_add(p->d, DIAG_OUT_LEFT, NULL, "cannot remove the former "
		    "output \"%s\" beside \"%s\": %s; remove it by hand",
		    p->claim.stage_name, p->claim.out, strerror(errno));
}

/* Move the new tree into OUT file by file, because of WHY. */
static int
move_in(struct publish *p, const char *why)
{
	struct settle job = { 0 };

	if (renameat(p->host, p->claim.stage_name, p->host,
	    p->claim.moving_name) == -1)
		return refused(p, "rename", p->claim.stage_name);
	job.host = p->host;
	job.name = p->claim.moving_name;
	job.out = p->claim.tree;
	job.label = p->claim.out;
	if (settle(&job, &p->claim.old, &p->sums, p->d) == -1)
		return failed(p);
	diag_add(p->d, DIAG_OUT_EXCHANGE, NULL,
	    "cannot swap \"%s\" in one step: %s; its files were replaced one "
	    "by one", p->claim.out, why);
	return 0;
}

static int
put_in_place(struct publish *p)
{
	const struct claim *c = &p->claim;

	if (c->tree == -1) {
		if (renameat(p->host, c->stage_name, c->parent, c->base) == 0)
			return 0;
		diag_add(p->d, DIAG_SYSTEM, NULL, "cannot make \"%s\": %s",
		    c->out, strerror(errno));
		return failed(p);
	}
	if (c->fixed != NULL)
		return move_in(p, c->fixed);
	if (swap_exchange(p->host, c->stage_name, c->base) == 0) {
		clear_former(p);
		return 0;
	}
	if (swap_is_refusal(errno))
		return move_in(p, "the file system does not exchange folders");
	diag_add(p->d, DIAG_SYSTEM, NULL, "cannot exchange \"%s\": %s; it is "
	    "unchanged", c->out, strerror(errno));
	return failed(p);
}

/* How many files of the former list has this build not given? */
static size_t
count_removed(const struct publish *p)
{
	size_t i, n = 0;

	for (i = 0; i < p->claim.old.n; i++)
		n += !(p->claim.old.v[i].flags & SUM_GIVEN);
	return n;
}

void
publish_cache(struct publish *p, const char *name, const void *data,
    size_t len)
{
	p->cache_name = mem_strdup(name);
	buf_add(&p->cache, data, len);
}

/* Write the file of the cache into the folder FD, beside and renamed. */
static void
write_cache(const struct publish *p, int fd)
{
	struct stat st;
	char *beside;

	if (p->cache.len == 0) {
		(void)unlinkat(fd, p->cache_name, 0);
		return;
	}
	if (tree_equals(fd, p->cache_name, buf_str(&p->cache), p->cache.len,
	    &st))
		return;
	beside = mem_printf("%s.new", p->cache_name);
	(void)unlinkat(fd, beside, 0);
	if (tree_write(fd, beside, buf_str(&p->cache), p->cache.len) == 0 &&
	    renameat(fd, beside, fd, p->cache_name) == -1)
		(void)unlinkat(fd, beside, 0);
	free(beside);
}

/* OUT is in place, under its name: the former folder may be another. */
static void
keep_cache(const struct publish *p)
{
	int out, cache;

	out = p->cache_name == NULL ? -1 : tree_open(p->claim.parent,
	    p->claim.base);
	if (out == -1)
		return;
	if (p->cache.len > 0)
		(void)mkdirat(out, CLAIM_CACHE, 0777);
	cache = tree_open(out, CLAIM_CACHE);
	if (cache != -1) {
		write_cache(p, cache);
		close(cache);
	}
	close(out);
}

int
publish_commit(struct publish *p)
{
	if (p->state != BUILDING)
		return -1;
	p->counts.removed = count_removed(p);
	sums_sort(&p->sums);
	if (!p->claim.has_list || p->counts.written > 0 ||
	    p->counts.removed > 0)
		if (complete(p) == -1 || claim_check(&p->claim) == -1 ||
		    put_in_place(p) == -1)
			failed(p);
	if (p->state == BUILDING)
		keep_cache(p);
	publish_abort(p);
	return p->state == FAILED ? -1 : 0;
}

void
publish_abort(struct publish *p)
{
	drop_stage(p);
	claim_release(&p->claim);
	if (p->state == BUILDING)
		p->state = ENDED;
}

void
publish_counts(const struct publish *p, struct publish_counts *counts)
{
	*counts = p->counts;
}

void
publish_free(struct publish *p)
{
	if (p == NULL)
		return;
	publish_abort(p);
	sums_release(&p->sums);
	free(p->cache_name);
	buf_release(&p->cache);
	pthread_mutex_destroy(&p->lock);
	free(p->kept);
	free(p);
}
