/* One XML part of an XLSX file, element by element. */
#ifndef ISMSDOC_XLSXPULL_H
#define ISMSDOC_XLSXPULL_H

#include <libxml/xmlreader.h>

#include "buf.h"
#include "diag.h"

/*
 *	pull_begin(&pull, path, name, text, d);
 *	while (pull_next(&pull) == 1)
 *		...
 *	rc = pull_end(&pull);
 *
 * No DOCTYPE, no entities, no network.  The first fault is the only message;
 * everything after it does nothing.
 */
enum pull_event {
	PULL_START,	/* an element begins; pull.empty: it ends at once */
	PULL_END,
	PULL_TEXT
};

struct pull {
	xmlTextReaderPtr	 reader;
	enum pull_event		 event;
	const char		*name;	/* of the element, without prefix */
	const char		*text;	/* of PULL_TEXT */
	int			 empty;
	int			 failed;
	const char		*path;	/* of the file, borrowed */
	const char		*part;	/* of the part, borrowed */
	char			*said;	/* what libxml2 said first */
	struct diag		*d;
};

void	 pull_begin(struct pull *pull, const char *path, const char *part,
	    const struct buf *text, struct diag *d);

/* 1: at the next event.  0: at the end, or failed. */
int	 pull_next(struct pull *pull);

/* Is this the start, or the end, of the element NAME? */
int	 pull_starts(const struct pull *pull, const char *name);
int	 pull_ends(const struct pull *pull, const char *name);

/*
 * The attribute NAME, without prefix, of the element that starts; new memory,
 * or NULL.
 */
char	*pull_attr(struct pull *pull, const char *name);

/* A fault of what the part says: a message; returns -1. */
int	 pull_fault(struct pull *pull, enum diag_code code,
	    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* 0; or -1 where something failed, with the message. */
int	 pull_end(struct pull *pull);

#endif
