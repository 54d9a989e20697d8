/* Tests of sheet.c: cells, their places, and what is not RFC 4180. */
#include "sheet.h"

#include "mem.h"
#include "scratch.h"

static void
read_sheet(struct sheet *sheet, const char *text)
{
	struct diag d = { 0 };
	int rc;

	rc = sheet_read(sheet, "a.csv", text, strlen(text), &d);
	ck_assert_msg(rc == 0, "%s", d.n > 0 ? d.msgs[0].text : "");
	ck_assert_uint_eq(d.n, 0);
}

/* The text of the cell at ROW and COLUMN, both from 0, and its place. */
static void
cell_is(const struct sheet *sheet, size_t row, size_t column,
    const char *text, int line, int col)
{
	const struct sheet_cell *cell;

	ck_assert_uint_lt(row, sheet->nrows);
	ck_assert_uint_lt(column, sheet->ncolumns);
	cell = &sheet->rows[row].cells[column];
	ck_assert_str_eq(cell->text, text);
	ck_assert_msg(cell->line == line && (col == 0 || cell->col == col),
	    "\"%s\" at %d:%d", text, cell->line, cell->col);
}

static void
refuses_bytes(const char *text, size_t len, enum diag_code code, int line,
    int col)
{
	struct sheet sheet;
	struct diag d = { 0 };

	ck_assert_int_eq(sheet_read(&sheet, "a.csv", text, len, &d), -1);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_msg(d.msgs[0].code == code, "[%s] %s",
	    diag_word(d.msgs[0].code), d.msgs[0].text);
	ck_assert_msg(d.msgs[0].line == line && d.msgs[0].col == col,
	    "%d:%d: %s", d.msgs[0].line, d.msgs[0].col, d.msgs[0].text);
	sheet_release(&sheet);
	diag_release(&d);
}

static void
refuses(const char *text, enum diag_code code, int line, int col)
{
	refuses_bytes(text, strlen(text), code, line, col);
}

START_TEST(plain)
{
	struct sheet sheet;

	read_sheet(&sheet, "id,title\nR-1,Fire\nR-2,\nR-3\n");
	ck_assert_int_eq(sheet.separator, ',');
	ck_assert_uint_eq(sheet.ncolumns, 2);
	ck_assert_uint_eq(sheet.nrows, 3);
	ck_assert_int_eq(sheet_column(&sheet, "title"), 1);
	ck_assert_int_eq(sheet_column(&sheet, "Title"), -1);
	cell_is(&sheet, 0, 1, "Fire", 2, 5);
	cell_is(&sheet, 1, 1, "", 3, 5);
	cell_is(&sheet, 2, 0, "R-3", 4, 1);
	cell_is(&sheet, 2, 1, "", 4, 0);
	sheet_release(&sheet);
}
END_TEST

START_TEST(separators)
{
	struct sheet sheet;

	read_sheet(&sheet, "id;title;a,b\nR-1;x,y;z\n");
	ck_assert_int_eq(sheet.separator, ';');
	cell_is(&sheet, 0, 1, "x,y", 2, 5);
	sheet_release(&sheet);
	read_sheet(&sheet, "\"a;b;c\",d\nx;y,z\n");
	ck_assert_int_eq(sheet.separator, ',');
	ck_assert_uint_eq(sheet.ncolumns, 2);
	cell_is(&sheet, 0, 0, "x;y", 2, 1);
	sheet_release(&sheet);
	read_sheet(&sheet, "one\nx;y\n");
	ck_assert_uint_eq(sheet.ncolumns, 1);
	sheet_release(&sheet);
}
END_TEST

START_TEST(quotes)
{
	struct sheet sheet;

	read_sheet(&sheet, "a,b,c\n\"x, y\",\"say \"\"no\"\"\",z\n"
	    "\"line\nline\",  b  ,\" c \"\nd,e,f\n");
	cell_is(&sheet, 0, 0, "x, y", 2, 1);
	cell_is(&sheet, 0, 1, "say \"no\"", 2, 8);
	cell_is(&sheet, 0, 2, "z", 2, 21);
	cell_is(&sheet, 1, 0, "line\nline", 3, 1);
	cell_is(&sheet, 1, 1, "b", 4, 0);
	cell_is(&sheet, 1, 2, " c ", 4, 0);
	cell_is(&sheet, 2, 0, "d", 5, 1);
	ck_assert_int_eq(sheet.rows[1].line, 3);
	sheet_release(&sheet);
}
END_TEST

START_TEST(line_ends)
{
	struct sheet sheet;

	read_sheet(&sheet, "a,b\r\n1,2\r\n\r\n3,\"4\r\n5\"\r\n6,7");
	ck_assert_uint_eq(sheet.nrows, 3);
	cell_is(&sheet, 0, 0, "1", 2, 1);
	cell_is(&sheet, 1, 0, "3", 4, 1);
	cell_is(&sheet, 1, 1, "4\r\n5", 4, 3);
	cell_is(&sheet, 2, 1, "7", 6, 3);
	sheet_release(&sheet);
}
END_TEST

