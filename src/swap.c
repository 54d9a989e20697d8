/* The few system calls that only Linux has, each with a fallback. */
#include "swap.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__linux__) && !defined(SWAP_PORTABLE)
#define SWAP_LINUX 1
#else
#define SWAP_LINUX 0
#endif

#if SWAP_LINUX
#include <sys/syscall.h>
#endif
#if SWAP_LINUX && defined(SYS_openat2) && !defined(SWAP_NO_OPENAT2)
#define SWAP_OPENAT2 1
#include <linux/openat2.h>
#else
#define SWAP_OPENAT2 0
#endif

int
swap_exchange(int fd, const char *a, const char *b)
{
#if SWAP_LINUX && defined(RENAME_EXCHANGE)
	return renameat2(fd, a, fd, b, RENAME_EXCHANGE);
#else
	(void)fd;
	(void)a;
	(void)b;
	errno = ENOSYS;
	return -1;
#endif
}

int
swap_is_refusal(int error)
{
	return error == EINVAL || error == ENOSYS || error == EXDEV ||
	    error == EBUSY || error == EOPNOTSUPP;
}

int
swap_sync(int fd)
{
	int rc;

#if SWAP_LINUX
	rc = syncfs(fd);
#else
	rc = fsync(fd);
	if (rc == -1 && (errno == EINVAL || errno == EBADF))
		rc = 0;		/* folders cannot be synced everywhere */
	sync();
#endif
	return rc;
}

int
swap_is_mount(int fd, const char *name)
{
	struct stat inside, outside;

#if SWAP_LINUX && defined(STATX_ATTR_MOUNT_ROOT)
	struct statx stx;

	if (statx(fd, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT,
	    STATX_TYPE, &stx) == 0 &&
	    (stx.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT))
		return (stx.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#endif
	return fstatat(fd, name, &inside, AT_SYMLINK_NOFOLLOW) == 0 &&
	    fstat(fd, &outside) == 0 && inside.st_dev != outside.st_dev;
}

int
swap_open_beneath(int fd, const char *path, int flags)
{
#if SWAP_OPENAT2
	struct open_how how = { 0 };
	int opened;

	how.flags = (unsigned long long)flags;
	how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
	do
		opened = (int)syscall(SYS_openat2, fd, path, &how,
		    sizeof(how));
	while (opened == -1 && errno == EINTR);
	if (opened == -1 && (errno == EPERM || errno == E2BIG ||
	    errno == EAGAIN))
		errno = ENOSYS;
	return opened;
#else
	(void)fd;
	(void)path;
	(void)flags;
	errno = ENOSYS;
	return -1;
#endif
}

int
swap_is_beneath(int fd, const char *path)
{
#if SWAP_OPENAT2
	int opened;

	opened = swap_open_beneath(fd, path, O_PATH | O_CLOEXEC);
	if (opened != -1)
		close(opened);
	return opened != -1;
#else
	(void)fd;
	(void)path;
	return 0;
#endif
}
