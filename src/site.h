/* The site: from composed articles to the files of the output. */
#ifndef ISMSDOC_SITE_H
#define ISMSDOC_SITE_H

#include <libxml/tree.h>

#include "diag.h"
#include "path.h"
#include "publish.h"
#include "xslt.h"

enum {
	SITE_HTML = 1 << 0,
	SITE_DOCBOOK = 1 << 1
};

struct site {
	const struct roots	*roots;
	struct publish		*out;
	const struct xslt	*docbook;	/* NULL: not asked for */
	const struct xslt	*html;		/* NULL: not asked for */
	xmlDocPtr		 dossier;
	unsigned		 formats;	/* SITE_* */
	size_t			 ndocuments;	/* articles published */
	void			(*progress)(void *arg, size_t done,
				    size_t of);	/* or NULL */
	void			*progress_arg;
	struct diag		*d;
};

/*
 * Publish the i:file elements of COMPOSED: each article through docbook.xsl
 * and html.xsl, everything else as it is.  COMPOSED is used up.  Then ids and
 * links of the pages are checked against each other.  0, or -1 with
 * messages.
 */
int	 site_publish(struct site *site, xmlDocPtr composed);

/*
 * Add a file as a stylesheet gave it ("text": its text).  0, or -1.
 */
int	 site_write(struct site *site, xmlNodePtr file);

#endif
