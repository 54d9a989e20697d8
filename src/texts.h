/* Markdown texts, read ahead by cmark while others go into the dossier. */
#ifndef ISMSDOC_TEXTS_H
#define ISMSDOC_TEXTS_H

#include <libxml/tree.h>

#include "diag.h"
#include "markdown.h"

struct texts	*texts_new(void);
void		 texts_free(struct texts *texts);

/*
 * Add MD, whose path and text must live as long as TEXTS, where it is not in
 * yet; best in the order in which they will be wanted; before texts_begin.
 */
void	 texts_add(struct texts *texts, const struct markdown_text *md);

/* Begin to read them, in a thread where NTHREADS (0: one per processor). */
void	 texts_begin(struct texts *texts, unsigned nthreads);

/* markdown_blocks of MD, read ahead if it was added; TEXTS may be NULL. */
int	 texts_put(struct texts *texts, const struct markdown_text *md,
	    xmlNodePtr parent, struct diag *d);

#endif
