/* Facts: what counts of a document that is made from data, and its approval. */
#ifndef ISMSDOC_FACTS_H
#define ISMSDOC_FACTS_H

#include <libxml/tree.h>

#include "controlled.h"
#include "diag.h"
#include "path.h"

/*
 * facts.xsl lists, for each document that is made from data and approved by
 * somebody (the Statement of Applicability), the facts that its approval
 * covers: <i:facts document=ID> with <i:fact weight="major|minor" key=
 * aspect=>value</i:fact>.  The digest of the document is that of its facts.
 */

/* "v1:" and the SHA-256 of FACTS, line by line. */
void	 facts_digest(const xmlNode *facts, char digest[CONTROLLED_DIGEST]);

/* The i:facts of the document ID in RESULT, an i:result; or NULL. */
xmlNodePtr	 facts_find(xmlDocPtr result, const char *id);

/*
 * Does any document of DOSSIER that is made from data have a version in
 * force with a digest?  Otherwise there is nothing to settle.
 */
int	 facts_wanted(xmlDocPtr dossier);

/*
 * Compare the facts in RESULT with those frozen at approval (frozen.h).
 * Each difference is added to the i:document as <i:changed weight= key=
 * aspect= was= now=/>; @changed is the weightiest.  After a major change the
 * document is a draft.  Where the frozen facts are missing or changed,
 * @approved-text says so as in approved.h.  0, or -1 with messages.
 */
int	 facts_settle(const struct roots *roots, xmlDocPtr dossier,
	    xmlDocPtr result, struct diag *d);

#endif
