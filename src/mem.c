/* Allocation that cannot return NULL, and lists of strings. */
#include "mem.h"

#include <sys/mman.h>

#include <ctype.h>
#include <malloc.h>
#if __has_include(<mimalloc.h>)
#include <mimalloc.h>
/* Where the program is linked with it: the sanitizers are not. */
#pragma weak mi_collect
#pragma weak mi_option_get
#pragma weak mi_option_set
#endif
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
out_of_memory(void)
{
	fputs("ismsdoc: error: out of memory [out-of-memory]\n", stderr);
	exit(4);
}

void
mem_thread(void)
{
#if defined(MIMALLOC_H) && defined(MADV_HUGEPAGE)
	/* mimalloc maps pieces of this size, each at a multiple of it. */
	const uintptr_t piece = (uintptr_t)32 << 20;
	void *block;

	if (mi_collect == NULL)
		return;
	block = malloc(1);
	(void)madvise((void *)((uintptr_t)block & ~(piece - 1)), piece,
	    MADV_HUGEPAGE);
	free(block);
#endif
}

void
mem_trim(void)
{
#ifdef MIMALLOC_H
	long delay;

	if (mi_collect != NULL) {
		delay = mi_option_get(mi_option_decommit_delay);
		mi_option_set(mi_option_decommit_delay, 0);
		mi_collect(1);
		mi_option_set(mi_option_decommit_delay, delay);
		return;
	}
#endif
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

void
mem_lean(void)
{
#ifdef MIMALLOC_H
	if (mi_option_set != NULL)
		mi_option_set(mi_option_decommit_delay, 0);
#endif
}

void *
mem_zalloc(size_t size)
{
	void *p;

	p = calloc(1, size == 0 ? 1 : size);
	if (p == NULL)
		out_of_memory();
	return p;
}

void *
mem_resize(void *ptr, size_t n, size_t size)
{
	void *p;

	if (size != 0 && n > SIZE_MAX / size)
		out_of_memory();
	p = realloc(ptr, n * size == 0 ? 1 : n * size);
	if (p == NULL)
		out_of_memory();
	return p;
}

char *
mem_strndup(const char *s, size_t len)
{
	char *p;

	p = mem_resize(NULL, len + 1, 1);
	memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *
mem_strdup(const char *s)
{
	return mem_strndup(s, strlen(s));
}

char *
mem_vprintf(const char *fmt, va_list ap)
{
	va_list again;
	char *s;
	int len;

	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (len < 0)
		out_of_memory();
	s = mem_resize(NULL, (size_t)len + 1, 1);
	vsnprintf(s, (size_t)len + 1, fmt, ap);
	return s;
}

char *
mem_printf(const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = mem_vprintf(fmt, ap);
	va_end(ap);
	return s;
}

void
strs_take(struct strs *list, char *s)
{
	if ((list->n & (list->n - 1)) == 0)
		list->v = mem_resize(list->v, list->n == 0 ? 4 :
		    list->n * 2 < 4 ? 4 : list->n * 2, sizeof(*list->v));
	list->v[list->n++] = s;
}

void
strs_add(struct strs *list, const char *s)
{
	strs_take(list, mem_strdup(s));
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
strs_split(struct strs *list, const char *s)
{
	size_t len;

	for (s += strspn(s, " "); *s != '\0'; s += strspn(s, " ")) {
		len = strcspn(s, " ");
		strs_take(list, mem_strndup(s, len));
		s += len;
	}
}

void
strs_sort(struct strs *list)
{
	if (list->n > 1)
		qsort(list->v, list->n, sizeof(*list->v), by_bytes);
}

ptrdiff_t
strs_find(const struct strs *list, const char *s)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i], s) == 0)
			return (ptrdiff_t)i;
	return -1;
}

void
strs_release(struct strs *list)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		free(list->v[i]);
	free(list->v);
	list->v = NULL;
	list->n = 0;
}

enum { NEAR_MAX = 64 };	/* longer words are never near */

static int
same_letter(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static size_t
min3(size_t a, size_t b, size_t c)
{
	size_t m;

	m = a < b ? a : b;
	return m < c ? m : c;
}

/* Edits (insert, delete, replace, swap of neighbours) from A to B. */
static size_t
edits(const char *a, const char *b)
{
	size_t row[3][NEAR_MAX + 1], la, lb, i, j;
	size_t *up2 = row[0], *up = row[1], *now = row[2], *spare;

	la = strlen(a);
	lb = strlen(b);
	if (la > NEAR_MAX || lb > NEAR_MAX)
		return SIZE_MAX;
	for (j = 0; j <= lb; j++)
		up[j] = j;
	for (i = 1; i <= la; i++) {
		now[0] = i;
		for (j = 1; j <= lb; j++) {
			now[j] = min3(now[j - 1] + 1, up[j] + 1, up[j - 1] +
			    (same_letter(a[i - 1], b[j - 1]) ? 0 : 1));
			if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
			    same_letter(a[i - 2], b[j - 1]) &&
			    up2[j - 2] + 1 < now[j])
				now[j] = up2[j - 2] + 1;
		}
		spare = up2;
		up2 = up;
		up = now;
		now = spare;
	}
	return up[lb];
}

const char *
strs_nearest(const struct strs *list, const char *word)
{
	const char *best = NULL;
	size_t i, d, limit, least;

	limit = strlen(word) / 3;
	least = (limit < 1 ? 1 : limit) + 1;
	for (i = 0; i < list->n; i++) {
		d = edits(word, list->v[i]);
		if (d < least) {
			least = d;
			best = list->v[i];
		}
	}
	return best;
}

const char *
mem_plural(size_t n)
{
	return n == 1 ? "" : "s";
}
