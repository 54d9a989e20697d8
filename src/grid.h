/* Grids: tables of typed cells, on their way to a spreadsheet. */
#ifndef ISMSDOC_GRID_H
#define ISMSDOC_GRID_H

#include <stddef.h>

#include "mem.h"

/*
 * What CSV and XLSX are written from, so that they agree.  Each cell is text:
 * a date is YYYY-MM-DD, a number as people write it without grouping.  The
 * type of a column says what its cells may be read as; a cell that is no such
 * thing stays text.
 */
enum grid_type {
	GRID_TEXT,
	GRID_DATE,
	GRID_NUMBER,
	GRID_STATUS	/* one of the column's values */
};

struct grid_column {
	char		*name;		/* what programs go by */
	char		*title;		/* what people read */
	enum grid_type	 type;
	int		 width;		/* in characters; 0: as the cells ask */
	struct strs	 values;	/* of a status */
	struct strs	 words;		/* what the files say for each of */
					/* them; or none */
	int		 fill;		/* is to be filled in by people */
	int		 hidden;
	int		 mark;		/* has a digest of what is to be */
					/* read alone (tables_mark) */
};

struct grid {
	char			*name;		/* of the file */
	char			*title;
	char			*workbook;	/* file that it is a sheet of */
	char			*of;		/* "answers", or the register */
						/* it is taken back into; or */
						/* NULL */
	char			*owner;		/* role whose sheet it is; */
						/* or NULL */
	int			 no_csv;	/* a sheet alone */
	struct grid_column	*columns;
	size_t			 ncolumns;
	char			**cells;	/* nrows times ncolumns */
	size_t			 nrows;
};

/* Several, in order. */
struct grids {
	struct grid	*v;
	size_t		 n;
};

/* A new grid at the end of GRIDS; borrowed until the next one. */
struct grid	*grids_add(struct grids *grids, const char *name,
		    const char *title, const char *workbook);
void		 grids_release(struct grids *grids);

/* A column at the end of GRID, before there is a row; borrowed likewise. */
struct grid_column	*grid_add_column(struct grid *grid, const char *name,
			    const char *title, enum grid_type type);

/* A row at the end: its cells, all NULL, which the caller sets. */
char		**grid_add_row(struct grid *grid);

/* The text of a cell, never NULL. */
const char	*grid_cell(const struct grid *grid, size_t row,
		    size_t column);

/* Index of the column NAME, or -1. */
int		 grid_column(const struct grid *grid, const char *name);

/*
 * Is TEXT a number that comes out of a spreadsheet as it went in: digits
 * without leading zeros, a point and decimals that do not end in 0, at most
 * 15 digits, with or without "-" before it?
 */
int		 grid_is_number(const char *text);

#endif
