/* Tests of publishing where something fails, is refused or is killed. */
#include "settle.h"

#include <sys/wait.h>

#include <errno.h>
#include <signal.h>

#ifdef __linux__
#include <sched.h>
#include <sys/mount.h>
#endif

#include "mem.h"
#include "outtree.h"

/* What a new run must find and leave, whatever happened before. */
static void
next_run_is_clean(void)
{
	outtree_make("out", outtree_new);
	ck_assert(outtree_is("out", outtree_new));
	outtree_names(".", "out");
}

/* ---- System calls that fail ---- */

static const char *const calls[] = {
	"open", "openat", "read", "write", "close", "renameat", "renameat2",
	"linkat", "unlinkat", "mkdirat", "flock", "syncfs"
};

/*
 * Build over the old output with the rule CALL:NTH:ACTION; 0 when there was
 * no such call any more.  OUT must be wholly old or wholly new.
 */
static int
fails_well(const char *call, long nth, const char *action)
{
	struct diag d = { 0 };
	char rule[64];
	int rc, reached;

	outtree_make("out", outtree_old);
	snprintf(rule, sizeof(rule), "%s:%ld:%s", call, nth, action);
	inject_set(rule);
	rc = outtree_build("out", outtree_new, &d, NULL);
	reached = inject_count(call) >= nth;
	inject_set(NULL);
	ck_assert_msg(rc == 0 || d.nfatal + d.nerrors > 0,
	    "%s fails in silence", rule);
	ck_assert_msg(rc == 0 || outtree_is("out", outtree_old),
	    "%s: failed, and the old output is broken", rule);
	ck_assert_msg(rc == -1 || outtree_is("out", outtree_new),
	    "%s: done, and the new output is broken", rule);
	diag_release(&d);
	next_run_is_clean();
	return reached;
}

START_TEST(failing_calls)
{
	long nth;

	if (inject_set == NULL)
		return;
	for (nth = 1; fails_well(calls[_i], nth, "EIO"); nth++)
		ck_assert_int_lt(nth, 500);
	for (nth = 1; fails_well(calls[_i], nth, "EACCES"); nth++)
		ck_assert_int_lt(nth, 500);
}
END_TEST

START_TEST(interrupted_and_short)
{
	long nth;

	if (inject_set == NULL)
		return;
	for (nth = 1; fails_well("write", nth, "SHORT"); nth++)
		;
	for (nth = 1; fails_well("read", nth, "SHORT"); nth++)
		;
	for (nth = 1; fails_well("write", nth, "EINTR"); nth++)
		;
	for (nth = 1; fails_well("read", nth, "EINTR"); nth++)
		;
}
END_TEST

START_TEST(full_disk)
{
	struct diag d = { 0 };

	if (inject_set == NULL)
		return;
	outtree_make("out", outtree_old);
	inject_set("write:2+:ENOSPC");
	ck_assert_int_eq(outtree_build("out", outtree_new, &d, NULL), -1);
	inject_set(NULL);
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_int_eq(d.msgs[0].code, DIAG_SYSTEM);
	ck_assert_str_eq(d.msgs[0].text, "cannot write "
	    "\"html/controls/z.html\" in \"out\": No space left on device; "
	    "the former output is unchanged");
	ck_assert(outtree_is("out", outtree_old));
	outtree_names(".", "out");
	diag_release(&d);
}
END_TEST

/* ---- Kills ---- */

/* Build FILES in a process of its own under RULE; 1 if it was killed. */
static int
is_killed(const char *rule, const struct file *files)
{
	struct diag d = { 0 };
	int rc, status;
	pid_t pid;

	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid == 0) {
		inject_set(rule);
		rc = outtree_build("out", files, &d, NULL);
		diag_release(&d);
		_exit(rc == 0 ? 0 : 1);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	if (WIFSIGNALED(status)) {
		ck_assert_int_eq(WTERMSIG(status), SIGKILL);
		return 1;
	}
	ck_assert_msg(WEXITSTATUS(status) == 0, "failed under %s", rule);
	return 0;
}

