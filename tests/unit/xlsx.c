/* Tests of xlsx*.c: values of cells as text, and what xlsxout writes. */
#include "xlsx.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "csvout.h"
#include "grid.h"
#include "mem.h"
#include "xlsxcell.h"
#include "xlsxout.h"

static void
number_is(const char *stored, int is_date, int from_1904, const char *shown)
{
	struct buf out = { 0 };

	ck_assert_int_eq(xlsxcell_number(stored, is_date, from_1904, &out),
	    0);
	ck_assert_str_eq(buf_str(&out), shown);
	buf_release(&out);
}

START_TEST(numbers)
{
	struct buf out = { 0 };

	number_is("0.30000000000000004", 0, 0, "0.3");
	number_is("4", 0, 0, "4");
	number_is("4.0", 0, 0, "4");
	number_is("-0", 0, 0, "0");
	number_is("123456789012345", 0, 0, "123456789012345");
	number_is("1E-5", 0, 0, "1E-05");
	number_is("1.1000000000000001", 0, 0, "1.1");
	ck_assert_int_eq(xlsxcell_number("nan", 0, 0, &out), -1);
	ck_assert_int_eq(xlsxcell_number("0x10", 0, 0, &out), -1);
	ck_assert_int_eq(xlsxcell_number("1e999", 0, 0, &out), -1);
	ck_assert_int_eq(xlsxcell_number("", 0, 0, &out), -1);
}
END_TEST

START_TEST(dates)
{
	number_is("1", 1, 0, "1900-01-01");
	number_is("59", 1, 0, "1900-02-28");
	number_is("60", 1, 0, "60");		/* 29 February 1900 */
	number_is("61", 1, 0, "1900-03-01");
	number_is("45351", 1, 0, "2024-02-29");
	number_is("45351.75", 1, 0, "2024-02-29");
	number_is("2958465", 1, 0, "9999-12-31");
	number_is("2958466", 1, 0, "2958466");
	number_is("0", 1, 0, "0");
	number_is("-1", 1, 0, "-1");
	number_is("0", 1, 1, "1904-01-01");
	number_is("43889", 1, 1, "2024-02-29");
}
END_TEST

START_TEST(formats)
{
	ck_assert_int_eq(xlsxcell_is_date("yyyy\\-mm\\-dd"), 1);
	ck_assert_int_eq(xlsxcell_is_date("[$-407]d. mmmm yyyy;@"), 1);
	ck_assert_int_eq(xlsxcell_is_date("d/m/yy h:mm"), 1);
	ck_assert_int_eq(xlsxcell_is_date("General"), 0);
	ck_assert_int_eq(xlsxcell_is_date("0.00 \"days\""), 0);
	ck_assert_int_eq(xlsxcell_is_date("#,##0.00_d;[Red]-0"), 0);
	ck_assert_int_eq(xlsxcell_is_date("h:mm:ss"), 0);
	ck_assert_int_eq(xlsxcell_is_date("\"open"), 0);
	ck_assert_int_eq(xlsxcell_is_date_id(14), 1);
	ck_assert_int_eq(xlsxcell_is_date_id(2), 0);
}
END_TEST

START_TEST(texts)
{
	struct buf out = { 0 };

	xlsxcell_text("a_x000D_\nb_x0041_c_x005F_x0041_ _x00E4_\xC3\xA4 _x_",
	    &out);
	ck_assert_str_eq(buf_str(&out),
	    "a\nbAc_x0041_ \xC3\xA4\xC3\xA4 _x_");
	buf_release(&out);
}
END_TEST

START_TEST(references)
{
	size_t column, row;

	ck_assert_int_eq(xlsxcell_ref("AB12", &column, &row), 0);
	ck_assert_uint_eq(column, 27);
	ck_assert_uint_eq(row, 12);
	ck_assert_int_eq(xlsxcell_ref("XFD1048576", &column, &row), 0);
	ck_assert_int_eq(xlsxcell_ref("XFE1", &column, &row), -1);
	ck_assert_int_eq(xlsxcell_ref("A1048577", &column, &row), -1);
	ck_assert_int_eq(xlsxcell_ref("A0", &column, &row), -1);
	ck_assert_int_eq(xlsxcell_ref("A", &column, &row), -1);
	ck_assert_int_eq(xlsxcell_ref("1", &column, &row), -1);
	ck_assert_int_eq(xlsxcell_ref("A1B", &column, &row), -1);
}
END_TEST

