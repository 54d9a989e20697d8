/* Tests of path.c: names of files, and which of them may be read. */
#include "path.h"

#include "scratch.h"

START_TEST(parts)
{
	char *s;

	s = path_join("a", "b");
	ck_assert_str_eq(s, "a/b");
	free(s);
	s = path_join("a/", "b");
	ck_assert_str_eq(s, "a/b");
	free(s);
	s = path_join("", "b");
	ck_assert_str_eq(s, "b");
	free(s);
	s = path_join(".", "b");
	ck_assert_str_eq(s, "b");
	free(s);
	s = path_dir("a/b/c.md");
	ck_assert_str_eq(s, "a/b");
	free(s);
	s = path_dir("c.md");
	ck_assert_str_eq(s, "");
	free(s);
	ck_assert_str_eq(path_base("a/b/c.md"), "c.md");
	ck_assert_str_eq(path_base("c.md"), "c.md");
	s = path_stem("a.b/c.d.md");
	ck_assert_str_eq(s, "c.d");
	free(s);
	s = path_stem("a.b/.md");
	ck_assert_str_eq(s, ".md");
	free(s);
	ck_assert(path_has_suffix("a.md", ".md"));
	ck_assert(path_has_suffix("a.md", ""));
	ck_assert(!path_has_suffix("md", ".md"));
}
END_TEST

START_TEST(source_paths)
{
	ck_assert(path_is_source("a"));
	ck_assert(path_is_source("a/b.c/..d"));
	ck_assert(path_is_source("ismsdoc:a/b"));
	ck_assert(!path_is_source(""));
	ck_assert(!path_is_source("/a"));
	ck_assert(!path_is_source("a/"));
	ck_assert(!path_is_source("a//b"));
	ck_assert(!path_is_source("./a"));
	ck_assert(!path_is_source("a/../b"));
	ck_assert(!path_is_source("ismsdoc:"));
	ck_assert(!path_is_source("ismsdoc:../a"));
}
END_TEST

static void
resolves(const char *from, const char *href, const char *expected)
{
	char *found;

	found = path_resolve(from, href);
	if (expected == NULL)
		ck_assert_msg(found == NULL, "%s from %s: %s", href, from,
		    found);
	else
		ck_assert_str_eq(found, expected);
	free(found);
}

START_TEST(resolution)
{
	resolves("documents/a.md", "plan.png", "documents/plan.png");
	resolves("documents/a.md", "./x/../plan.png", "documents/plan.png");
	resolves("documents/a.md", "../evidence/q.pdf", "evidence/q.pdf");
	resolves("a.md", "b.md", "b.md");
	resolves("a.md", "../b.md", NULL);
	resolves("documents/a.md", "../../b", NULL);
	resolves("documents/a.md", "x/../../../documents/b", NULL);
	resolves("documents/a.md", "/etc/passwd", NULL);
	resolves("documents/a.md", "..", NULL);
	resolves("documents/a.md", "", "documents");
	resolves("ismsdoc:templates/a.md", "rules/b.md",
	    "ismsdoc:templates/rules/b.md");
	resolves("ismsdoc:templates/a.md", "../../b.md", NULL);
}
END_TEST

/* An organisation with things that may not be read. */
static struct roots
make_org(void)
{
	struct diag d = { 0 };
	struct roots roots;

	mkdir("data", 0777);
	mkdir("org", 0777);
	mkdir("org/answers", 0777);
	mkdir("org/answers/sub", 0777);
	scratch_put("data/t.md", "shipped");
	scratch_put("secret", "secret");
	scratch_put("org/answers/b.md", "\xEF\xBB\xBF" "b");
	scratch_put("org/answers/a.md", "a");
	scratch_put("org/answers/sub/c.md", "c");
	scratch_put("org/answers/README.md", "r");
	scratch_put("org/answers/.hidden.md", "h");
	scratch_put("org/answers/old.md~", "o");
	scratch_put("org/answers/other.txt", "t");
	scratch_put("org/broken", "a\nb\xC3\xA4" "b\xFF\n");
	scratch_put("org/large", "0123456789");
	ck_assert_int_eq(symlink("../secret", "org/leak"), 0);
	ck_assert_int_eq(symlink("answers/a.md", "org/link"), 0);
	ck_assert_int_eq(mkfifo("org/fifo", 0666), 0);
	ck_assert_int_eq(path_roots(&roots, "org", "data", &d), 0);
	return roots;
}

static void
reads(const struct roots *roots, const char *path, const char *expected)
{
	struct diag d = { 0 };
	struct buf out = { 0 };

	ck_assert_int_eq(path_read_text(roots, path, 100, &out, NULL, &d), 0);
	ck_assert_str_eq(buf_str(&out), expected);
	ck_assert_int_eq((int)d.n, 0);
	ck_assert(path_exists(roots, path));
	buf_release(&out);
}

static void
refuses(const struct roots *roots, const char *path, enum diag_code code)
{
	struct diag d = { 0 };
	struct buf out = { 0 };

	ck_assert_int_eq(path_read_text(roots, path, 9, &out, NULL, &d), -1);
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_str_eq(diag_word(d.msgs[0].code), diag_word(code));
	diag_release(&d);
	buf_release(&out);
}

