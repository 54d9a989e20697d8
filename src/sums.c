/* SHA256SUMS: the list of what a build wrote, as sha256sum reads it. */
#include "sums.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "path.h"
#include "tree.h"

enum {
	PATH_LENGTH = 1000,	/* bytes */
	PART_LENGTH = 255,
	FOLDERS = 16		/* one in another */
};

/* Whatever is written lies in one of these. */
static const char *const tops[] = { "csv", "docbook", "html", "pdf", "xlsx" };

/* Is there a character in PATH that a list or a terminal cannot take? */
static int
has_control(const char *path)
{
	unsigned long cp;
	size_t n;

	for (; *path != '\0'; path += n) {
		n = utf8_len(path, strlen(path), &cp);
		if (n == 0 || cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			return 1;
	}
	return 0;
}

static int
is_in_top(const char *path)
{
	size_t i, len;

	len = strcspn(path, "/");
	if (path[len] == '\0')
		return 0;
	for (i = 0; i < sizeof(tops) / sizeof(*tops); i++)
		if (strlen(tops[i]) == len && memcmp(tops[i], path, len) == 0)
			return 1;
	return 0;
}

const char *
sums_refusal(const char *path)
{
	const char *s;
	size_t len;
	int folders = 0;

	if (strlen(path) > PATH_LENGTH)
		return "its name is too long";
	if (has_control(path))
		return "its name has a control character or is not UTF-8";
	if (!path_is_source(path))
		return "its name has an empty part, \".\" or \"..\"";
	if (!is_in_top(path))
		return "it is not in csv/, docbook/, html/, pdf/ or xlsx/";
	for (s = path; s != NULL; s = s[len] == '\0' ? NULL : s + len + 1) {
		len = strcspn(s, "/");
		if (len > PART_LENGTH)
			return "its name is too long";
		folders += s[len] == '/';
	}
	return folders > FOLDERS ? "it is in too many folders" : NULL;
}

void
sums_add(struct sums *sums, const char *path, const char hex[SHA_HEX])
{
	struct sum *sum;

	if ((sums->n & (sums->n - 1)) == 0)
		sums->v = mem_resize(sums->v, sums->n < 8 ? 16 : sums->n * 2,
		    sizeof(*sums->v));
	sum = &sums->v[sums->n++];
	memset(sum, 0, sizeof(*sum));
	sum->path = mem_strdup(path);
	memcpy(sum->hex, hex, SHA_HEX);
}

static int
by_path(const void *a, const void *b)
{
	return strcmp(((const struct sum *)a)->path,
	    ((const struct sum *)b)->path);
}

void
sums_sort(struct sums *sums)
{
	if (sums->n > 1)
		qsort(sums->v, sums->n, sizeof(*sums->v), by_path);
}

static int
by_key(const void *key, const void *item)
{
	return strcmp(key, ((const struct sum *)item)->path);
}

struct sum *
sums_find(const struct sums *sums, const char *path)
{
	if (sums->n == 0)
		return NULL;
	return bsearch(path, sums->v, sums->n, sizeof(*sums->v), by_key);
}

void
sums_write(const struct sums *sums, struct buf *out)
{
	const struct sum *sum;
	const char *s;
	size_t i, n;

	for (i = 0; i < sums->n; i++) {
		sum = &sums->v[i];
		if (strchr(sum->path, '\\') != NULL)
			buf_putc(out, '\\');	/* it is escaped below */
		buf_add(out, sum->hex, SHA_HEX - 1);
		buf_puts(out, "  ");
		for (s = sum->path; *s != '\0'; s += n) {
			n = strcspn(s, "\\");
			buf_add(out, s, n);
			if (s[n] == '\\') {
				buf_puts(out, "\\\\");
				n++;
			}
		}
		buf_putc(out, '\n');
	}
}

/* Undo the doubling of backslashes in S, in place; others are kept. */
static void
unescape(char *s)
{
	char *to;

	for (to = s; *s != '\0'; s++) {
		if (s[0] == '\\' && s[1] == '\\')
			s++;
		*to++ = *s;
	}
	*to = '\0';
}

/* One line of LEN bytes without its end. */
static int
read_line(struct sums *sums, const char *line, size_t len)
{
	char hex[SHA_HEX], *path;
	int rc = -1, escaped;

	escaped = len > 0 && line[0] == '\\';
	line += escaped;
	len -= (size_t)escaped;
	if (len < SHA_HEX + 2 || line[SHA_HEX - 1] != ' ' ||
	    line[SHA_HEX] != ' ')
		return -1;
	memcpy(hex, line, SHA_HEX - 1);
	hex[SHA_HEX - 1] = '\0';
	path = mem_strndup(line + SHA_HEX + 1, len - SHA_HEX - 1);
	if (escaped)
		unescape(path);
	if (sha_is_hex(hex) && sums_refusal(path) == NULL) {
		sums_add(sums, path, hex);
		rc = 0;
	}
	free(path);
	return rc;
}

/* Is every path there once? */
static int
is_distinct(const struct sums *sums)
{
	size_t i;

	for (i = 1; i < sums->n; i++)
		if (strcmp(sums->v[i - 1].path, sums->v[i].path) == 0)
			return 0;
	return 1;
}

int
sums_read(struct sums *sums, const char *text, size_t len)
{
	struct buf again = { 0 };
	const char *end;
	size_t at, n;
	int rc = 0;

	for (at = 0; at < len && rc == 0; at += n + 1) {
		end = memchr(text + at, '\n', len - at);
		if (end == NULL) {
			rc = -1;
			break;
		}
		n = (size_t)(end - (text + at));
		rc = read_line(sums, text + at, n);
	}
	sums_sort(sums);
	sums_write(sums, &again);
	if (rc == 0 && (!is_distinct(sums) || again.len != len ||
	    (len > 0 && memcmp(again.data, text, len) != 0)))
		rc = -1;
	buf_release(&again);
	if (rc == -1)
		sums_release(sums);
	return rc;
}

int
sums_load(struct sums *sums, int fd)
{
	struct buf text = { 0 };
	int rc;

	rc = tree_slurp(fd, SUMS_NAME, SUMS_MAX, &text);
	if (rc == 0 && sums_read(sums, buf_str(&text), text.len) == -1) {
		errno = EINVAL;
		rc = -1;
	}
	buf_release(&text);
	return rc;
}

void
sums_release(struct sums *sums)
{
	size_t i;

	for (i = 0; i < sums->n; i++)
		free(sums->v[i].path);
	free(sums->v);
	memset(sums, 0, sizeof(*sums));
}
