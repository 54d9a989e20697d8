/* Git: the history of a folder, read by one "git log" in the background. */
#include "git.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "path.h"

enum { SAID = 1024 };		/* bytes kept of what git complains of */
enum { ID_LEN = 12 };

struct git {
	pid_t			 pid;		/* 0: no more */
	int			 out;		/* its standard output */
	int			 err;		/* and error */
	int			 cut;		/* a limit was passed */
	int			 shallow;
	struct git_commit	*commits;
	size_t			 n;
};

/* A part begins with a commit's id, which no path can look like: "/". */
#define FORMAT "--format=/%H%x00%as%x00%an%x00%D%x00%s"

/*
 * Each option takes the place of a setting that may stand in the repository
 * or with the user.
 */
static const char *const arguments[] = {
	"--no-pager", "-c", "core.fsmonitor=false", "-c",
	"log.showRoot=true", "log", "-z", FORMAT, "--encoding=UTF-8",
	"--name-only", "--cc", "--relative", "--no-renames", "--no-follow",
	"--no-show-signature", "--no-ext-diff", "--no-textconv",
	"--no-color", "--no-notes", "-O/dev/null",
	"--decorate-refs-exclude=refs/*", "--decorate-refs-exclude=HEAD"
};

/* Of the environment, git gets these, and what follows. */
static const char *const inherited[] = {
	"PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID"
};
static const char *const settings[] = {
	"LC_ALL=C", "TZ=UTC0", "GIT_TERMINAL_PROMPT=0",
	"GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1",
	/* A clone without all objects would fetch them, by any means. */
	"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none"
};