START_TEST(killed_at_any_call)
{
	char rule[64];
	long nth;
	int killed = 1;

	if (inject_set == NULL)
		return;
	for (nth = 1; killed; nth++) {
		ck_assert_int_lt(nth, 500);
		outtree_make("out", outtree_old);
		snprintf(rule, sizeof(rule), "%s:%ld:KILL", calls[_i], nth);
		killed = is_killed(rule, outtree_new);
		ck_assert_msg(outtree_is("out", outtree_old) ||
		    outtree_is("out", outtree_new), "%s", rule);
		next_run_is_clean();
	}
}
END_TEST

/* A child that gives N files and then kills itself. */
START_TEST(killed_between_files)
{
	static struct publish *p;	/* reachable when it is killed */
	struct diag d = { 0 };
	pid_t pid;
	int i, status;

	outtree_make("out", outtree_old);
	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid == 0) {
		p = publish_open("out", &d);
		for (i = 0; p != NULL && i < _i; i++)
			publish_add(p, outtree_new[i].path,
			    outtree_new[i].text,
			    strlen(outtree_new[i].text));
		raise(SIGKILL);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFSIGNALED(status));
	ck_assert(outtree_is("out", outtree_old));
	next_run_is_clean();
}
END_TEST

/* ---- No exchange ---- */

static const char *const refusals[] = {
	"EINVAL", "ENOSYS", "EXDEV", "EBUSY"
};

START_TEST(exchange_refused)
{
	struct publish_counts counts = { 0 };
	struct stat kept, now;
	struct diag d = { 0 };
	char rule[64];

	if (inject_set == NULL)
		return;
	outtree_make("out", outtree_old);
	mkdir("out/.ismsdoc", 0777);
	kept = outtree_stat("out/html/index.html");
	snprintf(rule, sizeof(rule), "renameat2:1+:%s", refusals[_i]);
	inject_set(rule);
	ck_assert_int_eq(outtree_build("out", outtree_new, &d, &counts), 0);
	inject_set(NULL);
	ck_assert(outtree_is("out", outtree_new));
	ck_assert_int_eq((int)d.n, 1);
	ck_assert_int_eq(d.msgs[0].code, DIAG_OUT_EXCHANGE);
	ck_assert_uint_eq(counts.written, 3);
	ck_assert_uint_eq(counts.unchanged, 3);
	ck_assert_uint_eq(counts.removed, 1);
	now = outtree_stat("out/html/index.html");
	ck_assert(now.st_ino == kept.st_ino);
	ck_assert_int_eq((int)now.st_nlink, 1);
	outtree_names("out/html", "a.html controls index.html");
	outtree_names("out", ".ismsdoc SHA256SUMS csv docbook html");
	outtree_names(".", "out");
	diag_release(&d);
}
END_TEST

/* A file where a folder was, and so on, has to go the slow way as well. */
START_TEST(refused_in_the_way)
{
	static const struct file first[] = {
		{ "html/a", "file" }, { "html/b/c/d", "x" },
		{ "html/b/e", "x" }, { NULL, NULL }
	};
	static const struct file second[] = {
		{ "html/a/d/e", "x" }, { "html/b", "file" }, { NULL, NULL }
	};
	struct diag d = { 0 };

	if (inject_set == NULL)
		return;
	outtree_make("out", first);
	inject_set("renameat2:1+:EINVAL");
	ck_assert_int_eq(outtree_build("out", second, &d, NULL), 0);
	ck_assert(outtree_is("out", second));
	ck_assert_int_eq(outtree_build("out", first, &d, NULL), 0);
	ck_assert(outtree_is("out", first));
	inject_set(NULL);
	outtree_names(".", "out");
	diag_release(&d);
}
END_TEST

