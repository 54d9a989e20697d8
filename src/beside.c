/* Work done beside other work: one thread more, where there may be. */
#include "beside.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "xslt.h"

struct job {
	void	(*fn)(void *arg);
	void	*arg;
};

static void *
do_job(void *arg)
{
	const struct job *job = arg;

	xslt_thread();
	job->fn(job->arg);
	return NULL;
}

void
beside_run(void (*fn)(void *arg), void *first, void *second)
{
	struct job job = { fn, second };
	pthread_t thread;
	int threaded;

	threaded = pthread_create(&thread, NULL, do_job, &job) == 0;
	fn(first);
	if (threaded)
		pthread_join(thread, NULL);
	else
		fn(second);
}

int
beside_may(unsigned nthreads)
{
	return nthreads > 1 ||
	    (nthreads == 0 && sysconf(_SC_NPROCESSORS_ONLN) > 1);
}

/* The indices that are left, which both threads take one by one. */
struct line {
	void		(*fn)(void *arg, size_t i);
	void		*arg;
	size_t		 n;
	atomic_size_t	 next;
};

static void
take_each(void *arg)
{
	struct line *line = arg;
	size_t i;

	while ((i = atomic_fetch_add(&line->next, 1)) < line->n)
		line->fn(line->arg, i);
}

void
beside_each(size_t n, void (*fn)(void *arg, size_t i), void *arg,
    unsigned nthreads)
{
	struct line line = { .fn = fn, .arg = arg, .n = n };

	if (n > 1 && beside_may(nthreads))
		beside_run(take_each, &line, &line);
	else
		take_each(&line);
}
