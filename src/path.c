/* Paths and reading files: what may be opened, and how it is named. */
#include "path.h"

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "swap.h"

enum { DEPTH_MAX = 16 };
enum { ROOT_FLAGS = O_RDONLY | O_DIRECTORY | O_CLOEXEC };

int
path_roots(struct roots *roots, const char *org, const char *data,
    struct diag *d)
{
	memset(roots, 0, sizeof(*roots));
	roots->data = mem_strdup(data);
	roots->data_real = realpath(data, NULL);
	if (roots->data_real == NULL)
		return diag_add(d, DIAG_NO_DATA, NULL,
		    "cannot find the shipped files in \"%s\": %s", data,
		    strerror(errno));
	roots->data_fd = open(roots->data_real, ROOT_FLAGS);
	if (org == NULL)
		return 0;
	roots->org = mem_strdup(org);
	roots->org_real = realpath(org, NULL);
	if (roots->org_real == NULL)
		return diag_add(d, DIAG_NO_FOLDER, NULL,
		    "cannot open the folder \"%s\": %s", org,
		    strerror(errno));
	roots->org_fd = open(roots->org_real, ROOT_FLAGS);
	return 0;
}

void
path_roots_release(struct roots *roots)
{
	if (roots->org_real != NULL && roots->org_fd != -1)
		close(roots->org_fd);
	if (roots->data_real != NULL && roots->data_fd != -1)
		close(roots->data_fd);
	free(roots->org);
	free(roots->data);
	free(roots->org_real);
	free(roots->data_real);
	memset(roots, 0, sizeof(*roots));
}

char *
path_join(const char *dir, const char *name)
{
	size_t len;

	len = strlen(dir);
	if (len == 0 || strcmp(dir, ".") == 0)
		return mem_strdup(name);
	return mem_printf("%s%s%s", dir, dir[len - 1] == '/' ? "" : "/", name);
}

char *
path_dir(const char *path)
{
	const char *slash;

	slash = strrchr(path, '/');
	return slash == NULL ? mem_strdup("") :
	    mem_strndup(path, (size_t)(slash - path));
}

const char *
path_base(const char *path)
{
	const char *slash;

	slash = strrchr(path, '/');
	return slash == NULL ? path : slash + 1;
}

char *
path_stem(const char *path)
{
	const char *base, *dot;

	base = path_base(path);
	dot = strrchr(base, '.');
	return dot == NULL || dot == base ? mem_strdup(base) :
	    mem_strndup(base, (size_t)(dot - base));
}

int
path_has_suffix(const char *name, const char *suffix)
{
	size_t a, b;

	a = strlen(name);
	b = strlen(suffix);
	return a >= b && strcmp(name + a - b, suffix) == 0;
}

static const char *
without_scheme(const char *path)
{
	size_t len;

	len = strlen(PATH_SHIPPED);
	return strncmp(path, PATH_SHIPPED, len) == 0 ? path + len : path;
}

/* Is the part of LEN bytes at S one that a source path may hold? */
static int
part_is_plain(const char *s, size_t len)
{
	return len > 0 && !(len == 1 && s[0] == '.') &&
	    !(len == 2 && s[0] == '.' && s[1] == '.');
}

int
path_is_source(const char *path)
{
	const char *s;
	size_t len;

	for (s = without_scheme(path);; s += len + 1) {
		len = strcspn(s, "/");
		if (!part_is_plain(s, len))
			return 0;
		if (s[len] == '\0')
			return 1;
	}
}

/* Cut the last part off OUT, whose first KEEP bytes stay; -1 if none. */
static int
drop_part(struct buf *out, size_t keep)
{
	if (out->len <= keep)
		return -1;
	while (out->len > keep && out->data[out->len - 1] != '/')
		out->len--;
	if (out->len > keep)
		out->len--;
	out->data[out->len] = '\0';
	return 0;
}

