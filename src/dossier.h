/* The dossier: everything that was read, as one XML document. */
#ifndef ISMSDOC_DOSSIER_H
#define ISMSDOC_DOSSIER_H

#include <libxml/tree.h>

#include "diag.h"
#include "mem.h"
#include "path.h"
#include "refs.h"

#define ISMSDOC_VERSION "0.1.0"

/* One dossier. */
struct dossier {
	xmlDocPtr	 doc;		/* stylesheets/dossier.xsd */
};

/* What a dossier is read from, and how; all borrowed. */
struct dossier_from {
	const struct roots	*roots;
					/* what the stylesheets declare, */
					/* asked for once; NULL: nothing */
					/* can be read without it */
	const struct declared	*(*declared)(void *arg);
	void			*arg;
	struct digests		*digests;	/* of files */
	const char		*today;		/* YYYY-MM-DD */
	int			 as_written;	/* documents as they are */
						/* now, even where another */
						/* text is the approved one */
	unsigned		 nthreads;	/* 0: one per processor */
};

/*
 * Read the organisation's folder.  Every fault of reading is reported;
 * warnings stand in the dossier as <i:finding> as well.  0, or -1 with
 * messages; release in either case.
 */
int	 dossier_read(struct dossier *dossier,
	    const struct dossier_from *from, struct diag *d);

/* What a new folder begins with. */
struct dossier_new {
	const struct strs	*catalogs;	/* shipped names, or files */
	const char		*language;
	const char		*set;		/* of documents */
	const char		*today;
};

/*
 * A dossier of catalogues and of the templates that ship, for init.
 */
int	 dossier_empty(struct dossier *dossier, const struct roots *roots,
	    const struct dossier_new *new, struct diag *d);

/*
 * A dossier with what isms.yaml says and nothing else; where ROOTS has no
 * organisation's folder, an empty one.  0, or -1 with messages.
 */
int	 dossier_settings(struct dossier *dossier, const struct roots *roots,
	    const char *today, struct diag *d);

/* Append the templates that ship (i:templates) to a dossier that was read. */
int	 dossier_templates(struct dossier *dossier,
	    const struct roots *roots, struct diag *d);

/* Does DOC have so many nodes that memory counts more than time? */
int	 dossier_is_huge(xmlDocPtr doc);

/*
 * Free all that only composing and rules read: the root, the organisation,
 * the assets, the levels of rules and the findings stay.
 */
void	 dossier_shrink(struct dossier *dossier);

void	 dossier_release(struct dossier *dossier);

#endif
