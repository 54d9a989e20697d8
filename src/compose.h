/* Composing: compose.xsl over the dossier, in two shares side by side. */
#ifndef ISMSDOC_COMPOSE_H
#define ISMSDOC_COMPOSE_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "xslt.h"

/*
 * compose.xsl takes a parameter "share": "all", or "first" and "second",
 * which together make what "all" makes, in its order.  Which documents are in
 * which is the stylesheet's to say.  Where a layer's compose.xsl does not
 * know of shares, both hold everything, and what is there twice counts once.
 * Where findings are wanted without a file, a layer is run as a whole, since
 * anything in it may have something to report; else declared.xsl is enough.
 */
struct composed {
	xmlDocPtr	 docs[2];	/* each an i:result; NULL: none */
	size_t		 n;
	struct packed	*packed;	/* all of them, a list */
	int		 drops;		/* set before: only findings count, */
					/* no file keeps what is in it */
};

/*
 * An article of very many nodes is kept as text, which takes a tenth of the
 * memory: its i:file has an <article> with attributes and <info> alone.
 */
struct packed {
	struct packed	*next;
	struct buf	 text;		/* XML, of the whole article */
	size_t		 len;		/* of it, where it is deflated; or 0 */
	size_t		 nnodes;
};

/*
 * Compose DOSSIER into COMPOSED, zeroed but for "drops", with at most NTHREADS
 * threads (0: one per processor), a huge one with one.  Findings are added to
 * D.  0, or -1 with messages; release in either case.
 */
int	 compose_run(struct composed *composed, const struct xslt *xslt,
	    xmlDocPtr dossier, unsigned nthreads, struct diag *d);
void	 compose_release(struct composed *composed);

/*
 * The first i:file of all, and the one that follows FILE; NULL at the end.
 */
xmlNodePtr	 compose_first(const struct composed *composed);
xmlNodePtr	 compose_next(const struct composed *composed,
		    xmlNodePtr file);

/* The text of PACKED as a document; NULL: there is not enough memory. */
xmlDocPtr		 compose_unpack(const struct packed *packed);

/* The article of FILE where that is kept as text; else NULL.  Borrowed. */
const struct packed	*compose_packed(const xmlNode *file);

#endif
