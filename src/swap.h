/* The few system calls that only Linux has, each with a fallback. */
#ifndef ISMSDOC_SWAP_H
#define ISMSDOC_SWAP_H

/*
 * Nothing here adds a message: errno says why.  On another system, or when
 * compiled with SWAP_PORTABLE, every function still works as it says.
 */

/*
 * Exchange the files or folders A and B in the folder FD, so that at every
 * moment both names are there.  Returns 0; or -1 with errno, and nothing has
 * changed.  See swap_is_refusal.
 */
int	 swap_exchange(int fd, const char *a, const char *b);

/*
 * Does the errno ERROR of swap_exchange mean that this system, file system
 * or folder cannot do it at all, rather than that something went wrong?
 */
int	 swap_is_refusal(int error);

/*
 * Bring everything written to the file system of FD onto the disk.  Returns
 * 0, or -1 with errno where some of it was lost.
 */
int	 swap_sync(int fd);

/*
 * Is the folder NAME in the folder FD one that another file system, or
 * another part of this one, is mounted at?  It can then not be renamed.
 */
int	 swap_is_mount(int fd, const char *name);

/*
 * Open PATH below the folder FD with FLAGS of open(2), where no ".." and no
 * link leads out of that folder on the way.  The descriptor; or -1 with
 * errno: EXDEV where something does lead out or a link is absolute, ENOSYS
 * where this system cannot tell.
 */
int	 swap_open_beneath(int fd, const char *path, int flags);

/*
 * Is there something at PATH, and does nothing on the way to it lead out of
 * the folder FD?  0 also where this system cannot tell.
 */
int	 swap_is_beneath(int fd, const char *path);

#endif
