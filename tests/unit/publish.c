/* Tests of publish.c: what a build makes of OUT when nothing fails. */
#include "publish.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <fcntl.h>

#include "mem.h"
#include "outtree.h"

START_TEST(absent)
{
	struct publish_counts counts;

	counts = outtree_make("p/q/out/", outtree_old);
	ck_assert_uint_eq(counts.written, 5);
	ck_assert_uint_eq(counts.unchanged, 0);
	ck_assert_uint_eq(counts.removed, 0);
	ck_assert(outtree_is("p/q/out", outtree_old));
	outtree_names("p/q", "out");
	outtree_names("p/q/out", "SHA256SUMS docbook html");
}
END_TEST

START_TEST(empty)
{
	mkdir("out", 0777);
	chmod("out", 0710);
	outtree_make("out", outtree_old);
	ck_assert(outtree_is("out", outtree_old));
	ck_assert_int_eq(outtree_stat("out").st_mode & 07777, 0710);
	outtree_names(".", "out");
	mkdir("two", 0777);
	mkdir("two/.ismsdoc", 0777);
	scratch_put("two/.ismsdoc/cache", "c");
	outtree_make("two", outtree_old);
	ck_assert(outtree_is("two", outtree_old));
	ck_assert(scratch_has("two/.ismsdoc/cache"));
}
END_TEST

START_TEST(rights)
{
	mode_t before;

	before = umask(027);
	outtree_make("out", outtree_old);
	umask(before);
	ck_assert_int_eq(outtree_stat("out").st_mode & 0777, 0750);
	ck_assert_int_eq(outtree_stat("out/html").st_mode & 0777, 0750);
	ck_assert_int_eq(outtree_stat("out/html/a.html").st_mode & 0777,
	    0640);
	ck_assert_int_eq(outtree_stat("out/SHA256SUMS").st_mode & 0777,
	    0640);
}
END_TEST

