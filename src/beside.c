/* Work done beside other work: one thread more, where there may be. */
#include "beside.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"
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

enum state { WAITS, BEGUN, DONE };

struct ahead {
	void		(*fn)(void *arg, size_t i);
	void		*arg;
	size_t		 n;
	enum state	*states;
	int		 ends;
	int		 threaded;
	pthread_t	 thread;
	pthread_mutex_t	 lock;		/* of states and ends */
	pthread_cond_t	 news;
};

/* Do item I, which waits; with the lock held. */
static void
do_item(struct ahead *ahead, size_t i)
{
	ahead->states[i] = BEGUN;
	pthread_mutex_unlock(&ahead->lock);
	ahead->fn(ahead->arg, i);
	pthread_mutex_lock(&ahead->lock);
	ahead->states[i] = DONE;
	pthread_cond_signal(&ahead->news);
}

static void *
go_ahead(void *arg)
{
	struct ahead *ahead = arg;
	size_t i;

	xslt_thread();
	pthread_mutex_lock(&ahead->lock);
	for (i = 0; i < ahead->n && !ahead->ends; i++)
		if (ahead->states[i] == WAITS)
			do_item(ahead, i);
	pthread_mutex_unlock(&ahead->lock);
	return NULL;
}

struct ahead *
ahead_begin(size_t n, void (*fn)(void *arg, size_t i), void *arg,
    unsigned nthreads)
{
	struct ahead *ahead;

	ahead = mem_zalloc(sizeof(*ahead));
	ahead->fn = fn;
	ahead->arg = arg;
	ahead->n = n;
	ahead->states = mem_zalloc(n * sizeof(*ahead->states));
	pthread_mutex_init(&ahead->lock, NULL);
	pthread_cond_init(&ahead->news, NULL);
	ahead->threaded = n > 1 && beside_may(nthreads) &&
	    pthread_create(&ahead->thread, NULL, go_ahead, ahead) == 0;
	return ahead;
}

void
ahead_need(struct ahead *ahead, size_t i)
{
	pthread_mutex_lock(&ahead->lock);
	if (ahead->states[i] == WAITS)
		do_item(ahead, i);
	while (ahead->states[i] != DONE)
		pthread_cond_wait(&ahead->news, &ahead->lock);
	pthread_mutex_unlock(&ahead->lock);
}

void
ahead_end(struct ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	ahead->ends = 1;
	pthread_mutex_unlock(&ahead->lock);
	if (ahead->threaded)
		pthread_join(ahead->thread, NULL);
	pthread_cond_destroy(&ahead->news);
	pthread_mutex_destroy(&ahead->lock);
	free(ahead->states);
	free(ahead);
}
