/* Rendering: each article through docbook.xsl and html.xsl, in threads. */
#ifndef ISMSDOC_RENDER_H
#define ISMSDOC_RENDER_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "linkcheck.h"
#include "xslt.h"

/* One file that a stylesheet made. */
struct render_file {
	char		*path;
	struct buf	 text;
};

/* One article on its way through one stylesheet, and all that came of it. */
struct render_job {
	const struct xslt	*style;
	xmlNodePtr		 article;	/* read only: it is copied */
	xmlNodePtr		 map;		/* the i:page with the map of */
						/* the site for a page; NULL: */
						/* the article goes alone */
	char			*path;		/* "docbook/x.xml" */
	size_t			 weight;	/* heaviest first */
	struct render_file	*files;
	size_t			 nfiles;
	struct linkcheck	*links;
	struct diag		 d;
	int			 rc;		/* 0, or -1: see d */
};

struct render {
	xmlDocPtr		 dossier;	/* read only */
	struct render_job	*jobs;
	size_t			 njobs;
	unsigned		 nthreads;	/* 0: one per processor */
	void			(*progress)(void *arg, size_t done,
				    size_t of);	/* or NULL */
	void			*progress_arg;
};

/*
 * Do all jobs.  What they made is in the jobs, in their order, whichever
 * thread did them.
 */
void	 render_run(struct render *render);

/*
 * The file that the i:file element FILE describes, serialised by its method.
 * 0, or -1 with a message; PATH and TEXT are the caller's to free.
 */
int	 render_file(xmlNodePtr file, struct render_file *out,
	    struct diag *d);

/* The memory of JOB's content. */
void	 render_job_release(struct render_job *job);

#endif
