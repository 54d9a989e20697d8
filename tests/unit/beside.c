/* beside: everything is done, each item once, with one thread or two. */
#include <check.h>
#include <stdatomic.h>

#include "beside.h"

enum { N = 300 };

static atomic_int done[N];

static void
clear(void)
{
	size_t i;

	for (i = 0; i < N; i++)
		atomic_store(&done[i], 0);
}

static void
count(void *arg, size_t i)
{
	atomic_int *counts = arg;

	atomic_fetch_add(&counts[i], 1);
}

static void
set(void *arg)
{
	*(int *)arg = 1;
}

START_TEST(both)
{
	int first = 0, second = 0;

	beside_run(set, &first, &second);
	ck_assert_int_eq(first, 1);
	ck_assert_int_eq(second, 1);
	ck_assert_int_eq(beside_may(1), 0);
	ck_assert_int_eq(beside_may(2), 1);
}
END_TEST

START_TEST(each)
{
	unsigned nthreads;
	size_t i;

	for (nthreads = 0; nthreads <= 2; nthreads++) {
		clear();
		beside_each(N, count, done, nthreads);
		for (i = 0; i < N; i++)
			ck_assert_int_eq(atomic_load(&done[i]), 1);
	}
	beside_each(0, count, done, 2);
}
END_TEST

/* Whoever needs an item has it, from the end as well; none is done twice. */
START_TEST(ahead)
{
	struct ahead *ahead;
	unsigned nthreads;
	size_t i;

	for (nthreads = 1; nthreads <= 2; nthreads++) {
		clear();
		ahead = ahead_begin(N, count, done, nthreads);
		for (i = N; i > 0; i -= 2) {
			ahead_need(ahead, i - 1);
			ck_assert_int_eq(atomic_load(&done[i - 1]), 1);
			ahead_need(ahead, i - 1);
		}
		ahead_end(ahead);
		for (i = 0; i < N; i++)
			ck_assert_int_le(atomic_load(&done[i]), 1);
	}
	/* One thread does nothing that nobody needs. */
	clear();
	ahead = ahead_begin(N, count, done, 1);
	ahead_need(ahead, 7);
	ahead_end(ahead);
	ck_assert_int_eq(atomic_load(&done[7]), 1);
	ck_assert_int_eq(atomic_load(&done[8]), 0);
	ahead_end(ahead_begin(0, count, done, 2));
}
END_TEST

Suite *
beside_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("beside");
	tcase = tcase_create("beside");
	tcase_add_test(tcase, both);
	tcase_add_test(tcase, each);
	tcase_add_test(tcase, ahead);
	suite_add_tcase(suite, tcase);
	return suite;
}
