/* Frozen texts: what was approved, kept below approved/. */
#ifndef ISMSDOC_FROZEN_H
#define ISMSDOC_FROZEN_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "path.h"

/*
 * approved/ID-VERSION.xml holds the i:document of a written document as it
 * was when it was approved: its title and its body, with the directives that
 * stand in it, not what they inserted then.  Of a document that is made from
 * data it holds the i:facts that count.
 */

/* "approved/backup-policy-1.0.xml"; new memory. */
char	*frozen_path(const char *id, const char *version);

/*
 * The frozen document.  NULL without a message where there is no such file,
 * and with messages in D where it cannot be read.
 */
xmlDocPtr	 frozen_load(const struct roots *roots, const char *id,
		    const char *version, struct diag *d);

/* NODE, an i:document or i:facts, as the text of such a file. */
void	 frozen_write(xmlNodePtr node, struct buf *out);

#endif
