/* Rows of long tables, kept as text while the rest of a result is made. */
#ifndef ISMSDOC_ROWS_H
#define ISMSDOC_ROWS_H

#include <libxml/tree.h>

#include "buf.h"

/*
 * A table of ten thousand rows takes a hundred megabytes as a tree, and a
 * tenth of that as text.  So a taker (xslt.h) gives each row that has just
 * been made to rows_take; once those of a table are more than 20,000 nodes
 * they become text, and a processing instruction stands in their place,
 * <?ismsdoc-rows N?>, whose _private is the struct buf with that text.  Small
 * tables stay as they are.  What is said of rows holds for any elements of one
 * name that follow each other, and may hold others.
 */
struct rows {
	struct rows_table {
		const xmlNode	*parent;	/* of the rows */
		size_t		 n;	/* nodes of them so far */
	}		 *tables;	/* the last may be in the one before */
	size_t		  ntables;
	struct buf	**runs;		/* the texts, by number */
	size_t		  nruns;
	size_t		  nnodes;	/* of all that is text */
	/* Appends ROW as text to OUT; NULL: xml_write_part. */
	void		(*write)(void *arg, const xmlNode *row,
			    struct buf *out);
	void		 *arg;
};

/* Take in ROW, the last child of its parent; it may be freed. */
void	 rows_take(struct rows *rows, xmlNodePtr row);

/*
 * xml_pack with the rows in their places; what they use of the namespaces is
 * declared too.
 */
void	 rows_pack(const struct rows *rows, xmlNodePtr node,
	    const xmlNode *within, struct buf *out);

/* Make nodes again of all rows that XML is below ROOT. */
void	 rows_restore(struct rows *rows, xmlNodePtr root);

/* Forget the texts; "write" and "arg" stay. */
void	 rows_release(struct rows *rows);

#endif
