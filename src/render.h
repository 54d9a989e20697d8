/* Rendering: each article through docbook.xsl and html.xsl, in threads. */
#ifndef ISMSDOC_RENDER_H
#define ISMSDOC_RENDER_H

#include <libxml/tree.h>

#include "buf.h"
#include "compose.h"
#include "diag.h"
#include "linkcheck.h"
#include "rows.h"
#include "xslt.h"

/* One file that a stylesheet made. */
struct render_file {
	char		*path;
	struct buf	 text;
};

/* Some of the files that a job has made, serialised by one thread. */
struct render_batch {
	xmlNodePtr		 first;		/* i:file */
	size_t			 n;		/* from there */
	struct linkcheck	*links;
	struct diag		 d;
	int			 rc;
};

/* One article on its way through one stylesheet, and all that came of it. */
struct render_job {
	const struct xslt	*style;
	xmlNodePtr		 article;	/* read only: it is copied */
	const struct packed	*packed;	/* the same as text; or NULL */
	xmlNodePtr		 map;		/* the i:page with the map of */
						/* the site for a page; NULL: */
						/* the article goes alone */
	char			*path;		/* "docbook/x.xml" */
	size_t			 weight;	/* heaviest first */
	xmlDocPtr		 result;	/* until its batches are done */
	struct rows		 rows;		/* of it, that are text */
	struct linkcheck	*taken_links;	/* of what was taken; or NULL */
	struct render_batch	*batches;
	size_t			 nbatches;
	size_t			 left;		/* batches not done */
	int			 begun;
	size_t			 nfiles;
	struct diag		 d;
	int			 rc;		/* 0, or -1: see d and those */
						/* of the batches */
};

struct render {
	xmlDocPtr		 dossier;	/* read only */
	struct render_job	*jobs;
	size_t			 njobs;
	unsigned		 nthreads;	/* 0: one per processor */
	int			(*put)(void *arg,
				    const struct render_file *file);
	void			*put_arg;
	void			(*progress)(void *arg, size_t done,
				    size_t of);	/* or NULL */
	void			*progress_arg;
};

/*
 * Do all jobs.  Each file is given to put, from any thread, as soon as it is
 * serialised; 0, or -1 with a message that put has added where it belongs.
 * What is said of files and links is in the jobs and their batches, in their
 * order, whichever thread did them.
 */
void	 render_run(struct render *render);

/*
 * The file that the i:file element FILE describes, serialised by its method.
 * What it holds as XML is taken out of it; ROWS are those of its tables.
 * 0, or -1 with a message; PATH and TEXT are the caller's to free.
 */
int	 render_file(xmlNodePtr file, const struct rows *rows,
	    struct render_file *out, struct diag *d);

/* The memory of JOB's content. */
void	 render_job_release(struct render_job *job);

#endif
