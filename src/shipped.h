/* Shipped templates and their modules: what there is, and copies of it. */
#ifndef ISMSDOC_SHIPPED_H
#define ISMSDOC_SHIPPED_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "homes.h"
#include "path.h"
#include "workspace.h"
#include "yml.h"

/* A template, or a module that templates include. */
struct shipped_text {
	char		*id;		/* "backup-policy", "rules/backup" */
	char		*path;		/* source path */
	char		*text;
	size_t		 len;
	struct front	 front;
	struct yml	*yml;		/* front matter; NULL: none */
	int		 module;
};

/* All of them: templates, then modules, each in the order of their files. */
struct shipped {
	struct shipped_text	*items;
	size_t			 n;
};

/* 0, or -1 with messages; release in either case. */
int	 shipped_read(struct shipped *shipped, const struct roots *roots,
	    struct diag *d);
void	 shipped_release(struct shipped *shipped);

/* The one with ID, or NULL. */
const struct shipped_text	*shipped_find(const struct shipped *shipped,
				    const char *id);

/*
 * What `based-on:` says of a copy of the LEN bytes of TEXT: ID, "@" and the
 * first 12 digits of their SHA-256; new memory.
 */
char	*shipped_origin(const char *id, const char *text, size_t len);

/* Put a copy of ONE to OUT, with `based-on:` last in its front matter. */
void	 shipped_copy(const struct shipped_text *one, struct buf *out);

/* Put ONE to OUT with the modules that it includes in their places. */
void	 shipped_expand(const struct shipped *shipped,
	    const struct shipped_text *one, struct buf *out);

/*
 * The file of the organisation that takes the place of ONE: its source path
 * in new memory, NULL where there is none.
 */
char	*shipped_override(const struct roots *roots,
	    const struct shipped_text *one);

/*
 * Add each KIND ("role", "register", "include") that the text of ONE names in
 * {{KIND NAME ...}} to NAMES, each once.
 */
void	 shipped_names(const struct shipped_text *one, const char *kind,
	    struct strs *names);

/*
 * Append <i:templates> to PARENT: each template with its variables and what it
 * names, its modules' included.  WS says which variables are set.  With HOMES
 * also whether the catalogue that it is written for is loaded, or a mapping
 * leads from it to one that is.
 */
void	 shipped_emit(const struct shipped *shipped,
	    const struct workspace *ws, struct homes *homes,
	    xmlNodePtr parent);

#endif