static int
is_same(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

START_TEST(again)
{
	struct publish_counts counts;
	struct stat out, list, kept, changed, now;

	outtree_make("out", outtree_old);
	mkdir("out/.ismsdoc", 0777);
	scratch_put("out/.ismsdoc/cache", "c");
	out = outtree_stat("out");
	list = outtree_stat("out/SHA256SUMS");
	kept = outtree_stat("out/html/controls/x.html");
	changed = outtree_stat("out/html/a.html");
	counts = outtree_make("out", outtree_old);
	ck_assert_uint_eq(counts.written, 0);
	ck_assert_uint_eq(counts.unchanged, 5);
	ck_assert_uint_eq(counts.removed, 0);
	now = outtree_stat("out");
	ck_assert(is_same(&out, &now));
	now = outtree_stat("out/SHA256SUMS");
	ck_assert(is_same(&list, &now));
	counts = outtree_make("out", outtree_new);
	ck_assert_uint_eq(counts.written, 3);
	ck_assert_uint_eq(counts.unchanged, 3);
	ck_assert_uint_eq(counts.removed, 1);
	ck_assert(outtree_is("out", outtree_new));
	now = outtree_stat("out/html/controls/x.html");
	ck_assert(is_same(&kept, &now));
	ck_assert_int_eq((int)now.st_nlink, 1);
	now = outtree_stat("out/html/a.html");
	ck_assert(!is_same(&changed, &now));
	outtree_names("out/html", "a.html controls index.html");
	outtree_names("out", ".ismsdoc SHA256SUMS csv docbook html");
	ck_assert(scratch_has("out/.ismsdoc/cache"));
	outtree_names(".", "out");
}
END_TEST

/* What was changed in OUT by hand is put right, whatever its size. */
START_TEST(edited_by_hand)
{
	struct publish_counts counts;

	outtree_make("out", outtree_old);
	scratch_put("out/html/index.html", "INDEX");
	scratch_put("out/html/a.html", "longer");
	ck_assert_int_eq(unlink("out/docbook/a.xml"), 0);
	counts = outtree_make("out", outtree_old);
	ck_assert_uint_eq(counts.written, 3);
	ck_assert_uint_eq(counts.unchanged, 2);
	ck_assert(outtree_is("out", outtree_old));
}
END_TEST

/* One byte can make a file a folder and the other way round. */
START_TEST(file_and_folder)
{
	static const struct file first[] = {
		{ "html/a", "file" }, { "html/b/c", "x" }, { NULL, NULL }
	};
	static const struct file second[] = {
		{ "html/a/d", "x" }, { "html/b", "file" }, { NULL, NULL }
	};

	outtree_make("out", first);
	outtree_make("out", second);
	ck_assert(outtree_is("out", second));
	outtree_make("out", first);
	ck_assert(outtree_is("out", first));
}
END_TEST

/* Run sha256sum -c in DIR; its exit status. */
static int
sha256sum(const char *dir)
{
	int status;
	pid_t pid;

	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid == 0) {
		if (chdir(dir) == 0)
			execlp("sha256sum", "sha256sum", "--strict",
			    "--status", "-c", "SHA256SUMS", (char *)NULL);
		_exit(127);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

START_TEST(list_for_sha256sum)
{
	static const struct file files[] = {
		{ "html/plain", "" }, { "html/with blank ", "a" },
		{ "html/back\\slash", "b" }, { "html/\\\\n", "c" },
		{ "html/ \xC3\xA4 *", "d" }, { "html/-c", "e" },
		{ NULL, NULL }
	};
	struct publish_counts counts;

	outtree_make("out", files);
	ck_assert_int_eq(sha256sum("out"), 0);
	counts = outtree_make("out", files);
	ck_assert_uint_eq(counts.unchanged, 6);
	scratch_put("out/html/plain", "x");
	ck_assert_int_eq(sha256sum("out"), 1);
}
END_TEST

/* ---- What is refused ---- */

/* Building into OUT must end with the one message CODE that has WORD. */
static void
refuses(const char *out, enum diag_code code, const char *word)
{
	struct diag d = { 0 };

	ck_assert_int_eq(outtree_build(out, outtree_new, &d, NULL), -1);
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_str_eq(diag_word(d.msgs[0].code), diag_word(code));
	ck_assert_msg(strstr(d.msgs[0].text, word) != NULL, "%s",
	    d.msgs[0].text);
	ck_assert_msg(strstr(d.msgs[0].text, out) != NULL, "%s",
	    d.msgs[0].text);
	diag_release(&d);
}

START_TEST(not_ours)
{
	char name[32];
	int i;

	mkdir("home", 0777);
	for (i = 0; i < 7; i++) {
		snprintf(name, sizeof(name), "home/%d", i);
		scratch_put(name, "mine");
	}
	refuses("home", DIAG_OUT_FOREIGN,
	    "\"0\", \"1\", \"2\", \"3\", \"4\" and others; move them away");
	outtree_names("home", "0 1 2 3 4 5 6");
	mkdir("nothing", 0777);
	mkdir("nothing/folder", 0777);
	refuses("nothing", DIAG_OUT_FOREIGN, "\"folder\"; move it away");
	scratch_put("file", "mine");
	refuses("file", DIAG_OUT_FOREIGN, "not a folder");
	ck_assert_int_eq(symlink("gone/away", "dangling"), 0);
	refuses("dangling", DIAG_OUT_FOREIGN, "leads nowhere");
	ck_assert_int_eq(symlink("loop", "loop"), 0);
	refuses("loop", DIAG_SYSTEM, "symbolic links");
	refuses("", DIAG_SYSTEM, "");
	refuses("/", DIAG_OUT_FOREIGN, "root");
	refuses("gone/..", DIAG_SYSTEM, "make");
	refuses("file/out", DIAG_SYSTEM, "Not a directory");
	outtree_names(".", "dangling file home loop nothing");
}
END_TEST

START_TEST(foreign_file)
{
	outtree_make("out", outtree_old);
	scratch_put("out/html/gone/mine.txt", "mine");
	refuses("out", DIAG_OUT_FOREIGN, "\"html/gone/mine.txt\"; move it");
	ck_assert(scratch_has("out/html/gone/mine.txt"));
	ck_assert(scratch_has("out/html/gone/y.html"));
	ck_assert_int_eq(unlink("out/html/gone/mine.txt"), 0);
	ck_assert_int_eq(unlink("out/html/a.html"), 0);
	ck_assert_int_eq(symlink("index.html", "out/html/a.html"), 0);
	refuses("out", DIAG_OUT_FOREIGN, "\"html/a.html\"");
	ck_assert_int_eq(unlink("out/html/a.html"), 0);
	ck_assert_int_eq(mkfifo("out/html/a.html", 0666), 0);
	refuses("out", DIAG_OUT_FOREIGN, "\"html/a.html\"");
	ck_assert_int_eq(unlink("out/html/a.html"), 0);
	scratch_put("out/.ismsdoc", "a file");
	refuses("out", DIAG_OUT_FOREIGN, "\".ismsdoc\"");
	ck_assert_int_eq(unlink("out/.ismsdoc"), 0);
	ck_assert_int_eq(symlink("/tmp", "out/.ismsdoc"), 0);
	refuses("out", DIAG_OUT_FOREIGN, "\".ismsdoc\"");
	ck_assert_int_eq(unlink("out/.ismsdoc"), 0);
	mkdir("out/html/a.html", 0777);
	outtree_make("out", outtree_new);
	ck_assert(outtree_is("out", outtree_new));
}
END_TEST

/* A list that somebody else wrote does not make their folder ours. */
START_TEST(foreign_list)
{
	char line[200], hex[SHA_HEX];

	mkdir("downloads", 0777);
	scratch_put("downloads/debian.iso", "abc");
	sha_hex("abc", 3, hex);
	snprintf(line, sizeof(line), "%s  debian.iso\n", hex);
	scratch_put("downloads/SHA256SUMS", line);
	refuses("downloads", DIAG_OUT_FOREIGN, "SHA256SUMS");
	scratch_put("downloads/SHA256SUMS", "");
	refuses("downloads", DIAG_OUT_FOREIGN, "\"debian.iso\"");
	ck_assert_int_eq(unlink("downloads/SHA256SUMS"), 0);
	ck_assert_int_eq(symlink("debian.iso", "downloads/SHA256SUMS"), 0);
	refuses("downloads", DIAG_OUT_FOREIGN, "SHA256SUMS");
	ck_assert_int_eq(unlink("downloads/SHA256SUMS"), 0);
	mkdir("downloads/SHA256SUMS", 0777);
	refuses("downloads", DIAG_OUT_FOREIGN, "SHA256SUMS");
	ck_assert(scratch_has("downloads/debian.iso"));
}
END_TEST

/* A file that comes into OUT during the build is not swept away either. */
START_TEST(foreign_meanwhile)
{
	struct diag d = { 0 };
	struct publish *p;

	outtree_make("out", outtree_old);
	p = publish_open("out", &d);
	ck_assert_int_eq(publish_add(p, "html/a.html", "new", 3), 0);
	scratch_put("out/html/mine.txt", "mine");
	ck_assert_int_eq(publish_commit(p), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_OUT_FOREIGN), 1);
	publish_free(p);
	diag_release(&d);
	ck_assert(scratch_has("out/html/mine.txt"));
	ck_assert_int_eq(unlink("out/html/mine.txt"), 0);
	ck_assert(outtree_is("out", outtree_old));
	p = publish_open("out", &d);
	ck_assert_int_eq(publish_add(p, "html/a.html", "new", 3), 0);
	ck_assert_int_eq(rename("out", "away"), 0);
	mkdir("out", 0777);
	ck_assert_int_eq(publish_commit(p), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_SYSTEM), 1);
	publish_free(p);
	diag_release(&d);
	ck_assert(outtree_is("away", outtree_old));
	outtree_names(".", "away out");
	outtree_names("out", "");
}
END_TEST

