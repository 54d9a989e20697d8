/* SHA-256 in hexadecimal: of memory, of a stream, of a file. */
#include "sha.h"

#include <nettle/sha2.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"

struct sha {
	struct sha256_ctx	 ctx;
};

/* The digest of CTX, which is ready again. */
static void
finish(struct sha256_ctx *ctx, char hex[SHA_HEX])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];
	size_t i;

	sha256_digest(ctx, sizeof(digest), digest);
	for (i = 0; i < sizeof(digest); i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 0xF];
	}
	hex[2 * i] = '\0';
}

void
sha_hex(const void *data, size_t len, char hex[SHA_HEX])
{
	struct sha256_ctx ctx;

	sha256_init(&ctx);
	if (len > 0)
		sha256_update(&ctx, len, data);
	finish(&ctx, hex);
}

int
sha_is_hex(const char *s)
{
	return strspn(s, "0123456789abcdef") == SHA_HEX - 1 &&
	    s[SHA_HEX - 1] == '\0';
}

struct sha *
sha_new(void)
{
	struct sha *sha;

	sha = mem_zalloc(sizeof(*sha));
	sha256_init(&sha->ctx);
	return sha;
}

void
sha_add(struct sha *sha, const void *data, size_t len)
{
	if (len > 0)
		sha256_update(&sha->ctx, len, data);
}

void
sha_end(struct sha *sha, char hex[SHA_HEX])
{
	finish(&sha->ctx, hex);
}

void
sha_free(struct sha *sha)
{
	free(sha);
}

int
sha_fd(int fd, char hex[SHA_HEX])
{
	struct sha256_ctx ctx;
	uint8_t chunk[65536];
	ssize_t n;

	sha256_init(&ctx);
	for (;;) {
		n = read(fd, chunk, sizeof(chunk));
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		if (n == 0)
			break;
		sha256_update(&ctx, (size_t)n, chunk);
	}
	finish(&ctx, hex);
	return 0;
}

/* Say why PATH, whose file name is NAME, is no regular file of ours. */
static int
no_file(const char *name, const char *path, const struct place *at,
    struct diag *d)
{
	if (access(name, F_OK) == -1)
		return diag_add(d, DIAG_FILE_MISSING, at,
		    "cannot read \"%s\": %s", path, strerror(errno));
	return diag_add(d, DIAG_FILE_KIND, at,
	    "cannot read \"%s\": not a regular file inside the folder", path);
}

int
sha_file(const struct roots *roots, const char *path, char hex[SHA_HEX],
    const struct place *where, struct diag *d)
{
	struct place self = { 0 };
	const struct place *at;
	char *name;
	int fd = -1, rc = -1;

	self.path = path;
	at = where != NULL ? where : &self;
	name = path_real(roots, path);
	if (name == NULL)
		return diag_add(d, DIAG_FILE_KIND, where,
		    "cannot read \"%s\": not a path inside the folder", path);
	if (!path_exists(roots, path)) {
		no_file(name, path, at, d);
		goto out;
	}
	fd = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd != -1)
		rc = sha_fd(fd, hex);
	if (rc == -1)
		diag_add(d, DIAG_SYSTEM, at, "cannot read \"%s\": %s", path,
		    strerror(errno));
	if (fd != -1)
		close(fd);
out:
	free(name);
	return rc;
}
