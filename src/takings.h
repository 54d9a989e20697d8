/* Cells that people changed in an owner sheet, on to the importers. */
#ifndef ISMSDOC_TAKINGS_H
#define ISMSDOC_TAKINGS_H

#include "import.h"
#include "tables.h"

/* A cell that is taken. */
struct taking {
	const char	*of;		/* "answers", or a register; borrowed */
	char		*key;		/* of the control or row; of a part, */
					/* "@" and its name at the end */
	char		*label;		/* of the control; of a row "" */
	char		*column;
	char		*text;
	int		 line;		/* where it stands in the sheet */
	int		 col;
};

struct takings {
	struct taking	*v;
	size_t		 n;
};

/* A new one at the end, of the strings copied, but for OF. */
void	 takings_add(struct takings *takings, const struct taking *taking);
void	 takings_release(struct takings *takings);

/* The i:register NAME of the dossier; or NULL. */
xmlNodePtr	 takings_register(const struct import *in, const char *name);

/*
 * Give all to importsoa and importrows, each register once: as sheets that
 * hold nothing but what changes.  A taking of the register "reviews" has the
 * day and the role as its column, and becomes a row with all the controls
 * that agree in these.  0, or -1 with messages.
 */
int	 takings_give(const struct takings *takings, struct import *in,
	    const struct tables *now);

#endif
