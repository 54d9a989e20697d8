/* Digests of the organisation's files, each read once and kept between runs. */
#include "digests.h"

#include <sys/stat.h>

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mem.h"
#include "tree.h"

#define HEAD "ismsdoc digests 1\n"

enum {
	FILE_MAX = 64 << 20,	/* of the cache, in bytes */
	SETTLED = 2		/* seconds after which a time is trusted */
};

struct entry {
	char		*path;
	char		 hex[SHA_HEX];
	uintmax_t	 size;
	intmax_t	 sec;		/* of the last change */
	long		 nsec;
	int		 asked;		/* in this run */
	int		 steady;	/* may be kept */
};

struct digests {
	struct entry	*v;		/* by path */
	size_t		 n;
	int		 anew;
};

/* The index of PATH, or of where it belongs. */
static size_t
find(const struct digests *ds, const char *path, int *is_there)
{
	size_t low = 0, high = ds->n, middle;
	int order;

	*is_there = 0;
	while (low < high) {
		middle = low + (high - low) / 2;
		order = strcmp(ds->v[middle].path, path);
		if (order == 0) {
			*is_there = 1;
			return middle;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The entry of PATH; a new one knows nothing but that. */
static struct entry *
entry_of(struct digests *ds, const char *path)
{
	size_t at;
	int is_there;

	at = find(ds, path, &is_there);
	if (is_there)
		return &ds->v[at];
	if ((ds->n & (ds->n - 1)) == 0)
		ds->v = mem_resize(ds->v, ds->n == 0 ? 1 : ds->n * 2,
		    sizeof(*ds->v));
	memmove(&ds->v[at + 1], &ds->v[at], (ds->n - at) * sizeof(*ds->v));
	ds->n++;
	memset(&ds->v[at], 0, sizeof(*ds->v));
	ds->v[at].path = mem_strdup(path);
	return &ds->v[at];
}

/* ---- The file ---- */

/* One line "HEX SIZE SEC NSEC PATH" up to END; -1 where it is none. */
static int
read_line(struct digests *ds, const char *line, const char *end)
{
	struct entry e = { 0 }, *entry;
	char *rest, *path;

	if (end - line < SHA_HEX || line[SHA_HEX - 1] != ' ')
		return -1;
	memcpy(e.hex, line, SHA_HEX - 1);
	if (!sha_is_hex(e.hex))
		return -1;
	e.size = strtoumax(line + SHA_HEX, &rest, 10);
	e.sec = strtoimax(rest, &rest, 10);
	e.nsec = strtol(rest, &rest, 10);
	if (rest >= end || *rest != ' ')
		return -1;
	path = mem_strndup(rest + 1, (size_t)(end - rest - 1));
	entry = entry_of(ds, path);
	e.path = entry->path;
	*entry = e;
	free(path);
	return 0;
}

/* Does TEXT end in the digest of what stands before it? */
static int
is_whole(const char *text, size_t len)
{
	char hex[SHA_HEX];

	if (len < strlen(HEAD) + SHA_HEX || text[len - 1] != '\n' ||
	    strncmp(text, HEAD, strlen(HEAD)) != 0)
		return 0;
	sha_hex(text, len - SHA_HEX, hex);
	return memcmp(text + len - SHA_HEX, hex, SHA_HEX - 1) == 0;
}

static void
load(struct digests *ds, const char *name)
{
	struct buf text = { 0 };
	const char *line, *end, *stop;

	if (tree_slurp(AT_FDCWD, name, FILE_MAX, &text) == 0 &&
	    is_whole(buf_str(&text), text.len)) {
		line = buf_str(&text) + strlen(HEAD);
		stop = buf_str(&text) + text.len - SHA_HEX;
		for (; line < stop; line = end + 1) {
			end = memchr(line, '\n', (size_t)(stop - line));
			if (end == NULL || read_line(ds, line, end) == -1)
				break;
		}
	}
	buf_release(&text);
}

struct digests *
digests_new(const char *name, int anew)
{
	struct digests *ds;

	ds = mem_zalloc(sizeof(*ds));
	ds->anew = anew;
	if (name != NULL)
		load(ds, name);
	return ds;
}

void
digests_write(const struct digests *ds, struct buf *out)
{
	char hex[SHA_HEX];
	const struct entry *e;
	size_t i;

	for (i = 0; i < ds->n; i++) {
		e = &ds->v[i];
		if (!e->asked || !e->steady || strchr(e->path, '\n') != NULL)
			continue;
		if (out->len == 0)
			buf_puts(out, HEAD);
		buf_printf(out, "%s %ju %jd %ld %s\n", e->hex, e->size,
		    e->sec, e->nsec, e->path);
	}
	if (out->len == 0)
		return;
	sha_hex(buf_str(out), out->len, hex);
	buf_printf(out, "%s\n", hex);
}

/* ---- Asking ---- */

static int
looks_same(const struct entry *e, const struct stat *st)
{
	return e->hex[0] != '\0' && e->size == (uintmax_t)st->st_size &&
	    e->sec == (intmax_t)st->st_mtim.tv_sec &&
	    e->nsec == st->st_mtim.tv_nsec;
}

/* Was the last change of ST long enough ago? */
static int
is_settled(const struct stat *st)
{
	struct timespec now;

	return clock_gettime(CLOCK_REALTIME, &now) == 0 &&
	    st->st_mtim.tv_sec < now.tv_sec - SETTLED;
}

/* Read the file NAME for E, which was ST before. */
static int
read_file(struct entry *e, const struct roots *roots, const char *name,
    const struct stat *before, const struct place *where, struct diag *d)
{
	char former[SHA_HEX];
	struct stat after;
	int same;

	same = looks_same(e, before);
	memcpy(former, e->hex, SHA_HEX);
	if (sha_file(roots, e->path, e->hex, where, d) == -1)
		return -1;
	if (stat(name, &after) == -1)
		after = *before;
	if (same && strcmp(former, e->hex) != 0)
		diag_add(d, DIAG_EVIDENCE_CHANGED, where, "\"%s\" has changed "
		    "since the last build, but neither its size nor its time "
		    "has; find out who changed it and why", e->path);
	e->size = (uintmax_t)after.st_size;
	e->sec = (intmax_t)after.st_mtim.tv_sec;
	e->nsec = after.st_mtim.tv_nsec;
	e->steady = looks_same(e, before) && is_settled(&after);
	return 0;
}

int
digests_get(struct digests *ds, const struct roots *roots, const char *path,
    struct digest *digest, const struct place *where, struct diag *d)
{
	struct entry *e;
	struct stat st = { 0 };
	char *name;
	int rc = 0;

	e = entry_of(ds, path);
	name = path_real(roots, path);
	if (!e->asked) {
		if (name != NULL && stat(name, &st) == 0 && !ds->anew &&
		    looks_same(e, &st) && path_exists(roots, path))
			e->steady = 1;
		else
			rc = read_file(e, roots, name == NULL ? path : name,
			    &st, where, d);
	}
	free(name);
	if (rc == -1)
		return -1;
	e->asked = 1;
	memcpy(digest->hex, e->hex, SHA_HEX);
	digest->size = e->size;
	return 0;
}

void
digests_free(struct digests *ds)
{
	size_t i;

	if (ds == NULL)
		return;
	for (i = 0; i < ds->n; i++)
		free(ds->v[i].path);
	free(ds->v);
	free(ds);
}
