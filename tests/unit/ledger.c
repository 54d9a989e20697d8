/* Tests of ledger.c: changed rows, and the bytes of all others. */
#include "ledger.h"

#include <check.h>
#include <string.h>

static struct ledger_cell fire[] = { { "title", "Fire; again" } };
static struct ledger_cell water[] = {
	{ "id", "R-3" }, { "title", "Water" }, { "note", "new" }
};

static void
becomes(const char *before, const char *after, size_t row)
{
	struct ledger_change changes[] = {
		{ row, fire, 1 }, { LEDGER_NEW, water, 3 }
	};
	struct diag d = { 0 };
	struct buf text = { 0 };

	buf_puts(&text, before);
	ck_assert_int_eq(ledger_apply(&text, "x.csv", changes, 2, &d), 0);
	ck_assert_str_eq(buf_str(&text), after);
	ck_assert_uint_eq(d.n, 0);
	buf_release(&text);
}

START_TEST(changes_and_additions)
{
	becomes("id,title\nR-1,\"a\"\nR-2,b\n",
	    "id,title,note\nR-1,\"a\",\nR-2,Fire; again,\n"
	    "R-3,Water,new\n", 1);
	/* Separator, line ends, BOM, blank and short rows, no last end. */
	becomes("\xEF\xBB\xBF" "id;\"title\";x\r\n\r\n;;\r\nR-1\r\n"
	    "\"R-2\";b;\"c;\"\"d\"",
	    "\xEF\xBB\xBF" "id;\"title\";x;note\r\n\r\n;;;\r\n"
	    "R-1;\"Fire; again\";;\r\n\"R-2\";b;\"c;\"\"d\";\r\n"
	    "R-3;Water;;new\r\n", 0);
}
END_TEST

START_TEST(a_new_register)
{
	struct ledger_change change = { LEDGER_NEW, water, 3 };
	struct diag d = { 0 };
	struct buf text = { 0 };

	ck_assert_int_eq(ledger_apply(&text, "x.csv", &change, 1, &d), 0);
	ck_assert_str_eq(buf_str(&text), "id,title,note\nR-3,Water,new\n");
	buf_release(&text);
}
END_TEST

START_TEST(what_is_broken_stays)
{
	struct ledger_change change = { LEDGER_NEW, water, 3 };
	struct diag d = { 0 };
	struct buf text = { 0 };

	buf_puts(&text, "id,title\nR-1,\"open\n");
	ck_assert_int_eq(ledger_apply(&text, "x.csv", &change, 1, &d), -1);
	ck_assert_str_eq(buf_str(&text), "id,title\nR-1,\"open\n");
	ck_assert_uint_eq(d.n, 1);
	buf_release(&text);
	diag_release(&d);
}
END_TEST

Suite *ledger_suite(void);

Suite *
ledger_suite(void)
{
	Suite *suite;
	TCase *tc;

	suite = suite_create("ledger");
	tc = tcase_create("ledger");
	tcase_add_test(tc, changes_and_additions);
	tcase_add_test(tc, a_new_register);
	tcase_add_test(tc, what_is_broken_stays);
	suite_add_tcase(suite, tc);
	return suite;
}
