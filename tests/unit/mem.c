/* Tests of mem.c: allocation that cannot fail, lists of strings. */
#include "mem.h"

#include <sys/wait.h>

#include <check.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

START_TEST(allocation)
{
	unsigned char *bytes;
	char *s;
	int i;

	bytes = mem_zalloc(100);
	for (i = 0; i < 100; i++)
		ck_assert_int_eq(bytes[i], 0);
	bytes = mem_resize(bytes, 10, 1000);
	ck_assert_int_eq(bytes[99], 0);
	free(bytes);
	bytes = mem_zalloc(0);
	ck_assert_ptr_nonnull(bytes);
	bytes = mem_resize(bytes, 0, 8);
	ck_assert_ptr_nonnull(bytes);
	free(bytes);
	s = mem_printf("%s %d %s", "a", 7, "");
	ck_assert_str_eq(s, "a 7 ");
	free(s);
	s = mem_strndup("abcdef", 3);
	ck_assert_str_eq(s, "abc");
	free(s);
	s = mem_strdup("");
	ck_assert_str_eq(s, "");
	free(s);
}
END_TEST

/* Exit status of a process that asks for more than there is. */
static int
status_of_overflow(void)
{
	int status, null;
	pid_t pid;

	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid == 0) {
		null = open("/dev/null", O_WRONLY);
		dup2(null, STDERR_FILENO);
		free(mem_resize(NULL, SIZE_MAX / 2, 4));
		_exit(0);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

START_TEST(overflow)
{
	ck_assert_int_eq(status_of_overflow(), 4);
}
END_TEST

START_TEST(strings)
{
	struct strs list = { 0 };
	char text[16];
	int i;

	strs_release(&list);
	strs_sort(&list);
	ck_assert_int_eq((int)strs_find(&list, "a"), -1);
	for (i = 0; i < 1000; i++) {
		snprintf(text, sizeof(text), "%d", 999 - i);
		strs_add(&list, text);
	}
	strs_take(&list, mem_strdup("\xFF"));
	strs_add(&list, "");
	ck_assert_uint_eq(list.n, 1002);
	ck_assert_int_eq((int)strs_find(&list, "990"), 9);
	strs_sort(&list);
	ck_assert_str_eq(list.v[0], "");
	ck_assert_str_eq(list.v[1], "0");
	ck_assert_str_eq(list.v[3], "10");
	ck_assert_str_eq(list.v[1001], "\xFF");
	strs_release(&list);
	ck_assert_uint_eq(list.n, 0);
	ck_assert_ptr_null(list.v);
}
END_TEST

static void
nearest_is(const struct strs *list, const char *word, const char *expected)
{
	const char *found;

	found = strs_nearest(list, word);
	if (expected == NULL)
		ck_assert_msg(found == NULL, "%s is near %s", found, word);
	else
		ck_assert_msg(found != NULL && strcmp(found, expected) == 0,
		    "nearest to %s is %s", word, found);
}

START_TEST(split)
{
	struct strs list = { 0 };

	strs_split(&list, "  one two   three ");
	ck_assert_uint_eq(list.n, 3);
	ck_assert_str_eq(list.v[0], "one");
	ck_assert_str_eq(list.v[2], "three");
	strs_split(&list, "");
	strs_split(&list, "   ");
	ck_assert_uint_eq(list.n, 3);
	strs_release(&list);
}
END_TEST

START_TEST(nearest)
{
	static const char *const words[] = {
		"applicable", "status", "owner", "A.5.15", "A.5.16", "due"
	};
	struct strs list = { 0 };
	char huge[101];
	size_t i;

	nearest_is(&list, "status", NULL);
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		strs_add(&list, words[i]);
	memset(huge, 'a', sizeof(huge) - 1);
	huge[sizeof(huge) - 1] = '\0';
	nearest_is(&list, "status", "status");
	nearest_is(&list, "statsu", "status");
	nearest_is(&list, "Status", "status");
	nearest_is(&list, "aplicable", "applicable");
	nearest_is(&list, "A.5.1", "A.5.15");
	nearest_is(&list, "do", NULL);
	nearest_is(&list, "dua", "due");
	nearest_is(&list, "evidence", NULL);
	nearest_is(&list, "", NULL);
	nearest_is(&list, huge, NULL);
	strs_release(&list);
}
END_TEST

Suite	*mem_suite(void);

Suite *
mem_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("mem");
	tcase = tcase_create("mem");
	tcase_add_test(tcase, allocation);
	tcase_add_test(tcase, overflow);
	tcase_add_test(tcase, strings);
	tcase_add_test(tcase, split);
	tcase_add_test(tcase, nearest);
	suite_add_tcase(suite, tcase);
	return suite;
}
