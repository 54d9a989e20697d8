/* linediff: hunks as diff -u writes them. */
#include <check.h>
#include <string.h>

#include "linediff.h"

static void
differ(const char *a, const char *b, const char *wanted)
{
	struct buf out = { 0 };
	int rc;

	rc = linediff(a, strlen(a), b, strlen(b), &out);
	ck_assert_str_eq(buf_str(&out), wanted);
	ck_assert_int_eq(rc, wanted[0] != '\0');
	buf_release(&out);
}

START_TEST(hunks)
{
	differ("", "", "");
	differ("a\nb\n", "a\nb\n", "");
	differ("", "a\n", "@@ -0,0 +1 @@\n+a\n");
	differ("a\n", "", "@@ -1 +0,0 @@\n-a\n");
	differ("a\nb\n", "b\na\n", "@@ -1,2 +1,2 @@\n-a\n b\n+a\n");
	differ("1\n2\n3\n4\n5\nx\n7\n8\n9\n10\n", "1\n2\n3\n4\n5\ny\n7\n8\n9\n"
	    "10\n", "@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-x\n+y\n 7\n 8\n 9\n");
}
END_TEST

START_TEST(last_line)
{
	differ("a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n"
	    "\\ No newline at end of file\n+b\n");
	differ("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n"
	    "+b\n\\ No newline at end of file\n");
}
END_TEST

/* Six equal lines join two changes, seven part them. */
START_TEST(joined)
{
	differ("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
	    "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
	differ("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
	    "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n"
	    "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}
END_TEST

/* Nothing in common: no matter how long, the whole is replaced. */
START_TEST(far)
{
	struct buf a = { 0 }, b = { 0 }, out = { 0 };
	int i;

	for (i = 0; i < 20000; i++) {
		buf_printf(&a, "a %d\n", i);
		buf_printf(&b, "b %d\n", i);
	}
	ck_assert_int_eq(linediff(a.data, a.len, b.data, b.len, &out), 1);
	ck_assert_int_eq(strncmp(buf_str(&out), "@@ -1,20000 +1,20000 @@\n-a 0",
	    27), 0);
	buf_release(&a);
	buf_release(&b);
	buf_release(&out);
}
END_TEST

Suite	*linediff_suite(void);

Suite *
linediff_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("linediff");
	tcase = tcase_create("linediff");
	tcase_add_test(tcase, hunks);
	tcase_add_test(tcase, last_line);
	tcase_add_test(tcase, joined);
	tcase_add_test(tcase, far);
	suite_add_tcase(suite, tcase);
	return suite;
}