/* An unchanged file that changes once it has been compared is not linked. */
START_TEST(edited_meanwhile)
{
	const struct timespec later[2] = { { 2000000000, 0 },
	    { 2000000000, 0 } };
	struct diag d = { 0 };
	struct publish *p;

	outtree_make("out", outtree_old);
	p = publish_open("out", &d);
	ck_assert_int_eq(publish_add(p, "html/index.html", "index", 5), 0);
	ck_assert_int_eq(publish_add(p, "html/a.html", "new", 3), 0);
	scratch_put("out/html/index.html", "INDEX");
	/* The clock of a file system may not have moved on since. */
	ck_assert_int_eq(utimensat(AT_FDCWD, "out/html/index.html", later,
	    0), 0);
	ck_assert_int_eq(publish_commit(p), -1);
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_ptr_nonnull(strstr(d.msgs[0].text, "changed meanwhile"));
	publish_free(p);
	diag_release(&d);
	outtree_names(".", "out");
	outtree_make("out", outtree_new);
	ck_assert(outtree_is("out", outtree_new));
}
END_TEST

/* Folders in folders, more than any output has, are not gone into. */
START_TEST(too_deep)
{
	int fd, sub, i;

	outtree_make("out", outtree_old);
	fd = open("out/html", O_RDONLY | O_DIRECTORY);
	for (i = 0; i < 60; i++) {
		ck_assert_int_eq(mkdirat(fd, "x", 0777), 0);
		sub = openat(fd, "x", O_RDONLY | O_DIRECTORY);
		close(fd);
		fd = sub;
	}
	close(fd);
	refuses("out", DIAG_OUT_FOREIGN, "\"html/x/x/x");
}
END_TEST

