/* Markdown texts, read ahead by cmark while others go into the dossier. */
#include "texts.h"

#include <libxml/hash.h>

#include <stdint.h>
#include <stdlib.h>

#include "beside.h"
#include "mem.h"

/* One of them. */
struct text {
	struct markdown_text	 md;
	struct markdown		*read;		/* NULL: not yet, or used */
};

struct texts {
	struct text	*v;
	size_t		 n;
	xmlHashTablePtr	 index;		/* key -> place in v, from 1 */
	struct ahead	*ahead;		/* from texts_begin */
};

/* What tells one text from another: a file may hold several. */
static char *
key_of(const struct markdown_text *md)
{
	return mem_printf("%s:%d", md->path, md->line0);
}

struct texts *
texts_new(void)
{
	struct texts *texts;

	texts = mem_zalloc(sizeof(*texts));
	texts->index = xmlHashCreate(256);
	return texts;
}

void
texts_add(struct texts *texts, const struct markdown_text *md)
{
	char *key;

	key = key_of(md);
	if (xmlHashAddEntry(texts->index, BAD_CAST key,
	    (void *)(uintptr_t)(texts->n + 1)) == 0) {
		if ((texts->n & (texts->n - 1)) == 0)
			texts->v = mem_resize(texts->v, texts->n == 0 ? 1 :
			    texts->n * 2, sizeof(*texts->v));
		texts->v[texts->n].md = *md;
		texts->v[texts->n].read = NULL;
		texts->n++;
	}
	free(key);
}

/* beside's fn. */
static void
read_text(void *arg, size_t i)
{
	struct texts *texts = arg;

	texts->v[i].read = markdown_read(&texts->v[i].md);
}

void
texts_begin(struct texts *texts, unsigned nthreads)
{
	texts->ahead = ahead_begin(texts->n, read_text, texts, nthreads);
}

/* The text of MD where it was added, the very same; or NULL. */
static struct text *
find(const struct texts *texts, const struct markdown_text *md)
{
	struct text *text;
	char *key;
	size_t at;

	if (texts == NULL || texts->ahead == NULL)
		return NULL;
	key = key_of(md);
	at = (uintptr_t)xmlHashLookup(texts->index, BAD_CAST key);
	free(key);
	if (at == 0)
		return NULL;
	text = &texts->v[at - 1];
	return text->md.text == md->text && text->md.len == md->len &&
	    text->md.flags == md->flags ? text : NULL;
}

int
texts_put(struct texts *texts, const struct markdown_text *md,
    xmlNodePtr parent, struct diag *d)
{
	struct markdown *read;
	struct text *text;

	text = find(texts, md);
	if (text == NULL)
		return markdown_blocks(md, parent, d);
	ahead_need(texts->ahead, (size_t)(text - texts->v));
	read = text->read;
	text->read = NULL;
	return read == NULL ? markdown_blocks(md, parent, d) :
	    markdown_put(read, parent, d);
}

void
texts_free(struct texts *texts)
{
	size_t i;

	if (texts == NULL)
		return;
	if (texts->ahead != NULL)
		ahead_end(texts->ahead);
	for (i = 0; i < texts->n; i++)
		markdown_forget(texts->v[i].read);
	xmlHashFree(texts->index, NULL);
	free(texts->v);
	free(texts);
}
