/* SHA-256 in hexadecimal: of memory, of a stream, of a file. */
#ifndef ISMSDOC_SHA_H
#define ISMSDOC_SHA_H

#include <stddef.h>

#include "diag.h"
#include "path.h"

/*
 * A digest is always handed out as 64 lower-case hexadecimal digits and a
 * NUL, in an array of SHA_HEX bytes that the caller owns.
 */
enum { SHA_HEX = 65 };

/* The digest of LEN bytes at DATA. */
void	 sha_hex(const void *data, size_t len, char hex[SHA_HEX]);

/* Is S exactly 64 lower-case hexadecimal digits and a NUL? */
int	 sha_is_hex(const char *s);

/*
 * Piece by piece: sha_add any number of times, then sha_end, after which
 * the struct is ready for another digest.
 */
struct sha;

struct sha	*sha_new(void);
void	 sha_add(struct sha *sha, const void *data, size_t len);
void	 sha_end(struct sha *sha, char hex[SHA_HEX]);
void	 sha_free(struct sha *sha);	/* accepts NULL */

/*
 * The digest of what can be read from FD, from where it stands to the end,
 * in constant memory.  Returns 0; or -1 with errno, without a message.
 */
int	 sha_fd(int fd, char hex[SHA_HEX]);

/*
 * The digest of the regular file of any size at the source path PATH, which
 * must lie inside its root.  Returns 0; or -1 with a message, put at WHERE
 * if that is not NULL, else at the file.
 */
int	 sha_file(const struct roots *roots, const char *path,
	    char hex[SHA_HEX], const struct place *where, struct diag *d);

#endif
