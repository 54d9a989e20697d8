/* Taking a spreadsheet in: what the importers of rows and answers share. */
#ifndef ISMSDOC_IMPORT_H
#define ISMSDOC_IMPORT_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "importmap.h"
#include "mem.h"
#include "path.h"
#include "sheet.h"

/* A file that changes, or is new. */
struct edit {
	char		*path;		/* source path */
	struct buf	 old;		/* empty: new */
	struct buf	 text;
};

struct import {
	const struct roots	*roots;
	xmlNodePtr		 dossier;	/* its root */
	char			*file;		/* as messages name it */
	struct sheet		 sheet;
	const char		**names;	/* per column of the sheet: */
						/* ours; NULL: none */
	struct strs		 made;		/* names that we made up */
	struct importmap	 map;
	struct strs		 pairs;		/* of --map: COLUMN, NAME */
	struct edit		*edits;
	size_t			 nedits;
	struct buf		 said;		/* lines for people */
	int			 failed;	/* a row cannot be */
						/* taken in */
	size_t			 nleft;		/* cells that were not */
						/* taken, which was said */
	struct diag		*d;
};

/*
 * Read FILE, a CSV or XLSX file named by the user, and of a workbook the
 * sheet NAME; where that is NULL, the one that is called as TARGET, "soa" or
 * a register, else the first.  0, or -1 with messages.
 */
int	 import_load(struct import *in, const char *file, const char *name,
	    const char *target);

/*
 * Read the sheets of the workbook FILE that show and that WANTED says 1 of,
 * called with ARG and the name, one after the other; TAKE is called with each
 * of them in IN.  0, or -1 with messages, where TAKE has said -1 too.
 */
int	 import_each(struct import *in, const char *file,
	    int (*wanted)(void *arg, const char *name),
	    int (*take)(void *arg, const char *name), void *arg);

/*
 * Find what each column is: by --map, by the names in KNOWN, or the TITLES of
 * these, by importmap.  Of the register REG (NULL: a statement)
 * a column that nobody knows gets a name with "x-" before it, which is said;
 * in a statement none.  Two columns of one name, and a --map that fits no
 * column, are faults.  0, or -1 with messages.
 */
int	 import_columns(struct import *in, const char *reg,
	    const struct strs *known, const struct strs *titles);

/* The text of the column of ours NAME in the row I; "" where it has none. */
const char	*import_cell(const struct import *in, size_t i,
		    const char *name);

/* Has the sheet a column of ours NAME? */
int		 import_has(const struct import *in, const char *name);

/* Where that cell is, for messages. */
struct place	 import_place(const struct import *in, size_t i,
		    const char *name);

/* Are two texts the same but for blanks? */
int		 import_same_text(const char *a, const char *b);

/*
 * The id of the role that TEXT names by id or title, borrowed from the
 * dossier; or NULL.
 */
const char	*import_role(const struct import *in, const char *text);

/* A file that becomes TEXT, which is taken over. */
void	 import_edit(struct import *in, const char *path,
	    const struct buf *old, struct buf *text);

/* Put what changes to OUT, as diff -u shows it. */
void	 import_show(const struct import *in, struct buf *out);

/* Write all that changes.  0, or -1 with messages. */
int	 import_store(struct import *in);

void	 import_release(struct import *in);

#endif