char *
path_resolve(const char *from, const char *href)
{
	struct buf out = { 0 };
	const char *s, *slash;
	size_t len, keep;
	int rc = 0;

	if (href[0] == '/')
		return NULL;
	keep = (size_t)(without_scheme(from) - from);
	buf_add(&out, from, keep);
	slash = strrchr(from + keep, '/');
	if (slash != NULL)
		buf_add(&out, from + keep, (size_t)(slash - from) - keep);
	for (s = href; rc == 0; s += len + 1) {
		len = strcspn(s, "/");
		if (len == 2 && s[0] == '.' && s[1] == '.')
			rc = drop_part(&out, keep);
		else if (part_is_plain(s, len)) {
			if (out.len > keep)
				buf_putc(&out, '/');
			buf_add(&out, s, len);
		}
		if (s[len] == '\0')
			break;
	}
	if (rc == 0 && path_is_source(buf_str(&out)))
		return buf_detach(&out);
	buf_release(&out);
	return NULL;
}

char *
path_real(const struct roots *roots, const char *path)
{
	const char *rest, *root;

	rest = without_scheme(path);
	root = rest != path ? roots->data : roots->org;
	if (root == NULL || !path_is_source(path))
		return NULL;
	return path_join(root, rest);
}

char *
path_locate(const void *arg, const char *path)
{
	return path_real(arg, path);
}

/* Is REAL, a resolved file name, inside the folder ROOT? */
static int
is_inside(const char *real, const char *root)
{
	size_t len;

	len = strlen(root);
	return strncmp(real, root, len) == 0 &&
	    (real[len] == '/' || (len > 0 && root[len - 1] == '/'));
}

static int
root_fd(const struct roots *roots, const char *path)
{
	return without_scheme(path) != path ? roots->data_fd : roots->org_fd;
}

/*
 * Does NAME, which the source path PATH stands for, lead out of its folder?
 * The kernel knows at once; where it cannot tell, or a link is absolute, the
 * name is resolved.
 */
static int
leaves_root(const struct roots *roots, const char *path, const char *name)
{
	const char *root;
	char *real;
	int leaves;

	if (swap_is_beneath(root_fd(roots, path), without_scheme(path)))
		return 0;
	root = without_scheme(path) != path ? roots->data_real :
	    roots->org_real;
	real = realpath(name, NULL);
	if (real == NULL)
		return 0;
	leaves = !is_inside(real, root);
	free(real);
	return leaves;
}

/* Open what PATH stands for, NAME; -1 with a message. */
static int
open_source(const struct roots *roots, const char *path, const char *name,
    const struct place *at, struct diag *d)
{
	int fd, flags;

	flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
	fd = swap_open_beneath(root_fd(roots, path), without_scheme(path),
	    flags);
	if (fd != -1)
		return fd;
	if (leaves_root(roots, path, name))
		return diag_add(d, DIAG_FILE_KIND, at, "cannot read \"%s\": "
		    "a link leads out of the folder", path);
	fd = open(name, flags);
	if (fd != -1)
		return fd;
	return diag_add(d, errno == ENOENT || errno == ENOTDIR ?
	    DIAG_FILE_MISSING : errno == ENXIO || errno == ELOOP ?
	    DIAG_FILE_KIND : DIAG_SYSTEM, at,
	    "cannot open \"%s\": %s", path, strerror(errno));
}

/* Is FD a regular file of at most MAX bytes?  0, or -1 with a message. */
static int
check_regular(int fd, const char *path, size_t max, const struct place *at,
    struct diag *d)
{
	struct stat st;

