/* Git: what a "git log" says, said here by a script of the test's own. */
#include "scratch.h"

#include "git.h"

#define ID "0123456789abcdef0123456789abcdef01234567"

/* A program "git" that runs the shell SCRIPT is the only one to be found. */
static void
be_git(const char *script)
{
	char name[512];
	FILE *f;

	ck_assert_int_eq(mkdir("bin", 0755), 0);
	f = fopen("bin/git", "w");
	ck_assert_ptr_nonnull(f);
	fprintf(f, "#!/bin/sh\n%s\n", script);
	ck_assert_int_eq(fclose(f), 0);
	ck_assert_int_eq(chmod("bin/git", 0755), 0);
	snprintf(name, sizeof(name), "%s/bin:/bin:/usr/bin", scratch.name);
	setenv("PATH", name, 1);
}

/* The history that it gives; NULL: none, as D says. */
static struct git *
read_history(int around, struct diag *d)
{
	struct git *git;

	git = git_start(scratch.name, around, d);
	if (git != NULL && git_read(git, d) == 0)
		return git;
	git_free(git);
	return NULL;
}

/* One warning that begins with or holds TEXT, and no history. */
static void
fails(const char *script, const char *text)
{
	struct diag d = { 0 };

	be_git(script);
	ck_assert_ptr_null(read_history(0, &d));
	ck_assert_uint_eq(d.n, 1);
	ck_assert_int_eq(d.msgs[0].code, DIAG_HISTORY);
	ck_assert_msg(strstr(d.msgs[0].text, text) != NULL, "%s",
	    d.msgs[0].text);
	diag_release(&d);
	scratch_remove(AT_FDCWD, "bin");
}

START_TEST(commits_and_paths)
{
	struct diag d = { 0 };
	struct git *git;

	be_git("printf '/" ID "\\0002026-01-02\\000Ann\\000\\000second\\000"
	    "\\nb\\000a b\\000'\n"
	    "printf '/1123456789abcdef\\0002026-13-02\\000\\000\\000\\000"
	    "\\000merged\\000'\n"
	    "printf '/2123456789abcdef\\0002026-01-01\\000A\\000\\000no "
	    "paths\\000'\n"
	    "printf '/3123456789abcdef\\0002026-01-01\\000B\\000\\000first"
	    "\\000\\na\\000'");
	git = read_history(0, &d);
	ck_assert_ptr_nonnull(git);
	ck_assert_uint_eq(git_count(git), 3);
	ck_assert_str_eq(git_commit(git, 0)->id, "0123456789ab");
	ck_assert_str_eq(git_commit(git, 0)->date, "2026-01-02");
	ck_assert_str_eq(git_commit(git, 0)->author, "Ann");
	ck_assert_str_eq(git_commit(git, 0)->subject, "second");
	ck_assert_uint_eq(git_commit(git, 0)->paths.n, 2);
	ck_assert_str_eq(git_commit(git, 0)->paths.v[0], "a b");
	ck_assert_str_eq(git_commit(git, 0)->paths.v[1], "b");
	ck_assert_str_eq(git_commit(git, 1)->date, "");
	ck_assert_str_eq(git_commit(git, 1)->subject, "");
	ck_assert_str_eq(git_commit(git, 1)->paths.v[0], "merged");
	ck_assert_str_eq(git_commit(git, 2)->id, "3123456789ab");
	ck_assert(git_is_whole(git));
	ck_assert_uint_eq(d.n, 0);
	git_free(git);
}
END_TEST

/* The end of a shallow clone seems to make every file anew. */
START_TEST(shallow_clone)
{
	struct diag d = { 0 };
	struct git *git;

	be_git("printf '/" ID "\\0002026-01-02\\000A\\000\\000new\\000\\na"
	    "\\000/" ID "\\0002026-01-01\\000A\\000grafted\\000old\\000\\na"
	    "\\000b\\000'");
	git = read_history(0, &d);
	ck_assert_ptr_nonnull(git);
	ck_assert_uint_eq(git_count(git), 1);
	ck_assert(!git_is_whole(git));
	ck_assert_uint_eq(d.n, 1);
	ck_assert_ptr_nonnull(strstr(d.msgs[0].text, "shallow"));
	diag_release(&d);
	git_free(git);
}
END_TEST

