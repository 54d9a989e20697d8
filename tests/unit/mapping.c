/* Tests of mapping.c: the mappings that ship, in both directions. */
#include "mapping.h"

#include <check.h>
#include <string.h>
#include <unistd.h>

static struct roots roots;
static struct diag d;
static struct mappings *mappings;

static void
set_up(void)
{
	memset(&d, 0, sizeof(d));
	ck_assert_int_eq(path_roots(&roots, NULL, ".", &d), 0);
	mappings = mappings_load(&roots, &d);
	ck_assert_uint_eq(d.n, 0);
}

static void
tear_down(void)
{
	mappings_free(mappings);
	mappings_free(NULL);
	path_roots_release(&roots);
	diag_release(&d);
}

/* From, id, to, and the ids that it leads to, with blanks between. */
static const char *const ways[][4] = {
	{ "iso27002-2013", "a.12.3.1", "iso27002-2022", "a.8.13" },
	{ "iso27002-2013", "a.18.2.3", "iso27002-2022", "a.5.36 a.8.8" },
	{ "iso27002-2022", "a.8.8", "iso27002-2013", "a.12.6.1 a.18.2.3" },
	{ "iso27002-2022", "a.5.23", "iso27002-2013", "" },
	{ "iso27001-2013", "cl-9.2", "iso27001-2022", "cl-9.2.1 cl-9.2.2" },
	{ "iso27001-2022", "cl-9.3.2", "iso27001-2013", "cl-9.3" },
	{ "iso27001-2022", "cl-10.1", "iso27001-2013", "cl-10.2" },
	{ "iso27002-2005", "a.7.2.2", "iso27002-2013", "a.8.2.2 a.8.2.3" },
	{ "iso27701-2019", "pims-b.8.3.1", "iso27701-2025",
	    "pims-a.2.3.2" },
	{ "iso27002-2013", "none", "iso27002-2022", "" },
	{ "iso27002-2013", "a.12.3.1", "iso27001-2022", "" }
};

START_TEST(find)
{
	struct strs found = { 0 }, wanted = { 0 };
	size_t i;

	strs_split(&wanted, ways[_i][3]);
	mappings_find(mappings, ways[_i][0], ways[_i][1], ways[_i][2],
	    &found);
	ck_assert_uint_eq(found.n, wanted.n);
	for (i = 0; i < found.n; i++)
		ck_assert_str_eq(found.v[i], wanted.v[i]);
	strs_release(&found);
	strs_release(&wanted);
}
END_TEST

START_TEST(join)
{
	ck_assert(mappings_join(mappings, "iso27002-2013",
	    "iso27002-2022"));
	ck_assert(mappings_join(mappings, "iso27002-2022",
	    "iso27002-2013"));
	ck_assert(!mappings_join(mappings, "iso27002-2005",
	    "iso27002-2022"));
	ck_assert(!mappings_join(mappings, "iso27002-2013",
	    "iso27002-2013"));
	ck_assert(mappings_is_file("x/mapping-a.xml"));
	ck_assert(!mappings_is_file("mapping/a.xml"));
}
END_TEST

Suite	*mapping_suite(void);

Suite *
mapping_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("mapping");
	tcase = tcase_create("mapping");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_loop_test(tcase, find, 0, sizeof(ways) / sizeof(*ways));
	tcase_add_test(tcase, join);
	suite_add_tcase(suite, tcase);
	return suite;
}
