/* For the suites of publishing: building outputs and looking at them. */
#ifndef ISMSDOC_OUTTREE_H
#define ISMSDOC_OUTTREE_H

#include "publish.h"
#include "scratch.h"
#include "sums.h"
#include "tree.h"

/* In tests/inject.c; suites skip what needs it where it is not linked. */
extern void	inject_set(const char *) __attribute__((weak));
extern long	inject_count(const char *) __attribute__((weak));

/* What an output shall hold; ends with a path of NULL. */
struct file {
	const char	*path;
	const char	*text;
};

static const struct file outtree_old[] = {
	{ "html/index.html", "index" }, { "html/a.html", "a" },
	{ "html/controls/x.html", "x" }, { "html/gone/y.html", "y" },
	{ "docbook/a.xml", "<a/>" }, { NULL, NULL }
};

static const struct file outtree_new[] = {
	{ "html/index.html", "index" }, { "html/a.html", "a, changed" },
	{ "html/controls/x.html", "x" }, { "html/controls/z.html", "z" },
	{ "csv/risks.csv", "id" }, { "docbook/a.xml", "<a/>" },
	{ NULL, NULL }
};

/* Build FILES into OUT; what publish_commit or publish_open returned. */
static inline int
outtree_build(const char *out, const struct file *files, struct diag *d,
    struct publish_counts *counts)
{
	struct publish *p;
	int rc;

	p = publish_open(out, d);
	if (p == NULL)
		return -1;
	for (; files->path != NULL; files++)
		if (publish_add(p, files->path, files->text,
		    strlen(files->text)) == -1)
			break;
	rc = publish_commit(p);
	if (counts != NULL)
		publish_counts(p, counts);
	publish_free(p);
	return rc;
}

/* The same where nothing may go wrong. */
static inline struct publish_counts
outtree_make(const char *out, const struct file *files)
{
	struct publish_counts counts = { 0 };
	struct diag d = { 0 };
	int rc;

	rc = outtree_build(out, files, &d, &counts);
	ck_assert_msg(rc == 0 && d.n == 0, "%s", d.n > 0 ? d.msgs[0].text :
	    "failed in silence");
	diag_release(&d);
	return counts;
}

static inline int
outtree_count(void *arg, const char *path, const struct stat *st)
{
	(void)path;
	(void)st;
	++*(int *)arg;
	return 0;
}

/* Does OUT hold exactly FILES, its list, and a list that is right? */
static inline int
outtree_is(const char *out, const struct file *files)
{
	struct sums sums = { 0 };
	struct sum *sum;
	struct stat st;
	size_t n = 0;
	int fd, count = 0, good;

	fd = tree_open(AT_FDCWD, out);
	if (fd == -1)
		return 0;
	good = sums_load(&sums, fd) == 0;
	for (; files->path != NULL && good; files++, n++) {
		sum = sums_find(&sums, files->path);
		good = sum != NULL && tree_equals(fd, files->path,
		    files->text, strlen(files->text), &st) &&
		    tree_has_digest(fd, files->path, sum->hex,
		    (off_t)strlen(files->text), &st);
	}
	ck_assert_int_eq(tree_walk(fd, ".ismsdoc", outtree_count, &count),
	    0);
	good = good && sums.n == n && (size_t)count == n + 1;
	sums_release(&sums);
	close(fd);
	return good;
}

/* Are the names in the folder DIR, joined by blanks, these? */
static inline void
outtree_names(const char *dir, const char *expected)
{
	struct strs names = { 0 };
	struct buf text = { 0 };
	size_t i;
	int fd;

	fd = open(dir, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ne(fd, -1);
	ck_assert_int_eq(tree_names(fd, &names), 0);
	for (i = 0; i < names.n; i++)
		buf_printf(&text, "%s%s", i == 0 ? "" : " ", names.v[i]);
	ck_assert_str_eq(buf_str(&text), expected);
	buf_release(&text);
	strs_release(&names);
	close(fd);
}

static inline struct stat
outtree_stat(const char *name)
{
	struct stat st;

	ck_assert_msg(lstat(name, &st) == 0, "%s is there", name);
	return st;
}

#endif
