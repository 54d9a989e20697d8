/* The site: from composed articles to the files of the output. */
#ifndef ISMSDOC_SITE_H
#define ISMSDOC_SITE_H

#include <libxml/tree.h>

#include "compose.h"
#include "diag.h"
#include "path.h"
#include "publish.h"
#include "render.h"

enum {
	SITE_HTML = 1 << 0,
	SITE_DOCBOOK = 1 << 1
};

struct site {
	const struct roots	*roots;
	struct publish		*out;
	struct render		 render;	/* stylesheets and threads; */
						/* its jobs are made here */
	unsigned		 formats;	/* SITE_* */
	struct diag		*d;
};

/*
 * Publish the i:file elements of COMPOSED: each article through docbook.xsl
 * and html.xsl, everything else as it is, and the assets and images that the
 * dossier names.  Then ids and links of the pages are checked against each
 * other.  COMPOSED is released.  0, or -1 with messages.
 */
int	 site_publish(struct site *site, struct composed *composed);

#endif
