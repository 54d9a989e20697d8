/* Dates without a time: read, written, compared, moved by months. */
#include "date.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
	YEAR_MIN = 1,
	YEAR_MAX = 9999,
	DAY_SECONDS = 86400,
	DAYS_TO_1970 = 719468,	/* from 0000-03-01 to 1970-01-01 */
	DAYS_IN_ERA = 146097,	/* of 400 years */
	DAYS_IN_CENTURY = 36524,
	DAYS_IN_4_YEARS = 1461
};

#define SECONDS_MAX 253402300799LL	/* 9999-12-31T23:59:59Z */

static int
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_length(int year, int month)
{
	static const int lengths[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* The number that the LEN characters at S are, or -1. */
static int
digits(const char *s, size_t len)
{
	size_t i;
	int n = 0;

	for (i = 0; i < len; i++) {
		if (!isdigit((unsigned char)s[i]))
			return -1;
		n = n * 10 + (s[i] - '0');
	}
	return n;
}

int
date_parse(const char *s, struct date *date)
{
	struct date found;

	if (strlen(s) != DATE_SIZE - 1 || s[4] != '-' || s[7] != '-')
		return -1;
	found.year = digits(s, 4);
	found.month = digits(s + 5, 2);
	found.day = digits(s + 8, 2);
	if (found.year < YEAR_MIN || found.month < 1 || found.month > 12 ||
	    found.day < 1 ||
	    found.day > month_length(found.year, found.month))
		return -1;
	*date = found;
	return 0;
}

void
date_format(struct date date, char out[DATE_SIZE])
{
	/* The remainders only show the compiler that it always fits. */
	snprintf(out, DATE_SIZE, "%04u-%02u-%02u", (unsigned)date.year % 10000,
	    (unsigned)date.month % 100, (unsigned)date.day % 100);
}

int
date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return a.day < b.day ? -1 : a.day > b.day;
}

struct date
date_add_months(struct date date, int n)
{
	static const struct date first = { YEAR_MIN, 1, 1 };
	static const struct date last = { YEAR_MAX, 12, 31 };
	long long months;
	int length;

	months = (long long)date.year * 12 + date.month - 1 + n;
	if (months < YEAR_MIN * 12LL)
		return first;
	if (months > YEAR_MAX * 12LL + 11)
		return last;
	date.year = (int)(months / 12);
	date.month = (int)(months % 12) + 1;
	length = month_length(date.year, date.month);
	if (date.day > length)
		date.day = length;
	return date;
}

/*
 * The day that is DAYS (not negative) after 1970-01-01.  Years are counted
 * from March, so that the leap day is the last of its year, in eras of 400
 * years, which are all equally long.
 */
static struct date
from_days(long days)
{
	struct date date;
	long era, day, year, month;

	days += DAYS_TO_1970;
	era = days / DAYS_IN_ERA;
	day = days % DAYS_IN_ERA;
	year = (day - day / (DAYS_IN_4_YEARS - 1) + day / DAYS_IN_CENTURY -
	    day / (DAYS_IN_ERA - 1)) / 365;
	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / 153;	/* 0: March; 153 days in 5 months */
	date.day = (int)(day - (153 * month + 2) / 5) + 1;
	date.month = (int)(month < 10 ? month + 3 : month - 9);
	date.year = (int)(year + era * 400) + (date.month <= 2);
	return date;
}

int
date_from_epoch(const char *text, struct date *date)
{
	long long seconds = 0;
	size_t i;

	if (text[0] == '\0')
		return -1;
	for (i = 0; text[i] != '\0'; i++) {
		if (!isdigit((unsigned char)text[i]))
			return -1;
		seconds = seconds * 10 + (text[i] - '0');
		if (seconds > SECONDS_MAX)
			return -1;
	}
	*date = from_days((long)(seconds / DAY_SECONDS));
	return 0;
}

int
date_from_clock(struct date *date)
{
	time_t now;

	now = time(NULL);
	if (now < 0 || now > SECONDS_MAX)
		return -1;
	*date = from_days((long)(now / DAY_SECONDS));
	return 0;
}