START_TEST(characters)
{
	struct sheet sheet;

	read_sheet(&sheet, "a,b\n\xC3\xA4\xE2\x82\xAC,x\n");
	cell_is(&sheet, 0, 0, "\xC3\xA4\xE2\x82\xAC", 2, 1);
	cell_is(&sheet, 0, 1, "x", 2, 4);
	sheet_release(&sheet);
}
END_TEST

START_TEST(blank_rows)
{
	struct sheet sheet;

	read_sheet(&sheet, "\n\na,b\n,\n  \n1,2\n,,,\n");
	ck_assert_uint_eq(sheet.nrows, 1);
	cell_is(&sheet, 0, 0, "1", 6, 1);
	ck_assert_int_eq(sheet.columns[0].line, 3);
	sheet_release(&sheet);
}
END_TEST

START_TEST(headers)
{
	refuses("", DIAG_CSV_HEADER, 1, 1);
	refuses("\n,\n", DIAG_CSV_HEADER, 1, 1);
	refuses("a,,b\n", DIAG_CSV_HEADER, 1, 3);
	refuses("a,b,\n", DIAG_CSV_HEADER, 1, 5);
	refuses("a,b,a\n", DIAG_CSV_HEADER, 1, 5);
}
END_TEST

START_TEST(too_many)
{
	char *text;
	size_t i, len = 0;

	text = mem_zalloc(8 << 20);
	for (i = 0; i <= SHEET_COLUMNS_MAX; i++)
		len += (size_t)sprintf(text + len, "%sc%zu", i == 0 ? "" :
		    ",", i);
	refuses(text, DIAG_CSV_HEADER, 1, 1);
	len = (size_t)sprintf(text, "id\n");
	for (i = 0; i < SHEET_ROWS_MAX + 2; i++)
		len += (size_t)sprintf(text + len, "%zu\n", i);
	refuses(text, DIAG_FILE_SIZE, SHEET_ROWS_MAX + 2, 1);
	free(text);
}
END_TEST

START_TEST(rows)
{
	struct sheet sheet;
	struct diag d = { 0 };
	static const char text[] = "a,b\n1,2,\n3,4,5\n6,7\n8,9,,x\n";

	ck_assert_int_eq(sheet_read(&sheet, "a.csv", text, strlen(text), &d),
	    -1);
	ck_assert_uint_eq(d.n, 2);
	ck_assert_int_eq(scratch_said(&d, DIAG_CSV_ROW), 2);
	ck_assert_int_eq(d.msgs[0].line, 3);
	ck_assert_int_eq(d.msgs[0].col, 5);
	ck_assert_int_eq(d.msgs[1].col, 6);
	ck_assert_uint_eq(sheet.nrows, 2);
	cell_is(&sheet, 1, 1, "7", 4, 3);
	sheet_release(&sheet);
	diag_release(&d);
}
END_TEST

START_TEST(strict)
{
	refuses("a,b\nThe \"big\" one,2\n", DIAG_CSV_SYNTAX, 2, 1);
	refuses("a,b\n1,\"x\" y\n", DIAG_CSV_SYNTAX, 2, 3);
	refuses("a,b\n1,\"open\n2,3\n", DIAG_CSV_SYNTAX, 2, 3);
	refuses("a,b\n1,\"", DIAG_CSV_SYNTAX, 2, 3);
}
END_TEST

START_TEST(controls)
{
	struct sheet sheet;
	struct diag d = { 0 };
	static const char text[] = "a,b\n1\a\a,2\b\n3,4\n";

	refuses_bytes("a,b\n1,\0", 7, DIAG_CONTROL_CHARACTER, 2, 3);
	refuses("a,b\n\xEF\xBF\xBF,2\n", DIAG_CONTROL_CHARACTER, 2, 1);
	ck_assert_int_eq(sheet_read(&sheet, "a.csv", text, strlen(text), &d),
	    -1);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_uint_eq(sheet.nrows, 2);
	cell_is(&sheet, 0, 1, "2", 2, 5);
	sheet_release(&sheet);
	diag_release(&d);
}
END_TEST

Suite	*sheet_suite(void);

Suite *
sheet_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("sheet");
	tcase = tcase_create("good");
	tcase_add_test(tcase, plain);
	tcase_add_test(tcase, separators);
	tcase_add_test(tcase, quotes);
	tcase_add_test(tcase, line_ends);
	tcase_add_test(tcase, characters);
	tcase_add_test(tcase, blank_rows);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("bad");
	tcase_add_test(tcase, headers);
	tcase_add_test(tcase, too_many);
	tcase_add_test(tcase, rows);
	tcase_add_test(tcase, strict);
	tcase_add_test(tcase, controls);
	suite_add_tcase(suite, tcase);
	return suite;
}
