/* What is known of an opened workbook: its sheets, texts and formats. */
#ifndef ISMSDOC_XLSXBOOK_H
#define ISMSDOC_XLSXBOOK_H

#include "mem.h"
#include "xlsx.h"
#include "xlsxzip.h"

struct xlsxbook_sheet {
	char	*name;
	char	*part;		/* of the zip; NULL: not there */
	int	 hidden;
};

struct xlsx {
	const char		*path;		/* borrowed */
	struct xlsxzip		 zip;
	struct xlsxbook_sheet	*sheets;
	size_t			 nsheets;
	char			**strings;	/* shared */
	size_t			 nstrings;
	char			*is_date;	/* per style of a cell */
	size_t			 nstyles;
	int			 from_1904;
};

/*
 * The sheet NAME, the first one that shows where that is NULL; or NULL with
 * a message.
 */
const struct xlsxbook_sheet	*xlsxbook_find(const struct xlsx *book,
				    const char *name, struct diag *d);

#endif