START_TEST(plain_numbers)
{
	ck_assert_int_eq(grid_is_number("-12.5"), 1);
	ck_assert_int_eq(grid_is_number("0"), 1);
	ck_assert_int_eq(grid_is_number("0.1"), 1);
	ck_assert_int_eq(grid_is_number("1.10"), 0);
	ck_assert_int_eq(grid_is_number("007"), 0);
	ck_assert_int_eq(grid_is_number("+4"), 0);
	ck_assert_int_eq(grid_is_number("-"), 0);
	ck_assert_int_eq(grid_is_number("1."), 0);
	ck_assert_int_eq(grid_is_number("-5+cmd"), 0);
	ck_assert_int_eq(grid_is_number("1234567890123456"), 0);
}
END_TEST

static void
set(char **cells, const char *a, const char *b, const char *c)
{
	cells[0] = a == NULL ? NULL : mem_strdup(a);
	cells[1] = b == NULL ? NULL : mem_strdup(b);
	cells[2] = c == NULL ? NULL : mem_strdup(c);
}

static struct grid *
make(struct grids *grids)
{
	struct grid *grid;

	grid = grids_add(grids, "risks", "What: may/go [wrong]", "registers");
	grid_add_column(grid, "id", "Id", GRID_TEXT);
	grid_add_column(grid, "x", "Amount", GRID_NUMBER);
	grid_add_column(grid, "on", "On", GRID_DATE);
	set(grid_add_row(grid), "=cmd()", "-12.5", "2024-02-29");
	set(grid_add_row(grid), "_x0041_ \"a\", b", "1.10", "1899-12-31");
	set(grid_add_row(grid), NULL, "+4", "two\nlines");
	return grid;
}

START_TEST(there_and_back)
{
	static const char *const cells[] = {
		"=cmd()", "-12.5", "2024-02-29", "_x0041_ \"a\", b", "1.10",
		"1899-12-31", "", "+4", "two\nlines"
	};
	struct xlsxout about = { "xlsx/registers.xlsx", "T", "C",
	    "2026-11-23" };
	struct grids grids = { 0 };
	const struct grid *grid;
	struct buf one = { 0 }, two = { 0 };
	struct sheet sheet;
	struct xlsx *book;
	struct diag d = { 0 };
	size_t i;

	grid = make(&grids);
	ck_assert_int_eq(xlsxout(&about, &grid, 1, &one, &d), 0);
	ck_assert_int_eq(xlsxout(&about, &grid, 1, &two, &d), 0);
	ck_assert_uint_eq(one.len, two.len);
	ck_assert_int_eq(memcmp(one.data, two.data, one.len), 0);
	book = xlsx_open("a.xlsx", one.data, one.len, &d);
	ck_assert_ptr_nonnull(book);
	ck_assert_str_eq(xlsx_name(book, 0), "What  may go  wrong");
	ck_assert_ptr_null(xlsx_name(book, 1));
	ck_assert_int_eq(xlsx_sheet(book, NULL, &sheet, &d), 0);
	ck_assert_uint_eq(sheet.ncolumns, 3);
	ck_assert_uint_eq(sheet.nrows, 3);
	ck_assert_str_eq(sheet.columns[1].text, "Amount");
	for (i = 0; i < 9; i++)
		ck_assert_str_eq(sheet.rows[i / 3].cells[i % 3].text,
		    cells[i]);
	ck_assert_int_eq(sheet.rows[2].cells[2].line, 4);
	ck_assert_int_eq(sheet.rows[2].cells[2].col, 3);
	ck_assert_uint_eq(d.n, 0);
	sheet_release(&sheet);
	xlsx_free(book);
	buf_release(&one);
	buf_release(&two);
	grids_release(&grids);
}
END_TEST

START_TEST(csv)
{
	struct grids grids = { 0 };
	struct buf out = { 0 };

	csvout(make(&grids), &out);
	ck_assert_str_eq(buf_str(&out), "id,x,on\r\n"
	    "'=cmd(),-12.5,2024-02-29\r\n"
	    "\"_x0041_ \"\"a\"\", b\",1.10,1899-12-31\r\n"
	    ",'+4,\"two\nlines\"\r\n");
	buf_release(&out);
	grids_release(&grids);
}
END_TEST

Suite *xlsx_suite(void);

Suite *
xlsx_suite(void)
{
	Suite *suite;
	TCase *tc;

	suite = suite_create("xlsx");
	tc = tcase_create("xlsx");
	tcase_add_test(tc, numbers);
	tcase_add_test(tc, dates);
	tcase_add_test(tc, formats);
	tcase_add_test(tc, texts);
	tcase_add_test(tc, references);
	tcase_add_test(tc, plain_numbers);
	tcase_add_test(tc, there_and_back);
	tcase_add_test(tc, csv);
	suite_add_tcase(suite, tc);
	return suite;
}
