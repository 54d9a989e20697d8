/* Views: references to what has been left out become text. */
#ifndef ISMSDOC_VIEWLINKS_H
#define ISMSDOC_VIEWLINKS_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "audience.h"

/* What is still there of a dossier that has been pruned, and what is not. */
struct viewlinks {
	xmlNodePtr	 dossier;	/* the root */
	xmlHashTablePtr	 documents;	/* ids that are there; drafts as */
					/* "drafts/ID" */
	xmlHashTablePtr	 titles;	/* ids that are gone -> title */
	xmlHashTablePtr	 answers;	/* controls that have an answer */
	enum audience	 audience;	/* whose view it is */
	xmlHashTablePtr	 registers;	/* the only ones that it has; NULL: */
					/* as audience.h says */
};

/* Does the view have the register NAME, be there such a file or not? */
int	 viewlinks_register(const struct viewlinks *links, const char *name);

/*
 * Mend what documents, drafts and answers refer to, and take out of i:assets
 * the images that none of them shows.
 */
void	 viewlinks_mend(const struct viewlinks *links);

#endif
