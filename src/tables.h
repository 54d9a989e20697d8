/* Tables: what export.xsl and sheets.xsl return, as CSV and XLSX. */
#ifndef ISMSDOC_TABLES_H
#define ISMSDOC_TABLES_H

#include <pthread.h>

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "grid.h"
#include "publish.h"
#include "xslt.h"

enum {
	TABLES_CSV = 1 << 0,
	TABLES_XLSX = 1 << 1
};

/*
 * An i:table of the result has a name, a title and the workbook that it is a
 * sheet of (without one: its own name); i:column with name, title, type
 * (text, date, number, status), width and values, "|" between; and i:row with
 * an i:cell per column, those at the end of a row may be missing.  It becomes
 * csv/NAME.csv and a sheet of xlsx/WORKBOOK.xlsx; with formats="xlsx" a sheet
 * alone.  What a sheet of an owner says besides (of, fill, hidden, words) is
 * in grid.h and importsheet.h.
 *
 *	tables_read(&tables, xslt, dossier, d);
 *	tables_begin(&tables, TABLES_CSV | TABLES_XLSX, 0);
 *	...
 *	tables_end(&tables, out, d);
 */
struct tables_file {
	char		*path;
	struct buf	 data;
};

struct tables {
	struct grids		 grids;
	char			*company;
	char			*today;
	unsigned		 formats;
	struct tables_file	*files;		/* made, not yet published */
	size_t			 nfiles;
	pthread_t		 thread;
	int			 pending;	/* the thread runs */
	int			 rc;
	struct diag		 d;		/* what the thread says */
};

/*
 * Run XSLT, a compiled export.xsl or NULL, on DOSSIER, which is not needed
 * afterwards.  0, or -1 with messages; release in either case.
 */
int	 tables_read(struct tables *tables, const struct xslt *xslt,
	    xmlDocPtr dossier, struct diag *d);

/* The same, and keep what is there; XSLT may be NULL: nothing is added. */
int	 tables_add(struct tables *tables, const struct xslt *xslt,
	    xmlDocPtr dossier, struct diag *d);

/*
 * Make the files of the FORMATS, beside the caller in a thread; at once where
 * NTHREADS is 1 or there can be none.  The tables themselves are freed.
 */
void	 tables_begin(struct tables *tables, unsigned formats,
	    unsigned nthreads);

/* They are made, and given to OUT.  0, or -1 with messages in D. */
int	 tables_end(struct tables *tables, struct publish *out,
	    struct diag *d);

/*
 * Twelve digits of a digest of those of the CELLS, one per column of GRID and
 * NULL where empty, that are neither filled in nor hidden; blanks count as
 * one.  Of a row that GRID has, its column of the type "mark" holds it.
 */
void	 tables_mark(const struct grid *grid, const char *const *cells,
	    char out[13]);

void	 tables_release(struct tables *tables);

#endif
