/* Makes chosen system calls fail, to test what the program does then. */

/*
 * As a library:   cc -shared -fPIC -D_GNU_SOURCE -o inject.so tests/inject.c
 *                 INJECT=write:3:ENOSPC LD_PRELOAD=./inject.so ismsdoc ...
 * In a program:   link inject.c and call inject_set("write:3:ENOSPC").
 *
 * A rule is CALL:N:ACTION, rules are joined by commas.  The Nth call of CALL
 * (from 1; "N+" that one and all later) is not made: it returns -1 with the
 * errno ACTION, or the process is killed (KILL), or it is made for half of
 * the bytes (SHORT; read and write).  read, write and close of the first
 * three descriptors do not count.  What stdio writes does not pass here: use
 * /dev/full for that.
 */
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RULES = 8, MAKE_IT = 0, FAIL_IT = 1, HALVE_IT = 2 };

struct rule {
	char	call[16];
	long	nth;
	int	onwards;
	char	action[16];
	long	count;
};

static struct rule rules[RULES];
static int nrules = -1;		/* -1: the environment was not read yet */

static const struct {
	const char	*name;
	int		 number;
} errors[] = {
	{ "EACCES", EACCES }, { "EBUSY", EBUSY }, { "EDQUOT", EDQUOT },
	{ "EEXIST", EEXIST }, { "EFBIG", EFBIG }, { "EINTR", EINTR },
	{ "EINVAL", EINVAL }, { "EIO", EIO }, { "EMFILE", EMFILE },
	{ "EMLINK", EMLINK }, { "ENOENT", ENOENT }, { "ENOLCK", ENOLCK },
	{ "ENOSPC", ENOSPC }, { "ENOSYS", ENOSYS }, { "EPERM", EPERM },
	{ "EROFS", EROFS }, { "EXDEV", EXDEV }
};

void	inject_set(const char *);
long	inject_count(const char *);

/* Take SPEC in place of all earlier rules; NULL or "": none. */
void
inject_set(const char *spec)
{
	struct rule *rule;
	int len;

	memset(rules, 0, sizeof(rules));
	nrules = 0;
	while (spec != NULL && *spec != '\0' && nrules < RULES) {
		rule = &rules[nrules];
		len = 0;
		if (sscanf(spec, "%15[^:]:%ld%n", rule->call, &rule->nth,
		    &len) != 2)
			break;
		spec += len;
		rule->onwards = *spec == '+';
		spec += rule->onwards;
		len = 0;
		if (sscanf(spec, ":%15[^,]%n", rule->action, &len) != 1)
			break;
		spec += len;
		spec += *spec == ',';
		nrules++;
	}
}

/* How often CALL was called since inject_set named it in a rule. */
long
inject_count(const char *call)
{
	int i;

	for (i = 0; i < nrules; i++)
		if (strcmp(rules[i].call, call) == 0)
			return rules[i].count;
	return 0;
}

static int
act(const char *action)
{
	size_t i;

	if (strcmp(action, "KILL") == 0)
		raise(SIGKILL);
	if (strcmp(action, "SHORT") == 0)
		return HALVE_IT;
	errno = EIO;
	for (i = 0; i < sizeof(errors) / sizeof(*errors); i++)
		if (strcmp(action, errors[i].name) == 0)
			errno = errors[i].number;
	return FAIL_IT;
}

/* What is to become of this call of CALL? */
static int
verdict(const char *call)
{
	struct rule *rule;
	int i, found = MAKE_IT;

	if (nrules == -1)
		inject_set(getenv("INJECT"));
	for (i = 0; i < nrules; i++) {
		rule = &rules[i];
		if (strcmp(rule->call, call) != 0)
			continue;
		rule->count++;
		if (found == MAKE_IT && (rule->count == rule->nth ||
		    (rule->onwards && rule->count > rule->nth)))
			found = act(rule->action);
	}
	return found;
}

/* The next definition of the function that is being replaced. */
#define NEXT(name) \
	static __typeof__(&name) next; \
	if (next == NULL) \
		*(void **)&next = dlsym(RTLD_NEXT, #name)

#define PLAIN(type, name, params, args) \
type \
name params \
{ \
	NEXT(name); \
	return verdict(#name) == FAIL_IT ? -1 : next args; \
}

#define BYTES(type, name, params, fd, half, args) \
type \
name params \
{ \
	int found; \
\
	NEXT(name); \
	found = fd > 2 ? verdict(#name) : MAKE_IT; \
	if (found == FAIL_IT) \
		return -1; \
	if (found == HALVE_IT && n > 1) \
		half; \
	return next args; \
}

#define OPEN(name, params, last, args) \
int \
name params \
{ \
	va_list ap; \
	mode_t mode = 0; \
\
	NEXT(name); \
	va_start(ap, last); \
	if (last & (O_CREAT | __O_TMPFILE)) \
		mode = va_arg(ap, mode_t); \
	va_end(ap); \
	return verdict(#name) == FAIL_IT ? -1 : next args; \
}

OPEN(open, (const char *path, int flags, ...), flags, (path, flags, mode))
OPEN(openat, (int fd, const char *path, int flags, ...), flags,
    (fd, path, flags, mode))
BYTES(ssize_t, read, (int fd, void *data, size_t n), fd, n /= 2,
    (fd, data, n))
BYTES(ssize_t, write, (int fd, const void *data, size_t n), fd, n /= 2,
    (fd, data, n))

int
close(int fd)
{
	int found;

	NEXT(close);
	found = fd > 2 ? verdict("close") : MAKE_IT;
	if (found != FAIL_IT)
		return next(fd);
	found = errno;
	next(fd);		/* a failing close closes all the same */
	errno = found;
	return -1;
}

PLAIN(int, rename, (const char *a, const char *b), (a, b))
PLAIN(int, renameat, (int fd, const char *a, int to, const char *b),
    (fd, a, to, b))
PLAIN(int, renameat2, (int fd, const char *a, int to, const char *b,
    unsigned flags), (fd, a, to, b, flags))
PLAIN(int, linkat, (int fd, const char *a, int to, const char *b, int flags),
    (fd, a, to, b, flags))
PLAIN(int, unlinkat, (int fd, const char *path, int flags),
    (fd, path, flags))
PLAIN(int, mkdirat, (int fd, const char *path, mode_t mode),
    (fd, path, mode))
PLAIN(int, flock, (int fd, int operation), (fd, operation))
PLAIN(int, syncfs, (int fd), (fd))
PLAIN(int, fsync, (int fd), (fd))