/* A link as OUT means the folder; everything is done beside that one. */
START_TEST(through_a_link)
{
	mkdir("www", 0777);
	mkdir("www/isms", 0777);
	ck_assert_int_eq(symlink("www/isms", "out"), 0);
	outtree_make("out", outtree_old);
	outtree_make("out/", outtree_new);
	ck_assert(outtree_is("www/isms", outtree_new));
	ck_assert(S_ISLNK(outtree_stat("out").st_mode));
	outtree_names(".", "out www");
	outtree_names("www", "isms");
}
END_TEST

START_TEST(bad_paths)
{
	static const char *const bad[] = {
		"", "index.html", "/html/a", "html/../../a", "html//a",
		"html/a\nb", ".ismsdoc/a", "SHA256SUMS", "html/a\xFF"
	};
	struct diag d = { 0 };
	struct publish *p;
	size_t i;

	outtree_make("out", outtree_old);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		p = publish_open("out", &d);
		ck_assert_int_eq(publish_add(p, "html/a.html", "b", 1), 0);
		ck_assert_int_eq(publish_add(p, bad[i], "x", 1), -1);
		ck_assert_int_eq(d.msgs[d.n - 1].code, DIAG_RESULT);
		ck_assert_uint_eq(d.n, i + 1);
		/* From here on nothing is done, and nothing said. */
		ck_assert_int_eq(publish_add(p, "html/b.html", "b", 1), -1);
		ck_assert_int_eq(publish_copy(p, "html/c.html", "x"), -1);
		ck_assert_int_eq(publish_commit(p), -1);
		ck_assert_uint_eq(d.n, i + 1);
		publish_free(p);
		ck_assert(outtree_is("out", outtree_old));
	}
	diag_release(&d);
	outtree_names(".", "out");
}
END_TEST

/* Give OUT the files FIRST and SECOND, which cannot both be. */
static void
clash(const char *first, const char *second)
{
	struct diag d = { 0 };
	struct publish *p;
	int rc;

	p = publish_open("out", &d);
	ck_assert_int_eq(publish_add(p, first, "a", 1), 0);
	rc = publish_add(p, second, "b", 1);
	ck_assert_int_eq(publish_commit(p), -1);
	ck_assert_msg(d.n == 1 && d.msgs[0].code == DIAG_RESULT,
	    "%s and %s", first, second);
	ck_assert_int_le(rc, 0);
	publish_free(p);
	diag_release(&d);
	ck_assert(outtree_is("out", outtree_old));
}

START_TEST(duplicates)
{
	outtree_make("out", outtree_old);
	clash("html/new", "html/new");
	clash("html/new", "html/new/below");
	clash("html/new/below", "html/new");
	clash("html/a.html", "html/a.html");
	clash("html/a.html", "html/a.html/below");
	clash("html/a.html/below", "html/a.html");
	clash("html/a.html/x/below", "html/a.html");
	outtree_names(".", "out");
}
END_TEST

/* ---- Copies ---- */

START_TEST(copies)
{
	struct publish_counts counts = { 0 };
	struct diag d = { 0 };
	struct publish *p;
	struct stat then, now;
	char *large;
	int i;

	large = mem_zalloc(300000);
	memset(large, 'x', 299999);
	scratch_put("large", large);
	scratch_put("none", "");
	for (i = 0; i < 2; i++) {
		p = publish_open("out", &d);
		ck_assert_int_eq(publish_copy(p, "html/media/l", "large"), 0);
		ck_assert_int_eq(publish_copy(p, "html/media/n", "none"), 0);
		ck_assert_int_eq(publish_commit(p), 0);
		publish_counts(p, &counts);
		publish_free(p);
		now = outtree_stat("out/html/media/l");
		if (i == 1)
			ck_assert(is_same(&then, &now));
		then = now;
	}
	ck_assert_uint_eq(counts.unchanged, 2);
	ck_assert_int_eq(sha256sum("out"), 0);
	large[1000] = 'y';
	scratch_put("out/html/media/l", large);
	p = publish_open("out", &d);
	ck_assert_int_eq(publish_copy(p, "html/media/l", "large"), 0);
	ck_assert_int_eq(publish_commit(p), 0);
	publish_counts(p, &counts);
	ck_assert_uint_eq(counts.written, 1);
	ck_assert_uint_eq(counts.removed, 1);
	publish_free(p);
	ck_assert_int_eq(sha256sum("out"), 0);
	ck_assert_int_eq((int)d.n, 0);
	free(large);
}
END_TEST

