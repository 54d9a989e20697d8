/* XSLT: compiling stylesheets in a sandbox, running them, their messages. */
#ifndef ISMSDOC_XSLT_H
#define ISMSDOC_XSLT_H

#include <libxml/tree.h>

#include "diag.h"
#include "path.h"

/*
 * A stylesheet is addressed as "ismsdoc:html.xsl", and loaded from the
 * shipped stylesheets.  Where the organisation has stylesheets/html.xsl, that
 * one is compiled in its place and may import ours.  Stylesheets read only
 * what lies in one of these two folders, write nothing, reach no network;
 * EXSLT common, strings, sets, math and functions are there.
 *
 * libxslt keeps loader, security and error handler per process: one set-up
 * at a time, by xslt_setup.
 */
struct xslt;

/* Set the process up; ROOTS must live until xslt_teardown. */
void	 xslt_setup(const struct roots *roots);
void	 xslt_teardown(void);

/*
 * Compile the entry NAME ("html.xsl"), the organisation's if it has one.
 * NULL with messages in D at file and line.  Free with xslt_free.  Threads may
 * compile side by side, after xslt_thread.
 */
struct xslt	*xslt_compile(const char *name, struct diag *d);

/*
 * The same; where the organisation has none, the one that ships as SHIPPED.
 * And that one, whatever the organisation has.
 */
struct xslt	*xslt_compile_or(const char *name, const char *shipped,
		    struct diag *d);
struct xslt	*xslt_compile_shipped(const char *name, struct diag *d);
void		 xslt_free(struct xslt *xslt);

/* Is it the organisation's own, which may hold anything? */
int		 xslt_is_own(const struct xslt *xslt);

/*
 * Does it take white space out of its input (xsl:strip-space)?  Then it must
 * not run on one input in two threads.
 */
int		 xslt_strips(const struct xslt *xslt);

/*
 * Call FN for each element in no XSLT namespace at the top level of the
 * stylesheet and of all that it imports and includes, imported ones first.
 */
void	 xslt_each_top(const struct xslt *xslt,
	    void (*fn)(void *arg, xmlNodePtr element), void *arg);

/*
 * Who takes parts of a result while it is being made.  A stylesheet that has
 * just made an i:file of its <i:result>, or a row of a table in one, calls the
 * function take() of the namespace urn:ismsdoc:program, which it finds
 * available only where there is a taker; FN is given that element, which has
 * no sibling behind it.  It may change what is in an i:file, and may take a
 * row out; what is made in a variable first is given to nobody.
 */
struct xslt_taker {
	void	(*fn)(void *arg, xmlNodePtr element);
	void	*arg;
};

/*
 * Transform INPUT.  PARAMS are name and value in turn, ended by NULL; values
 * are strings, not expressions.  The result, which the caller frees with
 * xmlFreeDoc, has <i:result> as its root; NULL with messages in D where the
 * run failed.  TAKER may be NULL.  Threads may run one stylesheet at a time,
 * on one input too, with D of their own, after xslt_thread: libxslt marks
 * nodes of the input that a key has (psvi), but reads none of the marks.
 */
xmlDocPtr	 xslt_run(const struct xslt *xslt, xmlDocPtr input,
		    const char *const *params, const struct xslt_taker *taker,
		    struct diag *d);

/* What libxml2 and memory want in each thread that compiles or runs; once. */
void	 xslt_thread(void);

/* "libxslt 1.1.35, libxml2 2.9.14" and the like, for --version. */
const char	*xslt_versions(void);

#endif