START_TEST(what_hinders_it)
{
	fails("echo \"fatal: detected dubious ownership in repository at "
	    "'/x'\" >&2; exit 128", "safe.directory");
	fails("echo 'fatal: not a git repository (or any of the parent "
	    "directories): .git' >&2; exit 128", "in no git repository");
	fails("printf 'fatal: bad\\033[2Jobject\\nhint: more\\n' >&2; "
	    "exit 128", "folder: bad?[2Jobject; mend");
	fails("exit 3", "git has failed");
	fails("kill -9 $$", "git has failed");
	fails("head -c 3000 /dev/zero | tr '\\0' x >&2; exit 1", "xxx; mend");
}
END_TEST

START_TEST(no_git)
{
	struct diag d = { 0 };

	struct git *git;

	setenv("PATH", scratch.name, 1);
	git = git_start(scratch.name, 0, &d);
	/* Where it is a child that finds none, it ends with that status. */
	if (git != NULL)
		ck_assert_int_eq(git_read(git, &d), -1);
	git_free(git);
	ck_assert_uint_eq(d.n, 1);
	ck_assert_ptr_nonnull(strstr(d.msgs[0].text, "install it"));
	diag_release(&d);
}
END_TEST

START_TEST(no_commit_yet)
{
	struct diag d = { 0 };
	struct git *git;

	be_git("echo \"fatal: your current branch 'main' does not have any "
	    "commits yet\" >&2; exit 128");
	git = read_history(0, &d);
	ck_assert_ptr_nonnull(git);
	ck_assert_uint_eq(git_count(git), 0);
	ck_assert_uint_eq(d.n, 0);
	git_free(git);
}
END_TEST

/* Output without end: whole commits of what was read, and git is stopped. */
START_TEST(too_much)
{
	struct diag d = { 0 };
	struct git *git;
	size_t i;

	be_git("printf '/" ID "\\0002026-01-02\\000A\\000\\000one\\000\\na"
	    "\\000/" ID "\\0002026-01-02\\000A\\000\\000two\\000\\n'\n"
	    "while :; do head -c 100000 /dev/zero | tr '\\0' x; "
	    "printf '\\000'; done");
	git = read_history(0, &d);
	ck_assert_ptr_nonnull(git);
	ck_assert_uint_eq(git_count(git), 1);
	ck_assert(!git_is_whole(git));
	git_free(git);
	scratch_remove(AT_FDCWD, "bin");

	be_git("i=0; while [ $i -le 2000 ]; do i=$((i + 1))\n"
	    "printf '/" ID "\\0002026-01-02\\000A\\000\\000one\\000\\na"
	    "\\000'; done");
	git = read_history(0, &d);
	ck_assert_uint_eq(git_count(git), GIT_COMMITS);
	ck_assert(!git_is_whole(git));
	ck_assert_uint_eq(d.n, 0);
	git_free(git);
	scratch_remove(AT_FDCWD, "bin");

	be_git("printf '/" ID "\\0002026-01-02\\000A\\000\\000'\n"
	    "i=0; while [ $i -lt 300 ]; do i=$((i + 1))\n"
	    "printf '\\303\\244'; done; printf '\\000\\na\\000'");
	git = read_history(0, &d);
	ck_assert_uint_eq(strlen(git_commit(git, 0)->subject),
	    2 * GIT_SUBJECT + 3);
	for (i = 0; i < GIT_SUBJECT; i++)
		ck_assert_int_eq(strncmp(git_commit(git, 0)->subject + 2 * i,
		    "\xC3\xA4", 2), 0);
	git_free(git);
}
END_TEST

/* Nonsense ends the reading, and nothing else. */
START_TEST(nonsense)
{
	static const char *const scripts[] = {
		"printf 'x'", "printf 'x\\000y\\000'", "printf '/'",
		"printf '/\\000\\000\\000\\000\\000a\\000'",
		"printf '/" ID "\\0002026-01-02\\000A\\000'",
		"printf '\\000\\000\\000'", ":"
	};
	struct diag d = { 0 };
	struct git *git;
	size_t i;

	for (i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
		be_git(scripts[i]);
		git = read_history(0, &d);
		ck_assert_ptr_nonnull(git);
		ck_assert_uint_eq(git_count(git), 0);
		git_free(git);
		scratch_remove(AT_FDCWD, "bin");
	}
	ck_assert_uint_eq(d.n, 0);
}
END_TEST