START_TEST(bad_copies)
{
	static const char *const bad[] = { "gone", "folder", "fifo" };
	struct diag d = { 0 };
	struct publish *p;
	size_t i;

	outtree_make("out", outtree_old);
	mkdir("folder", 0777);
	ck_assert_int_eq(mkfifo("fifo", 0666), 0);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		p = publish_open("out", &d);
		ck_assert_int_eq(publish_copy(p, "html/a.html", bad[i]), -1);
		ck_assert_int_eq(publish_commit(p), -1);
		ck_assert_uint_eq(d.n, i + 1);
		publish_free(p);
	}
	ck_assert_int_eq(scratch_said(&d, DIAG_FILE_MISSING), 1);
	ck_assert_int_eq(scratch_said(&d, DIAG_FILE_KIND), 2);
	ck_assert(outtree_is("out", outtree_old));
	diag_release(&d);
}
END_TEST

/* ---- Giving up, and the lock ---- */

START_TEST(giving_up)
{
	struct diag d = { 0 };
	struct publish *p;

	publish_free(NULL);
	p = publish_open("out", &d);
	ck_assert_int_eq(publish_add(p, "html/a.html", "new", 3), 0);
	publish_abort(p);
	outtree_names(".", "");
	ck_assert_int_eq(publish_add(p, "html/b.html", "new", 3), -1);
	ck_assert_int_eq(publish_commit(p), -1);
	publish_free(p);
	outtree_make("out", outtree_old);
	p = publish_open("out", &d);
	ck_assert_int_eq(publish_add(p, "html/a.html", "new", 3), 0);
	publish_free(p);
	outtree_names(".", "out");
	ck_assert(outtree_is("out", outtree_old));
	ck_assert_int_eq((int)d.n, 0);
}
END_TEST

/* Another process that holds the lock until it can read from FD. */
static pid_t
hold_lock(int ready, int fd)
{
	struct diag d = { 0 };
	struct publish *p;
	char c = 'x';
	pid_t pid;

	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid != 0)
		return pid;
	p = publish_open("out", &d);
	if (p == NULL || write(ready, &c, 1) != 1 || read(fd, &c, 1) != 1)
		_exit(1);
	publish_free(p);
	_exit(0);
}

START_TEST(lock)
{
	int ready[2], end[2], status;
	pid_t pid;
	char c;

	outtree_make("out", outtree_old);
	ck_assert_int_eq(pipe(ready), 0);
	ck_assert_int_eq(pipe(end), 0);
	pid = hold_lock(ready[1], end[0]);
	ck_assert_int_eq((int)read(ready[0], &c, 1), 1);
	outtree_names(".", ".out.lock out");
	refuses("out", DIAG_OUT_LOCKED, "another ismsdoc is writing");
	refuses("./out/", DIAG_OUT_LOCKED, "another ismsdoc is writing");
	outtree_names(".", ".out.lock out");
	ck_assert_int_eq((int)write(end[1], "x", 1), 1);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
	ck_assert(outtree_is("out", outtree_old));
	outtree_make("out", outtree_new);
	outtree_names(".", "out");
	/* A file of that name that is not ours stays. */
	scratch_put(".out.lock", "mine");
	outtree_make("out", outtree_old);
	outtree_names(".", ".out.lock out");
}
END_TEST

