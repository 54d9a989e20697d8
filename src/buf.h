/* A growing buffer of bytes with a maximum, always followed by a NUL. */
#ifndef ISMSDOC_BUF_H
#define ISMSDOC_BUF_H

#include <stddef.h>

/*
 * A zeroed struct buf is an empty buffer without a maximum.  data is NULL
 * until something was added; use buf_str() where a string is wanted.  A
 * buffer that would grow past max keeps what it has, sets full and ignores
 * everything that follows: test full once, at the end.
 */
struct buf {
	char	*data;
	size_t	 len;	/* without the NUL */
	size_t	 cap;
	size_t	 max;	/* 0: none */
	int	 full;	/* something was left out */
};

/* The text, never NULL; borrowed until the buffer changes. */
const char	*buf_str(const struct buf *b);

void	 buf_add(struct buf *b, const char *s, size_t len);
void	 buf_puts(struct buf *b, const char *s);
void	 buf_putc(struct buf *b, char c);
void	 buf_printf(struct buf *b, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* Encode the Unicode scalar value CP as UTF-8. */
void	 buf_utf8(struct buf *b, unsigned long cp);

/* The line end that B has first, "\r\n" or "\n"; the latter where none. */
const char	*buf_line_end(const struct buf *b);

/* Forget the content, keep the memory. */
void	 buf_clear(struct buf *b);

/* Make room for LEN more bytes at once, and no more. */
void	 buf_reserve(struct buf *b, size_t len);

/* Keep no more memory than the content takes. */
void	 buf_fit(struct buf *b);

/* Hand the text over to the caller, who frees it; the buffer is empty. */
char	*buf_detach(struct buf *b);

void	 buf_release(struct buf *b);

/*
 * Length in bytes of the well-formed UTF-8 sequence at S (1 to 4, at most
 * LEN), or 0 where it is not well-formed: overlong, a surrogate, beyond
 * U+10FFFF, cut short.  *CP, if wanted, gets the scalar value.
 */
size_t	 utf8_len(const char *s, size_t len, unsigned long *cp);

/* Length of the byte order mark that the LEN bytes at S begin with, or 0. */
size_t	 utf8_bom(const char *s, size_t len);

/* Offset of the first byte that is not well-formed UTF-8, or LEN. */
size_t	 utf8_check(const char *s, size_t len);

/* Is CP a character that XML 1.0 can hold (production Char)? */
int	 utf8_is_xml(unsigned long cp);

/* Characters (not bytes) in the LEN bytes at S; broken bytes count as one. */
size_t	 utf8_count(const char *s, size_t len);

#endif
