/* Views: what an audience may not read, taken out of the dossier. */
#ifndef ISMSDOC_VIEW_H
#define ISMSDOC_VIEW_H

#include <libxml/tree.h>

/*
 * A view is named by its audience: "public", "staff" or "management"; each
 * may read what those before it may.  The whole, for the team and the
 * auditor, has no name: NULL.
 *
 * Two tables in view.c say who may read what: one of the dossier's elements
 * and attributes, one of registers.  What they do not list is for management
 * and the whole, so that something new is kept back until somebody has
 * decided otherwise.  Nothing here knows what an element means beyond these
 * tables, the audience of documents, and the state of documents and answers.
 */

/* Is WORD the name of a view? */
int	 view_is(const char *word);

/*
 * Leave in DOSSIER what VIEW may read; i:dossier says for whom it is with
 * @view.  References to what is gone become text: a link its words, an
 * i:insert its label, which of a document is the title; one that would bring
 * something in has @left-out.  Images that nothing shows any more are no
 * longer among the assets.
 *
 * Documents that are made instead of others (@instead-of) stay where those
 * are gone, and go where they are there; that is all that is done to the
 * whole.  The approval of documents must be settled before.
 */
void	 view_prune(xmlDocPtr dossier, const char *view);

#endif
