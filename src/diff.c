/* Differences between two sequences, by Myers' greedy algorithm. */
#include "diff.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* The middle of the two sequences, where they differ. */
struct diff {
	const size_t	*a;
	const size_t	*b;
	long		 na;
	long		 nb;
	long		 max;
	long		*reach;		/* by diagonal, from -max to max */
	long		**trail;	/* reach after each step */
};

/* How far diagonal K can be followed at step D. */
static long
follow(const struct diff *f, long d, long k)
{
	const long *reach = f->reach + f->max + 1;
	long x, y;

	if (k == -d || (k != d && reach[k - 1] < reach[k + 1]))
		x = reach[k + 1];
	else
		x = reach[k - 1] + 1;
	for (y = x - k; x < f->na && y < f->nb && f->a[x] == f->b[y]; y++)
		x++;
	return x;
}

static void
keep_trail(struct diff *f, long d)
{
	size_t n;

	n = (size_t)(2 * d + 3);
	f->trail[d] = mem_resize(NULL, n, sizeof(long));
	memcpy(f->trail[d], f->reach + f->max + 1 - d - 1, n * sizeof(long));
}

/* The number of steps to the end, or -1 where it is more than max. */
static long
search(struct diff *f)
{
	long d, k, x;

	for (d = 0; d <= f->max; d++) {
		keep_trail(f, d);
		for (k = -d; k <= d; k += 2) {
			x = follow(f, d, k);
			f->reach[f->max + 1 + k] = x;
			if (x >= f->na && x - k >= f->nb)
				return d;
		}
	}
	return -1;
}

/* Back from the end along the trail; mark what was stepped over. */
static void
walk_back(const struct diff *f, long d, char *gone, char *new)
{
	const long *reach;
	long x = f->na, y = f->nb, k, from;

	for (; d > 0; d--) {
		reach = f->trail[d] + d + 1;
		k = x - y;
		from = k == -d || (k != d && reach[k - 1] < reach[k + 1]) ?
		    k + 1 : k - 1;
		x = reach[from];
		y = x - from;
		if (from == k + 1)
			new[y] = 1;
		else
			gone[x] = 1;
	}
}

static void
run_middle(struct diff *f, char *gone, char *new)
{
	long d, i;

	f->reach = mem_zalloc((size_t)(2 * f->max + 3) * sizeof(long));
	f->trail = mem_zalloc((size_t)(f->max + 1) * sizeof(long *));
	d = search(f);
	if (d == -1) {
		memset(gone, 1, (size_t)f->na);
		memset(new, 1, (size_t)f->nb);
	} else {
		walk_back(f, d, gone, new);
	}
	for (i = 0; i <= f->max; i++)
		free(f->trail[i]);
	free(f->trail);
	free(f->reach);
}

void
diff_run(const size_t *a, size_t na, const size_t *b, size_t nb, size_t max,
    char *gone, char *new)
{
	struct diff f = { 0 };
	size_t head = 0;

	memset(gone, 0, na);
	memset(new, 0, nb);
	while (head < na && head < nb && a[head] == b[head])
		head++;
	while (na > head && nb > head && a[na - 1] == b[nb - 1]) {
		na--;
		nb--;
	}
	f.a = a + head;
	f.b = b + head;
	f.na = (long)(na - head);
	f.nb = (long)(nb - head);
	f.max = f.na + f.nb < (long)max ? f.na + f.nb : (long)max;
	if (f.na > 0 && f.nb > 0) {
		run_middle(&f, gone + head, new + head);
	} else {
		memset(gone + head, 1, (size_t)f.na);
		memset(new + head, 1, (size_t)f.nb);
	}
}
