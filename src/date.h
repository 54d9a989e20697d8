/* Dates without a time: read, written, compared, moved by months. */
#ifndef ISMSDOC_DATE_H
#define ISMSDOC_DATE_H

/*
 * Days of the Gregorian calendar from 0001-01-01 to 9999-12-31, in UTC,
 * independent of time zone and locale.  A struct date that a function here
 * gave is always a day that exists.  Nothing here adds a message: the caller
 * knows the file and line of what it could not read.
 */
struct date {
	int	year;	/* 1 to 9999 */
	int	month;	/* 1 to 12 */
	int	day;	/* 1 to the length of the month */
};

enum { DATE_SIZE = 11 };	/* "YYYY-MM-DD" and a NUL */

/* Read exactly YYYY-MM-DD.  Returns 0, or -1 where it is no such day. */
int	 date_parse(const char *s, struct date *date);

/* Write YYYY-MM-DD. */
void	 date_format(struct date date, char out[DATE_SIZE]);

/* Less than, equal to or greater than 0 as A is before, on, after B. */
int	 date_compare(struct date a, struct date b);

/*
 * N months after DATE (before it where N is negative): the same day of the
 * month, or the month's last where it is shorter (31 January and one month
 * is the last of February).  Ends at the calendar's first and last day.
 */
struct date	 date_add_months(struct date date, int n);

/*
 * The day of the TEXT of SOURCE_DATE_EPOCH: seconds since 1970-01-01 UTC,
 * decimal digits only.  Returns 0, or -1 where it is something else or
 * beyond 9999-12-31.
 */
int	 date_from_epoch(const char *text, struct date *date);

/* Today in UTC by the clock.  Returns 0, or -1 where the clock is unset. */
int	 date_from_clock(struct date *date);

#endif
