/* The values of XLSX cells as text: numbers, dates, escapes. */
#ifndef ISMSDOC_XLSXCELL_H
#define ISMSDOC_XLSXCELL_H

#include "buf.h"

/*
 * Is CODE, a number format of the file, one of a date?  A time alone is none.
 */
int	 xlsxcell_is_date(const char *code);

/* Is the built-in format ID one of a date? */
int	 xlsxcell_is_date_id(long id);

/*
 * Append TEXT, the decimal of a stored number, to OUT as the format "General"
 * shows it; with IS_DATE as the day that it counts, from 1904 where FROM_1904
 * is set.  0; or -1 where TEXT is no number.
 */
int	 xlsxcell_number(const char *text, int is_date, int from_1904,
	    struct buf *out);

/*
 * Append the string TEXT to OUT: "_xHHHH_" is one character, CR LF and CR
 * are a line feed, and what XML cannot hold is left out.
 */
void	 xlsxcell_text(const char *text, struct buf *out);

/*
 * The column, from 0, and the row, from 1, that REF ("AB12") names.  0; or -1
 * where it names none that a sheet has.
 */
int	 xlsxcell_ref(const char *ref, size_t *column, size_t *row);

#endif
