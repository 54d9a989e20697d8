/* The template language: what the holes in Markdown become. */
#ifndef ISMSDOC_TEMPLATE_H
#define ISMSDOC_TEMPLATE_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "diag.h"
#include "refs.h"
#include "yml.h"

/*
 * A text goes through two steps.  template_expand resolves what is
 * mechanical in the flat blocks of markdown_blocks: includes, conditions,
 * variables.  When all documents are expanded, and so all rules known,
 * template_link turns the remaining holes into <i:insert> with resolved
 * references.  Both report every fault and go on.
 */
struct template {
	struct refs	*refs;
	struct diag	*d;
	const char	*home;		/* catalogue of its labels, or NULL */
	const char	*document;	/* its id, NULL: an answer */
	xmlHashTablePtr	 defaults;	/* variables it declares -> text; */
					/* NULL: none */
	int		 shipped;	/* one of our own templates */
};

/*
 * Take in the `variables:` of a front matter (NULL: none): a mapping of
 * dotted names to { default:, ask: }.  0, or -1 with messages.
 */
int	 template_declare(struct template *t, const struct yml *variables);

/*
 * The value of "name" or "name|default", which stands at AT; new memory.
 * Where there is none: NULL, with a message unless QUIET.
 */
char	*template_value(struct template *t, const char *text,
	    const struct place *at, int quiet);

/* Is that value neither empty nor false, no or 0? */
int	 template_holds(struct template *t, const char *text,
	    const struct place *at);

/* Resolve the flat children of PARENT. */
void	 template_expand(struct template *t, xmlNodePtr parent);

/* Replace each {{variable}} in TEXT, which stands at AT; new memory. */
char	*template_text(struct template *t, const char *text,
	    const struct place *at);

/* Turn the holes below PARENT into i:insert. */
void	 template_link(struct template *t, xmlNodePtr parent);

/*
 * Is there a register NAME, or could there be?  Else DIAG_REGISTER_UNKNOWN at
 * AT.  0 or -1.
 */
int	 template_check_register(const struct refs *refs, const char *name,
	    const struct place *at, struct diag *d);

/* The memory of the declared variables. */
void	 template_release(struct template *t);

/* The place in an i:src ("path:line:col"); path is new memory. */
struct place	 template_place(const xmlNode *node, char **path);

#endif
