/* The site: from composed articles to the files of the output. */
#ifndef ISMSDOC_SITE_H
#define ISMSDOC_SITE_H

#include <libxml/tree.h>

#include "compose.h"
#include "diag.h"
#include "path.h"
#include "publish.h"
#include "render.h"

struct site {
	const struct roots	*roots;
	struct publish		*out;
	const struct xslt	*docbook;	/* NULL: not wanted */
	const struct xslt	*html;		/* NULL: not wanted */
	struct render		 render;	/* its jobs are made here */
	size_t			 ndocuments;	/* set by site_publish */
	struct diag		*d;
};

/*
 * Publish the i:file elements of COMPOSED: each article through docbook.xsl
 * and html.xsl, everything else as it is, and the assets and images that the
 * dossier names.  Then ids and links of the pages are checked against each
 * other.  0, or -1 with messages.
 */
int	 site_publish(struct site *site, const struct composed *composed);

#endif
