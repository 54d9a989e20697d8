/* Modules: the Markdown files that documents include, each read once. */
#ifndef ISMSDOC_MODULES_H
#define ISMSDOC_MODULES_H

#include "buf.h"
#include "path.h"
#include "texts.h"

struct modules;

/*
 * Read those that ship and those in documents/rules, and add their texts to
 * TEXTS, which must not outlive them.  What cannot be read is not among them:
 * whoever wants it says so.
 */
struct modules	*modules_read(const struct roots *roots,
		    struct texts *texts);
void		 modules_free(struct modules *modules);

/* The text of the file at the source path PATH, or NULL. */
const struct buf	*modules_text(const struct modules *modules,
			    const char *path);

#endif
