/* Front matter: keys set in a file that keeps all its other bytes. */
#include <check.h>
#include <string.h>

#include "frontset.h"

static const struct frontset_key keys[] = {
	{ "signed-off", "2026-11-23", 0 }, { "by", "head: of 'it'", 0 },
	{ "sha256", "v1:00ff", 0 }
};

/* BEFORE with the keys set is AFTER. */
static void
becomes(const char *before, const char *after)
{
	struct diag d = { 0 };
	struct buf text = { 0 };

	buf_puts(&text, before);
	ck_assert_int_eq(frontset(&text, "x.md", keys, 3, &d), 0);
	ck_assert_str_eq(buf_str(&text), after);
	ck_assert_uint_eq(d.n, 0);
	buf_release(&text);
}

/* It cannot be done, which is said, and nothing has changed. */
static void
refused(const char *before)
{
	struct diag d = { 0 };
	struct buf text = { 0 };

	buf_puts(&text, before);
	ck_assert_int_eq(frontset(&text, "x.md", keys, 3, &d), -1);
	ck_assert_str_eq(buf_str(&text), before);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_int_eq(d.msgs[0].code, DIAG_RECORD);
	buf_release(&text);
	diag_release(&d);
}

START_TEST(new_keys_go_to_the_end)
{
	becomes("---\ntitle:   A  # why\n\n---\nText\n---\n",
	    "---\ntitle:   A  # why\n\nsigned-off: 2026-11-23\n"
	    "by: 'head: of ''it'''\nsha256: v1:00ff\n---\nText\n---\n");
	becomes("---\n---\n", "---\nsigned-off: 2026-11-23\n"
	    "by: 'head: of ''it'''\nsha256: v1:00ff\n---\n");
}
END_TEST

START_TEST(old_ones_keep_their_place)
{
	becomes("---\nsha256: \"v1:11\" # old\ntitle: A\nby:\n"
	    "list:\n  - by: x\n...\nText",
	    "---\nsha256: v1:00ff\ntitle: A\nby: 'head: of ''it'''\n"
	    "list:\n  - by: x\nsigned-off: 2026-11-23\n...\nText");
}
END_TEST

START_TEST(bytes_are_kept)
{
	becomes("\xEF\xBB\xBF---\r\n  title: \xC3\xA4\r\n--- \r\nA\rB",
	    "\xEF\xBB\xBF---\r\n  title: \xC3\xA4\r\n"
	    "  signed-off: 2026-11-23\r\n  by: 'head: of ''it'''\r\n"
	    "  sha256: v1:00ff\r\n--- \r\nA\rB");
}
END_TEST

START_TEST(what_is_no_line_is_refused)
{
	refused("no front matter\n");
	refused("---\ntitle: A\n");
	refused("---\n{ title: A, by: x }\n---\n");
	refused("---\ntitle: A\nby: >\n  one\n  two\n---\n");
	refused("---\ntitle: A\nby: one\n  two\n---\n");
	refused("---\ntitle: A\nby:\n  - x\n---\n");
	refused("---\ntitle: [A,\n  B]\n'by':\n  'x'\n---\n");
	refused("---\ntitle: [\n---\n");
}
END_TEST

Suite	*frontset_suite(void);

START_TEST(whole_values_are_replaced)
{
	static const struct frontset_key whole[] = {
		{ "by", "one", 1, NULL }
	};
	struct diag d = { 0 };
	struct buf text = { 0 };

	buf_puts(&text, "---\nby: >\n  two\n\n  three\n\n# stays\nx: 1\n"
	    "---\n");
	ck_assert_int_eq(frontset(&text, "x.md", whole, 1, &d), 0);
	ck_assert_str_eq(buf_str(&text), "---\nby: one\n\n# stays\nx: 1\n"
	    "---\n");
	buf_release(&text);
}
END_TEST

Suite *
frontset_suite(void)
{
	Suite *s;
	TCase *tc;

	s = suite_create("frontset");
	tc = tcase_create("frontset");
	tcase_add_test(tc, new_keys_go_to_the_end);
	tcase_add_test(tc, old_ones_keep_their_place);
	tcase_add_test(tc, bytes_are_kept);
	tcase_add_test(tc, what_is_no_line_is_refused);
	tcase_add_test(tc, whole_values_are_replaced);
	suite_add_tcase(s, tc);
	return s;
}
