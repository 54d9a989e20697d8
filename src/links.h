/* Links and images in prose: what they mean in the folder. */
#ifndef ISMSDOC_LINKS_H
#define ISMSDOC_LINKS_H

#include <libxml/tree.h>

#include "diag.h"
#include "mem.h"
#include "refs.h"

/*
 * Below DOSSIER: images become "media/<source path>" and are added to MEDIA;
 * relative links to a document's, an answer's or a record's Markdown file
 * become links to its DocBook file, "#place" one inside it.  What leads nowhere
 * is printed without a link, with a warning; an image that is missing or
 * outside the folder is a fault.
 */
void	 links_resolve(xmlNodePtr dossier, const struct refs *refs,
	    struct strs *media, struct diag *d);

#endif
