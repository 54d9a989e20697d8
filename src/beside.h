/* Work done beside other work: one thread more, where there may be. */
#ifndef ISMSDOC_BESIDE_H
#define ISMSDOC_BESIDE_H

#include <stddef.h>

/*
 * What is done beside each other must not touch the same: each has messages of
 * its own, and whoever asked for it merges them in its order, so that the
 * output does not tell how many threads there were.  A thread may parse,
 * compile and run (xslt_thread).
 */

/* May there be two threads, where NTHREADS (0: one per processor)? */
int	 beside_may(unsigned nthreads);

/*
 * Call FN for FIRST, and beside it in a thread for SECOND; where there can be
 * none, after it.  Both are over then.
 */
void	 beside_run(void (*fn)(void *arg), void *first, void *second);

/*
 * Call FN for ARG with each index below N, in any order, in two threads
 * where there may be.  All is over then.
 */
void	 beside_each(size_t n, void (*fn)(void *arg, size_t i), void *arg,
	    unsigned nthreads);

/*
 * Begin to call FN for ARG with each index below N, in their order, in a
 * thread where there may be one; to be ended by ahead_end.
 */
struct ahead	*ahead_begin(size_t n, void (*fn)(void *arg, size_t i),
		    void *arg, unsigned nthreads);

/* FN has been called for I: wait for it, or call it where nobody has begun. */
void		 ahead_need(struct ahead *ahead, size_t i);

/* What nobody has needed may be left undone. */
void		 ahead_end(struct ahead *ahead);

#endif