/* Killed while files are moved: the next run ends what was begun. */
START_TEST(refused_and_killed)
{
	char rule[64];
	long nth;
	int killed = 1;

	if (inject_set == NULL)
		return;
	for (nth = 1; killed; nth++) {
		ck_assert_int_lt(nth, 500);
		outtree_make("out", outtree_old);
		snprintf(rule, sizeof(rule), "renameat2:1+:EINVAL,%s:%ld:KILL",
		    calls[_i], nth);
		killed = strcmp(calls[_i], "renameat2") != 0 &&
		    is_killed(rule, outtree_new);
		/* Whatever the next build holds, it begins from a whole OUT. */
		if (nth % 2 == 0)
			next_run_is_clean();
		outtree_make("out", outtree_old);
		ck_assert(outtree_is("out", outtree_old));
		outtree_names(".", "out");
	}
}
END_TEST

/* Failing while files are moved: said so, and the next run ends it. */
START_TEST(refused_and_failing)
{
	struct diag d = { 0 };
	char rule[64];
	long nth;
	int rc = -1, reached = 1;

	if (inject_set == NULL)
		return;
	for (nth = 1; reached; nth++) {
		ck_assert_int_lt(nth, 500);
		outtree_make("out", outtree_old);
		snprintf(rule, sizeof(rule), "renameat2:1+:EINVAL,%s:%ld:EIO",
		    calls[_i], nth);
		inject_set(rule);
		rc = outtree_build("out", outtree_new, &d, NULL);
		reached = strcmp(calls[_i], "renameat2") != 0 &&
		    inject_count(calls[_i]) >= nth;
		inject_set(NULL);
		ck_assert_msg(rc == 0 || d.nfatal + d.nerrors > 0, "%s",
		    rule);
		ck_assert_msg(outtree_is("out", rc == 0 ? outtree_new :
		    outtree_old) || strstr(d.msgs[d.n - 1].text,
		    "half written") != NULL, "%s", rule);
		diag_release(&d);
		next_run_is_clean();
	}
}
END_TEST

/* The output was thrown away after a kill: then nothing is to be ended. */
START_TEST(left_over_without_out)
{
	outtree_make(".out.ismsdoc-moving", outtree_old);
	outtree_make("out", outtree_new);
	ck_assert(outtree_is("out", outtree_new));
	outtree_names(".", "out");
	/* One that has lost its list has nothing to give any more. */
	mkdir(".out.ismsdoc-moving", 0777);
	scratch_put(".out.ismsdoc-moving/x", "x");
	next_run_is_clean();
}
END_TEST

/* The user's own file in a half written output still stops the build. */
START_TEST(left_over_and_foreign)
{
	struct diag d = { 0 };

	outtree_make("out", outtree_old);
	outtree_make(".out.ismsdoc-moving", outtree_new);
	scratch_put("out/html/mine", "mine");
	ck_assert_int_eq(outtree_build("out", outtree_new, &d, NULL), -1);
	ck_assert_int_eq(scratch_said(&d, DIAG_OUT_FOREIGN), 1);
	ck_assert_int_eq(unlink("out/html/mine"), 0);
	ck_assert(outtree_is("out", outtree_old));
	outtree_make("out", outtree_old);
	outtree_names(".", "out");
	diag_release(&d);
}
END_TEST

/* ---- No links ---- */

static const char *const link_errors[] = { "EPERM", "EXDEV", "EMLINK" };

START_TEST(links_refused)
{
	struct stat kept, now;
	char rule[64];

	if (inject_set == NULL)
		return;
	outtree_make("out", outtree_old);
	kept = outtree_stat("out/html/index.html");
	snprintf(rule, sizeof(rule), "linkat:1+:%s", link_errors[_i]);
	inject_set(rule);
	outtree_make("out", outtree_new);
	inject_set(NULL);
	ck_assert(outtree_is("out", outtree_new));
	now = outtree_stat("out/html/index.html");
	ck_assert(now.st_ino != kept.st_ino);
	ck_assert(now.st_mtim.tv_sec == kept.st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == kept.st_mtim.tv_nsec);
	outtree_names(".", "out");
}
END_TEST

