/* Tests of grid.h: widths of characters, wrapping, rows as blocks. */
#include <check.h>
#include <stdlib.h>

#include "layout.h"

START_TEST(columns)
{
	ck_assert_int_eq(layout_columns(""), 0);
	ck_assert_int_eq(layout_columns("abc"), 3);
	ck_assert_int_eq(layout_columns("na\xC3\xAFve"), 5);
	/* A mark that combines, two wide letters, broken bytes. */
	ck_assert_int_eq(layout_columns("e\xCC\x81"), 1);
	ck_assert_int_eq(layout_columns("\xE6\x9D\xB1\xE4\xBA\xAC"), 4);
	ck_assert_int_eq(layout_columns("\xFF\xFE"), 2);
}
END_TEST

/* Does a grid of the N CELLS in NCOLUMNS print as EXPECTED? */
static void
prints(size_t ncolumns, const char *const *cells, size_t n, int width,
    const char *expected)
{
	struct layout grid = { 0 };
	char *text = NULL;
	size_t i, len;
	FILE *out;

	grid.ncolumns = ncolumns;
	for (i = 0; i < n; i++)
		strs_add(&grid.cells, cells[i]);
	out = open_memstream(&text, &len);
	ck_assert_ptr_nonnull(out);
	layout_print(&grid, width, out);
	fclose(out);
	ck_assert_str_eq(text, expected);
	free(text);
	layout_release(&grid);
}

START_TEST(tables)
{
	static const char *const cells[] = {
		"id", "title", "note",
		"R-1", "A fire in the mill at night", "",
		"R-22", "\xE6\x9D\xB1 two\nlines ", "x"
	};

	prints(3, cells, 9, 0,
	    "id    title                        note\n"
	    "R-1   A fire in the mill at night\n"
	    "R-22  \xE6\x9D\xB1 two lines                 x\n");
	prints(3, cells, 9, 24,
	    "id    title         note\n"
	    "R-1   A fire in\n"
	    "      the mill at\n"
	    "      night\n"
	    "R-22  \xE6\x9D\xB1 two lines  x\n");
}
END_TEST

START_TEST(long_words)
{
	static const char *const cells[] = {
		"word", "abcdefghijklmnopqrstuvwxyz", "\xE6\x9D\xB1"
	};

	prints(1, cells, 3, 12, "word\nabcdefghijkl\nmnopqrstuvwx\nyz\n"
	    "\xE6\x9D\xB1\n");
	/* Too narrow for anything: blocks, wide enough for a date. */
	prints(1, cells, 3, 1, "word  abcdefghij\n"
	    "      klmnopqrst\n      uvwxyz\n\nword  \xE6\x9D\xB1\n");
}
END_TEST

START_TEST(blocks)
{
	static const char *const cells[] = {
		"id", "title", "note",
		"R-1", "A fire in the mill", "",
		"R-2", "Water", "by the river, each spring"
	};

	prints(3, cells, 9, 18,
	    "id     R-1\n"
	    "title  A fire in\n"
	    "       the mill\n"
	    "\n"
	    "id     R-2\n"
	    "title  Water\n"
	    "note   by the\n"
	    "       river, each\n"
	    "       spring\n");
}
END_TEST

Suite	*layout_suite(void);

Suite *
layout_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("layout");
	tcase = tcase_create("layout");
	tcase_add_test(tcase, columns);
	tcase_add_test(tcase, tables);
	tcase_add_test(tcase, long_words);
	tcase_add_test(tcase, blocks);
	suite_add_tcase(suite, tcase);
	return suite;
}
