/* The values of XLSX cells as text: numbers, dates, escapes. */
#include "xlsxcell.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	COLUMNS = 16384,		/* that a sheet can have */
	ROWS = 1048576,
	LAST_DAY = 2958465,		/* 9999-12-31, counted from 1900 */
	LEAP_DAY = 60,			/* 1900-02-29, which never was */
	BEFORE_1900 = 25569,		/* days from there to 1970 */
	BEFORE_1904 = 24107
};

int
xlsxcell_is_date(const char *code)
{
	const char *s;

	for (s = code; *s != '\0'; s++) {
		if (*s == '"') {
			s = strchr(s + 1, '"');
			if (s == NULL)
				return 0;
		} else if (*s == '[') {
			s = strchr(s + 1, ']');
			if (s == NULL)
				return 0;
		} else if (*s == '\\' || *s == '_' || *s == '*') {
			if (*++s == '\0')
				return 0;
		} else if (*s == ';') {
			return 0;	/* what follows is for negatives */
		} else if (strchr("yYdD", *s) != NULL) {
			return 1;
		} else if (strncmp(s, "General", 7) == 0) {
			return 0;
		}
	}
	return 0;
}

int
xlsxcell_is_date_id(long id)
{
	return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
	    id == 36 || (id >= 50 && id <= 54) || (id >= 57 && id <= 58);
}

/* The day N after 1970-01-01. */
static void
add_day(long n, struct buf *out)
{
	long era, doe, yoe, doy, month;

	n += 719468;		/* from 0000-03-01 */
	era = n / 146097;
	doe = n - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	month = (5 * doy + 2) / 153;
	buf_printf(out, "%04ld-%02ld-%02ld", yoe + era * 400 + (month >= 10),
	    month < 10 ? month + 3 : month - 9,
	    doy - (153 * month + 2) / 5 + 1);
}

/* The day that VALUE counts; -1 where it counts none. */
static int
add_date(double value, int from_1904, struct buf *out)
{
	long n;

	if (value < (from_1904 ? 0 : 1) || value >= LAST_DAY + 1)
		return -1;
	n = (long)value;
	if (from_1904)
		n -= BEFORE_1904;
	else if (n == LEAP_DAY)
		return -1;
	else
		n -= BEFORE_1900 - (n < LEAP_DAY);
	if (n > LAST_DAY - BEFORE_1900)
		return -1;
	add_day(n, out);
	return 0;
}

int
xlsxcell_number(const char *text, int is_date, int from_1904,
    struct buf *out)
{
	char shown[40], *end, *e;
	double value;

	/* strtod would take "nan", "inf" and hexadecimal as well. */
	if (text[strspn(text, "0123456789.eE+-")] != '\0')
		return -1;
	value = strtod(text, &end);
	if (end == text || *end != '\0' || !isfinite(value))
		return -1;
	if (is_date && add_date(value, from_1904, out) == 0)
		return 0;
	snprintf(shown, sizeof(shown), "%.15g", value == 0 ? 0.0 : value);
	e = strchr(shown, 'e');
	if (e != NULL)
		*e = 'E';
	buf_puts(out, shown);
	return 0;
}

static long
hex(const char *s)
{
	char digits[5] = "";
	size_t i;

	for (i = 0; i < 4; i++) {
		if (!isxdigit((unsigned char)s[i]))
			return -1;
		digits[i] = s[i];
	}
	return strtol(digits, NULL, 16);
}

void
xlsxcell_text(const char *text, struct buf *out)
{
	long c;

	for (; *text != '\0'; text++) {
		c = (unsigned char)*text;
		if (text[0] == '_' && text[1] == 'x' && hex(text + 2) != -1 &&
		    text[6] == '_') {
			c = hex(text + 2);
			text += 6;
		}
		if (c == '\r' && text[1] != '\n')
			c = '\n';
		if (c < 0x20 && c != '\t' && c != '\n')
			continue;
		if ((unsigned char)*text == c)
			buf_putc(out, (char)c);
		else if (utf8_is_xml((unsigned long)c))
			buf_utf8(out, (unsigned long)c);
	}
}

int
xlsxcell_ref(const char *ref, size_t *column, size_t *row)
{
	size_t n = 0, m = 0;

	for (; isalpha((unsigned char)*ref) && n <= COLUMNS; ref++)
		n = n * 26 + (size_t)(toupper((unsigned char)*ref) - 'A' + 1);
	for (; isdigit((unsigned char)*ref) && m <= ROWS; ref++)
		m = m * 10 + (size_t)(*ref - '0');
	if (n == 0 || n > COLUMNS || m == 0 || m > ROWS || *ref != '\0')
		return -1;
	*column = n - 1;
	*row = m;
	return 0;
}