/* ---- A folder above that cannot be written ---- */

/* Run TEST as somebody without special rights; 0 when all was well. */
static int
as_nobody(int (*test)(struct diag *))
{
	struct diag d = { 0 };
	int rc, status;
	pid_t pid;

	if (geteuid() == 0)
		ck_assert_int_eq(chown(".", 65534, 65534), 0);
	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid == 0) {
		if (geteuid() == 0 && (setgid(65534) == -1 ||
		    setuid(65534) == -1))
			_exit(99);
		rc = test(&d);
		diag_release(&d);
		_exit(rc);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
above_is_closed(struct diag *d)
{

	mkdir("ro", 0777);
	if (outtree_build("ro/out", outtree_old, d, NULL) == -1)
		return 1;
	if (chmod("ro", 0555) == -1)
		return 2;
	if (outtree_build("ro/out", outtree_new, d, NULL) == -1)
		return 3;
	if (d->n != 1 || d->msgs[0].code != DIAG_OUT_EXCHANGE ||
	    strstr(d->msgs[0].text, "cannot be written") == NULL)
		return 4;
	if (!outtree_is("ro/out", outtree_new) ||
	    scratch_has("ro/out/.ismsdoc"))
		return 5;
	/* Where nothing changes, nothing is to be said. */
	if (outtree_build("ro/out", outtree_new, d, NULL) == -1 || d->n != 1)
		return 6;
	if (outtree_build("ro/new", outtree_new, d, NULL) == 0 || d->n != 2)
		return 7;
	if (strcmp(d->msgs[1].text,
	    "cannot make \"ro/new\": Permission denied") != 0)
		return 8;
	if (outtree_build("ro/x/new", outtree_new, d, NULL) == 0)
		return 9;
	if (chmod("ro/out", 0555) == -1 ||
	    outtree_build("ro/out", outtree_old, d, NULL) == 0 ||
	    d->nfatal != 3)
		return 10;
	return outtree_is("ro/out", outtree_new) ? 0 : 11;
}

START_TEST(closed_above)
{
	ck_assert_int_eq(as_nobody(above_is_closed), 0);
	outtree_names("ro", "out");
}
END_TEST

/* A former output that was made read-only is replaced all the same. */
static int
is_read_only(struct diag *d)
{
	if (outtree_build("out", outtree_old, d, NULL) == -1 ||
	    chmod("out/html/gone", 0500) == -1 ||
	    chmod("out/html", 0500) == -1)
		return 1;
	if (outtree_build("out", outtree_new, d, NULL) == -1 || d->n != 0)
		return 2;
	return outtree_is("out", outtree_new) ? 0 : 3;
}

START_TEST(read_only_inside)
{
	ck_assert_int_eq(as_nobody(is_read_only), 0);
	outtree_names(".", "out");
}
END_TEST

/* With the folder above closed, OUT's own lock keeps a second run out. */
static int
closed_and_locked(struct diag *d)
{
	struct publish *p;

	mkdir("ro", 0777);
	if (outtree_build("ro/out", outtree_old, d, NULL) == -1)
		return 1;
	p = publish_open("ro/out", d);
	if (p == NULL || chmod("ro", 0555) == -1)
		return 2;
	if (publish_open("ro/out", d) != NULL ||
	    scratch_said(d, DIAG_OUT_LOCKED) != 1)
		return 3;
	publish_free(p);
	p = publish_open("ro/out", d);
	if (p == NULL || publish_open("ro/out", d) != NULL)
		return 4;
	publish_free(p);
	return outtree_is("ro/out", outtree_old) ? 0 : 5;
}

START_TEST(closed_lock)
{
	ck_assert_int_eq(as_nobody(closed_and_locked), 0);
}
END_TEST

/* ---- Something mounted at OUT ---- */

#ifdef __linux__
static const char *const mounts[] = { "tmpfs", "bind" };

/* In a mount namespace of its own: build into OUT, a mount of the KIND. */
static int
at_mount(const char *kind, struct diag *d)
{
	int rc;

	if (unshare(geteuid() == 0 ? CLONE_NEWNS :
	    CLONE_NEWUSER | CLONE_NEWNS) == -1 ||
	    mount("none", "/", "", MS_REC | MS_PRIVATE, NULL) == -1)
		return 77;
	mkdir("out", 0777);
	mkdir("store", 0777);
	rc = strcmp(kind, "tmpfs") == 0 ?
	    mount("tmpfs", "out", "tmpfs", 0, "size=1m") :
	    mount("store", "out", "", MS_BIND, NULL);
	if (rc == -1)
		return 77;
	if (outtree_build("out", outtree_old, d, NULL) == -1 || d->n != 1)
		return 1;
	if (d->msgs[0].code != DIAG_OUT_EXCHANGE ||
	    strstr(d->msgs[0].text, "mounted") == NULL)
		return 2;
	if (outtree_build("out", outtree_new, d, NULL) == -1 ||
	    !outtree_is("out", outtree_new))
		return 3;
	if (inject_set != NULL) {
		is_killed("renameat:4:KILL", outtree_old);
		if (outtree_is("out", outtree_old) ||
		    outtree_is("out", outtree_new))
			return 4;
	}
	if (outtree_build("out", outtree_old, d, NULL) == -1 ||
	    !outtree_is("out", outtree_old))
		return 5;
	return scratch_has("out/.ismsdoc/x") ? 6 : 0;
}

START_TEST(mounted)
{
	struct diag d = { 0 };
	int rc, status;
	pid_t pid;

	pid = fork();
	ck_assert_int_ne(pid, -1);
	if (pid == 0) {
		rc = at_mount(mounts[_i], &d);
		diag_release(&d);
		_exit(rc);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		return;		/* not allowed here */
	ck_assert_int_eq(WEXITSTATUS(status), 0);
	outtree_names(".", "out store");
}
END_TEST
#endif

#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))

Suite	*settle_suite(void);

Suite *
settle_suite(void)
{
	Suite *suite;
	TCase *tcase;

	suite = suite_create("settle");
	tcase = tcase_create("settle");
	tcase_set_timeout(tcase, 600);
	tcase_add_checked_fixture(tcase, scratch_enter, scratch_leave);
	tcase_add_loop_test(tcase, failing_calls, 0, COUNT(calls));
	tcase_add_test(tcase, interrupted_and_short);
	tcase_add_test(tcase, full_disk);
	tcase_add_loop_test(tcase, killed_at_any_call, 0, COUNT(calls));
	tcase_add_loop_test(tcase, killed_between_files, 0, 7);
	tcase_add_loop_test(tcase, exchange_refused, 0, COUNT(refusals));
	tcase_add_test(tcase, refused_in_the_way);
	tcase_add_loop_test(tcase, refused_and_killed, 0, COUNT(calls));
	tcase_add_loop_test(tcase, refused_and_failing, 0, COUNT(calls));
	tcase_add_test(tcase, left_over_without_out);
	tcase_add_test(tcase, left_over_and_foreign);
	tcase_add_loop_test(tcase, links_refused, 0, COUNT(link_errors));
	tcase_add_test(tcase, closed_above);
	tcase_add_test(tcase, read_only_inside);
	tcase_add_test(tcase, closed_lock);
#ifdef __linux__
	tcase_add_loop_test(tcase, mounted, 0, COUNT(mounts));
#endif
	suite_add_tcase(suite, tcase);
	return suite;
}
