/* Records: what happened, dated and signed off; records/, and below it. */
#ifndef ISMSDOC_RECORD_H
#define ISMSDOC_RECORD_H

#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"
#include "yml.h"

/*
 * A record has no version, no draft and no review: it is signed off once.
 * Its front matter then holds the digest of what was signed (controlled.h),
 * so that a change is found.
 */
struct record {
	char		*path;		/* "records/2026/audit.md" */
	char		*id;		/* "" where it could not be read */
	char		*text;		/* the whole file */
	size_t		 len;
	size_t		 body;		/* offset of the Markdown */
	int		 line0;		/* lines before it */
	struct yml	*yml;		/* front matter; NULL: none */
	xmlNodePtr	 node;		/* its i:record */
};

struct records {
	struct record	*items;
	size_t		 n;
};

/*
 * Read every Markdown file below records/ and its front matter.  Where there
 * is any, ROOT gets i:records, still empty.  0, or -1 with messages; release
 * in either case.
 */
int	 records_read(struct records *records, const struct refs *refs,
	    xmlNodePtr root, struct diag *d);

/*
 * Append an <i:record> for each, when controls and documents are known.
 * Directives are holes until records_link.
 */
int	 records_emit(struct records *records, const struct refs *refs,
	    struct diag *d);

/* Add their texts to TEXTS. */
void	 records_texts(const struct records *records, struct texts *texts);

/* Link the directives, once all rules are known, and nest the sections. */
void	 records_link(struct records *records, struct refs *refs,
	    struct diag *d);

/*
 * Set @state: open, signed, changed (since it was signed off), or unknown
 * (signed off without a digest).
 */
void	 records_settle(struct records *records);

void	 records_release(struct records *records);

#endif
