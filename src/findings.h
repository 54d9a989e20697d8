/* What rules.xsl finds, into the dossier. */
#ifndef ISMSDOC_FINDINGS_H
#define ISMSDOC_FINDINGS_H

#include <libxml/tree.h>

#include "diag.h"
#include "xslt.h"

/*
 * Run RULES over DOSSIER and add what it finds, and what it says of the
 * declared rules, to DOSSIER.  Ours are run in two shares side by side, what
 * is found in texts and what in registers, unless NTHREADS is 1 (0: one per
 * processor) or the dossier is huge; an organisation's rules.xsl, which may
 * not know of shares, as a whole.  0, or -1 with messages in D.
 */
int	 findings_run(const struct xslt *rules, xmlDocPtr dossier,
	    unsigned nthreads, struct diag *d);

#endif