START_TEST(reading)
{
	struct diag d = { 0 };
	struct place where = { "isms.yaml", 3, 4 };
	struct buf out = { 0 };
	struct roots roots;

	roots = make_org();
	reads(&roots, "answers/a.md", "a");
	reads(&roots, "answers/b.md", "b");
	reads(&roots, "link", "a");
	reads(&roots, "ismsdoc:t.md", "shipped");
	refuses(&roots, "gone", DIAG_FILE_MISSING);
	refuses(&roots, "answers/a.md/x", DIAG_FILE_MISSING);
	refuses(&roots, "answers", DIAG_FILE_KIND);
	refuses(&roots, "fifo", DIAG_FILE_KIND);
	refuses(&roots, "leak", DIAG_FILE_KIND);
	refuses(&roots, "../secret", DIAG_FILE_KIND);
	refuses(&roots, "large", DIAG_FILE_SIZE);
	refuses(&roots, "broken", DIAG_UTF8);
	ck_assert(!path_exists(&roots, "leak"));
	ck_assert(!path_exists(&roots, "answers"));
	ck_assert(!path_exists(&roots, "fifo"));
	ck_assert_int_eq(path_read_text(&roots, "broken", 100, &out, NULL,
	    &d), -1);
	ck_assert_int_eq(d.msgs[0].line, 2);
	ck_assert_int_ge(d.msgs[0].col, 4);
	ck_assert_str_eq(d.msgs[0].path, "broken");
	ck_assert_int_eq(path_read(&roots, "gone", 100, &out, &where, &d),
	    -1);
	ck_assert_str_eq(d.msgs[1].path, "isms.yaml");
	ck_assert_int_eq(d.msgs[1].line, 3);
	buf_release(&out);
	diag_release(&d);
	path_roots_release(&roots);
}
END_TEST

START_TEST(listing)
{
	struct diag d = { 0 };
	struct strs files = { 0 };
	struct roots roots;

	roots = make_org();
	ck_assert_int_eq(path_list(&roots, "answers", ".md", 0, &files, &d),
	    0);
	ck_assert_uint_eq(files.n, 2);
	ck_assert_str_eq(files.v[0], "answers/a.md");
	ck_assert_str_eq(files.v[1], "answers/b.md");
	strs_release(&files);
	ck_assert_int_eq(path_list(&roots, "answers", ".md", 1, &files, &d),
	    0);
	ck_assert_uint_eq(files.n, 3);
	ck_assert_str_eq(files.v[2], "answers/sub/c.md");
	strs_release(&files);
	ck_assert_int_eq(path_list(&roots, "gone", ".md", 1, &files, &d), 0);
	ck_assert_uint_eq(files.n, 0);
	ck_assert_int_eq((int)d.n, 0);
	ck_assert_int_eq(symlink("../../secret", "org/answers/x.md"), 0);
	ck_assert_int_eq(path_list(&roots, "answers", ".md", 0, &files, &d),
	    -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_FILE_KIND), 1);
	strs_release(&files);
	diag_release(&d);
	path_roots_release(&roots);
}
END_TEST

START_TEST(absent_roots)
{
	struct diag d = { 0 };
	struct roots roots;

	ck_assert_int_eq(path_roots(&roots, "gone", ".", &d), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_NO_FOLDER), 1);
	path_roots_release(&roots);
	ck_assert_int_eq(path_roots(&roots, ".", "gone", &d), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_NO_DATA), 1);
	path_roots_release(&roots);
	ck_assert_int_eq(path_roots(&roots, NULL, ".", &d), 0);
	ck_assert_ptr_null(path_real(&roots, "a"));
	path_roots_release(&roots);
	diag_release(&d);
}
END_TEST

START_TEST(glob)
{
	char stars[2001], text[20001];

	ck_assert(path_glob("A.6.*", "A.6.1"));
	ck_assert(!path_glob("A.6.*", "A.61"));
	ck_assert(path_glob("*", ""));
	ck_assert(path_glob("**", "x"));
	ck_assert(path_glob("a?c", "abc"));
	ck_assert(!path_glob("a?c", "ac"));
	ck_assert(path_glob("*b*", "abc"));
	ck_assert(!path_glob("", "a"));
	ck_assert(path_glob("", ""));
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	memset(stars, '*', sizeof(stars) - 1);
	stars[sizeof(stars) - 2] = 'b';
	stars[sizeof(stars) - 1] = '\0';
	ck_assert(!path_glob(stars, text));
}
END_TEST

Suite	*path_suite(void);

Suite *
path_suite(void)
{
	Suite *suite;
	TCase *names, *files;

	suite = suite_create("path");
	names = tcase_create("names");
	tcase_add_test(names, parts);
	tcase_add_test(names, source_paths);
	tcase_add_test(names, resolution);
	tcase_add_test(names, glob);
	suite_add_tcase(suite, names);
	files = tcase_create("files");
	tcase_add_checked_fixture(files, scratch_enter, scratch_leave);
	tcase_add_test(files, reading);
	tcase_add_test(files, listing);
	tcase_add_test(files, absent_roots);
	suite_add_tcase(suite, files);
	return suite;
}