static int
has_line(const char *name, const char *line)
{
	char text[256];
	FILE *f;
	int has = 0;

	f = fopen(name, "r");
	ck_assert_ptr_nonnull(f);
	while (!has && fgets(text, sizeof(text), f) != NULL) {
		text[strcspn(text, "\n")] = '\0';
		has = strcmp(text, line) == 0;
	}
	fclose(f);
	return has;
}

/* Nobody's setting and no variable of the caller reaches it. */
START_TEST(arguments_and_environment)
{
	struct diag d = { 0 };
	char script[1024], line[512];

	snprintf(script, sizeof(script), "env > %s/env; printf '%%s\\n' "
	    "\"$@\" > %s/args; readlink /proc/self/fd/0 > %s/in",
	    scratch.name, scratch.name, scratch.name);
	setenv("GIT_DIR", "/elsewhere", 1);
	setenv("GIT_EXTERNAL_DIFF", "rm", 1);
	setenv("HOME", "/home/me", 1);
	be_git(script);
	git_free(read_history(0, &d));
	ck_assert(!has_line("env", "GIT_DIR=/elsewhere"));
	ck_assert(!has_line("env", "GIT_EXTERNAL_DIFF=rm"));
	ck_assert(has_line("env", "HOME=/home/me"));
	ck_assert(has_line("env", "LC_ALL=C"));
	ck_assert(has_line("env", "GIT_ALLOW_PROTOCOL=none"));
	ck_assert(has_line("env", "GIT_TERMINAL_PROMPT=0"));
	snprintf(line, sizeof(line), "GIT_CEILING_DIRECTORIES=%.*s",
	    (int)(strrchr(scratch.name, '/') - scratch.name), scratch.name);
	ck_assert(has_line("env", line));
	ck_assert(has_line("in", "/dev/null"));
	ck_assert(has_line("args", "core.fsmonitor=false"));
	ck_assert(has_line("args", "--no-pager"));
	ck_assert(has_line("args", "--no-show-signature"));
	ck_assert(has_line("args", "--no-ext-diff"));
	ck_assert(has_line("args", "--no-textconv"));
	ck_assert(!has_line("args", "."));
	git_free(read_history(1, &d));
	ck_assert(!has_line("env", line));
	ck_assert(has_line("args", "."));
	ck_assert_uint_eq(d.n, 0);
}
END_TEST

/* It is not waited for where nobody asks. */
START_TEST(given_up)
{
	struct diag d = { 0 };

	be_git("exec sleep 1000");
	git_free(git_start(scratch.name, 0, &d));
	git_free(NULL);
	ck_assert_uint_eq(d.n, 0);
}
END_TEST

START_TEST(own_repository)
{
	int fd;

	fd = open(".", O_RDONLY | O_DIRECTORY);
	ck_assert(!git_has_own(fd));
	ck_assert_int_eq(symlink("elsewhere", ".git"), 0);
	ck_assert(!git_has_own(fd));
	ck_assert_int_eq(unlink(".git"), 0);
	scratch_put(".git", "gitdir: elsewhere\n");
	ck_assert(git_has_own(fd));
	ck_assert_int_eq(unlink(".git"), 0);
	ck_assert_int_eq(mkdir(".git", 0755), 0);
	ck_assert(git_has_own(fd));
	close(fd);
}
END_TEST

Suite	*git_suite(void);

Suite *
git_suite(void)
{
	Suite *s;
	TCase *tc;

	s = suite_create("git");
	tc = tcase_create("git");
	tcase_add_checked_fixture(tc, scratch_enter, scratch_leave);
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, commits_and_paths);
	tcase_add_test(tc, shallow_clone);
	tcase_add_test(tc, what_hinders_it);
	tcase_add_test(tc, no_git);
	tcase_add_test(tc, no_commit_yet);
	tcase_add_test(tc, too_much);
	tcase_add_test(tc, nonsense);
	tcase_add_test(tc, arguments_and_environment);
	tcase_add_test(tc, given_up);
	tcase_add_test(tc, own_repository);
	suite_add_tcase(s, tc);
	return s;
}
