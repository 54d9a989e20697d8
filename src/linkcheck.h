/* Ids and link targets of all pages, checked against each other. */
#ifndef ISMSDOC_LINKCHECK_H
#define ISMSDOC_LINKCHECK_H

#include <libxml/tree.h>

#include "diag.h"

struct linkcheck;

/* D is borrowed. */
struct linkcheck	*linkcheck_new(struct diag *d);
void			 linkcheck_free(struct linkcheck *check);

/*
 * Take in the page ROOT that is written to PATH ("html/controls/a.5.1.html"):
 * its ids, each once (DIAG_RESULT), and its relative links.
 */
void	 linkcheck_page(struct linkcheck *check, const char *path,
	    const xmlNode *root);

/* Take in ROOT, which is a part of that page. */
void	 linkcheck_part(struct linkcheck *check, const char *path,
	    const xmlNode *root);

/* A file without ids that links may lead to. */
void	 linkcheck_file(struct linkcheck *check, const char *path);

/*
 * Take in all that FROM has seen, which is freed.  So threads look at pages
 * of their own, and what they saw is put together in a fixed order.
 */
void	 linkcheck_merge(struct linkcheck *check, struct linkcheck *from);

/* When all are in: DIAG_RESULT_LINK for each link that leads nowhere. */
void	 linkcheck_report(struct linkcheck *check);

#endif
