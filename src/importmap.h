/* What columns and words of other people's spreadsheets mean here. */
#ifndef ISMSDOC_IMPORTMAP_H
#define ISMSDOC_IMPORTMAP_H

#include "diag.h"
#include "path.h"
#include "yml.h"

/*
 * Names are data: templates/import.yaml has them in English and German, and
 * templates/registers.yaml, where it ships, the columns of registers.  Two
 * names are the same where their letters and digits are, whatever the case.
 */
struct importmap {
	struct yml	*names;		/* import.yaml */
	struct yml	*registers;	/* registers.yaml, or NULL */
};

/* 0, or -1 with messages; release in either case. */
int	 importmap_load(struct importmap *map, const struct roots *roots,
	    struct diag *d);
void	 importmap_release(struct importmap *map);

int	 importmap_same(const char *a, const char *b);

/*
 * The name of the column HEADER of the register NAME, or of a statement where
 * that is NULL, that is not among TAKEN; NULL where nothing has it.  Borrowed
 * from MAP.
 */
const char	*importmap_column(const struct importmap *map,
		    const char *name, const char *header,
		    const struct strs *taken);

/*
 * What TEXT in the column COLUMN of the register NAME, or of a statement where
 * that is NULL, stands for: a word of the files, "" for nothing; NULL where
 * no list has it.  Borrowed from MAP.
 */
const char	*importmap_word(const struct importmap *map,
		    const char *name, const char *column, const char *text);

/* Is SHEET what a sheet with the register NAME, or "soa", is called? */
int		 importmap_is_sheet(const struct importmap *map,
		    const char *name, const char *sheet);

/*
 * What registers.yaml calls the type of a column; NULL where it does not say.
 */
const char	*importmap_type(const struct importmap *map,
		    const char *name, const char *column);

/*
 * TEXT as a date YYYY-MM-DD into OUT: 2026-11-03, or 3.11.2026 as in German.
 * 0, or -1 where it is none.
 */
int		 importmap_date(const char *text, char out[16]);

#endif