	if (fstat(fd, &st) == -1)
		return diag_add(d, DIAG_SYSTEM, at, "cannot read \"%s\": %s",
		    path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return diag_add(d, DIAG_FILE_KIND, at,
		    "cannot read \"%s\": not a regular file", path);
	if (st.st_size < 0 || (size_t)st.st_size > max)
		return diag_add(d, DIAG_FILE_SIZE, at,
		    "cannot read \"%s\": larger than %zu KiB; split it",
		    path, max / 1024);
	return 0;
}

static int
read_all(int fd, const char *path, size_t max, struct buf *out,
    const struct place *at, struct diag *d)
{
	char chunk[65536];
	ssize_t n;

	for (;;) {
		n = read(fd, chunk, sizeof(chunk));
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return diag_add(d, DIAG_SYSTEM, at,
			    "cannot read \"%s\": %s", path, strerror(errno));
		if (n == 0)
			return 0;
		buf_add(out, chunk, (size_t)n);
		if (out->len > max)
			return diag_add(d, DIAG_FILE_SIZE, at,
			    "cannot read \"%s\": larger than %zu KiB; "
			    "split it", path, max / 1024);
	}
}

int
path_read(const struct roots *roots, const char *path, size_t max,
    struct buf *out, const struct place *where, struct diag *d)
{
	struct place self = { 0 };
	const struct place *at;
	char *name;
	int fd, rc;

	self.path = path;
	at = where != NULL ? where : &self;
	buf_clear(out);
	name = path_real(roots, path);
	if (name == NULL)
		return diag_add(d, DIAG_FILE_KIND, where,
		    "cannot read \"%s\": not a path inside the folder", path);
	fd = open_source(roots, path, name, at, d);
	free(name);
	if (fd == -1)
		return -1;
	rc = check_regular(fd, path, max, at, d);
	if (rc == 0)
		rc = read_all(fd, path, max, out, at, d);
	close(fd);
	return rc;
}

/* Line of the byte at OFFSET, from 1. */
static int
line_of(const char *s, size_t offset)
{
	size_t i;
	int line = 1;

	for (i = 0; i < offset; i++)
		line += s[i] == '\n';
	return line;
}

static void
drop_bom(struct buf *b)
{
	size_t bom;

	bom = utf8_bom(buf_str(b), b->len);
	if (bom > 0) {
		b->len -= bom;
		memmove(b->data, b->data + bom, b->len + 1);
	}
}

int
path_read_text(const struct roots *roots, const char *path, size_t max,
    struct buf *out, const struct place *where, struct diag *d)
{
	struct place at = { 0 };
	size_t bad, begin;

	if (path_read(roots, path, max, out, where, d) == -1)
		return -1;
	if (out->len == 0)
		return 0;
	drop_bom(out);
	bad = utf8_check(out->data, out->len);
	if (bad == out->len)
		return 0;
	at.path = path;
	at.line = line_of(out->data, bad);
	for (begin = bad; begin > 0 && out->data[begin - 1] != '\n'; begin--)
		;
	at.col = (int)utf8_count(out->data + begin, bad - begin) + 1;
	return diag_add(d, DIAG_UTF8, &at,
	    "cannot read \"%s\": not UTF-8 here; save the file as UTF-8",
	    path);
}

int
path_exists(const struct roots *roots, const char *path)
{
	struct stat st;
	char *name;
	int is;

	name = path_real(roots, path);
	if (name == NULL)
		return 0;
	is = stat(name, &st) == 0 && S_ISREG(st.st_mode) &&
	    !leaves_root(roots, path, name);
	free(name);
	return is;
}

static int
is_passed_over(const char *name)
{
	return name[0] == '.' || path_has_suffix(name, "~") ||
	    strcmp(name, "README.md") == 0;
}

/* Names in the folder NAME, sorted; -1 with a message, but 0 if absent. */
static int
read_names(const char *name, const char *dir, struct strs *names,
    struct diag *d)
{
	struct place at = { 0 };
	struct dirent *entry;
	DIR *handle;

