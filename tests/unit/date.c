/* Tests of date.c: reading, writing, comparing, months, the epoch. */
#include "date.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

static struct date
day(const char *s)
{
	struct date date;

	ck_assert_msg(date_parse(s, &date) == 0, "\"%s\" is a day", s);
	return date;
}

static void
is(struct date date, const char *s)
{
	char text[DATE_SIZE];

	date_format(date, text);
	ck_assert_str_eq(text, s);
}

START_TEST(parse)
{
	static const char *const good[] = {
		"0001-01-01", "1970-01-01", "2000-02-29", "2024-02-29",
		"2026-11-23", "2400-02-29", "9999-12-31"
	};
	static const char *const bad[] = {
		"", "2026", "2026-11", "2026-11-2", "2026-11-233",
		"2026-1-23", "2026/11/23", "20261123", "26-11-23",
		"0000-01-01", "2026-00-01", "2026-13-01", "2026-01-00",
		"2026-01-32", "2026-04-31", "2026-02-29", "1900-02-29",
		"2100-02-29", " 2026-1-23", "2026-11-23 ", "+026-11-23",
		"-026-11-23", "2026-+1-23", "2026-11-\xD9\xA1", "yyyy-mm-dd",
		"2026-11-23T00:00:00Z"
	};
	struct date date = { 1, 2, 3 };
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		is(day(good[i]), good[i]);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(date_parse(bad[i], &date) == -1,
		    "\"%s\" is no day", bad[i]);
	is(date, "0001-02-03");
}
END_TEST

START_TEST(compare)
{
	ck_assert_int_eq(date_compare(day("2026-11-23"), day("2026-11-23")),
	    0);
	ck_assert_int_lt(date_compare(day("2025-12-31"), day("2026-01-01")),
	    0);
	ck_assert_int_lt(date_compare(day("2026-01-31"), day("2026-02-01")),
	    0);
	ck_assert_int_gt(date_compare(day("2026-11-23"), day("2026-11-22")),
	    0);
	ck_assert_int_gt(date_compare(day("2026-11-01"), day("2026-10-31")),
	    0);
}
END_TEST

START_TEST(add_months)
{
	static const struct {
		const char	*from;
		int		 n;
		const char	*to;
	} cases[] = {
		{ "2026-11-23", 0, "2026-11-23" },
		{ "2026-11-23", 1, "2026-12-23" },
		{ "2026-11-23", 2, "2027-01-23" },
		{ "2026-11-23", 12, "2027-11-23" },
		{ "2026-11-23", -11, "2025-12-23" },
		{ "2026-01-31", 1, "2026-02-28" },
		{ "2024-01-31", 1, "2024-02-29" },
		{ "2024-02-29", 12, "2025-02-28" },
		{ "2024-02-29", 48, "2028-02-29" },
		{ "2026-03-31", -1, "2026-02-28" },
		{ "2026-10-31", 1, "2026-11-30" },
		{ "2026-08-31", -30, "2024-02-29" },
		{ "9999-12-30", 1, "9999-12-31" },
		{ "9999-01-15", 11, "9999-12-15" },
		{ "0001-01-02", -1, "0001-01-01" },
		{ "0001-02-15", -1, "0001-01-15" },
		{ "2026-11-23", 2147483647, "9999-12-31" },
		{ "2026-11-23", -2147483647 - 1, "0001-01-01" }
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		is(date_add_months(day(cases[i].from), cases[i].n),
		    cases[i].to);
}
END_TEST

static void
epoch_is(const char *seconds, const char *expected)
{
	struct date date;

	ck_assert_int_eq(date_from_epoch(seconds, &date), 0);
	is(date, expected);
}

START_TEST(epoch)
{
	static const char *const bad[] = {
		"", " ", "-1", "+1", "1.5", "0x10", "12a", " 12", "12 ",
		"253402300800", "99999999999999999999999999999999999999"
	};
	struct date date;
	size_t i;

	epoch_is("0", "1970-01-01");
	epoch_is("86399", "1970-01-01");
	epoch_is("86400", "1970-01-02");
	epoch_is("000000086400", "1970-01-02");
	epoch_is("951782399", "2000-02-28");
	epoch_is("951782400", "2000-02-29");
	epoch_is("951868800", "2000-03-01");
	epoch_is("1795392000", "2026-11-23");
	epoch_is("4107542399", "2100-02-28");
	epoch_is("4107542400", "2100-03-01");
	epoch_is("253402300799", "9999-12-31");
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(date_from_epoch(bad[i], &date) == -1,
		    "\"%s\" is no time", bad[i]);
}
END_TEST

static int
length_of(int year, int month)
{
	if (month == 2)
		return (year % 4 == 0 && year % 100 != 0) ||
		    year % 400 == 0 ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 :
	    31;
}

/* Every day from the epoch to the calendar's end, one after the other. */
START_TEST(every_day)
{
	struct date date, want = { 1970, 1, 1 };
	char text[32];
	long long s;

	for (s = 0; want.year < 10000; s += 86400) {
		snprintf(text, sizeof(text), "%lld", s);
		ck_assert_int_eq(date_from_epoch(text, &date), 0);
		if (date_compare(date, want) != 0)
			ck_abort_msg("%s is wrong", text);
		if (++want.day > length_of(want.year, want.month)) {
			want.day = 1;
			want.year += want.month == 12;
			want.month = want.month % 12 + 1;
		}
	}
	ck_assert_int_eq((int)(s / 86400), 2932897);
}
END_TEST

START_TEST(clock_is_sane)
{
	struct date date;

	ck_assert_int_eq(date_from_clock(&date), 0);
	ck_assert_int_gt(date_compare(date, day("2024-01-01")), 0);
}
END_TEST

Suite	*date_suite(void);

Suite *
date_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("date");
	tcase = tcase_create("date");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, parse);
	tcase_add_test(tcase, compare);
	tcase_add_test(tcase, add_months);
	tcase_add_test(tcase, epoch);
	tcase_add_test(tcase, every_day);
	tcase_add_test(tcase, clock_is_sane);
	suite_add_tcase(suite, tcase);
	return suite;
}
