/* Tests of diag.c: collecting, counting and printing messages. */
#include "diag.h"

#include "mem.h"
#include "scratch.h"

START_TEST(collecting)
{
	struct place at = { "a.md", 3, 7 };
	struct diag d = { 0 };

	ck_assert_int_eq(diag_status(&d), EXIT_CLEAN);
	ck_assert_int_eq(diag_add(&d, DIAG_RAW_HTML, &at, "raw"), -1);
	ck_assert_int_eq(diag_status(&d), EXIT_CLEAN);
	ck_assert_int_eq(diag_add(&d, DIAG_VALUE, &at, "no \"%s\"", "x"), -1);
	ck_assert_int_eq(diag_status(&d), EXIT_INPUT);
	diag_add(&d, DIAG_VALUE, &at, "no \"x\"");
	ck_assert_uint_eq(d.n, 2);
	at.col = 8;
	diag_add(&d, DIAG_VALUE, &at, "no \"x\"");
	diag_add(&d, DIAG_VALUE, NULL, "no \"x\"");
	ck_assert_uint_eq(d.n, 4);
	ck_assert_uint_eq(d.nerrors, 3);
	diag_add(&d, DIAG_SYSTEM, NULL, "two\nlines\t\033[31mred\177");
	ck_assert_str_eq(d.msgs[4].text, "two lines  [31mred ");
	ck_assert_ptr_null(d.msgs[4].path);
	ck_assert_int_eq(diag_status(&d), EXIT_SYSTEM);
	diag_release(&d);
	ck_assert_uint_eq(d.n, 0);
	diag_release(&d);
}
END_TEST

START_TEST(too_many)
{
	struct diag d = { 0 };
	int i;

	for (i = 0; i < 2000; i++)
		diag_add(&d, DIAG_VALUE, NULL, "%d", i);
	ck_assert_uint_lt(d.n, 1000);
	ck_assert_int_eq(d.msgs[d.n - 1].code, DIAG_TOO_MANY);
	ck_assert_uint_eq(d.nerrors, 2000);
	diag_release(&d);
}
END_TEST

START_TEST(table)
{
	const char *word;
	int i, k;

	for (i = 0; i < DIAG_NCODES; i++) {
		word = diag_word((enum diag_code)i);
		ck_assert_uint_eq(strspn(word, "abcdefghijklmnopqrstuvwxyz"
		    "0123456789-"), strlen(word));
		ck_assert_uint_gt(strlen(diag_meaning((enum diag_code)i)), 5);
		for (k = 0; k < i; k++)
			ck_assert_str_ne(diag_word((enum diag_code)k), word);
	}
	ck_assert_int_eq(diag_level(DIAG_OUT_LOCKED), DIAG_FATAL);
	ck_assert_str_eq(diag_level_word(DIAG_FATAL), "error");
	ck_assert_str_eq(diag_level_word(DIAG_ERROR), "error");
	ck_assert_str_eq(diag_level_word(DIAG_WARNING), "warning");
	ck_assert_str_eq(diag_level_word(DIAG_INFO), "info");
}
END_TEST

static char *
in_org(const void *arg, const char *path)
{
	return mem_printf("%s/%s", (const char *)arg, path);
}

/* What diag_print writes of D from FIRST on; the caller frees it. */
static char *
printed(const struct diag *d, size_t first, const struct diag_view *view)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f;

	f = open_memstream(&text, &len);
	ck_assert_ptr_nonnull(f);
	diag_print(d, first, f, view);
	ck_assert_int_eq(fclose(f), 0);
	return text;
}

/* Messages of rules carry their own word and level. */
START_TEST(own_words)
{
	struct diag_view view = { 0 };
	struct diag d = { 0 };
	char *text;

	diag_add_word(&d, DIAG_WARNING, "soa-reason", NULL, "no reason");
	diag_add_word(&d, DIAG_WARNING, "soa-risk", NULL, "no\nreason");
	diag_add_word(&d, DIAG_WARNING, "soa-risk", NULL, "no reason");
	ck_assert_int_eq(diag_status(&d), EXIT_CLEAN);
	ck_assert_str_eq(diag_msg_word(&d.msgs[0]), "soa-reason");
	text = printed(&d, 0, &view);
	ck_assert_str_eq(text,
	    "ismsdoc: warning: no reason [soa-reason]\n"
	    "ismsdoc: warning: no reason [soa-risk]\n");
	free(text);
	diag_release(&d);
}
END_TEST

START_TEST(printing)
{
	struct place at = { "a.md", 2, 4 };
	struct diag_view view = { 0 };
	struct diag d = { 0 };
	char *text;

	mkdir("org", 0777);
	scratch_put("org/a.md", "one\n\t\xC3\xA4 two\nthree");
	diag_add(&d, DIAG_RAW_HTML, NULL, "no place");
	diag_add(&d, DIAG_VALUE, &at, "a place");
	at.line = 3;
	at.col = 0;
	diag_add(&d, DIAG_VALUE, &at, "a line");
	at.line = 0;
	diag_add(&d, DIAG_VALUE, &at, "a file");
	at.line = 99;
	at.col = 1;
	diag_add(&d, DIAG_VALUE, &at, "beyond");
	view.source = 1;
	view.locate = in_org;
	view.arg = "org";
	text = printed(&d, 0, &view);
	ck_assert_str_eq(text,
	    "org/a.md: error: a file [value]\n"
	    "org/a.md:2:4: error: a place [value]\n"
	    "   \xC3\xA4 two\n"
	    "     ^\n"
	    "org/a.md:3: error: a line [value]\n"
	    "org/a.md:99:1: error: beyond [value]\n"
	    "ismsdoc: warning: no place [raw-html]\n");
	free(text);
	view.locate = NULL;
	view.color = 1;
	view.least = DIAG_ERROR;
	text = printed(&d, 3, &view);
	ck_assert_str_eq(text,
	    "a.md: \033[1;31merror\033[0m: a file [value]\n"
	    "a.md:99:1: \033[1;31merror\033[0m: beyond [value]\n");
	free(text);
	text = printed(&d, 0, &view);
	ck_assert_ptr_null(strstr(text, "no place"));
	free(text);
	diag_release(&d);
}
END_TEST

Suite	*diag_suite(void);

Suite *
diag_suite(void)
{
	Suite *suite;
	TCase *plain, *files;

	suite = suite_create("diag");
	plain = tcase_create("messages");
	tcase_add_test(plain, collecting);
	tcase_add_test(plain, too_many);
	tcase_add_test(plain, table);
	suite_add_tcase(suite, plain);
	files = tcase_create("printing");
	tcase_add_checked_fixture(files, scratch_enter, scratch_leave);
	tcase_add_test(files, own_words);
	tcase_add_test(files, printing);
	suite_add_tcase(suite, files);
	return suite;
}