/* Only trees with a name of ours are swept, and only folders. */
START_TEST(sweeping)
{
	outtree_make("out", outtree_old);
	mkdir(".out.ismsdoc-123", 0777);
	mkdir(".out.ismsdoc-123/html", 0777);
	scratch_put(".out.ismsdoc-123/html/x", "x");
	mkdir(".out.ismsdoc-", 0777);
	mkdir(".out.ismsdoc-12a", 0777);
	mkdir(".out2.ismsdoc-123", 0777);
	mkdir("keep", 0777);
	scratch_put("keep/x", "x");
	ck_assert_int_eq(symlink("keep", ".out.ismsdoc-124"), 0);
	scratch_put(".out.ismsdoc-125", "x");
	mkdir("out/.ismsdoc", 0777);
	mkdir("out/.ismsdoc/.out.ismsdoc-9", 0777);
	outtree_make("out", outtree_new);
	outtree_names(".", ".out.ismsdoc- .out.ismsdoc-124 .out.ismsdoc-125 "
	    ".out.ismsdoc-12a .out2.ismsdoc-123 keep out");
	outtree_names("keep", "x");
	outtree_names("out/.ismsdoc", "");
}
END_TEST

/* ---- Much of it ---- */

static void
build_many(int n, struct publish_counts *counts)
{
	struct diag d = { 0 };
	struct publish *p;
	char path[64], text[64];
	int i;

	p = publish_open("out", &d);
	ck_assert_ptr_nonnull(p);
	for (i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "html/%d/%d.html", i % 100, i);
		snprintf(text, sizeof(text), "file %d", i);
		ck_assert_int_eq(publish_add(p, path, text, strlen(text)),
		    0);
	}
	ck_assert_int_eq(publish_commit(p), 0);
	publish_counts(p, counts);
	publish_free(p);
	ck_assert_int_eq((int)d.n, 0);
}

START_TEST(many)
{
	struct publish_counts counts;

	build_many(10000, &counts);
	ck_assert_uint_eq(counts.written, 10000);
	build_many(9000, &counts);
	ck_assert_uint_eq(counts.unchanged, 9000);
	ck_assert_uint_eq(counts.removed, 1000);
	ck_assert_int_eq(sha256sum("out"), 0);
	outtree_names(".", "out");
}
END_TEST

/* Build FILES into "out" with TEXT for its cache. */
static void
build_cached(const struct file *files, const char *text)
{
	struct diag d = { 0 };
	struct publish *p;

	p = publish_open("out", &d);
	ck_assert_ptr_nonnull(p);
	for (; files->path != NULL; files++)
		ck_assert_int_eq(publish_add(p, files->path, files->text,
		    strlen(files->text)), 0);
	publish_cache(p, "kept", text, strlen(text));
	ck_assert_int_eq(publish_commit(p), 0);
	publish_free(p);
	diag_release(&d);
}

/* The cache is written where nothing else is, carried over, and emptied. */
START_TEST(cache)
{
	struct stat before, now;

	build_cached(outtree_old, "first");
	ck_assert(outtree_is("out", outtree_old));
	ck_assert_int_eq((int)outtree_stat("out/.ismsdoc/kept").st_size, 5);
	before = outtree_stat("out/.ismsdoc/kept");
	build_cached(outtree_new, "first");
	ck_assert(outtree_is("out", outtree_new));
	now = outtree_stat("out/.ismsdoc/kept");
	ck_assert(is_same(&before, &now));
	build_cached(outtree_new, "second");
	ck_assert_int_eq((int)outtree_stat("out/.ismsdoc/kept").st_size, 6);
	outtree_names("out/.ismsdoc", "kept");
	build_cached(outtree_new, "");
	outtree_names("out/.ismsdoc", "");
	/* What cannot be kept is not, and the build is none the worse. */
	mkdir("out/.ismsdoc/kept", 0777);
	build_cached(outtree_old, "third");
	ck_assert(outtree_is("out", outtree_old));
	outtree_names("out/.ismsdoc", "kept");
	outtree_names(".", "out");
}
END_TEST

Suite	*publish_suite(void);

Suite *
publish_suite(void)
{
	const TTest *const tests[] = {
		absent, empty, rights, again, edited_by_hand,
		file_and_folder, list_for_sha256sum, not_ours, foreign_file,
		foreign_list, foreign_meanwhile, edited_meanwhile,
		too_deep, through_a_link, bad_paths,
		duplicates, copies, bad_copies, giving_up, lock, sweeping,
		cache, many
	};
	Suite *suite;
	TCase *tcase;
	size_t i;

	suite = suite_create("publish");
	tcase = tcase_create("publish");
	tcase_set_timeout(tcase, 120);
	tcase_add_checked_fixture(tcase, scratch_enter, scratch_leave);
	for (i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		tcase_add_test(tcase, tests[i]);
	suite_add_tcase(suite, tcase);
	return suite;
}
