/* Differences between two sequences, by Myers' greedy algorithm. */
#ifndef ISMSDOC_DIFF_H
#define ISMSDOC_DIFF_H

#include <stddef.h>

/*
 * Items are compared by number: equal ones have the same.  diff_run marks in
 * GONE[0..NA) and NEW[0..NB), which the caller has allocated, the items that
 * have no partner on the other side; the others are partners in order.  Its
 * time and memory grow with (NA + NB) * MAX; beyond MAX differences, what is
 * left in the middle counts as gone and new.
 */
void	 diff_run(const size_t *a, size_t na, const size_t *b, size_t nb,
	    size_t max, char *gone, char *new);

#endif
