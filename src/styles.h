/* The stylesheets of one command, compiled side by side with reading. */
#ifndef ISMSDOC_STYLES_H
#define ISMSDOC_STYLES_H

#include <pthread.h>
#include <semaphore.h>

#include "diag.h"
#include "xslt.h"

/* What a command runs. */
enum {
	STYLES_RULES = 1 << 0,
	STYLES_DOCBOOK = 1 << 1,
	STYLES_HTML = 1 << 2,
	STYLES_FACTS = 1 << 3,
	STYLES_STATUS = 1 << 4,
	STYLES_EXPORT = 1 << 5,
	STYLES_SHEETS = 1 << 6,
	STYLES_COMPOSE = 1 << 7,
	STYLES_REPORTS = 1 << 8		/* what declares, which is always */
					/* compiled, is run too */
};

/*
 * Reading needs what composing declares, late, and nothing of the others: all
 * are compiled meanwhile in a thread.  Begin, read, end, use, release.
 *
 * What declares is the layer's compose.xsl, where there is one; else ours is
 * large, and declared.xsl has of it what it declares and reports.
 */
struct styles {
	struct xslt	*declared;	/* from styles_declared */
	struct xslt	*compose;	/* these from styles_end; NULL: not */
	struct xslt	*rules;		/* wanted, or it is the one above */
	struct xslt	*facts;
	struct xslt	*docbook;
	struct xslt	*html;
	struct xslt	*status;
	struct xslt	*export;
	struct xslt	*sheets;
	unsigned	 wanted;
	int		 pending;	/* the thread runs */
	int		 waited;	/* for what declares */
	pthread_t	 thread;
	sem_t		 declared_done;
	struct diag	 d;		/* what compiling says */
};

/*
 * Begin to compile what declares, then those WANTED, in a thread; where there
 * can be none, or NTHREADS is 1, it is done when they are asked for.
 */
void	 styles_begin(struct styles *styles, unsigned wanted,
	    unsigned nthreads);

/*
 * What declares, which lives as long as STYLES; NULL where it cannot be
 * compiled: what is wrong with it is then said by styles_end.
 */
const struct xslt	*styles_declared(struct styles *styles);

/* All are compiled.  0, or -1 with messages in D. */
int	 styles_end(struct styles *styles, struct diag *d);

/* compose.xsl, the layer's or ours; after styles_end with STYLES_COMPOSE. */
const struct xslt	*styles_compose(const struct styles *styles);

/* Free all but docbook.xsl and html.xsl: after composing unneeded. */
void	 styles_composed(struct styles *styles);

void	 styles_release(struct styles *styles);

#endif