	at.path = dir;
	handle = opendir(name);
	if (handle == NULL && (errno == ENOENT || errno == ENOTDIR))
		return 0;
	if (handle == NULL)
		return diag_add(d, DIAG_SYSTEM, &at,
		    "cannot list \"%s\": %s", dir, strerror(errno));
	for (entry = readdir(handle); entry != NULL; entry = readdir(handle))
		if (!is_passed_over(entry->d_name))
			strs_add(names, entry->d_name);
	closedir(handle);
	strs_sort(names);
	return 0;
}

/* One path_list on its way through the folders. */
struct listing {
	const struct roots	*roots;
	const char		*suffix;
	struct strs		*files;
	struct strs		 dirs;	/* real names of those read: links */
					/* may lead in circles */
	int			 recurse;
	struct diag		*d;
};

static int	list_dir(struct listing *, const char *, int);

static int
cannot_read(const struct listing *l, const char *path, const char *why)
{
	struct place at = { 0 };

	at.path = path;
	return diag_add(l->d, DIAG_FILE_KIND, &at, "cannot read \"%s\": %s",
	    path, why);
}

/* One entry of a folder: file, folder or something else. */
static int
list_entry(struct listing *l, const char *path, int depth)
{
	struct stat st;
	char *name;
	int is_wanted, rc = 0;

	is_wanted = path_has_suffix(path, l->suffix);
	name = path_real(l->roots, path);
	if (name == NULL || utf8_check(path, strlen(path)) != strlen(path))
		rc = cannot_read(l, path,
		    "its name is not UTF-8; rename it");
	else if (stat(name, &st) == -1)
		rc = is_wanted ? cannot_read(l, path, strerror(errno)) : 0;
	else if (leaves_root(l->roots, path, name))
		rc = S_ISDIR(st.st_mode) || is_wanted ? cannot_read(l, path,
		    "a link leads out of the folder") : 0;
	else if (S_ISDIR(st.st_mode) && depth > 0)
		rc = list_dir(l, path, depth - 1);
	else if (S_ISDIR(st.st_mode))
		rc = l->recurse ? cannot_read(l, path,
		    "more than 16 folders deep") : 0;
	else if (is_wanted && !S_ISREG(st.st_mode))
		rc = cannot_read(l, path, "not a regular file");
	else if (is_wanted)
		strs_add(l->files, path);
	free(name);
	return rc;
}

/* Note that the folder NAME is read; 0 where it has been read already. */
static int
is_first_time(struct listing *l, const char *name)
{
	char *real;

	real = realpath(name, NULL);
	if (real == NULL)
		return 1;
	if (strs_find(&l->dirs, real) != -1) {
		free(real);
		return 0;
	}
	strs_take(&l->dirs, real);
	return 1;
}

static int
list_dir(struct listing *l, const char *dir, int depth)
{
	struct strs names = { 0 };
	char *name, *path;
	size_t i;
	int rc;

	name = path_real(l->roots, dir);
	if (name == NULL)
		return 0;
	rc = is_first_time(l, name) ? read_names(name, dir, &names, l->d) :
	    cannot_read(l, dir, "a link has led to this folder under "
	    "another name; remove the link");
	for (i = 0; i < names.n; i++) {
		path = path_join(dir, names.v[i]);
		if (list_entry(l, path, depth) == -1)
			rc = -1;
		free(path);
	}
	free(name);
	strs_release(&names);
	return rc;
}

int
path_list(const struct roots *roots, const char *dir, const char *suffix,
    int recurse, struct strs *files, struct diag *d)
{
	struct listing l = { 0 };
	int rc;

	l.roots = roots;
	l.suffix = suffix;
	l.files = files;
	l.recurse = recurse;
	l.d = d;
	rc = list_dir(&l, dir, recurse ? DEPTH_MAX : 0);
	strs_sort(files);
	strs_release(&l.dirs);
	return rc;
}

int
path_glob(const char *pattern, const char *text)
{
	const char *star = NULL, *mark = NULL;

	while (*text != '\0') {
		if (*pattern == '*') {
			star = pattern++;
			mark = text;
		} else if (*pattern == '?' || *pattern == *text) {
			pattern++;
			text++;
		} else if (star != NULL) {
			pattern = star + 1;
			text = ++mark;
		} else {
			return 0;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\0';
}