int
git_has_own(int fd)
{
	struct stat st;

	return fstatat(fd, ".git", &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    (S_ISDIR(st.st_mode) || S_ISREG(st.st_mode));
}

static void
make_environment(struct strs *env, const char *dir, int around)
{
	const char *value;
	char *above;
	size_t i;

	for (i = 0; i < sizeof(inherited) / sizeof(*inherited); i++) {
		value = getenv(inherited[i]);
		if (value != NULL)
			strs_take(env, mem_printf("%s=%s", inherited[i],
			    value));
	}
	for (i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		strs_add(env, settings[i]);
	if (around)
		return;
	/* Where .git is none, git may not take the one of a folder above. */
	above = path_dir(dir);
	strs_take(env, mem_printf("GIT_CEILING_DIRECTORIES=%s",
	    above[0] == '\0' ? "/" : above));
	free(above);
}

static void
make_arguments(struct strs *argv, const char *dir, int around)
{
	size_t i;

	strs_add(argv, "git");
	strs_add(argv, "-C");
	strs_add(argv, dir);
	for (i = 0; i < sizeof(arguments) / sizeof(*arguments); i++)
		strs_add(argv, arguments[i]);
	strs_take(argv, mem_printf("--max-count=%d", GIT_COMMITS + 1));
	strs_add(argv, "--");
	if (around)
		strs_add(argv, ".");
}

/* LIST as execve wants it: ended by NULL, which is none of its items. */
static char **
ended(struct strs *list)
{
	list->v = mem_resize(list->v, list->n + 1, sizeof(*list->v));
	list->v[list->n] = NULL;
	return list->v;
}

/* Start it; 0, or what errno would be. */
static int
spawn(struct git *git, const char *dir, int around, int out, int err)
{
	posix_spawn_file_actions_t actions;
	struct strs argv = { 0 }, env = { 0 };
	int error;

	make_arguments(&argv, dir, around);
	make_environment(&env, dir, around);
	error = posix_spawn_file_actions_init(&actions);
	if (error == 0) {
		posix_spawn_file_actions_addopen(&actions, STDIN_FILENO,
		    "/dev/null", O_RDONLY, 0);
		posix_spawn_file_actions_adddup2(&actions, out,
		    STDOUT_FILENO);
		posix_spawn_file_actions_adddup2(&actions, err,
		    STDERR_FILENO);
		error = posix_spawnp(&git->pid, "git", &actions, NULL,
		    ended(&argv), ended(&env));
		posix_spawn_file_actions_destroy(&actions);
	}
	if (error != 0)
		git->pid = 0;
	strs_release(&argv);
	strs_release(&env);
	return error;
}

static void
close_fd(int *fd)
{
	if (*fd != -1)
		close(*fd);
	*fd = -1;
}

static int
cannot_run(int error, struct diag *d)
{
	return diag_add(d, DIAG_HISTORY, NULL, "cannot read the history of "
	    "the folder: git cannot be run: %s; install it, or say "
	    "\"history: none\" in isms.yaml", strerror(error));
}

struct git *
git_start(const char *dir, int around, struct diag *d)
{
	struct git *git;
	int out[2] = { -1, -1 }, err[2] = { -1, -1 }, error;

	git = mem_zalloc(sizeof(*git));
	git->out = git->err = -1;
	if (!around && strchr(dir, ':') != NULL) {
		/* It could not be told where to stop looking. */
		diag_add(d, DIAG_HISTORY, NULL, "cannot read the history of "
		    "a folder with \":\" in its name; say \"history: git\" "
		    "in isms.yaml");
		git_free(git);
		return NULL;
	}
	if (pipe2(out, O_CLOEXEC) == -1 || pipe2(err, O_CLOEXEC) == -1)
		error = errno;
	else
		error = spawn(git, dir, around, out[1], err[1]);
	close_fd(&out[1]);
	close_fd(&err[1]);
	git->out = out[0];
	git->err = err[0];
	if (error == 0)
		return git;
	cannot_run(error, d);
	git_free(git);
	return NULL;
}

/* ---- What git says ---- */

enum { NOT_RUN = 127 };		/* posix_spawn's status of such a child */

static long
seconds(void)
{
	struct timespec now;

	return clock_gettime(CLOCK_MONOTONIC, &now) == -1 ? 0 :
	    (long)now.tv_sec;
}

/* Read once from FD, which is closed at its end; what fits is kept. */
static void
drain(int *fd, struct buf *into, size_t max)
{
	char chunk[65536];
	size_t room;
	ssize_t n;

	n = read(*fd, chunk, sizeof(chunk));
	room = max - into->len;
	if (n > 0)
		buf_add(into, chunk, (size_t)n < room ? (size_t)n : room);
	else if (n == 0 || errno != EINTR)
		close_fd(fd);
}

/* Read both to their ends; -1 where it takes too long. */
static int
read_both(struct git *git, struct buf *out, struct buf *err)
{
	struct pollfd fds[2];
	long end;

	end = seconds() + GIT_SECONDS;
	while ((git->out != -1 || git->err != -1) && !git->cut) {
		fds[0].fd = git->out;
		fds[1].fd = git->err;
		fds[0].events = fds[1].events = POLLIN;
		fds[0].revents = fds[1].revents = 0;
		if (poll(fds, 2, 1000) == -1 && errno != EINTR)
			return -1;
		if (fds[0].revents != 0)
			drain(&git->out, out, GIT_BYTES);
		if (fds[1].revents != 0)
			drain(&git->err, err, SAID);
		git->cut = out->len == GIT_BYTES;
		if (seconds() > end)
			return -1;
	}
	return 0;
}

/* Wait for its end, killing it first where KILLED; its exit status, or -1. */
static int
wait_for(struct git *git, int killed)
{
	pid_t pid;
	int status = -1;

	if (git->pid == 0)
		return -1;
	if (killed)
		kill(git->pid, SIGKILL);
	do
		pid = waitpid(git->pid, &status, 0);
	while (pid == -1 && errno == EINTR);
	git->pid = 0;
	/* Where nobody waits for children, there is no status to be had. */
	if (pid == -1 && errno == ECHILD)
		return 0;
	return pid != -1 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* What git has died of, as SAID has it, without what a terminal obeys. */
static const char *
reason(struct buf *said)
{
	static const char fatal[] = "fatal: ";
	char *text;
	size_t i, len;

	if (said->len == 0)
		return "git has failed";
	text = strstr(said->data, fatal);
	text = text == NULL ? said->data : text + strlen(fatal);
	len = strcspn(text, "\n");
	text[len < 200 ? len : 200] = '\0';
	for (i = 0; text[i] != '\0'; i++)
		if (text[i] < ' ' || text[i] > '~')
			text[i] = '?';
	return text;
}

/* What hinders git: a warning; but for the want of a commit, which is none. */
static int
cannot_read(struct buf *said, struct diag *d)
{
	const char *text;

	text = buf_str(said);
	if (strstr(text, "does not have any commits yet") != NULL)
		return 0;
	if (strstr(text, "dubious ownership") != NULL ||
	    strstr(text, "unsafe repository") != NULL)
		return diag_add(d, DIAG_HISTORY, NULL, "cannot read the "
		    "history of the folder: its repository belongs to "
		    "another user; if you trust it, see safe.directory in "
		    "git-config(1)");
	if (strstr(text, "not a git repository") != NULL)
		return diag_add(d, DIAG_HISTORY, NULL, "cannot read the "
		    "history of the folder: it is in no git repository; "
		    "make one, or say \"history: none\" in isms.yaml");
	return diag_add(d, DIAG_HISTORY, NULL, "cannot read the history of "
	    "the folder: %s; mend that, or say \"history: none\" in "
	    "isms.yaml", reason(said));
}

/* ---- Commits ---- */

/* The next field of what ends at END, without its NUL; NULL at the end. */
static const char *
next_field(const char **s, const char *end)
{
	const char *field, *nul;

	field = *s;
	nul = field >= end ? NULL : memchr(field, '\0',
	    (size_t)(end - field));
	if (nul == NULL)
		return NULL;
	*s = nul + 1;
	return field;
}

/* TEXT, but at most MAX characters of it and a mark; new memory. */
static char *
shortened(const char *text, size_t max)
{
	size_t len, at, one, n;

	len = strlen(text);
	for (at = n = 0; at < len && n < max; n++) {
		one = utf8_len(text + at, len - at, NULL);
		at += one == 0 ? 1 : one;
	}
	if (at == len)
		return mem_strdup(text);
	return mem_printf("%.*s\xE2\x80\xA6", (int)at, text);
}

/* Read the head of a commit, from its id on; -1 where it is cut off. */
static int
read_head(struct git *git, struct git_commit *commit, const char *id,
    const char **s, const char *end)
{
	const char *date, *author, *grafted, *subject;
	struct date day;

	date = next_field(s, end);
	author = next_field(s, end);
	grafted = next_field(s, end);
	subject = next_field(s, end);
	if (subject == NULL || strlen(id) < ID_LEN)
		return -1;
	commit->id = mem_strndup(id, ID_LEN);
	commit->author = shortened(author, GIT_SUBJECT);
	commit->subject = shortened(subject, GIT_SUBJECT);
	if (date_parse(date, &day) == 0)
		date_format(day, commit->date);
	/* Where a shallow clone ends, all files look new. */
	if (strstr(grafted, "grafted") != NULL)
		git->shallow = 1;
	return strstr(grafted, "grafted") != NULL;
}

static void
release_commit(struct git_commit *commit)
{
	free(commit->id);
	free(commit->author);
	free(commit->subject);
	strs_release(&commit->paths);
	memset(commit, 0, sizeof(*commit));
}

/*
 * The commit that begins at *S, with its paths; one without paths is of no
 * use.  0, or -1 at the end.
 */
static int
read_commit(struct git *git, const char **s, const char *end)
{
	struct git_commit commit = { 0 };
	const char *field, *next;
	int boundary;

	field = next_field(s, end);
	if (field == NULL || field[0] != '/')
		return -1;
	boundary = read_head(git, &commit, field + 1, s, end);
	for (next = *s; boundary != -1; *s = next) {
		field = next_field(&next, end);
		if (field == NULL || field[0] == '/')
			break;
		field += field[0] == '\n';
		if (field[0] != '\0' && boundary == 0)
			strs_add(&commit.paths, field);
	}
	/* Where git was stopped, the last one may lack paths. */
	if (boundary != 0 || commit.paths.n == 0 ||
	    (field == NULL && git->cut)) {
		release_commit(&commit);
		return boundary == -1 ? -1 : 0;
	}
	strs_sort(&commit.paths);
	if ((git->n & (git->n - 1)) == 0)
		git->commits = mem_resize(git->commits, git->n == 0 ? 1 :
		    git->n * 2, sizeof(*git->commits));
	git->commits[git->n++] = commit;
	return 0;
}

static void
read_commits(struct git *git, const struct buf *out)
{
	const char *s, *end;
	size_t n = 0;

	s = buf_str(out);
	end = s + out->len;
	while (n < GIT_COMMITS && read_commit(git, &s, end) == 0)
		n++;
	if (n == GIT_COMMITS && s < end)
		git->cut = 1;
}

int
git_read(struct git *git, struct diag *d)
{
	struct buf out = { 0 }, err = { 0 };
	int rc, status;

	rc = read_both(git, &out, &err);
	status = wait_for(git, rc == -1 || git->cut);
	if (rc == -1)
		diag_add(d, DIAG_HISTORY, NULL, "cannot read the history of "
		    "the folder: git has not finished in %d seconds; say "
		    "\"history: none\" in isms.yaml", GIT_SECONDS);
	else if (status == NOT_RUN && out.len == 0 && err.len == 0)
		rc = cannot_run(ENOENT, d);
	else if (!git->cut && (status != 0 || (out.len == 0 && err.len > 0)))
		rc = cannot_read(&err, d);
	else
		read_commits(git, &out);
	if (git->shallow)
		diag_add(d, DIAG_HISTORY, NULL, "the history of the folder "
		    "is cut off: the repository is a shallow clone; get the "
		    "whole with \"git fetch --unshallow\"");
	buf_release(&out);
	buf_release(&err);
	return rc;
}

size_t
git_count(const struct git *git)
{
	return git->n;
}

const struct git_commit *
git_commit(const struct git *git, size_t index)
{
	return &git->commits[index];
}

int
git_is_whole(const struct git *git)
{
	return !git->cut && !git->shallow;
}

void
git_free(struct git *git)
{
	size_t i;

	if (git == NULL)
		return;
	wait_for(git, 1);
	close_fd(&git->out);
	close_fd(&git->err);
	for (i = 0; i < git->n; i++)
		release_commit(&git->commits[i]);
	free(git->commits);
	free(git);
}
