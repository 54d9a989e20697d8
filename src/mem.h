/* Allocation that cannot return NULL, and lists of strings. */
#ifndef ISMSDOC_MEM_H
#define ISMSDOC_MEM_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Every function here either returns usable memory, which the caller frees
 * with free(), or prints "out of memory" and exits with status 4.  Nothing
 * else in the program but main.c exits.
 */

/* SIZE zeroed bytes; a size of 0 gives a unique pointer. */
void	*mem_zalloc(size_t size);

/* PTR grown or shrunk to N items of SIZE bytes; the product is checked. */
void	*mem_resize(void *ptr, size_t n, size_t size);

char	*mem_strdup(const char *s);

/* The first LEN bytes of S and a NUL. */
char	*mem_strndup(const char *s, size_t len);

/* printf into new memory. */
char	*mem_printf(const char *fmt, ...)
	    __attribute__((format(printf, 1, 2)));
char	*mem_vprintf(const char *fmt, va_list ap)
	    __attribute__((format(printf, 1, 0)));

/*
 * Ask for large pages where this thread allocates, once in each: a run touches
 * most of them, and for small ones the system is asked thousands of times.  A
 * hint, on which nothing depends.
 */
void	 mem_thread(void);

/*
 * Give memory that was freed back to the system, where the allocator can.
 * Worth its time after a large tree has been freed, before the next is made.
 */
void	 mem_trim(void);

/* From here on, give back what is freed at once: memory counts, not time. */
void	 mem_lean(void);

/* A growing list of strings that it owns. */
struct strs {
	char	**v;	/* n strings, never NULL each */
	size_t	 n;
};

/* Append a copy of S. */
void	 strs_add(struct strs *list, const char *s);

/* Append S itself: the list frees it. */
void	 strs_take(struct strs *list, char *s);

/* Append the words of S, which blanks separate. */
void	 strs_split(struct strs *list, const char *s);

/* Sort by bytes. */
void	 strs_sort(struct strs *list);

/* Index of S, or -1. */
ptrdiff_t	 strs_find(const struct strs *list, const char *s);

/* Free everything; the list is empty and ready again. */
void	 strs_release(struct strs *list);

/*
 * The word of LIST that is nearest to WORD (few letters wrong, missing,
 * added or swapped, whatever the case), or NULL where none is near.
 * Borrowed from LIST.
 */
const char	*strs_nearest(const struct strs *list, const char *word);

/* What a word that counts N things ends in: "s", or "" for one. */
const char	*mem_plural(size_t n);

#endif
